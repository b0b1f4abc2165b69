import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { bacaHasilTerbuka } from '#features/hasil/baca-hasil-terbuka.ts';
import type { ApiEnv } from './api-env.ts';
import { bacaHalaman, bungkusDaftar } from './daftar.ts';
import { daftarHasilSchema, hasilKueri } from './hasil.schema.ts';
import { hasilInstansiJson, instansiJson } from './hasil-json.ts';
import { jawaban, jawabanGalat } from './rute.ts';
import { tolakSaring } from './saring.ts';

const listHasilRoute = createRoute({
	method: 'get',
	path: '/hasil',
	operationId: 'listHasil',
	tags: ['Hasil'],
	summary: 'Hasil evaluasi',
	description: 'Semua hasil yang tercatat, tahun terbaru dan indeks tertinggi lebih dahulu.',
	request: { query: hasilKueri },
	responses: { ...jawaban('Satu halaman hasil.', daftarHasilSchema), ...jawabanGalat(422) },
});

export function pasangHasil(api: OpenAPIHono<ApiEnv>): void {
	api.openapi(listHasilRoute, async (c) => {
		const { halaman, per, _, ...saring } = c.req.valid('query');
		const diminta = bacaHalaman({ halaman, per });
		const hasil = await bacaHasilTerbuka(c.env.ctx, { ...saring, ...diminta });
		if (!hasil.ok) throw tolakSaring(hasil);
		const data = hasil.baris.map((baris) => ({ instansi: instansiJson(baris), ...hasilInstansiJson(baris) }));
		return c.json(bungkusDaftar(c, data, hasil.total, diminta), 200);
	});
}
