import { bacaPeringkatTerbuka } from '#features/hasil/baca-peringkat-terbuka.ts';
import { tulisAngka } from '#features/hasil/tulis-angka.ts';
import { daftarJenis } from '#features/instansi/instansi.schema.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { readArgs, readText, readYear, toJson, toTable } from './output.ts';
import { withApp } from './with-app.ts';

const everything = 100_000;

export const peringkat: Command = {
	nama: 'peringkat',
	ringkas: 'peringkat satu tahun, dapat disaring',
	basisData: true,
	bantuan: `matang peringkat [--tahun N] [--jenis J] [--provinsi P] [--pulau P] [--format json]

Peringkat di antara yang lolos saringan (seri bernomor sama: 1, 1, 3), hanya untuk tahun berdaftar lengkap; tanpa
--tahun, yang terbaru. Saringan provinsi (kode atau nama) memuat juga pemerintah provinsinya.

  --jenis   ${daftarJenis.join(', ')}

Contoh: matang peringkat --tahun 2024 --provinsi "Kalimantan Timur" --format json`,
	async run(io, args) {
		const parsed = readArgs(
			args,
			{
				tahun: { type: 'string' },
				jenis: { type: 'string' },
				provinsi: { type: 'string' },
				pulau: { type: 'string' },
			},
			[0, 0],
		);
		const saring = {
			tahun: readYear(parsed),
			jenis: readKind(readText(parsed, 'jenis')),
			provinsi: readText(parsed, 'provinsi'),
			pulau: readText(parsed, 'pulau'),
		};
		const { tahun, baris } = await readRanking(io, saring);
		const daftar = baris.map((b) => ({
			peringkat: b.peringkat,
			peringkatLalu: b.peringkatLalu,
			instansi: b.nama,
			slug: b.slug,
			indeks: tulisAngka(b.indeks),
			predikat: b.predikat,
			jenis: b.jenis,
			provinsi: b.provinsi,
			tahun,
			selisih: b.selisih === null ? null : tulisAngka(b.selisih),
			status: b.status,
		}));
		if (parsed.format === 'json') io.out(toJson(daftar));
		else
			io.out(
				toTable([
					['PERINGKAT', 'INSTANSI', 'INDEKS', 'PREDIKAT', 'STATUS'],
					...daftar.map((d) => [String(d.peringkat), d.instansi, d.indeks, d.predikat, d.status]),
				]),
			);
		return exitCode.ok;
	},
};

type Saring = Omit<Parameters<typeof bacaPeringkatTerbuka>[1], 'halaman' | 'per'>;

function readRanking(io: Io, saring: Saring) {
	return withApp(io, async (ctx) => {
		const hasil = await bacaPeringkatTerbuka(ctx, { ...saring, halaman: 1, per: everything });
		if (hasil.ok) return hasil;
		if (hasil.reason === 'tahun_tidak_lengkap' || hasil.reason === 'tahun_tidak_ada')
			throw new RefusedError(
				`Tidak ada peringkat ${saring.tahun ?? ''}: ${hasil.reason === 'tahun_tidak_ada' ? 'tahun itu tidak ada hasilnya' : 'daftar tahun itu tidak lengkap'}. Tahun berdaftar lengkap: ${hasil.lengkap.join(', ') || 'belum ada'}.`,
			);
		const pilihan = 'pilihan' in hasil ? ` Pilih: ${hasil.pilihan.join(', ')}.` : '';
		throw new RefusedError(
			`${hasil.reason.startsWith('provinsi') ? 'Provinsi' : 'Pulau'} tidak dikenal.${pilihan}`,
		);
	});
}

function readKind(text: string | undefined): string | undefined {
	if (text === undefined || daftarJenis.some((jenis) => jenis === text)) return text;
	throw new UsageError(`--jenis "${text}" tidak dikenal; pilih ${daftarJenis.join(', ')}.`);
}
