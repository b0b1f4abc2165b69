import { expect, it } from 'vitest';
import { describeDatabase } from '#platform/database/testing.ts';
import { assertDiri } from './assert-diri.ts';
import { closeSesi } from './close-sesi.ts';
import { inviteOrang } from './invite-orang.ts';
import { keepIsian, readIsian } from './isian-tertunda.ts';
import { asalUji, buatOrang, jamUji, sandiUji } from './orang.testing.ts';
import { readSesi } from './read-sesi.ts';

const { alamat } = asalUji;

describeDatabase('penegasan', (get) => {
	it('peran yang berat hanya diberi dengan bukti yang belum lewat sepuluh menit', async () => {
		const ctx = jamUji(get().ctx);
		const admin = await buatOrang(ctx, [{ peran: 'admin_nasional' }]);
		const undang = (peran: 'tim_reviu' | 'admin_nasional', surel: string) =>
			inviteOrang(admin.ctx, { instansiId: null, nama: 'Baru', surel, peran });
		ctx.maju(600);
		expect(await undang('tim_reviu', 'a@uji.go.id')).toMatchObject({ ok: true });
		ctx.maju(1);
		expect(await undang('tim_reviu', 'b@uji.go.id')).toEqual({ ok: false, reason: 'perlu_penegasan' });
		const tegas = await assertDiri(admin.ctx, { jawaban: { sandi: sandiUji }, alamat });
		const who = tegas.ok ? await readSesi(ctx, tegas.value.token) : null;
		if (!who) throw new Error('penegasan gagal');
		const segar = { ...ctx, who: { ...who, peran: admin.ctx.who.peran } };
		const hasil = await inviteOrang(segar, {
			instansiId: null,
			nama: 'Baru',
			surel: 'b@uji.go.id',
			peran: 'tim_reviu',
		});
		expect(hasil).toMatchObject({ ok: true });
	});

	it('orang yang tidak berwenang ditolak sebelum diminta bukti', async () => {
		const ctx = jamUji(get().ctx);
		const operator = await buatOrang(ctx, [{ peran: 'operator', instansiId: 1 }]);
		ctx.maju(3600);
		expect(
			await inviteOrang(operator.ctx, {
				instansiId: null,
				nama: 'X',
				surel: 'x@uji.go.id',
				peran: 'admin_nasional',
			}),
		).toEqual({ ok: false, reason: 'tidak_berwenang' });
	});

	it('sesi berlanjut dengan token baru; yang lama mati', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		const pertama = await assertDiri(orang.ctx, { jawaban: { sandi: sandiUji }, alamat });
		const kedua = await assertDiri(orang.ctx, { jawaban: { sandi: sandiUji }, alamat });
		if (!pertama.ok || !kedua.ok) throw new Error('penegasan gagal');
		expect(await readSesi(ctx, pertama.value.token)).toBeNull();
		expect((await readSesi(ctx, kedua.value.token))?.sesiId).toBe(orang.ctx.who.sesiId);
	});

	it('sandi yang salah dihitung, dan sesi yang sudah ditutup tidak dihidupkan', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		const coba = (sandi: string) => assertDiri(orang.ctx, { jawaban: { sandi }, alamat });
		for (let i = 0; i < 10; i++) expect(await coba('keliru')).toEqual({ ok: false, reason: 'sandi_salah' });
		expect(await coba(sandiUji)).toEqual({ ok: false, reason: 'terlalu_sering' });
		ctx.maju(901);
		await closeSesi(ctx, orang.ctx.who, { id: orang.ctx.who.sesiId });
		expect(await coba(sandiUji)).toEqual({ ok: false, reason: 'belum_masuk' });
	});

	it('isian menunggu di halaman dan sesinya sendiri, tanpa sandi dan kode', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		const lain = await buatOrang(ctx);
		const form = new FormData();
		form.set('nama', 'Budi <b>"x"</b>\u0000');
		form.set('sandi', 'rahasia');
		form.set('kode', '123456');
		await keepIsian(ctx, orang.ctx.who, '/kerja/a/orang', form);
		expect(await readIsian(ctx, orang.ctx.who, '/kerja/a/orang')).toEqual({ nama: 'Budi <b>"x"</b>' });
		expect(await readIsian(ctx, orang.ctx.who, '/kerja/b/orang')).toBeNull();
		expect(await readIsian(ctx, lain.ctx.who, '/kerja/a/orang')).toBeNull();
		ctx.maju(3601);
		expect(await readIsian(ctx, orang.ctx.who, '/kerja/a/orang')).toBeNull();
	});
});
