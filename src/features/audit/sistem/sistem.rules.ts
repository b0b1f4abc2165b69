import { type AlasanSasaran, parseTarget, type Target, tulisTarget } from '../periksa/sasaran.rules.ts';

export const daftarKekritisan = ['sangat_tinggi', 'tinggi', 'sedang', 'rendah'] as const;
export const daftarKelas = ['terbuka', 'terbatas', 'rahasia', 'sangat_rahasia'] as const;
export const daftarKategori = ['rendah', 'tinggi', 'strategis'] as const;
export type Kekritisan = (typeof daftarKekritisan)[number];
export type KelasData = (typeof daftarKelas)[number];
export type KategoriSistem = (typeof daftarKategori)[number];

/** More addresses of one system than this are several systems. */
export const ALAMAT_MAKS = 20;

export type AlamatSalah = { teks: string; alasan: AlasanSasaran | 'terlalu_banyak' };

/** Addresses, one a line; the same one twice counts once. */
export function bacaAlamat(teks: string): { ok: true; value: Target[] } | { ok: false; salah: AlamatSalah } {
	const hasil = new Map<string, Target>();
	for (const baris of teks.split(/[\n,;]/).map((b) => b.trim())) {
		if (baris === '') continue;
		const terbaca = parseTarget(baris);
		if (!terbaca.ok) return { ok: false, salah: { teks: baris.slice(0, 80), alasan: terbaca.reason } };
		hasil.set(tulisTarget(terbaca.value), terbaca.value);
	}
	if (hasil.size > ALAMAT_MAKS) return { ok: false, salah: { teks: '', alasan: 'terlalu_banyak' } };
	return { ok: true, value: [...hasil.values()] };
}
