import { expect, it } from 'vitest';
import { readOrang } from '#features/akun/read-orang.ts';
import { listAntrean } from '#features/penilaian/list-antrean.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { assignTugas } from './assign-tugas.ts';
import { finishTugas, listTugasTampak } from './finish-tugas.ts';
import { handOver, listSerahTerima } from './hand-over.ts';
import { bacaNotula, bacaTugasRapat } from './isian-kerjasama.ts';
import { buatKotaKerja, idOf, type KotaKerja } from './kerjasama.testing.ts';
import { listPemberitahuanSaya } from './list-pemberitahuan.ts';
import { listNotula, readNotula } from './read-notula.ts';
import { addKeputusan, type NotulaMasukan, saveNotula } from './save-notula.ts';

const rapat = (instansiId: number, isian: Partial<NotulaMasukan> = {}): NotulaMasukan => ({
	instansiId,
	ubah: null,
	judul: 'Rapat tim koordinasi',
	tanggal: '2026-11-20',
	tempat: 'Ruang Sekda',
	agenda: 'Bukti tata kelola',
	hadirId: [],
	hadirNama: ['Pak Camat'],
	keputusan: ['Lengkapi SK tim'],
	...isian,
});

describeDatabase('notula, tugas, dan serah terima', (get) => {
	const tulis = async (kota: KotaKerja, isian: Partial<NotulaMasukan> = {}) => {
		const hasil = await saveNotula(kota.koordinator, rapat(kota.id, isian));
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value.id;
	};
	const baca = async (ctx: Ctx, kota: KotaKerja, id: number) => {
		const hasil = await readNotula(ctx, { instansiId: kota.id, id });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value.notula;
	};
	const antrean = async (ctx: Ctx, kota: KotaKerja) =>
		(await listAntrean(ctx, kota.id)).antrean.filter((a) => a.jenis === 'tugas');
	const siapkan = async () => {
		const kota = await buatKotaKerja(get().ctx, '2026-12-20');
		const operator = await kota.berperan('operator', 'operator', kota.kelurahan);
		const notulaId = await tulis(kota, { hadirId: [idOf(kota.koordinator), 999_999] });
		const { keputusan } = await baca(kota.koordinator, kota, notulaId);
		return { kota, operator, notulaId, keputusanId: keputusan[0]?.id ?? 0 };
	};

	it('notula mencatat yang hadir dari instansi dan yang lain, dengan keputusannya', async () => {
		const { kota, notulaId } = await siapkan();
		const n = await baca(kota.koordinator, kota, notulaId);
		expect(n).toMatchObject({ judul: 'Rapat tim koordinasi', tanggal: '2026-11-20', notulis: 'koordinator' });
		expect(n.hadir.map((h) => h.nama)).toEqual(['koordinator', 'Pak Camat']);
		expect(n.keputusan.map((k) => k.isi)).toEqual(['Lengkapi SK tim']);
		expect(
			await addKeputusan(kota.koordinator, { instansiId: kota.id, notulaId, isi: ['Rapat lagi'] }),
		).toEqual({ ok: true });
		expect((await baca(kota.koordinator, kota, notulaId)).keputusan).toHaveLength(2);
	});

	it('dua orang yang mengubah bersamaan tahu; yang kedua tidak menimpa', async () => {
		const { kota, notulaId } = await siapkan();
		const ubah = { id: notulaId, revisi: 1 };
		expect(await saveNotula(kota.koordinator, rapat(kota.id, { ubah, judul: 'Rapat kesatu' }))).toMatchObject(
			{ ok: true },
		);
		expect(await saveNotula(kota.koordinator, rapat(kota.id, { ubah, judul: 'Rapat kedua' }))).toMatchObject({
			reason: 'bentrok',
		});
		expect(await baca(kota.koordinator, kota, notulaId)).toMatchObject({ judul: 'Rapat kesatu', revisi: 2 });
	});

	it('operator, instansi lain, dan asesor luar tidak membaca notula; operator tidak menulis', async () => {
		const { kota, operator, notulaId } = await siapkan();
		const asesor = await kota.berperan('asesor', 'asesor_eksternal');
		const lain = await buatKotaKerja(get().ctx, null);
		for (const ctx of [operator, asesor, lain.koordinator])
			expect(await readNotula(ctx, { instansiId: kota.id, id: notulaId })).toMatchObject({
				reason: 'tidak_berwenang',
			});
		expect(await listNotula(asesor, kota.id)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await saveNotula(operator, rapat(kota.id))).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await readNotula(lain.koordinator, { instansiId: lain.id, id: notulaId })).toMatchObject({
			reason: 'notula_tidak_ada',
		});
	});

	it('keputusan menjadi tugas unit: masuk antrean dan pemberitahuan operator sampai dicentang', async () => {
		const { kota, operator, keputusanId } = await siapkan();
		const beri = await assignTugas(kota.koordinator, {
			instansiId: kota.id,
			keputusanId,
			untuk: { unitId: kota.kelurahan.id },
			tenggat: '2026-11-25',
			isi: '',
		});
		if (!beri.ok) throw new Error(beri.reason);
		expect(await antrean(operator, kota)).toMatchObject([
			{ pendek: 'Lengkapi SK tim', sisaHari: 1, tujuan: `/tugas#tugas-${beri.value.id}` },
		]);
		expect(await antrean(kota.koordinator, kota)).toEqual([]);
		const pesan = await listPemberitahuanSaya(operator);
		expect(pesan.ok && pesan.value[0]).toMatchObject({ jenis: 'tugas', rincian: { isi: 'Lengkapi SK tim' } });
		const centang = { instansiId: kota.id, id: beri.value.id, selesai: true };
		const kelurahanLain = await kota.berperan('tetangga', 'operator', await kota.unit('Kelurahan Lain'));
		expect(await finishTugas(kelurahanLain, centang)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await listTugasTampak(kelurahanLain, kota.id)).toEqual({ ok: true, value: [] });
		expect(await finishTugas(operator, centang)).toMatchObject({ ok: true });
		expect(await finishTugas(operator, centang)).toMatchObject({ ok: true });
		expect(await antrean(operator, kota)).toEqual([]);
		expect(await listTugasTampak(operator, kota.id)).toMatchObject({ value: [{ selesaiOleh: 'operator' }] });
		const { rows } = await get().db.kysely.executeQuery<{ n: number }>(
			get()
				.db.kysely.selectFrom('activity')
				.select((eb) => eb.fn.countAll<number>().as('n'))
				.where('rantai', '=', kota.id)
				.where('tindakan', '=', 'tugas.selesai')
				.compile(),
		);
		expect(Number(rows[0]?.n)).toBe(1);
	});

	it('tugas tidak diberikan kepada orang atau unit di luar instansi', async () => {
		const { kota, keputusanId } = await siapkan();
		const lain = await buatKotaKerja(get().ctx, null);
		const dasar = { instansiId: kota.id, keputusanId, tenggat: '2026-11-25', isi: '' };
		expect(
			await assignTugas(kota.koordinator, { ...dasar, untuk: { orangId: idOf(lain.koordinator) } }),
		).toMatchObject({ reason: 'orang_tidak_ada' });
		expect(
			await assignTugas(kota.koordinator, { ...dasar, untuk: { unitId: lain.kelurahan.id } }),
		).toMatchObject({ reason: 'unit_tidak_ada' });
	});

	it('serah terima memindahkan peran, antrean, dan tugas dalam satu tindakan; riwayatnya tinggal', async () => {
		const { kota, operator, keputusanId } = await siapkan();
		const admin = await kota.berperan('admin', 'admin_instansi');
		const baru = await kota.berperan('pengganti', 'pimpinan');
		await assignTugas(kota.koordinator, {
			instansiId: kota.id,
			keputusanId,
			untuk: { orangId: idOf(operator) },
			tenggat: '2026-11-25',
			isi: '',
		});
		const input = { instansiId: kota.id, slug: kota.slug, dariId: idOf(operator), kepadaId: idOf(baru) };
		expect(await handOver(admin, input)).toEqual({
			ok: true,
			value: { dari: 'operator', kepada: 'pengganti', peran: 1, tugas: 1, tindakan: 0 },
		});
		const { db } = get().ctx;
		const [lama, kini] = [await readOrang(db, idOf(operator)), await readOrang(db, idOf(baru))];
		if (!lama || !kini) throw new Error('orang hilang');
		expect(lama.peran).toEqual([]);
		expect(kini.peran.map((p) => [p.peran, p.unitId])).toEqual([
			['pimpinan', null],
			['operator', kota.kelurahan.id],
		]);
		const milik = await listAntrean({ ...get().ctx, who: kini }, kota.id);
		expect(milik.antrean.map((a) => a.jenis).sort()).toContain('tugas');
		expect((await listAntrean({ ...get().ctx, who: lama }, kota.id)).antrean).toEqual([]);
		expect(await listSerahTerima(admin, kota.id)).toMatchObject({
			value: [{ dari: 'operator', kepada: 'pengganti', oleh: 'admin', tugas: 1 }],
		});
		expect(await verifyActivity(db)).toMatchObject({ masalah: [] });
	});

	it('serah terima oleh admin nasional, yang tidak terlihat oleh instansi, tetap tampak dalam riwayatnya', async () => {
		const kota = await buatKotaKerja(get().ctx, null);
		const admin = await kota.berperan('admin', 'admin_instansi');
		const lama = await kota.berperan('lama', 'operator');
		const baru = await kota.berperan('baru', 'operator');
		const nasional = await kota.sebagai('nasional', { peran: 'admin_nasional', instansiId: null });
		const dasar = { instansiId: kota.id, slug: kota.slug };
		expect((await handOver(nasional, { ...dasar, dariId: idOf(lama), kepadaId: idOf(baru) })).ok).toBe(true);
		expect(await listSerahTerima(admin, kota.id)).toMatchObject({
			ok: true,
			value: [{ dari: 'lama', kepada: 'baru' }],
		});
	});

	it('serah terima ditolak tanpa hak, kepada diri sendiri, kepada orang luar, dan bila penerima menilai instansi ini', async () => {
		const { kota, operator } = await siapkan();
		const admin = await kota.berperan('admin', 'admin_instansi');
		const asesor = await kota.berperan('asesor', 'asesor_eksternal');
		const lain = await buatKotaKerja(get().ctx, null);
		const serah = (ctx: Ctx, dari: Ctx, kepada: Ctx) =>
			handOver(ctx, { instansiId: kota.id, slug: kota.slug, dariId: idOf(dari), kepadaId: idOf(kepada) });
		expect(await serah(kota.koordinator, operator, admin)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await serah(admin, operator, operator)).toMatchObject({ reason: 'orang_sama' });
		expect(await serah(admin, operator, lain.koordinator)).toMatchObject({ reason: 'orang_tidak_ada' });
		expect(await serah(admin, operator, asesor)).toMatchObject({ reason: 'konflik_kepentingan' });
		expect(await serah(admin, asesor, admin)).toMatchObject({ reason: 'tidak_berwenang' });
		expect((await readOrang(get().ctx.db, idOf(operator)))?.peran).toHaveLength(1);
	});
});

