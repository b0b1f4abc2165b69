/** Orders of a ranking; the first is the default, a leading minus turns one round. */
export const daftarUrut = [
	'indeks',
	'-indeks',
	'nama',
	'selisih',
	'-selisih',
	'perubahan',
	'-perubahan',
] as const;
export type Urut = (typeof daftarUrut)[number];

/** "Sangat Baik" → "sangat-baik", as it stands in addresses. */
export function kunciPredikat(nama: string): string {
	return nama.toLowerCase().replaceAll(' ', '-');
}

/** What a ranking is asked for, as it stands in the address; an absent field lets everything through. */
export interface KueriPeringkat {
	tahun?: number | undefined;
	jenis?: string | undefined;
	provinsi?: string | undefined;
	pulau?: string | undefined;
	predikat?: string | undefined;
	urut?: Urut | undefined;
	halaman?: number | undefined;
}

/** The query of a ranking's address, fields in one order and defaults left out, so that one list has one address. */
export function tulisKueri(kueri: KueriPeringkat): string {
	const hasil = new URLSearchParams();
	if (kueri.tahun !== undefined) hasil.set('tahun', String(kueri.tahun));
	for (const kunci of ['jenis', 'provinsi', 'pulau', 'predikat'] as const)
		if (kueri[kunci]) hasil.set(kunci, kueri[kunci]);
	if (kueri.urut && kueri.urut !== daftarUrut[0]) hasil.set('urut', kueri.urut);
	if (kueri.halaman !== undefined && kueri.halaman > 1) hasil.set('halaman', String(kueri.halaman));
	return hasil.toString();
}

/**
 * The year whose ranks a year is held against: the newest complete one before it, unless its instrument was
 * another. Null where there is none.
 */
export function findTahunLalu(
	daftar: readonly { tahun: number; lengkap: boolean; instrumen: string }[],
	kini: { tahun: number; instrumen: string },
): number | null {
	const sebelum = daftar
		.filter((t) => t.lengkap && t.tahun < kini.tahun)
		.sort((a, b) => b.tahun - a.tahun)[0];
	return sebelum?.instrumen === kini.instrumen ? sebelum.tahun : null;
}
