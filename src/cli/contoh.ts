import { makeContoh } from '#features/penilaian/make-contoh.ts';
import { type Command, exitCode } from './command.ts';
import { readArgs, toJson } from './output.ts';
import { withApp } from './with-app.ts';

export const contoh: Command = {
	nama: 'contoh',
	ringkas: 'menyiapkan instansi contoh dengan tautan masuk per peran',
	basisData: true,
	bantuan: `matang contoh [--format json]

Membuat "Kota Balikpapan (contoh)" bila belum ada: kecamatan dan kelurahan yang sebenarnya, orang dan angka rekaan.
Lalu mencetak satu tautan masuk sekali pakai per peran (12 jam). Tautan dari pemanggilan sebelumnya tidak berlaku lagi.
Instansi contoh tidak tampil di halaman publik. Tempelkan tautannya sesudah alamat situs ini.`,
	async run(io, args) {
		const { format } = readArgs(args, {}, [0, 0]);
		const siap = await withApp(io, makeContoh);
		if (format === 'json') io.out(toJson(siap));
		else
			io.out(
				`${siap.nama}\n${siap.masuk.map((m) => `  ${m.peran}${m.unit ? ` (${m.unit})` : ''}, ${m.nama}:\n    ${m.tautan}`).join('\n')}\n`,
			);
		return exitCode.ok;
	},
};
