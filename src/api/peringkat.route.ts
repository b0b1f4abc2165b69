import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import { bacaPeringkatTerbuka } from '#features/hasil/baca-peringkat-terbuka.ts';
import { tulisAngka } from '#features/hasil/tulis-angka.ts';
import type { ApiEnv } from './api-env.ts';
import { bacaHalaman, bungkusDaftar } from './daftar.ts';
import { instansiJson } from './hasil-json.ts';
import { daftarPeringkatSchema, peringkatKueri } from './peringkat.schema.ts';
import { jawaban, jawabanGalat } from './rute.ts';
import { tolakSaring, tolakTahun } from './saring.ts';

const listPeringkatRoute = createRoute({
	method: 'get',
	path: '/peringkat',
	operationId: 'listPeringkat',
	tags: ['Peringkat'],
	summary: 'Peringkat satu tahun',
	description:
		'Peringkat di antara yang lolos saringan, hanya untuk tahun yang daftarnya lengkap. Untuk tahun lain tidak ada peringkat (409), karena peringkat dari sebagian daftar menyesatkan.',
	request: { query: peringkatKueri },
	responses: { ...jawaban('Satu halaman peringkat.', daftarPeringkatSchema), ...jawabanGalat(404, 409, 422) },
});

export function pasangPeringkat(api: OpenAPIHono<ApiEnv>): void {
	api.openapi(listPeringkatRoute, async (c) => {
		const { halaman, per, _, ...saring } = c.req.valid('query');
		const diminta = bacaHalaman({ halaman, per });
		const hasil = await bacaPeringkatTerbuka(c.env.ctx, { ...saring, ...diminta });
		if (!hasil.ok) throw 'lengkap' in hasil ? tolakTahun(hasil) : tolakSaring(hasil);
		const data = hasil.baris.map((baris) => ({
			peringkat: baris.peringkat,
			peringkatLalu: baris.peringkatLalu,
			instansi: instansiJson(baris),
			indeks: tulisAngka(baris.indeks),
			predikat: baris.predikat,
			predikatTurunan: baris.predikatTurunan,
			selisih: baris.selisih === null ? null : tulisAngka(baris.selisih),
			status: baris.status,
		}));
		return c.json({ tahun: hasil.tahun, ...bungkusDaftar(c, data, hasil.total, diminta) }, 200);
	});
}
