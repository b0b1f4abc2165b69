import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { judgeBukti } from '#features/bukti/judge-bukti.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { hariIni, isJendela, listHalangan, tahapBerikut } from './alur.rules.ts';
import { openPutaran, openPutaranNasional } from './open-putaran.ts';
import { alatUji, buatKota, isiSemua, type KotaUji, lakukan, titip } from './penilaian.testing.ts';
import { readBeritaAcara } from './read-berita-acara.ts';
import { readMeja } from './read-meja.ts';
import { readPenilaian } from './read-penilaian.ts';
import { recordNilai } from './record-nilai.ts';
import { reviewNilai } from './review-nilai.ts';
import { writeUtas } from './write-utas.ts';

describe('aturan alur', () => {
	it('hari berakhir menurut waktu Indonesia barat', () => {
		expect(hariIni(new Date('2026-11-24T16:59:00Z'))).toBe('2026-11-24');
		expect(hariIni(new Date('2026-11-24T17:00:00Z'))).toBe('2026-11-25');
	});
	it('jendela sanggah terbuka pada hari pertama sampai hari terakhirnya', () => {
		const jadwal = [{ tahap: 'sanggah', mulai: '2026-11-20', selesai: '2026-11-24' }];
		const buka = (kini: string) => isJendela({ jadwal, kini }, 'sanggah');
		expect(['2026-11-19', '2026-11-20', '2026-11-24', '2026-11-25'].map(buka)).toEqual([
			false,
			true,
			true,
			false,
		]);
	});
	it.each([
		['evaluasi', [], 'dokumen', 'interviu'],
		['pemantauan', [], 'dokumen', 'reviu'],
		['evaluasi', [], 'interviu', 'reviu'],
		['evaluasi', ['visitasi'], 'interviu', 'visitasi'],
		['evaluasi', ['visitasi'], 'visitasi', 'reviu'],
		['evaluasi', [], 'reviu', 'penetapan'],
	] as const)('%s dengan jadwal %j: sesudah %s adalah %s', (jenis, tahap, dari, ke) => {
		const jadwal = tahap.map((t) => ({ tahap: t, mulai: '2026-01-01', selesai: '2026-01-02' }));
		expect(tahapBerikut({ tahap: dari, jenis, jadwal })).toBe(ke);
	});
	it('halangan menyebut berapa yang kurang, dan tidak ada bila semua lengkap', () => {
		const h = { indikator: 47, terjawab: 45, diajukan: 3, dikembalikan: 2, valid: 40, sanggahanTerbuka: 1 };
		const di = (tahap: string) => listHalangan({ tahap, langkah: 'pengisian' }, h);
		expect(di('mandiri')).toEqual([
			{ sebab: 'belum_dijawab', banyak: 2 },
			{ sebab: 'bukti_dikembalikan', banyak: 2 },
		]);
		expect(di('dokumen')).toEqual([
			{ sebab: 'bukti_belum_diputus', banyak: 3 },
			{ sebab: 'sanggahan_belum_dijawab', banyak: 1 },
		]);
		expect(di('reviu')).toEqual([
			{ sebab: 'belum_valid', banyak: 7 },
			{ sebab: 'sanggahan_belum_dijawab', banyak: 1 },
		]);
		expect(
			listHalangan({ tahap: 'reviu', langkah: 'terkirim' }, { ...h, valid: 47, sanggahanTerbuka: 0 }),
		).toEqual([]);
	});
});

const mandiri = { tahap: 'mandiri', mulai: '2026-07-01', selesai: '2026-12-15' } as const;

