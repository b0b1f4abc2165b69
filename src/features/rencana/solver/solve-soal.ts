import type { Highs } from 'highs';
import { buildTabel, solveDinamis, type Tabel } from './dinamis.rules.ts';
import { requireHighs, runHighs } from './highs.ts';
import {
	buildMilp,
	type Milp,
	nilaiSasaran,
	readPilih,
	type Sasaran,
	setSasaran,
	weighSasaran,
} from './milp.rules.ts';
import { dendaOf, isLayak, isTerikat, type Soal } from './soal.rules.ts';

export interface Pemecahan {
	/** Rung of every indicator. */
	pilih: readonly number[];
	cara: 'program_dinamis' | 'highs';
	/** null = proven best; else the best value (cost with penalties, or mass) that is still possible. */
	batas: { nilai: number; alasan: 'batas_waktu' | 'biaya_terlalu_besar' } | null;
}

/** `pasti` false: neither a plan nor a proof that there is none. */
export type HasilSoal = { ok: true; pemecahan: Pemecahan } | { ok: false; pasti: boolean };

export interface OpsiSoal {
	/** A table already built for the same indicators and ranges. */
	tabel?: Tabel | null;
	/** Plans (rungs of every indicator) to keep out. */
	tolak?: readonly (readonly number[])[];
	/** Limit of one call of HiGHS, seconds. */
	detik?: number;
}

/**
 * The best plan. First the exact programme without what ties indicators together: where its plan keeps those
 * constraints too it is the optimum, and where it finds none there is none. Otherwise HiGHS, whose plan is counted
 * again in whole numbers. Ties: cost, index, steps (aim `indeks`: index, cost, steps), then instrument order for the
 * programme; HiGHS settles the last one by its fixed seed.
 */
export async function solveSoal(soal: Soal, opsi: OpsiSoal = {}): Promise<HasilSoal> {
	const { tolak = [], detik = 10 } = opsi;
	const diam = soal.peubah.map(() => 0);
	if (soal.tujuan === 'biaya' && tolak.length === 0 && isLayak(soal, diam))
		return { ok: true, pemecahan: { pilih: diam, cara: 'program_dinamis', batas: null } };
	const tabel = opsi.tabel === undefined ? buildTabel(soal.peubah) : opsi.tabel;
	const longgar = tabel && solveDinamis(soal, tabel);
	if (tabel && !longgar) return { ok: false, pasti: true };
	if (longgar && tolak.length === 0 && isTerikat(soal, longgar) && dendaOf(soal, longgar) === 0)
		return { ok: true, pemecahan: { pilih: longgar, cara: 'program_dinamis', batas: null } };
	if (soal.peubah.some(({ bawah, atas }) => bawah > atas)) return { ok: false, pasti: true };
	return solveHighs(await requireHighs(), soal, { tolak, detik, longgar });
}

interface Bekal {
	tolak: readonly (readonly number[])[];
	detik: number;
	/** Optimum of the looser problem: nothing can be better. */
	longgar: readonly number[] | null;
}

const urutan = { biaya: ['biaya', 'massa', 'langkah'], indeks: ['massa', 'biaya', 'langkah'] } as const;

function solveHighs(highs: Highs, soal: Soal, { tolak, detik, longgar }: Bekal): HasilSoal {
	const [pertama, kedua, ketiga] = urutan[soal.tujuan].map((jenis): Sasaran => ({ jenis })) as [
		Sasaran,
		Sasaran,
		Sasaran,
	];
	const milp = buildMilp(soal, tolak);
	const dasar = longgar && nilaiLonggar(soal, pertama, longgar);
	if (dasar !== null) addDasar(milp, pertama, dasar);
	const hasil = minimize(highs, milp, pertama, detik, [kedua, ketiga]);
	if (!hasil.ok) return hasil;
	const { nilai } = hasil;
	const batas = dasar === null ? hasil.batas : Math.max(hasil.batas, dasar);
	const alasan = hasil.pasti ? 'batas_waktu' : 'biaya_terlalu_besar';
	const tanda = pertama.jenis === 'massa' ? -1 : 1;
	const pemecahan: Pemecahan = {
		pilih: hasil.pilih,
		cara: 'highs',
		batas: nilai <= batas ? null : { nilai: tanda * batas, alasan },
	};
	if (pemecahan.batas || hasil.seri) return { ok: true, pemecahan };
	const pilih = breakTie(highs, milp, [pertama, kedua, ketiga], hasil.pilih, detik);
	return { ok: true, pemecahan: { ...pemecahan, pilih } };
}

