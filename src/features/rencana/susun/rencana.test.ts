import { describe, expect, it } from 'vitest';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { alatUji, buatKota, isiSemua, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import { recordNilai } from '#features/penilaian/record-nilai.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { startTindakan, tambahBulan } from '../tindakan/start-tindakan.ts';
import { bacaBulat } from './angka.rules.ts';
import { bacaMinta, pickKueri, tulisKueri } from './minta.rules.ts';
import { openSusun } from './open-susun.ts';
import { readRencana, readSimpanan } from './read-simpanan.ts';
import { archiveRencana, saveRencana } from './save-rencana.ts';

describe('bilangan yang diketik', () => {
	it.each([
		['', null],
		['0', 0],
		['1500000', 1_500_000],
		['Rp 1.500.000', 1_500_000],
		['1.500.000', 1_500_000],
		['Rp1.500', 1500],
		['Rp 2.000.000,00', 2_000_000],
	])('"%s" diterima', (teks, nilai) => expect(bacaBulat(teks, 10 ** 15)).toEqual({ ok: true, nilai }));
	it.each([
		['1.500', 'Tulis 1500'],
		['-3', 'negatif'],
		['12,5', 'bukan bilangan bulat'],
		['sepuluh', 'bukan bilangan bulat'],
		['1e6', 'bukan bilangan bulat'],
		['2000', 'Paling besar 1.000'],
	])('"%s" ditolak dengan kalimat yang menyebut jalannya', (teks, kata) => {
		const hasil = bacaBulat(teks, 1000);
		expect(hasil.ok ? '' : hasil.pesan.id).toContain(kata);
	});
});

describe('permintaan rencana dari alamat', () => {
	const instrumen = alatUji('spbe-2020');
	it('membaca semua medan', () => {
		const kueri = pickKueri(
			new URLSearchParams('target=3,20&min=3&kecuali=i29,+I30&tetap=I05=4&tenggat=12&k7=120&peluang=80&x=1'),
		);
		expect(kueri).not.toHaveProperty('x');
		const { minta, masalah } = bacaMinta(instrumen, kueri);
		expect(masalah).toEqual([]);
		expect(minta).toMatchObject({
			...{ target: { p: 16n, q: 5n }, minTingkat: 300, kecuali: ['I29', 'I30'], tetap: { I05: 400 } },
			...{ tenggatBulan: 12, kapasitas: { 7: 120 }, peluang: 80, keras: false, satuan: 'usaha' },
		});
		expect(tulisKueri({ target: '3,20' }, { target: null, min: '3' })).toBe('min=3');
	});
	it('menyebut setiap medan yang salah sekaligus', () => {
		const kueri = { target: '6', min: '9', kecuali: 'I99', tetap: 'I05', tenggat: 'lama', anggaran: '1.500' };
		const { masalah } = bacaMinta(instrumen, kueri);
		expect(masalah.map((m) => m.medan).sort()).toEqual(Object.keys(kueri).sort());
	});
});

describe('tenggat langkah', () => {
	it.each([
		['2026-11-24', 3, '2027-02-24'],
		['2026-08-31', 1, '2026-09-30'],
		['2026-11-30', 3, '2027-02-28'],
		['2026-12-01', 12, '2027-12-01'],
	])('%s tambah %i bulan', (dari, bulan, ke) => expect(tambahBulan(dari, bulan)).toBe(ke));
});

async function susunKota(
	ctx: Ctx,
): Promise<{ kota: KotaUji; koordinator: Ctx; unitId: number; penilaianId: number }> {
	const kota = await buatKota(ctx);
	const koordinator = await kota.sebagai('budi', { peran: 'koordinator' });
	const instansiId = kota.id;
	const buka = async (nama: string, tahun: number) => {
		const tahap = [{ tahap: 'mandiri' as const, mulai: '2000-01-01', selesai: '2099-12-31' }];
		const p = { instansiId, nama, tahun, jenis: 'evaluasi' as const, instrumen: 'spbe-2020', tahap };
		const hasil = await openPutaran(koordinator, p);
		return hasil.ok ? hasil.value.penilaianId : expect.fail(hasil.reason);
	};
	const lalu = await buka('Lalu', 2025);
	await isiSemua(koordinator, { instansiId, penilaianId: lalu, instrumen: 'spbe-2020', nilai: '3' });
	const penilaianId = await buka('Kini', 2026);
	const kunci = { instansiId, penilaianId, fakta: '', analisis: '', justifikasi: '', luar: '', dasar: '0' };
	await recordNilai(koordinator, { ...kunci, indikator: 'I11', nilai: '1' });
	const { id: unitId } = await kota.unit('Bappeda', 'badan');
	await assignIndikator(koordinator, {
		instansiId,
		penilaianId,
		indikator: ['I11', 'I12'],
		unitId,
		tenggat: null,
	});
	return { kota, koordinator, unitId, penilaianId };
}

describeDatabase('rencana instansi', (get) => {
	it('mulai dari penilaian terbaru, dilengkapi yang lalu, dan menuju target sampai menjadi tindakan', async () => {
		const { kota, koordinator, unitId } = await susunKota(get().ctx);
		const instansiId = kota.id;
		const buka = await openSusun(koordinator, { instansiId, kueri: { target: '3,05' } });
		if (!buka.ok) return expect.fail(buka.reason);
		const { awal, hasil, batas } = buka.value;
		expect(awal.penilaian).toMatchObject({ nama: 'Kini', terisi: 1 });
		expect(awal.pelengkap).toEqual([{ nama: 'Lalu', tahun: 2025, banyak: 46 }]);
		// I11 weighs 2.5 %: 3 − 2 × 0.025
		expect(awal.indeks).toBe('2.95');
		if (hasil?.keadaan !== 'ada') return expect.fail(hasil?.keadaan);
		expect(Number(hasil.hasil.indeks)).toBeGreaterThanOrEqual(3.05);
		expect(hasil.hasil.kepastian?.optimal).toBe(true);
		expect(hasil.alternatif.length).toBeGreaterThan(1);
		const biaya = hasil.alternatif.map((a) => a.biaya);
		expect(biaya).toEqual(biaya.toSorted((a, b) => a - b));
		expect(batas?.titik.length).toBeGreaterThan(5);

		const kueri = { target: '3,05', tetap: 'I11=3' };
		const simpan = await saveRencana(koordinator, {
			instansiId,
			kueri,
			nama: 'Menuju 3,05',
			alasan: '<b>perlu</b>',
		});
		if (!simpan.ok) return expect.fail(simpan.reason);
		const satu = await readSimpanan(koordinator, { instansiId, id: simpan.value.id });
		if (!satu.ok) return expect.fail(satu.reason);
		const langkah = satu.value.simpanan.hasil.langkah;
		expect(langkah.find((l) => l.indikator === 'I11')).toMatchObject({
			dari: 100,
			ke: 300,
			unitId,
			unit: 'Bappeda',
		});
		expect(satu.value.simpanan).toMatchObject({ alasan: '<b>perlu</b>', jenis: 'rencana', dipakai: null });

		const lain = await kota.unit('Diskominfo', 'dinas');
		const ke = langkah.find((l) => l.indikator !== 'I11')?.indikator ?? '';
		const mulai = () =>
			startTindakan(koordinator, { instansiId, id: simpan.value.id, unit: { [ke]: lain.id }, tenggat: null });
		expect(await mulai()).toEqual({ ok: true, value: { banyak: langkah.length } });
		expect(await mulai()).toEqual({ ok: false, reason: 'sudah_dipakai' });
		const baris = await get()
			.ctx.db.selectFrom('tindakan')
			.selectAll()
			.where('instansi_id', '=', instansiId)
			.execute();
		expect(baris.map((b) => b.indikator).sort()).toEqual(langkah.map((l) => l.indikator).sort());
		const i11 = baris.find((b) => b.indikator === 'I11');
		expect(i11).toMatchObject({
			dari: 100,
			ke: 300,
			unit_id: unitId,
			keadaan: 'belum',
			rencana_id: simpan.value.id,
		});
		expect(i11?.judul).toContain('tingkat 1 ke 3');
		expect(i11?.uraian).toMatch(/^Tingkat 2: .+\nTingkat 3: /);
		expect(i11?.bukti).toMatch(/^- /);
		expect(String(i11?.tenggat) > String(i11?.mulai)).toBe(true);
		expect(baris.find((b) => b.indikator === ke)?.unit_id).toBe(lain.id);
		const jejak = await get()
			.ctx.db.selectFrom('activity')
			.select('tindakan')
			.where('tindakan', 'like', 'rencana.%')
			.execute();
		expect(jejak.map((j) => j.tindakan)).toEqual(
			expect.arrayContaining(['rencana.simpan', 'rencana.jalankan']),
		);
	});

	it('yang tidak mungkin dijawab dengan pelonggaran yang alamatnya berhasil', async () => {
		const { kota, koordinator } = await susunKota(get().ctx);
		const instansiId = kota.id;
		const kueri = { target: '3,20', anggaran: '3' };
		const buka = await openSusun(koordinator, { instansiId, kueri });
		const hasil = buka.ok ? buka.value.hasil : null;
		if (hasil?.keadaan !== 'tidak_layak') return expect.fail(hasil?.keadaan);
		expect(hasil.pelonggaran.length).toBeGreaterThan(1);
		for (const p of hasil.pelonggaran) {
			const lagi = await openSusun(koordinator, {
				instansiId,
				kueri: pickKueri(new URLSearchParams(p.kueri)),
			});
			expect([p.kalimat.id, lagi.ok && lagi.value.hasil?.keadaan]).toEqual([p.kalimat.id, 'ada']);
		}
		const simpan = await saveRencana(koordinator, { instansiId, kueri, nama: 'x', alasan: '' });
		expect(simpan).toEqual({ ok: false, reason: 'tidak_ada_rencana' });
	});

	it('kapasitas unit membatasi, dan pelonggarannya menyebut nama unitnya', async () => {
		const { kota, koordinator, unitId } = await susunKota(get().ctx);
		const kueri = { tetap: 'I11=3', target: '3,00', [`k${unitId}`]: '1' };
		const buka = await openSusun(koordinator, { instansiId: kota.id, kueri });
		const hasil = buka.ok ? buka.value.hasil : null;
		if (hasil?.keadaan !== 'tidak_layak') return expect.fail(hasil?.keadaan);
		expect(hasil.pelonggaran.map((p) => p.kalimat.id).join()).toContain('kapasitas Bappeda');
	});

	it('hanya peran seluruh instansi; yang lain tidak melihat dan tidak menyimpan', async () => {
		const { kota, koordinator, unitId } = await susunKota(get().ctx);
		const instansiId = kota.id;
		const { jalur } = await kota.unit('Dinas');
		const tolak = { ok: false, reason: 'tidak_berwenang' };
		const batas = await kota.sebagai('ops', { peran: 'operator', unitId, jalur });
		expect(await readRencana(batas, { instansiId })).toEqual(tolak);
		const pimpinan = await kota.sebagai('wali', { peran: 'pimpinan' });
		expect((await readRencana(pimpinan, { instansiId })).ok).toBe(true);
		const isi = { instansiId, kueri: { target: '3,1' }, nama: 'x', alasan: '' };
		expect(await saveRencana(pimpinan, isi)).toEqual(tolak);
		const seberang = await (await buatKota(get().ctx)).sebagai('lain', { peran: 'koordinator' });
		expect(await openSusun(seberang, { instansiId, kueri: {} })).toEqual(tolak);
		expect(await saveRencana(koordinator, { ...isi, nama: '  ' })).toEqual({
			ok: false,
			reason: 'nama_kosong',
		});
		const simpan = await saveRencana(koordinator, isi);
		const id = simpan.ok ? simpan.value.id : 0;
		expect(await startTindakan(pimpinan, { instansiId, id, unit: {}, tenggat: null })).toEqual(tolak);
		const coba = (ubah: object) =>
			startTindakan(koordinator, { instansiId, id, unit: {}, tenggat: null, ...ubah });
		expect(await coba({ tenggat: '2001-01-01' })).toMatchObject({ reason: 'tenggat_lewat' });
		const hasil = await readSimpanan(koordinator, { instansiId, id });
		const ke = hasil.ok ? (hasil.value.simpanan.hasil.langkah[0]?.indikator ?? '') : '';
		expect(await coba({ unit: { [ke]: 999_999 } })).toMatchObject({ reason: 'unit_tidak_ada' });
		expect(await archiveRencana(koordinator, { instansiId, id })).toEqual({ ok: true });
		expect(await coba({})).toMatchObject({ reason: 'sudah_diarsipkan' });
		const tindakan = await get()
			.ctx.db.selectFrom('tindakan')
			.select('id')
			.where('instansi_id', '=', instansiId)
			.execute();
		expect(tindakan).toEqual([]);
	});

	it('tanpa penilaian sama sekali menyebut yang kosong, dan dapat dianggap terendah', async () => {
		const kota = await buatKota(get().ctx);
		const koordinator = await kota.sebagai('budi', { peran: 'koordinator' });
		const kosong = await openSusun(koordinator, { instansiId: kota.id, kueri: { target: '2' } });
		expect(kosong.ok && [kosong.value.awal.kosong.length, kosong.value.hasil]).toEqual([47, null]);
		const anggap = await openSusun(koordinator, { instansiId: kota.id, kueri: { target: '2', anggap: '1' } });
		expect(
			anggap.ok && [anggap.value.awal.dianggap, anggap.value.awal.indeks, anggap.value.hasil?.keadaan],
		).toEqual([47, '1.00', 'ada']);
	});
});