it('formulir notula dan tugas menolak yang tidak lengkap, dan memisahkan baris', () => {
	const form = (isi: Record<string, string>) => {
		const f = new FormData();
		for (const [k, v] of Object.entries(isi)) f.append(k, v);
		return f;
	};
	expect(bacaNotula(form({ judul: '', tanggal: '2026-13-01' }))).toEqual({
		ok: false,
		medan: ['judul', 'tanggal'],
	});
	expect(
		bacaNotula(
			form({
				judul: 'Rapat',
				tanggal: '2026-11-20',
				tempat: '',
				agenda: '',
				hadirNama: 'A\r\n\r\n B ',
				keputusan: 'x\ny',
				hadir: '7',
			}),
		),
	).toMatchObject({ ok: true, value: { hadirNama: ['A', 'B'], keputusan: ['x', 'y'], hadirId: [7] } });
	expect(bacaTugasRapat(form({ untuk: 'unit-7', tenggat: 'besok' }))).toBeNull();
	expect(bacaTugasRapat(form({ untuk: 'raja-7', tenggat: '2026-11-20' }))).toBeNull();
	expect(bacaTugasRapat(form({ untuk: 'orang-7', tenggat: '2026-11-20', keputusanId: '3' }))).toMatchObject({
		untuk: { orangId: 7 },
		keputusanId: 3,
	});
});
