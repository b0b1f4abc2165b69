import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import { projectDir } from '#platform/config.ts';
import type { Ctx, Orang, PeranBerlaku } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { assignIndikator, unassignIndikator } from './assign-indikator.ts';
import { listAntrean } from './list-antrean.ts';
import { openPutaran } from './open-putaran.ts';
import { bacaNilai, selisihHari, skorPenilaian } from './penilaian.rules.ts';
import { readMeja } from './read-meja.ts';
import { listPenilaian, readPenilaian } from './read-penilaian.ts';
import { recordNilai } from './record-nilai.ts';

const alat = (id: string) => requireInstrumen({ dir: { project: projectDir, data: '/tidak-ada' } }, id);

describe('aturan penilaian', () => {
	it('skor mengikuti instrumen putaran; yang belum dijawab memberi rentang', () => {
		const semua = new Map(
			alat('spbe-2020').domain.flatMap((d) =>
				d.aspek.flatMap((a) => a.indikator.map((i) => [i.id, 300] as const)),
			),
		);
		expect(skorPenilaian(alat('spbe-2020'), 2024, semua)).toMatchObject({
			skor: { indeks: '3.00', predikat: 'Baik' },
			terjawab: 47,
		});
		expect(skorPenilaian(alat('spbe-2020'), 2024, new Map())).toMatchObject({
			skor: { indeks: null, rentang: ['1.00', '5.00'] },
			terjawab: 0,
		});
	});
	it.each([
		['spbe-2020', '3', 300],
		['spbe-2020', '', null],
		['pemdi-2026', '2,75', 275],
	])('%s menerima %j sebagai %s', (id, teks, nilai) => {
		expect(bacaNilai(alat(id), 'I01', teks)).toEqual({ ok: true, nilai });
	});
	it.each([
		['spbe-2020', '2,5'],
		['spbe-2020', '6'],
		['pemdi-2026', '2,755'],
		['spbe-2020', 'tiga'],
	])('%s menolak %j dengan kalimat', (id, teks) => {
		expect(bacaNilai(alat(id), 'I01', teks)).toMatchObject({
			ok: false,
			reason: 'nilai_tidak_sah',
			pesan: expect.stringMatching(/harus|paling/),
		});
	});
	it('sisa hari dihitung dari tanggal, negatif bila lewat', () => {
		expect([selisihHari('2026-11-24', '2026-12-01'), selisihHari('2026-12-01', '2026-11-24')]).toEqual([
			7, -7,
		]);
	});
});

