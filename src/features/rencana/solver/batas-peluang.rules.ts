import type { Pecahan } from '#scoring';
import type { Simpul } from './antrean.rules.ts';
import type { Tabel } from './dinamis.rules.ts';
import { convolveSatu, SKALA } from './distribusi.rules.ts';
import { listRantai } from './rantai.rules.ts';
import { buildSetara, cheapestFrom, type Setara } from './setara.rules.ts';
import type { Peubah, Soal } from './soal.rules.ts';

/** Lower bounds and branches of one search. */
export class Pencarian {
	private readonly soal: Soal;
	private readonly minimal: number;
	/** Least cost of gaining at least so much with the indicators from n on. */
	private readonly termurah: readonly Float64Array[];
	private readonly langkah: readonly { kecil: number; besar: number; gagal: number }[];
	private readonly markov: readonly (Setara & { perlu: number })[];

	constructor(soal: Soal, tabel: Tabel, minimal: Pecahan) {
		this.soal = soal;
		// Rounded down well beyond the errors of double arithmetic, so that bounds stay bounds.
		this.minimal = (Number(minimal.p) / Number(minimal.q)) * (1 - 1e-9) - 1e-9;
		this.termurah = tabel.biaya.map(cheapestFrom);
		this.langkah = soal.peubah.map((_, n) => sumUpLangkah(soal.peubah.slice(n)));
		this.markov = buildMarkov(soal, this.minimal, this.langkah[0]?.besar ?? 1);
	}

	mulai(): Simpul {
		const isi = new Float64Array(this.soal.perlu + 1);
		isi[0] = SKALA;
		return this.bound({ n: 0, pilih: [], biaya: 0, isi, setara: this.markov.map(() => 0), bawah: 0 });
	}

	cabang({ n, pilih, biaya, isi, setara }: Simpul): Simpul[] {
		const peubah = this.soal.peubah[n] as Peubah;
		const hasil: Simpul[] = [];
		for (let r = peubah.bawah; r <= peubah.atas; r++) {
			const [rantai] = listRantai([peubah], [r]);
			const baru = rantai ? convolveSatu(isi, [0, isi.length - 1], rantai.langkah, 1, 'atas') : isi;
			hasil.push(
				this.bound({
					n: n + 1,
					pilih: [...pilih, r],
					biaya: biaya + (peubah.anak[r]?.biaya ?? 0),
					isi: baru,
					setara: setara.map((m, i) => m + (this.markov[i]?.tabel.peubah[n]?.anak[r]?.massa ?? 0)),
					bawah: 0,
				}),
			);
		}
		return hasil;
	}

	private bound(simpul: Simpul): Simpul {
		const sisa = Math.max(this.boundMarkov(simpul), this.boundLangkah(simpul));
		const bawah = simpul.biaya + sisa;
		return { ...simpul, bawah: bawah > (this.soal.anggaran ?? bawah) ? Number.POSITIVE_INFINITY : bawah };
	}

	private boundMarkov({ n, setara }: Simpul): number {
		return this.markov.reduce((batas, { termurah, perlu }, i) => {
			const sisa = Math.max(0, perlu - (setara[i] ?? 0));
			return Math.max(batas, termurah[n]?.[sisa] ?? Number.POSITIVE_INFINITY);
		}, 0);
	}

	private boundLangkah({ n, isi }: Simpul): number {
		const ekor = tailOf(isi);
		const termurah = this.termurah[n] as Float64Array;
		const sisa = this.langkah[n] ?? { kecil: 1, besar: 1, gagal: 0 };
		for (let g = 0; g < termurah.length && Number.isFinite(termurah[g] as number); g++) {
			if ((ekor[Math.max(0, isi.length - 1 - g)] as number) < this.minimal) continue;
			if (peluangTertinggi(ekor, g, sisa) >= this.minimal) return termurah[g] as number;
		}
		return Number.POSITIVE_INFINITY;
	}
}

/**
 * Markov's inequality for e^(λ · gain): P(gain ≥ perlu) ≥ p needs Σ (1/λ) ln E[e^(λ · gain)] ≥ perlu + ln p ÷ λ. For a
 * few λ > 0, each as a table of its own.
 */
function buildMarkov(soal: Soal, minimal: number, besar: number): (Setara & { perlu: number })[] {
	if (minimal <= 0 || minimal >= 1) return [];
	return [0.5, 1, 2, 4].flatMap((kelonggaran) => {
		const lambda = -Math.log(minimal) / (kelonggaran * besar);
		const setara = buildSetara(soal.peubah, lambda, 'atas');
		const perlu = soal.perlu + Math.log(minimal) / lambda;
		return setara ? [{ ...setara, perlu: Math.max(0, Math.floor(perlu * setara.kisi - 1e-6)) }] : [];
	});
}

/** Smallest and largest mass of a step, and the smallest chance of a refusal, among the steps that may be taken. */
export function sumUpLangkah(peubah: readonly Peubah[]) {
	let [kecil, besar, gagal] = [Number.POSITIVE_INFINITY, 1, 1];
	for (const { anak, atas } of peubah)
		for (let r = 1; r <= atas; r++) {
			const massa = (anak[r]?.massa ?? 0) - (anak[r - 1]?.massa ?? 0);
			const { beri, dari } = anak[r]?.langkah?.peluang ?? { beri: 1, dari: 1 };
			kecil = Math.min(kecil, massa);
			besar = Math.max(besar, massa);
			gagal = Math.min(gagal, (dari - beri) / dari);
		}
	return { kecil: Number.isFinite(kecil) ? kecil : 1, besar, gagal };
}

/** P(gain ≥ m) as a share of 1, for every m. */
function tailOf(isi: Float64Array): Float64Array {
	const ekor = new Float64Array(isi.length);
	let jumlah = 0;
	for (let m = isi.length - 1; m >= 0; m--) {
		jumlah += isi[m] as number;
		ekor[m] = Math.min(1, jumlah / SKALA);
	}
	return ekor;
}

const TERBANYAK_GAGAL = 8;

/** Upper bound of the chance when the rest gains g at most: Σ P(b refusals) · P(gain ≥ perlu − g + b · smallest). */
function peluangTertinggi(
	ekor: Float64Array,
	g: number,
	{ kecil, besar, gagal }: { kecil: number; besar: number; gagal: number },
): number {
	const banyak = Math.ceil(g / besar);
	const perlu = ekor.length - 1 - g;
	const di = (b: number) => {
		const m = perlu + b * kecil;
		return m <= 0 ? 1 : m >= ekor.length ? 0 : (ekor[m] as number);
	};
	let [bobot, sisa, jumlah] = [(1 - gagal) ** banyak, 1, 0];
	for (let b = 0; b < Math.min(TERBANYAK_GAGAL, banyak + 1); b++) {
		jumlah += bobot * di(b);
		sisa -= bobot;
		bobot = gagal >= 1 ? 0 : (bobot * (banyak - b) * gagal) / ((b + 1) * (1 - gagal));
	}
	return jumlah + Math.max(0, sisa) * di(TERBANYAK_GAGAL);
}
