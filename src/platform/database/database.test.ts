import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { projectDir } from '../config.ts';
import { silentLog } from '../log.ts';
import { holdLock, readLockOwner } from './lock.ts';
import { listPending, migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import { describeDatabase } from './testing.ts';

const migrations = join(projectDir, 'migrations');

describeDatabase('basis data', (get) => {
	it('memberi jenis nilai yang sama dari kedua pengandar', async () => {
		const { rows } = await sql<Record<string, unknown>>`
			select 9007199254740993::int8 as besar, 3.05::numeric as angka, '2026-06-05'::date as tanggal,
				'{"a":[1]}'::jsonb as isi, timestamptz '2026-01-01T00:00:00Z' as waktu`.execute(get().db.kysely);
		expect(rows[0]).toEqual({
			besar: 9007199254740993n,
			angka: '3.05',
			tanggal: '2026-06-05',
			isi: { a: [1] },
			waktu: new Date('2026-01-01T00:00:00Z'),
		});
	});

	it('tidak menerapkan migrasi dua kali', async () => {
		expect(await migrate(get().db, migrations)).toEqual([]);
		expect(await listPending(get().db, migrations)).toEqual([]);
	});

	it('tidak mencampur bacaan lain ke dalam transaksi yang terbuka', async () => {
		const { kysely } = get().db;
		let inside: Promise<unknown> | undefined;
		const failed = kysely.transaction().execute(async (trx) => {
			await trx.insertInto('muatan').values({ nama: 'campur', sha256: 'x' }).execute();
			inside = kysely.selectFrom('muatan').selectAll().where('nama', '=', 'campur').execute();
			throw new Error('batal');
		});
		await expect(failed).rejects.toThrow('batal');
		expect(await inside).toEqual([]);
	});

	it('menolak migrasi yang berkasnya berubah', async () => {
		await sql`update migrasi set sha256 = 'lain' where nomor = 1`.execute(get().db.kysely);
		await expect(migrate(get().db, migrations)).rejects.toThrow('Migrasi 1');
	});
});

describe('kunci direktori data', () => {
	const dir = mkdtempSync(join(tmpdir(), 'matang-kunci-'));
	const path = join(dir, 'kunci');

	it('menolak pemegang kedua dan menyebut PID pemegang pertama', () => {
		const lock = holdLock(path);
		expect(() => holdLock(path)).toThrow(`PID ${process.pid}`);
		lock.release();
		expect(readLockOwner(path)).toBeNull();
	});

	it('mengambil alih kunci milik proses yang sudah mati atau PID yang dipakai ulang', () => {
		for (const stale of ['999999999 1', `${process.pid} 1`, '', 'rusak']) {
			writeFileSync(path, stale);
			holdLock(path).release();
		}
		rmSync(dir, { recursive: true });
	});
});

describe('basis data tertanam', () => {
	it('membuat ulang direktori yang pembuatannya terputus dan membuka lagi yang sudah jadi', async () => {
		const dir = mkdtempSync(join(tmpdir(), 'matang-db-'));
		const broken = openPglite(dir, silentLog, async () => {
			throw new Error('terputus');
		});
		await expect(broken).rejects.toThrow('terputus');
		let prepared = 0;
		const prepare = async () => void prepared++;
		for (let i = 0; i < 2; i++) await (await openPglite(dir, silentLog, prepare)).close();
		expect(prepared).toBe(3);
		rmSync(dir, { recursive: true });
	});
});
