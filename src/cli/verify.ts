import { verifyActivity } from '#platform/activity/verify-activity.ts';
import { type Command, exitCode, UsageError } from './command.ts';
import { readArgs, toJson } from './output.ts';
import { withApp } from './with-app.ts';

const kalimat = {
	hash_tidak_cocok: 'isinya tidak cocok dengan sidiknya',
	nomor_terlewat: 'ada catatan sebelumnya yang hilang',
	kolom_tidak_cocok: 'kolomnya tidak sama dengan isi yang disidik',
	kepala_tidak_cocok: 'akhir rantai tidak cocok dengan kepalanya',
} as const;

export const verify: Command = {
	nama: 'verify',
	ringkas: 'memeriksa bahwa catatan aktivitas tidak diubah',
	basisData: true,
	bantuan: `matang verify activity [--format json]

Menelusuri setiap rantai catatan aktivitas dari awal. Keluar 0 bila semuanya utuh, 1 bila ada yang tidak cocok.`,
	async run(io, args) {
		const { posisi, format } = readArgs(args, {}, [1, 1]);
		if (posisi[0] !== 'activity') throw new UsageError('Yang dapat diperiksa: activity.');
		const hasil = await withApp(io, (ctx) => verifyActivity(ctx.db));
		if (format === 'json') io.out(toJson({ utuh: hasil.masalah.length === 0, ...hasil }));
		else if (hasil.masalah.length === 0)
			io.out(`Utuh: ${hasil.baris} catatan dalam ${hasil.rantai} rantai.\n`);
		else
			io.out(
				`${hasil.masalah.map((m) => `Rantai ${m.rantai}, catatan ${m.nomor}: ${kalimat[m.masalah]}.`).join('\n')}\n`,
			);
		return hasil.masalah.length === 0 ? exitCode.ok : exitCode.refused;
	},
};
