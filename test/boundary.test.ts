import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';

const src = join(projectDir, 'src');
const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
	.filter((file) => /\.(ts|svelte)$/.test(file) && !/\.test\.ts$|testing\.ts$|\.d\.ts$/.test(file))
	.sort();

/** Which rooms a room may import from, besides itself. The composition root may import everything. */
const allowed: Record<string, string[]> = {
	scoring: [],
	ui: ['scoring'],
	platform: [],
	features: ['scoring', 'platform', 'ui', 'features'],
	api: ['scoring', 'platform', 'features'],
	cli: ['scoring', 'platform', 'features', 'app.ts'],
	routes: ['scoring', 'platform', 'features', 'ui', 'api'],
	'hooks.ts': ['ui'],
	'hooks.server.ts': ['platform', 'ui', 'features', 'hooks.ts'],
	'app.ts': ['platform', 'features'],
	'main.ts': ['platform', 'app.ts', 'cli', 'features'],
};

const pattern =
	/(?:^|\n)\s*(?:import|export)\s(?:[^'";]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g;

function listImport(file: string): string[] {
	const text = readFileSync(join(src, file), 'utf8');
	return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}

/** The imported file as a path inside src, or null where it is a package. */
function resolveImport(file: string, target: string): string | null {
	if (target.startsWith('.')) return relative(src, resolve(dirname(join(src, file)), target));
	if (target === '#app') return 'app.ts';
	if (target === '#scoring') return 'scoring/index.ts';
	return target.startsWith('#') ? target.slice(1) : null;
}

const room = (path: string) => path.split('/')[0] ?? '';

describe('batas ruang', () => {
	it('hanya ada impor yang diizinkan tabel rumah', () => {
		const wrong = files.flatMap((file) =>
			listImport(file)
				.map((target) => ({ target, path: resolveImport(file, target) }))
				.filter(({ path }) => path && !path.startsWith('../') && !path.startsWith('$'))
				.filter(
					({ path }) => room(path ?? '') !== room(file) && !allowed[room(file)]?.includes(room(path ?? '')),
				)
				.map(({ target }) => `${file} → ${target}`),
		);
		expect(wrong).toEqual([]);
	});

	it('aturan dan perhitungan murni saat berjalan: tanpa modul Node, tanpa basis data, tanpa Zod', () => {
		const pure = files.filter((file) => file.startsWith('scoring/') || file.endsWith('.rules.ts'));
		const wrong = pure.flatMap((file) =>
			listRuntimeImport(file)
				.filter((target) => /^node:|^(kysely|pg|zod|pino|hono)\b|\.store\.ts$|^#platform/.test(target))
				.map((target) => `${file} → ${target}`),
		);
		expect(pure.length).toBeGreaterThan(3);
		expect(wrong).toEqual([]);
	});

	it('tampilan tidak memuat Zod atau basis data ke peramban', () => {
		const wrong = files
			.filter((file) => file.endsWith('.svelte'))
			.flatMap((file) =>
				listImport(file)
					.filter((target) => /^node:|^(kysely|pg|zod)\b|\.store\.ts$|^#platform/.test(target))
					.map((target) => `${file} → ${target}`),
			);
		expect(wrong).toEqual([]);
	});

	it('tidak ada lingkaran impor', () => {
		const state = new Map<string, 'open' | 'done'>();
		const cycles: string[] = [];
		const visit = (file: string, trail: string[]) => {
			if (state.get(file) === 'open') cycles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
			if (state.has(file)) return;
			state.set(file, 'open');
			for (const target of runtimeImport(file)) if (files.includes(target)) visit(target, [...trail, file]);
			state.set(file, 'done');
		};
		for (const file of files) visit(file, []);
		expect(cycles).toEqual([]);
	});
});

/** Imports that exist at run time: `import type` and lists of nothing but types fall away. */
function runtimeImport(file: string): string[] {
	return listRuntimeImport(file).map((target) => resolveImport(file, target) ?? '');
}

function listRuntimeImport(file: string): string[] {
	const text = readFileSync(join(src, file), 'utf8').replace(/import\s+type\s[^;]*;/g, '');
	return [...text.matchAll(pattern)].map((match) => match[1] ?? match[2] ?? '');
}
