import {
	add,
	type Instrumen,
	type Jawaban,
	listIndikator,
	nol,
	type Pecahan,
	raise,
	score,
	toDesimal,
} from '#scoring';
import type { KeadaanTindakan } from './tindakan.rules.ts';

/** An action as the forecast sees it. Dates ISO, levels hundredths; `dari` null where it starts from what is there. */
export interface LangkahTindakan {
	id: number;
	indikator: string | null;
	dari: number | null;
	ke: number | null;
	tenggat: string;
	keadaan: KeadaanTindakan;
}

/**
 * Whether an action's level is counted, or why not: it is late, due after the round's deadline, cancelled, waits for a
 * lower step that is not counted, or is about no indicator of this instrument.
 */
export type Hitungan = 'terhitung' | 'terlambat' | 'lewat_batas' | 'batal' | 'tertahan' | 'tanpa_indikator';

/** Figures are decimal strings with a point. */
export interface Prakiraan {
	/** Exact index now and with the counted actions, two decimals; null while an answer is missing. */
	kini: string | null;
	nanti: string | null;
	/** Index points that the counted actions bring, and that are lost by those not counted; three decimals. */
	naik: string;
	hilang: string;
	/** By action: whether it counts, and index points that it brings or loses; three decimals. */
	langkah: Map<number, { hitungan: Hitungan; poin: string }>;
	/** Levels with the counted actions. */
	jawaban: Jawaban;
}

/** The index at the round's deadline if every action keeps its date, and what each one that slips costs. */
export function hitungPrakiraan(
	instrumen: Instrumen,
	jawaban: Jawaban,
	tindakan: readonly LangkahTindakan[],
	tanggal: { kini: string; batas: string },
): Prakiraan {
	const langkah: Prakiraan['langkah'] = new Map();
	const nanti: Record<string, Jawaban[string]> = { ...jawaban };
	let [naik, hilang] = [nol, nol];
	for (const t of tindakan) langkah.set(t.id, { hitungan: 'tanpa_indikator', poin: '0.000' });
	for (const { id } of listIndikator(instrumen)) {
		const milik = tindakan.filter((t) => t.indikator === id && t.ke !== null) as LangkahNaik[];
		const naikan = daki(instrumen, jawaban, id, milik, tanggal);
		nanti[id] = naikan.nilai;
		for (const h of naikan.langkah) {
			langkah.set(h.id, { hitungan: h.hitungan, poin: toDesimal(h.poin, 3) });
			if (h.hitungan === 'terhitung') naik = add(naik, h.poin);
			else hilang = add(hilang, h.poin);
		}
	}
	const indeks = (j: Jawaban) => {
		const i = score(instrumen, j).indeks;
		return i && toDesimal(i);
	};
	return {
		kini: indeks(jawaban),
		nanti: indeks(nanti),
		naik: toDesimal(naik, 3),
		hilang: toDesimal(hilang, 3),
		langkah,
		jawaban: nanti,
	};
}

type LangkahNaik = LangkahTindakan & { ke: number };

/** Climbs one indicator in the order of levels: a step above a missing one is held back. */
function daki(
	instrumen: Instrumen,
	jawaban: Jawaban,
	indikator: string,
	milik: readonly LangkahNaik[],
	{ kini, batas }: { kini: string; batas: string },
) {
	const awal = jawaban[indikator] ?? null;
	const urut = [...milik].sort((a, b) => a.ke - b.ke || a.id - b.id);
	const poin = (dari: number, ke: number): Pecahan =>
		ke <= dari ? nol : (raise(instrumen, { ...jawaban, [indikator]: dari }, indikator, ke) ?? nol);
	let tiba = typeof awal === 'number' ? awal : null;
	const hasil: { id: number; hitungan: Hitungan; poin: Pecahan }[] = [];
	const luput: { t: LangkahNaik; hitungan: Hitungan }[] = [];
	for (const t of urut) {
		const hitungan = nilaiHitungan(t, kini, batas, tiba);
		if (hitungan !== 'terhitung' || tiba === null) {
			luput.push({ t, hitungan });
			continue;
		}
		hasil.push({ id: t.id, hitungan, poin: poin(tiba, t.ke) });
		tiba = Math.max(tiba, t.ke);
	}
	let capai = tiba ?? 0;
	for (const { t, hitungan } of luput) {
		const dari = Math.max(capai, t.dari ?? capai);
		const hilang = hitungan === 'batal' || tiba === null ? nol : poin(dari, t.ke);
		hasil.push({ id: t.id, hitungan, poin: hilang });
		if (hitungan !== 'batal') capai = Math.max(capai, t.ke);
	}
	return { nilai: typeof awal === 'number' ? tiba : awal, langkah: hasil };
}

function nilaiHitungan(t: LangkahNaik, kini: string, batas: string, tiba: number | null): Hitungan {
	if (t.keadaan === 'batal') return 'batal';
	if (t.keadaan !== 'selesai' && t.tenggat < kini) return 'terlambat';
	if (t.keadaan !== 'selesai' && t.tenggat > batas) return 'lewat_batas';
	return t.dari !== null && tiba !== null && t.dari > tiba ? 'tertahan' : 'terhitung';
}
