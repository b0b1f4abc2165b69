import { beforeAll, describe, expect, it } from 'vitest';
import { listBasi } from '#features/bukti/basi.rules.ts';
import { listBerkas, reuseBerkas } from '#features/bukti/reuse-berkas.ts';
import { type BuktiMasukan, saveBukti } from '#features/bukti/save-bukti.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { assignIndikator } from './assign-indikator.ts';
import { openPutaran } from './open-putaran.ts';
import { buatKota, type KotaUji, titip } from './penilaian.testing.ts';
import { readLalu, takeLalu } from './read-lalu.ts';
import { readMeja } from './read-meja.ts';
import { recordNilai } from './record-nilai.ts';

describe('yang basi dari tahun lalu', () => {
	const b = (ubah: object) => ({
		...{ tingkat: 4, bawaan: { tahun: 2025, instrumen: 'spbe-2020' } },
		revisi: [{ tanggal: '2025-11-24', berlakuSampai: null, nomor: 1, ...ubah }],
	});
	const basi = (x: Parameters<typeof listBasi>[0], instrumen = 'spbe-2020') =>
		listBasi(x, '2026-11-24', instrumen);
	it.each([
		['masih baru', b({}), []],
		['masa berlaku lewat', b({ berlakuSampai: '2026-11-23' }), ['kedaluwarsa']],
		['masa berlaku hari ini', b({ berlakuSampai: '2026-11-24' }), []],
		['lebih dari dua tahun di tingkat 4', b({ tanggal: '2024-11-23' }), ['lebih_dua_tahun']],
		['tua di tingkat 3', { ...b({ tanggal: '2020-01-01' }), tingkat: 3 }, []],
		['tanpa tanggal di tingkat 4', b({ tanggal: null }), ['tanpa_tanggal']],
		['sudah diperbaiki di sini', b({ nomor: 2, tanggal: '2020-01-01' }), []],
		['tidak dibawa', { ...b({ tanggal: '2020-01-01' }), bawaan: null }, []],
	])('%s', (_, x, hasil) => expect(basi(x)).toEqual(hasil));
	it('dari instrumen lain', () => expect(basi(b({}), 'pemdi-2026')).toEqual(['instrumen_lain']));
});

