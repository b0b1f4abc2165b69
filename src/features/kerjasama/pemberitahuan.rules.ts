/** What a person is told about. Those with `surel` also go out by mail, where mail is set up. */
export const daftarJenis = [
	{ jenis: 'ringkasan', surel: true },
	{ jenis: 'ingatkan', surel: true },
	{ jenis: 'dikembalikan', surel: false },
	{ jenis: 'tugas', surel: false },
	{ jenis: 'serah_terima', surel: false },
	{ jenis: 'laporan', surel: false },
	{ jenis: 'sistem', surel: false },
] as const;
export type JenisPemberitahuan = (typeof daftarJenis)[number]['jenis'];

export interface Pilihan {
	jenis: JenisPemberitahuan;
	aplikasi: boolean;
	/** Null where the kind never goes out by mail. */
	surel: boolean | null;
}

/** Every kind with what the person chose; what was never chosen is wanted. */
export function susunPilihan(
	tersimpan: readonly { jenis: string; aplikasi: boolean; surel: boolean }[],
): Pilihan[] {
	return daftarJenis.map(({ jenis, surel }) => {
		const p = tersimpan.find((t) => t.jenis === jenis);
		return { jenis, aplikasi: p?.aplikasi ?? true, surel: surel ? (p?.surel ?? true) : null };
	});
}

export interface Menunggu {
	/** How many things wait for the person in the institution. */
	banyak: number;
	dikembalikan: number;
	/** Days until the nearest due date; null where nothing has one. */
	terdekat: number | null;
}

/** Days before a due date from which the digest speaks of it. */
const JELANG = 3;

/** What of a queue is worth a digest: something due within three days or late, or something returned. Null for nothing. */
export function ringkas(
	antrean: readonly { jenis: string; banyak: number | null; sisaHari: number | null }[],
): Menunggu | null {
	const dikembalikan = antrean
		.filter((a) => a.jenis === 'perbaiki')
		.reduce((jumlah, a) => jumlah + (a.banyak ?? 1), 0);
	const tenggat = antrean.flatMap((a) => a.sisaHari ?? []);
	const terdekat = tenggat.length > 0 ? Math.min(...tenggat) : null;
	if (dikembalikan === 0 && (terdekat === null || terdekat > JELANG)) return null;
	return { banyak: antrean.length, dikembalikan, terdekat };
}
