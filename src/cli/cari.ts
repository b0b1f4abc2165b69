import { bacaInstansiTerbuka } from '#features/hasil/baca-instansi-terbuka.ts';
import { type Command, exitCode } from './command.ts';
import { readArgs, toJson, toTable } from './output.ts';
import { withApp } from './with-app.ts';

const mostShown = 20;

export const cari: Command = {
	nama: 'cari',
	ringkas: 'mencari instansi menurut nama',
	basisData: true,
	bantuan: `matang cari NAMA [--format json]

Nama boleh sebagian atau salah ketik; yang paling cocok di atas, paling banyak ${mostShown}. Keluar 1 bila tidak ada.

Contoh: matang cari balikpapan`,
	async run(io, args) {
		const { posisi, format } = readArgs(args, {}, [1, 20]);
		const q = posisi.join(' ');
		const hasil = await withApp(io, (ctx) => bacaInstansiTerbuka(ctx, { q, halaman: 1, per: mostShown }));
		const daftar = (hasil.ok ? hasil.baris : []).map((baris) => ({
			instansi: baris.nama,
			slug: baris.slug,
			jenis: baris.jenis,
			provinsi: baris.provinsi,
			tahun: baris.tahun,
		}));
		if (format === 'json') io.out(toJson(daftar));
		else if (daftar.length === 0) io.err(`Tidak ada instansi yang mirip "${q}".\n`);
		else
			io.out(
				toTable([
					['SLUG', 'INSTANSI', 'TAHUN'],
					...daftar.map((d) => [d.slug, d.instansi, d.tahun.join(', ') || 'belum ada hasil']),
				]),
			);
		return daftar.length > 0 ? exitCode.ok : exitCode.refused;
	},
};
