import type { Isi } from './nasional-isi.ts';
import { readSql } from './pages.ts';
import { median, p95, type Row, round, row } from './row.ts';

/** Pages of the evaluation round at national size, by an administrator and by an operator of one unit. */
export async function measureNasional(url: string, isi: Isi, db: string, n: number): Promise<Row[]> {
	const ruang = `/kerja/${isi.slug}`;
	const penilaian = `${ruang}/penilaian/${isi.penilaianId}`;
	const meja = `${penilaian}/${isi.indikator[0]}`;
	const { jumlah } = isi;
	const ukuran = `${jumlah.penugasan} indikator, ${jumlah.nilai} nilai, ${jumlah.bukti} bukti`;
	const rows: Row[] = [];
	for (const [nama, peran, token, path] of [
		['Daftar penilaian nasional', 'admin nasional', isi.admin, `/kerja/nasional/${isi.putaranId}`],
		['Daftar penilaian', 'koordinator', isi.koordinator, `${ruang}/penilaian`],
		['Daftar penilaian', 'operator', isi.operator, `${ruang}/penilaian`],
		['Satu penilaian', 'admin nasional', isi.admin, penilaian],
		['Satu penilaian', 'koordinator', isi.koordinator, penilaian],
		['Satu penilaian', 'operator', isi.operator, penilaian],
		['Meja indikator', 'admin nasional', isi.admin, meja],
		['Meja indikator', 'operator', isi.operator, meja],
		['Antrean', 'koordinator', isi.koordinator, ruang],
		['Antrean', 'operator', isi.operator, ruang],
	] as const) {
		const samples = await ambil(`${url}${path}`, token, url, n);
		const waktu = round(p95(samples.map((s) => s.ms)));
		const sql = median(samples.map((s) => s.sql)); // now and then the watch over the data version falls into one
		rows.push(
			row(`${nama}, ${peran} (${db})`, ukuran, {
				peran,
				p95Ms: waktu,
				sql,
				batas: '≤ 100 ms, ≤ 6 SQL',
				lolos: waktu <= 100 && sql <= 6,
			}),
		);
	}
	return rows;
}

async function ambil(
	alamat: string,
	token: string,
	url: string,
	n: number,
): Promise<{ ms: number; sql: number }[]> {
	const samples: { ms: number; sql: number }[] = [];
	for (let i = 0; i < n + 10; i++) {
		const before = await readSql(url);
		const started = performance.now();
		const jawab = await fetch(alamat, {
			headers: { cookie: `matang_sesi=${token}`, 'accept-encoding': 'br' },
			redirect: 'manual',
		});
		await jawab.arrayBuffer();
		const ms = performance.now() - started;
		if (jawab.status !== 200) throw new Error(`${alamat}: ${jawab.status}`);
		const after = await readSql(url);
		if (i >= 10) samples.push({ ms, sql: after.count - before.count });
	}
	return samples;
}

/** Operators who all save one answer in the same moment; whoever got a "saved" finds it in the ledger afterwards. */
export async function measureTenggat(url: string, isi: Isi, db: string, kali: number): Promise<Row[]> {
	const antre = Array.from({ length: kali }, (_, k) =>
		isi.penulis.map((p) => ({ ...p, nilai: 1 + ((k + p.penilaianId) % 5) })),
	).flat();
	const mulai = await Promise.all(antre.map((p) => bacaDasar(url, p)));
	const waktu: number[] = [];
	const hasil = await Promise.all(
		antre.map(async (p, n) => {
			const started = performance.now();
			const status = await simpan(url, p, mulai[n] ?? '0');
			waktu.push(performance.now() - started);
			return status;
		}),
	);
	const banyak = (s: string) => hasil.filter((h) => h === s).length;
	const tersimpan = banyak('tersimpan');
	const ms = round(p95(waktu));
	return [
		row(
			`${antre.length} penyimpanan serentak (${db})`,
			`tersimpan ${tersimpan}, bentrok ${banyak('bentrok')}, sibuk ${banyak('sibuk')}`,
			{
				peran: 'operator',
				p95Ms: ms,
				batas: kali === 1 ? '≤ 250 ms, semua tersimpan' : 'jujur: tersimpan, bentrok, atau sibuk',
				lolos: kali === 1 ? ms <= 250 && tersimpan === antre.length : banyak('galat') === 0,
			},
		),
	];
}

type Penyimpanan = Isi['penulis'][number] & { nilai: number };

const alamatMeja = (url: string, p: Penyimpanan) =>
	`${url}/kerja/${p.slug}/penilaian/${p.penilaianId}/${p.indikator}`;

async function bacaDasar(url: string, p: Penyimpanan): Promise<string> {
	const html = await (
		await fetch(alamatMeja(url, p), { headers: { cookie: `matang_sesi=${p.token}` } })
	).text();
	return /name="dasar" value="(\d+)"/.exec(html)?.[1] ?? '0';
}

async function simpan(
	url: string,
	p: Penyimpanan,
	dasar: string,
): Promise<'tersimpan' | 'bentrok' | 'sibuk' | 'galat'> {
	const jawab = await fetch(`${alamatMeja(url, p)}?/simpan`, {
		method: 'POST',
		headers: {
			cookie: `matang_sesi=${p.token}`,
			origin: url,
			accept: 'text/html',
			'content-type': 'application/x-www-form-urlencoded',
		},
		redirect: 'manual',
		body: new URLSearchParams({
			nilai: String(p.nilai),
			fakta: 'Fakta',
			analisis: 'Analisis',
			justifikasi: '',
			luar: '',
			dasar,
		}),
	}).catch(() => null);
	await jawab?.arrayBuffer();
	if (jawab?.status === 303) return 'tersimpan';
	return jawab?.status === 409 ? 'bentrok' : jawab?.status === 503 ? 'sibuk' : 'galat';
}