/** No plan is better than the optimum of the looser problem; telling the solver so saves it a third of its time. */
function addDasar(milp: Milp, sasaran: Sasaran, dasar: number): void {
	const { tetap, bagi } = setSasaran(milp, sasaran);
	if (jumlahMutlak(milp.tujuan) > TERBESAR) return;
	const isi = new Map(milp.tujuan.flatMap((v, k) => (v === 0 ? [] : [[k, v] as const])));
	milp.baris.push({ isi, min: Math.ceil((dasar - tetap) / bagi), maks: null });
}

/** Penalties are not in the looser problem, so its cost alone is the bound. */
const nilaiLonggar = (soal: Soal, sasaran: Sasaran, pilih: readonly number[]) =>
	nilaiSasaran({ ...soal, berdenda: [] }, sasaran, pilih);

/** Where costs are too large for one objective: among the plans as good as `pilih` the best by the other aims. */
function breakTie(
	highs: Highs,
	milp: Milp,
	[pertama, kedua, ketiga]: readonly [Sasaran, Sasaran, Sasaran],
	pilih: readonly number[],
	detik: number,
): readonly number[] {
	const { soal } = milp;
	const nilai = nilaiSasaran(soal, pertama, pilih);
	const { tetap, bagi } = setSasaran(milp, pertama);
	const isi = new Map(milp.tujuan.flatMap((v, k) => (v === 0 ? [] : [[k, v] as const])));
	milp.baris.push({ isi, min: null, maks: Math.round((nilai - tetap) / bagi) });
	const hasil = minimize(highs, milp, kedua, detik, [ketiga]);
	const lebihBaik =
		hasil.ok &&
		nilaiSasaran(soal, pertama, hasil.pilih) === nilai &&
		nilaiSasaran(soal, kedua, hasil.pilih) <= nilaiSasaran(soal, kedua, pilih);
	return lebihBaik ? hasil.pilih : pilih;
}

/** Sum of coefficients up to which tolerances of 1e-9 cannot hide a whole unit of the first aim. */
const TERBESAR = 1e8;
/** Sum up to which several aims are weighed into one objective. */
const TERGABUNG = 1e10;

type HasilKecil =
	| { ok: true; pilih: number[]; nilai: number; batas: number; pasti: boolean; seri: boolean }
	| { ok: false; pasti: boolean };

/**
 * One aim, and where the numbers allow the next ones for ties (`seri`). `pasti`: they are small enough for the
 * solver's word about the first aim to be exact. `batas`: no plan is below.
 */
export function minimize(
	highs: Highs,
	milp: Milp,
	sasaran: Sasaran,
	detik: number,
	lalu: readonly Sasaran[] = [],
): HasilKecil {
	const { tetap, bagi } = setSasaran(milp, sasaran);
	const besar = Math.max(
		jumlahMutlak(milp.tujuan),
		...milp.baris.map(({ isi }) => jumlahMutlak([...isi.values()])),
	);
	const pasti = besar <= TERBESAR;
	const gabung = weighSasaran(milp, [sasaran, ...lalu]);
	const seri = jumlahMutlak(gabung.tujuan) <= TERGABUNG;
	if (seri) milp.tujuan = gabung.tujuan;
	else setSasaran(milp, sasaran);
	const { bobot, lebih } = seri ? gabung : { bobot: 1, lebih: 0 };
	const hasil = runHighs(highs, milp, detik);
	if (hasil.status === 'tidak_layak') return { ok: false, pasti };
	if (hasil.status === 'tanpa_jawaban') return { ok: false, pasti: false };
	const pilih = readPilih(milp, hasil.x);
	if (!isLayak(milp.soal, pilih) || !keepsRows(milp, pilih)) return { ok: false, pasti: false };
	const nilai = nilaiSasaran(milp.soal, sasaran, pilih);
	const kendur = pasti ? 1e-6 : 1e-9 * besar;
	const bawah = bagi * Math.ceil((hasil.batas - lebih) / bobot - kendur) + tetap;
	const batas = hasil.status === 'optimal' && pasti ? nilai : Math.min(nilai, bawah);
	return { ok: true, pilih, nilai, batas, pasti, seri };
}

const jumlahMutlak = (daftar: readonly number[]) => daftar.reduce((n, x) => n + Math.abs(x), 0);

/** The rows that are not part of the problem itself: plans kept out. */
function keepsRows({ baris, kolom, soal }: Milp, pilih: readonly number[]): boolean {
	if (soal.berdenda.length > 0) return true; // their columns are not in the rungs
	const x = new Map(
		kolom.flatMap((satu, n) =>
			satu.flatMap((k, r) => (k !== undefined && pilih[n] === r ? [[k, 1] as const] : [])),
		),
	);
	return baris.every(({ isi, min, maks }) => {
		const jumlah = [...isi].reduce((n, [k, v]) => n + v * (x.get(k) ?? 0), 0);
		return jumlah >= (min ?? jumlah) && jumlah <= (maks ?? jumlah);
	});
}
