import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase, mailUji, pencatatJobs } from '#platform/database/testing.ts';
import { inviteOrang } from './invite-orang.ts';
import { issueAdminPertama } from './issue-tautan.ts';
import { openSesi } from './open-sesi.ts';
import { readSesi } from './read-sesi.ts';
import { readTautan, redeemTautan } from './redeem-tautan.ts';
import { pekerjaLupaSandi, requestSetelUlang } from './request-setel-ulang.ts';

const asal = { peramban: 'uji', alamat: '10.0.0.1' };
const sandi = 'sepeda biru di tepi laut';

describeDatabase('surat akun', (get) => {
	let admin: Ctx;
	let jobs = pencatatJobs();
	const ctxSurat = (menit = 0): Ctx => {
		const { ctx } = get();
		const clock = () => new Date(ctx.clock().getTime() + menit * 60_000);
		return { ...ctx, clock, jobs, mail: mailUji(jobs) };
	};
	const kotakKeluar = () =>
		get().ctx.db.selectFrom('surat').select(['kepada', 'perihal', 'isi', 'jenis']).orderBy('id').execute();
	const tokenDari = (isi: string) =>
		/https:\/\/matang\.uji\.go\.id\/tautan\/([\w-]{43})\n/.exec(isi)?.[1] ?? '';

	beforeAll(async () => {
		const tautan = await issueAdminPertama(get().ctx);
		const hasil = await redeemTautan(get().ctx, {
			token: (tautan ?? '').replace('/tautan/', ''),
			nama: 'Admin',
			surel: 'admin@contoh.go.id',
			sandi,
			...asal,
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		const who = await readSesi(get().ctx, hasil.value.token);
		if (!who) throw new Error('sesi tidak berlaku');
		admin = { ...get().ctx, who };
	});
	beforeEach(async () => {
		jobs = pencatatJobs();
		await get().ctx.db.deleteFrom('surat').execute();
		await get().ctx.db.deleteFrom('percobaan').execute();
	});

	it('undangan sampai lewat surel dengan tautan yang berlaku', async () => {
		const ctx = { ...ctxSurat(), who: admin.who };
		const hasil = await inviteOrang(ctx, {
			instansiId: null,
			nama: 'Rina',
			surel: 'rina@contoh.go.id',
			peran: 'tim_reviu',
		});
		expect(hasil).toMatchObject({ ok: true, value: { surel: true } });
		const [surat] = await kotakKeluar();
		expect(surat).toMatchObject({ kepada: 'rina@contoh.go.id', jenis: 'undangan' });
		expect(await readTautan(ctx, tokenDari(surat?.isi ?? ''))).toMatchObject({
			guna: 'undangan',
			nama: 'Rina',
		});
	});

	it('tanpa peladen surel tidak ada yang ditulis, dan tautannya tetap diberikan', async () => {
		const hasil = await inviteOrang(admin, {
			instansiId: null,
			nama: 'Joko',
			surel: 'joko@contoh.go.id',
			peran: 'tim_reviu',
		});
		expect(hasil).toMatchObject({
			ok: true,
			value: { surel: false, tautan: expect.stringMatching(/^\/tautan\//) },
		});
		expect(await kotakKeluar()).toEqual([]);
		expect(
			await requestSetelUlang(get().ctx, { surel: 'joko@contoh.go.id', alamat: '10.1.1.1', lang: 'id' }),
		).toEqual({
			ok: false,
			reason: 'surel_mati',
		});
	});

	it('alamat yang ada dan yang tidak ada mendapat jawaban dan pekerjaan yang sama', async () => {
		const ctx = ctxSurat();
		for (const surel of ['admin@contoh.go.id', 'siapa@contoh.go.id'])
			expect(await requestSetelUlang(ctx, { surel, alamat: '10.2.2.2', lang: 'id' })).toEqual({ ok: true });
		expect(jobs.tugas.map((t) => t.jenis)).toEqual(['lupa_sandi', 'lupa_sandi']);
		for (const t of [...jobs.tugas]) await pekerjaLupaSandi(ctx).kerjakan(t.isi);
		expect((await kotakKeluar()).map((s) => s.kepada)).toEqual(['admin@contoh.go.id']);
	});

	it('tautannya mengganti sandi sekali, menutup sesi lama, dan mati setelah satu jam', async () => {
		const minta = async (menit: number) => {
			const ctx = ctxSurat(menit);
			await pekerjaLupaSandi(ctx).kerjakan({ surel: 'admin@contoh.go.id', lang: 'id' });
			return tokenDari((await kotakKeluar()).at(-1)?.isi ?? '');
		};
		const lewat = await minta(10);
		expect(await readTautan(ctxSurat(69), lewat)).toMatchObject({ guna: 'setel_ulang' });
		expect(await readTautan(ctxSurat(71), lewat)).toBeNull();
		const baru = 'kapal merah menuju pulau';
		const ctx = ctxSurat(20);
		const token = await minta(20);
		expect(await redeemTautan(ctx, { token: lewat, sandi: baru, ...asal })).toMatchObject({
			reason: 'tautan_tidak_berlaku',
		});
		expect(await redeemTautan(ctx, { token, sandi: baru, ...asal })).toMatchObject({ ok: true });
		expect(await redeemTautan(ctx, { token, sandi: baru, ...asal })).toMatchObject({
			reason: 'tautan_tidak_berlaku',
		});
		expect(await openSesi(ctx, { surel: 'admin@contoh.go.id', sandi, ...asal })).toMatchObject({ ok: false });
		expect(await openSesi(ctx, { surel: 'admin@contoh.go.id', sandi: baru, ...asal })).toMatchObject({
			ok: true,
		});
	});

	it('satu kotak surat tidak dibanjiri, dan satu jaringan dibatasi tanpa mengunci jaringan lain', async () => {
		const surel = 'admin@contoh.go.id';
		const ctx = ctxSurat(100);
		await pekerjaLupaSandi(ctx).kerjakan({ surel, lang: 'id' });
		await pekerjaLupaSandi(ctxSurat(103)).kerjakan({ surel, lang: 'id' });
		expect(await kotakKeluar()).toHaveLength(1);
		const hasil: boolean[] = [];
		for (let n = 0; n < 4; n++)
			hasil.push((await requestSetelUlang(ctx, { surel, alamat: '10.3.3.3', lang: 'id' })).ok);
		expect(hasil).toEqual([true, true, true, false]);
		expect(await requestSetelUlang(ctx, { surel, alamat: '10.4.4.4', lang: 'id' })).toEqual({ ok: true });
	});
});
