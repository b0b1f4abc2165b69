import { scanBerkas } from '#features/bukti/scan-berkas.ts';
import { moveFiles } from '#platform/storage/move-files.ts';
import { type Command, exitCode, RefusedError, UsageError } from './command.ts';
import { readArgs, readText, toJson } from './output.ts';
import { withApp } from './with-app.ts';

export const berkasPindah: Command = {
	nama: 'berkas pindah',
	ringkas: 'memindahkan semua berkas antara direktori dan penyimpanan S3',
	basisData: true,
	bantuan: `matang berkas pindah --ke s3|direktori [--format json]

Memindahkan setiap berkas ke penyimpanan lain. Berkas baru dihapus dari tempat lama sesudah tempat baru mengembalikannya
dengan sidik SHA-256 yang sama; dapat dihentikan dan diulang, dan peladen boleh tetap berjalan.
Urutannya: setel MATANG_S3_URL, MATANG_S3_BUCKET, MATANG_S3_KEY, MATANG_S3_SECRET (dan MATANG_BERKAS=direktori bila hendak
kembali ke direktori), mulai ulang peladen, lalu jalankan perintah ini. Keluar 1 bila ada berkas yang rusak; berkas itu
tetap di tempatnya.`,
	async run(io, args) {
		const parsed = readArgs(args, { ke: { type: 'string' } }, [0, 0]);
		const ke = readText(parsed, 'ke');
		if (ke !== 's3' && ke !== 'direktori')
			throw new UsageError('Sebutkan tujuannya: --ke s3 atau --ke direktori.');
		const app = await io.openApp();
		try {
			const { direktori, s3 } = app.penyimpanan;
			if (!s3)
				throw new RefusedError(
					'Penyimpanan S3 belum disetel: isi MATANG_S3_URL dan seterusnya, lalu mulai ulang.',
				);
			if (app.config.berkas !== ke)
				io.err(
					`Berkas baru masih ditulis ke ${app.config.berkas}. Setel MATANG_BERKAS=${ke}, mulai ulang, lalu jalankan lagi.\n`,
				);
			const [dari, tujuan] = ke === 's3' ? [direktori, s3] : [s3, direktori];
			const hasil = await moveFiles(dari, tujuan, ({ dipindah }) => io.err(`  ${dipindah} berkas\n`));
			if (parsed.format === 'json') io.out(toJson(hasil));
			else io.out(`Dipindah ke ${ke}: ${hasil.dipindah} berkas (${hasil.byte} byte).\n`);
			for (const sha256 of hasil.rusak) io.err(`Rusak, tetap di tempatnya: ${sha256}\n`);
			return hasil.rusak.length === 0 ? exitCode.ok : exitCode.refused;
		} finally {
			await app.close();
		}
	},
};

export const berkasPindai: Command = {
	nama: 'berkas pindai',
	ringkas: 'memindai berkas yang diterima selagi pemindai virus tidak ada',
	basisData: true,
	bantuan: `matang berkas pindai [--format json]

Memindai dengan clamd (MATANG_CLAMAV) setiap berkas bertanda "belum dipindai". Yang bervirus ditandai dan tidak dapat
dibuka lagi. Keluar 1 bila ada yang bervirus atau pemindai tidak menjawab.`,
	async run(io, args) {
		const { format } = readArgs(args, {}, [0, 0]);
		const hasil = await withApp(io, scanBerkas);
		if (!hasil.ok) throw new RefusedError('Pemindai belum disetel: isi MATANG_CLAMAV, lalu mulai ulang.');
		const { bersih, terinfeksi, belum } = hasil.value;
		if (format === 'json') io.out(toJson(hasil.value));
		else
			io.out(
				`Dipindai: ${bersih} bersih, ${terinfeksi.length} bervirus, ${belum} belum (pemindai tidak menjawab).\n`,
			);
		for (const sha256 of terinfeksi) io.err(`Bervirus: ${sha256}\n`);
		return terinfeksi.length + belum === 0 ? exitCode.ok : exitCode.refused;
	},
};
