import { error, fail } from '@sveltejs/kit';
import { decideButir } from '#features/audit/akses/decide-butir.ts';
import { bacaPutusan } from '#features/audit/akses/isian-akses.ts';
import { kampanyeCopy } from '#features/audit/akses/kampanye.copy.ts';
import { closeKampanye } from '#features/audit/akses/open-kampanye.ts';
import { BUTIR_PER_HALAMAN, readKampanye } from '#features/audit/akses/read-kampanye.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const saring = url.searchParams.get('hanya');
	const hanya: 'belum' | 'gagal' | undefined = saring === 'belum' || saring === 'gagal' ? saring : undefined;
	const halaman = Math.trunc(Number(url.searchParams.get('halaman') ?? 1)) || 1;
	const hasil = await readKampanye(locals.ctx, { instansiId: ruang.id, id, hanya, halaman });
	if (!hasil.ok)
		error(hasil.reason === 'kampanye_tidak_ada' ? 404 : 403, kampanyeCopy[locals.lang].galat[hasil.reason]);
	const { jalur: _, ...kampanye } = hasil.value.kampanye;
	const dibuka = url.searchParams.get('dibuka');
	return {
		d: { ...hasil.value, kampanye, perHalaman: BUTIR_PER_HALAMAN },
		hanya: (hanya ?? null) as 'belum' | 'gagal' | null,
		dibuka: dibuka && /^\d{1,5}$/.test(dibuka) ? Number(dibuka) : null,
	};
};

const status = { tidak_berwenang: 403, kampanye_tidak_ada: 404, kampanye_ditutup: 409 } as Record<
	string,
	number
>;

export const actions: Actions = {
	putuskan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const kampanyeId = requireId(params.id, locals.lang);
		const isian = bacaPutusan(await readForm(request));
		const hasil = await decideButir(locals.ctx, { instansiId: ruang.id, kampanyeId, ...isian });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason, isian });
		return { diputus: hasil.value.banyak };
	},
	tutup: async ({ locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const hasil = await closeKampanye(locals.ctx, {
			instansiId: ruang.id,
			id: requireId(params.id, locals.lang),
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason, isian: null });
		return { ditutup: true as const };
	},
};
