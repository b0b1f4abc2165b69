import {
	type Instrumen,
	type Jawaban,
	listIndikator,
	type NilaiJawaban,
	type Pecahan,
	pecahan,
	type SimpulSkor,
	score,
} from '#scoring';
import type { TabelUsaha, UsahaLangkah } from './rencana.schema.ts';

/** What an indicator has after climbing to a rung; rung 0 is where it stands. Costs and the like add up from there. */
export interface Anak {
	/** Hundredths. */
	tingkat: number;
	/** Gain in mass units of the ladder set; a whole number. */
	massa: number;
	biaya: number;
	hari: number;
	bulan: number;
	/** The step that leads here; null on rung 0. */
	langkah: UsahaLangkah | null;
}

export interface Tangga {
	id: string;
	anak: readonly [Anak, ...Anak[]];
	/** The answer on that rung. */
	jawab: (anak: number) => NilaiJawaban;
}

export interface TanggaSemua {
	tangga: readonly Tangga[];
	/** Index points of one mass unit. */
	satuan: Pecahan;
	/** Present index; present mass is index ÷ satuan, not always whole. */
	indeks: Pecahan;
	/** Domains, aspects and indicators by id. */
	simpul: ReadonlyMap<string, SimpulTangga>;
}

/** A node of the instrument: what its indicators gain times `bagian` is what it adds to the index. */
export interface SimpulTangga {
	/** Positions of its indicators. */
	peubah: readonly number[];
	/** Present value. */
	nilai: Pecahan;
	/** Its share of the whole weight. */
	bagian: Pecahan;
}

const butirOf = (isi: NilaiJawaban | undefined) =>
	typeof isi === 'object' && isi !== null ? isi : [isi ?? null];

/**
 * The ladder of every indicator: whole levels in order, from a decimal value (3,25) to the next whole level, for
 * which the whole step from 3 to 4 is charged. An indicator with several items climbs with its lowest: on a rung
 * each item stands at that level or where it was already. Indicators without an answer cannot be planned.
 */
export function buildTangga(
	instrumen: Instrumen,
	jawaban: Jawaban,
	tabel: TabelUsaha,
): { ok: true; semua: TanggaSemua } | { ok: false; belum: string[] } {
	const indikator = listIndikator(instrumen);
	const belum = indikator.filter(({ id }) => butirOf(jawaban[id]).includes(null)).map(({ id }) => id);
	const kosong = indikator.filter(({ id }) => butirOf(jawaban[id]).length === 0).map(({ id }) => id);
	if (belum.length + kosong.length > 0) return { ok: false, belum: [...belum, ...kosong] };
	const butir = new Map(indikator.map(({ id }) => [id, butirOf(jawaban[id]) as readonly number[]]));
	const kali = [...butir.values()].reduce((k, { length }) => (k % length === 0 ? k : k * length), 1);
	const mentah = indikator.map(({ id, bobot }) =>
		climb(instrumen, id, butir.get(id) ?? [], (bobot * kali) / (butir.get(id)?.length ?? 1), tabel[id] ?? []),
	);
	const bagi = mentah.flatMap(({ anak }) => anak).reduce((f, { massa }) => fpb(f, massa), 0) || 1;
	const tangga = mentah.map(({ anak, ...isi }) => ({
		...isi,
		anak: anak.map((a) => ({ ...a, massa: a.massa / bagi })) as [Anak, ...Anak[]],
	}));
	const penyebut = 100 * kali * instrumen.satuanBobot.total;
	const kini = indikator.reduce(
		(n, { id, bobot }) => n + ((bobot * kali) / (butir.get(id)?.length ?? 1)) * sum(butir.get(id) ?? []),
		0,
	);
	const simpul = listSimpul(instrumen, jawaban);
	return {
		ok: true,
		semua: { tangga, simpul, satuan: pecahan(bagi, penyebut), indeks: pecahan(kini, penyebut) },
	};
}

function listSimpul(instrumen: Instrumen, jawaban: Jawaban): Map<string, SimpulTangga> {
	const letak = new Map(listIndikator(instrumen).map(({ id }, n) => [id, n]));
	const hasil = new Map<string, SimpulTangga>();
	const catat = ({ id, nilai, bobot, anak }: SimpulSkor): number[] => {
		const peubah = anak.length > 0 ? anak.flatMap(catat) : [letak.get(id) ?? -1];
		if (nilai) hasil.set(id, { peubah, nilai, bagian: pecahan(bobot, instrumen.satuanBobot.total) });
		return peubah;
	};
	for (const anak of score(instrumen, jawaban).simpul.anak) catat(anak);
	return hasil;
}

const sum = (daftar: readonly number[]) => daftar.reduce((n, x) => n + x, 0);
const fpb = (a: number, b: number): number => (b === 0 ? a : fpb(b, a % b));

function climb(
	{ skala }: Instrumen,
	id: string,
	butir: readonly number[],
	satuan: number,
	usaha: readonly UsahaLangkah[],
): Tangga {
	const kini = Math.min(...butir);
	const naik = (tingkat: number) => butir.map((b) => Math.max(b, tingkat));
	const anak: [Anak, ...Anak[]] = [{ tingkat: kini, massa: 0, biaya: 0, hari: 0, bulan: 0, langkah: null }];
	for (let ke = Math.floor(kini / 100) * 100 + 100; ke <= skala.maks; ke += 100) {
		const langkah = usaha[Math.floor((ke - skala.min - 1) / 100)];
		if (!langkah) throw new Error(`${id}: tidak ada usaha untuk langkah ke ${ke}`);
		const sebelum = anak[anak.length - 1] as Anak;
		anak.push({
			tingkat: ke,
			massa: satuan * (sum(naik(ke)) - sum(butir)),
			biaya: sebelum.biaya + langkah.biaya,
			hari: sebelum.hari + langkah.hari,
			bulan: sebelum.bulan + langkah.bulan,
			langkah,
		});
	}
	return {
		id,
		anak,
		jawab: (n) => {
			const isi = n === 0 ? butir : naik(anak[n]?.tingkat ?? kini);
			return isi.length === 1 ? (isi[0] ?? null) : isi;
		},
	};
}
