import { describe, expect, it } from 'vitest';
import { alatUji } from '#features/penilaian/penilaian.testing.ts';
import { listIndikator } from '#scoring';
import {
	daftarMuatan,
	type IsiPeta,
	jumlahPeta,
	listKurangAnggaran,
	periksaPeta,
	pilihMulai,
	tebakMuatan,
} from './peta.rules.ts';

const butir = (id: number, ubah: Partial<IsiPeta> = {}): IsiPeta => ({
	...{
		id,
		tahun: 2026,
		muatan: 'aplikasi',
		judul: `b${id}`,
		kebutuhan: 10n,
		anggaran: 10n,
		subKegiatan: 'S',
	},
	...ubah,
});
/** Everything in every year. */
const lengkap = [2026, 2027, 2028, 2029, 2030].flatMap((tahun, t) =>
	daftarMuatan.map((muatan, m) => butir(t * 10 + m, { tahun, muatan })),
);
const periksa = (ubah: Partial<IsiPeta>) => periksaPeta([butir(99, ubah), ...lengkap], 2026, 2026);

describe('peta rencana terhadap anggaran', () => {
	it.each([
		['pas', {}, []],
		['lebih murah dari anggarannya', { kebutuhan: 9n }, []],
		['kebutuhan belum diketahui', { kebutuhan: null, anggaran: null }, []],
		['melebihi anggaran', { kebutuhan: 11n }, [{ jenis: 'melebihi_anggaran', kurang: 1n }]],
		['anggaran belum diisi', { anggaran: null }, [{ jenis: 'tanpa_anggaran', kurang: 10n }]],
		['tahun ketiga masih diperiksa', { tahun: 2028, kebutuhan: 11n }, [{ jenis: 'melebihi_anggaran' }]],
		['tahun keempat belum beranggaran', { tahun: 2029, kebutuhan: 11n, subKegiatan: '' }, []],
		['tanpa sub-kegiatan', { subKegiatan: '' }, [{ jenis: 'tanpa_sub_kegiatan', id: 99 }]],
		['di luar lima tahun', { tahun: 2031, kebutuhan: 99n, subKegiatan: '' }, []],
	])('%s', (_, ubah, masalah) => {
		const hasil = periksa(ubah as Partial<IsiPeta>);
		expect(hasil).toMatchObject(masalah);
		expect(hasil.length).toBe(masalah.length);
	});
	it('tahun tanpa suatu muatan disebut, dan audit yang tidak ada sama sekali lebih dulu', () => {
		const tanpaAudit = lengkap.filter((b) => b.muatan !== 'audit_tik');
		const hasil = periksaPeta(tanpaAudit, 2026, 2026);
		expect(hasil[0]).toEqual({ jenis: 'audit_kosong' });
		expect(hasil.slice(1)).toEqual(
			[2026, 2027, 2028, 2029, 2030].map((tahun) => ({
				jenis: 'muatan_kosong',
				tahun,
				muatan: ['audit_tik'],
			})),
		);
	});
	it('jumlah per muatan sama dengan jumlah per tahun', () => {
		const { muatan, total, tahun } = jumlahPeta([...lengkap, butir(99, { kebutuhan: null })], 2026);
		expect(tahun).toEqual([2026, 2027, 2028, 2029, 2030]);
		expect(total[0]).toEqual({ banyak: 8, kebutuhan: 70n, anggaran: 80n });
		for (const [n, t] of total.entries())
			expect(muatan.reduce((j, m) => j + (m.sel[n]?.kebutuhan ?? 0n), 0n)).toBe(t.kebutuhan);
	});
	it.each([
		[[], 2026],
		[[2028], 2026],
		[[2024, 2027], 2024],
		[[2021, 2025], 2025],
	])('lima tahun mulai dari %j: %d', (tahun, mulai) =>
		expect(
			pilihMulai(
				tahun.map((t) => ({ tahun: t })),
				2026,
			),
		).toBe(mulai),
	);
	it('kekurangan terbesar lebih dulu, hanya tahun yang diminta', () => {
		const baris = [
			butir(1, { kebutuhan: 12n }),
			butir(2, { kebutuhan: 50n, tahun: 2027 }),
			butir(3, { kebutuhan: 99n, tahun: 2028 }),
			butir(4),
		];
		expect(listKurangAnggaran(baris, [2026, 2027]).map((k) => [k.judul, k.rupiah])).toEqual([
			['b2', 40n],
			['b1', 2n],
		]);
	});
});

describe('muatan menurut indikator', () => {
	const nama = new Map(listIndikator(alatUji('spbe-2020')).map((i) => [i.id, i.nama]));
	it.each([
		['I01', 'tata_kelola'],
		['I10', 'tata_kelola'],
		['I11', 'tata_kelola'],
		['I15', 'aplikasi'],
		['I16', 'infrastruktur'],
		['I17', 'infrastruktur'],
		['I21', 'manajemen'],
		['I22', 'keamanan'],
		['I28', 'manajemen'],
		['I29', 'audit_tik'],
		['I31', 'audit_tik'],
		['I33', 'layanan'],
	])('%s: %s', (id, muatan) => expect(tebakMuatan(nama.get(id) ?? '')).toBe(muatan));
});
