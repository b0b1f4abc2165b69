import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { bacaInstansiTerbuka } from '#features/hasil/baca-instansi-terbuka.ts';
import { getInstansiTerbuka } from '#features/hasil/get-instansi-terbuka.ts';
import type { ApiEnv } from './api-env.ts';
import { bacaHalaman, bungkusDaftar } from './daftar.ts';
import { Galat } from './galat.ts';
import { hasilInstansiJson, instansiJson, nilaiTurunanJson } from './hasil-json.ts';
import { daftarInstansiSchema, instansiHasilSchema, instansiKueri, slugParam } from './instansi.schema.ts';
import { jawaban, jawabanGalat } from './rute.ts';
import { tolakSaring } from './saring.ts';

const listInstansiRoute = createRoute({
	method: 'get',
	path: '/instansi',
	operationId: 'listInstansi',
	tags: ['Instansi'],
	summary: 'Daftar instansi',
	description: 'Semua instansi yang dikenal, juga yang belum ada hasilnya, menurut slug.',
	request: { query: instansiKueri },
	responses: { ...jawaban('Satu halaman instansi.', daftarInstansiSchema), ...jawabanGalat(422) },
});

const getInstansiRoute = createRoute({
	method: 'get',
	path: '/instansi/{slug}',
	operationId: 'getInstansi',
	tags: ['Instansi'],
	summary: 'Satu instansi dengan semua hasilnya',
	description: 'Setiap tahun: yang diumumkan, dan yang dapat disimpulkan darinya (turunan).',
	request: { params: slugParam },
	responses: { ...jawaban('Instansi dan hasilnya.', instansiHasilSchema), ...jawabanGalat(404, 422) },
});

export function pasangInstansi(api: OpenAPIHono<ApiEnv>): void {
	api.openapi(listInstansiRoute, async (c) => {
		const { halaman, per, _, ...saring } = c.req.valid('query');
		const diminta = bacaHalaman({ halaman, per });
		const hasil = await bacaInstansiTerbuka(c.env.ctx, { ...saring, ...diminta });
		if (!hasil.ok) throw tolakSaring(hasil);
		const data = hasil.baris.map((baris) => ({ ...instansiJson(baris), tahun: baris.tahun }));
		return c.json(bungkusDaftar(c, data, hasil.total, diminta), 200);
	});
	api.openapi(getInstansiRoute, async (c) => {
		const hasil = await getInstansiTerbuka(c.env.ctx, c.req.valid('param').slug);
		if (!hasil.ok) throw new Galat('tidak_ditemukan', 'Tidak ada instansi dengan slug itu.');
		const { instansi, hasil: daftar } = hasil.value;
		const isi = daftar.map(({ baris, rinci }) => {
			const json = hasilInstansiJson(baris);
			return { ...json, turunan: { ...json.turunan, nilai: nilaiTurunanJson(rinci?.simpul ?? []) } };
		});
		return c.json({ instansi: instansiJson(instansi), hasil: isi }, 200);
	});
}
