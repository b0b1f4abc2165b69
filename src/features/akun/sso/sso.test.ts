import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Ctx, PetaGrup } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { inviteOrang } from '../invite-orang.ts';
import { asalUji, buatOrang, jamUji } from '../orang.testing.ts';
import { isTegas } from '../penegasan.rules.ts';
import { readSesi } from '../read-sesi.ts';
import { assertSso } from './assert-sso.ts';
import { beginSso } from './begin-sso.ts';
import { finishSso } from './finish-sso.ts';
import { type PenyediaUji, startPenyedia } from './penyedia.testing.ts';

const kembali = 'http://localhost:3000/masuk/sso/kembali';
let penyedia: PenyediaUji;
beforeAll(async () => {
	penyedia = await startPenyedia([kembali]);
});
afterAll(() => penyedia.stop());

let urut = 0;

describeDatabase('masuk lewat SSO', (get) => {
	let kota: number;
	let kelurahan: number;
	const slug = () => 'kota-sso';
	const peta = (): PetaGrup[] => [
		{ grup: 'koordinator', peran: 'koordinator', instansi: slug(), unit: null },
		{ grup: 'kelurahan', peran: 'operator', instansi: slug(), unit: 'K1' },
		{ grup: 'pusat', peran: 'tim_reviu', instansi: null, unit: null },
		{ grup: 'penilai', peran: 'asesor_eksternal', instansi: slug(), unit: null },
		{ grup: 'hantu', peran: 'pimpinan', instansi: 'tidak-ada', unit: null },
		{ grup: 'hantu', peran: 'operator', instansi: slug(), unit: 'K99' },
	];
	const siap = (): ReturnType<typeof jamUji> => {
		const { ctx } = get();
		const sso = {
			nama: 'SSO Uji',
			penerbit: penyedia.penerbit,
			klien: penyedia.klien,
			rahasia: penyedia.rahasia,
			lingkup: 'openid email profile groups',
			klaimGrup: 'groups',
			peta: peta(),
		};
		// the provider stamps its tokens with the real time
		return jamUji({ ...ctx, clock: () => new Date(), setelan: { ...ctx.setelan, sso } });
	};
	const mulai = async (ctx: Ctx) => {
		const hasil = await beginSso(ctx, { kembali, ke: '/kerja', alamat: asalUji.alamat });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	/** Signs in at the provider as this subject, and comes back. */
	const masuk = async (ctx: Ctx, subjek: string | null) => {
		penyedia.berikut = subjek;
		const { url, token } = await mulai(ctx);
		return await finishSso(ctx, { token, url: await penyedia.lalui(url), ...asalUji });
	};
	const kenalkan = (klaim: Record<string, unknown>) => {
		const subjek = `pegawai-${++urut}`;
		penyedia.orang.set(subjek, { email_verified: true, name: 'Budi', ...klaim });
		return subjek;
	};
	const peranOf = async (ctx: Ctx, hasil: Awaited<ReturnType<typeof masuk>>) => {
		if (!hasil.ok) throw new Error(hasil.reason);
		return ((await readSesi(ctx, hasil.value.token))?.peran ?? []).map((p) => [
			p.peran,
			p.instansiId,
			p.unitId,
		]);
	};

	beforeAll(async () => {
		const { db } = get().ctx;
		await db.insertInto('provinsi').values({ kode: '64', nama: 'Kaltim', pulau: 'Kalimantan' }).execute();
		const i = await db
			.insertInto('instansi')
			.values({ slug: slug(), nama: 'Kota SSO', jenis: 'kota', provinsi_kode: '64', kode_wilayah: null })
			.returning('id')
			.executeTakeFirstOrThrow();
		kota = i.id;
		const u = await db
			.insertInto('unit')
			.values({ instansi_id: kota, induk_id: null, nama: 'Damai', jenis: 'kelurahan', kode: 'K1', jalur: '' })
			.returning('id')
			.executeTakeFirstOrThrow();
		kelurahan = u.id;
	});

	it('akun yang sudah ada terhubung lewat surel terbukti, dan tetap orang yang sama sesudah surelnya berganti', async () => {
		const ctx = siap();
		const orang = await buatOrang(ctx);
		const subjek = kenalkan({ email: orang.surel.toUpperCase(), groups: [] });
		const hasil = await masuk(ctx, subjek);
		expect(hasil).toMatchObject({ ok: true, value: { orangId: orang.id, langkah: 'selesai', ke: '/kerja' } });
		penyedia.orang.set(subjek, { email: 'nama.baru@uji.go.id', email_verified: true });
		expect(await masuk(ctx, subjek)).toMatchObject({ ok: true, value: { orangId: orang.id } });
	});

	it('surel yang tidak dijamin penyedia tidak menghubungkan apa pun', async () => {
		const ctx = siap();
		const orang = await buatOrang(ctx);
		const subjek = kenalkan({ email: orang.surel, email_verified: false, groups: ['koordinator'] });
		expect(await masuk(ctx, subjek)).toEqual({ ok: false, reason: 'sso_surel_belum_terbukti' });
	});

	it('surel yang berpindah tangan di penyedia tidak membuka akun pemilik lamanya', async () => {
		const ctx = siap();
		const orang = await buatOrang(ctx);
		expect((await masuk(ctx, kenalkan({ email: orang.surel }))).ok).toBe(true);
		expect(await masuk(ctx, kenalkan({ email: orang.surel }))).toEqual({
			ok: false,
			reason: 'sso_akun_lain',
		});
	});

	it('orang baru hanya dibuat bila kelompoknya memberi peran; peran nasional hanya bila dipetakan', async () => {
		const ctx = siap();
		const email = `baru${++urut}@uji.go.id`;
		const subjek = kenalkan({ email, groups: ['admin_nasional', 'tak dikenal', 'hantu'] });
		penyedia.orang.set(subjek, { email, email_verified: true, groups: ['admin_nasional'] });
		expect(await masuk(ctx, subjek)).toEqual({ ok: false, reason: 'sso_tanpa_akun' });
		penyedia.orang.set(subjek, { email, email_verified: true, groups: ['kelurahan', 'pusat', 'hantu'] });
		expect(await peranOf(ctx, await masuk(ctx, subjek))).toEqual([
			['operator', kota, kelurahan],
			['tim_reviu', null, null],
		]);
	});

	it('peran mengikuti kelompok pada setiap masuk; yang diberi dengan tangan tidak disentuh', async () => {
		const ctx = siap();
		const admin = await buatOrang(ctx, [{ peran: 'admin_nasional' }]);
		const email = `ikut${++urut}@uji.go.id`;
		const tangan = await inviteOrang(admin.ctx, {
			instansiId: kota,
			nama: 'Ikut',
			surel: email,
			peran: 'pimpinan',
		});
		expect(tangan.ok).toBe(true);
		const subjek = kenalkan({ email, groups: ['koordinator'] });
		expect(await peranOf(ctx, await masuk(ctx, subjek))).toEqual([
			['pimpinan', kota, null],
			['koordinator', kota, null],
		]);
		penyedia.orang.set(subjek, { email, email_verified: true, groups: ['kelurahan'] });
		expect(await peranOf(ctx, await masuk(ctx, subjek))).toEqual([
			['pimpinan', kota, null],
			['operator', kota, kelurahan],
		]);
		penyedia.orang.set(subjek, { email, email_verified: true });
		expect(await peranOf(ctx, await masuk(ctx, subjek))).toEqual([['pimpinan', kota, null]]);
		const catatan = await ctx.db.selectFrom('activity').select('isi').where('rantai', '=', kota).execute();
		expect(catatan.filter((c) => c.isi.includes('"sumber":"sso"')).length).toBeGreaterThanOrEqual(4);
	});

	it('pegawai instansi tidak menjadi penilainya sendiri lewat kelompok', async () => {
		const ctx = siap();
		const subjek = kenalkan({ email: `ganda${++urut}@uji.go.id`, groups: ['koordinator', 'penilai'] });
		expect(await peranOf(ctx, await masuk(ctx, subjek))).toEqual([['koordinator', kota, null]]);
	});

	it('penolakan penyedia, jawaban dari peramban lain, jawaban ulang, dan kode palsu ditolak dengan sebabnya', async () => {
		const ctx = siap();
		expect(await masuk(ctx, null)).toEqual({ ok: false, reason: 'sso_dibatalkan' });
		penyedia.berikut = kenalkan({ email: `x${++urut}@uji.go.id`, groups: ['koordinator'] });
		const [satu, dua] = [await mulai(ctx), await mulai(ctx)];
		const url = await penyedia.lalui(satu.url);
		const selesai = (token: string, u: URL) => finishSso(ctx, { token, url: u, ...asalUji });
		expect(await selesai(dua.token, url)).toEqual({ ok: false, reason: 'sso_kedaluwarsa' });
		const palsu = new URL(url);
		palsu.searchParams.set('code', 'palsu');
		const tiga = await mulai(ctx);
		const sah = await penyedia.lalui(tiga.url);
		palsu.searchParams.set('state', sah.searchParams.get('state') ?? '');
		expect(await selesai(tiga.token, palsu)).toEqual({ ok: false, reason: 'sso_ditolak' });
		expect((await selesai(satu.token, url)).ok).toBe(true);
		expect(await selesai(satu.token, url)).toEqual({ ok: false, reason: 'sso_kedaluwarsa' });
		const lama = await mulai(ctx);
		const urlLama = await penyedia.lalui(lama.url);
		ctx.maju(901);
		expect(await selesai(lama.token, urlLama)).toEqual({ ok: false, reason: 'sso_kedaluwarsa' });
	});

	/** Somebody who signed in through the provider, and whose sign-in is half an hour old. */
	const lamaMasuk = async () => {
		const ctx = siap();
		const subjek = kenalkan({ email: `tegas${++urut}@uji.go.id`, groups: ['koordinator'] });
		const hasil = await masuk(ctx, subjek);
		if (!hasil.ok) throw new Error(hasil.reason);
		const { token } = hasil.value;
		await ctx.db
			.updateTable('sesi')
			.set({ ditegaskan: new Date(Date.now() - 1800_000) })
			.where('orang_id', '=', hasil.value.orangId)
			.execute();
		const who = await readSesi(ctx, token);
		if (!who) throw new Error('sesi tidak terbuka');
		return { ctx: { ...ctx, who }, who, subjek, token };
	};
	const tanya = async (ctx: Ctx, sesiId: number) => {
		const hasil = await beginSso(ctx, { kembali, ke: '/akun/kode', alamat: asalUji.alamat, sesiId });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const tegaskan = async (ctx: Ctx, sesiId: number, subjek: string | null, sejak = 0) => {
		Object.assign(penyedia, { berikut: subjek, sejak });
		const { url, token } = await tanya(ctx, sesiId);
		const balik = await penyedia.lalui(url).finally(() => Object.assign(penyedia, { sejak: 0 }));
		return await assertSso(ctx, { token, url: balik });
	};

	it('penegasan: penyedia diminta menanyai lagi, dan sesi berlanjut dengan token baru yang segar', async () => {
		const { ctx, who, subjek, token } = await lamaMasuk();
		expect(isTegas(who, ctx.clock())).toBe(false);
		const { url } = await tanya(ctx, who.sesiId);
		expect(Object.fromEntries(new URL(url).searchParams)).toMatchObject({ prompt: 'login', max_age: '0' });
		const hasil = await tegaskan(ctx, who.sesiId, subjek);
		expect(hasil).toMatchObject({ ok: true, value: { ke: '/akun/kode' } });
		const kini = hasil.ok ? await readSesi(ctx, hasil.value.token) : null;
		expect(kini?.sesiId).toBe(who.sesiId);
		expect(isTegas(kini ?? who, ctx.clock())).toBe(true);
		expect(await readSesi(ctx, token)).toBeNull();
		const catatan = await ctx.db
			.selectFrom('activity')
			.select('isi')
			.where('orang_id', '=', who.id)
			.execute();
		expect(catatan.at(-1)?.isi).toMatch(/"tindakan":"sesi.tegaskan".*"cara":"sso"/);
	});

	it('penegasan: bukti lama, orang lain, penolakan, dan sesi lain tidak menyegarkan apa pun', async () => {
		const { ctx, who, subjek, token } = await lamaMasuk();
		const lain = await lamaMasuk();
		const coba = (s: string | null, sejak?: number) => tegaskan(ctx, who.sesiId, s, sejak);
		const tolak = (reason: string) => ({ ok: false, reason, ke: '/akun/kode' });
		expect(await coba(subjek, 120)).toEqual(tolak('sso_bukti_lama'));
		expect(await coba(lain.subjek)).toEqual(tolak('sso_orang_lain'));
		expect(await coba(kenalkan({ email: `asing${++urut}@uji.go.id` }))).toEqual(tolak('sso_orang_lain'));
		expect(await coba(null)).toEqual(tolak('sso_dibatalkan'));
		expect(await tegaskan(lain.ctx, who.sesiId, lain.subjek)).toMatchObject({ reason: 'sso_kedaluwarsa' });
		expect((await readSesi(ctx, token))?.ditegaskan).toEqual(who.ditegaskan);
	});

	it('penegasan bukan jalan masuk, dan jalan masuk bukan penegasan', async () => {
		const { ctx, who, subjek } = await lamaMasuk();
		penyedia.berikut = subjek;
		const tegas = await tanya(ctx, who.sesiId);
		const url = await penyedia.lalui(tegas.url);
		expect(await finishSso(ctx, { token: tegas.token, url, ...asalUji })).toMatchObject({
			reason: 'sso_kedaluwarsa',
		});
		const biasa = await mulai(ctx);
		const balik = await penyedia.lalui(biasa.url);
		expect(await assertSso(ctx, { token: biasa.token, url: balik })).toMatchObject({
			reason: 'sso_kedaluwarsa',
		});
	});

	it('penegasan memperbarui peran menurut kelompok, dan tidak menghidupkan sesi yang ditutup', async () => {
		const { ctx, who, subjek } = await lamaMasuk();
		penyedia.orang.set(subjek, { groups: ['kelurahan'] });
		const hasil = await tegaskan(ctx, who.sesiId, subjek);
		const kini = hasil.ok ? await readSesi(ctx, hasil.value.token) : null;
		expect(kini?.peran.map((p) => p.peran)).toEqual(['operator']);
		await ctx.db.updateTable('sesi').set({ dicabut: ctx.clock() }).where('id', '=', who.sesiId).execute();
		expect(await tegaskan(ctx, who.sesiId, subjek)).toMatchObject({ ok: false, reason: 'sso_kedaluwarsa' });
	});

	it('akun yang ditutup tetap tertutup', async () => {
		const ctx = siap();
		const orang = await buatOrang(ctx);
		const subjek = kenalkan({ email: orang.surel });
		expect((await masuk(ctx, subjek)).ok).toBe(true);
		await ctx.db.updateTable('orang').set({ nonaktif: ctx.clock() }).where('id', '=', orang.id).execute();
		expect(await masuk(ctx, subjek)).toEqual({ ok: false, reason: 'sso_akun_ditutup' });
	});

	it('penyedia yang mati atau tidak disetel disebut begitu', async () => {
		const ctx = siap();
		const minta = (c: Ctx) => beginSso(c, { kembali, ke: null, alamat: asalUji.alamat });
		expect(await minta({ ...ctx, setelan: { ...ctx.setelan, sso: null } })).toEqual({
			ok: false,
			reason: 'sso_tidak_disetel',
		});
		const mati = { ...ctx.setelan.sso, penerbit: 'http://127.0.0.1:9' } as Ctx['setelan']['sso'];
		expect(await minta({ ...ctx, setelan: { ...ctx.setelan, sso: mati } })).toEqual({
			ok: false,
			reason: 'sso_tidak_tersambung',
		});
	});
});
