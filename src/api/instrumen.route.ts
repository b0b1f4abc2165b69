import { createRoute, type OpenAPIHono, type z } from '@hono/zod-openapi';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import type { ApiEnv } from './api-env.ts';
import { Galat } from './galat.ts';
import { daftarInstrumenSchema, idInstrumenParam, instrumenSchema } from './instrumen.schema.ts';
import { instrumenRingkasJson } from './instrumen-json.ts';
import { jawaban, jawabanGalat } from './rute.ts';

const listInstrumenRoute = createRoute({
	method: 'get',
	path: '/instrumen',
	operationId: 'listInstrumen',
	tags: ['Instrumen'],
	summary: 'Daftar instrumen',
	description: 'Instrumen yang dibawa Matang dan yang dipasang di tempat ini.',
	responses: { ...jawaban('Semua instrumen.', daftarInstrumenSchema), ...jawabanGalat() },
});

const getInstrumenRoute = createRoute({
	method: 'get',
	path: '/instrumen/{id}',
	operationId: 'getInstrumen',
	tags: ['Instrumen'],
	summary: 'Satu instrumen seutuhnya',
	description:
		'Berkas instrumennya: pohon, bobot, kriteria tingkat, bukti, dasar hukum, dan yang belum pasti.',
	request: { params: idInstrumenParam },
	responses: { ...jawaban('Instrumen.', instrumenSchema), ...jawabanGalat(404, 422) },
});

export function pasangInstrumen(api: OpenAPIHono<ApiEnv>): void {
	api.openapi(listInstrumenRoute, (c) => {
		const data = listInstrumen(c.env.ctx).map(instrumenRingkasJson);
		return c.json({ data, total: data.length }, 200);
	});
	api.openapi(getInstrumenRoute, (c) => {
		const { id } = c.req.valid('param');
		const daftar = listInstrumen(c.env.ctx);
		const instrumen = daftar.find((satu) => satu.id === id);
		if (!instrumen)
			throw new Galat('tidak_ditemukan', `Instrumen yang ada: ${daftar.map((satu) => satu.id).join(', ')}.`);
		return c.json(instrumen as unknown as z.infer<typeof instrumenSchema>, 200);
	});
}
