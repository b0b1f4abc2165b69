import { expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { answerKedua } from '../answer-kedua.ts';
import { assertDiri } from '../assert-diri.ts';
import { openSesi } from '../open-sesi.ts';
import { asalUji, buatOrang, jamUji, type OrangUji, sandiUji } from '../orang.testing.ts';
import { createAutentikator } from './autentikator.testing.ts';
import { bacaJawabanDaftar, bacaJawabanMasuk } from './kunci.schema.ts';
import { listFaktor } from './list-faktor.ts';
import { offerDaftar, offerKedua, offerMasuk, offerTegas } from './offer-kunci.ts';
import { openSesiKunci } from './open-sesi-kunci.ts';
import { registerKunci } from './register-kunci.ts';
import { removeFaktor } from './remove-faktor.ts';

const rp = { id: 'localhost', origin: 'http://localhost:3000' };
const { alamat } = asalUji;

const tantangan = (
	hasil: { ok: true; value: { challenge: string } } | { ok: false; reason: string },
): string => {
	if (!hasil.ok) throw new Error(hasil.reason);
	return hasil.value.challenge;
};

describeDatabase('kunci sandi', (get) => {
	const daftar = async (orang: OrangUji, nama = 'Ponsel') => {
		const alat = createAutentikator(rp);
		const jawaban = alat.daftar(tantangan(await offerDaftar(orang.ctx, rp)));
		return { alat, jawaban, hasil: await registerKunci(orang.ctx, { nama, jawaban, rp }) };
	};
	const masuk = (ctx: Ctx, jawaban: ReturnType<ReturnType<typeof createAutentikator>['masuk']>) =>
		openSesiKunci(ctx, { jawaban, rp, ...asalUji });

	it('didaftarkan dengan nama, lalu membuka sesi tanpa sandi dan tanpa langkah kedua', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		const { alat, hasil } = await daftar(orang, ' Ponsel\nkantor ');
		expect(hasil.ok && hasil.value.pemulihan).toHaveLength(10);
		expect((await listFaktor(ctx, orang.ctx.who)).daftarKunci).toMatchObject([
			{ nama: 'Ponsel kantor', terakhir: null },
		]);
		const sesi = await masuk(ctx, alat.masuk(tantangan(await offerMasuk(ctx, rp, alamat))));
		expect(sesi).toMatchObject({ ok: true, value: { langkah: 'selesai', orangId: orang.id } });
		expect((await daftar(orang, 'Laptop')).hasil).toEqual({ ok: true, value: { pemulihan: null } });
	});

	it('tantangan hanya berlaku sekali, lima menit, dan untuk gunanya', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		const { alat, jawaban } = await daftar(orang);
		expect(await registerKunci(orang.ctx, { nama: 'lagi', jawaban, rp })).toEqual({
			ok: false,
			reason: 'kunci_ditolak',
		});
		const t = tantangan(await offerMasuk(ctx, rp, alamat));
		expect((await masuk(ctx, alat.masuk(t))).ok).toBe(true);
		expect(await masuk(ctx, alat.masuk(t))).toEqual({ ok: false, reason: 'kunci_ditolak' });
		expect((await masuk(ctx, alat.masuk(tantangan(await offerTegas(orang.ctx, rp))))).ok).toBe(false);
		expect((await masuk(ctx, alat.masuk('dGFudGFuZ2FuIHNlbmRpcmk'))).ok).toBe(false);
		const lama = tantangan(await offerMasuk(ctx, rp, alamat));
		ctx.maju(301);
		expect((await masuk(ctx, alat.masuk(lama))).ok).toBe(false);
	});

	it('ditolak dari alamat lain, tanpa pemilik terverifikasi, atau dengan hitungan mundur', async () => {
		const ctx = jamUji(get().ctx);
		const { alat } = await daftar(await buatOrang(ctx));
		const t = async () => tantangan(await offerMasuk(ctx, rp, alamat));
		expect((await masuk(ctx, alat.masuk(await t(), { origin: 'http://penipu.example' }))).ok).toBe(false);
		expect((await masuk(ctx, alat.masuk(await t(), { terverifikasi: false }))).ok).toBe(false);
		expect((await masuk(ctx, alat.masuk(await t(), { n: 7 }))).ok).toBe(true);
		expect((await masuk(ctx, alat.masuk(await t(), { n: 7 }))).ok).toBe(false);
		expect((await masuk(ctx, alat.masuk(await t(), { n: 3 }))).ok).toBe(false);
		const palsu = createAutentikator(rp).masuk(await t());
		expect((await masuk(ctx, { ...palsu, id: alat.id, rawId: alat.id })).ok).toBe(false);
	});

	it('menjadi langkah kedua sesudah sandi, tetapi hanya kunci milik orangnya', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		const lain = await buatOrang(ctx);
		const [{ alat }, { alat: alatLain }] = [await daftar(orang), await daftar(lain)];
		const sandi = await openSesi(ctx, { surel: orang.surel, sandi: sandiUji, ...asalUji });
		if (!sandi.ok || sandi.value.langkah !== 'kedua') throw new Error('langkah kedua tidak diminta');
		const jawab = async (a: typeof alat) => {
			const t = tantangan(await offerKedua(ctx, rp, sandi.value.token));
			const jawaban = a.masuk(t, { terverifikasi: false });
			return await answerKedua(ctx, { token: sandi.value.token, jawaban: { jawaban, rp }, ...asalUji });
		};
		expect(await jawab(alatLain)).toEqual({ ok: false, reason: 'kunci_ditolak' });
		expect(await jawab(alat)).toMatchObject({ ok: true, value: { langkah: 'selesai' } });
	});

	it('menegaskan siapa yang masuk; yang dilepas tidak membuka apa pun lagi', async () => {
		const ctx = jamUji(get().ctx);
		const orang = await buatOrang(ctx);
		const { alat } = await daftar(orang);
		const jawaban = alat.masuk(tantangan(await offerTegas(orang.ctx, rp)));
		expect((await assertDiri(orang.ctx, { jawaban: { jawaban, rp }, alamat })).ok).toBe(true);
		const [kunci] = (await listFaktor(ctx, orang.ctx.who)).daftarKunci;
		const lepas = (o: OrangUji) =>
			removeFaktor(o.ctx, { faktor: { kunciId: kunci?.id ?? 0 }, sandi: sandiUji, alamat });
		expect(await lepas(await buatOrang(ctx))).toEqual({ ok: false, reason: 'faktor_tidak_ada' });
		expect(await lepas(orang)).toEqual({ ok: true });
		expect((await masuk(ctx, alat.masuk(tantangan(await offerMasuk(ctx, rp, alamat))))).ok).toBe(false);
		expect((await listFaktor(ctx, orang.ctx.who)).pemulihan).toBe(0);
	});

	it('tantangan untuk siapa saja dibatasi per jaringan', async () => {
		const { ctx } = get();
		const dari = '192.0.2.77';
		await ctx.db
			.insertInto('percobaan')
			.values({ kunci: `tantangan ${dari}`, banyak: 299, sejak: ctx.clock() })
			.execute();
		expect((await offerMasuk(ctx, rp, dari)).ok).toBe(true);
		expect(await offerMasuk(ctx, rp, dari)).toEqual({ ok: false, reason: 'terlalu_sering' });
		expect((await offerMasuk(ctx, rp, '192.0.2.78')).ok).toBe(true);
	});

	it.each(['', '{', 'null', '[]', '{"id":"x"}', JSON.stringify({ id: 'a b', rawId: 1 })])(
		'jawaban yang bukan jawaban ditolak: %j',
		(teks) => {
			expect(bacaJawabanMasuk(teks)).toBeNull();
			expect(bacaJawabanDaftar(teks)).toBeNull();
		},
	);
});
