import { listMuatan } from '#features/hasil/periksa-isi.ts';
import { type Command, exitCode } from './command.ts';
import { readArgs, toJson } from './output.ts';

/** Opening the application migrates and loads; this only says that it is done. */
export const migrateCommand: Command = {
	nama: 'migrate',
	ringkas: 'menyiapkan basis data: skema terbaru dan data terbitan',
	basisData: true,
	bantuan: `matang migrate [--format json]

Menerapkan migrasi yang belum diterapkan dan memuat data terbitan yang belum dimuat.
Menjalankannya dua kali tidak mengubah apa pun.`,
	async run(io, args) {
		const { format } = readArgs(args, {}, [0, 0]);
		const app = await io.openApp();
		try {
			const { jenis, versi } = app.db;
			const muatan = await listMuatan(app.ctxOf({ jenis: 'operator' }));
			if (format === 'json') io.out(toJson({ basisData: jenis, versi, muatan }));
			else io.out(`Basis data siap: ${jenis} ${versi}.\n`);
			return exitCode.ok;
		} finally {
			await app.close();
		}
	},
};
