import { exportDataSaya, tulisDataSaya } from '#features/akun/export-data.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
	requireMasuk(locals, url);
	const hasil = await exportDataSaya(locals.ctx);
	if (!hasil.ok) throw new Error(hasil.reason);
	return new Response(tulisDataSaya(hasil.value), {
		headers: {
			'content-type': 'application/json; charset=utf-8',
			'content-disposition': 'attachment; filename="data-pribadi-saya.json"',
		},
	});
};
