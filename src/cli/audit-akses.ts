import { basename, resolve } from 'node:path';
import { type PetaBerkas, petaBerkasSchema } from '#features/audit/akses/akses.schema.ts';
import { bacaCopy, kalimatCatatan } from '#features/audit/akses/baca/baca.copy.ts';
import { medanAkun, medanPegawai } from '#features/audit/akses/mesin/kolom.rules.ts';
import type { HasilAkses } from '#features/audit/akses/mesin/periksa-akses.rules.ts';
import { hariIso } from '#features/audit/akses/mesin/tanggal.rules.ts';
import { reviewBerkas } from '#features/audit/akses/review-berkas.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { readConfig } from '#platform/config.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { type Parsed, readArgs, readText, toJson, toTable } from './output.ts';
import { readInput } from './read-input.ts';

export const auditAkses: Command = {
	nama: 'audit akses',
	ringkas: 'mereviu hak akses dari ekspor akun dan daftar pegawai',
	basisData: false,
	bantuan: `matang audit akses --akun BERKAS --pegawai BERKAS [--peta BERKAS] [--tanggal TTTT-BB-HH] [--format json|teks]

Membandingkan ekspor akun dengan daftar pegawai menurut 18 aturan (data/akses.json). Kedua berkas CSV atau XLSX dengan
nama kolom apa pun; akun boleh LDIF dari LDAP atau Active Directory. Berkas dibaca mengalir; paling banyak 500.000 akun.
Tidak memerlukan basis data, dan tidak menyimpan apa pun.

Aturan yang kolomnya tidak ada disebut "tidak diuji" di keluaran galat, begitu pula isi yang tidak dikenal. Pemilik dan
tanggal yang meragukan tampil sebagai RAGU-PEMILIK dan RAGU-TANGGAL; tidak ada yang ditebak.

BERKAS peta, semua boleh tidak ada: {"sistem": "SIMDA", "akun": {"nama_akun": "User Login"}, "pegawai": {"nip": "NIP
Baru"}, "tanggal": "dd/mm/yyyy", "publik": true, "ambang": {"ACC-01": {"hari": 90}}, "pasangan": [["pembuat SPM",
"penerbit SP2D"]], "unitSama": [["Diskominfo", "Dinas Kominfo"]]}.
  kolom akun: ${medanAkun.join(', ')}
  kolom pegawai: ${medanPegawai.join(', ')}

  --akun BERKAS      ekspor akun
  --pegawai BERKAS   daftar pegawai, termasuk tenaga kontrak
  --peta BERKAS      kolom dan setelan; tanpa ini kolom dikenali dari namanya
  --tanggal T        hari ekspor dibuat; bawaan hari ini
  --format F         json (bawaan): [{"aturan","akun","sistem","alasan","keparahan"}], atau teks

Contoh: matang audit akses --akun simda.csv --pegawai simpeg.xlsx --format json`,
	async run(io, args) {
		const opsi = { type: 'string' } as const;
		const parsed = readArgs(
			args,
			{ akun: opsi, pegawai: opsi, peta: opsi, tanggal: opsi },
			[0, 0],
			['json', 'teks'],
		);
		const akun = requireText(parsed, 'akun', 'ekspor akunnya: --akun akun.csv');
		const pegawai = requireText(parsed, 'pegawai', 'daftar pegawainya: --pegawai pegawai.csv');
		const hari = readHari(readText(parsed, 'tanggal') ?? hariIni(new Date()));
		const peta = await readPeta(io, readText(parsed, 'peta'));
		const hasil = await reviewBerkas(
			{ dir: { project: readConfig(process.env).projectDir } },
			{
				akun: { nama: akun, path: resolve(io.cwd, akun) },
				pegawai: { nama: pegawai, path: resolve(io.cwd, pegawai) },
				...{ peta, hari },
				sistem: basename(akun).replace(/\.[^.]+$/, ''),
			},
		);
		if (hasil.ok) return tulis(io, hasil.value, parsed.format);
		if (hasil.reason === 'ambang_asing')
			throw new RefusedError(
				`Ambang tidak dikenal: ${hasil.ambang.join(', ')}. Yang dikenal ada di data/akses.json.`,
			);
		const { galat, daftar } = hasil;
		throw new RefusedError(
			`${daftar === 'akun' ? akun : pegawai}: ${bacaCopy.id.berkas[galat.reason](galat.rinci)}`,
		);
	},
};

function requireText(parsed: Parsed<string>, nama: string, ajakan: string): string {
	const isi = readText(parsed, nama);
	if (!isi) throw new UsageError(`Sebutkan ${ajakan}.`);
	return isi;
}

function readHari(iso: string): number {
	try {
		return hariIso(iso);
	} catch {
		throw new UsageError(`--tanggal "${iso}" bukan tanggal; tulis misalnya --tanggal 2026-11-25.`);
	}
}

async function readPeta(io: Io, nama: string | undefined): Promise<PetaBerkas> {
	if (nama === undefined) return {};
	let isi: unknown;
	try {
		isi = JSON.parse(await readInput(io, nama));
	} catch (cause) {
		if (cause instanceof RefusedError) throw cause;
		throw new RefusedError(`${nama}: bukan JSON yang sah (${(cause as Error).message}).`);
	}
	const terbaca = petaBerkasSchema.safeParse(isi);
	if (!terbaca.success)
		throw new RefusedError(
			terbaca.error.issues.map((i) => `${nama}: ${i.path.join('.') || 'isi'}: ${i.message}`).join('\n'),
		);
	for (const [daftar, dikenal] of [
		['akun', medanAkun],
		['pegawai', medanPegawai],
	] as const) {
		const asing = Object.keys(terbaca.data[daftar] ?? {}).filter(
			(k) => !(dikenal as readonly string[]).includes(k),
		);
		if (asing.length > 0)
			throw new RefusedError(
				`${nama}: ${daftar}.${asing.join(`, ${daftar}.`)} tidak dikenal. Pilih dari: ${dikenal.join(', ')}.`,
			);
	}
	return terbaca.data;
}

function tulis(io: Io, hasil: HasilAkses, format: 'json' | 'teks'): number {
	for (const c of hasil.catatan) io.err(`${kalimatCatatan(c, 'id')}\n`);
	for (const a of hasil.aturan) {
		if (a.keadaan === 'tidak_diuji') io.err(`${a.id} tidak diuji: tidak ada ${a.kurang.join(', ')}.\n`);
		else if (a.keadaan === 'sebagian') io.err(`${a.id} diuji sebagian: tidak ada ${a.kurang.join(', ')}.\n`);
		if (a.ragu > 0)
			io.err(`${a.id}: ${a.ragu} akun tidak dapat diputuskan; lihat RAGU-PEMILIK dan RAGU-TANGGAL.\n`);
	}
	if (format === 'json') io.out(toJson(hasil.temuan));
	else {
		const baris = hasil.temuan.map((t) => [t.aturan, t.keparahan, t.sistem, t.akun, t.alasan]);
		io.out(toTable([['Aturan', 'Keparahan', 'Sistem', 'Akun', 'Alasan'], ...baris]));
	}
	return exitCode.ok;
}
