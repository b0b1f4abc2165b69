import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { type Instrumen, listAspek } from '#scoring/instrumen.ts';
import {
	equal,
	fromPerseratus,
	mul,
	type Pecahan,
	pecahan,
	roundPerseratus,
	sub,
	toPersis,
} from '#scoring/pecahan.ts';
import type { BarisRerata, NilaiTersimpan } from './baca-instansi.store.ts';
import type { SimpulHasil } from './instansi-hasil.schema.ts';

/** Lowest and highest value a node may have, in levels, exactly. */
export interface Kisaran {
	min: Pecahan;
	maks: Pecahan;
	/** Every possible value as stored ("1.5", "17/11"), where there are few. */
	daftar?: readonly string[] | null;
}

export interface DataSimpul {
	instrumen: InstrumenLengkap;
	/** As published. */
	nilai: readonly NilaiTersimpan[];
	/** What follows from the published figures, by node. */
	simpulan: ReadonlyMap<string, Kisaran>;
	rerata: readonly BarisRerata[];
	/** Source of the index, used where a value names none. */
	sumber: string;
}

interface Kerangka {
	id: string;
	jenis: SimpulHasil['jenis'];
	induk: string | null;
	no: number;
	nama: string;
	pendek: string;
	bobot: number;
}

function listKerangka(instrumen: InstrumenLengkap): Kerangka[] {
	const induk = new Map(instrumen.domain.flatMap((d) => d.aspek.map((a) => [a.id, d.id] as const)));
	const aspek = listAspek(instrumen);
	const pilih = ({ id, no, nama, bobot }: Omit<Kerangka, 'jenis' | 'induk' | 'pendek'>) => ({
		id,
		no,
		nama,
		pendek: nama,
		bobot,
	});
	return [
		...instrumen.domain.map((d) => ({ ...pilih(d), jenis: 'domain' as const, induk: null })),
		...aspek.map((a) => ({ ...pilih(a), jenis: 'aspek' as const, induk: induk.get(a.id) ?? null })),
		...aspek.flatMap((a) =>
			a.indikator.map((i) => ({
				...pilih(i),
				pendek: i.pendek,
				jenis: 'indikator' as const,
				induk: a.id,
			})),
		),
	];
}

/**
 * Every node of which something is known: published values, single values that follow (`turunan`) and ranges
 * narrower than the scale. A domain or aspect of which nothing is known stands beside known ones with the whole
 * scale, so that none is missed; indicators appear only where a single value is known.
 */
export function susunSimpul(data: DataSimpul): SimpulHasil[] {
	const { skala } = data.instrumen;
	const penuh = { min: fromPerseratus(skala.min), maks: fromPerseratus(skala.maks) };
	const dibaca = listKerangka(data.instrumen).map((k) => ({ k, simpul: bacaSimpul(k, data) }));
	const adaJenis = new Set(dibaca.flatMap(({ k, simpul }) => (simpul ? [k.jenis] : [])));
	return dibaca.flatMap(({ k, simpul }) => {
		if (k.jenis === 'indikator') return simpul && simpul.asal !== 'rentang' ? [simpul] : [];
		if (simpul) return [simpul];
		return adaJenis.has(k.jenis) ? [buatSimpul(k, data, { asal: 'rentang', ...penuh })] : [];
	});
}

/** A published value stands as published unless exactly one value rounds to it. */
function bacaSimpul(k: Kerangka, data: DataSimpul): SimpulHasil | undefined {
	const terbit = data.nilai.find((n) => n.simpul === k.id);
	const kisaran = data.simpulan.get(k.id);
	if (terbit) {
		const satu = kisaran && equal(kisaran.min, kisaran.maks) && roundPerseratus(kisaran.min) === terbit.nilai;
		const tetap = fromPerseratus(terbit.nilai);
		const isi = satu ? kisaran : { min: tetap, maks: tetap };
		return {
			...buatSimpul(k, data, { asal: 'diumumkan', ...isi }, terbit),
			...(satu ? {} : { persis: null }),
		};
	}
	if (!kisaran || selebarSkala(kisaran, data.instrumen)) return undefined;
	const satu = roundPerseratus(kisaran.min) === roundPerseratus(kisaran.maks);
	return buatSimpul(k, data, { asal: satu ? 'turunan' : 'rentang', ...kisaran });
}

function selebarSkala({ min, maks }: Kisaran, { skala }: Instrumen): boolean {
	return roundPerseratus(min) <= skala.min && roundPerseratus(maks) >= skala.maks;
}

function buatSimpul(
	k: Kerangka,
	data: DataSimpul,
	{ asal, min, maks, daftar = null }: Kisaran & Pick<SimpulHasil, 'asal'>,
	terbit?: NilaiTersimpan,
): SimpulHasil {
	const { satuanBobot, skala } = data.instrumen;
	const bagian = pecahan(k.bobot, satuanBobot.total);
	const hilang = (nilai: Pecahan) => mul(bagian, sub(fromPerseratus(skala.maks), nilai));
	const tunggal = equal(min, maks);
	return {
		id: k.id,
		jenis: k.jenis,
		induk: k.induk,
		no: k.no,
		nama: k.nama,
		pendek: k.pendek,
		asal,
		min: terbit?.nilai ?? roundPerseratus(min),
		maks: terbit?.nilai ?? roundPerseratus(maks),
		persis: tunggal ? toPersis(min) : null,
		daftar: daftar && [...daftar],
		bobot: roundPerseratus(pecahan(k.bobot, satuanBobot.perPersen)),
		hilangMin: roundPerseratus(hilang(maks)),
		hilangMaks: roundPerseratus(hilang(min)),
		hilangPersis: tunggal ? toPersis(hilang(min)) : null,
		kontribusi: tunggal ? toPersis(mul(bagian, min)) : null,
		sumber: asal === 'diumumkan' ? (terbit?.sumber ?? data.sumber) : null,
		...rerataSimpul(k.id, data.rerata),
	};
}

/** Means of the list, rounded to hundredths; null where the year has no such group. */
export function rerataSimpul(
	simpul: string,
	rerata: readonly BarisRerata[],
): { tipe: number | null; provinsi: number | null } {
	const cari = (kelompok: string) => {
		const baris = rerata.find((r) => r.kelompok === kelompok && r.simpul === simpul);
		return baris && baris.banyak > 0 ? roundPerseratus(pecahan(baris.jumlah, baris.banyak * 100)) : null;
	};
	return { tipe: cari('jenis'), provinsi: cari('provinsi') };
}
