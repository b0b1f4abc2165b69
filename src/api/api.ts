import { OpenAPIHono } from '@hono/zod-openapi';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import type { ApiEnv } from './api-env.ts';
import { pasangDokumen } from './dokumen.route.ts';
import { batasIsi, defaultHook, Galat, notFound, onError, terlaluBesar } from './galat.ts';
import { pasangHasil } from './hasil.route.ts';
import { pasangHitung } from './hitung.route.ts';
import { pasangInstansi } from './instansi.route.ts';
import { pasangInstrumen } from './instrumen.route.ts';
import { batasiLaju } from './laju.ts';
import { pasangPeringkat } from './peringkat.route.ts';

export type Api = OpenAPIHono<ApiEnv>;

/**
 * The public interface, version 1: thin doors into the features.
 * `batas` is the number of requests a minute and client; ask with `api.fetch(request, { ctx, alamat })`.
 */
export function createApi({ batas }: { batas: number }): Api {
	const api = new OpenAPIHono<ApiEnv>({ defaultHook }).basePath('/api/v1') as Api;
	api.notFound(notFound);
	api.onError(onError);
	api.use(cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'POST', 'OPTIONS'], maxAge: 86_400 }));
	api.use(async (c, next) => {
		await next();
		c.header('cross-origin-resource-policy', 'cross-origin');
	});
	api.use(batasiLaju(batas));
	api.use(
		bodyLimit({
			maxSize: batasIsi,
			onError: () => {
				throw terlaluBesar();
			},
		}),
	);
	for (const pasang of [
		pasangInstansi,
		pasangHasil,
		pasangPeringkat,
		pasangInstrumen,
		pasangHitung,
		pasangDokumen,
	])
		pasang(api);
	tolakMetodeLain(api);
	return api;
}

/** A known path with another method is 405 with `allow`, not 404. */
function tolakMetodeLain(api: Api): void {
	const metode = new Map<string, string[]>();
	for (const definition of api.openAPIRegistry.definitions)
		if (definition.type === 'route') {
			const { path, method } = definition.route;
			const ada = metode.get(path) ?? ['OPTIONS'];
			metode.set(path, [...ada, ...(method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])]);
		}
	for (const [path, boleh] of metode)
		api.all(path.replaceAll(/\/{(.+?)}/g, '/:$1'), (c) => {
			const allow = boleh.sort().join(', ');
			c.header('allow', allow);
			throw new Galat('metode_tidak_diizinkan', `Jalur ini hanya menerima ${allow}.`);
		});
}
