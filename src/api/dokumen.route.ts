import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import type { ApiEnv } from './api-env.ts';
import { buatDokumen, type Dokumen } from './dokumen.ts';
import { jawaban, jawabanGalat } from './rute.ts';

const indeksSchema = z
	.object({
		nama: z.string(),
		versi: z.string(),
		dokumen: z.string().openapi({ description: 'Alamat dokumen OpenAPI.' }),
		rujukan: z.string().openapi({ description: 'Alamat halaman rujukan.' }),
		jalur: z.array(z.string()),
	})
	.openapi('Indeks');

const indeksRoute = createRoute({
	method: 'get',
	path: '/',
	operationId: 'getIndeks',
	tags: ['Tentang'],
	summary: 'Apa saja yang ada',
	responses: { ...jawaban('Daftar jalur.', indeksSchema), ...jawabanGalat() },
});

const dokumenRoute = createRoute({
	method: 'get',
	path: '/openapi.json',
	operationId: 'getDokumen',
	tags: ['Tentang'],
	summary: 'Dokumen OpenAPI 3.1',
	responses: {
		...jawaban('Dokumen ini.', z.looseObject({ openapi: z.string() }).openapi('DokumenOpenApi')),
		...jawabanGalat(),
	},
});

export function pasangDokumen(api: OpenAPIHono<ApiEnv>): void {
	let dokumen: Dokumen | undefined;
	const ambil = () => {
		dokumen ??= buatDokumen(api);
		return dokumen;
	};
	api.openapi(indeksRoute, (c) =>
		c.json(
			{
				nama: 'Matang API',
				versi: ambil().info.version,
				dokumen: '/api/v1/openapi.json',
				rujukan: '/data/api',
				jalur: Object.keys(ambil().paths ?? {}),
			},
			200,
		),
	);
	api.openapi(dokumenRoute, (c) =>
		c.json(ambil() as Dokumen & { openapi: string; [x: string]: unknown }, 200),
	);
}
