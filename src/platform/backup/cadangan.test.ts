import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, titip } from '#features/penilaian/penilaian.testing.ts';
import { verifyActivity } from '../activity/verify-activity.ts';
import type { Ctx } from '../ctx.ts';
import type { Database } from '../database/database.ts';
import { openTestPglite, openTestPostgres, testCtx } from '../database/testing.ts';
import { openFileStore } from '../storage/file-store.ts';
import type { Cadangan } from './cadangan.schema.ts';
import { listTabel, readBaris, setBentukTeks } from './katalog.ts';
import { readCadangan } from './read-cadangan.ts';
import { writeCadangan } from './write-cadangan.ts';

const akar = mkdtempSync(join(tmpdir(), 'matang-cadangan-'));
const url = process.env.TEST_DATABASE_URL;
const dibuka: Database[] = [];
afterAll(async () => {
	for (const db of dibuka) await db.close();
	rmSync(akar, { recursive: true, force: true });
});

let urut = 0;
/** An installation of its own: database, files, data directory. */
async function pasang(jenis: 'pglite' | 'postgres'): Promise<{ ctx: Ctx; db: Database; data: string }> {
	const db = jenis === 'pglite' ? await openTestPglite() : await openTestPostgres(url ?? '');
	dibuka.push(db);
	const data = join(akar, `pasangan-${++urut}`);
	await mkdir(join(data, 'instrumen'), { recursive: true });
	const dasar = testCtx(db);
	return {
		ctx: { ...dasar, berkas: openFileStore(join(data, 'berkas')), dir: { ...dasar.dir, data } },
		db,
		data,
	};
}

async function isi(ctx: Ctx, data: string): Promise<void> {
	const kota = await buatKota(ctx);
	const kori = await kota.sebagai('koordinator "é"\u2028 \\', {});
	const buka = await openPutaran(kori, {
		instansiId: kota.id,
		nama: 'Latihan\n"2026"\t\\n',
		tahun: 2026,
		jenis: 'evaluasi',
		instrumen: 'spbe-2020',
		tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		dariPenilaianId: null,
	});
	if (!buka.ok) throw new Error(buka.reason);
	const kunci = { instansiId: kota.id, penilaianId: buka.value.penilaianId };
	for (const [n, indikator] of ['I01', 'I02'].entries())
		await saveBukti(kori, {
			...kunci,
			indikator,
			tingkat: 1,
			judul: 'Perwali',
			berkas: await titip(kori, `%PDF-1.7 ${n} ${'x'.repeat(100_000)}`),
			tautan: '',
			catatan: '',
			penunjuk: '',
			tanggal: '2026-01-31',
			berlakuSampai: null,
			ajukan: true,
		});
	await sql`insert into kata_sandi (orang_id, sandi, diubah, lampau) select id, 'x', now(), 'null' from orang`.execute(
		ctx.db,
	);
	await sql`insert into sesi (token_hash, orang_id, dibuat, terakhir, kedaluwarsa, ditegaskan, peramban, alamat)
		select '\\x00ff0a'::bytea, id, now(), now(), now(), '2026-01-01 00:00:00.123456+07', '', '' from orang`.execute(
		ctx.db,
	);
	await sql`insert into percobaan (kunci, banyak, sejak)
		select 'k' || n, n, now() from generate_series(1, 3000) n`.execute(ctx.db);
	// a circle of rows, and an id that was given and taken back
	await kota.unit('Induk', 'dinas');
	await sql`insert into unit (instansi_id, induk_id, nama, jenis, jalur)
		select instansi_id, id, 'Bawah', 'bagian', '' from unit`.execute(ctx.db);
	await sql`delete from unit where nama = 'Bawah'`.execute(ctx.db);
	writeFileSync(join(data, 'instrumen', 'kota.json'), '{"kota":true}');
}

async function sidik(db: Database): Promise<Record<string, string[]>> {
	return await db.kysely.transaction().execute(async (trx) => {
		await setBentukTeks(trx);
		const semua: Record<string, string[]> = {};
		for (const t of await listTabel(trx)) semua[t.nama] = (await Array.fromAsync(readBaris(trx, t))).flat();
		return semua;
	});
}

const cadangkan = (ctx: Ctx, tujuan: string, tanpaBerkas = false): Promise<Cadangan> =>
	writeCadangan(ctx, {
		tujuan,
		tanpaBerkas,
		versi: '0.0.0',
		basisData: { jenis: 'pglite', versi: 'uji' },
		lapor: () => {},
	});
const pulihkan = (ctx: Ctx, asal: string) => readCadangan(ctx, asal, () => {});

/** Milliseconds: several databases are made and filled. */
const lama = { timeout: 180_000 };

