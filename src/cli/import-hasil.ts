import { basename, resolve } from 'node:path';
import { type ImportHasilOutcome, importHasil, type LaporanImpor } from '#features/hasil/import-hasil.ts';
import type { Masalah } from '#features/hasil/import-masalah.ts';
import { type Command, exitCode, type Io } from './command.ts';
import { readArgs, toJson } from './output.ts';
import { withApp } from './with-app.ts';

export const importHasilCommand: Command = {
	nama: 'import hasil',
	ringkas: 'memuat daftar hasil satu tahun atau lebih (CSV atau XLSX)',
	basisData: true,
	bantuan: `matang import hasil BERKAS [--sebagian] [--instansi-baru] [--lengkap] [--format json]

BERKAS: CSV (UTF-8; koma, titik koma, atau tab; desimal titik atau koma) atau XLSX, berkepala seperti data/hasil.csv:
year, institution, type, province, index, predicate, source, d1_kebijakan … d4_layanan, note.

Tidak ada yang ditulis kecuali seluruh berkas baik. Angka yang berbeda dari yang tersimpan menggantikannya, dan yang
lama disimpan bersama sumber dan waktunya. Memuat berkas yang sama dua kali tidak mengubah apa pun.

  --sebagian       tulis baris yang baik walau ada yang ditolak
  --instansi-baru  buat instansi pusat yang belum dikenal (daerah tidak pernah)
  --lengkap        nyatakan daftar tahun di dalamnya lengkap, sehingga peringkat dihitung

Keluar 0 bila dimuat, 1 bila ditolak; setiap masalah menyebut baris, kolom, dan yang diharapkan.`,
	async run(io, args) {
		const flag = { type: 'boolean' } as const;
		const options = { sebagian: flag, 'instansi-baru': flag, lengkap: flag };
		const { posisi, pilihan, format } = readArgs(args, options, [1, 1]);
		const path = resolve(io.cwd, posisi[0] ?? '');
		const hasil = await withApp(io, (ctx) =>
			importHasil(ctx, {
				berkas: basename(path),
				isi: { path },
				sebagian: pilihan.sebagian === true,
				instansiBaru: pilihan['instansi-baru'] === true,
				lengkap: pilihan.lengkap === true,
			}),
		);
		if (format === 'json') io.out(toJson(hasil.ok ? { ok: true, ...hasil.value } : hasil));
		else if (hasil.ok) tellDone(io, hasil.value);
		else tellRefused(io, hasil);
		return hasil.ok ? exitCode.ok : exitCode.refused;
	},
};

function tellRefused(io: Io, hasil: Extract<ImportHasilOutcome, { ok: false }>): void {
	if (hasil.reason === 'tidak_berwenang') {
		io.err('Impor hanya untuk operator.\n');
		return;
	}
	for (const masalah of hasil.masalah) io.err(toLine(masalah));
	const sisa = hasil.jumlahMasalah - hasil.masalah.length;
	if (sisa > 0) io.err(`dan ${sisa} masalah lain.\n`);
	io.err(
		hasil.reason === 'berkas_ditolak'
			? 'Berkas ditolak; tidak ada yang ditulis.\n'
			: `${hasil.ditolak} baris ditolak, ${hasil.baik} baris baik; tidak ada yang ditulis. Perbaiki berkasnya, atau tulis yang baik saja dengan --sebagian.\n`,
	);
}

function tellDone(io: Io, laporan: LaporanImpor): void {
	for (const masalah of laporan.masalah) io.err(`ditolak: ${toLine(masalah)}`);
	for (const masalah of laporan.peringatan) io.err(`perhatian: ${toLine(masalah)}`);
	for (const nama of laporan.instansiBaru) io.err(`instansi baru: ${nama}\n`);
	if (laporan.tahunTidakLengkap.length > 0)
		io.err(
			`Tahun ${laporan.tahunTidakLengkap.join(', ')} tidak dinyatakan lengkap, jadi tanpa peringkat (lihat --lengkap).\n`,
		);
	io.out(
		`Dimuat: ${laporan.baru} baru, ${laporan.koreksi} koreksi, ${laporan.sama} sama, ${laporan.ditolak} ditolak.\n`,
	);
}

function toLine({ baris, kolom, pesan }: Masalah): string {
	const letak = [baris === null ? '' : `baris ${baris}`, kolom === null ? '' : `kolom ${kolom}`];
	return `${[letak.filter(Boolean).join(', '), pesan].filter(Boolean).join(': ')}\n`;
}
