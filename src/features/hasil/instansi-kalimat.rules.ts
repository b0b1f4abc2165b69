import type { Lang } from '#ui/lang.ts';
import { namaJenis } from './instansi-hasil.copy.ts';
import type { HasilTahun, IdentitasInstansi } from './instansi-hasil.schema.ts';
import { kalimatCopy } from './kalimat.copy.ts';
import { type DataKalimat, type SimpulKalimat, tulisKalimat } from './kalimat.rules.ts';

/** The press sentences of a year's result, in both languages. */
export function kalimatHasil(instansi: IdentitasInstansi, hasil: HasilTahun): Record<Lang, string[]> {
	const tulis = (lang: Lang) => tulisKalimat(dataKalimat(instansi, hasil, lang), lang);
	return { id: tulis('id'), en: tulis('en') };
}

/** What the sentences of one language are made of. */
export function dataKalimat(instansi: IdentitasInstansi, hasil: HasilTahun, lang: Lang): DataKalimat {
	return {
		nama: instansi.nama,
		tahun: hasil.tahun,
		jenisIndeks: hasil.instrumen.jenisIndeks,
		indeks: hasil.indeks,
		predikat: hasil.predikat,
		predikatTurunan: hasil.predikatTurunan,
		meragukan: hasil.status === 'meragukan' ? hasil.alasanKalimat[lang] : null,
		sumber: hasil.sumber,
		daftarLengkap: hasil.daftarLengkap,
		lalu: hasil.lalu,
		jedaSampai: hasil.jedaSampai,
		peringkat: hasil.peringkat.map((r) => ({ ...r, tempat: sebutTempat(r, lang) })),
		klaim: hasil.klaim.map((k) => k[lang]),
		targetNasional: hasil.targetNasional[0] ?? null,
		targetSendiri: hasil.targetSendiri[0] ?? null,
		rentang: rentangSorotan(hasil),
	};
}

/** Island groups that bear the name of a province among them: "di Maluku" alone would say the province. */
const pulauSenama = new Set(['Maluku', 'Papua']);

function sebutTempat({ lingkup, tempat }: HasilTahun['peringkat'][number], lang: Lang): string {
	if (lingkup === 'jenis') return namaJenis(tempat, lang, 'banyak');
	return lingkup === 'pulau' && pulauSenama.has(tempat) ? kalimatCopy[lang].gugusPulau(tempat) : tempat;
}

function rentangSorotan(hasil: HasilTahun): DataKalimat['rentang'] {
	const { menahan, tingkatSorotan: jenis, sorotanLengkap: lengkap } = hasil;
	if (menahan.length === 0 || jenis === null) return null;
	const setingkat = hasil.simpul.filter((s) => s.jenis === jenis && s.asal !== 'rentang');
	const nilai = setingkat.map((s) => s.min);
	const sebut = (nilai: number): SimpulKalimat => {
		const sama = setingkat.filter((s) => s.min === nilai);
		return { nama: sama.map((s) => s.nama), nilai, turunan: sama.every((s) => s.asal !== 'diumumkan') };
	};
	return { jenis, lengkap, lemah: sebut(Math.min(...nilai)), kuat: sebut(Math.max(...nilai)) };
}
