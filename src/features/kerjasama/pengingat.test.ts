import { beforeEach, describe, expect, it } from 'vitest';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase, mailUji } from '#platform/database/testing.ts';
import { choosePemberitahuan, readPilihan } from './choose-pemberitahuan.ts';
import { forgetLama } from './forget-lama.ts';
import { buatKotaKerja, idOf } from './kerjasama.testing.ts';
import { countPemberitahuan, listPemberitahuanSaya, markDibaca } from './list-pemberitahuan.ts';
import { ringkas, susunPilihan } from './pemberitahuan.rules.ts';
import { remindUnit } from './remind-unit.ts';
import { sendRingkasan } from './send-ringkasan.ts';

describe('aturan pemberitahuan', () => {
	it.each([
		[
			'jatuh tiga hari lagi',
			[{ jenis: 'jawab', banyak: null, sisaHari: 3 }],
			{ banyak: 1, dikembalikan: 0, terdekat: 3 },
		],
		[
			'terlambat',
			[{ jenis: 'jawab', banyak: null, sisaHari: -2 }],
			{ banyak: 1, dikembalikan: 0, terdekat: -2 },
		],
		[
			'dikembalikan tanpa tenggat',
			[{ jenis: 'perbaiki', banyak: 2, sisaHari: null }],
			{ banyak: 1, dikembalikan: 2, terdekat: null },
		],
		['empat hari lagi', [{ jenis: 'jawab', banyak: null, sisaHari: 4 }], null],
		['tidak ada apa-apa', [], null],
	])('ringkasan bila %s', (_, antrean, hasil) => {
		expect(ringkas(antrean)).toEqual(hasil);
	});
	it('yang tidak pernah dipilih diinginkan; jenis tanpa surel tidak punya pilihan surel', () => {
		const pilihan = susunPilihan([{ jenis: 'ingatkan', aplikasi: false, surel: false }]);
		expect(pilihan.find((p) => p.jenis === 'ingatkan')).toEqual({
			jenis: 'ingatkan',
			aplikasi: false,
			surel: false,
		});
		expect(pilihan.find((p) => p.jenis === 'ringkasan')).toEqual({
			jenis: 'ringkasan',
			aplikasi: true,
			surel: true,
		});
		expect(pilihan.find((p) => p.jenis === 'tugas')).toEqual({ jenis: 'tugas', aplikasi: true, surel: null });
	});
});

