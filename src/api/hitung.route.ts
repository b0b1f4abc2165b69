import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { hitungIndeks } from '#features/instrumen/hitung-indeks.ts';
import type { ApiEnv } from './api-env.ts';
import { Galat, tolak } from './galat.ts';
import { hitungHasilSchema, hitungIsi } from './hitung.schema.ts';
import { jawaban, jawabanGalat } from './rute.ts';

const hitungRoute = createRoute({
	method: 'post',
	path: '/hitung',
	operationId: 'hitung',
	tags: ['Hitung'],
	summary: 'Hitung indeks dari nilai indikator',
	description: 'Perhitungan persis menurut instrumen; tidak ada yang disimpan.',
	request: { body: { required: true, content: { 'application/json': { schema: hitungIsi } } } },
	responses: { ...jawaban('Hasil hitungan.', hitungHasilSchema), ...jawabanGalat(413, 415, 422) },
});

export function pasangHitung(api: OpenAPIHono<ApiEnv>): void {
	api.openapi(hitungRoute, (c) => {
		const hasil = hitungIndeks(c.env.ctx, c.req.valid('json'));
		if (hasil.ok) return c.json(hasil.value, 200);
		if (hasil.reason === 'instrumen_tidak_dikenal')
			throw tolak('instrumen', `Instrumen tidak dikenal. Yang ada: ${hasil.pilihan.join(', ')}.`);
		throw new Galat('masukan_tidak_sah', 'Nilai tidak dapat dipakai; lihat masalah.', hasil.masalah);
	});
}
