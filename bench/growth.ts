import { sql } from 'kysely';
import { pino } from 'pino';
import { openApp } from '#app';
import { hitungUlangPeringkat } from '#features/hasil/peringkat-ulang.ts';
import { kunciPenulis, naikkanVersi, type Trx } from '#features/hasil/tulis-hasil.store.ts';
import { readConfig } from '#platform/config.ts';
import { newDataDir, removeDir, startSite } from '../test/journey/site.ts';
import { measurePages } from './pages.ts';
import { type Row, round } from './row.ts';

const sizes = [
	['10× instansi', multiplyInstansi],
	['10× tahun', multiplyTahun],
] as const;

/**
 * The same pages with ten times the institutions and ten times the years; the ratio is to `base`, the rows of the
 * published data in this run. A page may not need more statements because there is more data.
 */
export async function measureGrowth(base: readonly Row[], n: number): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [ukuran, multiply] of sizes) {
		const dir = newDataDir();
		await fill(dir, multiply);
		const site = await startSite({}, dir);
		for (const row of await measurePages(site.url, 'PGlite', ukuran, n)) {
			const before = base.find((b) => b.nama === row.nama);
			const rasio = before?.p95Ms && row.p95Ms ? round(row.p95Ms / before.p95Ms, 2) : null;
			rows.push({ ...row, rasio, batas: 'banyak SQL tetap', lolos: row.sql === before?.sql });
		}
		await site.stop();
		removeDir(dir);
	}
	return rows;
}

async function fill(dir: string, multiply: (trx: Trx) => Promise<void>): Promise<void> {
	const config = readConfig({ ...process.env, MATANG_DATA_DIR: dir, DATABASE_URL: '' });
	const app = await openApp(config, pino({ level: 'silent' }), () => {});
	await app
		.ctxOf({ jenis: 'operator' })
		.db.transaction()
		.execute(async (trx) => {
			await kunciPenulis(trx);
			await multiply(trx);
			await hitungUlangPeringkat(trx);
			await naikkanVersi(trx, new Date());
		});
	await app.close();
}

/** Nine invented copies of every institution, each with the results of the real one. */
async function multiplyInstansi(trx: Trx): Promise<void> {
	await sql`
		insert into instansi (slug, nama, jenis, provinsi_kode)
		select i.slug || '-' || n, i.nama || ' ' || n, i.jenis, i.provinsi_kode
		from instansi i cross join generate_series(2, 10) n`.execute(trx);
	await copyHasil(
		trx,
		sql`
		select h.id as asal, baru.id as instansi_id, h.tahun
		from hasil h
		join instansi i on i.id = h.instansi_id
		cross join generate_series(2, 10) n
		join instansi baru on baru.slug = i.slug || '-' || n`,
	);
}

/** Nine copies of every year, as future years; complete where the real one is. */
async function multiplyTahun(trx: Trx): Promise<void> {
	await sql`
		insert into tahun_evaluasi (tahun, instrumen, lengkap, aturan_predikat, sumber)
		select t.tahun + 8 * n, t.instrumen, t.lengkap, t.aturan_predikat, t.sumber
		from tahun_evaluasi t cross join generate_series(1, 9) n`.execute(trx);
	await sql`
		insert into nasional (tahun, simpul, nilai, sumber)
		select t.tahun + 8 * n, t.simpul, t.nilai, t.sumber
		from nasional t cross join generate_series(1, 9) n`.execute(trx);
	await copyHasil(
		trx,
		sql`
		select h.id as asal, h.instansi_id, h.tahun + 8 * n as tahun
		from hasil h cross join generate_series(1, 9) n`,
	);
}

/** @param salinan rows of `asal`, `instansi_id`, `tahun`: which result is copied to whom and when */
async function copyHasil(trx: Trx, salinan: ReturnType<typeof sql>): Promise<void> {
	await sql`
		insert into hasil (instansi_id, tahun, instrumen, indeks, predikat, predikat_turunan, sumber, status, alasan, simpulan)
		select s.instansi_id, s.tahun, h.instrumen, h.indeks, h.predikat, h.predikat_turunan, h.sumber, h.status, h.alasan, h.simpulan
		from (${salinan}) s join hasil h on h.id = s.asal`.execute(trx);
	await sql`
		insert into hasil_nilai (hasil_id, simpul, nilai, sumber)
		select baru.id, v.simpul, v.nilai, v.sumber
		from (${salinan}) s
		join hasil_nilai v on v.hasil_id = s.asal
		join hasil baru on baru.instansi_id = s.instansi_id and baru.tahun = s.tahun`.execute(trx);
}
