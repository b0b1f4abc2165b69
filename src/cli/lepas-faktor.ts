import { resetFaktor } from '#features/akun/faktor/reset-faktor.ts';
import { type Command, exitCode, RefusedError } from './command.ts';
import { readArgs, toJson } from './output.ts';
import { withApp } from './with-app.ts';

export const lepasFaktor: Command = {
	nama: 'lepas faktor',
	ringkas: 'melepas langkah kedua seseorang yang kehilangan semuanya',
	basisData: true,
	bantuan: `matang lepas faktor SUREL [--format json]

Melepas aplikasi autentikator, kunci sandi, dan kode pemulihan milik SUREL, dan menutup semua sesinya. Pastikan dulu
orangnya; sesudah ini kata sandinya saja cukup untuk masuk. Tercatat dalam catatan aktivitas.
Contoh: matang lepas faktor budi@balikpapan.go.id`,
	async run(io, args) {
		const { format, posisi } = readArgs(args, {}, [1, 1]);
		const surel = posisi[0] ?? '';
		const hasil = await withApp(io, (ctx) => resetFaktor(ctx, surel));
		if (!hasil.ok) throw new RefusedError(`Tidak ada akun dengan surel "${surel}". Periksa ejaannya.`);
		const { kode, kunci } = hasil.value;
		if (format === 'json') io.out(toJson({ surel, kode, kunci }));
		else
			io.out(
				`Dilepas: ${kode ? 'aplikasi autentikator' : 'tidak ada aplikasi autentikator'}, ${kunci} kunci sandi. Semua sesinya ditutup.\n`,
			);
		return exitCode.ok;
	},
};
