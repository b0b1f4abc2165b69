import { afterEach, expect, it } from 'vitest';
import { describeDatabase } from '../database/testing.ts';
import { silentLog } from '../log.ts';
import { type JobRunner, openJobs, type Pekerja } from './jobs.ts';

const pekerja = (kerjakan: Pekerja['kerjakan'], isian: Partial<Pekerja> = {}): Pekerja => ({
	batas: 30,
	ulang: 3,
	jeda: 0,
	kerjakan,
	...isian,
});

describeDatabase('antrean pekerjaan', (get) => {
	let runner: JobRunner | undefined;
	const mulai = async (daftar: Record<string, Pekerja>) => {
		runner = openJobs(get().db, silentLog, 0.5);
		await runner.start(daftar);
		return runner.jobs;
	};
	afterEach(() => runner?.stop());

	/** Settles at the call that makes `jumlah`. */
	const panggilan = (jumlah: number, tiap: (ke: number, isi: unknown) => void = () => {}) => {
		const isi: unknown[] = [];
		let lengkap: (isi: unknown[]) => void = () => {};
		const semua = new Promise<unknown[]>((resolve) => {
			lengkap = resolve;
		});
		const kerjakan = async (masuk: unknown) => {
			isi.push(masuk);
			if (isi.length === jumlah) lengkap(isi);
			tiap(isi.length, masuk);
		};
		return { isi, semua, kerjakan };
	};

	it('dikerjakan setelah transaksi perbuatannya selesai, juga dari dalam transaksi peran aplikasi', async () => {
		const uji = panggilan(1);
		const jobs = await mulai({ uji_kirim: pekerja(uji.kerjakan) });
		await get()
			.ctx.db.transaction()
			.execute(async (trx) => {
				await trx.selectFrom('instansi').select('id').execute();
				const { sql } = await import('kysely');
				await sql`select set_config('role', 'matang_aplikasi', true)`.execute(trx);
				await jobs.enqueue(trx, 'uji_kirim', { nomor: 1 });
				const { rows } = await sql<{ role: string }>`select current_user as role`.execute(trx);
				expect(rows[0]?.role).toBe('matang_aplikasi');
				expect(uji.isi).toEqual([]);
			});
		expect(await uji.semua).toEqual([{ nomor: 1 }]);
	});

	it('tidak dikerjakan bila transaksinya batal', async () => {
		const uji = panggilan(1);
		const jobs = await mulai({ uji_batal: pekerja(uji.kerjakan) });
		await expect(
			get()
				.ctx.db.transaction()
				.execute(async (trx) => {
					await jobs.enqueue(trx, 'uji_batal', { nomor: 1 });
					throw new Error('batal');
				}),
		).rejects.toThrow('batal');
		await get()
			.ctx.db.transaction()
			.execute((trx) => jobs.enqueue(trx, 'uji_batal', { nomor: 2 }));
		expect(await uji.semua).toEqual([{ nomor: 2 }]);
	});

	it('yang gagal diulang sampai berhasil', async () => {
		const uji = panggilan(3, (ke) => {
			if (ke < 3) throw new Error('mati di tengah jalan');
		});
		const jobs = await mulai({ uji_ulang: pekerja(uji.kerjakan) });
		await get()
			.ctx.db.transaction()
			.execute((trx) => jobs.enqueue(trx, 'uji_ulang', { nomor: 7 }));
		expect(await uji.semua).toEqual([{ nomor: 7 }, { nomor: 7 }, { nomor: 7 }]);
	}, 30_000);

	it('yang belum dikerjakan saat berhenti dikerjakan setelah mulai lagi', async () => {
		const tidur = panggilan(1);
		const jobs = await mulai({ uji_mulai: pekerja(tidur.kerjakan) });
		await runner?.stop();
		await expect(
			get()
				.ctx.db.transaction()
				.execute((trx) => jobs.enqueue(trx, 'uji_mulai', {})),
		).rejects.toThrow('tidak ada pekerja');
		const bangun = panggilan(1);
		const lagi = await mulai({ uji_mulai: pekerja(bangun.kerjakan) });
		await get()
			.ctx.db.transaction()
			.execute((trx) => lagi.enqueue(trx, 'uji_mulai', { nomor: 3 }));
		expect(await bangun.semua).toEqual([{ nomor: 3 }]);
	}, 30_000);
});
