/** Highest level and index, in hundredths. */
export const PUNCAK = 500;

/**
 * Position of a score on a straight line, in percent of its length, two decimals (screen geometry only).
 * @param nilai hundredths; a value outside the ends is drawn at the end
 */
export function persenSkala(nilai: number, dari = 0, ke = PUNCAK): number {
	const jepit = Math.min(Math.max(nilai, dari), ke);
	return bulat(((jepit - dari) * 100) / (ke - dari));
}

/** Rounds a screen coordinate to two decimals, so that pages come out the same byte for byte. */
export function bulat(n: number): number {
	return Math.round(n * 100) / 100;
}

/**
 * Spreads label positions so that neighbours are at least `jarak` apart, keeping their order and staying
 * within `min`…`maks` as far as there is room; the result follows the order of the input.
 */
export function renggangkan(posisi: readonly number[], jarak: number, min: number, maks: number): number[] {
	const urut = posisi
		.map((y, i) => ({ y: Math.min(Math.max(y, min), maks), i }))
		.sort((a, b) => a.y - b.y || a.i - b.i);
	for (let k = 1; k < urut.length; k++) {
		const [atas, ini] = [urut[k - 1], urut[k]];
		if (atas && ini && ini.y - atas.y < jarak) ini.y = atas.y + jarak;
	}
	let batas = maks;
	for (const ini of [...urut].reverse()) {
		if (ini.y > batas) ini.y = batas;
		batas = ini.y - jarak;
	}
	const hasil = new Array<number>(posisi.length).fill(0);
	for (const { y, i } of urut) hasil[i] = bulat(y);
	return hasil;
}
