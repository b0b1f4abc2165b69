import type { Masalah } from '#features/hasil/import-masalah.ts';

export interface ButirDaftar {
	kode: string;
	area: string;
	teks: string;
	sumber: string;
}

const nama: Readonly<Record<keyof ButirDaftar, readonly string[]>> = {
	kode: ['id', 'kode', 'no', 'nomor'],
	teks: ['teks', 'kriteria', 'uraian', 'pertanyaan'],
	sumber: ['sumber', 'acuan', 'dasar'],
	area: ['area', 'kelompok', 'aspek', 'bagian'],
};
const maks = { kode: 60, area: 200, teks: 2000, sumber: 300 } as const;
const BARIS = 500;

/**
 * Reads a list of criteria; every problem with its line and what was expected.
 * @param judul area of rows that name none
 */
export function bacaDaftarKriteria(
	lembar: {
		kepala: readonly string[];
		nomorKepala: number;
		baris: readonly { nomor: number; sel: readonly string[] }[];
	},
	judul: string,
): { ok: true; butir: ButirDaftar[] } | { ok: false; masalah: Masalah[] } {
	const kepala = lembar.kepala.map((k) => k.trim().toLowerCase());
	const letak = (medan: keyof ButirDaftar) => kepala.findIndex((k) => nama[medan].includes(k));
	const kurang = (['kode', 'teks'] as const).filter((m) => letak(m) === -1);
	if (kurang.length > 0) return { ok: false, masalah: kurang.map((m) => tanpaKolom(lembar.nomorKepala, m)) };
	const masalah: Masalah[] = [];
	const ada = new Set<string>();
	const butir = lembar.baris.map(({ nomor, sel }): ButirDaftar => {
		const isi = (m: keyof ButirDaftar) => (sel[letak(m)] ?? '').replace(/\s+/g, ' ').trim();
		const b = { kode: isi('kode'), area: isi('area') || judul, teks: isi('teks'), sumber: isi('sumber') };
		const catat = (m: keyof ButirDaftar, kode: Masalah['kode'], pesan: string) =>
			masalah.push({ baris: nomor, kolom: m, kode, pesan });
		if (b.kode === '') catat('kode', 'wajib_diisi', 'Id kriteria kosong.');
		if (b.teks === '') catat('teks', 'wajib_diisi', 'Teks kriteria kosong.');
		for (const m of ['kode', 'area', 'teks', 'sumber'] as const)
			if (b[m].length > maks[m])
				catat(m, 'teks_terlalu_panjang', `Paling panjang ${maks[m]} huruf, tertulis ${b[m].length}.`);
		if (b.kode !== '' && ada.has(b.kode))
			catat(
				'kode',
				'instansi_ganda',
				`Id "${b.kode.slice(0, 60)}" sudah dipakai baris sebelumnya; tiap kriteria butuh id sendiri.`,
			);
		ada.add(b.kode);
		return b;
	});
	if (butir.length === 0)
		masalah.push({
			baris: null,
			kolom: null,
			kode: 'tanpa_baris',
			pesan: 'Tidak ada satu kriteria pun di bawah kepala tabel.',
		});
	if (butir.length > BARIS)
		masalah.push({
			baris: null,
			kolom: null,
			kode: 'terlalu_banyak_baris',
			pesan: `Paling banyak ${BARIS} kriteria dalam satu daftar, terbaca ${butir.length}.`,
		});
	return masalah.length > 0 ? { ok: false, masalah: masalah.slice(0, 50) } : { ok: true, butir };
}

const tanpaKolom = (baris: number, m: keyof ButirDaftar): Masalah => ({
	baris,
	kolom: m === 'kode' ? 'id' : m,
	kode: 'kolom_tidak_ada',
	pesan: `Kolom "${m === 'kode' ? 'id' : m}" tidak ada. Kepala yang diharapkan: id, teks, sumber, area (dua yang terakhir boleh tidak ada).`,
});
