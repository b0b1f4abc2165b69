import { getInstansiHasil } from '#features/hasil/get-instansi-hasil.ts';
import { susunTerbit } from '#features/hasil/hasil-simpulan.rules.ts';
import type { HasilTahun, SimpulHasil } from '#features/hasil/instansi-hasil.schema.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { type InstrumenHitung, pickInstrumenHitung } from '#features/instrumen/instrumen-hitung.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Instrumen } from '#scoring';
import { contohSusunan } from '#scoring/contoh-susunan.ts';
import { bacaKode, type Isian, tulisIsian } from './hitung-isian.rules.ts';

export interface HitungMinta {
	instrumen?: string | undefined;
	/** Slug of the institution to start from, and the year of its result. */
	dari?: string | undefined;
	tahun?: number | undefined;
	/** Fill what is unknown with one assignment of levels that gives the same published figures. */
	contoh?: boolean;
	/** Fields as a shared address holds them. */
	n?: string | undefined;
}

export interface HitungTerbuka {
	instrumen: InstrumenHitung;
	pilihan: { id: string; singkatan: string; nama: string }[];
	isian: Isian;
	/** Where the fields come from; null from zero. */
	asal:
		| { jenis: 'tautan' }
		| {
				jenis: 'instansi';
				slug: string;
				nama: string;
				tahun: number;
				indeks: number;
				/** Indicators published, and those that follow from what was published. */
				terbit: string[];
				turunan: string[];
				banyak: number;
				/** The rest is filled with an example, not with what the institution scored. */
				contoh: boolean;
		  }
		| null;
	/** What of the address could not be used. */
	galat: (
		| 'instrumen_tidak_dikenal'
		| 'kode_rusak'
		| 'instansi_tidak_ada'
		| 'tahun_tidak_ada'
		| 'contoh_tidak_ada'
	)[];
}

/** The instrument most results were made with; the calculator opens with it. */
const BAWAAN = 'spbe-2020';

/** The calculator for an instrument, empty, from a shared address, or from an institution's published result. */
export async function openHitung(ctx: Ctx, minta: HitungMinta): Promise<HitungTerbuka> {
	const daftar = listInstrumen(ctx);
	const galat: HitungTerbuka['galat'] = [];
	const hasil =
		minta.dari === undefined ? null : await getInstansiHasil(ctx, { slug: minta.dari, tahun: minta.tahun });
	if (hasil && !hasil.ok) galat.push(hasil.reason);
	const terbit = hasil?.ok ? hasil.value.hasil : null;
	const diminta = terbit?.instrumen.id ?? minta.instrumen;
	const dipilih = daftar.find((i) => i.id === diminta) ?? daftar.find((i) => i.id === BAWAAN) ?? daftar[0];
	if (!dipilih) throw new Error('tidak ada instrumen');
	if (diminta !== undefined && dipilih.id !== diminta) galat.push('instrumen_tidak_dikenal');
	const instrumen = pickInstrumenHitung(dipilih);
	const dasar = {
		instrumen,
		pilihan: daftar.map(({ id, singkatan, nama }) => ({ id, singkatan, nama })),
		galat,
	};
	if (minta.n) {
		const isian = bacaKode(instrumen, minta.n);
		if (isian) return { ...dasar, isian, asal: { jenis: 'tautan' } };
		galat.push('kode_rusak');
	}
	if (!hasil?.ok || !terbit) return { ...dasar, isian: {}, asal: null };
	const { isian, ...asal } = isiDariHasil(terbit.simpul);
	const contoh = minta.contoh ? isiContoh(instrumen, terbit) : null;
	if (minta.contoh && !contoh) galat.push('contoh_tidak_ada');
	const { slug, nama } = hasil.value.instansi;
	const { tahun, indeks } = terbit;
	return {
		...dasar,
		isian: contoh ?? isian,
		asal: { jenis: 'instansi', slug, nama, tahun, indeks, ...asal, contoh: contoh !== null },
	};
}

/** One of the assignments of levels that give the published figures; null where there is none. */
function isiContoh(instrumen: Instrumen, hasil: HasilTahun): Isian | null {
	const terbit = susunTerbit(instrumen, {
		indeks: hasil.indeks,
		predikat: hasil.predikatTurunan ? null : hasil.predikat,
		nilai: Object.fromEntries(hasil.simpul.filter((s) => s.asal === 'diumumkan').map((s) => [s.id, s.min])),
		salahSatu: hasil.salahSatu.map(({ id, nilai, keterangan }) => ({ indikator: id, nilai, keterangan })),
	});
	const susunan = contohSusunan(instrumen, terbit, { aturanPredikat: hasil.aturanPredikat });
	return susunan && tulisIsian(susunan);
}

/** Fills in what was published of each indicator and what single value follows; the rest stays empty. */
export function isiDariHasil(simpul: readonly Pick<SimpulHasil, 'id' | 'jenis' | 'asal' | 'min' | 'maks'>[]) {
	const indikator = simpul.filter((s) => s.jenis === 'indikator' && s.asal !== 'rentang' && s.min === s.maks);
	const dengan = (asal: SimpulHasil['asal']) => indikator.filter((s) => s.asal === asal).map((s) => s.id);
	return {
		isian: tulisIsian(Object.fromEntries(indikator.map((s) => [s.id, s.min]))),
		terbit: dengan('diumumkan'),
		turunan: dengan('turunan'),
		banyak: indikator.length,
	};
}
