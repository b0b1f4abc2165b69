import { readFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { writeCadangan } from '#platform/backup/write-cadangan.ts';
import { type Command, exitCode, RefusedError } from './command.ts';
import { readArgs, toJson } from './output.ts';

export const cadangkan: Command = {
	nama: 'cadangkan',
	ringkas: 'mencadangkan semuanya (basis data dan berkas) selagi orang bekerja',
	basisData: true,
	bantuan: `matang cadangkan TUJUAN [--tanpa-berkas] [--format json]

TUJUAN direktori yang belum ada, atau berkas berakhiran .zip. Isinya keadaan satu saat: semua tabel, semua berkas bukti,
dan isi lain direktori data (instrumen sendiri, kunci). Dapat dipulihkan ke basis data tertanam maupun PostgreSQL.
--tanpa-berkas hanya mendaftar berkas bukti (berkas.txt), bila penyimpanannya dicadangkan dengan cara lain.

Cadangan memuat sidik kata sandi, sesi, kunci, dan data pribadi: simpan terkunci, hanya pembuatnya yang dapat membacanya.
Antrean pekerjaan latar tidak ikut. Keluar 1 bila ada berkas yang hilang atau rusak (cadangannya tetap ditulis).`,
	async run(io, args) {
		const { posisi, pilihan, format } = readArgs(args, { 'tanpa-berkas': { type: 'boolean' } }, [1, 1]);
		const tujuan = resolve(io.cwd, posisi[0] ?? '');
		const app = await io.openApp();
		try {
			if (`${tujuan}${sep}`.startsWith(`${app.config.dataDir}${sep}`))
				throw new RefusedError(
					'Tujuan berada di dalam direktori data. Pilih tempat lain, sebaiknya cakram lain.',
				);
			const { jenis, versi } = app.db;
			const isi = await writeCadangan(app.ctxOf({ jenis: 'operator' }), {
				tujuan,
				tanpaBerkas: pilihan['tanpa-berkas'] === true,
				versi: readVersi(app.config.projectDir),
				basisData: { jenis, versi },
				lapor: (baris) => io.err(`  ${baris}\n`),
			}).catch((cause) => {
				throw refuse(cause, tujuan);
			});
			const { hilang, rusak, banyak, byte } = isi.berkas;
			const baris = isi.tabel.reduce((n, t) => n + t.baris, 0);
			const utuh = hilang.length + rusak.length === 0;
			if (format === 'json')
				io.out(toJson({ utuh, tujuan, tabel: isi.tabel.length, baris, berkas: isi.berkas }));
			else
				io.out(
					`Dicadangkan ke ${tujuan}: ${isi.tabel.length} tabel, ${baris} baris, ${banyak} berkas (${byte} byte).\n`,
				);
			if (!utuh)
				io.err(
					`Berkas hilang: ${hilang.length}, rusak: ${rusak.length}. Jalankan matang fsck untuk rinciannya.\n`,
				);
			return utuh ? exitCode.ok : exitCode.refused;
		} finally {
			await app.close();
		}
	},
};

const readVersi = (projectDir: string): string =>
	(JSON.parse(readFileSync(join(projectDir, 'package.json'), 'utf8')) as { version: string }).version;

function refuse(cause: unknown, tujuan: string): unknown {
	const { code } = cause as NodeJS.ErrnoException;
	if (code === 'EEXIST' || code === 'ENOTEMPTY')
		return new RefusedError(
			`${tujuan} sudah ada dan tidak kosong. Pilih nama lain; cadangan lama tidak ditimpa.`,
		);
	if (code === 'ENOSPC')
		return new RefusedError(`Ruang di ${tujuan} habis. Kosongkan, atau pilih tempat lain.`);
	if (code && ['EACCES', 'ENOENT', 'EROFS', 'ENOTDIR', 'EPERM'].includes(code))
		return new RefusedError(`${tujuan} tidak dapat ditulis (${code}).`);
	return cause;
}
