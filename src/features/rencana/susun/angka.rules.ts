/** What was typed as a whole number, or the sentence that says how to write it. */
export type BacaAngka = { ok: true; nilai: number | null } | { ok: false; pesan: { id: string; en: string } };

/**
 * Reads a whole number from 0 to `maks`; empty is null. Dots between thousands and "Rp" are taken where they can mean
 * nothing else (two groups or more, or "Rp" before them); "1.500" alone might be one and a half.
 */
export function bacaBulat(teks: string, maks: number): BacaAngka {
	const isi = teks.trim();
	if (isi === '') return { ok: true, nilai: null };
	const rupiah = /^rp\.?\s*/i.test(isi);
	const angka = isi.replace(/^rp\.?\s*/i, '').replace(/,(00|-)$/, '');
	const bergugus = /^\d{1,3}(\.\d{3})+$/.test(angka);
	const pasti = bergugus && (rupiah || angka.split('.').length > 2);
	const padat = pasti ? angka.replaceAll('.', '') : angka;
	if (bergugus && !pasti) {
		const saran = angka.replaceAll('.', '');
		return tolak(
			`"${isi}" dapat berarti dua hal. Tulis ${saran} tanpa titik bila itu maksudnya.`,
			`"${isi}" may mean two things. Write ${saran} without a dot if that is meant.`,
		);
	}
	if (/^-/.test(angka)) return tolak('Tidak boleh negatif.', 'It cannot be negative.');
	if (!/^\d{1,16}$/.test(padat))
		return tolak(
			`"${isi.slice(0, 40)}" bukan bilangan bulat. Tulis angka saja, misalnya 1500000.`,
			`"${isi.slice(0, 40)}" is no whole number. Write digits only, such as 1500000.`,
		);
	const nilai = Number(padat);
	if (nilai > maks) return tolak(`Paling besar ${tulis(maks)}.`, `At most ${tulis(maks)}.`);
	return { ok: true, nilai };
}

const tolak = (id: string, en: string): BacaAngka => ({ ok: false, pesan: { id, en } });
const tulis = (n: number) => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
