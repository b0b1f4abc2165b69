import { formatAngka, formatBilangan } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';
import { kalimatCopy } from './kalimat.copy.ts';

/** How an index stands to a target; `belum_dibulatkan` shows the target's figure only through rounding. */
export type Capaian = 'melampaui' | 'tepat' | 'belum' | 'belum_dibulatkan';

export interface DataTarget {
	/** Hundredths. */
	nilai: number;
	/** Index minus target, hundredths. */
	selisih: number;
	capaian: Capaian;
}

export interface DataPeringkat {
	lingkup: 'provinsi' | 'pulau' | 'jenis' | 'nasional';
	/** Name of the place or the type as it reads after the rank; empty for the nation. */
	tempat: string;
	p: number;
	n: number;
	/** How many others share the rank. */
	bersama: number;
}

export interface SimpulKalimat {
	/** Every node of this value, when several share it. */
	nama: readonly string[];
	/** Hundredths. */
	nilai: number;
	turunan: boolean;
}

/** Everything the sentences may say. Values and differences in hundredths. */
export interface DataKalimat {
	nama: string;
	tahun: number;
	/** What is measured: "SPBE" or "Pemdi". */
	jenisIndeks: string;
	indeks: number;
	predikat: string;
	predikatTurunan: boolean;
	/** Why the row is doubtful, a full sentence in the language asked for; null when it is not. */
	meragukan: string | null;
	/** The source is quoted where the year's list is incomplete. */
	sumber: string;
	daftarLengkap: boolean;
	lalu: { tahun: number; indeks: number; selisih: number } | null;
	/** Last year of results under another instrument, when no year of this instrument precedes. */
	jedaSampai: number | null;
	peringkat: readonly DataPeringkat[];
	/** Claims of sources as they follow the name, in the language asked for: "tertinggi di Kalimantan Timur". */
	klaim: readonly string[];
	targetNasional: DataTarget | null;
	targetSendiri: DataTarget | null;
	/** `lengkap`: every node of the kind is known, so that lowest and highest hold. */
	rentang: { jenis: 'domain' | 'aspek'; lengkap: boolean; lemah: SimpulKalimat; kuat: SimpulKalimat } | null;
}

/**
 * A result in sentences that may be quoted as they stand: result, doubt, change, rank or claim,
 * targets, weakest and strongest. Says nothing that is not in the data.
 */
export function tulisKalimat(data: DataKalimat, lang: Lang): string[] {
	return [
		kalimatIndeks(data, lang),
		...(data.meragukan === null ? [] : [kalimatCopy[lang].meragukan(data.meragukan)]),
		...kalimatPerubahan(data, lang),
		...kalimatPeringkat(data, lang),
		...kalimatTarget(data, lang),
		...kalimatRentang(data, lang),
	];
}

function kalimatIndeks(data: DataKalimat, lang: Lang): string {
	const kata = kalimatCopy[lang];
	const predikat = data.predikatTurunan ? kata.predikatTurunan(data.predikat) : data.predikat;
	const isi = [
		data.jenisIndeks,
		data.nama,
		String(data.tahun),
		formatAngka(data.indeks, lang),
		predikat,
	] as const;
	return data.daftarLengkap ? kata.indeks(...isi) : kata.indeksMenurut(data.sumber, ...isi);
}

function kalimatPerubahan({ lalu, jedaSampai }: DataKalimat, lang: Lang): string[] {
	const kata = kalimatCopy[lang];
	if (lalu === null)
		return jedaSampai === null ? [kata.pertama] : [kata.pertama, kata.jeda(String(jedaSampai))];
	const [nilai, tahun] = [formatAngka(lalu.indeks, lang), String(lalu.tahun)];
	if (lalu.selisih === 0) return [kata.tetap(nilai, tahun)];
	const besar = formatAngka(Math.abs(lalu.selisih), lang);
	return [lalu.selisih > 0 ? kata.naik(besar, nilai, tahun) : kata.turun(besar, nilai, tahun)];
}

export function kalimatPeringkat(data: DataKalimat, lang: Lang): string[] {
	const kata = kalimatCopy[lang];
	const daftarKlaim = data.klaim.map((teks) => teks.replace(/\.$/, ''));
	const klaim = daftarKlaim.length === 0 ? [] : [`${kata.klaim(data.nama, rangkai(daftarKlaim, kata.dan))}.`];
	if (!data.daftarLengkap) return klaim.length > 0 ? klaim : [kata.tanpaPeringkat(String(data.tahun))];
	if (data.peringkat.length === 0) return klaim;
	const daftar = data.peringkat.map((r) => {
		const [p, n] = [formatBilangan(r.p, lang), formatBilangan(r.n, lang)];
		const urutan =
			r.bersama > 0 ? kata.urutanBersama(p, n, formatBilangan(r.bersama, lang)) : kata.urutan(p, n);
		return r.lingkup === 'nasional' ? kata.nasional(urutan) : kata[r.lingkup](urutan, r.tempat);
	});
	return [kata.peringkat(rangkai(daftar, kata.dan)), ...klaim];
}

function rangkai(daftar: readonly string[], dan: string): string {
	if (daftar.length < 2) return daftar.join('');
	const koma = daftar.length > 2 ? ',' : '';
	return `${daftar.slice(0, -1).join(', ')}${koma} ${dan} ${daftar.at(-1)}`;
}

export function kalimatTarget(data: DataKalimat, lang: Lang): string[] {
	const kata = kalimatCopy[lang];
	const daftar = [
		[kata.targetNasional, data.targetNasional],
		[kata.targetSendiri, data.targetSendiri],
	] as const;
	return daftar.flatMap(([apa, target]) => {
		if (target === null) return [];
		const nilai = formatAngka(target.nilai, lang);
		const selisih = formatAngka(Math.abs(target.selisih), lang);
		if (target.capaian === 'melampaui') return [kata.melampaui(apa, nilai, selisih)];
		if (target.capaian === 'tepat') return [kata.tepat(apa, nilai)];
		if (target.capaian === 'belum_dibulatkan') return [kata.belumDibulatkan(apa, nilai)];
		return [kata.belum(apa, nilai, selisih)];
	});
}

/** More names than this are counted instead of listed. */
const BANYAK_NAMA = 2;

function kalimatRentang({ rentang }: DataKalimat, lang: Lang): string[] {
	if (rentang === null) return [];
	const kata = kalimatCopy[lang];
	const jenis = kata[rentang.jenis];
	const sebut = ({ nama, nilai, turunan }: SimpulKalimat) => {
		const banyak = kata.beberapa(formatBilangan(nama.length, lang), jenis);
		const daftar = nama.length > BANYAK_NAMA ? banyak : rangkai(nama, kata.dan);
		return (turunan ? kata.simpulTurunan : kata.simpul)(daftar, formatAngka(nilai, lang));
	};
	const { lemah, kuat, lengkap } = rentang;
	if (lemah.nilai === kuat.nilai) return [kata.rata(jenis, formatAngka(lemah.nilai, lang))];
	return [(lengkap ? kata.rentang : kata.rentangDiketahui)(jenis, sebut(lemah), sebut(kuat))];
}
