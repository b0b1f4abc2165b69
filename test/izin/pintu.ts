import { readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createApi } from '#api/api.ts';
import { projectDir } from '#platform/config.ts';
import { bacaOperasi } from '../../src/api/api-testing.ts';

const rute = join(projectDir, 'src', 'routes');
const metode = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

/**
 * Every door of the site as its route files export it: pages "GET /x", form actions "POST /x?/nama", endpoints
 * "GET /x", and the operations of the interface "API nama".
 */
export async function listPintu(): Promise<string[]> {
	const pintu = new Set<string>();
	for (const berkas of readdirSync(rute, { recursive: true, encoding: 'utf8' })) {
		const nama = berkas.split(/[\\/]/).at(-1) ?? '';
		const path = `/${relative(rute, dirname(join(rute, berkas))).replaceAll('\\', '/')}`;
		if (nama === '+page.svelte') pintu.add(`GET ${path}`);
		if (nama === '+page.server.ts') for (const p of await bacaHalaman(berkas, path)) pintu.add(p);
		if (nama === '+server.ts') for (const p of await bacaTitik(berkas, path)) pintu.add(p);
	}
	for (const { operationId } of bacaOperasi(createApi({ batas: 1 })).operasi) pintu.add(`API ${operationId}`);
	return [...pintu].sort();
}

const muat = async (berkas: string): Promise<Record<string, unknown>> =>
	await import(/* @vite-ignore */ pathToFileURL(join(rute, berkas)).href);

async function bacaHalaman(berkas: string, path: string): Promise<string[]> {
	const { actions = {} } = (await muat(berkas)) as { actions?: Record<string, unknown> };
	return [
		`GET ${path}`,
		...Object.keys(actions).map((a) => (a === 'default' ? `POST ${path}` : `POST ${path}?/${a}`)),
	];
}

async function bacaTitik(berkas: string, path: string): Promise<string[]> {
	const modul = await muat(berkas);
	return [
		...metode.filter((m) => m in modul).map((m) => `${m} ${path}`),
		...('fallback' in modul ? [`* ${path}`] : []),
	];
}
