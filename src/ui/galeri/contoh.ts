import type { SeriBanding } from '../chart/banding.ts';
import { petakProvinsi } from '../chart/petak.ts';
import type { SebaranTahun } from '../chart/sebaran.ts';
import type { TitikTahun } from '../chart/sumbu-tahun.ts';
import type { TargetTahun } from '../chart/tren.ts';

// Made-up figures for the gallery; none belongs to an institution.
const deret = (instrumen: string, nilai: Record<number, number>): TitikTahun[] =>
	Object.entries(nilai).map(([tahun, n]) => ({ tahun: Number(tahun), nilai: n, instrumen }));

export const predikat = ['Kurang', 'Cukup', 'Baik', 'Sangat Baik', 'Memuaskan'] as const;

export const trenContoh: TitikTahun[] = [
	...deret('SPBE 2018', { 2018: 185, 2019: 202 }),
	...deret('SPBE 2020', { 2021: 233 }),
	{ tahun: 2022, nilai: 291, instrumen: 'SPBE 2020', status: 'menurut_sumber' },
	...deret('SPBE 2020', { 2023: 342, 2024: 371 }),
	{ tahun: 2026, nilai: 318, instrumen: 'Pemdi 2026', status: 'turunan' },
];
export const nasionalContoh: TitikTahun[] = [
	...deret('SPBE 2018', { 2018: 201, 2019: 219, 2020: 224 }),
	...deret('SPBE 2020', { 2021: 222, 2022: 236, 2023: 277, 2024: 309 }),
	...deret('Pemdi 2026', { 2026: 264 }),
];
export const targetContoh: TargetTahun[] = [
	...[2021, 2022, 2023, 2024].map((tahun) => ({ tahun, nilai: 260, milik: 'nasional' as const })),
	{ tahun: 2022, nilai: 310, milik: 'instansi' },
	{ tahun: 2023, nilai: 320, milik: 'instansi' },
];

export const domainContoh = [
	{ label: 'Manajemen', nilai: 155, href: '#d3', tipe: 172, provinsi: 190, poinHilang: 57, turunan: true },
	{ label: 'Layanan', nilai: 370, href: '#d4', tipe: 331, provinsi: 352, poinHilang: 59 },
	{ label: 'Tata Kelola', nilai: 260, href: '#d2', tipe: 244, provinsi: 262, poinHilang: 60 },
	{ label: 'Kebijakan Internal', nilai: null, tipe: 301, provinsi: null, poinHilang: null },
	{ label: 'Ujung skala', nilai: 500, tipe: 100, provinsi: 500, poinHilang: 0 },
];

export const poinContoh = [
	{
		label: 'Layanan Administrasi Pemerintahan Berbasis Elektronik',
		hilang: 36,
		nilai: 370,
		bobot: 2750,
		href: '#a7',
	},
	{ label: 'Perencanaan Strategis', hilang: 33, nilai: 175, bobot: 1000, href: '#a2' },
	{ label: 'Audit TIK', hilang: 18, nilai: 100, bobot: 450, href: '#a6', turunan: true },
	{ label: 'Penyelenggara', hilang: 10, nilai: 300, bobot: 500 },
	{ label: 'Tanpa kehilangan', hilang: 0, nilai: 500, bobot: 250 },
];

export const sebaranContoh: SebaranTahun[] = [
	{ tahun: 2021, jumlah: [205, 187, 110, 14, 1] },
	{ tahun: 2022, jumlah: [140, 190, 187, 31, 2] },
	{ tahun: 2023, jumlah: [62, 158, 270, 118, 8] },
	{ tahun: 2024, jumlah: [31, 97, 312, 165, 19] },
	{ tahun: 2026, jumlah: [0, 0, 0, 0, 0] },
];

export const petaContoh = petakProvinsi
	.filter((p) => p.kode !== '95')
	.map((p, i) => {
		const nilai = p.kode === '94' ? null : 150 + ((i * 73) % 300);
		const tingkat =
			nilai === null
				? null
				: (([180, 260, 350, 420].filter((b) => nilai >= b).length + 1) as 1 | 2 | 3 | 4 | 5);
		return {
			kode: p.kode,
			nilai,
			tingkat,
			jumlah: nilai === null ? 0 : 5 + (i % 30),
			href: `#provinsi-${p.kode}`,
		};
	});

export const bandingContoh: SeriBanding[] = [
	{ nama: 'Kota Contoh', titik: trenContoh },
	{ nama: 'Kota Misal', titik: deret('SPBE 2020', { 2021: 281, 2022: 302, 2023: 330, 2024: 371 }) },
	{
		nama: 'Kabupaten Umpama Kepulauan Selatan',
		titik: deret('SPBE 2020', { 2021: 154, 2023: 212, 2024: 240 }),
	},
	{ nama: 'Provinsi Teladan', titik: deret('SPBE 2020', { 2021: 322, 2022: 351, 2023: 363, 2024: 368 }) },
	{ nama: 'Badan Andai', titik: deret('SPBE 2020', { 2022: 206, 2023: 201, 2024: 266 }) },
];
