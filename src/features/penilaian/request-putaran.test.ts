import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { readPekerjaan } from '#features/kerjasama/read-pekerjaan.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase, pencatatJobs } from '#platform/database/testing.ts';
import { buatKota } from './penilaian.testing.ts';
import { listPembukaan, pekerjaNasional, requestPutaranNasional } from './request-putaran.ts';

const PESERTA = 650;
const masukan = {
	nama: 'Evaluasi 2024',
	tahun: 2024,
	jenis: 'evaluasi' as const,
	instrumen: 'spbe-2020',
	tahap: [{ tahap: 'mandiri' as const, mulai: '2024-06-01', selesai: '2024-08-31' }],
	pesertaJenis: ['kabupaten'],
	pesertaNama: [],
};

describeDatabase('putaran nasional di latar', (get) => {
	let admin: Ctx;
	const jobs = pencatatJobs();
	beforeAll(async () => {
		const ctx = { ...get().ctx, jobs };
		const kota = await buatKota(ctx);
		await ctx.db
			.insertInto('instansi')
			.values(
				Array.from({ length: PESERTA }, (_, n) => ({
					slug: `kabupaten-${n}`,
					nama: `Kabupaten ${n}`,
					jenis: 'kabupaten',
					provinsi_kode: '64',
					kode_wilayah: null,
				})),
			)
			.execute();
		admin = await kota.sebagai('admin', { peran: 'admin_nasional', instansiId: null });
		if (admin.who.jenis !== 'orang') throw new Error('bukan orang');
		await ctx.db
			.insertInto('peran')
			.values({
				orang_id: admin.who.id,
				peran: 'admin_nasional',
				instansi_id: null,
				unit_id: null,
				diberi: ctx.clock(),
				diberi_oleh: null,
				dicabut: null,
			})
			.execute();
	});

	const minta = async (ctx = admin) => {
		const hasil = await requestPutaranNasional(ctx, masukan);
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const kerjakan = () => pekerjaNasional(get().ctx).kerjakan(jobs.tugas.at(-1)?.isi);
	const banyak = async () => {
		const { rows } = await sql<{ putaran: number; penilaian: number }>`select
			(select count(*)::int from putaran) as putaran, (select count(*)::int from penilaian) as penilaian`.execute(
			get().ctx.db,
		);
		return rows[0];
	};
	const baca = async (id: number) => {
		const hasil = await readPekerjaan(admin, id);
		return hasil.ok ? hasil.value : hasil.reason;
	};

	it('yang tidak dapat dibuka ditolak seketika, tanpa pekerjaan', async () => {
		const tugas = jobs.tugas.length;
		expect(await requestPutaranNasional(admin, { ...masukan, pesertaNama: ['Kota Antah'] })).toMatchObject({
			reason: 'peserta_tidak_dikenal',
		});
		const koordinator = await (await buatKota(get().ctx)).sebagai('koordinator', {});
		expect(await requestPutaranNasional(koordinator, masukan)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(jobs.tugas).toHaveLength(tugas);
	});

	it('kegagalan di tengah tidak meninggalkan separuh, dan percobaan berikutnya menyelesaikannya', async () => {
		const { db } = get().ctx;
		const { pekerjaanId } = await minta();
		expect(await banyak()).toEqual({ putaran: 0, penilaian: 0 });
		expect(await baca(pekerjaanId)).toMatchObject({ keadaan: 'menunggu', jumlah: PESERTA });
		await sql`create function gagal_uji() returns trigger language plpgsql as $$ begin
			if (select count(*) from penilaian) > 300 then raise exception 'mati di tengah'; end if; return new; end $$`.execute(
			db,
		);
		await sql`create trigger gagal_uji before insert on penilaian for each row execute function gagal_uji()`.execute(
			db,
		);
		await expect(kerjakan()).rejects.toThrow('mati di tengah');
		expect(await banyak()).toEqual({ putaran: 0, penilaian: 0 });
		expect(await baca(pekerjaanId)).toMatchObject({ keadaan: 'berjalan' });
		await sql`drop trigger gagal_uji on penilaian`.execute(db);
		await kerjakan();
		expect(await banyak()).toEqual({ putaran: 1, penilaian: PESERTA });
		expect(await baca(pekerjaanId)).toMatchObject({
			keadaan: 'selesai',
			selesai: PESERTA,
			hasil: expect.stringMatching(/^\/kerja\/nasional\/\d+$/),
		});
		expect(await verifyActivity(db)).toMatchObject({ masalah: [] });
	});

	it('dikerjakan dua kali tetap satu putaran', async () => {
		await kerjakan();
		expect(await banyak()).toEqual({ putaran: 1, penilaian: PESERTA });
	});

	it('hanya yang meminta dan rekan nasionalnya melihat kemajuannya', async () => {
		const { pekerjaanId } = await minta();
		expect(await listPembukaan(admin)).toMatchObject([{ id: pekerjaanId, keadaan: 'menunggu' }]);
		const koordinator = await (await buatKota(get().ctx)).sebagai('koordinator', {});
		expect(await readPekerjaan(koordinator, pekerjaanId)).toMatchObject({ reason: 'pekerjaan_tidak_ada' });
		expect(await listPembukaan(koordinator)).toEqual([]);
	});

	it('hak yang dicabut sebelum dikerjakan menggagalkannya', async () => {
		const { db, clock } = get().ctx;
		const { pekerjaanId } = await minta();
		await db.updateTable('peran').set({ dicabut: clock() }).where('peran', '=', 'admin_nasional').execute();
		await kerjakan();
		expect(await baca(pekerjaanId)).toMatchObject({ keadaan: 'gagal', galat: 'tidak_berwenang' });
		expect(await banyak()).toEqual({ putaran: 1, penilaian: PESERTA });
	});
});
