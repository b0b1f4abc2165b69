import { error, fail } from '@sveltejs/kit';
import { bacaCentang } from '#features/paket/isian-paket.ts';
import { paketCopy } from '#features/paket/paket.copy.ts';
import { readPaket } from '#features/paket/read-paket.ts';
import { tickPortal } from '#features/paket/tick-portal.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const hasil = await readPaket(locals.ctx, { instansiId: ruang.id, id: requireId(params.id, locals.lang) });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, paketCopy[locals.lang].galat[hasil.reason]);
	return { paket: hasil.value, belum: url.searchParams.get('tampil') === 'belum' };
};

export const actions: Actions = {
	centang: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const isian = bacaCentang(await readForm(request));
		if (!isian) return fail(422, { galat: 'isian_tidak_terbaca' as const });
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await tickPortal(locals.ctx, { ...isian, instansiId: ruang.id, penilaianId });
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason });
		return { tercatat: true as const, indikator: isian.indikator };
	},
};
