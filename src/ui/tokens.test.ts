import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

function readToken(blok: string): Map<string, string> {
	return new Map([...blok.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}
const terang = readToken(css.split('@media')[0] ?? '');
const gelap = new Map([...terang, ...readToken(css.split('@media')[1] ?? '')]);

function luminans(hex: string): number {
	const [r, g, b] = [1, 3, 5].map((i) => {
		const c = Number.parseInt(hex.slice(i, i + 2), 16) / 255;
		return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

function kontras(tema: Map<string, string>, depan: string, latar: string): number {
	const [a, b] = [depan, latar].map((nama) => {
		const hex = tema.get(nama);
		if (!hex) throw new Error(`token --${nama} tidak ada`);
		return luminans(hex);
	});
	return (Math.max(a ?? 0, b ?? 0) + 0.05) / (Math.min(a ?? 0, b ?? 0) + 0.05);
}

const teks = [
	'text',
	'muted',
	'accent',
	'ok',
	'warn',
	'bad',
	'seri-1',
	'seri-2',
	'seri-3',
	'seri-4',
	'seri-5',
];
const pasanganTeks = [
	...teks.flatMap((t) => [
		[t, 'bg'],
		[t, 'surface'],
	]),
	['on-accent', 'accent'],
	...[1, 2, 3, 4, 5].map((n) => [`l${n}-text`, `l${n}`]),
] as [string, string][];

describe.each([
	['terang', terang],
	['gelap', gelap],
])('tema %s', (_nama, tema) => {
	test.each(pasanganTeks)('teks --%s di atas --%s terbaca (kontras ≥ 4,5)', (depan, latar) => {
		expect(kontras(tema, depan, latar)).toBeGreaterThanOrEqual(4.5);
	});

	test.each(['bg', 'surface'])('garis kendali terlihat di atas --%s (kontras ≥ 3)', (latar) => {
		expect(kontras(tema, 'line', latar)).toBeGreaterThanOrEqual(3);
	});
});

test('tema gelap hanya untuk layar, sehingga cetakan selalu terang', () => {
	expect(css).toContain('@media screen and (prefers-color-scheme: dark)');
	expect(css.match(/prefers-color-scheme/g)).toHaveLength(1);
});
