import type { HasilAkses } from './mesin/periksa-akses.rules.ts';
import type { AkunTersimpan } from './muat.rules.ts';

export const daftarKeputusan = ['pertahankan', 'ubah', 'cabut', 'alihkan'] as const;
export type Keputusan = (typeof daftarKeputusan)[number];

/** What a campaign decided of an account, to be seen in the next export. */
export interface JanjiButir {
	id: number;
	kunci: string;
	kampanye: string;
	keputusan: Keputusan;
	/** Day of the decision, ISO. */
	diputus: string;
	berlakuSampai: string | null;
	/** Digests of the rights and of the owner as they were frozen. */
	sidikHak: string;
	sidikPemilik: string;
}

/** Id of findings about decisions that were not carried out. */
export const ATURAN_KAMPANYE = 'KAMPANYE';

/** Whether the export shows that the decision was carried out; null where nothing had to change. */
export function janjiTerpenuhi(j: JanjiButir, kini: AkunTersimpan | undefined): 'terpenuhi' | 'belum' | null {
	if (j.keputusan === 'pertahankan') return null;
	if (!kini?.aktif) return 'terpenuhi';
	if (j.keputusan === 'cabut') return 'belum';
	const lama = j.keputusan === 'ubah' ? j.sidikHak : j.sidikPemilik;
	const baru = j.keputusan === 'ubah' ? sidikHak(kini) : sidikPemilik(kini);
	return lama === baru ? 'belum' : 'terpenuhi';
}

/** What of an account must have changed where "change" was decided. */
export const sidikHak = (a: Pick<AkunTersimpan, 'peran' | 'istimewa'>): string =>
	JSON.stringify([[...a.peran].sort(), a.istimewa]);
export const sidikPemilik = (a: Pick<AkunTersimpan, 'pemilik'>): string => a.pemilik;

const kalimat: Record<Exclude<Keputusan, 'pertahankan'>, string> = {
	cabut: 'dicabut, tetapi masih aktif',
	ubah: 'diubah haknya, tetapi peran dan haknya masih sama',
	alihkan: 'dialihkan, tetapi pemiliknya masih sama',
};

/** Adds findings for decisions that the export does not show, and for exceptions that have run out. */
export function sisipkanJanji(
	hasil: HasilAkses,
	janji: readonly JanjiButir[],
	kunciOf: (a: { sistem: string; akun: string }) => string,
	tanggal: string,
): void {
	const menurutKunci = new Map(janji.map((j) => [j.kunci, j]));
	for (const [i, { akun, cocok }] of hasil.akun.entries()) {
		const j = menurutKunci.get(kunciOf(akun));
		if (!j || !akun.aktif) continue;
		const p = 'pegawai' in cocok ? cocok.pegawai : null;
		const kini = {
			peran: akun.peran.slice(0, 20),
			istimewa: akun.istimewa === true,
			pemilik: p?.nip || akun.nip || akun.surel || akun.nama.toLowerCase(),
		};
		const alasan = alasanJanji(j, kini, tanggal);
		if (!alasan) continue;
		hasil.temuan.push({
			aturan: ATURAN_KAMPANYE,
			akun: akun.akun,
			sistem: akun.sistem,
			alasan,
			keparahan: 'sangat tinggi',
		});
		hasil.pemilikTemuan.push(i);
	}
}

function alasanJanji(
	j: JanjiButir,
	kini: Pick<AkunTersimpan, 'peran' | 'istimewa' | 'pemilik'>,
	tanggal: string,
): string | null {
	if (j.keputusan === 'pertahankan')
		return j.berlakuSampai !== null && j.berlakuSampai < tanggal
			? `Pengecualian dari kampanye "${j.kampanye}" berakhir ${j.berlakuSampai}; putuskan lagi.`
			: null;
	if (j.keputusan === 'ubah' && sidikHak(kini) !== j.sidikHak) return null;
	if (j.keputusan === 'alihkan' && sidikPemilik(kini) !== j.sidikPemilik) return null;
	return `Kampanye "${j.kampanye}" memutuskan pada ${j.diputus} bahwa akun ini ${kalimat[j.keputusan]}.`;
}

export type TolakButir =
	| 'tanpa_keputusan'
	| 'tanpa_alasan'
	| 'tanpa_batas'
	| 'batas_salah'
	| 'batas_terlalu_jauh';
/** Longest exception, in days: roles are reviewed at least yearly (CIS 6.8). */
export const PENGECUALIAN_TERLAMA = 366;

/** Whether a decision is complete: a reason, except to keep what no rule flagged; an end for what is kept although flagged. */
export function canPutuskan(
	m: { keputusan: Keputusan | null; alasan: string; berlakuSampai: string | null },
	bertanda: boolean,
	kini: string,
): { ok: true } | { ok: false; reason: TolakButir } {
	if (m.keputusan === null) return { ok: false, reason: 'tanpa_keputusan' };
	const pengecualian = m.keputusan === 'pertahankan' && bertanda;
	if ((m.keputusan !== 'pertahankan' || bertanda) && m.alasan.trim() === '')
		return { ok: false, reason: 'tanpa_alasan' };
	if (!pengecualian) return { ok: true };
	if (m.berlakuSampai === null) return { ok: false, reason: 'tanpa_batas' };
	const sampai = Date.parse(m.berlakuSampai);
	if (Number.isNaN(sampai) || m.berlakuSampai <= kini) return { ok: false, reason: 'batas_salah' };
	return (sampai - Date.parse(kini)) / 86_400_000 > PENGECUALIAN_TERLAMA
		? { ok: false, reason: 'batas_terlalu_jauh' }
		: { ok: true };
}

export type KeadaanButir = 'belum' | 'habis' | 'diputus';
/** An exception that has run out waits for a decision again. */
export function keadaanButir(
	b: { keputusan: Keputusan | null; berlakuSampai: string | null },
	kini: string,
): KeadaanButir {
	if (b.keputusan === null) return 'belum';
	return b.keputusan === 'pertahankan' && b.berlakuSampai !== null && b.berlakuSampai < kini
		? 'habis'
		: 'diputus';
}
