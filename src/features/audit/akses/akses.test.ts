import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buatOrang } from '#features/akun/orang.testing.ts';
import { insertUnit } from '#features/instansi/unit.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { eksporUji, pegawaiUji } from './akses.testing.ts';
import { decideButir } from './decide-butir.ts';
import { finishMuat } from './finish-muat.ts';
import { canPutuskan, keadaanButir } from './kampanye.rules.ts';
import { listTemuanKampanye } from './list-temuan-kampanye.ts';
import { closeKampanye, openKampanye } from './open-kampanye.ts';
import { discardMuat, openMuat } from './open-muat.ts';
import { readAkses } from './read-akses.ts';
import { readKampanye } from './read-kampanye.ts';
import { readTemuan } from './read-temuan.ts';
import { enforceRetensi } from './retensi-akses.ts';
import { saveSetelanAkses } from './save-setelan-akses.ts';
import { unduhKampanye } from './unduh-kampanye.ts';
import { uploadAkses } from './upload-akses.ts';

let urut = 0;
const otomatis = { peta: {}, urutan: 'otomatis', publik: null } as const;

/** An institution with two units, a system of the first, and people. */
async function buatDunia(ctx: Ctx) {
	const n = ++urut;
	const { id: instansiId } = await ctx.db
		.insertInto('instansi')
		.values({
			slug: `kota-akses-${n}`,
			nama: `Kota Akses ${n}`,
			jenis: 'kementerian',
			kode_wilayah: null,
			provinsi_kode: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	const unit = await insertUnit(ctx.db, {
		instansiId,
		indukId: null,
		nama: 'Dinas Kominfo',
		jenis: 'dinas',
		kode: null,
	});
	const lain = await insertUnit(ctx.db, {
		instansiId,
		indukId: null,
		nama: 'Dinas Lain',
		jenis: 'dinas',
		kode: null,
	});
	const orang = async (peran: string, milik: typeof unit | null = null, di = instansiId) =>
		(
			await buatOrang(ctx, [
				{ peran, instansiId: di, unitId: milik?.id ?? null, jalur: milik?.jalur ?? null },
			])
		).ctx;
	const koordinator = await orang('koordinator');
	const kini = ctx.clock();
	const { id: sistemId } = await ctx.db
		.insertInto('sistem')
		.values({
			...{
				instansi_id: instansiId,
				nama: 'SIMDA',
				unit_id: unit.id,
				kekritisan: 'tinggi',
				uraian: '',
				kelas_data: 'terbatas',
			},
			...{ kategori: null, dibuat: kini, diubah: kini, oleh: koordinator.who.id },
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return { instansiId, sistemId, unit, lain, orang, koordinator };
}
type Dunia = Awaited<ReturnType<typeof buatDunia>>;

const dir = mkdtempSync(join(tmpdir(), 'matang-akses-'));
async function unggah(
	ctx: Ctx,
	d: Dunia,
	isi: string,
	sistemId: number | null = d.sistemId,
): Promise<number> {
	const path = join(dir, `berkas-${++urut}`);
	writeFileSync(path, isi);
	const berkas = { path, sha256: 'x', ukuran: Buffer.byteLength(isi) };
	const hasil = await uploadAkses(ctx, { instansiId: d.instansiId, sistemId, tanggal: '2026-11-24', berkas });
	if (!hasil.ok) throw new Error(hasil.reason);
	return hasil.value.id;
}
async function muat(ctx: Ctx, d: Dunia, isi: string, sistemId: number | null = d.sistemId): Promise<number> {
	const id = await unggah(ctx, d, isi, sistemId);
	const hasil = await finishMuat(ctx, { instansiId: d.instansiId, id, ...otomatis });
	if (!hasil.ok) throw new Error(hasil.reason);
	return id;
}

const superadmin = {
	...{ nama_akun: 'superadmin', istimewa: 'ya', terakhir_masuk: '2025-12-01', mfa: 'tidak' },
	...{
		pemilik_nip: '198505052010051005',
		pemilik_nama: 'Wahyu Nugroho',
		surel: '',
		unit: 'Disdik',
		peran: 'Super Admin',
	},
};

describeDatabase('tinjauan hak akses', (get) => {
	it('memuat pegawai dan ekspor, menyimpan tersandi, dan menampilkan temuan seperlunya', async () => {
		const { ctx } = get();
		const d = await buatDunia(ctx);
		await muat(d.koordinator, d, pegawaiUji, null);
		const id = await muat(d.koordinator, d, eksporUji([superadmin, {}]));
		const temuan = await readTemuan(d.koordinator, { instansiId: d.instansiId, id, halaman: 1 });
		if (!temuan.ok) throw new Error(temuan.reason);
		expect(temuan.value.akun.map((a) => a.akun)).toEqual(['superadmin']);
		expect(temuan.value.akun[0]?.temuan.map((t) => t.aturan)).toEqual(
			expect.arrayContaining(['ACC-01', 'ACC-08', 'ACC-09']),
		);
		expect(temuan.value.akun[0]?.nip).toBe('1985••••05');
		expect(JSON.stringify(temuan.value.akun)).not.toContain('198505052010051005');
		const saring = await readTemuan(d.koordinator, {
			instansiId: d.instansiId,
			id,
			aturan: 'ACC-01',
			halaman: 9,
		});
		expect(saring.ok && [saring.value.ada, saring.value.halaman, saring.value.akun.length]).toEqual([
			1, 1, 1,
		]);
		const potong = await ctx.db
			.selectFrom('akses_potong')
			.selectAll()
			.where('instansi_id', '=', d.instansiId)
			.execute();
		expect(potong.map((p) => p.jenis)).not.toContain('berkas');
		for (const p of potong)
			expect(Buffer.from(p.isi).toString('latin1')).not.toMatch(/superadmin|Wahyu|1985/);
		const ringkas = await readAkses(d.koordinator, d.instansiId);
		expect(ringkas.ok && ringkas.value.kelola?.sistem[0]?.muat?.jumlah).toBe(2);
	});

	it('mengingat peta kolom per sistem dan menyebut berkas yang tidak terbaca', async () => {
		const { ctx } = get();
		const d = await buatDunia(ctx);
		const isi = 'kode;orang\nB01;Budi Santoso\n';
		const id = await unggah(d.koordinator, d, isi);
		const tempat = { instansiId: d.instansiId, id };
		expect(await finishMuat(d.koordinator, { ...tempat, ...otomatis })).toMatchObject({
			ok: false,
			reason: 'berkas',
			galat: { reason: 'tanpa_kepala' },
		});
		const buka = await openMuat(d.koordinator, tempat);
		expect(buka.ok && buka.value.intipan?.kolom).toEqual(['kode', 'orang']);
		const peta = { nama_akun: 'kode', pemilik_nama: 'orang' };
		expect(await finishMuat(d.koordinator, { ...tempat, ...otomatis, peta })).toMatchObject({ ok: true });
		expect(await finishMuat(d.koordinator, { ...tempat, ...otomatis, peta })).toMatchObject({
			ok: false,
			reason: 'sudah_dibaca',
		});
		const lagi = await openMuat(d.koordinator, {
			instansiId: d.instansiId,
			id: await unggah(d.koordinator, d, isi),
		});
		expect(lagi.ok && lagi.value.peta?.peta).toEqual(peta);
		if (!lagi.ok) throw new Error(lagi.reason);
		expect(await discardMuat(d.koordinator, { instansiId: d.instansiId, id: lagi.value.muat.id })).toEqual({
			ok: true,
		});
		expect(await discardMuat(d.koordinator, { instansiId: d.instansiId, id })).toMatchObject({
			reason: 'muat_tidak_ada',
		});
	});

	it('menolak yang tidak berwenang, sistem lain, dan tanggal yang belum terjadi', async () => {
		const { ctx } = get();
		const d = await buatDunia(ctx);
		const asing = await buatDunia(ctx);
		const berkas = () => {
			const path = join(dir, `berkas-${++urut}`);
			writeFileSync(path, eksporUji([{}]));
			return { path, sha256: 'x', ukuran: 10 };
		};
		const coba = (c: Ctx, isi: object = {}) =>
			uploadAkses(c, {
				instansiId: d.instansiId,
				sistemId: d.sistemId,
				tanggal: '2026-11-24',
				berkas: berkas(),
				...isi,
			});
		expect(await coba(await d.orang('operator', d.unit))).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await coba(await d.orang('pimpinan'))).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await coba(asing.koordinator)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await coba(d.koordinator, { sistemId: asing.sistemId })).toMatchObject({
			reason: 'sistem_tidak_ada',
		});
		expect(await coba(d.koordinator, { tanggal: '2026-11-26' })).toMatchObject({ reason: 'tanggal_salah' });
		const id = await muat(d.koordinator, d, eksporUji([superadmin]));
		expect(await readTemuan(asing.koordinator, { instansiId: d.instansiId, id, halaman: 1 })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		expect(
			await readTemuan(asing.koordinator, { instansiId: asing.instansiId, id, halaman: 1 }),
		).toMatchObject({ reason: 'muat_tidak_ada' });
		expect(
			await readTemuan(await d.orang('operator', d.unit), { instansiId: d.instansiId, id, halaman: 1 }),
		).toMatchObject({ reason: 'tidak_berwenang' });
	});

	it('kampanye: unit pemilik memutuskan, ekspor berikutnya membuktikan', async () => {
		const { ctx } = get();
		const d = await buatDunia(ctx);
		const { instansiId } = d;
		await muat(d.koordinator, d, pegawaiUji, null);
		const muatId = await muat(
			d.koordinator,
			d,
			eksporUji([superadmin, {}, { nama_akun: 'kedua', peran: 'kasir' }]),
		);
		const buka = await openKampanye(d.koordinator, {
			instansiId,
			muatId,
			nama: 'Tinjauan',
			tenggat: '2026-12-31',
			cakupan: 'semua',
		});
		if (!buka.ok) throw new Error(buka.reason);
		const kampanyeId = buka.value.id;
		const pemilik = await d.orang('operator', d.unit);
		const isi = await readKampanye(pemilik, { instansiId, id: kampanyeId, halaman: 1 });
		if (!isi.ok) throw new Error(isi.reason);
		const butir = Object.fromEntries(isi.value.butir.map((b) => [b.akun?.akun, b.id]));
		expect(Object.keys(butir)).toHaveLength(3);
		const putus = (c: Ctx, akun: string, keputusan: 'cabut' | 'pertahankan' | 'ubah', lain: object = {}) =>
			decideButir(c, {
				instansiId,
				kampanyeId,
				butir: [butir[akun] ?? 0],
				keputusan,
				alasan: 'Sudah tidak bertugas',
				berlakuSampai: null,
				...lain,
			});
		expect(await putus(await d.orang('operator', d.lain), 'superadmin', 'cabut')).toMatchObject({
			reason: 'tidak_berwenang',
		});
		expect(await putus(await d.orang('auditor'), 'superadmin', 'cabut')).toMatchObject({
			reason: 'tidak_berwenang',
		});
		expect(await putus(pemilik, 'superadmin', 'pertahankan')).toMatchObject({ reason: 'tanpa_batas' });
		expect(await putus(pemilik, 'superadmin', 'cabut', { alasan: ' ' })).toMatchObject({
			reason: 'tanpa_alasan',
		});
		expect(await putus(pemilik, 'superadmin', 'cabut')).toMatchObject({ ok: true, value: { banyak: 1 } });
		expect(await putus(pemilik, 'budi.santoso', 'cabut')).toMatchObject({ ok: true });
		expect(await putus(pemilik, 'kedua', 'ubah')).toMatchObject({ ok: true });
		const alasan = await ctx.db
			.selectFrom('akses_butir')
			.select('alasan')
			.where('kampanye_id', '=', kampanyeId)
			.execute();
		for (const a of alasan) expect(Buffer.from(a.alasan ?? []).toString('latin1')).not.toContain('bertugas');

		const baru = await muat(
			d.koordinator,
			d,
			eksporUji([superadmin, { nama_akun: 'kedua', peran: 'pembaca' }]),
		);
		const temuan = await readTemuan(d.koordinator, { instansiId, id: baru, aturan: 'KAMPANYE', halaman: 1 });
		expect(temuan.ok && temuan.value.akun.map((a) => a.akun)).toEqual(['superadmin']);
		const sesudah = await readKampanye(pemilik, { instansiId, id: kampanyeId, halaman: 1 });
		const hasil = sesudah.ok
			? Object.fromEntries(sesudah.value.butir.map((b) => [b.akun?.akun, b.hasil]))
			: {};
		expect(hasil).toEqual({ superadmin: 'belum', 'budi.santoso': 'terpenuhi', kedua: 'terpenuhi' });
		const alir = await listTemuanKampanye(d.koordinator, { instansiId, id: kampanyeId });
		expect(alir.ok && alir.value.filter((t) => t.aturan === 'KAMPANYE')).toMatchObject([
			{ akun: 'superadmin', keputusan: 'cabut', hasil: 'belum' },
		]);

		expect(
			await unduhKampanye(await d.orang('operator', d.lain), { instansiId, id: kampanyeId }),
		).toMatchObject({ reason: 'tidak_berwenang' });
		const laporan = await unduhKampanye(pemilik, { instansiId, id: kampanyeId });
		expect(laporan.ok && Buffer.from(laporan.value.isi).subarray(0, 2).toString()).toBe('PK');
		expect(await closeKampanye(pemilik, { instansiId, id: kampanyeId })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		expect(await closeKampanye(d.koordinator, { instansiId, id: kampanyeId })).toEqual({ ok: true });
		expect(await putus(pemilik, 'superadmin', 'cabut')).toMatchObject({ reason: 'kampanye_ditutup' });
	});

	it('pengecualian yang berakhir menjadi temuan pada ekspor berikutnya', async () => {
		const { ctx } = get();
		const d = await buatDunia(ctx);
		const { instansiId } = d;
		const muatId = await muat(d.koordinator, d, eksporUji([superadmin]));
		const buka = await openKampanye(d.koordinator, {
			instansiId,
			muatId,
			nama: 'T',
			tenggat: '2026-12-31',
			cakupan: 'bertemuan',
		});
		if (!buka.ok) throw new Error(buka.reason);
		const isi = await readKampanye(d.koordinator, { instansiId, id: buka.value.id, halaman: 1 });
		const butir = isi.ok ? isi.value.butir.map((b) => b.id) : [];
		const hasil = await decideButir(d.koordinator, {
			instansiId,
			kampanyeId: buka.value.id,
			butir,
			keputusan: 'pertahankan',
			alasan: 'Menunggu pengganti',
			berlakuSampai: '2026-12-01',
		});
		expect(hasil).toMatchObject({ ok: true });
		await ctx.db
			.updateTable('akses_butir')
			.set({ berlaku_sampai: '2026-11-01' })
			.where('kampanye_id', '=', buka.value.id)
			.execute();
		const lagi = await readKampanye(d.koordinator, {
			instansiId,
			id: buka.value.id,
			hanya: 'belum',
			halaman: 1,
		});
		expect(lagi.ok && lagi.value.butir.map((b) => b.keadaan)).toEqual(['habis']);
		const baru = await muat(d.koordinator, d, eksporUji([superadmin]));
		const temuan = await readTemuan(d.koordinator, { instansiId, id: baru, aturan: 'KAMPANYE', halaman: 1 });
		expect(temuan.ok && temuan.value.ada).toBe(1);
	});

	it('masa simpan menghapus isi, dan angkanya tetap', async () => {
		const { ctx } = get();
		const d = await buatDunia(ctx);
		const { instansiId } = d;
		const aturan = { instansiId, ambang: {}, pasangan: null, unitSama: [] };
		expect(await saveSetelanAkses(d.koordinator, { ...aturan, retensi: 10 })).toMatchObject({
			reason: 'retensi_salah',
		});
		expect(await saveSetelanAkses(d.koordinator, { ...aturan, retensi: 30 })).toEqual({ ok: true });
		const id = await muat(d.koordinator, d, eksporUji([superadmin]));
		const buka = await openKampanye(d.koordinator, {
			instansiId,
			muatId: id,
			nama: 'T',
			tenggat: '2026-11-30',
			cakupan: 'semua',
		});
		if (!buka.ok) throw new Error(buka.reason);
		const nanti = (hari: number) => ({
			...ctx,
			clock: () => new Date(ctx.clock().getTime() + hari * 86_400_000),
		});
		await enforceRetensi(nanti(29));
		expect((await readTemuan(d.koordinator, { instansiId, id, halaman: 1 })).ok).toBe(true);
		await enforceRetensi(nanti(31));
		const temuan = await readTemuan(d.koordinator, { instansiId, id, halaman: 1 });
		expect(
			temuan.ok && [
				temuan.value.akun,
				temuan.value.muat.ringkas.bertemuan,
				temuan.value.muat.dihapus !== null,
			],
		).toEqual([[], 1, true]);
		await enforceRetensi(nanti(80));
		const kampanye = await readKampanye(d.koordinator, { instansiId, id: buka.value.id, halaman: 1 });
		expect(kampanye.ok && [kampanye.value.angka.banyak, kampanye.value.butir[0]?.akun]).toEqual([1, null]);
	});
});

describe('putusan', () => {
	const m = { keputusan: 'pertahankan', alasan: 'sebab', berlakuSampai: '2027-01-01' } as const;
	it.each([
		[{ ...m, keputusan: null }, true, 'tanpa_keputusan'],
		[{ ...m, alasan: '' }, true, 'tanpa_alasan'],
		[{ ...m, alasan: '', berlakuSampai: null }, false, 'ok'],
		[{ ...m, berlakuSampai: null }, true, 'tanpa_batas'],
		[{ ...m, berlakuSampai: '2026-11-25' }, true, 'batas_salah'],
		[{ ...m, berlakuSampai: '2028-01-01' }, true, 'batas_terlalu_jauh'],
		[m, true, 'ok'],
		[{ keputusan: 'cabut' as const, alasan: '', berlakuSampai: null }, false, 'tanpa_alasan'],
	])('%o (bertanda: %s): %s', (masukan, bertanda, harap) => {
		const hasil = canPutuskan(masukan, bertanda, '2026-11-25');
		expect(hasil.ok ? 'ok' : hasil.reason).toBe(harap);
	});
	it('pengecualian berlaku sampai dengan harinya', () => {
		const b = { keputusan: 'pertahankan', berlakuSampai: '2026-11-25' } as const;
		expect([keadaanButir(b, '2026-11-25'), keadaanButir(b, '2026-11-26')]).toEqual(['diputus', 'habis']);
	});
});
