import { readFileSync } from 'node:fs';
import { startSite } from '../test/journey/site.ts';
import { type Row, round, row } from './row.ts';

/** Start on an empty data directory, start again, and the memory after the pages were read. */
export async function measureStart(): Promise<Row[]> {
	const first = await timeStart();
	await first.site.stop();
	const second = await timeStart(first.site.dataDir);
	for (let i = 0; i < 50; i++)
		await (await fetch(`${second.site.url}/peringkat?tahun=2024&_=${i}`)).arrayBuffer();
	const memory = readMemory(second.site.child.pid ?? 0);
	await second.site.stop();
	return [
		row('Mulai pertama (basis data baru)', `${first.ms} ms`, {}),
		row('Mulai kedua', `${second.ms} ms`, {
			rasio: round(second.ms / first.ms, 2),
			batas: '≤ 5 s',
			lolos: second.ms <= 5000,
		}),
		row('Memori tinggal setelah 50 halaman', `${memory} MB`, { batas: '≤ 512 MB', lolos: memory <= 512 }),
	];
}

async function timeStart(dataDir?: string) {
	const started = performance.now();
	const site = await startSite({}, dataDir);
	return { site, ms: Math.round(performance.now() - started) };
}

function readMemory(pid: number): number {
	const status = readFileSync(`/proc/${pid}/status`, 'utf8');
	return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1024);
}
