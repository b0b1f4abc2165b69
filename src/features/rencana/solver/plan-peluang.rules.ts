import { compare, type Pecahan } from '#scoring';
import { Antrean, type Simpul } from './antrean.rules.ts';
import { Pencarian } from './batas-peluang.rules.ts';
import { seedRencana } from './benih-peluang.rules.ts';
import type { Tabel } from './dinamis.rules.ts';
import { peluangTarget } from './distribusi.rules.ts';
import { listRantai } from './rantai.rules.ts';
import type { PeluangTarget } from './rencana.schema.ts';
import { isLayak, type Soal, totalOf } from './soal.rules.ts';

export interface HasilPeluang {
	/** Cheapest plan found with the chance asked for; null when none was found. */
	pilih: readonly number[] | null;
	peluang: PeluangTarget | null;
	/** No plan with that chance costs less than this; null when it is proven that there is none at all. */
	batas: number | null;
	/** Nothing cheaper exists (or nothing at all). */
	terbukti: boolean;
	/** Partial plans looked at. */
	simpul: number;
}

export interface OpsiPeluang {
	/** Partial plans to look at before answering with a gap. */
	simpul?: number;
}

/** Cells of all distributions that a search may hold for the partial plans it looks at. */
const SEL_TERBANYAK = 4_000_000;

/**
 * The cheapest plan whose chance of gaining `perlu` is at least `minimal`. Branch and bound over partial plans of
 * rising lower bound. The bound of a partial plan: let g be what the other indicators gain when all is granted. Their
 * loss is at least the smallest step times the number of refusals among at least g ÷ largest step steps, each refused
 * with at least the smallest chance; so some g is too small for the chance to suffice, and the table gives the least
 * cost of the smallest g that is not. What the search could not finish stays as the gap between `batas` and the plan.
 */
export function planPeluang(
	soal: Soal,
	tabel: Tabel,
	minimal: Pecahan,
	opsi: OpsiPeluang = {},
): HasilPeluang {
	const batasSimpul = Math.min(opsi.simpul ?? 1500, Math.ceil(SEL_TERBANYAK / (soal.perlu + 1)));
	const cukup = (pilih: readonly number[]) => {
		const peluang = peluangTarget(listRantai(soal.peubah, pilih), soal.perlu);
		if (compare(peluang.bawah, minimal) >= 0) return { peluang, ya: true, pasti: true };
		return { peluang, ya: false, pasti: compare(peluang.atas, minimal) < 0 };
	};
	const cari = new Pencarian(soal, tabel, minimal);
	let terbaik = seedRencana(soal, tabel, (pilih) => cukup(pilih).ya);
	const antre = new Antrean();
	antre.push(cari.mulai());
	let [simpul, ragu] = [0, Number.POSITIVE_INFINITY];
	const mahal = () => (terbaik ? totalOf(soal.peubah, terbaik).biaya : Number.POSITIVE_INFINITY);
	while (antre.terkecil() < mahal() && simpul < batasSimpul) {
		const ini = antre.pop() as Simpul;
		simpul++;
		if (ini.n < soal.peubah.length) {
			for (const anak of cari.cabang(ini)) if (anak.bawah < mahal()) antre.push(anak);
			continue;
		}
		if (!isLayak(soal, ini.pilih)) continue;
		const { ya, pasti } = cukup(ini.pilih);
		if (ya) terbaik = ini.pilih;
		else if (!pasti) ragu = Math.min(ragu, ini.biaya);
	}
	const terbuka = Math.min(antre.terkecil(), ragu);
	const batas = Math.min(terbuka, mahal());
	return {
		pilih: terbaik,
		peluang: terbaik && cukup(terbaik).peluang,
		batas: Number.isFinite(batas) ? batas : null,
		terbukti: terbuka >= mahal(),
		simpul,
	};
}
