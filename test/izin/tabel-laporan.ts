import type { Baris } from './baris.ts';

const publik = (pintu: string, alamat: string): Baris => ({ pintu, alamat, siapa: 'semua', jawab: [200] });
const t = '/instansi/[slug]/[tahun]';
const b = '/instansi/kota-balikpapan/2024';

/** Reports of published results. */
export const tabelLaporanTerbit: readonly Baris[] = [
	publik(`GET ${t}/rilis`, `${b}/rilis`),
	publik(`GET ${t}/rilis/unduh`, `${b}/rilis/unduh`),
	publik(`GET ${t}/laporan/unduh`, `${b}/laporan/unduh?format=pdf`),
];
