import { beforeAll, describe, expect, it } from 'vitest';
import { readCakupan, recordCakupan } from '#features/bukti/record-cakupan.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua, type KotaUji, lakukan } from '#features/penilaian/penilaian.testing.ts';
import { readMeja } from '#features/penilaian/read-meja.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { gabungTeks } from './luring.rules.ts';
import { kunciOrang } from './orang-kunci.ts';
import { sendKiriman } from './send-kiriman.ts';

describe('menggabungkan dua tulisan', () => {
	it.each([
		['sama', 'sama', 'sama'],
		['', 'milikku', 'milikku'],
		['tersimpan', '', 'tersimpan'],
		['satu dua', 'dua', 'satu dua'],
		['satu', 'satu dua', 'satu dua'],
		['mereka', 'saya', 'mereka\n\nsaya'],
	])('%j dan %j menjadi %j', (a, b, hasil) => expect(gabungTeks(a, b)).toBe(hasil));
});

describeDatabase('kiriman dari perangkat', (get) => {
	let kota: KotaUji;
	let koordinator: Ctx;
	let tempat: { instansiId: number; penilaianId: number };

	beforeAll(async () => {
		kota = await buatKota(get().ctx);
		koordinator = await kota.sebagai('koordinator', {});
		const buka = await openPutaran(koordinator, {
			instansiId: kota.id,
			nama: 'Latihan 2026',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'spbe-2020',
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!buka.ok) throw new Error(buka.reason);
		tempat = { instansiId: kota.id, penilaianId: buka.value.penilaianId };
	});
	const idOf = (ctx: Ctx) => (ctx.who.jenis === 'orang' ? ctx.who.id : 0);
	const kirim = (
		indikator: string,
		isi: Record<string, string>,
		ctx = koordinator,
		orang = kunciOrang(idOf(ctx)),
	) => {
		const form = new FormData();
		const bawaan = { kunci: `kunci-uji-${indikator}-00`, formulir: 'nilai', dasar: '0', nilai: '3', orang };
		for (const [nama, nilai] of Object.entries({ ...bawaan, ...isi })) form.set(nama, nilai);
		return sendKiriman(ctx, { ...tempat, indikator, form });
	};
	const riwayat = async (indikator: string) => {
		const meja = await readMeja(koordinator, { instansiId: kota.id, id: tempat.penilaianId, indikator });
		if (!meja.ok) throw new Error(meja.reason);
		return meja.value;
	};

	it('kiriman yang datang dua kali berakibat sekali, dan dijawab sama', async () => {
		const pertama = await kirim('I01', { fakta: 'Perwali' });
		expect(pertama.ok).toBe(true);
		expect(await kirim('I01', { fakta: 'Perwali' })).toEqual(pertama);
		expect((await riwayat('I01')).riwayat.length).toBe(1);
		expect(await kirim('I01', { fakta: 'Isi lain' })).toEqual({ ok: false, reason: 'kunci_terpakai' });
	});

	it('dua yang datang bersamaan pun berakibat sekali', async () => {
		const hasil = await Promise.all(Array.from({ length: 5 }, () => kirim('I02', { fakta: 'Bersamaan' })));
		expect(new Set(hasil.map((h) => JSON.stringify(h))).size).toBe(1);
		expect(hasil[0]?.ok).toBe(true);
		expect((await riwayat('I02')).riwayat.length).toBe(1);
	});

	it('penolakan tidak diingat: setelah diperbaiki kunci yang sama boleh dipakai', async () => {
		expect(await kirim('I03', { nilai: '9' })).toMatchObject({ ok: false, reason: 'nilai_tidak_sah' });
		expect((await kirim('I03', { nilai: '4' })).ok).toBe(true);
	});

	it('kunci yang sama milik orang lain tidak bersinggungan', async () => {
		const lain = await kota.sebagai('lain', {});
		expect((await kirim('I04', {})).ok).toBe(true);
		expect(await kirim('I04', {}, lain)).toEqual({ ok: false, reason: 'bentrok' });
	});

	it('tulisan orang lain di perangkat yang sama tidak terkirim atas nama yang masuk', async () => {
		const lain = await kota.sebagai('lain', {});
		const hasil = await kirim('I05', {}, lain, kunciOrang(idOf(koordinator)));
		expect(hasil).toEqual({ ok: false, reason: 'orang_lain' });
		expect(await kirim('I05', {}, get().ctx)).toEqual({ ok: false, reason: 'belum_masuk' });
		expect((await riwayat('I05')).riwayat).toEqual([]);
	});

	it.each([
		['tanpa kunci', { kunci: '' }],
		['kunci berhuruf aneh', { kunci: "x' or 1=1 --aaaaaaaa" }],
		['formulir yang tidak ada', { formulir: 'lain' }],
		['jenis percakapan yang tidak ada', { formulir: 'utas', jenis: 'x' }],
	])('%s ditolak dengan sebabnya', async (_, isi) => {
		expect(await kirim('I06', isi as Record<string, string>)).toEqual({
			ok: false,
			reason: 'kiriman_tidak_sah',
		});
	});

	it('komentar yang dikirim dua kali tertulis sekali', async () => {
		const isi = { formulir: 'utas', jenis: 'komentar', isi: 'Mohon daftarnya' };
		const pertama = await kirim('I07', isi);
		expect(await kirim('I07', isi)).toEqual(pertama);
		expect((await riwayat('I07')).utas.length).toBe(1);
	});

	it('tanpa hak di indikator itu kirimannya ditolak dan tidak meninggalkan apa pun', async () => {
		const pimpinan = await kota.sebagai('pimpinan', { peran: 'pimpinan' });
		expect(await kirim('I08', {}, pimpinan)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		const sisa = await get()
			.ctx.db.selectFrom('kiriman')
			.select('kunci')
			.where('orang_id', '=', idOf(pimpinan))
			.execute();
		expect(sisa).toEqual([]);
	});

	it('tautan, catatan, dan cakupan yang dilihat orang luar tercatat; yang dilihat orang dalam tidak', async () => {
		const bukti = await saveBukti(koordinator, {
			...tempat,
			indikator: 'I10',
			tingkat: 1,
			ajukan: true,
			judul: 'Laman SPBE',
			penunjuk: '',
			tautan: 'https://contoh.go.id/spbe',
			catatan: '',
			tanggal: null,
			berlakuSampai: null,
		});
		if (!bukti.ok) throw new Error(bukti.reason);
		const unit = await kota.unit('Kelurahan Damai');
		const baris = [{ unitId: unit.id, keadaan: 'ya' as const, catatan: '' }];
		expect((await recordCakupan(koordinator, { ...tempat, indikator: 'I10', baris })).ok).toBe(true);
		const luar = await kota.sebagai('luar', { peran: 'asesor_eksternal' });
		const baca = async (ctx: Ctx) => {
			await readMeja(ctx, { instansiId: kota.id, id: tempat.penilaianId, indikator: 'I10' });
			await readCakupan(ctx, { ...tempat, indikator: 'I10' });
			const rows = await get()
				.ctx.db.selectFrom('activity')
				.select(['isi', 'objek'])
				.where('tindakan', '=', 'bukti.baca')
				.where('orang_id', '=', idOf(ctx))
				.orderBy('nomor')
				.execute();
			return rows.map((r) => ({ objek: r.objek, ...JSON.parse(r.isi).rincian }));
		};
		expect(await baca(koordinator)).toEqual([]);
		const objek = `penilaian/${tempat.penilaianId}/I10`;
		expect(await baca(luar)).toEqual([
			{ objek, bukti: expect.stringMatching(/^\d+\.1$/) },
			{ objek, cakupan: 1 },
		]);
	});

	it('yang sudah tersimpan tetap dijawab sama setelah penilaian diserahkan', async () => {
		const baru = await openPutaran(koordinator, {
			instansiId: kota.id,
			nama: 'Kedua',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'spbe-2020',
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!baru.ok) throw new Error(baru.reason);
		const lama = tempat;
		tempat = { instansiId: kota.id, penilaianId: baru.value.penilaianId };
		await isiSemua(koordinator, { ...tempat, instrumen: 'spbe-2020', nilai: '3' });
		const dasar = String((await riwayat('I09')).riwayat[0]?.id);
		const pertama = await kirim('I09', { dasar });
		expect(pertama.ok).toBe(true);
		expect((await lakukan(koordinator, tempat, 'serahkan')).ok).toBe(true);
		expect(await kirim('I09', { dasar })).toEqual(pertama);
		expect(await kirim('I09', { dasar, kunci: 'kunci-lain-0000000' })).toEqual({
			ok: false,
			reason: 'sedang_diperiksa',
		});
		tempat = lama;
	}, 60_000);
});
