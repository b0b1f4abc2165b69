import { once } from 'node:events';
import { get } from 'node:http';
import { pages } from './pages.ts';
import { type Row, row } from './row.ts';

const limitAll = 100 * 1024;
const limitScript = 60 * 1024;

/** Compressed bytes of a page's first load: the page, its styles, its scripts and what they import. */
export async function measureWeight(url: string): Promise<Row[]> {
	const rows: Row[] = [];
	for (const [nama, path] of pages) {
		if (path.startsWith('/api')) continue;
		const { page, style, script } = await weigh(url, path);
		const all = page + style + script;
		const scriptOk = nama === 'Hitung' ? script <= limitScript : script === 0;
		rows.push(
			row(`Bobot ${nama}`, `${kb(all)} KB (skrip ${kb(script)})`, {
				batas: nama === 'Hitung' ? '≤ 100 KB, skrip ≤ 60 KB' : '≤ 100 KB, tanpa skrip',
				lolos: all <= limitAll && scriptOk,
			}),
		);
	}
	return rows;
}

const kb = (bytes: number) => Math.round(bytes / 102.4) / 10;

async function weigh(url: string, path: string): Promise<{ page: number; style: number; script: number }> {
	const page = await fetchBytes(`${url}${path}`);
	const seen = new Set<string>();
	let style = 0;
	let script = 0;
	const visit = async (address: string): Promise<void> => {
		if (seen.has(address)) return;
		seen.add(address);
		const { bytes, text } = await fetchBytes(address);
		if (address.endsWith('.css')) style += bytes;
		else script += bytes;
		if (!address.endsWith('.js')) return;
		for (const [, target] of text.matchAll(/(?:from|import)\s*\(?\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
			await visit(new URL(target ?? '', address).href);
	};
	const links = [...page.text.matchAll(/(?:href|src)="([^"]+\.(?:css|js))"|import\(\s*"([^"]+\.js)"/g)];
	for (const [, attribute, dynamic] of links)
		await visit(new URL(attribute ?? dynamic ?? '', `${url}${path}`).href);
	return { page: page.bytes, style, script };
}

async function fetchBytes(address: string): Promise<{ bytes: number; text: string }> {
	const [res] = await once(get(address, { headers: { 'accept-encoding': 'br' } }), 'response');
	if (res.statusCode !== 200) throw new Error(`${address}: ${res.statusCode}`);
	let bytes = 0;
	for await (const chunk of res) bytes += chunk.length;
	return { bytes, text: await (await fetch(address)).text() };
}
