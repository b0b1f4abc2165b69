import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { eksporCuplikan, eksporRantai } from './ekspor.ts';
import { openKunci, readKunciPublik, readSaksi } from './kunci-aktivitas.ts';
import { akarDari, akarMerkle, jalurMerkle } from './merkle.ts';
import { recordActivity } from './record-activity.ts';
import { signActivity } from './sign-activity.ts';
import { hashKejadian, verifyActivity } from './verify-activity.ts';
import { verifyFile } from './verify-file.ts';

const pangkal = mkdtempSync(join(tmpdir(), 'matang-aktivitas-'));
afterAll(() => rmSync(pangkal, { recursive: true, force: true }));

describe('akar Merkle', () => {
	it('jalur setiap catatan menuju akar yang sama, dan catatan lain tidak', () => {
		fc.assert(
			fc.property(
				fc.uniqueArray(fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 8 }), {
					minLength: 2,
					maxLength: 40,
				}),
				(hash) => {
					const akar = akarMerkle(hash);
					for (const [i, h] of hash.entries()) {
						expect(akarDari(h, jalurMerkle(hash, i))).toBe(akar);
						expect(akarDari(`${h}0`, jalurMerkle(hash, i))).not.toBe(akar);
					}
				},
			),
			{ numRuns: 50 },
		);
	});
});

