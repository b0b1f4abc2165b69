import { newDataDir, removeDir, startSite } from '../test/journey/site.ts';
import { type Isi, isiNasional } from './nasional-isi.ts';
import { readSql } from './pages.ts';
import { median, p95, type Row, round, row } from './row.ts';

/** Operators of the evening of the deadline, and how many times as many it is tried with. */
const tenggat = { operator: 200, berlipat: 5 };

/** The evaluation round at national size: pages, the evening of the deadline, opening a round, an evidence archive. */
export async function measureNasional(env: Record<string, string>, db: string, n: number): Promise<Row[]> {
	const dir = newDataDir();
	try {
		const jumlah = tenggat.operator * tenggat.berlipat;
		const isi = await isiNasional({ ...env, MATANG_DATA_DIR: dir }, jumlah);
		const site = await startSite(env, dir);
		try {
			return [
				...(await measureHalaman(site.url, isi, db, n)),
				...(await measureZip(site.url, isi, db)),
				...(await measureTenggat(site.url, isi.penulis.slice(0, tenggat.operator), db, true)),
				...(await measureTenggat(site.url, isi.penulis, db, false)),
				...(await measurePembukaan(site.url, isi, db)),
			];
		} finally {
			await site.stop();
		}
	} finally {
		removeDir(dir);
	}
}

/** Pages of the evaluation round, by an administrator and by an operator of one unit. */
async function measureHalaman(url: string, isi: Isi, db: string, n: number): Promise<Row[]> {
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

/** Operators who all save one answer in the same moment; what was not saved was said so. */
export async function measureTenggat(
	url: string,
	penulis: Isi['penulis'],
	db: string,
	biasa: boolean,
): Promise<Row[]> {
	for (const p of penulis.slice(0, 40)) await simpan(url, { ...p, nilai: 3 }, await bacaDasar(url, p)); // the evening has begun
	const antre = penulis.map((p) => ({ ...p, nilai: 1 + (p.penilaianId % 5) }));
	const mulai: string[] = [];
	for (const p of antre) mulai.push(await bacaDasar(url, p));
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
			`tersimpan ${tersimpan}, bentrok ${banyak('bentrok')}, sibuk ${banyak('sibuk')}, galat ${banyak('galat')}`,
			{
				peran: 'operator',
				p95Ms: ms,
				batas: biasa ? '≤ 250 ms, semua tersimpan' : 'jujur: tersimpan, bentrok, atau sibuk',
				lolos: biasa ? ms <= 250 && tersimpan === antre.length : banyak('galat') === 0,
			},
		),
	];
}

type Penyimpanan = Isi['penulis'][number] & { nilai: number };

const alamatMeja = (url: string, p: Isi['penulis'][number]) =>
	`${url}/kerja/${p.slug}/penilaian/${p.penilaianId}/${p.indikator}`;

async function bacaDasar(url: string, p: Isi['penulis'][number]): Promise<string> {
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

const kepala = (url: string, token: string) => ({
	cookie: `matang_sesi=${token}`,
	origin: url,
	accept: 'text/html',
	'content-type': 'application/x-www-form-urlencoded',
});

/** Opening a round: for one institution, answered by its page; for all, in the background until it says it is done. */
async function measurePembukaan(url: string, isi: Isi, db: string): Promise<Row[]> {
	const putaran = (nama: string, instrumen: string) => ({
		...{ nama, tahun: '2026', jenis: 'evaluasi', instrumen },
		...{ 'mulai-mandiri': '2026-07-01', 'selesai-mandiri': '2026-12-31' },
	});
	const kirim = (path: string, token: string, isian: [string, string][]) =>
		fetch(`${url}${path}`, {
			method: 'POST',
			redirect: 'manual',
			headers: kepala(url, token),
			body: new URLSearchParams(isian),
		});
	const satu: number[] = [];
	for (let n = 0; n < 20; n++) {
		const started = performance.now();
		const jawab = await kirim(
			`/kerja/${isi.slug}/penilaian`,
			isi.koordinator,
			Object.entries(putaran(`Latihan ${n}`, 'spbe-2020')),
		);
		if (jawab.status !== 303) throw new Error(`membuka putaran: ${jawab.status}`);
		if (n >= 3) satu.push(performance.now() - started);
	}
	const started = performance.now();
	const jawab = await kirim('/kerja/nasional?/buka', isi.admin, [
		...Object.entries(putaran('Nasional', 'pemdi-2026')),
		...isi.jenis.map((j): [string, string] => ['peserta', j]),
	]);
	const pekerjaan = jawab.headers.get('location');
	if (jawab.status !== 303 || !pekerjaan) throw new Error(`membuka putaran nasional: ${jawab.status}`);
	let selesai = '<progress';
	while (selesai.includes('<progress')) {
		await new Promise((jadi) => setTimeout(jadi, 100));
		selesai = await (await fetch(new URL(pekerjaan, url), { headers: kepala(url, isi.admin) })).text();
	}
	const semua = round(performance.now() - started);
	return [
		row(`Membuka putaran satu instansi (${db})`, '47 indikator', {
			...{ peran: 'koordinator', p95Ms: round(p95(satu)), batas: '≤ 100 ms' },
			lolos: p95(satu) <= 100,
		}),
		row(`Membuka putaran nasional, di latar (${db})`, `${isi.peserta} instansi`, {
			...{ peran: 'admin nasional', p95Ms: semua, batas: '≤ 10 s' },
			lolos: semua <= 10_000 && /\/kerja\/nasional\/\d+"/.test(selesai),
		}),
	];
}

/** The whole package of an institution with large files: when its first byte comes, and what the server grows by. */
async function measureZip(url: string, isi: Isi, db: string): Promise<Row[]> {
	const memori = async () => {
		const teks = await (await fetch(`${url}/metrics`)).text();
		return Number(/^process_resident_memory_bytes (\S+)$/m.exec(teks)?.[1]);
	};
	const [awal, sebelum] = [[] as number[], await memori()];
	let [byte, puncak] = [0, sebelum];
	for (let n = 0; n < 5; n++) {
		const started = performance.now();
		const jawab = await fetch(`${url}/kerja/${isi.slug}/penilaian/${isi.penilaianId}/paket/zip`, {
			headers: kepala(url, isi.koordinator),
		});
		if (jawab.status !== 200 || !jawab.body) throw new Error(`paket: ${jawab.status}`);
		byte = 0;
		for await (const potong of jawab.body) {
			if (byte === 0) awal.push(performance.now() - started);
			byte += potong.length;
		}
		puncak = Math.max(puncak, await memori());
	}
	const ms = round(p95(awal));
	return [
		row(`Paket bukti, bita pertama (${db})`, `${Math.round(byte / 1e6)} MB`, {
			...{ peran: 'koordinator', p95Ms: ms, batas: '≤ 500 ms' },
			lolos: ms <= 500,
		}),
		row(`Paket bukti, memori bertambah (${db})`, `${Math.round((puncak - sebelum) / 1e6)} MB`, {
			rasio: round(puncak / sebelum, 2),
		}),
	];
}
