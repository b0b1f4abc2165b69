import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buatKota, titip } from '#features/penilaian/penilaian.testing.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { openFileStore } from '#platform/storage/file-store.ts';
import { upsertBerkas } from './bukti.store.ts';
import { checkBerkas, isKeterangan } from './check-berkas.ts';

describeDatabase('pemeriksaan berkas', (get) => {
	const dir = mkdtempSync(join(tmpdir(), 'matang-fsck-'));
	afterAll(() => rmSync(dir, { recursive: true, force: true }));
	let ctx: Ctx;
	let instansiId: number;
	let oleh: number;
	const letak = (sha256: string) => join(dir, sha256.slice(0, 2), sha256);
	const simpan = async (isi: string) => {
		const { titipan } = await titip(ctx, isi);
		await ctx.berkas.keep(titipan);
		const { sha256, ukuran } = titipan;
		await upsertBerkas(ctx.db, {
			instansiId,
			sha256,
			ukuran,
			tipe: 'text/plain',
			tanda: [],
			dibuat: ctx.clock(),
			oleh,
		});
		return sha256;
	};
	const temuan = async (hash = false) =>
		(await checkBerkas(ctx, { hash })).temuan.map((t) => [t.jenis, t.apa]).sort();

	beforeAll(async () => {
		ctx = { ...get().ctx, berkas: openFileStore(dir) };
		const kota = await buatKota(ctx);
		instansiId = kota.id;
		const { who } = await kota.sebagai('kori', {});
		oleh = who.jenis === 'orang' ? who.id : 0;
		await ctx.db.transaction().execute((trx) =>
			recordActivity(trx, {
				instansiId,
				waktu: ctx.clock(),
				orangId: oleh,
				tindakan: 'uji',
				objek: 'uji/1',
			}),
		);
	});

	it('menemukan yang hilang, berbeda, tanpa baris, dan rantai yang putus; yang utuh tidak disebut', async () => {
		const [baik, hilang, potong, ubah] = [
			await simpan('baik'),
			await simpan('hilang'),
			await simpan('potong'),
			await simpan('ubah'),
		];
		expect(await temuan(true)).toEqual([]);
		rmSync(letak(hilang));
		writeFileSync(letak(potong), 'pot');
		writeFileSync(letak(ubah), 'ubaH');
		const yatim = 'ab'.repeat(32);
		mkdirSync(join(dir, 'ab'), { recursive: true });
		writeFileSync(letak(yatim), 'yatim');
		await ctx.berkas.unggahan.create(
			{ id: 'c'.repeat(32), orangId: oleh, untuk: '1/1/I01', nama: 'a.pdf', ukuran: 10 },
			ctx.clock(),
		);
		const semua = [
			['berkas_hilang', hilang],
			['tanpa_baris', yatim],
			['ukuran_beda', potong],
			['unggahan_belum_selesai', 'c'.repeat(32)],
		];
		expect(await temuan()).toEqual(semua);
		expect(await temuan(true)).toEqual([...semua, ['isi_beda', ubah]].sort());
		expect(JSON.stringify(await temuan(true))).not.toContain(baik);
		await sql`alter table activity disable trigger user`.execute(ctx.db);
		await sql`update activity set isi = '{}'`.execute(ctx.db);
		expect((await temuan()).some(([jenis]) => jenis === 'rantai_putus')).toBe(true);
	});
	it('unggahan yang belum selesai hanya keterangan', () => {
		const t = (jenis: 'unggahan_belum_selesai' | 'tanpa_baris') => ({ jenis, apa: '', rincian: '' });
		expect([isKeterangan(t('unggahan_belum_selesai')), isKeterangan(t('tanpa_baris'))]).toEqual([
			true,
			false,
		]);
	});
});
