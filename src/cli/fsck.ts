import { checkBerkas, isKeterangan, type TemuanBerkas } from '#features/bukti/check-berkas.ts';
import { type Command, exitCode } from './command.ts';
import { readArgs, toJson } from './output.ts';
import { withApp } from './with-app.ts';

const kalimat: Record<TemuanBerkas['jenis'], { apa: string; saran: string }> = {
	berkas_hilang: {
		apa: 'Berkas disebut basis data, tetapi tidak ada di penyimpanan',
		saran: 'Ambil dari cadangan ke penyimpanan dengan nama sidiknya, atau minta instansinya mengunggah lagi.',
	},
	ukuran_beda: {
		apa: 'Ukuran berkas tidak sama dengan yang tercatat',
		saran: 'Berkasnya terpotong atau tertukar. Ganti dengan salinan dari cadangan.',
	},
	isi_beda: {
		apa: 'Isi berkas tidak cocok dengan sidiknya',
		saran: 'Berkasnya rusak atau diubah. Ganti dengan salinan dari cadangan, lalu periksa cakramnya.',
	},
	tanpa_baris: {
		apa: 'Berkas di penyimpanan yang tidak disebut basis data',
		saran: 'Sisa penyimpanan yang terputus; tidak berbahaya. Boleh dihapus sesudah dicadangkan.',
	},
	rantai_putus: {
		apa: 'Catatan aktivitas tidak sambung',
		saran: 'Catatan diubah atau hilang. Jalankan matang verify activity dan bandingkan dengan cadangan.',
	},
	unggahan_belum_selesai: {
		apa: 'Unggahan yang belum selesai',
		saran: 'Bukan kesalahan: dapat dilanjutkan pemiliknya, dan dibuang sendiri sesudah tujuh hari.',
	},
};
const terbanyak = 20;

export const fsck: Command = {
	nama: 'fsck',
	ringkas: 'memeriksa bahwa baris, berkas, dan catatan aktivitas saling cocok',
	basisData: true,
	bantuan: `matang fsck [--hash] [--format json]

Mencari baris tanpa berkas, berkas tanpa baris, ukuran yang berbeda, rantai catatan aktivitas yang putus, dan unggahan
yang belum selesai, lalu menyebut apa yang perlu dilakukan. --hash juga membaca isi setiap berkas dan mencocokkan
sidiknya (lama). Tidak mengubah apa pun. Keluar 1 bila ada yang salah; unggahan yang belum selesai bukan kesalahan.`,
	async run(io, args) {
		const { pilihan, format } = readArgs(args, { hash: { type: 'boolean' } }, [0, 0]);
		const hasil = await withApp(io, (ctx) => checkBerkas(ctx, { hash: pilihan.hash === true }));
		const utuh = hasil.temuan.every(isKeterangan);
		if (format === 'json') io.out(toJson({ utuh, ...hasil }));
		else {
			io.out(tulisTemuan(hasil.temuan));
			io.out(
				`${utuh ? 'Utuh' : 'Ada yang salah'}: ${hasil.baris} berkas tercatat, ${hasil.berkas} di penyimpanan, ${hasil.catatan} catatan aktivitas.\n`,
			);
		}
		return utuh ? exitCode.ok : exitCode.refused;
	},
};

function tulisTemuan(temuan: TemuanBerkas[]): string {
	let teks = '';
	for (const [jenis, { apa, saran }] of Object.entries(kalimat)) {
		const milik = temuan.filter((t) => t.jenis === jenis);
		if (milik.length === 0) continue;
		teks += `${apa}: ${milik.length}\n`;
		for (const t of milik.slice(0, terbanyak)) teks += `  ${t.apa}${t.rincian ? ` (${t.rincian})` : ''}\n`;
		if (milik.length > terbanyak) teks += `  … dan ${milik.length - terbanyak} lagi (--format json)\n`;
		teks += `  → ${saran}\n`;
	}
	return teks;
}
