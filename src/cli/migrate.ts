import { type Command, exitCode } from './command.ts';

/** Opening the application migrates and loads; this only says that it is done. */
export const migrateCommand: Command = {
	nama: 'migrate',
	ringkas: 'menyiapkan basis data: skema terbaru dan data terbitan',
	basisData: true,
	bantuan: `matang migrate [--format json]

Menerapkan migrasi yang belum diterapkan dan memuat data terbitan yang belum dimuat.
Menjalankannya dua kali tidak mengubah apa pun.`,
	async run(io, args) {
		const app = await io.openApp();
		try {
			const rows = await app.db.kysely
				.selectFrom('muatan')
				.select(['nama', 'sha256'])
				.orderBy('nama')
				.execute();
			const state = { basisData: app.db.jenis, versi: app.db.versi, muatan: rows.map(({ nama }) => nama) };
			if (args.includes('json')) io.out(`${JSON.stringify(state)}\n`);
			else io.out(`Basis data siap: ${state.basisData} ${state.versi}.\n`);
			return exitCode.ok;
		} finally {
			await app.close();
		}
	},
};
