import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { muatAwal } from '#features/hasil/muat-awal.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { pickInstrumenHitung } from '#features/instrumen/instrumen-hitung.rules.ts';
import { projectDir } from '#platform/config.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { type Jawaban, listIndikator } from '#scoring';
import { bacaBerkasHitung, tulisBerkasHitung } from './berkas-hitung.ts';
import { hitungIsian, listTingkat, susunKelompok } from './hitung-hasil.rules.ts';
import { bacaIsian, bacaKode, tulisIsian, tulisKode, tulisNilai } from './hitung-isian.rules.ts';
import { openHitung } from './open-hitung.ts';

const ctx = { dir: { project: projectDir, data: '/tidak-ada' } };
const semua = listInstrumen(ctx).map(pickInstrumenHitung);
const alat = (id: string) => {
	const satu = semua.find((i) => i.id === id);
	if (!satu) throw new Error(id);
	return satu;
};

/** Any answers an instrument takes, some missing. */
const jawabanArb = (instrumen: (typeof semua)[number]) => {
	const { min, maks, desimal } = instrumen.skala;
	const nilai =
		desimal === 0
			? fc.integer({ min: min / 100, max: maks / 100 }).map((n) => n * 100)
			: fc.integer({ min, max: maks });
	return fc
		.tuple(
			...listIndikator(instrumen).map((i) =>
				i.butir
					? fc.oneof(fc.constant(null), nilai, fc.array(nilai, { minLength: 2, maxLength: i.butir.maks }))
					: fc.option(nilai),
			),
		)
		.map(
			(isi) => Object.fromEntries(listIndikator(instrumen).map((i, n) => [i.id, isi[n] ?? null])) as Jawaban,
		);
};

describe.each(semua.map((i) => [i.id, i] as const))('isian %s', (id, instrumen) => {
	it('tulis lalu baca menghasilkan jawaban yang sama: isian, kode alamat, JSON', () => {
		fc.assert(
			fc.property(jawabanArb(instrumen), (jawaban) => {
				const isian = tulisIsian(jawaban);
				expect(bacaIsian(instrumen, isian)).toEqual({ jawaban, masalah: {} });
				const kode = tulisKode(instrumen, isian);
				expect(bacaIsian(instrumen, bacaKode(instrumen, kode) ?? {}).jawaban).toEqual(
					kode === '' ? expect.anything() : jawaban,
				);
				expect(new URLSearchParams(`n=${kode}`).get('n')).toBe(kode);
				expect(Object.keys(tulisNilai(instrumen, jawaban))).toEqual(
					listIndikator(instrumen).map((i) => i.id),
				);
			}),
		);
	});
	it('kode yang rusak atau milik instrumen lain ditolak', () => {
		const kode = tulisKode(instrumen, { [listIndikator(instrumen)[0]?.id ?? '']: '3' });
		for (const rusak of [
			`2${kode.slice(1)}`,
			`${kode}3`,
			kode.slice(0, -1),
			`${kode.slice(0, -1)}x`,
			'1('.repeat(600),
			'',
		])
			expect(bacaKode(instrumen, rusak)).toBeNull();
		for (const lain of semua) if (lain.id !== id) expect(bacaKode(lain, kode)).toBeNull();
	});
	it.each(['json', 'xlsx'] as const)('berkas %s dibaca kembali sama', async (format) => {
		const indikator = listIndikator(instrumen);
		const isian = Object.fromEntries(
			indikator
				.slice(0, -1)
				.map((i, n) => [i.id, instrumen.skala.desimal > 0 ? '2,75' : String((n % 5) + 1)]),
		);
		const berkas = await tulisBerkasHitung(ctx, { instrumen: id, isian, format });
		if (!berkas.ok) throw new Error(berkas.reason);
		const { isi } = berkas.value;
		const bytes = typeof isi === 'string' ? Buffer.from(isi) : isi;
		expect(await bacaBerkasHitung(ctx, { isi: bytes, bawaan: 'lain' })).toEqual({
			ok: true,
			value: { instrumen: id, isian },
		});
	});
});

describe('isian yang salah', () => {
	it('isian yang bukan angka tidak merusak alamat isian lain', () => {
		const instrumen = alat('pemdi-2026');
		const kode = tulisKode(instrumen, { I01: '2,75', I02: 'enam', I03: '3' });
		expect(bacaKode(instrumen, kode)).toMatchObject({ I01: '2,75', I02: '', I03: '3' });
	});

	it('disebut per indikator, dan yang lain tetap dihitung', () => {
		const { jawaban, masalah } = bacaIsian(alat('spbe-2020'), {
			I01: '3',
			I02: '6',
			I03: 'tiga',
			I04: '2,5',
		});
		expect(jawaban.I01).toBe(300);
		expect(Object.keys(masalah)).toEqual(['I02', 'I03', 'I04']);
		expect(masalah.I02).toContain('antara 1 dan 5');
	});
	it('tiga butir 2018 dipisah spasi; empat terlalu banyak', () => {
		expect(bacaIsian(alat('spbe-2018'), { I35: '3 4; 5' }).jawaban.I35).toEqual([300, 400, 500]);
		expect(Object.keys(bacaIsian(alat('spbe-2018'), { I35: '1 2 3 4' }).masalah)).toEqual(['I35']);
	});
	it.each([
		['{"instrumen":"spbe-2099","nilai":[]}', 'tidak dikenal'],
		['{"instrumen":"spbe-2020","nilai":{"I01":9}}', 'I01'],
		['{"instrumen":"spbe-2020","nilai":{"I99":1}}', 'I99'],
		['{rusak', 'JSON'],
		['id;lain\nI01;3\n', 'Kolom'],
		['id;nilai\nI01;3\nI01;4\n', 'dua kali'],
		['%PDF-1.7', 'PDF'],
	])('berkas %j ditolak dengan sebabnya', async (teks, sebab) => {
		const hasil = await bacaBerkasHitung(ctx, { isi: Buffer.from(teks), bawaan: 'spbe-2020' });
		expect(hasil).toMatchObject({ ok: false, reason: 'berkas_ditolak' });
		expect(JSON.stringify(hasil)).toContain(sebab);
	});
});

