import { expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { openSecret } from '#platform/secret.ts';
import { answerKedua, readKedua } from '../answer-kedua.ts';
import { assertDiri } from '../assert-diri.ts';
import { issueTautan } from '../issue-tautan.ts';
import { openSesi } from '../open-sesi.ts';
import { asalUji, buatOrang, jamUji, type OrangUji, sandiUji } from '../orang.testing.ts';
import { readSesi } from '../read-sesi.ts';
import { redeemTautan } from '../redeem-tautan.ts';
import { startSesi } from '../start-sesi.ts';
import { konteksKode } from './check-kode.ts';
import { beginKode, confirmKode, readKodeMenunggu } from './enrol-kode.ts';
import { findKode } from './faktor.store.ts';
import { listFaktor } from './list-faktor.ts';
import { removeFaktor, renewPemulihan } from './remove-faktor.ts';
import { resetFaktor } from './reset-faktor.ts';
import { kodeTotp } from './totp.ts';

describeDatabase('langkah kedua dengan kode', (get) => {
	const rahasiaOf = async (ctx: Ctx, orangId: number): Promise<Buffer> => {
		const tersimpan = await findKode(ctx.db, orangId);
		if (!tersimpan) throw new Error('belum ada rahasia');
		return openSecret(ctx, tersimpan.rahasia, konteksKode(orangId));
	};
	/** Somebody with an active authenticator; the clock has moved past the code that activated it. */
	const pasang = async (ctx: ReturnType<typeof jamUji>) => {
		const orang = await buatOrang(ctx);
		expect(await beginKode(orang.ctx)).toEqual({ ok: true });
		const rahasia = await rahasiaOf(ctx, orang.id);
		const aktif = await confirmKode(orang.ctx, kodeTotp(rahasia, ctx.clock()));
		if (!aktif.ok) throw new Error(aktif.reason);
		ctx.maju(60);
		return {
			...orang,
			rahasia,
			pemulihan: aktif.value.pemulihan ?? [],
			kode: () => kodeTotp(rahasia, ctx.clock()),
		};
	};
	const sandiBenar = async (ctx: Ctx, orang: Pick<OrangUji, 'surel'>, alamat = asalUji.alamat) => {
		const hasil = await openSesi(ctx, { surel: orang.surel, sandi: sandiUji, peramban: '', alamat });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const kedua = (ctx: Ctx, token: string, kode: string, alamat = asalUji.alamat) =>
		answerKedua(ctx, { token, jawaban: { kode }, peramban: '', alamat });

	it('dipasang dengan kode pertama, dan rahasianya tersegel di basis data', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		expect(await readKodeMenunggu(orang.ctx)).toBeNull();
		await beginKode(orang.ctx);
		const menunggu = await readKodeMenunggu(orang.ctx);
		const rahasia = await rahasiaOf(ctx, orang.id);
		expect(menunggu?.uri).toContain(`secret=${menunggu?.rahasia.replaceAll(' ', '')}`);
		expect((await findKode(ctx.db, orang.id))?.rahasia.includes(rahasia)).toBe(false);
		expect(await confirmKode(orang.ctx, '000000')).toEqual({ ok: false, reason: 'kode_salah' });
		expect(await sandiBenar(ctx, orang)).toMatchObject({ langkah: 'selesai' });
		const aktif = await confirmKode(orang.ctx, kodeTotp(rahasia, ctx.clock()));
		expect(aktif.ok && aktif.value.pemulihan).toHaveLength(10);
		expect(await readKodeMenunggu(orang.ctx)).toBeNull();
		expect(await beginKode(orang.ctx)).toEqual({ ok: false, reason: 'kode_sudah_aktif' });
	});

	it('sesudah sandi baru kode membuka sesi, dan token di antaranya tidak membuka apa pun', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const setengah = await sandiBenar(ctx, orang);
		expect(setengah.langkah).toBe('kedua');
		expect(await readSesi(ctx, setengah.token)).toBeNull();
		expect(await readKedua(ctx, setengah.token)).toMatchObject({ sandi: true, pemulihan: 10 });
		const masuk = await kedua(ctx, setengah.token, orang.kode());
		expect(masuk).toMatchObject({ ok: true, value: { langkah: 'selesai' } });
		expect(masuk.ok && (await readSesi(ctx, masuk.value.token))?.id).toBe(orang.id);
		expect(await readKedua(ctx, setengah.token)).toBeNull();
	});

	it('kode yang sama tidak berlaku dua kali, juga bila dikirim serentak', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const [a, b] = [await sandiBenar(ctx, orang), await sandiBenar(ctx, orang)];
		const kode = orang.kode();
		const hasil = await Promise.all([kedua(ctx, a.token, kode), kedua(ctx, b.token, kode)]);
		expect(hasil.filter((h) => h.ok)).toHaveLength(1);
		expect(hasil.find((h) => !h.ok)).toEqual({ ok: false, reason: 'kode_salah' });
	});

	it('kode pemulihan berlaku sekali, bagaimanapun diketik', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const ketik = ` ${(orang.pemulihan[0] ?? '').toUpperCase().replaceAll('-', ' ')} `;
		expect((await kedua(ctx, (await sandiBenar(ctx, orang)).token, ketik)).ok).toBe(true);
		expect(await kedua(ctx, (await sandiBenar(ctx, orang)).token, ketik)).toEqual({
			ok: false,
			reason: 'kode_salah',
		});
		expect((await listFaktor(orang.ctx, orang.ctx.who)).pemulihan).toBe(9);
		const baru = await renewPemulihan(orang.ctx);
		expect(baru).toMatchObject({ ok: true });
		expect((await kedua(ctx, (await sandiBenar(ctx, orang)).token, orang.pemulihan[1] ?? '')).ok).toBe(false);
	});

	it('lima percobaan saja untuk satu masuk, sepuluh dari satu jaringan; pemilik di jaringan lain tetap masuk', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const satu = await sandiBenar(ctx, orang);
		for (let i = 0; i < 5; i++)
			expect(await kedua(ctx, satu.token, '000000')).toEqual({ ok: false, reason: 'kode_salah' });
		expect(await kedua(ctx, satu.token, orang.kode())).toEqual({ ok: false, reason: 'langkah_kedaluwarsa' });
		const dua = await sandiBenar(ctx, orang);
		for (let i = 0; i < 5; i++) await kedua(ctx, dua.token, '000000');
		const tiga = await sandiBenar(ctx, orang);
		expect(await kedua(ctx, tiga.token, orang.kode())).toEqual({ ok: false, reason: 'terlalu_sering' });
		const lain = await sandiBenar(ctx, orang, '198.51.100.7');
		expect((await kedua(ctx, lain.token, orang.kode(), '198.51.100.7')).ok).toBe(true);
	});

	it('langkah kedua hanya menunggu sepuluh menit', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const setengah = await sandiBenar(ctx, orang);
		ctx.maju(601);
		expect(await kedua(ctx, setengah.token, orang.kode())).toEqual({
			ok: false,
			reason: 'langkah_kedaluwarsa',
		});
	});

	it('setel ulang kata sandi tidak melewati langkah kedua', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const tautan = await ctx.db
			.transaction()
			.execute((trx) => issueTautan(trx, 'setel_ulang', orang.id, ctx.clock()));
		const hasil = await redeemTautan(ctx, {
			token: tautan.replace('/tautan/', ''),
			sandi: 'kapal kayu menuju seberang',
			...asalUji,
		});
		expect(hasil).toMatchObject({ ok: true, value: { langkah: 'kedua' } });
		expect(hasil.ok && (await kedua(ctx, hasil.value.token, orang.kode())).ok).toBe(true);
	});

	it('melepas meminta bukti segar dan kata sandi; sesudahnya sandi saja cukup dan kode pemulihan hilang', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const lepas = (c: Ctx, sandi: string) =>
			removeFaktor(c, { faktor: 'kode', sandi, alamat: asalUji.alamat });
		expect(await lepas(orang.ctx, 'keliru')).toEqual({ ok: false, reason: 'sandi_salah' });
		ctx.maju(601);
		expect(await lepas(orang.ctx, sandiUji)).toEqual({ ok: false, reason: 'perlu_penegasan' });
		const tegas = await assertDiri(orang.ctx, { jawaban: { kode: orang.kode() }, alamat: asalUji.alamat });
		const who = tegas.ok ? await readSesi(ctx, tegas.value.token) : null;
		if (!who) throw new Error('penegasan gagal');
		expect(await lepas({ ...ctx, who }, sandiUji)).toEqual({ ok: true });
		expect(await listFaktor(ctx, who)).toMatchObject({ kode: null, pemulihan: 0 });
		expect(await sandiBenar(ctx, orang)).toMatchObject({ langkah: 'selesai' });
	});

	it('yang kehilangan semuanya dilepas operator mesin: semua sesinya ditutup, sandi saja cukup', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const { token } = await ctx.db
			.transaction()
			.execute((trx) => startSesi(trx, orang.id, asalUji, ctx.clock()));
		expect(await resetFaktor(ctx, orang.surel.toUpperCase())).toEqual({
			ok: true,
			value: { kode: true, kunci: 0 },
		});
		expect(await readSesi(ctx, token)).toBeNull();
		expect(await sandiBenar(ctx, orang)).toMatchObject({ langkah: 'selesai' });
		expect(await resetFaktor(ctx, 'tidak.ada@uji.go.id')).toEqual({ ok: false, reason: 'orang_tidak_ada' });
		await expect(resetFaktor(orang.ctx, orang.surel)).rejects.toThrow('operator');
	});

	it('rahasia yang disegel kunci lain ditolak tanpa galat tak terduga; kode pemulihan tetap berlaku', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await pasang(ctx);
		const lain = { ...ctx, setelan: { ...ctx.setelan, kunciRahasia: Buffer.alloc(32, 9) } };
		const setengah = await sandiBenar(ctx, orang);
		expect(await kedua(lain, setengah.token, orang.kode())).toEqual({ ok: false, reason: 'kode_salah' });
		expect((await kedua(lain, setengah.token, orang.pemulihan[0] ?? '')).ok).toBe(true);
	});
});
