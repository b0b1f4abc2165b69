import {
	type AturanPredikat,
	type Instrumen,
	listAspek,
	type OpsiPeriksa,
	pasanganBersama,
	periksaTerbitan,
	type Simpulan as SimpulanInti,
	simpulkan,
	type Terbit,
	toPersis,
} from '#scoring';
import type { SalahSatu } from './hasil.schema.ts';

/** Raised when the method changes, so that stored results are judged again. */
export const VERSI_SIMPULAN = '1';

/** What is published of one result. Hundredths, by node. */
export interface Terbitan {
	indeks: number;
	/** Null where the source states none. */
	predikat: string | null;
	nilai: Readonly<Record<string, number>>;
	salahSatu: readonly SalahSatu[];
	/** The row stands in a list that is complete. */
	lengkap: boolean;
	aturan: AturanPredikat;
}

/** What the exact value of a node can be. Values in levels: a terminating decimal ("1.5"), else a fraction ("17/11"). */
export interface SimpulTersimpan {
	min: string;
	maks: string;
	/** Lowest and highest as shown, hundredths. */
	tampil: [number, number];
	/** Every possible value, where there are few. */
	daftar?: string[];
}

export interface SimpulanTersimpan {
	/** Nodes of which the publication says more than the scale; published ones only where few values are possible. */
	simpul: Record<string, SimpulTersimpan>;
	/** The values that the two unpublished aspects can have together, as shown, hundredths. */
	pasangan?: { simpul: [string, string]; nilai: [number, number][] };
}

export interface HasilSimpulan {
	status: 'cocok' | 'meragukan' | 'belum_lengkap';
	/** A code of the core, with the node after a colon where there is one: "domain_kosong:D1". */
	alasan: string | null;
	simpulan: SimpulanTersimpan | null;
}

const DAFTAR_TERPANJANG = 8;
const PASANGAN_TERBANYAK = 100;

/**
 * Whether a published row can be true, and what it implies for every other node. `belum_lengkap`: only the index
 * is known, so that there is nothing to check it against.
 */
export function simpulkanTerbitan(instrumen: Instrumen, terbitan: Terbitan): HasilSimpulan {
	const terbit = susunTerbit(instrumen, terbitan);
	const opsi: OpsiPeriksa = { aturanPredikat: terbitan.aturan, lengkap: terbitan.lengkap };
	const periksa = periksaTerbitan(instrumen, terbit, opsi);
	const simpulan = susunSimpulan(instrumen, terbit, opsi);
	if (periksa.status === 'meragukan') {
		const alasan = periksa.simpul === undefined ? periksa.alasan : `${periksa.alasan}:${periksa.simpul}`;
		return { status: 'meragukan', alasan, simpulan };
	}
	const status = Object.keys(terbitan.nilai).length === 0 ? 'belum_lengkap' : 'cocok';
	return { status, alasan: null, simpulan };
}

/** The published figures in the form the scoring core asks for. */
export function susunTerbit(
	instrumen: Instrumen,
	{ indeks, predikat, nilai, salahSatu }: Pick<Terbitan, 'indeks' | 'predikat' | 'nilai' | 'salahSatu'>,
): Terbit {
	const pilih = (ids: readonly string[]) =>
		Object.fromEntries(ids.flatMap((id) => (nilai[id] === undefined ? [] : [[id, nilai[id]]])));
	const aspek = listAspek(instrumen);
	return {
		indeks,
		predikat,
		domain: pilih(instrumen.domain.map((d) => d.id)),
		aspek: pilih(aspek.map((a) => a.id)),
		indikator: pilih(aspek.flatMap((a) => a.indikator.map((i) => i.id))),
		salahSatu: salahSatu.map((s) => ({ indikator: s.indikator, nilai: s.nilai })),
	};
}

function susunSimpulan(instrumen: Instrumen, terbit: Terbit, opsi: OpsiPeriksa): SimpulanTersimpan | null {
	const hasil = simpulkan(instrumen, terbit, opsi);
	if (!hasil.ok) return null;
	const simpul: Record<string, SimpulTersimpan> = {};
	for (const [id, isi] of hasil.simpul) if (isTersimpan(isi)) simpul[id] = tulisSimpul(isi);
	const pasangan = susunPasangan(instrumen, terbit, opsi, hasil.simpul);
	return { simpul, ...(pasangan ? { pasangan } : {}) };
}

function isTersimpan({ terbit, menyempit, jumlah }: SimpulanInti): boolean {
	return terbit ? jumlah !== null && jumlah <= DAFTAR_TERPANJANG : menyempit;
}

function tulisSimpul({ min, maks, daftar, jumlah, tampil }: SimpulanInti): SimpulTersimpan {
	const sedikit = daftar && jumlah !== null && jumlah > 1 && jumlah <= DAFTAR_TERPANJANG;
	return {
		min: toPersis(min),
		maks: toPersis(maks),
		tampil: [tampil[0] ?? 0, tampil.at(-1) ?? 0],
		...(sedikit ? { daftar: daftar.map(toPersis) } : {}),
	};
}

/** Where a source states all aspects but two, those two depend on each other. */
function susunPasangan(
	instrumen: Instrumen,
	terbit: Terbit,
	opsi: OpsiPeriksa,
	simpul: ReadonlyMap<string, SimpulanInti>,
): SimpulanTersimpan['pasangan'] {
	if (Object.keys(terbit.aspek ?? {}).length === 0) return undefined;
	const terbuka = listAspek(instrumen).filter(({ id }) => {
		const isi = simpul.get(id);
		return isi && !isi.terbit && isi.jenis !== 'tunggal';
	});
	const [a, b] = terbuka;
	if (!a || !b || terbuka.length > 2) return undefined;
	const hasil = pasanganBersama(instrumen, terbit, [a.id, b.id], opsi);
	if (!hasil.ok || hasil.pasangan.length > PASANGAN_TERBANYAK) return undefined;
	return { simpul: [a.id, b.id], nilai: hasil.pasangan.map(({ tampil }) => [...tampil]) };
}
