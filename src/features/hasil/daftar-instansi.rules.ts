import type { BarisHitung } from './daftar-instansi.store.ts';

export interface Hitungan {
	jumlah: number;
	/** How many of them have a result. */
	berhasil: number;
}

export interface PilihanDaftar {
	semua: Hitungan;
	jenis: ({ jenis: string } & Hitungan)[];
	provinsi: ({ kode: string; nama: string } & Hitungan)[];
}

export interface KelompokHuruf<T> {
	huruf: string;
	anggota: T[];
}

const URUTAN_JENIS = ['kementerian', 'lpnk', 'lns', 'instansi-lain', 'provinsi', 'kabupaten', 'kota'];

export interface SaringDaftar {
	jenis?: string | undefined;
	provinsi?: string | undefined;
}

/**
 * Adds the counts up: by type within the province chosen, by province within the type chosen, so that each
 * number is what its link shows. Types in the order of the reports, provinces by official code.
 */
export function susunPilihan(hitung: readonly BarisHitung[], saring: SaringDaftar = {}): PilihanDaftar {
	const semua = { jumlah: 0, berhasil: 0 };
	const jenis = new Map(URUTAN_JENIS.map((j) => [j, { jenis: j, jumlah: 0, berhasil: 0 }]));
	const provinsi = new Map<string, PilihanDaftar['provinsi'][number]>();
	for (const h of hitung) {
		tambah(semua, h);
		if (saring.provinsi === undefined || h.provinsiKode === saring.provinsi)
			tambah(ambil(jenis, h.jenis, { jenis: h.jenis, jumlah: 0, berhasil: 0 }), h);
		if (h.provinsiKode === null || h.provinsi === null) continue;
		const p = ambil(provinsi, h.provinsiKode, {
			kode: h.provinsiKode,
			nama: h.provinsi,
			jumlah: 0,
			berhasil: 0,
		});
		if (saring.jenis === undefined || h.jenis === saring.jenis) tambah(p, h);
	}
	return {
		semua,
		jenis: [...jenis.values()].filter((j) => j.jumlah > 0),
		provinsi: [...provinsi.values()].sort((a, b) => a.kode.localeCompare(b.kode)),
	};
}

function ambil<T>(peta: Map<string, T>, kunci: string, baru: T): T {
	const ada = peta.get(kunci) ?? baru;
	peta.set(kunci, ada);
	return ada;
}

function tambah(ke: Hitungan, dari: Hitungan): void {
	ke.jumlah += dari.jumlah;
	ke.berhasil += dari.berhasil;
}

/** The name people look an institution up by: without the word for its kind ("Kabupaten Paser" → "Paser"). */
export function namaUrut(nama: string): string {
	return nama.replace(
		/^(?:Kabupaten|Kota|Provinsi|Kementerian Koordinator|Kementerian)\s+(?:Bidang\s+)?/,
		'',
	);
}

const banding = new Intl.Collator('id');

/** Groups by the initial of the name people look up, in alphabetical order. */
export function kelompokkanHuruf<T extends { nama: string }>(daftar: readonly T[]): KelompokHuruf<T>[] {
	const urut = daftar
		.map((anggota) => ({ anggota, kunci: namaUrut(anggota.nama) }))
		.sort((a, b) => banding.compare(a.kunci, b.kunci) || banding.compare(a.anggota.nama, b.anggota.nama));
	const kelompok: KelompokHuruf<T>[] = [];
	for (const { anggota, kunci } of urut) {
		const huruf = kunci.charAt(0).toUpperCase();
		const ini = kelompok.at(-1);
		if (ini?.huruf === huruf) ini.anggota.push(anggota);
		else kelompok.push({ huruf, anggota: [anggota] });
	}
	return kelompok;
}
