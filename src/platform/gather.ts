import { setImmediate } from 'node:timers/promises';

/** Most calls that go into one turn of the work. */
const MAKS = 100;

interface Antre<I, O> {
	jalan: boolean;
	tunggu: { isi: I; jadi: (o: O) => void; gagal: (sebab: unknown) => void }[];
}

/**
 * Carries calls out together: while a turn of `work` runs for a key, further calls for that key wait, and the next turn
 * takes them all. Alone, a call runs as soon as what has already arrived has been read. `tempat` is what keys belong to (a database).
 * `work` answers each call in its place; where it throws for several, each is tried alone, so that nobody fails for another.
 */
export function gatherCalls<I, O>(
	work: (isi: readonly I[]) => Promise<readonly O[]>,
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
			await setImmediate(); // requests that are already at the door come along; an embedded database would not let them in before
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
