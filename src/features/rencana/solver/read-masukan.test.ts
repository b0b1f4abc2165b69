import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listIndikator } from '#scoring';
import { readMasukan } from './read-masukan.rules.ts';
import { spbe2020, tabelRata } from './solver.testing.ts';

const ids = listIndikator(spbe2020).map(({ id }) => id);
const bawaan = { tabel: tabelRata(spbe2020, { biaya: 7, hari: 3 }), prasyarat: [] };
const tiga = Array(47).fill(3);
const baca = (isi: Record<string, unknown>) => readMasukan(spbe2020, { nilai: tiga, ...isi }, bawaan);

describe('masukan rencana', () => {
	it('yang disebut mengganti bawaan, yang lain tetap', () => {
		const hasil = baca({
			biaya: { I02: [1, 2, 3, 4] },
			bulan: { I03: [9, 9, 9, 9] },
			instrumen: 'spbe-2020',
			catatan: '',
		});
		if (!hasil.ok) return expect.fail(JSON.stringify(hasil.masalah));
		const { tabel, bawaan: tanpa, asing } = hasil.masukan;
		expect(tabel.I02?.map(({ biaya, hari }) => [biaya, hari])).toEqual([1, 2, 3, 4].map((b) => [b, 3]));
		expect(tabel.I03?.[0]).toMatchObject({ biaya: 7, bulan: 9 });
		expect(tanpa).toEqual(ids.filter((id) => id !== 'I02'));
		expect(asing).toEqual(['catatan']);
	});

	it('menyebut semua masalah sekaligus', () => {
		const hasil = baca({ nilai: [9], biaya: { I01: [-1, 1.5, 2, 3] }, kecuali: [1], tenggatBulan: null });
		expect(hasil.ok ? [] : hasil.masalah.map(({ path }) => path)).toEqual([
			'nilai',
			'nilai[0]',
			'biaya.I01[0]',
			'biaya.I01[1]',
			'kecuali[0]',
			'tenggatBulan',
		]);
	});

	it('daftar aturan dan unit yang terlalu panjang ditolak', () => {
		const aturan = { indikator: 'I01', tingkat: 2, syarat: 'I02', tingkatSyarat: 2 };
		expect(baca({ prasyarat: Array(101).fill(aturan) })).toMatchObject({ masalah: [{ path: 'prasyarat' }] });
		const kapasitas = Object.fromEntries(Array.from({ length: 101 }, (_, n) => [`u${n}`, 1]));
		expect(baca({ kapasitas })).toMatchObject({ masalah: [{ path: 'kapasitas' }] });
	});

	it('masukan apa pun dijawab, tidak pernah menggagalkan program', () => {
		const id = fc.constantFrom(...ids.slice(0, 3), '__proto__', 'constructor', 'I99');
		const angka = fc.oneof(fc.integer(), fc.double(), fc.string(), fc.constant(null), fc.bigInt());
		const objek = fc.dictionary(id, fc.oneof(fc.array(angka, { minLength: 3, maxLength: 5 }), fc.anything()));
		const kunci = [
			'biaya',
			'hari',
			'bulan',
			'kecuali',
			'tetap',
			'minIndikator',
			'kapasitas',
			'unit',
			'tenggatBulan',
			'prasyarat',
		];
		const isi = fc.record(Object.fromEntries(kunci.map((k) => [k, fc.oneof(objek, fc.anything())])), {
			requiredKeys: [],
		});
		fc.assert(
			fc.property(isi, (satu) => {
				const hasil = baca(satu as Record<string, unknown>);
				if (hasil.ok) expect(Object.keys(hasil.masukan.tabel)).toHaveLength(47);
				else expect(hasil.masalah.length).toBeGreaterThan(0);
			}),
			{ numRuns: 500 },
		);
	});
});
