import { openBrowser } from '../test/journey/browser.ts';
import { browserPath } from '../test/journey/site.ts';
import { p95, type Row, round, row } from './row.ts';

const frameMs = 1000 / 60;

/** In the browser: from choosing a level to the new index standing in a laid-out page. */
export async function measureHitung(url: string): Promise<Row[]> {
	if (!browserPath) {
		process.stderr.write('  Hitung tidak diukur: tidak ada Chromium.\n');
		return [];
	}
	const browser = await openBrowser();
	try {
		const page = await browser.newPage();
		await page.goto(`${url}/hitung?instrumen=spbe-2020&n=1${'3'.repeat(47)}`);
		await page.getByRole('button', { name: 'Salin tautan' }).waitFor();
		const samples = await page.evaluate(async () => {
			const taken: number[] = [];
			const shown = () => document.querySelector('#indeks')?.textContent ?? '';
			for (let i = 0; i < 120; i++) {
				const id = `I${String((i % 47) + 1).padStart(2, '0')}`;
				const input = document.querySelector<HTMLInputElement>(
					`input[name="${id}"][value="${i % 2 === 0 ? 5 : 1}"]`,
				);
				const before = shown();
				const started = performance.now();
				input?.click();
				await Promise.resolve();
				if (shown() === before) await new Promise((resolve) => setTimeout(resolve));
				document.body.getBoundingClientRect();
				taken.push(performance.now() - started);
				if (shown() === before) throw new Error(`${id}: indeks tidak berubah`);
			}
			return taken.slice(20);
		});
		const ms = round(p95(samples), 2);
		return [
			row('Hitung: pilih level sampai indeks tampil', '47 indikator', {
				p95Ms: ms,
				rasio: round(ms / frameMs, 2),
				batas: '≤ satu bingkai (16,7 ms)',
				lolos: ms <= frameMs,
			}),
		];
	} finally {
		await browser.close();
	}
}
