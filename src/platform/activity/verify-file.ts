import { CekTitik, type JenisMasalahTitik } from './cek-titik.ts';
import { FORMAT } from './ekspor.ts';
import { akarDari } from './merkle.ts';
import { isTandaSah, sidikKunci, type Titik } from './titik.ts';
import { hashKejadian } from './verify-activity.ts';

type Jenis =
	| JenisMasalahTitik
	| 'hash_tidak_cocok'
	| 'nomor_terlewat'
	| 'jalur_tidak_cocok'
	| 'objek_lain'
	| 'tanpa_titik'
	| 'baris_rusak';

export interface HasilBerkas {
	jenis: 'rantai' | 'cuplikan';
	rantai: number;
	objek: string | null;
	baris: number;
	titik: number;
	/** Entries after the last checkpoint: chained, but not signed yet. */
	belumBertitik: number;
	/** Short names of the keys that signed. */
	kunci: string[];
	masalah: { nomor: string; masalah: Jenis }[];
}

interface Entri {
	n: string;
	isi: string;
	hash: string;
	sebelum?: string;
	jalur?: string[];
	pada?: string;
}

/**
 * Checks an exported chain, or an excerpt of one, with nothing but its own lines.
 * @param kunci short name or whole public key that must have signed; null accepts any
 * @returns null where the text is no such export
 */
export function verifyFile(teks: string, kunci: string | null): HasilBerkas | null {
	const baris = teks.split('\n').filter((b) => b !== '');
	const [kepala, ...isi] = baris.map(bacaBaris);
	if (kepala?.format !== FORMAT || (kepala.jenis !== 'rantai' && kepala.jenis !== 'cuplikan')) return null;
	const titik = isi.flatMap((b) => (isTitik(b?.titik) ? [b.titik] : []));
	const entri = isi.flatMap((b) => (isEntri(b) ? [b] : []));
	const masalah: HasilBerkas['masalah'] = isi.flatMap((b, i) =>
		b && (isTitik(b.titik) || isEntri(b) || b.akhir)
			? []
			: [{ nomor: String(i + 2), masalah: 'baris_rusak' as const }],
	);
	const objek = kepala.jenis === 'cuplikan' ? String(kepala.objek) : null;
	for (const t of titik)
		if (kunci !== null && t.kunci !== kunci && sidikKunci(t.kunci) !== kunci)
			masalah.push({ nomor: t.nomor, masalah: 'kunci_asing' });
	masalah.push(...(objek === null ? cekRantai(entri, titik) : cekCuplikan(entri, titik, objek)));
	const akhir = isi.at(-1)?.akhir as { nomor?: string; hash?: string; banyak?: number } | undefined;
	const utuh =
		objek === null
			? akhir?.nomor === (entri.at(-1)?.n ?? '0') && akhir.hash === (entri.at(-1)?.hash ?? '')
			: akhir?.banyak === entri.length;
	if (!utuh) masalah.push({ nomor: entri.at(-1)?.n ?? '0', masalah: 'terpotong' });
	const tertinggi = titik.reduce((n, t) => (BigInt(t.nomor) > n ? BigInt(t.nomor) : n), 0n);
	return {
		jenis: kepala.jenis,
		rantai: Number(kepala.rantai),
		objek,
		baris: entri.length,
		titik: titik.length,
		belumBertitik: entri.filter((e) => BigInt(e.n) > tertinggi).length,
		kunci: [...new Set(titik.map((t) => sidikKunci(t.kunci)))],
		masalah,
	};
}

function cekRantai(entri: readonly Entri[], titik: readonly Titik[]): HasilBerkas['masalah'] {
	const masalah: HasilBerkas['masalah'] = [];
	const cek = new CekTitik(titik, null);
	let [nomor, hash] = [0n, ''];
	for (const e of entri) {
		if (BigInt(e.n) !== nomor + 1n) masalah.push({ nomor: e.n, masalah: 'nomor_terlewat' });
		if (e.hash !== hashKejadian(hash, e.isi)) masalah.push({ nomor: e.n, masalah: 'hash_tidak_cocok' });
		cek.take(BigInt(e.n), e.hash);
		[nomor, hash] = [BigInt(e.n), e.hash];
	}
	return [...masalah, ...cek.finish()];
}

function cekCuplikan(
	entri: readonly Entri[],
	titik: readonly Titik[],
	objek: string,
): HasilBerkas['masalah'] {
	const sah = new Map(titik.map((t) => [t.nomor, t]));
	const masalah: HasilBerkas['masalah'] = titik
		.filter((t) => !isTandaSah(t))
		.map((t) => ({ nomor: t.nomor, masalah: 'tanda_tidak_sah' }));
	for (const e of entri) {
		const catat = (jenis: Jenis) => masalah.push({ nomor: e.n, masalah: jenis });
		const t = sah.get(e.pada ?? '');
		if (e.hash !== hashKejadian(e.sebelum ?? '', e.isi)) catat('hash_tidak_cocok');
		if (!t || BigInt(e.n) < BigInt(t.dari) || BigInt(e.n) > BigInt(t.nomor)) catat('tanpa_titik');
		else if (akarDari(e.hash, e.jalur ?? []) !== t.akar) catat('jalur_tidak_cocok');
		const milik = bacaBaris(e.isi)?.objek;
		if (milik !== objek && !String(milik).startsWith(`${objek}/`)) catat('objek_lain');
	}
	return masalah;
}

function bacaBaris(baris: string): Record<string, unknown> | null {
	try {
		const isi: unknown = JSON.parse(baris);
		return typeof isi === 'object' && isi !== null ? (isi as Record<string, unknown>) : null;
	} catch {
		return null;
	}
}

const isNomor = (n: unknown) => typeof n === 'string' && /^\d{1,18}$/.test(n);
const isEntri = (b: unknown): b is Entri => {
	const e = b as Partial<Entri> | null;
	return (
		isNomor(e?.n) &&
		typeof e?.isi === 'string' &&
		typeof e.hash === 'string' &&
		(e.jalur === undefined || (Array.isArray(e.jalur) && e.jalur.every((j) => typeof j === 'string')))
	);
};
const isTitik = (b: unknown): b is Titik => {
	const t = b as Partial<Titik> | null;
	return isNomor(t?.nomor) && isNomor(t?.dari) && typeof t?.kunci === 'string' && typeof t.tanda === 'string';
};