describeDatabase('alur satu penilaian', (get) => {
	interface Tokoh {
		kota: KotaUji;
		kunci: { instansiId: number; penilaianId: number };
		entri: Ctx;
		pj: Ctx;
		koordinator: Ctx;
		asesor: Ctx;
		reviu: Ctx;
		nasional: Ctx;
	}

	async function siapkan(instrumen: string, tahun: number, nasional = true): Promise<Tokoh> {
		const kota = await buatKota(get().ctx);
		const tokoh = {
			kota,
			entri: await kota.sebagai('entri', { peran: 'entri_data' }),
			pj: await kota.sebagai('pj', { peran: 'penanggung_jawab' }),
			koordinator: await kota.sebagai('koordinator', {}),
			asesor: await kota.sebagai('asesor', { peran: 'asesor_eksternal' }),
			reviu: await kota.sebagai('reviu', { peran: 'tim_reviu', instansiId: null }),
			nasional: await kota.sebagai('nasional', { peran: 'admin_nasional', instansiId: null }),
		};
		const dasar = {
			nama: `Putaran ${tahun}`,
			tahun,
			jenis: 'evaluasi' as const,
			instrumen,
			tahap: [mandiri, { tahap: 'sanggah' as const, mulai: '2026-11-20', selesai: '2026-11-30' }],
		};
		if (nasional) {
			const nama = (
				await get()
					.ctx.db.selectFrom('instansi')
					.select('nama')
					.where('id', '=', kota.id)
					.executeTakeFirstOrThrow()
			).nama;
			const buka = await openPutaranNasional(tokoh.nasional, {
				...dasar,
				pesertaJenis: [],
				pesertaNama: [nama],
			});
			expect(buka).toMatchObject({ ok: true, value: { peserta: 1 } });
		} else {
			const buka = await openPutaran(tokoh.koordinator, { ...dasar, instansiId: kota.id });
			expect(buka.ok).toBe(true);
		}
		const { id } = await get()
			.ctx.db.selectFrom('penilaian')
			.select('id')
			.where('instansi_id', '=', kota.id)
			.executeTakeFirstOrThrow();
		return { ...tokoh, kunci: { instansiId: kota.id, penilaianId: id } };
	}

	const buka = (ctx: Ctx, { kunci }: Tokoh) =>
		readPenilaian(ctx, { instansiId: kunci.instansiId, id: kunci.penilaianId });
	const dasar = async (t: Tokoh) => {
		const p = await buka(t.nasional, t);
		return new Map(p.ok ? p.value.baris.map((b) => [b.id, b.nilaiId] as const) : []);
	};

	async function sampaiTerkirim(t: Tokoh, instrumen: string): Promise<void> {
		await isiSemua(t.entri, { ...t.kunci, instrumen, nilai: '3' });
		expect((await lakukan(t.entri, t.kunci, 'serahkan')).ok).toBe(true);
		expect((await lakukan(t.pj, t.kunci, 'setujui')).ok).toBe(true);
		expect((await lakukan(t.koordinator, t.kunci, 'tandatangani')).ok).toBe(true);
		expect(await lakukan(t.koordinator, t.kunci, 'kirim')).toEqual({
			ok: true,
			value: { tahap: 'dokumen', langkah: 'terkirim' },
		});
	}

	it.each([
		['spbe-2020', 2025, 'I29', 'D3'],
		['pemdi-2026', 2026, 'I12', 'A4'],
	])(
		'%s: dari pengisian sampai penetapan terbit di hasil publik',
		async (instrumen, tahun, indikator, simpul) => {
			const t = await siapkan(instrumen, tahun);
			const kosong = await lakukan(t.entri, t.kunci, 'serahkan');
			expect(kosong).toMatchObject({ ok: false, reason: 'ada_halangan' });
			const bukti = await saveBukti(t.entri, {
				...t.kunci,
				indikator,
				tingkat: 3,
				judul: '',
				berkas: await titip(t.entri, `%PDF-1.7 ${t.kota.id}`),
				tautan: '',
				catatan: '',
				penunjuk: 'hlm. 12',
				tanggal: '2026-01-05',
				berlakuSampai: null,
				ajukan: true,
			});
			expect(bukti).toMatchObject({ ok: true, value: { status: 'diajukan' } });
			const buktiId = bukti.ok ? bukti.value.id : 0;
			await sampaiTerkirim(t, instrumen);
			expect(await isiNilai(t.entri, t, indikator, '4')).toEqual({ ok: false, reason: 'tahap_lewat' });

			await buka(t.asesor, t);
			expect(await lakukan(t.koordinator, t.kunci, 'tarik')).toEqual({ ok: false, reason: 'sudah_dibaca' });
			expect(await lakukan(t.asesor, t.kunci, 'majukan')).toMatchObject({
				reason: 'ada_halangan',
				halangan: [{ sebab: 'bukti_belum_diputus', banyak: 1 }],
			});
			const putusan = { ...t.kunci, bukti: [{ id: buktiId, revisi: 1 }], catatan: '' };
			expect((await judgeBukti(t.asesor, { ...putusan, putusan: 'diterima', alasan: null })).ok).toBe(true);
			expect(await isiNilai(t.asesor, t, indikator, '2', '')).toEqual({
				ok: false,
				reason: 'justifikasi_kosong',
			});
			expect((await isiNilai(t.asesor, t, indikator, '2', 'Bukti tidak mencakup semua unit')).ok).toBe(true);
			expect(await lakukan(t.asesor, t.kunci, 'majukan')).toMatchObject({ value: { tahap: 'interviu' } });

			const utas = { ...t.kunci, indikator, balasId: null, putusan: null };
			expect(
				(await writeUtas(t.asesor, { ...utas, jenis: 'pertanyaan', isi: 'Siapa yang mengaudit?' })).ok,
			).toBe(true);
			expect(await writeUtas(t.entri, { ...utas, jenis: 'sanggahan', isi: 'x' })).toEqual({
				ok: false,
				reason: 'tidak_berwenang',
			});
			const sanggah = await writeUtas(t.koordinator, {
				...utas,
				jenis: 'sanggahan',
				isi: 'Semua unit tercakup, lihat hlm. 12.',
			});
			expect(sanggah.ok).toBe(true);
			expect(await lakukan(t.asesor, t.kunci, 'majukan')).toMatchObject({
				halangan: [{ sebab: 'sanggahan_belum_dijawab', banyak: 1 }],
			});
			const balasId = sanggah.ok ? sanggah.value.id : 0;
			const jawab = { ...utas, jenis: 'jawaban' as const, balasId, isi: 'Benar, diterima.' };
			expect(await writeUtas(t.asesor, jawab)).toEqual({ ok: false, reason: 'putusan_kosong' });
			expect((await writeUtas(t.asesor, { ...jawab, putusan: 'diterima' })).ok).toBe(true);
			expect((await isiNilai(t.asesor, t, indikator, '3', 'Sanggahan diterima')).ok).toBe(true);
			expect(await lakukan(t.asesor, t.kunci, 'majukan')).toMatchObject({ value: { tahap: 'reviu' } });

			const meja = await readMeja(t.nasional, {
				instansiId: t.kunci.instansiId,
				id: t.kunci.penilaianId,
				indikator,
			});
			expect(meja.ok && meja.value.riwayat.map((r) => [r.tahap, r.nilai])).toEqual([
				['interviu', 300],
				['dokumen', 200],
				['mandiri', 300],
			]);

			const nilai = await dasar(t);
			const semua = [...nilai].map(([id, nilaiId]) => ({ indikator: id, nilaiId }));
			expect(await reviewNilai(t.asesor, { ...t.kunci, butir: semua, putusan: 'valid', alasan: '' })).toEqual(
				{ ok: false, reason: 'tidak_berwenang' },
			);
			expect(
				(await reviewNilai(t.reviu, { ...t.kunci, butir: semua.slice(1), putusan: 'valid', alasan: '' })).ok,
			).toBe(true);
			expect(
				await reviewNilai(t.reviu, {
					...t.kunci,
					butir: semua.slice(0, 1),
					putusan: 'tidak_valid',
					alasan: '',
				}),
			).toEqual({ ok: false, reason: 'alasan_kosong' });
			expect(await lakukan(t.reviu, t.kunci, 'majukan')).toMatchObject({
				halangan: [{ sebab: 'belum_valid', banyak: 1 }],
			});
			expect(
				(await reviewNilai(t.reviu, { ...t.kunci, butir: semua.slice(0, 1), putusan: 'valid', alasan: '' }))
					.ok,
			).toBe(true);
			expect(await lakukan(t.reviu, t.kunci, 'majukan')).toMatchObject({ value: { tahap: 'penetapan' } });

			expect((await lakukan(t.reviu, t.kunci, 'usulkan')).ok).toBe(true);
			expect(await lakukan(t.reviu, t.kunci, 'tetapkan')).toEqual({ ok: false, reason: 'orang_kedua' });
			expect(await lakukan(t.nasional, t.kunci, 'tetapkan')).toMatchObject({ value: { tahap: 'selesai' } });
			const terbit = await get()
				.ctx.db.selectFrom('hasil')
				.innerJoin('hasil_nilai', 'hasil_nilai.hasil_id', 'hasil.id')
				.select(['hasil.indeks', 'hasil.predikat', 'hasil.tahun', 'hasil.status', 'hasil_nilai.nilai'])
				.where('hasil.instansi_id', '=', t.kota.id)
				.where('hasil_nilai.simpul', '=', simpul)
				.execute();
			expect(terbit).toEqual([{ indeks: 300, predikat: 'Baik', tahun, status: 'cocok', nilai: 300 }]);
			expect((await verifyActivity(get().ctx.db)).masalah).toEqual([]);
		},
	);

	const isiNilai = async (ctx: Ctx, t: Tokoh, indikator: string, nilai: string, justifikasi = '') =>
		recordNilai(ctx, {
			...t.kunci,
			indikator,
			nilai,
			fakta: 'f',
			analisis: 'a',
			justifikasi,
			luar: '',
			dasar: (await dasar(t)).get(indikator) ?? '0',
		});

	it('yang disetujui dapat dikembalikan ke pengisian; tanda tangannya gugur, nilainya tetap', async () => {
		const t = await siapkan('pemdi-2026', 2026);
		await isiSemua(t.entri, { ...t.kunci, instrumen: 'pemdi-2026', nilai: '2,5' });
		await lakukan(t.entri, t.kunci, 'serahkan');
		expect(await isiNilai(t.entri, t, 'I01', '3')).toEqual({ ok: false, reason: 'sedang_diperiksa' });
		expect(await lakukan(t.koordinator, t.kunci, 'setujui')).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		await lakukan(t.pj, t.kunci, 'setujui');
		expect(await lakukan(t.koordinator, t.kunci, 'tandatangani', { publikasi: false })).toEqual({
			ok: false,
			reason: 'persetujuan_publikasi_kosong',
		});
		await lakukan(t.koordinator, t.kunci, 'tandatangani');
		const ba = await readBeritaAcara(t.koordinator, {
			instansiId: t.kunci.instansiId,
			id: t.kunci.penilaianId,
		});
		expect(ba.ok && [ba.value.skor.indeks, ba.value.tanda?.nama, ba.value.publikasi]).toEqual([
			'2.50',
			'koordinator',
			true,
		]);
		expect(await lakukan(t.pj, t.kunci, 'kembalikan', { alasan: ' ' })).toEqual({
			ok: false,
			reason: 'alasan_balik_kosong',
		});
		expect(await lakukan(t.pj, t.kunci, 'kembalikan')).toMatchObject({
			value: { tahap: 'mandiri', langkah: 'pengisian' },
		});
		const p = await buka(t.koordinator, t);
		expect(p.ok && [p.value.alur.tandaTangan, p.value.skor?.indeks]).toEqual([[], '2.50']);
		expect((await isiNilai(t.entri, t, 'I01', '3')).ok).toBe(true);
	});

	it('yang terkirim dapat ditarik sampai ada yang membacanya dari luar', async () => {
		const t = await siapkan('pemdi-2026', 2026);
		await sampaiTerkirim(t, 'pemdi-2026');
		await buka(t.koordinator, t);
		expect(await lakukan(t.koordinator, t.kunci, 'tarik')).toMatchObject({
			value: { tahap: 'mandiri', langkah: 'pengisian' },
		});
	});

	it('usul penetapan gugur bila nilainya berubah, dan latihan sendiri tidak terbit', async () => {
		const t = await siapkan('pemdi-2026', 2026, false);
		await sampaiTerkirim(t, 'pemdi-2026');
		const internal = await t.kota.sebagai('internal', { peran: 'asesor_internal' });
		const pimpinan = await t.kota.sebagai('pimpinan', { peran: 'pimpinan' });
		expect(await lakukan(t.entri, t.kunci, 'majukan')).toEqual({ ok: false, reason: 'tidak_berwenang' });
		await lakukan(internal, t.kunci, 'majukan');
		expect((await isiNilai(internal, t, 'I02', '2,75', 'kurang bukti')).ok).toBe(true);
		await lakukan(internal, t.kunci, 'majukan');
		const butir = [...(await dasar(t))].map(([id, nilaiId]) => ({ indikator: id, nilaiId }));
		expect((await reviewNilai(internal, { ...t.kunci, butir, putusan: 'valid', alasan: '' })).ok).toBe(true);
		expect(await lakukan(internal, t.kunci, 'majukan')).toMatchObject({ value: { tahap: 'penetapan' } });
		await lakukan(t.koordinator, t.kunci, 'usulkan');
		await sql`insert into nilai (instansi_id, penilaian_id, tahap, indikator, nilai, orang_id, waktu)
			select instansi_id, penilaian_id, 'reviu', 'I02', 500, orang_id, waktu from nilai where penilaian_id = ${t.kunci.penilaianId} limit 1`.execute(
			get().ctx.db,
		);
		expect(await lakukan(pimpinan, t.kunci, 'tetapkan')).toEqual({ ok: false, reason: 'usul_berubah' });
		expect((await lakukan(t.koordinator, t.kunci, 'usulkan')).ok).toBe(true);
		expect(await lakukan(pimpinan, t.kunci, 'tetapkan')).toMatchObject({ value: { tahap: 'selesai' } });
		const hasil = await get()
			.ctx.db.selectFrom('hasil')
			.select('id')
			.where('instansi_id', '=', t.kota.id)
			.execute();
		expect(hasil).toEqual([]);
	});

	it('putaran nasional menolak nama yang tidak dikenal dan instrumen yang bukan milik tahunnya', async () => {
		const kota = await buatKota(get().ctx);
		const nasional = await kota.sebagai('nasional', { peran: 'admin_nasional', instansiId: null });
		const dasar = { nama: 'x', tahun: 2026, jenis: 'evaluasi' as const, tahap: [mandiri], pesertaJenis: [] };
		expect(
			await openPutaranNasional(nasional, { ...dasar, instrumen: 'pemdi-2026', pesertaNama: ['Kota Antah'] }),
		).toEqual({ ok: false, reason: 'peserta_tidak_dikenal', nama: ['Kota Antah'] });
		expect(
			await openPutaranNasional(nasional, { ...dasar, instrumen: 'spbe-2020', pesertaNama: ['kota-uji-1'] }),
		).toEqual({ ok: false, reason: 'bukan_instrumen_tahun' });
		const koordinator = await kota.sebagai('koordinator', {});
		expect(
			await openPutaranNasional(koordinator, {
				...dasar,
				instrumen: 'pemdi-2026',
				pesertaNama: ['kota-uji-1'],
			}),
		).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(alatUji('pemdi-2026').tahun).toContain(2026);
	});
});
