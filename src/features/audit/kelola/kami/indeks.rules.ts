import { mundur } from '#features/bukti/peringatan.rules.ts';

export const daftarJenisIndeks = ['kami', 'ikasandi'] as const;
export type JenisIndeks = (typeof daftarJenisIndeks)[number];
export const daftarKategori = ['Rendah', 'Tinggi', 'Strategis'] as const;
export type Kategori = (typeof daftarKategori)[number];

/** Thresholds of one version of Indeks KAMI, data/kami.json. */
export interface VersiIndeks {
	id: string;
	total: number;
	/** Highest total of each verdict, in their order. */
	batas: Readonly<Record<Kategori, readonly number[]>>;
}
export interface AturanIndeks {
	/** From the lowest. */
	putusan: readonly string[];
	kategori: readonly { id: Kategori; min: number; maks: number }[];
	berlakuBulan: number;
}

/** The verdict that thresholds give; null where the total is more than the version can give. */
export function hitungPutusan(
	total: number,
	kategori: Kategori,
	versi: VersiIndeks,
	aturan: Pick<AturanIndeks, 'putusan'>,
): string | null {
	const n = versi.batas[kategori].findIndex((b) => total <= b);
	return n < 0 ? null : (aturan.putusan[n] ?? null);
}

/** The category that its own score gives; null for a score that no category has. */
export const hitungKategori = (skor: number, aturan: Pick<AturanIndeks, 'kategori'>): Kategori | null =>
	aturan.kategori.find((k) => skor >= k.min && skor <= k.maks)?.id ?? null;

/** Until when an assessment counts, and how it stands to that today. */
export function masaIndeks(
	tanggal: string,
	kini: string,
	berlakuBulan: number,
): { sampai: string; keadaan: 'berlaku' | 'segera' | 'lewat' } {
	const sampai = mundur(tanggal, -berlakuBulan);
	const keadaan = sampai < kini ? 'lewat' : mundur(sampai, 2) <= kini ? 'segera' : 'berlaku';
	return { sampai, keadaan };
}

const kunci = {
	jenis: ['jenis', 'indeks'],
	versi: ['versi'],
	tanggal: ['tanggal', 'tanggal penilaian'],
	kategori: ['kategori', 'kategori se', 'kategori sistem elektronik'],
	skorKategori: ['skor kategori'],
	total: ['total', 'jumlah', 'total skor'],
	putusan: ['putusan', 'status', 'status kesiapan', 'hasil'],
	penilai: ['penilai'],
} as const;
type Medan = keyof typeof kunci;

/**
 * The documented layout of a workbook reduced to its results: two columns, a name and a value; a row per area
 * ("II", "Tata Kelola") and one for each of the fields above. What is not understood is left out.
 */
export function bacaBarisIndeks(
	baris: readonly (readonly string[])[],
	area: readonly { id: string; nama: string }[],
): { medan: Partial<Record<Medan, string>>; area: Record<string, string> } {
	const medan: Partial<Record<Medan, string>> = {};
	const skor: Record<string, string> = {};
	for (const sel of baris) {
		const isi = sel.map((s) => s.trim()).filter((s) => s !== '');
		const [nama = '', nilai = ''] = [isi[0]?.toLowerCase(), isi.at(-1)];
		if (isi.length < 2) continue;
		const m = (Object.keys(kunci) as Medan[]).find((k) => (kunci[k] as readonly string[]).includes(nama));
		if (m) medan[m] = nilai;
		const a = area.find((x) => nama === x.id.toLowerCase() || nama === x.nama.toLowerCase());
		if (a) skor[a.id] = nilai;
	}
	return { medan, area: skor };
}