describeDatabase('putaran satu instansi', (get) => {
	let kota: number;
	let lain: number;
	let dinas: { id: number; jalur: string };
	let kelurahan: { id: number; jalur: string };
	const orangId: Record<string, number> = {};

	const sebagai = (nama: string, ...peran: Partial<PeranBerlaku>[]): Ctx => {
		const who: Orang = {
			jenis: 'orang',
			id: orangId[nama] ?? 0,
			nama,
			sesiId: 1,
			ditegaskan: new Date(),
			peran: peran.map((p) => ({ peran: 'koordinator', instansiId: kota, unitId: null, jalur: null, ...p })),
		};
		return { ...get().ctx, who };
	};
	const koordinator = () => sebagai('koordinator', {});
	const operator = (unit = kelurahan) =>
		sebagai('operator', { peran: 'operator', unitId: unit.id, jalur: unit.jalur });
	const buka = async (instrumen = 'spbe-2020', ctx = koordinator()) => {
		const hasil = await openPutaran(ctx, {
			instansiId: kota,
			nama: 'Latihan 2026',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen,
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value.penilaianId;
	};
	const isi = (ctx: Ctx, penilaianId: number, indikator: string, nilai: string, dasar = '0') =>
		recordNilai(ctx, {
			instansiId: kota,
			penilaianId,
			indikator,
			nilai,
			fakta: 'Perwali 1/2025 pasal 5',
			analisis: 'Memuat semua domain',
			justifikasi: '',
			luar: '',
			dasar,
		});

	beforeAll(async () => {
		const { db } = get().ctx;
		await db
			.insertInto('provinsi')
			.values({ kode: '64', nama: 'Kalimantan Timur', pulau: 'Kalimantan' })
			.execute();
		const ids = await db
			.insertInto('instansi')
			.values(
				['a', 'b'].map((s) => ({ slug: s, nama: s, jenis: 'kota', provinsi_kode: '64', kode_wilayah: null })),
			)
			.returning('id')
			.execute();
		[kota, lain] = ids.map((i) => i.id) as [number, number];
		for (const nama of ['koordinator', 'operator']) {
			const { id } = await db
				.insertInto('orang')
				.values({
					nama,
					surel: `${nama}@contoh.go.id`,
					telepon: null,
					nip: null,
					dibuat: new Date(),
					nonaktif: null,
				})
				.returning('id')
				.executeTakeFirstOrThrow();
			orangId[nama] = id;
		}
		const unit = (nama: string, jenis: string) =>
			db
				.insertInto('unit')
				.values({ instansi_id: kota, induk_id: null, nama, jenis, kode: null, jalur: '' })
				.returning(['id', 'jalur'])
				.executeTakeFirstOrThrow();
		dinas = await unit('Dinas Kominfo', 'dinas');
		kelurahan = await unit('Kelurahan Damai', 'kelurahan');
	});

	it('membekukan instrumennya: berkas yang berubah kemudian tidak mengubah putaran', async () => {
		const id = await buka();
		const { rangka } = await get()
			.ctx.db.selectFrom('putaran')
			.innerJoin('penilaian', 'penilaian.putaran_id', 'putaran.id')
			.select('putaran.rangka')
			.where('penilaian.id', '=', id)
			.executeTakeFirstOrThrow();
		expect(rangka).toEqual(JSON.parse(JSON.stringify(alat('spbe-2020'))));
	});

	it('nilai bertambah dalam buku, yang lama tetap, dan skor tersimpan mengikuti yang terbaru', async () => {
		const id = await buka();
		const pertama = await isi(koordinator(), id, 'I01', '3');
		expect(pertama).toMatchObject({ ok: true, value: { indeks: null, terjawab: 1 } });
		const kedua = await isi(koordinator(), id, 'I01', '4', pertama.ok ? String(pertama.value.id) : '');
		expect(kedua.ok).toBe(true);
		const meja = await readMeja(koordinator(), { instansiId: kota, id, indikator: 'I01' });
		expect(meja.ok && meja.value.riwayat.map((r) => [r.nilai, r.oleh, r.tahap])).toEqual([
			[400, 'koordinator', 'mandiri'],
			[300, 'koordinator', 'mandiri'],
		]);
		await expect(sql`update nilai set nilai = 500`.execute(get().ctx.db)).rejects.toThrow(
			/tidak dapat diubah/,
		);
		await expect(sql`delete from nilai`.execute(get().ctx.db)).rejects.toThrow(/tidak dapat diubah/);
	});

	it('indeks lengkap sama dengan hitungan langsung', async () => {
		const id = await buka('pemdi-2026');
		let akhir: string | null = null;
		for (const { id: indikator } of alat('pemdi-2026').aspek.flatMap((a) => a.indikator)) {
			const hasil = await isi(koordinator(), id, indikator, '3,25');
			akhir = hasil.ok ? hasil.value.indeks : null;
		}
		expect(akhir).toBe('3.25');
		const baca = await readPenilaian(koordinator(), { instansiId: kota, id });
		expect(baca.ok && [baca.value.skor?.indeks, baca.value.skor?.predikat, baca.value.terjawab]).toEqual([
			'3.25',
			'Baik',
			20,
		]);
	});

	it('dua orang yang menyunting indikator yang sama tidak saling menimpa', async () => {
		const id = await buka();
		expect((await isi(koordinator(), id, 'I02', '2')).ok).toBe(true);
		expect(await isi(koordinator(), id, 'I02', '5', '0')).toEqual({ ok: false, reason: 'bentrok' });
		const serentak = await Promise.all(
			['1', '2', '3', '4', '5'].map((n) => isi(koordinator(), id, 'I03', n)),
		);
		expect(serentak.filter((h) => h.ok).length).toBe(1);
	});

	it('yang tiba pada saat yang sama ditulis bersama, masing-masing menurut haknya sendiri', async () => {
		const id = await buka();
		const ke = { instansiId: kota, penilaianId: id, unitId: kelurahan.id, tenggat: '2026-11-20' };
		await assignIndikator(koordinator(), { ...ke, indikator: ['I10'] });
		const kirim = (ctx: Ctx, indikator: string, nilai: string, kunci?: string) =>
			recordNilai(ctx, {
				...{ instansiId: kota, penilaianId: id, indikator, nilai, kunci },
				...{ fakta: 'F', analisis: '', justifikasi: '', luar: '', dasar: '0' },
			});
		const orangLuar = { ...operator(), who: { ...operator().who, peran: [] } } as Ctx;
		const semua = () =>
			Promise.all([
				kirim(koordinator(), 'I01', '3', 'kunci-serentak-000001'),
				kirim(operator(), 'I10', '2', 'kunci-serentak-000002'),
				kirim(operator(), 'I11', '4', 'kunci-serentak-000003'),
				kirim(koordinator(), 'I01', '3', 'kunci-serentak-000001'),
				kirim(koordinator(), 'I04', '9'),
				kirim(orangLuar, 'I05', '3'),
				kirim(koordinator(), 'I06', '5'),
			]);
		const sebab = (h: Awaited<ReturnType<typeof kirim>>) => (h.ok ? 'ok' : h.reason);
		const hasil = await semua();
		const ditolak = ['ok', 'nilai_tidak_sah', 'penilaian_tidak_ada', 'ok'];
		expect(hasil.map(sebab)).toEqual(['ok', 'ok', 'tidak_berwenang', ...ditolak]);
		expect(hasil[3]).toEqual(hasil[0]);
		const lagi = await semua(); // keys get their first answer; what had none clashes with what is there
		expect(lagi.slice(0, 2)).toEqual(hasil.slice(0, 2));
		expect(lagi.map(sebab).slice(2)).toEqual(['tidak_berwenang', 'ok', ...ditolak.slice(1, 3), 'bentrok']);
		const entri = await get()
			.ctx.db.selectFrom('nilai')
			.select(['indikator', 'nilai', 'orang_id'])
			.where('penilaian_id', '=', id)
			.orderBy('indikator')
			.execute();
		expect(entri.map((e) => [e.indikator, e.nilai])).toEqual([
			['I01', 300],
			['I06', 500],
			['I10', 200],
		]);
		expect(new Set(entri.map((e) => e.orang_id)).size).toBe(2);
	});

	it('operator hanya mengisi dan melihat yang ditugaskan kepada unitnya', async () => {
		const id = await buka();
		expect(await isi(operator(), id, 'I10', '3')).toEqual({ ok: false, reason: 'tidak_berwenang' });
		await assignIndikator(koordinator(), {
			instansiId: kota,
			penilaianId: id,
			indikator: ['I10'],
			unitId: kelurahan.id,
			tenggat: '2026-11-20',
		});
		await assignIndikator(koordinator(), {
			instansiId: kota,
			penilaianId: id,
			indikator: ['I11', 'I12'],
			unitId: dinas.id,
			tenggat: '2026-11-30',
		});
		expect((await isi(operator(), id, 'I10', '3')).ok).toBe(true);
		expect(await isi(operator(), id, 'I11', '3')).toEqual({ ok: false, reason: 'tidak_berwenang' });
		const baca = await readPenilaian(operator(), { instansiId: kota, id });
		expect(baca.ok && [baca.value.baris.map((b) => b.id), baca.value.terbatas, baca.value.skor]).toEqual([
			['I10'],
			true,
			null,
		]);
		expect(await readMeja(operator(), { instansiId: kota, id, indikator: 'I11' })).toEqual({
			ok: false,
			reason: 'indikator_tidak_ada',
		});
	});

	it('antrean berisi yang belum dijawab, yang paling mendesak di depan, dan kosong bila semua dijawab', async () => {
		const id = await buka();
		const tugas = { instansiId: kota, penilaianId: id, unitId: kelurahan.id };
		await assignIndikator(koordinator(), { ...tugas, indikator: ['I20'], tenggat: null });
		await assignIndikator(koordinator(), { ...tugas, indikator: ['I21'], tenggat: '2026-12-01' });
		await assignIndikator(koordinator(), { ...tugas, indikator: ['I22'], tenggat: '2026-11-20' });
		const antrean = async () =>
			(await listAntrean(operator(), kota)).antrean.filter((a) => a.penilaianId === id);
		expect((await antrean()).map((a) => [a.indikator, a.sisaHari])).toEqual([
			['I22', -4],
			['I21', 7],
			['I20', null],
		]);
		for (const i of ['I20', 'I21', 'I22']) await isi(operator(), id, i, '2');
		expect(await antrean()).toEqual([]);
		expect((await listAntrean(operator(dinas), kota)).antrean).not.toContainEqual(
			expect.objectContaining({ penilaianId: id }),
		);
	});

	it('penugasan dapat dicabut tanpa menghilangkan jawaban', async () => {
		const id = await buka();
		await assignIndikator(koordinator(), {
			instansiId: kota,
			penilaianId: id,
			indikator: ['I30'],
			unitId: kelurahan.id,
			tenggat: null,
		});
		await isi(operator(), id, 'I30', '1');
		const baca = await readPenilaian(koordinator(), { instansiId: kota, id });
		const tugas = baca.ok ? baca.value.baris.find((b) => b.id === 'I30')?.tugas[0] : undefined;
		expect(
			await unassignIndikator(koordinator(), {
				instansiId: kota,
				penilaianId: id,
				penugasanId: tugas?.id ?? 0,
			}),
		).toEqual({ ok: true });
		expect(await isi(operator(), id, 'I30', '2')).toEqual({ ok: false, reason: 'tidak_berwenang' });
		const lagi = await readPenilaian(koordinator(), { instansiId: kota, id });
		expect(lagi.ok && lagi.value.baris.find((b) => b.id === 'I30')?.nilai).toBe(100);
	});

	it('menolak yang bukan haknya dan yang tidak ada, di setiap pintu', async () => {
		const id = await buka();
		const seberang = sebagai('koordinator', { instansiId: lain });
		const publik: Ctx = { ...get().ctx, who: { jenis: 'publik' } };
		for (const [ctx, alasan] of [
			[publik, 'belum_masuk'],
			[seberang, 'tidak_berwenang'],
		] as const) {
			expect(await listPenilaian(ctx, kota)).toEqual({ ok: false, reason: alasan });
			expect(await readPenilaian(ctx, { instansiId: kota, id })).toEqual({ ok: false, reason: alasan });
			expect(
				await assignIndikator(ctx, {
					instansiId: kota,
					penilaianId: id,
					indikator: ['I01'],
					unitId: dinas.id,
					tenggat: null,
				}),
			).toEqual({ ok: false, reason: alasan });
			expect(
				await openPutaran(ctx, {
					instansiId: kota,
					nama: 'x',
					tahun: 2026,
					jenis: 'evaluasi',
					instrumen: 'spbe-2020',
					tahap: [],
				}),
			).toEqual({ ok: false, reason: alasan });
			expect(await listAntrean(ctx, kota)).toEqual({ antrean: [], terlambat: null });
		}
		expect(await isi(publik, id, 'I01', '3')).toEqual({ ok: false, reason: 'belum_masuk' });
		// Row-level security hides the other institution's assessment before the role is even looked at.
		expect(await isi(seberang, id, 'I01', '3')).toEqual({ ok: false, reason: 'penilaian_tidak_ada' });
		expect(await isi(koordinator(), 999_999, 'I01', '3')).toEqual({
			ok: false,
			reason: 'penilaian_tidak_ada',
		});
		expect(await isi(koordinator(), id, 'I99', '3')).toEqual({ ok: false, reason: 'indikator_tidak_ada' });
		expect(await isi(koordinator(), id, 'I01', '9')).toMatchObject({ ok: false, reason: 'nilai_tidak_sah' });
	});

	it('semua tindakan berdiri dalam rantai aktivitas yang utuh', async () => {
		const hasil = await verifyActivity(get().ctx.db);
		expect(hasil.masalah).toEqual([]);
		expect(hasil.baris).toBeGreaterThan(40);
	});
});
