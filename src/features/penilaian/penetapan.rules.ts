import type { HasilLalu } from './penetapan.store.ts';
import type { SkorTersimpan } from './penilaian.rules.ts';

/** What a determination would publish, and what it changes. */
export interface Penetapan {
	/** Decimals with a point, as they would stand on the public page; null while something is missing. */
	indeks: string | null;
	predikat: string | null;
	/** Domains, or aspects where the instrument has none. */
	bagian: { nama: string; nilai: string | null }[];
	/** A figure of the same year that it replaces; the old one stays in the history. */
	mengganti: HasilLalu | null;
	/** The result before, with the difference where the instrument is the same. */
	sebelum: (HasilLalu & { selisih: number | null }) | null;
	usul: { nama: string; jabatan: string; waktu: Date; berubah: boolean } | null;
	setuju: boolean;
	latihan: boolean;
}

/** "3.05" → 305, exactly. */
const seratus = (teks: string): number => Number(teks.replace('.', ''));

export function susunPenetapan(d: {
	skor: SkorTersimpan | null;
	tahun: number;
	instrumen: string;
	bagian: readonly { id: string; nama: string }[];
	hasil: readonly HasilLalu[];
	usul: Penetapan['usul'];
	setuju: boolean;
	latihan: boolean;
}): Penetapan {
	const indeks = d.skor?.indeks ?? null;
	const sebelum = d.hasil.find((h) => h.tahun < d.tahun) ?? null;
	const selisih =
		sebelum?.instrumen === d.instrumen && indeks !== null ? seratus(indeks) - sebelum.indeks : null;
	return {
		indeks,
		predikat: d.skor?.predikat ?? null,
		bagian: d.bagian.map(({ id, nama }) => ({
			nama,
			nilai: d.skor?.domain[id] ?? d.skor?.aspek[id] ?? null,
		})),
		mengganti: d.hasil.find((h) => h.tahun === d.tahun) ?? null,
		sebelum: sebelum && { ...sebelum, selisih },
		usul: d.usul,
		setuju: d.setuju,
		latihan: d.latihan,
	};
}
