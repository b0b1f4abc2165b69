import { readdirSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openApp } from '#app';
import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { readOrang } from '#features/akun/read-orang.ts';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import { openPencetak } from '#features/laporan/cetak/pencetak.ts';
import { isiBerkas } from '#features/laporan/laporan.testing.ts';
import { siapkanLaporan } from '#features/laporan/susun-laporan-panjang.ts';
import { unduhLaporanHasil } from '#features/laporan/unduh-laporan-hasil.ts';
import { unduhLembarNasional } from '#features/laporan/unduh-nasional.ts';
import { unduhLaporanPutaran } from '#features/laporan/unduh-putaran.ts';
import { skorPenilaian } from '#features/penilaian/penilaian.rules.ts';
import { insertPenilaian, insertPutaran } from '#features/penilaian/penilaian.store.ts';
import { readConfig } from '#platform/config.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { listIndikator } from '#scoring';
import { newDataDir, removeDir } from '../test/journey/site.ts';
import { p95, type Row, round, row } from './row.ts';

const INSTANSI = 650;

/** One report, a nation of reports, and the workbook of a national round, on the embedded database. */
export async function measureLaporan(): Promise<Row[]> {
	const dir = newDataDir();
	const config = readConfig({ ...process.env, MATANG_DATA_DIR: dir, DATABASE_URL: '' });
	const app = await openApp(config, pino({ level: 'silent' }), () => {});
	try {
		const ctx = app.ctxOf({ jenis: 'operator' });
		const { orang, putaranId, satu } = await susunPutaran(ctx);
		const nasional: Ctx = { ...ctx, who: orang };
		return [
			await ukurSatu('Laporan hasil terbit, PDF', '1 instansi', async (n) => {
				const tahun = [2022, 2023, 2024][n % 3] ?? 2024;
				return await unduhLaporanHasil(ctx, { slug: 'kota-balikpapan', tahun, format: 'pdf' });
			}),
			await ukurSatu('Laporan evaluasi putaran, PDF', '47 indikator, 2 tahap', () =>
				unduhLaporanPutaran(nasional, { ruang: satu.ruang, id: satu.id, format: 'pdf' }),
			),
			...(await ukurBanyak(nasional, orang, putaranId)),
			await ukurLembar(nasional, putaranId),
		];
	} finally {
		await app.close();
		removeDir(dir);
	}
}

async function susunPutaran(ctx: Ctx) {
	const ada = await ctx.db.selectFrom('instansi').select('id').execute();
	await sql`insert into instansi (slug, nama, jenis, provinsi_kode)
		select 'ukur-' || n, 'Kabupaten Ukur ' || n, 'kabupaten', '64'
		from generate_series(1, ${Math.max(0, INSTANSI - ada.length)}::integer) n`.execute(ctx.db);
	const rangka = requireInstrumen(ctx, 'spbe-2020');
	const indikator = listIndikator(rangka).map((i) => i.id);
	const id = await insertOrang(ctx.db, { nama: 'Ukur', surel: 'ukur@contoh.invalid', dibuat: new Date() });
	if (id === undefined) throw new Error('orang sudah ada');
	return await ctx.db.transaction().execute(async (trx) => {
		const kini = new Date();
		const peran = { peran: 'admin_nasional', instansiId: null, unitId: null } as const;
		await insertPeran(trx, { orangId: id, ...peran, diberi: kini, oleh: null });
		const putaranId = await insertPutaran(trx, {
			...{ nama: 'Nasional', tahun: 2025, jenis: 'evaluasi', instrumen: rangka, penyelenggaraId: null },
			tahap: [{ tahap: 'mandiri', mulai: '2025-01-01', selesai: '2099-12-31' }],
			...{ dibuat: kini, oleh: id },
		});
		const peserta = await trx.selectFrom('instansi').select('id').orderBy('id').limit(INSTANSI).execute();
		const nilai = new Map(indikator.map((i, n) => [i, (1 + (n % 5)) * 100]));
		const { skor, terjawab } = skorPenilaian(rangka, 2025, nilai);
		await insertPenilaian(trx, { putaranId, peserta: peserta.map((p) => p.id), skor });
		await sql`insert into nilai (instansi_id, penilaian_id, tahap, indikator, nilai, fakta, analisis, justifikasi, luar, orang_id, waktu)
			select p.instansi_id, p.id, t.tahap, i.id, 100 * (1 + (i.n - 1) % 5), 'Perwali 12 Tahun 2024 pasal 5, hlm. 3. ' || repeat('Memuat semua unit kerja. ', 8),
				repeat('Kriteria tingkat ini terpenuhi karena seluruh domain diatur. ', 5), case t.tahap when 'mandiri' then '' else 'Bukti sesuai.' end, null, ${id}, now()
			from penilaian p cross join unnest(${indikator}::text[]) with ordinality as i (id, n) cross join (values ('mandiri'), ('dokumen')) t (tahap)
			where p.putaran_id = ${putaranId}`.execute(trx);
		await sql`update penilaian set terjawab = ${terjawab} where putaran_id = ${putaranId}`.execute(trx);
		const orang = await readOrang(trx, id);
		const p = await trx
			.selectFrom('penilaian')
			.innerJoin('instansi', 'instansi.id', 'penilaian.instansi_id')
			.select(['penilaian.id', 'instansi.id as instansiId', 'slug', 'nama'])
			.where('putaran_id', '=', putaranId)
			.executeTakeFirstOrThrow();
		if (!orang) throw new Error('tanpa orang');
		return { orang, putaranId, satu: { id: p.id, ruang: { id: p.instansiId, slug: p.slug, nama: p.nama } } };
	});
}