describe('hasil hitungan', () => {
	const spbe = alat('spbe-2020');
	const tiga = Object.fromEntries(listIndikator(spbe).map((i) => [i.id, '3']));
	it('lengkap: indeks, predikat, jarak, dan poin yang hilang terurut', () => {
		const hasil = hitungIsian(spbe, tiga, tiga);
		expect(hasil).toMatchObject({
			indeks: '3.00',
			predikat: 'Baik',
			terjawab: 47,
			selisih: '0.00',
			perubahan: [],
			berikut: { predikat: 'Sangat Baik', jarak: '0.50' },
		});
		expect(hasil.hilang.length).toBe(47);
		const poin = hasil.hilang.map((h) => Number(h.hilang));
		expect(poin).toEqual([...poin].sort((a, b) => b - a));
	});
	it('belum lengkap: rentang tanpa indeks dan tanpa predikat', () => {
		const hasil = hitungIsian(spbe, { I01: '3' }, {});
		expect(hasil).toMatchObject({ indeks: null, predikat: null, terjawab: 1 });
		expect(Number(hasil.rentang[0])).toBeLessThan(Number(hasil.rentang[1]));
	});
	it('what-if: perubahan dari awal beserta poinnya menjumlah ke selisih indeks', () => {
		const hasil = hitungIsian(spbe, { ...tiga, I29: '5', I30: '1' }, tiga);
		expect(hasil.perubahan.map((p) => [p.id, p.dari, p.ke, p.poin])).toEqual([
			['I29', '3', '5', '0.03'],
			['I30', '3', '1', '-0.03'],
		]);
		expect(hasil.selisih).toBe('0.00');
	});
	it('level yang ditawarkan dan pengelompokan mengikuti instrumennya', () => {
		expect(listTingkat(spbe)).toEqual([1, 2, 3, 4, 5]);
		expect(listTingkat(alat('spbe-2018'))[0]).toBe(alat('spbe-2018').skala.min / 100);
		expect(listTingkat(alat('pemdi-2026'))).toEqual([]);
		expect(susunKelompok(alat('pemdi-2026')).map((k) => k.aspek.length)).toEqual([7]);
	});
});

describeDatabase('memulai hitungan', (get) => {
	beforeAll(() => muatAwal(get().ctx), 120_000);
	it('dari hasil Kota Balikpapan 2022: yang diumumkan dan yang diturunkan diisi, sisanya kosong', async () => {
		const buka = await openHitung(get().ctx, {
			instrumen: 'pemdi-2026',
			dari: 'kota-balikpapan',
			tahun: 2022,
		});
		expect(buka.instrumen.id).toBe('spbe-2020');
		expect(buka.asal).toMatchObject({
			jenis: 'instansi',
			tahun: 2022,
			indeks: 305,
			terbit: ['I35'],
			turunan: ['I29', 'I30', 'I31'],
		});
		expect(buka.isian).toEqual({ I29: '1', I30: '1', I31: '1', I35: '4' });
	});
	it('sisanya boleh diisi contoh yang menghasilkan angka terbitan yang sama', async () => {
		const minta = { dari: 'kota-balikpapan', tahun: 2024 };
		expect((await openHitung(get().ctx, minta)).isian).toEqual({});
		const buka = await openHitung(get().ctx, { ...minta, contoh: true });
		expect(buka.asal).toMatchObject({ banyak: 0, contoh: true });
		const { indeks, predikat, terjawab } = hitungIsian(buka.instrumen, buka.isian, buka.isian);
		expect([indeks, predikat, terjawab]).toEqual(['3.96', 'Sangat Baik', 47]);
		const ragu = await openHitung(get().ctx, { dari: 'kabupaten-banyuasin', tahun: 2023, contoh: true });
		expect([ragu.isian, ragu.galat]).toEqual([{}, ['contoh_tidak_ada']]);
	});
	it('alamat yang salah menyebut apa yang salah dan tetap membuka lembar kosong', async () => {
		const buka = await openHitung(get().ctx, { instrumen: 'spbe-2099', dari: 'kota-khayal', n: 'xyz' });
		expect(buka).toMatchObject({ isian: {}, asal: null });
		expect(buka.galat.sort()).toEqual(['instansi_tidak_ada', 'instrumen_tidak_dikenal', 'kode_rusak']);
		expect((await openHitung(get().ctx, { dari: 'kota-balikpapan', tahun: 2001 })).galat).toEqual([
			'tahun_tidak_ada',
		]);
	});
	it('dari tautan yang dibagikan', async () => {
		const n = tulisKode(alat('spbe-2020'), { I01: '5', I47: '2' });
		const buka = await openHitung(get().ctx, { instrumen: 'spbe-2020', n });
		expect([buka.isian.I01, buka.isian.I47, buka.asal]).toEqual(['5', '2', { jenis: 'tautan' }]);
	});
});
