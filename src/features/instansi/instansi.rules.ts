import type { JenisInstansi } from './instansi.schema.ts';

/**
 * The key under which two spellings of a name are the same: case, spaces, hyphens and dots do not count, "Kab."
 * is Kabupaten, "&" is dan. Nothing else is equated: Deiyai and Dogiyai stay two.
 */
export function kunciNama(nama: string): string {
	return nama
		.normalize('NFKD')
		.toLowerCase()
		.replace(/^\s*kab(\.\s*|\s+)/, 'kabupaten ')
		.replace(/&/g, ' dan ')
		.replace(/[^\p{L}\p{N}]/gu, '');
}

/** "Kota Balikpapan" → "kota-balikpapan"; dots vanish, every other mark parts words. */
export function slugNama(nama: string): string {
	return nama
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[.'’]|\p{M}/gu, '')
		.replace(/&/g, ' dan ')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '');
}

/** Provinces, regencies and cities: institutions with an area. */
export function isDaerah(jenis: JenisInstansi | string): boolean {
	return jenis === 'provinsi' || jenis === 'kabupaten' || jenis === 'kota';
}

/**
 * Up to `banyak` names nearest to a misspelt one, nearest first. Only ever a suggestion: names are never merged by
 * likeness.
 */
export function saranNama(nama: string, daftar: readonly string[], banyak = 3): string[] {
	const kunci = kunciNama(nama);
	const batas = Math.max(3, Math.floor(kunci.length / 3));
	return daftar
		.map((calon) => ({ calon, jarak: jarakEdit(kunci, kunciNama(calon), batas) }))
		.filter(({ jarak }) => jarak <= batas)
		.sort((a, b) => a.jarak - b.jarak || a.calon.localeCompare(b.calon, 'id'))
		.slice(0, banyak)
		.map(({ calon }) => calon);
}

/** Insertions, deletions and substitutions between two texts; anything above `batas` counts as `batas + 1`. */
function jarakEdit(a: string, b: string, batas: number): number {
	if (Math.abs(a.length - b.length) > batas) return batas + 1;
	let atas = Array.from({ length: b.length + 1 }, (_, j) => j);
	for (let i = 1; i <= a.length; i++) {
		const bawah = [i];
		for (let j = 1; j <= b.length; j++) {
			const ganti = (atas[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
			bawah.push(Math.min(ganti, (atas[j] ?? 0) + 1, (bawah[j - 1] ?? 0) + 1));
		}
		if (Math.min(...bawah) > batas) return batas + 1;
		atas = bawah;
	}
	return atas[b.length] ?? 0;
}

/** What people call a regional government, as its name has it: "Pemkot Bontang" → "Kota Bontang"; "64.71" → "6471". */
export function namaUmum(teks: string): string {
	return teks
		.replace(/\b(?:pemerintah|pemda)\s+(?=kota|kab|prov)/gi, '')
		.replace(/\bpem(?=kot\b|kab\b|prov\b)/gi, '')
		.replace(/\bkot\b/gi, 'kota')
		.replace(/\bkab\b\.?/gi, 'kabupaten')
		.replace(/\bprov\b\.?|\bprop\b\.?|\bpropinsi\b/gi, 'provinsi')
		.replace(/(?<=\d)\.(?=\d)/g, '');
}
