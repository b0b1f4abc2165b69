import { resolve } from 'node:path';
import { CadanganError, readCadangan } from '#platform/backup/read-cadangan.ts';
import { type Command, exitCode, RefusedError } from './command.ts';
import { readArgs, toJson } from './output.ts';
import { withApp } from './with-app.ts';

export const pulihkan: Command = {
	nama: 'pulihkan',
	ringkas: 'memulihkan cadangan ke pemasangan yang masih kosong',
	basisData: true,
	bantuan: `matang pulihkan CADANGAN [--format json]

Membaca cadangan (direktori atau .zip) ke pemasangan yang belum dipakai: MATANG_DATA_DIR baru, atau basis data PostgreSQL
baru (DATABASE_URL). Ditolak bila sudah ada akun. Setiap tabel dan berkas dicocokkan dengan sidiknya; bila ada tabel yang
tidak cocok, tidak ada yang ditulis. Mulai ulang peladen sesudahnya.`,
	async run(io, args) {
		const { posisi, format } = readArgs(args, {}, [1, 1]);
		const asal = resolve(io.cwd, posisi[0] ?? '');
		const hasil = await withApp(io, (ctx) =>
			readCadangan(ctx, asal, (baris) => io.err(`  ${baris}\n`)),
		).catch((cause) => {
			throw cause instanceof CadanganError ? new RefusedError(cause.message) : cause;
		});
		const { cadangan, baris, berkas } = hasil;
		if (format === 'json')
			io.out(toJson({ dibuat: cadangan.dibuat, tabel: cadangan.tabel.length, baris, berkas }));
		else
			io.out(
				`Dipulihkan dari ${cadangan.dibuat}: ${cadangan.tabel.length} tabel, ${baris} baris, ${berkas} berkas. Jalankan matang fsck, lalu mulai ulang.\n`,
			);
		return exitCode.ok;
	},
};
