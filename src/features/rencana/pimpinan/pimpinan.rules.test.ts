import { describe, expect, it } from 'vitest';
import { type BahanKeputusan, pilihKeputusan, pilihSasaran, susunTelat } from './pimpinan.rules.ts';

const kini = '2026-11-24';
const s = (tahun: number, nilai: number, sumber: string | null = null) => ({ tahun, nilai, sumber });

describe('sasaran yang berlaku', () => {
	it.each([
		['tidak ada', [], null],
		['tahun ini', [s(2025, 300), s(2026, 320), s(2028, 400)], 320],
		['terdekat di depan', [s(2028, 400), s(2027, 350)], 350],
		['yang terakhir bila semua sudah lewat', [s(2023, 310), s(2024, 330)], 330],
		['sasaran di sini sebelum yang diumumkan', [s(2026, 390, 'web'), s(2024, 330)], 330],
		['yang diumumkan bila hanya itu', [s(2023, 320, 'web'), s(2022, 310, 'web')], 320],
	])('%s', (_, daftar, nilai) => expect(pilihSasaran(daftar, 2026)?.nilai ?? null).toBe(nilai));
});

describe('unit yang terlambat', () => {
	const lewat = (unitId: number | null, tenggat: string | null) => ({ unitId, unit: `u${unitId}`, tenggat });
	it('menghitung tiga jenis pekerjaan, melewati yang belum lewat dan yang tanpa unit', () => {
		const hasil = susunTelat(
			{
				penugasan: [lewat(1, '2026-11-20'), lewat(1, kini), lewat(2, null)],
				tugas: [lewat(2, '2026-11-23'), lewat(null, '2026-01-01')],
				tindakan: [lewat(1, '2026-11-14'), lewat(3, '2025-11-24')],
			},
			kini,
		);
		expect(hasil.map((u) => [u.unit, u.penugasan, u.tugas, u.tindakan, u.hari])).toEqual([
			['u1', 1, 0, 1, 10],
			['u3', 0, 0, 1, 365],
			['u2', 0, 1, 0, 1],
		]);
	});
});

describe('tiga keputusan', () => {
	const t = (id: number, ubah: Partial<BahanKeputusan['tindakan'][number]> = {}) => ({
		...{
			id,
			judul: `t${id}`,
			unitId: 1,
			desakan: 'nanti',
			hitungan: 'terhitung',
			poin: '0.010',
			keadaan: 'belum',
		},
		...ubah,
	});
	const bahan = (ubah: Partial<BahanKeputusan> = {}): BahanKeputusan => ({
		...{ sasaran: 320, prakiraan: 330, tindakan: [], telat: [], kurangAnggaran: [] },
		...ubah,
	});
	const telat = (unitId: number) => ({
		unitId,
		unit: `u${unitId}`,
		penugasan: 1,
		tugas: 0,
		tindakan: 1,
		hari: 3,
	});
	it.each([
		['semua beres', {}, []],
		['tanpa sasaran', { sasaran: null }, ['tetapkan_sasaran']],
		['prakiraan di bawah sasaran', { prakiraan: 319 }, ['tambah_tindakan']],
		['prakiraan tepat pada sasaran', { prakiraan: 320 }, []],
		['prakiraan belum diketahui', { prakiraan: null }, []],
		['tindakan tanpa unit', { tindakan: [t(1, { unitId: null })] }, ['tunjuk_unit']],
		['tanpa unit tetapi sudah selesai', { tindakan: [t(1, { unitId: null, keadaan: 'selesai' })] }, []],
		['tenggat sesudah batas', { tindakan: [t(1, { hitungan: 'lewat_batas' })] }, ['majukan_tenggat']],
		[
			'satu dari tiap jenis sebelum yang kedua',
			{
				telat: [telat(1), telat(2)],
				tindakan: [t(1, { unitId: null })],
				kurangAnggaran: [{ tahun: 2026, judul: 'x', rupiah: 5n }],
			},
			['perintahkan_unit', 'tunjuk_unit', 'putuskan_anggaran'],
		],
		['yang kedua mengisi sisanya', { telat: [telat(1), telat(2)] }, ['perintahkan_unit', 'perintahkan_unit']],
	])('%s', (_, ubah, jenis) =>
		expect(pilihKeputusan(bahan(ubah as Partial<BahanKeputusan>)).map((k) => k.jenis)).toEqual(jenis),
	);
	it('unit yang keterlambatannya paling mahal didahulukan, dengan poinnya', () => {
		const tindakan = [
			t(1, { unitId: 2, desakan: 'terlambat', poin: '0.030' }),
			t(2, { unitId: 2, desakan: 'terlambat', poin: '0.015' }),
			t(3, { unitId: 2, poin: '9.000' }),
		] as BahanKeputusan['tindakan'];
		expect(pilihKeputusan(bahan({ telat: [telat(1), telat(2)], tindakan }), 1)).toEqual([
			{ jenis: 'perintahkan_unit', unitId: 2, unit: 'u2', banyak: 2, hari: 3, poin: '0.045' },
		]);
	});
});