type Berkas = Awaited<ReturnType<typeof unduhLaporanHasil>> | Awaited<ReturnType<typeof unduhLaporanPutaran>>;

async function ukurSatu(nama: string, ukuran: string, buat: (n: number) => Promise<Berkas>): Promise<Row> {
	const samples: number[] = [];
	for (let n = 0; n < 33; n++) {
		const started = performance.now();
		const hasil = await buat(n);
		if (!hasil.ok) throw new Error(hasil.reason);
		if (n >= 3) samples.push(performance.now() - started);
	}
	const ms = round(p95(samples));
	return row(nama, ukuran, { p95Ms: ms, batas: '≤ 1 s', lolos: ms <= 1000 });
}

/** Resident megabytes of this process and of those it started. */
function ingatan(): number {
	const kb = (pid: string) => Number(/VmRSS:\s+(\d+)/.exec(baca(`/proc/${pid}/status`))?.[1] ?? 0);
	const anak = readdirSync('/proc').filter(
		(pid) => /^\d+$/.test(pid) && /\) \S (\d+)/.exec(baca(`/proc/${pid}/stat`))?.[1] === String(process.pid),
	);
	return [String(process.pid), ...anak].reduce((n, pid) => n + kb(pid), 0) / 1024;
}
function baca(path: string): string {
	try {
		return readFileSync(path, 'utf8');
	} catch {
		return ''; // ended in between
	}
}

async function ukurBanyak(ctx: Ctx, orang: Orang, putaranId: number): Promise<Row[]> {
	const pencetak = openPencetak(ctx.dir.project);
	const catatan: number[] = [];
	const pantau = process.platform === 'linux' ? setInterval(() => catatan.push(ingatan()), 250) : undefined;
	const started = performance.now();
	let byte = 0;
	try {
		const bahan = await siapkanLaporan(ctx, orang, { apa: 'buku_zip', putaranId }, pencetak, async () => {});
		for await (const bagian of bahan?.isi ?? []) byte += bagian.byteLength;
	} finally {
		clearInterval(pantau);
		pencetak.close();
	}
	const detik = round((performance.now() - started) / 1000);
	const perempat = Math.max(1, Math.floor(catatan.length / 4));
	const [awal, akhir] = [Math.max(...catatan.slice(0, perempat)), Math.max(...catatan.slice(-perempat))];
	const ukuran = `${INSTANSI} laporan, ${round(byte / 1e6)} MB, ${detik} s`;
	return [
		row('Laporan evaluasi seluruh instansi (ZIP)', ukuran, {
			p95Ms: detik * 1000,
			batas: '≤ 5 menit',
			lolos: detik <= 300,
		}),
		row(
			'Ingatan sepanjang itu',
			`${round(awal)} MB pada perempat pertama, ${round(akhir)} MB pada yang terakhir`,
			{
				...{ rasio: round(akhir / awal, 2), batas: '≤ 1,25', lolos: akhir / awal <= 1.25 },
			},
		),
	];
}

async function ukurLembar(ctx: Ctx, putaranId: number): Promise<Row> {
	const started = performance.now();
	const hasil = await unduhLembarNasional(ctx, putaranId);
	if (!hasil.ok) throw new Error(hasil.reason);
	const isi = await isiBerkas(hasil.value);
	const ms = round(performance.now() - started);
	const ukuran = `${INSTANSI} × 47 × 2 nilai, ${round(isi.byteLength / 1e6)} MB`;
	return row('XLSX putaran nasional, dialirkan', ukuran, { p95Ms: ms, batas: '≤ 5 s', lolos: ms <= 5000 });
}
