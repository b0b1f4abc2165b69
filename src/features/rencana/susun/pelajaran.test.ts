import { describe, expect, it } from 'vitest';
import { learnOngkos, type TindakanTuntas } from './pelajaran.rules.ts';

const jenis = new Map([
	['I01', 'kebijakan'],
	['I02', 'kebijakan'],
	['I21', 'manajemen'],
]);
const tuntas = (ubah: Partial<TindakanTuntas> = {}): TindakanTuntas => ({
	...{ indikator: 'I01', dari: 100, ke: 200, mulai: '2026-01-01', selesai: '2026-03-02', realisasi: null },
	...ubah,
});

describe('usaha dari tindakan yang tuntas', () => {
	it.each([
		['60 hari satu tingkat', [tuntas()], 2],
		['61 hari satu tingkat', [tuntas({ selesai: '2026-03-03' })], 3],
		['61 hari tiga tingkat', [tuntas({ selesai: '2026-03-03', ke: 400 })], 1],
		['selesai sebelum mulai', [tuntas({ selesai: '2025-12-01' })], 1],
		[
			'yang tengah dari tiga',
			[tuntas({ selesai: '2026-12-27' }), tuntas(), tuntas({ selesai: '2026-01-05' })],
			2,
		],
		['dari dua yang lebih besar', [tuntas(), tuntas({ indikator: 'I02', selesai: '2026-01-05' })], 2],
		['nilai berdesimal naik ke tingkat bulat', [tuntas({ dari: 325, ke: 400 })], 2],
	])('%s', (_, daftar, bulan) =>
		expect(learnOngkos(jenis, daftar).get('kebijakan')).toMatchObject({ bulan, banyak: daftar.length }),
	);
	it('rupiah dibagi tingkatnya, dibulatkan ke atas, dan hanya dari yang ada realisasinya', () => {
		const daftar = [
			tuntas({ ke: 300, realisasi: 100_000_001n }),
			tuntas({ realisasi: 0n }),
			tuntas({ indikator: 'I02' }),
		];
		expect(learnOngkos(jenis, daftar).get('kebijakan')?.rupiah).toEqual({ nilai: 50_000_001, banyak: 1 });
	});
	it('jenis tanpa tindakan tuntas dan indikator yang tidak dikenal tidak ada', () => {
		const hasil = learnOngkos(jenis, [tuntas({ indikator: 'X9' }), tuntas({ ke: 100 })]);
		expect([...hasil.keys()]).toEqual([]);
	});
});
