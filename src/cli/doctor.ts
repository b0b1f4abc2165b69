import { type Command, exitCode } from './command.ts';

export const doctor: Command = {
	nama: 'doctor',
	ringkas: 'memeriksa pemasangan',
	basisData: true,
	bantuan: 'matang doctor [--format json]',
	async run(io) {
		const app = await io.openApp();
		await app.close();
		io.out('ok\n');
		return exitCode.ok;
	},
};
