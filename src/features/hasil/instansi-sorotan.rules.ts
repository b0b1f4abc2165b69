import type { HasilTahun, SimpulHasil, Sorotan } from './instansi-hasil.schema.ts';

const BANYAK = 3;
/** With fewer aspects than this the domains say more. */
const ASPEK_CUKUP = 4;

/**
 * The weakest and the strongest nodes whose value is known: aspects where enough of them were published,
 * else domains; up to three each, none on both lists. What lies below the mean of its type does not stand out. Equal values are ordered by the points they cost.
 */
export function pilihSorotan(
	simpul: readonly SimpulHasil[],
	banyakSimpul: { domain: number; aspek: number },
): Pick<HasilTahun, 'menahan' | 'menonjol' | 'tingkatSorotan' | 'sorotanLengkap'> {
	const aspekDiumumkan = simpul.filter((s) => s.jenis === 'aspek' && s.asal === 'diumumkan').length;
	const jenis = aspekDiumumkan >= ASPEK_CUKUP ? 'aspek' : 'domain';
	const pasti = simpul.filter((s) => s.jenis === jenis && s.asal !== 'rentang');
	const banyak = Math.min(BANYAK, Math.floor(pasti.length / 2));
	if (banyak === 0) return { menahan: [], menonjol: [], tingkatSorotan: null, sorotanLengkap: false };
	const urut = pasti.toSorted((a, b) => a.min - b.min || b.hilangMin - a.hilangMin || a.no - b.no);
	return {
		menahan: urut.slice(0, banyak).map(sorot),
		menonjol: urut
			.slice(-banyak)
			.reverse()
			.filter(({ tipe, min }) => tipe === null || min >= tipe)
			.map(sorot),
		tingkatSorotan: jenis,
		sorotanLengkap: pasti.length === banyakSimpul[jenis],
	};
}

function sorot(simpul: SimpulHasil): Sorotan {
	return { simpul, selisihTipe: simpul.tipe === null ? null : simpul.min - simpul.tipe };
}

/** Most points lost first; ranges by the most they may cost; ties in the instrument's order. */
export function urutHilang(simpul: readonly SimpulHasil[]): SimpulHasil[] {
	return simpul.toSorted((a, b) => b.hilangMaks - a.hilangMaks || b.hilangMin - a.hilangMin || a.no - b.no);
}