describeDatabase('pengingat', (get) => {
	const dengan = (ctx: Ctx): Ctx => ({ ...ctx, mail: mailUji() });
	const surat = () =>
		get().ctx.db.selectFrom('surat').select(['kepada', 'perihal', 'isi', 'jenis']).orderBy('id').execute();
	const pesan = async (ctx: Ctx) => {
		const hasil = await listPemberitahuanSaya(ctx);
		return hasil.ok ? hasil.value : [];
	};
	beforeEach(async () => {
		await get().ctx.db.deleteFrom('surat').execute();
	});
	const siapkan = async (tenggat: string | null = '2026-11-20') => {
		const kota = await buatKotaKerja(get().ctx, tenggat);
		const operator = await kota.berperan('operator', 'operator', kota.kelurahan);
		const input = { instansiId: kota.id, slug: kota.slug, unitId: kota.kelurahan.id, ulang: false };
		return { ...kota, operator, input };
	};

	it('satu ketukan memberi tahu operator di aplikasi dan lewat surel, tercatat siapa dan kapan', async () => {
		const { koordinator, operator, input, slug } = await siapkan();
		expect(await remindUnit(dengan(koordinator), input)).toMatchObject({
			ok: true,
			value: { unit: 'Kelurahan Uji', orang: ['operator'], surel: 1 },
		});
		expect(await pesan(operator)).toMatchObject([
			{
				jenis: 'ingatkan',
				rincian: { unit: 'Kelurahan Uji', indikator: 'I01, I02' },
				tujuan: `/kerja/${slug}`,
				dibaca: null,
			},
		]);
		expect(await surat()).toMatchObject([{ kepada: `operator@${slug}.go.id`, jenis: 'ingatkan' }]);
		expect((await surat())[0]?.isi).toContain(`https://matang.uji.go.id/kerja/${slug}\n`);
		expect(await verifyActivity(get().ctx.db)).toMatchObject({ masalah: [] });
	});

	it('kedua kali pada hari yang sama dikatakan dulu; dengan sengaja boleh', async () => {
		const { koordinator, operator, input } = await siapkan();
		await remindUnit(koordinator, input);
		expect(await remindUnit(koordinator, input)).toEqual({
			ok: false,
			reason: 'sudah_diingatkan',
			waktu: get().ctx.clock(),
			oleh: 'koordinator',
		});
		expect(await pesan(operator)).toHaveLength(1);
		expect(await remindUnit(koordinator, { ...input, ulang: true })).toMatchObject({ ok: true });
		expect(await pesan(operator)).toHaveLength(2);
	});

	it('hanya yang terlambat diingatkan, dan hanya oleh yang membagi tugas', async () => {
		const { koordinator, operator, input } = await siapkan('2026-12-31');
		expect(await remindUnit(koordinator, input)).toMatchObject({ reason: 'tidak_terlambat' });
		expect(await remindUnit(operator, input)).toMatchObject({ reason: 'tidak_berwenang' });
		const lain = await siapkan();
		expect(await remindUnit(koordinator, lain.input)).toMatchObject({ reason: 'tidak_berwenang' });
	});

	it('yang dibisukan tidak sampai, lewat jalan itu saja', async () => {
		const { koordinator, operator, input } = await siapkan();
		await choosePemberitahuan(operator, { aplikasi: ['ingatkan'], surel: [] });
		expect(await remindUnit(dengan(koordinator), input)).toMatchObject({ ok: true, value: { surel: 0 } });
		expect(await pesan(operator)).toHaveLength(1);
		await choosePemberitahuan(operator, { aplikasi: [], surel: ['ingatkan'] });
		expect(await remindUnit(dengan(koordinator), { ...input, ulang: true })).toMatchObject({
			value: { surel: 1 },
		});
		expect(await pesan(operator)).toHaveLength(1);
		const pilihan = await readPilihan(koordinator);
		expect(pilihan.ok && pilihan.value.every((p) => p.aplikasi)).toBe(true);
	});

	it('yang dibaca tidak dihitung lagi, dan milik orang lain tidak tersentuh', async () => {
		const { koordinator, operator, input } = await siapkan();
		await remindUnit(koordinator, input);
		expect(await countPemberitahuan(operator)).toBe(1);
		const [satu] = await pesan(operator);
		await markDibaca(koordinator, { id: satu?.id ?? 0 });
		await markDibaca(koordinator, 'semua');
		expect(await countPemberitahuan(operator)).toBe(1);
		await markDibaca(operator, { id: satu?.id ?? 0 });
		expect(await countPemberitahuan(operator)).toBe(0);
		expect(await pesan(koordinator)).toEqual([]);
	});

	it('ringkasan sampai sekali sehari per orang, hanya bila ada yang menunggu, sejak pukul enam WIB', async () => {
		const { db } = get().ctx;
		await db.deleteFrom('peran').execute();
		const { operator, slug } = await siapkan('2026-11-26');
		const tenang = await siapkan('2026-12-20');
		const pukul = (iso: string): Ctx => ({ ...dengan(get().ctx), clock: () => new Date(iso) });
		expect(await sendRingkasan(pukul('2026-11-23T22:59:00Z'))).toBe(0);
		expect(await sendRingkasan(pukul('2026-11-23T23:00:00Z'))).toBe(1);
		expect(await sendRingkasan(pukul('2026-11-24T09:00:00Z'))).toBe(0);
		expect(await surat()).toMatchObject([{ kepada: `operator@${slug}.go.id`, jenis: 'ringkasan' }]);
		expect((await surat())[0]?.isi).toMatch(/2 hal menunggu, yang terdekat 2 hari lagi/);
		expect(await pesan(operator)).toMatchObject([
			{ jenis: 'ringkasan', rincian: { banyak: 2, terdekat: 2 } },
		]);
		expect(await pesan(tenang.operator)).toEqual([]);
		await choosePemberitahuan(operator, { aplikasi: ['ringkasan'], surel: [] });
		expect(await sendRingkasan(pukul('2026-11-24T23:00:00Z'))).toBe(1);
		expect(await surat()).toHaveLength(1);
		expect(await pesan(operator)).toHaveLength(2);
	});

	it('surat terkirim dilupakan setelah sebulan dan pemberitahuan setelah setahun; yang belum terkirim tinggal', async () => {
		const { db, clock } = get().ctx;
		await db.deleteFrom('pemberitahuan').execute();
		const { koordinator, operator, input } = await siapkan();
		await remindUnit(dengan(koordinator), input);
		await remindUnit(dengan(koordinator), { ...input, ulang: true });
		const [kesatu] = await db.selectFrom('surat').select('id').orderBy('id').execute();
		await db
			.updateTable('surat')
			.set({ terkirim: clock() })
			.where('id', '=', kesatu?.id ?? 0)
			.execute();
		const hari = (n: number) => ({ db, clock: () => new Date(clock().getTime() + n * 86_400_000) });
		await forgetLama(hari(29));
		expect(await surat()).toHaveLength(2);
		await forgetLama(hari(31));
		expect(await surat()).toHaveLength(1);
		expect(await pesan(operator)).toHaveLength(2);
		await forgetLama(hari(366));
		expect(await pesan(operator)).toEqual([]);
	});

	it('peran aplikasi tidak dapat membaca kotak keluar', async () => {
		const { operator } = await siapkan();
		const { inScope } = await import('#platform/database/scope.ts');
		if (operator.who.jenis !== 'orang') throw new Error('bukan orang');
		await expect(
			inScope(operator, operator.who, (trx) => trx.selectFrom('surat').selectAll().execute()),
		).rejects.toThrow(/permission denied/);
		expect(idOf(operator)).toBeGreaterThan(0);
	});
});
