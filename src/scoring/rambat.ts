import type { Aljabar } from './aljabar.ts';
import type { Kisaran, Rangka } from './rangka.ts';

/** Ranges that published figures leave to nodes, by node number. */
export type Batas = ReadonlyMap<number, Kisaran>;

/** What every node can have when nothing is published, computed once for an instrument. */
export interface Bebas<H> {
	naik: readonly H[];
	/** Sum of all siblings of a node. */
	lain: readonly H[];
}

/** What each node can have given everything at and below it; `buntu` is a node that nothing fits. */
export type HasilNaik<H> = { ok: true; naik: readonly H[] } | { ok: false; buntu: number };

/**
 * Upward pass. With the downward pass it is exact: the constraints form a tree (a parent is the sum of its
 * children), so what survives both passes at a node belongs to at least one complete assignment.
 */
export function rambatNaik<H>(rangka: Rangka, a: Aljabar<H>, batas: Batas, bebas?: Bebas<H>): HasilNaik<H> {
	const naik: H[] = new Array(rangka.simpul.length);
	for (let n = rangka.simpul.length - 1; n >= 0; n--) {
		const anak = rangka.simpul[n]?.anak ?? [];
		let h = bebas?.naik[n];
		if (h === undefined || anak.some((i) => naik[i] !== bebas?.naik[i]))
			h =
				anak.length === 0 ? a.daun(n) : anak.reduce((jumlah, i) => a.jumlahkan(jumlah, naik[i] as H), a.nol);
		const kisaran = batas.get(n);
		if (kisaran) h = a.batasi(h, kisaran, n);
		if (a.kosong(h)) return { ok: false, buntu: n };
		naik[n] = h;
	}
	return { ok: true, naik };
}

/** Downward pass: what each node can have given all that is published. The root must not be empty. */
export function rambatTurun<H>(rangka: Rangka, a: Aljabar<H>, naik: readonly H[], bebas: Bebas<H>): H[] {
	const turun: H[] = [...naik];
	rangka.simpul.forEach(({ anak }, n) => {
		const sasaran = turun[n] as H;
		if (anak.length === 0 || (sasaran === bebas.naik[n] && anak.every((i) => naik[i] === bebas.naik[i])))
			return;
		const lain = anak.every((i) => naik[i] === bebas.naik[i])
			? anak.map((i) => bebas.lain[i] as H)
			: jumlahLain(
					a,
					anak.map((i) => naik[i] as H),
				);
		const sama = new Map<H, H>();
		anak.forEach((i, k) => {
			const h = naik[i] as H;
			const hasil = sama.get(h) ?? a.cari(h, lain[k] as H, sasaran, i);
			sama.set(h, hasil);
			turun[i] = hasil;
		});
	});
	return turun;
}

/** For each of the sets the sum of all the others. */
function jumlahLain<H>(a: Aljabar<H>, daftar: readonly H[]): H[] {
	const kanan: H[] = [a.nol];
	for (const h of daftar.toReversed()) kanan.push(a.jumlahkan(kanan.at(-1) as H, h));
	let kiri = a.nol;
	return daftar.map((h, k) => {
		const lain = a.jumlahkan(kiri, kanan[daftar.length - 1 - k] as H);
		kiri = a.jumlahkan(kiri, h);
		return lain;
	});
}

export function buatBebas<H>(rangka: Rangka, a: Aljabar<H>): Bebas<H> {
	const hasil = rambatNaik(rangka, a, new Map());
	if (!hasil.ok) throw new Error('skala instrumen kosong');
	const lain: H[] = new Array(rangka.simpul.length).fill(a.nol);
	for (const { anak } of rangka.simpul)
		jumlahLain(
			a,
			anak.map((i) => hasil.naik[i] as H),
		).forEach((h, k) => {
			lain[anak[k] as number] = h;
		});
	return { naik: hasil.naik, lain };
}