describeDatabase('putaran tahun ini melanjutkan tahun lalu', (get) => {
	let kota: KotaUji;
	let koordinator: Ctx;
	let lalu: number;

	const buka = async (tahun: number, instrumen: string, dari: number | null = null) => {
		const hasil = await openPutaran(koordinator, {
			...{ instansiId: kota.id, nama: `Putaran ${tahun}`, tahun, jenis: 'evaluasi', instrumen },
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
			dariPenilaianId: dari,
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const simpan = async (penilaianId: number, ubah: Partial<BuktiMasukan>) => {
		const hasil = await saveBukti(koordinator, {
			...{ instansiId: kota.id, penilaianId, indikator: 'I03', tingkat: 4, judul: 'Perwali Satu Data' },
			...{ tautan: '', catatan: '', penunjuk: '', tanggal: null, berlakuSampai: null, ajukan: true, ...ubah },
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const meja = async (id: number, indikator: string, ctx = koordinator) => {
		const hasil = await readMeja(ctx, { instansiId: kota.id, id, indikator });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const baca = async (id: number) => {
		const hasil = await readLalu(koordinator, { instansiId: kota.id, id });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};

	beforeAll(async () => {
		kota = await buatKota(get().ctx);
		koordinator = await kota.sebagai('koordinator', {});
		lalu = (await buka(2025, 'spbe-2020')).penilaianId;
		await recordNilai(koordinator, {
			...{ instansiId: kota.id, penilaianId: lalu, indikator: 'I03', nilai: '4', dasar: '0' },
			...{ fakta: 'Perwali 9/2024 pasal 4', analisis: 'Enam proses diatur', justifikasi: '', luar: '' },
		});
		await simpan(lalu, {
			berkas: await titip(koordinator, '%PDF-1.7 satu data 9/2024'),
			tanggal: '2024-02-01',
		});
		await simpan(lalu, { judul: 'SK Walidata', tingkat: 2, catatan: 'SK', tanggal: '2025-05-01' });
	});

	it('instrumen sama: bukti ikut dengan yang basi tertanda, penjelasan ditawarkan, nilainya tidak', async () => {
		const { penilaianId, bukti } = await buka(2026, 'spbe-2020', lalu);
		expect(bukti).toBe(2);
		const isi = await baca(penilaianId);
		expect(isi.bawaan.map((b) => [b.judul, b.basi])).toEqual([
			['Perwali Satu Data', ['lebih_dua_tahun']],
			['SK Walidata', []],
		]);
		const m = await meja(penilaianId, 'I03');
		expect([m.riwayat.length, m.saran]).toMatchObject([
			0,
			[{ tahun: 2025, sama: true, nilai: 400, fakta: 'Perwali 9/2024 pasal 4' }],
		]);
		const bawaan = m.tingkat.flatMap((t) => t.bukti).find((b) => b.tingkat === 4);
		expect([bawaan?.basi, bawaan?.dipakai]).toEqual([
			['lebih_dua_tahun'],
			[{ indikator: 'I03', huruf: 1, tahun: 2025 }],
		]);
		const ambil = (dasar: string) =>
			takeLalu(koordinator, { instansiId: kota.id, penilaianId, indikator: 'I03', asal: 'I03', dasar });
		expect(await ambil('0')).toEqual({ ok: true });
		expect((await meja(penilaianId, 'I03')).riwayat).toMatchObject([
			{ nilai: null, fakta: 'Perwali 9/2024 pasal 4', analisis: 'Enam proses diatur' },
		]);
		expect(await ambil('0')).toEqual({ ok: false, reason: 'bentrok' });
	});

	it('instrumen lain: hanya petunjuk menurut padanan, tanpa nilai dan tanpa salinan bukti', async () => {
		const { penilaianId, bukti } = await buka(2026, 'pemdi-2026', lalu);
		expect(bukti).toBe(0);
		const isi = await baca(penilaianId);
		const satu = (id: string) => isi.petunjuk.find((p) => p.indikator === id);
		expect(satu('I03')).toMatchObject({
			ke: [{ indikator: 'I05', kepastian: 'usulan', pemakaian: 'pakai_ulang' }],
			bukti: ['Perwali Satu Data', 'SK Walidata'],
		});
		expect(satu('I24')).toMatchObject({ ke: [], tanpa: expect.stringContaining('aset TIK') });
		expect((await meja(penilaianId, 'I05')).saran).toMatchObject([
			{ indikator: 'I03', sama: false, nilai: null, fakta: 'Perwali 9/2024 pasal 4' },
		]);
		const ambil = (asal: string) =>
			takeLalu(koordinator, { instansiId: kota.id, penilaianId, indikator: 'I05', asal, dasar: '0' });
		expect(await ambil('I01')).toEqual({ ok: false, reason: 'saran_tidak_ada' });
		expect(await ambil('I03')).toEqual({ ok: true });
		expect((await meja(penilaianId, 'I05')).riwayat[0]?.nilai).toBeNull();
		await expect(buka(2027, 'spbe-2018', lalu)).rejects.toThrow('instrumen_lain');
	});

	it('berkas yang sudah ada dipilih lagi tanpa unggah; operator hanya melihat milik tugasnya', async () => {
		const { penilaianId } = await buka(2026, 'spbe-2020');
		const tempat = { instansiId: kota.id, penilaianId, indikator: 'I23' };
		const cari = async (kata: string, ctx = koordinator) => {
			const hasil = await listBerkas(ctx, { ...tempat, cari: kata });
			return hasil.ok ? hasil.value.daftar : hasil.reason;
		};
		expect(await cari('satu DATA')).toMatchObject([{ judul: 'Perwali Satu Data', tanggal: '2024-02-01' }]);
		expect(await cari('100%')).toEqual([]);
		const sha256 = ((await cari('')) as { sha256: string }[])[0]?.sha256 ?? '';
		const pakai = (ctx: Ctx, ubah: object = {}) =>
			reuseBerkas(ctx, { ...tempat, tingkat: 2, sha256, penunjuk: 'hlm. 7', ...ubah });
		expect(await pakai(koordinator)).toMatchObject({ ok: true, value: { kode: '23.a' } });
		const b = (await meja(penilaianId, 'I23')).tingkat.flatMap((t) => t.bukti)[0];
		expect([b?.status, b?.tingkat, b?.revisi[0]?.sha256, b?.revisi[0]?.penunjuk]).toEqual([
			'draf',
			2,
			sha256,
			'hlm. 7',
		]);
		expect(b?.dipakai).toContainEqual({ indikator: 'I03', huruf: 1, tahun: 2025 });
		expect(await pakai(koordinator, { sha256: 'f'.repeat(64) })).toEqual({
			ok: false,
			reason: 'berkas_hilang',
		});
		expect(await pakai(koordinator, { tingkat: 9 })).toEqual({ ok: false, reason: 'tingkat_tidak_ada' });
		const unit = await kota.unit('Kelurahan Damai');
		const operator = await kota.sebagai('operator', {
			peran: 'operator',
			unitId: unit.id,
			jalur: unit.jalur,
		});
		expect(await pakai(operator)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		await assignIndikator(koordinator, {
			instansiId: kota.id,
			penilaianId,
			indikator: ['I24'],
			unitId: unit.id,
			tenggat: null,
		});
		const lain = { ...tempat, indikator: 'I24' };
		expect(await listBerkas(operator, { ...lain, cari: '' })).toMatchObject({
			ok: true,
			value: { daftar: [] },
		});
		expect(await reuseBerkas(operator, { ...lain, tingkat: 1, sha256, penunjuk: '' })).toEqual({
			ok: false,
			reason: 'berkas_hilang',
		});
	});
});