describeDatabase('titik bertanda', (get) => {
	let ctx: Ctx;
	let data: string;
	let rantai = 100;
	let kini = new Date('2026-11-24T02:00:00Z');

	const catat = (objek: string, banyak = 1) =>
		get()
			.ctx.db.transaction()
			.execute(async (trx) => {
				for (let i = 0; i < banyak; i++)
					await recordActivity(trx, {
						instansiId: rantai,
						waktu: kini,
						orangId: null,
						tindakan: 'nilai.isi',
						objek,
						rincian: { ke: i },
					});
			});
	const periksa = async () => {
		const hasil = await verifyActivity(ctx.db, { titik: readSaksi(data), kunci: readKunciPublik(data) });
		return hasil.masalah.filter((m) => m.rantai === rantai).map((m) => `${m.nomor} ${m.masalah}`);
	};
	/** As somebody with the database in hand: triggers off, then on again. */
	const ubah = async (...perintah: ReturnType<typeof sql>[]) => {
		const tabel = ['activity', 'activity_titik'];
		for (const t of tabel) await sql`alter table ${sql.table(t)} disable trigger all`.execute(ctx.db);
		for (const p of perintah) await p.execute(ctx.db);
		for (const t of tabel) await sql`alter table ${sql.table(t)} enable trigger all`.execute(ctx.db);
	};
	const tulisUlang = async (dari: number, isiBaru: string) => {
		const rows = await ctx.db
			.selectFrom('activity')
			.selectAll()
			.where('rantai', '=', rantai)
			.orderBy('nomor')
			.execute();
		let hash = '';
		for (const row of rows) {
			const isi = Number(row.nomor) === dari ? row.isi.replace(/"ke":\d+/, isiBaru) : row.isi;
			hash = hashKejadian(hash, isi);
			await ubah(
				sql`update activity set isi = ${isi}, hash = ${hash} where rantai = ${rantai} and nomor = ${row.nomor}`,
			);
		}
		await sql`update activity_kepala set hash = ${hash} where rantai = ${rantai}`.execute(ctx.db);
	};
	const kumpul = async (baris: AsyncGenerator<string>) => (await Array.fromAsync(baris)).join('');

	beforeEach(() => {
		rantai++;
		data = mkdtempSync(join(pangkal, 'data-'));
		kini = new Date('2026-11-24T02:00:00Z');
		ctx = { ...get().ctx, clock: () => kini, dir: { ...get().ctx.dir, data } };
	});

	it('kuncinya dibuat sekali dan hanya terbaca pemiliknya', () => {
		const { publik } = openKunci(data);
		expect(openKunci(data).publik).toBe(publik);
		expect(statSync(join(data, 'kunci-aktivitas.pem')).mode & 0o777).toBe(0o600);
	});

	it('titik dibuat setelah sejam atau bila diminta, dan menandai ujung rantai', async () => {
		await catat('penilaian/1/I01', 3);
		expect((await signActivity(ctx, 'jatuh_tempo')).ditandai).toContain(rantai);
		await catat('penilaian/1/I02');
		expect((await signActivity(ctx, 'jatuh_tempo')).ditandai).not.toContain(rantai);
		kini = new Date(kini.getTime() + 3_600_000);
		expect((await signActivity(ctx, 'jatuh_tempo')).ditandai).toContain(rantai);
		expect(await periksa()).toEqual([]);
		expect(readSaksi(data).filter((t) => t.rantai === rantai)).toMatchObject([
			{ dari: '1', nomor: '3' },
			{ dari: '4', nomor: '4' },
		]);
	});

	it('isi yang diubah ketahuan', async () => {
		await catat('penilaian/1/I01', 3);
		await signActivity(ctx, { rantai });
		await ubah(
			sql`update activity set isi = replace(isi, '"ke":1', '"ke":9') where rantai = ${rantai} and nomor = 2`,
		);
		expect(await periksa()).toContain('2 hash_tidak_cocok');
	});

	it('ujung yang dipotong ketahuan, sekalipun kepalanya disesuaikan', async () => {
		await catat('penilaian/1/I01', 4);
		await signActivity(ctx, { rantai });
		await ubah(
			sql`delete from activity where rantai = ${rantai} and nomor > 2`,
			sql`update activity_kepala set nomor = 2, hash = (select hash from activity where rantai = ${rantai} and nomor = 2) where rantai = ${rantai}`,
		);
		expect(await periksa()).toEqual(['4 terpotong']);
	});

	it('rantai yang dihitung ulang seluruhnya ketahuan', async () => {
		await catat('penilaian/1/I01', 3);
		await signActivity(ctx, { rantai });
		await tulisUlang(1, '"ke":7');
		expect(await periksa()).toEqual(['3 titik_tidak_cocok']);
	});

	it('menghapus pula titiknya ketahuan dari yang tersimpan di luar basis data', async () => {
		await catat('penilaian/1/I01', 3);
		await signActivity(ctx, { rantai });
		await tulisUlang(1, '"ke":7');
		await ubah(sql`delete from activity_titik where rantai = ${rantai}`);
		expect(await periksa()).toEqual(['3 titik_hilang', '3 titik_tidak_cocok']);
	});

	it('titik dari kunci lain tidak dipercaya, dan tanda yang diubah tidak sah', async () => {
		await catat('penilaian/1/I01', 2);
		const asing = mkdtempSync(join(pangkal, 'asing-'));
		await signActivity({ ...ctx, dir: { ...ctx.dir, data: asing } }, { rantai });
		openKunci(data);
		expect(await periksa()).toEqual(['2 kunci_asing']);
		await ubah(sql`update activity_titik set waktu = waktu + interval '1 hour' where rantai = ${rantai}`);
		expect(await periksa()).toEqual(['2 tanda_tidak_sah']);
	});

	it('rantai yang rusak tidak ditandatangani', async () => {
		await catat('penilaian/1/I01', 2);
		await ubah(
			sql`update activity set isi = replace(isi, '"ke":0', '"ke":9') where rantai = ${rantai} and nomor = 1`,
		);
		expect((await signActivity(ctx, { rantai })).ditolak).toEqual([rantai]);
	});

	it('ekspor seluruh rantai dapat diperiksa tanpa basis data', async () => {
		await catat('penilaian/1/I01', 3);
		await signActivity(ctx, { rantai });
		await catat('penilaian/1/I02');
		const teks = await kumpul(eksporRantai(ctx.db, rantai, { instansi: 'Kota Uji' }));
		const { publik } = openKunci(data);
		expect(verifyFile(teks, publik)).toMatchObject({ baris: 4, titik: 1, belumBertitik: 1, masalah: [] });
		const salah = (t: string) => verifyFile(t, null)?.masalah.map((m) => m.masalah);
		expect(salah(teks.replace('\\"ke\\":1', '\\"ke\\":2'))).toContain('hash_tidak_cocok');
		expect(salah(teks.split('\n').slice(0, -2).join('\n'))).toEqual(['terpotong']);
		expect(salah(teks.replace('"tanda":"', '"tanda":"AA'))).toEqual(['tanda_tidak_sah']);
		expect(verifyFile(teks, 'aaaa bbbb')?.masalah).toMatchObject([{ masalah: 'kunci_asing' }]);
		expect(verifyFile('{"lain":1}\n', null)).toBeNull();
	});

	it('cuplikan memuat catatan satu objek saja, tiap butir terbukti sampai titiknya', async () => {
		await catat('penilaian/1/I01', 2);
		await catat('penilaian/1/I02', 3);
		await catat('penilaian/10/I01');
		await signActivity(ctx, { rantai });
		await catat('penilaian/1/I02');
		await signActivity(ctx, { rantai });
		const teks = await kumpul(eksporCuplikan(ctx.db, rantai, 'penilaian/1/I02', {}));
		expect(teks).not.toContain('I01');
		expect(verifyFile(teks, null)).toMatchObject({ jenis: 'cuplikan', baris: 4, titik: 2, masalah: [] });
		const induk = await kumpul(eksporCuplikan(ctx.db, rantai, 'penilaian/1', {}));
		expect(verifyFile(induk, null)).toMatchObject({ baris: 6, masalah: [] });
		const salah = (t: string) => verifyFile(t, null)?.masalah.map((m) => m.masalah);
		expect(salah(teks.replace('\\"ke\\":1', '\\"ke\\":2'))).toContain('hash_tidak_cocok');
		expect(salah(teks.replace(/"jalur":\["[^"]+"/, '"jalur":["kiri:00"'))).toContain('jalur_tidak_cocok');
		expect(salah(teks.replace('"objek":"penilaian/1/I02"', '"objek":"penilaian/2"'))).toContain('objek_lain');
		const sebaris = teks
			.split('\n')
			.filter((_, i) => i !== 2)
			.join('\n');
		expect(salah(sebaris)).toEqual(['terpotong']);
	});
});