describe('cadangan', lama, () => {
	let asal: Awaited<ReturnType<typeof pasang>>;
	const zip = join(akar, 'semua.zip');
	const dir = join(akar, 'semua');

	beforeAll(async () => {
		asal = await pasang('pglite');
		await isi(asal.ctx, asal.data);
		await cadangkan(asal.ctx, zip);
		await cadangkan(asal.ctx, dir);
	}, lama.timeout);

	/** The restored installation is the same, row by row, works on, and its own backup is the same again. */
	async function periksa(tujuan: Awaited<ReturnType<typeof pasang>>, dari: string, idBerikut: number) {
		const hasil = await pulihkan(tujuan.ctx, dari);
		expect(await sidik(tujuan.db)).toEqual(await sidik(asal.db));
		const { rows } = await sql`select count(*)::int as n, sum(banyak)::int as jumlah from percobaan`.execute(
			tujuan.ctx.db,
		);
		expect(rows).toEqual([{ n: 3000, jumlah: 4_501_500 }]);
		expect(hasil.berkas).toBe(2);
		for await (const sha256 of asal.ctx.berkas.list())
			expect(await tujuan.ctx.berkas.size(sha256)).toBe(await asal.ctx.berkas.size(sha256));
		expect(readFileSync(join(tujuan.data, 'instrumen', 'kota.json'), 'utf8')).toBe('{"kota":true}');
		expect((await verifyActivity(tujuan.ctx.db)).masalah).toEqual([]);
		const induk = await sql<{ id: number }>`insert into unit (instansi_id, nama, jenis, jalur)
			select min(id), 'Sesudah', 'dinas', '' from instansi returning id`.execute(tujuan.ctx.db);
		expect(induk.rows, 'id yang pernah diberi tidak diberi lagi').toEqual([{ id: idBerikut }]);
		await sql`delete from unit where nama = 'Sesudah'`.execute(tujuan.ctx.db);
		await expect(sql`update bukti_revisi set isi = 'x'`.execute(tujuan.ctx.db)).rejects.toThrow(
			/tidak dapat diubah/,
		);
		await expect(sql`delete from penilaian`.execute(tujuan.ctx.db)).rejects.toThrow(/foreign key/);
		return tujuan;
	}

	it('ke basis data tertanam yang baru, dari satu berkas ZIP', async () => {
		await periksa(await pasang('pglite'), zip, 3);
	});
	it.skipIf(!url)(
		'ke PostgreSQL dari direktori, dan kembali ke basis data tertanam dengan sidik yang sama',
		async () => {
			const pg = await periksa(await pasang('postgres'), dir, 3);
			const balik = join(akar, 'balik.zip');
			const dari = await cadangkan(pg.ctx, balik);
			await periksa(await pasang('pglite'), balik, 4);
			const semula = JSON.parse(readFileSync(join(dir, 'cadangan.json'), 'utf8')) as Cadangan;
			expect(dari.tabel.map((t) => [t.nama, t.sha256, t.baris])).toEqual(
				semula.tabel.map((t) => [t.nama, t.sha256, t.baris]),
			);
		},
	);

	it('hanya pembuatnya yang dapat membacanya, dan yang sudah ada tidak ditimpa', async () => {
		expect([statSync(zip).mode & 0o777, statSync(dir).mode & 0o777]).toEqual([0o600, 0o700]);
		await expect(cadangkan(asal.ctx, zip)).rejects.toThrow(/sudah ada/);
		await expect(cadangkan(asal.ctx, dir)).rejects.toThrow(/tidak kosong/);
		expect(readdirSync(akar).filter((n) => n.includes('.baru'))).toEqual([]);
	});

	it('ditolak ke pemasangan yang sudah dipakai', async () => {
		await expect(pulihkan(asal.ctx, zip)).rejects.toThrow(/sudah dipakai/);
	});

	it('isi yang berubah sesudah ditulis ketahuan, dan tidak ada yang dipulihkan', async () => {
		const rusak = join(akar, 'rusak');
		await cadangkan(asal.ctx, rusak);
		const path = join(rusak, 'tabel', 'unit.ndjson');
		writeFileSync(path, readFileSync(path, 'utf8').replace('Induk', 'Indux'));
		const tujuan = await pasang('pglite');
		const sebelum = await sidik(tujuan.db);
		await expect(pulihkan(tujuan.ctx, rusak)).rejects.toThrow(/Isi tabel unit tidak sama/);
		expect(await sidik(tujuan.db)).toEqual(sebelum);
		const terpotong = join(akar, 'terpotong.zip');
		writeFileSync(terpotong, readFileSync(zip).subarray(0, 5000));
		await expect(pulihkan(tujuan.ctx, terpotong)).rejects.toThrow(/tidak dapat dibaca/);
		await expect(pulihkan(tujuan.ctx, join(akar, 'tidak-ada'))).rejects.toThrow(/bukan cadangan/);
	});

	it('berkas yang hilang dan yang rusak disebut; tanpa berkas isinya didaftar saja', async () => {
		const sumber = await pasang('pglite');
		await isi(sumber.ctx, sumber.data);
		const [a = '', b = ''] = await Array.fromAsync(sumber.ctx.berkas.list());
		await sumber.ctx.berkas.remove(a);
		const path = join(sumber.data, 'berkas', b.slice(0, 2), b);
		writeFileSync(path, 'bukan isinya');
		const { berkas } = await cadangkan(sumber.ctx, join(akar, 'cacat.zip'));
		expect([berkas.hilang, berkas.rusak]).toEqual([[a], [b]]);
		const tujuan = await pasang('pglite');
		expect((await pulihkan(tujuan.ctx, join(akar, 'cacat.zip'))).berkas).toBe(0);
		await cadangkan(sumber.ctx, join(akar, 'daftar'), true);
		expect(readFileSync(join(akar, 'daftar', 'berkas.txt'), 'utf8')).toBe(`${b} 12\n`);
	});
});
