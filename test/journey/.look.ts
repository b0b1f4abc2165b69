import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { findAxe, findOverflow, openBrowser } from './browser.ts';

const [, , siapa, path, out, lebar = '1440', tema = 'light', aksi = ''] = process.argv as string[];
const siap = JSON.parse(readFileSync('/tmp/asesor-siap.json', 'utf8'));
const b = await openBrowser();
const state = `/tmp/asesor-state-${siapa}.json`;
const ctx = await b.newContext({
	viewport: { width: Number(lebar), height: lebar === '360' ? 740 : 900 },
	colorScheme: tema as 'light',
	...(existsSync(state) ? { storageState: state } : {}),
});
ctx.setDefaultTimeout(15000);
const p = await ctx.newPage();
p.on('console', (m) => ['error', 'warning'].includes(m.type()) && console.log('CONSOLE', m.text()));
p.on('pageerror', (e) => console.log('PAGEERROR', e.message));
const url = 'http://127.0.0.1:4106';
if (siapa !== 'publik' && !existsSync(state)) {
	await p.goto(url + siap.masuk[siapa!]);
	await p.locator('main button[type=submit]').first().click();
	await p.waitForURL(/kerja/);
	await ctx.storageState({ path: state });
}
await p.goto(url + path, { waitUntil: 'networkidle' });
if (aksi) {
	for (const a of aksi.split(';')) {
		if (a.startsWith('key:')) await p.keyboard.press(a.slice(4));
		else await p.locator(a).first().click();
		await p.waitForTimeout(600);
	}
}
await p.waitForTimeout(500);
console.log('overflow', await findOverflow(p), 'axe', JSON.stringify(await findAxe(p)));
await p.screenshot({ path: out!, fullPage: lebar === '360' || aksi.includes('full') });
await b.close();
