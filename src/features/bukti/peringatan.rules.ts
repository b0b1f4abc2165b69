import type { RevisiBukti } from './bukti.store.ts';

/** One thing that assessors return, as data/aturan-bukti.json states it. */
export interface AturanBukti {
	id: string;
	jenis:
		| 'lewat_berlaku'
		| 'lebih_tua'
		| 'kata'
		| 'tingkat_bawah_kosong'
		| 'tanpa_penunjuk'
		| 'pindaian_tanpa_teks'
		| 'gambar_tanpa_asal'
		| 'berkas_sama_tanggal_beda'
		| 'cakupan_tanpa_penyebut';
	bulan?: number | undefined;
	tingkatMin?: number | undefined;
	kata?: readonly string[] | undefined;
	teks: { id: string; en: string };
}

export interface Diperiksa {
	id: number;
	tingkat: number;
	revisi: readonly Pick<
		RevisiBukti,
		| 'jenis'
		| 'judul'
		| 'isi'
		| 'penunjuk'
		| 'tanggal'
		| 'berlakuSampai'
		| 'sha256'
		| 'tipe'
		| 'namaBerkas'
		| 'tanda'
	>[];
}

export interface Sekitar {
	/** Every item of the indicator that is not withdrawn. */
	semua: readonly Diperiksa[];
	/** Lowest level of the scale. */
	terendah: number;
	/** Criterion of each level. */
	kriteria: ReadonlyMap<number, string>;
	/** Units whose coverage is recorded for the indicator. */
	cakupan: number;
	/** ISO date. */
	kini: string;
}

/** Warnings about an item before it is sent; each names its rule. They cap nothing. */
export function ramalkan(
	aturan: readonly AturanBukti[],
	butir: Diperiksa,
	sekitar: Sekitar,
): { id: string; teks: { id: string; en: string } }[] {
	return aturan
		.filter((a) => (a.tingkatMin ?? 0) <= butir.tingkat && kena(a, butir, sekitar))
		.map(({ id, teks }) => ({ id, teks }));
}

function kena(a: AturanBukti, butir: Diperiksa, s: Sekitar): boolean {
	const r = butir.revisi[0];
	if (!r) return false;
	const kata = (teks: string) => (a.kata ?? []).some((k) => teks.toLowerCase().includes(k));
	switch (a.jenis) {
		case 'lewat_berlaku':
			return r.berlakuSampai !== null && r.berlakuSampai < s.kini;
		case 'lebih_tua':
			return r.tanggal !== null && r.tanggal < mundur(s.kini, a.bulan ?? 0);
		case 'kata':
			return kata(`${r.judul} ${r.namaBerkas ?? ''}`);
		case 'tingkat_bawah_kosong':
			return butir.tingkat > s.terendah && !s.semua.some((b) => b.tingkat === butir.tingkat - 1);
		case 'tanpa_penunjuk':
			return r.tipe === 'application/pdf' && r.penunjuk === '';
		case 'pindaian_tanpa_teks':
			return r.tanda.includes('tanpa_teks');
		case 'gambar_tanpa_asal':
			return (
				(r.tipe ?? '').startsWith('image/') &&
				(r.tanggal === null || !/https?:\/\/|www\./i.test(`${r.isi} ${r.penunjuk}`))
			);
		case 'berkas_sama_tanggal_beda':
			return (
				r.sha256 !== null &&
				s.semua.some((b) => b.revisi.some((l) => l.sha256 === r.sha256 && l.tanggal !== r.tanggal))
			);
		case 'cakupan_tanpa_penyebut':
			return s.cakupan === 0 && kata(s.kriteria.get(butir.tingkat) ?? '');
	}
}

/** The same day so many months before (after, where negative), or the month's last. */
export function mundur(iso: string, bulan: number): string {
	const [tahun = 0, bulanKini = 1, hari = 1] = iso.split('-').map(Number);
	const n = tahun * 12 + (bulanKini - 1) - bulan;
	const akhir = new Date(Date.UTC(Math.floor(n / 12), (n % 12) + 1, 0)).getUTCDate();
	const dua = (x: number) => String(x).padStart(2, '0');
	return `${Math.floor(n / 12)}-${dua((n % 12) + 1)}-${dua(Math.min(hari, akhir))}`;
}
