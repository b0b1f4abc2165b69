import { add, compare, type Instrumen, type Pecahan, parseDesimal, pecahan } from '#scoring';
import {
	type Butir,
	butirKecuali,
	butirPrasyarat,
	butirTetap,
	isMungkin,
	listButir,
	type Ubahan,
} from './butir-longgar.ts';
import { kalimatGabungan, kalimatPelonggaran } from './rencana.copy.ts';
import type { Gabungan, Kendala, Pelonggaran, TidakLayak } from './rencana.schema.ts';
import type { TanggaSemua } from './tangga.rules.ts';

type Skala = Pick<Instrumen, 'skala'>;

/** What would have to give way: one constraint, or where no single one suffices two of them. */
export async function suggestPelonggaran(
	instrumen: Skala,
	semua: TanggaSemua,
	kendala: Kendala,
): Promise<TidakLayak> {
	const pelonggaran = await listPelonggaran(instrumen, semua, kendala);
	if (pelonggaran.length > 0) return { pelonggaran, gabungan: [], lengkap: true };
	return { pelonggaran, ...(await listGabungan(instrumen, semua, kendala)) };
}

const tulis = ({ terap: _, ...isi }: Ubahan): Pelonggaran => ({ ...isi, kalimat: kalimatPelonggaran(isi) });

/**
 * For each constraint alone the smallest change that makes the request possible, all others kept. Every change was
 * solved again and found possible; those that cannot help alone are not listed.
 */
export async function listPelonggaran(
	instrumen: Skala,
	semua: TanggaSemua,
	kendala: Kendala,
): Promise<Pelonggaran[]> {
	const coba = async (b: Butir) => {
		const ubahan = await b.kecil(semua, kendala);
		return ubahan && (await isMungkin(semua, ubahan.terap(kendala))) ? [tulis(ubahan)] : [];
	};
	const teruji: Pelonggaran[] = [];
	for (const b of listButir(instrumen, kendala)) teruji.push(...(await coba(b)));
	for (const b of listSekaligus(kendala))
		if (!teruji.some((p) => p.kendala === b.jenis)) teruji.push(...(await coba(b)));
	return teruji;
}

/** Indicators kept out or held on a level, all of a kind together. */
function listSekaligus({ kecuali, tetap }: Kendala): Butir[] {
	const dipegang = Object.keys(tetap);
	return [
		...(kecuali.length > 1 ? [butirKecuali(kecuali)] : []),
		...(dipegang.length > 1 ? [butirTetap(dipegang)] : []),
	];
}

/** Of a kind with more than this, pairs take all of them at once. */
const SATU_PER_SATU = 6;
/** Constraints that are paired, and pairs that are listed. */
const BUTIR_TERBANYAK = 24;
const GABUNGAN_TERBANYAK = 8;
/** After this many milliseconds no further pair is begun. */
const WAKTU_MS = 4000;

/**
 * Two constraints at once: for every pair the least change of the first while the second is free, and then the least of
 * the second; and the other way round. The smallest pairs come first: each change counts as its share of what was asked
 * for, and a constraint that falls as a whole counts as one.
 */
export async function listGabungan(
	instrumen: Skala,
	semua: TanggaSemua,
	kendala: Kendala,
	waktuMs = WAKTU_MS,
): Promise<Pick<TidakLayak, 'gabungan' | 'lengkap'>> {
	const semuaButir = pairable(listButir(instrumen, kendala), kendala);
	const butir = semuaButir.slice(0, BUTIR_TERBANYAK);
	const akhir = performance.now() + waktuMs;
	const hasil = new Map<string, readonly [Ubahan, Ubahan]>();
	let lengkap = butir.length === semuaButir.length;
	for (const [n, a] of butir.entries())
		for (const b of butir.slice(n + 1)) {
			if (performance.now() > akhir) lengkap = false;
			else for (const dua of await pairOf(semua, kendala, a, b)) hasil.set(dua.map(kunci).join(), dua);
		}
	const urut = [...hasil.values()].map((dua) => ({ dua, besar: add(besarOf(dua[0]), besarOf(dua[1])) }));
	urut.sort((x, y) => compare(x.besar, y.besar));
	const gabungan = urut.slice(0, GABUNGAN_TERBANYAK).map(({ dua }): Gabungan => {
		const isi = [tulis(dua[0]), tulis(dua[1])] as const;
		return { isi, kalimat: kalimatGabungan(isi) };
	});
	return { gabungan, lengkap };
}

const kunci = ({ kendala, tentang, ke }: Ubahan) => `${kendala}|${tentang}|${ke}`;

/** Kinds of which there are many stand together, so that pairs stay few. */
function pairable(butir: readonly Butir[], kendala: Kendala): Butir[] {
	const banyak = (jenis: Butir['jenis']) => butir.filter((b) => b.jenis === jenis).length > SATU_PER_SATU;
	const keras = kendala.prasyarat.flatMap(({ sifat }, n) => (sifat === 'keras' ? [n] : []));
	return [
		...butir.filter((b) => !['kecuali', 'tetap', 'prasyarat'].includes(b.jenis) || !banyak(b.jenis)),
		...(banyak('kecuali') ? [butirKecuali(kendala.kecuali)] : []),
		...(banyak('tetap') ? [butirTetap(Object.keys(kendala.tetap))] : []),
		...(banyak('prasyarat') ? [butirPrasyarat(kendala, keras)] : []),
	];
}

/** None where even without both there is no plan; two where what one gives way the other need not. */
async function pairOf(
	semua: TanggaSemua,
	kendala: Kendala,
	a: Butir,
	b: Butir,
): Promise<(readonly [Ubahan, Ubahan])[]> {
	if (!(await isMungkin(semua, a.lepas(b.lepas(kendala))))) return [];
	const hasil: (readonly [Ubahan, Ubahan])[] = [];
	for (const [satu, dua] of [
		[a, b],
		[b, a],
	] as const) {
		const x = await satu.kecil(semua, dua.lepas(kendala));
		const y = x && (await dua.kecil(semua, x.terap(kendala)));
		if (!x || !y || !(await isMungkin(semua, y.terap(x.terap(kendala))))) continue;
		hasil.push(satu === a ? [x, y] : [y, x]);
	}
	return hasil;
}

const larger = (a: bigint, b: bigint) => (a > b ? a : b);

/** How much of what was asked for a change takes away. */
function besarOf({ dari, ke }: Ubahan): Pecahan {
	const [x, y] = [parseDesimal(dari), parseDesimal(ke)];
	if (!x || !y) return pecahan(1);
	const [p, q] = [y.p * x.q - x.p * y.q, y.q * larger(x.p, x.q)];
	return pecahan(p < 0n ? -p : p, q);
}
