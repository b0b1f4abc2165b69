import {
	type JenisDaftar,
	letakKolom,
	nilaiKepala,
	type PetaMedan,
	sarankanPeta,
} from '../mesin/kolom.rules.ts';
import type { Rekaman } from './csv.ts';

const BARIS_DILIHAT = 40;

export interface Kepala {
	/** Names of the columns; merged cells of two rows are joined: "Pemilik Nama". */
	nama: string[];
	/** The first rows below it, already read. */
	awal: Rekaman[];
	/** How many fields it names; 0 where it was only guessed. */
	nilai: number;
}

/** The first rows of a table, and the rest of it as it comes. */
export async function pisahAwal(
	baris: AsyncGenerator<Rekaman[]>,
): Promise<{ awal: Rekaman[]; habis: boolean }> {
	const awal: Rekaman[] = [];
	while (awal.length < BARIS_DILIHAT) {
		const satu = await baris.next();
		if (satu.done) return { awal, habis: true };
		awal.push(...satu.value);
	}
	return { awal, habis: false };
}

/**
 * Finds the row of headings below titles and blank rows: the one that names most fields, or most of the mapping's
 * columns. A row above or below it that belongs to merged headings is joined to it.
 */
export function temukanKepala(
	awal: readonly Rekaman[],
	jenis: JenisDaftar,
	peta: PetaMedan | null,
): Kepala | null {
	const nilaiOf = (sel: readonly string[]) => {
		const saran = nilaiKepala(sel, jenis);
		if (!peta) return saran;
		return Object.keys(letakKolom(sel, peta).letak).length * 10 + saran;
	};
	let terbaik: { n: number; sel: string[]; nilai: number; tinggi: number } | null = null;
	for (let n = 0; n < Math.min(awal.length, BARIS_DILIHAT); n++) {
		const sel = awal[n]?.sel ?? [];
		const bawah = awal[n + 1]?.sel;
		const calon = [{ n, sel, nilai: nilaiOf(sel), tinggi: 1 }];
		if (bawah && isBertingkat(sel, bawah)) {
			const gabungan = gabungKepala(sel, bawah);
			calon.push({ n, sel: gabungan, nilai: nilaiOf(gabungan), tinggi: 2 });
		}
		for (const c of calon) if (c.nilai > (terbaik?.nilai ?? 0)) terbaik = c;
	}
	if (!terbaik) return kepalaPertama(awal);
	const { n, sel, nilai, tinggi } = terbaik;
	return { nama: unikkan(sel), awal: awal.slice(n + tinggi), nilai };
}

/** Where nothing is known: the first row with several cells, so that its names can be shown. */
function kepalaPertama(awal: readonly Rekaman[]): Kepala | null {
	const n = awal.findIndex(({ sel }) => sel.filter((s) => s !== '').length > 1);
	const satu = awal[Math.max(n, 0)];
	return satu ? { nama: unikkan(satu.sel), awal: awal.slice(Math.max(0, n) + 1), nilai: 0 } : null;
}

/** Two rows of headings: the upper one has gaps that the lower one fills, and neither looks like data. */
function isBertingkat(atas: readonly string[], bawah: readonly string[]): boolean {
	const isi = atas.filter((s) => s !== '').length;
	const celah = bawah.filter((s, i) => s !== '' && (atas[i] ?? '') === '').length;
	return isi >= 2 && celah >= 1 && !bawah.some(isData) && !atas.some(isData);
}

const isData = (sel: string) => /\d{4,}|@|^\d+[-/.]\d+[-/.]\d+/.test(sel);

/** A merged cell stands in its first column only: what is above goes on to the right until the next one. */
function gabungKepala(atas: readonly string[], bawah: readonly string[]): string[] {
	const lebar = Math.max(atas.length, bawah.length);
	let induk = '';
	return Array.from({ length: lebar }, (_, i) => {
		const [a, b] = [atas[i] ?? '', bawah[i] ?? ''];
		if (a !== '') induk = a;
		if (b === '') return a;
		return a === '' && (bawah[i - 1] ?? '') === '' ? b : `${induk} ${b}`.trim();
	});
}

/** Columns of the same name are told apart; those without a name by their place. */
function unikkan(sel: readonly string[]): string[] {
	const kali = new Map<string, number>();
	return sel.map((s, i) => {
		const nama = s.replace(/\s+/g, ' ').trim().slice(0, 200) || `kolom ${i + 1}`;
		const n = (kali.get(nama) ?? 0) + 1;
		kali.set(nama, n);
		return n === 1 ? nama : `${nama} (${n})`;
	});
}

export { sarankanPeta };
