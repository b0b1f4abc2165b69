import { setImmediate } from 'node:timers/promises';

/** Most calls that go into one turn of the work. */
const MAKS = 200;
/** Rounds of the event loop without a further call, after which a turn begins. */
const SEPI = 2;
/** How long a turn waits at most while calls keep coming, in milliseconds. */
const TUNGGU_MS = 40;

interface Antre<I, O> {
	jalan: boolean;
	tunggu: { isi: I; jadi: (o: O) => void; gagal: (sebab: unknown) => void }[];
}

/**
 * Carries calls out together: while a turn of `work` runs for a key, further calls for that key wait, and the next turn
 * takes them all. Alone, a call runs as soon as what has already arrived has been read; while calls keep coming, they are
 * waited for, up to `tungguMs` milliseconds. `tempat` is what keys belong to (a database).
 * `work` answers each call in its place; where it throws for several, each is tried alone, so that nobody fails for another.
 */
export function gatherCalls<I, O>(
	work: (isi: readonly I[]) => Promise<readonly O[]>,
	tungguMs = TUNGGU_MS,
): (tempat: object, kunci: string, isi: I) => Promise<O> {
	const ruang = new WeakMap<object, Map<string, Antre<I, O>>>();

	const satu = async (p: Antre<I, O>['tunggu'][number]) => {
		try {
			const [hasil] = await work([p.isi]);
			p.jadi(hasil as O);
		} catch (sebab) {
			p.gagal(sebab);
		}
	};
	const putaran = async (daftar: Antre<I, O>['tunggu']) => {
		const [pertama] = daftar;
		if (daftar.length === 1 && pertama) return await satu(pertama);
		let hasil: readonly O[];
		try {
			hasil = await work(daftar.map((p) => p.isi));
		} catch {
			for (const p of daftar) await satu(p);
			return;
		}
		for (const [n, p] of daftar.entries()) p.jadi(hasil[n] as O);
	};
	const jalankan = async (antre: Antre<I, O>, selesai: () => void) => {
		antre.jalan = true;
		while (antre.tunggu.length > 0) {
			await tungguDatang(antre.tunggu, tungguMs);
			await putaran(antre.tunggu.splice(0, MAKS));
		}
		selesai();
	};

	return (tempat, kunci, isi) =>
		new Promise<O>((jadi, gagal) => {
			const milik = ruang.get(tempat) ?? new Map<string, Antre<I, O>>();
			ruang.set(tempat, milik);
			const antre = milik.get(kunci) ?? { jalan: false, tunggu: [] };
			milik.set(kunci, antre);
			antre.tunggu.push({ isi, jadi, gagal });
			if (!antre.jalan) void jalankan(antre, () => milik.delete(kunci));
		});
}

/**
 * Lets requests in that are at the door: one connection is accepted in each round of the event loop, and an embedded
 * database that is at work lets in none.
 */
async function tungguDatang(tunggu: readonly unknown[], tungguMs: number): Promise<void> {
	const sampai = performance.now() + tungguMs;
	let banyak = tunggu.length;
	for (let sepi = 0; sepi < SEPI && banyak < MAKS && performance.now() < sampai; sepi++) {
		await setImmediate();
		if (tunggu.length > banyak) sepi = -1;
		banyak = tunggu.length;
	}
}
