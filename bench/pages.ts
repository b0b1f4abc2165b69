import { p95, type Row, round, row } from './row.ts';

/** The public pages as a reader meets them. */
export const pages = [
	['Beranda', '/'],
	['Instansi', '/instansi/kota-balikpapan'],
	['Instansi 2022', '/instansi/kota-balikpapan?tahun=2022'],
	['Peringkat', '/peringkat?tahun=2024'],
	['Peringkat Kaltim', '/peringkat?tahun=2024&provinsi=64'],
	['Bandingkan', '/bandingkan?i=kota-balikpapan&i=kota-samarinda&i=kota-bontang'],
	['Hitung', '/hitung?instrumen=spbe-2020'],
	['Instrumen', '/instrumen/spbe-2020'],
	['Metode', '/metode'],
	['Data', '/data'],
	['API peringkat', '/api/v1/peringkat?tahun=2024'],
] as const;

interface Sample {
	ms: number;
	sqlMs: number;
	sql: number;
}

/** Pages that are made anew each time (an unknown parameter makes every address new), one after another. */
export async function measurePages(
	url: string,
	db: 'PGlite' | 'PostgreSQL',
	ukuran: string,
	n = 60,
): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [nama, path] of pages) {
		for (let i = 0; i < 20; i++) await take(url, path, `hangat${i}`);
		const samples: Sample[] = [];
		for (let i = 0; i < n; i++) samples.push(await take(url, path, `ukur${i}`));
		rows.push(toRow(`${nama} (${db})`, ukuran, db, samples));
	}
	return rows;
}

function toRow(nama: string, ukuran: string, db: string, samples: Sample[]): Row {
	const wall = round(p95(samples.map(({ ms }) => ms)));
	const beyond = round(p95(samples.map(({ ms, sqlMs }) => ms - sqlMs)));
	const limit =
		db === 'PGlite'
			? { batas: '≤ 60 ms', lolos: wall <= 60 }
			: { batas: `SQL + 40 ms (di luar SQL ${beyond})`, lolos: beyond <= 40 };
	return row(nama, ukuran, { p95Ms: wall, sql: Math.min(...samples.map(({ sql }) => sql)), ...limit });
}

async function take(url: string, path: string, mark: string): Promise<Sample> {
	const before = await readSql(url);
	const address = `${url}${path}${path.includes('?') ? '&' : '?'}_=${mark}`;
	const started = performance.now();
	const response = await fetch(address, { headers: { 'accept-encoding': 'br' } });
	await response.arrayBuffer();
	const ms = performance.now() - started;
	if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
	const after = await readSql(url);
	return { ms, sqlMs: (after.seconds - before.seconds) * 1000, sql: after.count - before.count };
}

export async function readSql(url: string): Promise<{ count: number; seconds: number }> {
	const text = await (await fetch(`${url}/metrics`)).text();
	const value = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
	return { count: value('matang_sql_total'), seconds: value('matang_sql_detik_total') };
}
