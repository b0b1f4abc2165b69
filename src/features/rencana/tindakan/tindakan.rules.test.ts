import { describe, expect, it } from 'vitest';
import { susunGantt } from './gantt.rules.ts';
import { bacaRupiah, formatRupiah, tulisRupiah } from './rupiah.rules.ts';
import { desakanOf, majuKe, periksaTindakan, temukanLingkaran, urutkanMendesak } from './tindakan.rules.ts';

const kini = '2026-11-24';
const kerja = (
	id: number,
	tenggat: string,
	keadaan: 'belum' | 'berjalan' | 'selesai' | 'batal' = 'belum',
) => ({
	...{ id, keadaan, tenggat, mulai: '2026-01-01' },
});

describe('rupiah yang diketik', () => {
	it.each([
		['Rp 1.500.000', 1_500_000n],
		['Rp1.500.000,00', 1_500_000n],
		['rp. 2.000,-', 2000n],
		['1.500.000', 1_500_000n],
		['1500000', 1_500_000n],
		['0', 0n],
		['1.000.000.000.000.000', 1_000_000_000_000_000n],
		['', null],
		['   ', null],
		['1.5', undefined],
		['1,500,000', undefined],
		['1.500.00', undefined],
		['1.500,50', undefined],
		['1,5 juta', undefined],
		['-5', undefined],
		['USD 5.000', undefined],
		['0.500', undefined],
		['1000.000', undefined],
		['1.000.000.000.000.001', undefined],
		['٣', undefined],
	])('%j', (teks, hasil) => expect(bacaRupiah(teks)).toBe(hasil));
	it('yang ditulis ke medan terbaca lagi sama', () => {
		for (const n of [0n, 7n, 1000n, 999_999n, 123_456_789_012n]) {
			expect(bacaRupiah(tulisRupiah(n))).toBe(n);
			expect(bacaRupiah(formatRupiah(n, 'id'))).toBe(n);
		}
	});
});

describe('urutan mendesak', () => {
	it.each([
		['2026-11-23', 'belum', 'terlambat'],
		['2026-11-24', 'belum', 'dekat'],
		['2026-12-08', 'berjalan', 'dekat'],
		['2026-12-09', 'berjalan', 'nanti'],
		['2026-01-01', 'selesai', 'tuntas'],
		['2026-01-01', 'batal', 'tuntas'],
	] as const)('tenggat %s, %s: %s', (tenggat, keadaan, hasil) =>
		expect(desakanOf({ tenggat, keadaan }, kini)).toBe(hasil),
	);
	it('yang terlambat lebih dulu, yang tuntas paling akhir dengan yang terbaru di depan', () => {
		const daftar = [
			kerja(1, '2026-01-01', 'selesai'),
			kerja(2, '2027-01-01'),
			kerja(3, '2026-10-01'),
			kerja(4, '2026-05-01', 'batal'),
			kerja(5, '2026-11-01', 'berjalan'),
		];
		expect(urutkanMendesak(daftar, kini).map((t) => t.id)).toEqual([3, 5, 2, 4, 1]);
	});
});

describe('saling menunggu', () => {
	const ada = new Map([
		[1, [2]],
		[2, [3]],
		[4, [1]],
	]);
	it.each([
		[3, [1], [3, 1, 2, 3]],
		[2, [1], [2, 1, 2]],
		[3, [4], [3, 4, 1, 2, 3]],
		[1, [1], [1, 1]],
		[5, [1, 4], null],
		[1, [3], null],
	])('%d menunggu %j: lingkaran %j', (id, baru, lingkaran) =>
		expect(temukanLingkaran(ada, id, baru)).toEqual(lingkaran),
	);
});

describe('kemajuan', () => {
	it.each([
		['selesai', 30, { keadaan: 'selesai', kemajuan: 100 }],
		['belum', 30, { keadaan: 'berjalan', kemajuan: 30 }],
		['belum', 0, { keadaan: 'belum', kemajuan: 0 }],
		['berjalan', 100, { keadaan: 'berjalan', kemajuan: 100 }],
	] as const)('%s pada %d%%', (keadaan, kemajuan, hasil) => expect(majuKe(keadaan, kemajuan)).toEqual(hasil));
	it('realisasi di atas pagu diperingatkan, tepat sama tidak', () => {
		const t = { mulai: '2026-02-01', pagu: 100n };
		expect(periksaTindakan({ ...t, realisasi: 101n }, [])).toEqual(['realisasi_melebihi_pagu']);
		expect(periksaTindakan({ ...t, realisasi: 100n }, [])).toEqual([]);
		expect(periksaTindakan({ ...t, realisasi: null }, [kerja(1, '2026-02-02')])).toEqual([
			'mendahului_syarat',
		]);
		expect(periksaTindakan({ ...t, realisasi: null }, [kerja(1, '2026-02-02', 'selesai')])).toEqual([]);
	});
});

describe('garis waktu', () => {
	it('menaruh batang di antara awal bulan pertama dan akhir bulan terakhir', () => {
		const t = { id: 1, mulai: '2026-01-01', tenggat: '2026-01-31', menunggu: [], tonggak: [] };
		const lain = { ...t, id: 2, mulai: '2026-02-01', tenggat: '2026-02-28', menunggu: [1, 99] };
		const g = susunGantt([t, lain], '2026-02-01', '2026-12-31');
		expect(g.garis.map((b) => b.tanggal)).toEqual(['2026-01-01', '2026-02-01']);
		expect(g.baris[0]).toMatchObject({ dari: 0, lebar: 50.85 });
		expect(g.kini).toBe(52.54);
		expect(g.batas).toBeNull();
		expect(g.panah.map((p) => p.kunci)).toEqual(['1-2']);
	});
	it('lima tahun tetap paling banyak delapan garis', () => {
		const t = { id: 1, mulai: '2026-03-05', tenggat: '2030-12-31', menunggu: [], tonggak: [] };
		expect(susunGantt([t], kini, '2026-12-31').garis.length).toBeLessThanOrEqual(8);
	});
});
