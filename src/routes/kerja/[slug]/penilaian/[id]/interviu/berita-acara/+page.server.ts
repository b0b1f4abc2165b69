import { error, fail } from '@sveltejs/kit';
import { bacaPertemuan, bacaTandaPertemuan } from '#features/penilaian/isian-penilaian.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { readInterviu } from '#features/penilaian/read-interviu.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { recordPertemuan, signPertemuan } from '#features/penilaian/sign-pertemuan.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readInterviu(locals.ctx, { instansiId: ruang.id, id });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	const { pertemuan, indikator, ...interviu } = hasil.value;
	const jenis = url.searchParams.get('jenis');
	const ba = pertemuan.find((p) => p.jenis === jenis) ?? pertemuan[0];
	if (!ba) error(404, penilaianCopy[locals.lang].galat.penilaian_tidak_ada);
	return { interviu, ba, pendek: Object.fromEntries(indikator.map((i) => [i.id, i.pendek])) };
};

const status = { tidak_berwenang: 403, tahap_lewat: 409, ba_berubah: 409, ba_sudah_sah: 409 } as Record<
	string,
	number
>;

export const actions: Actions = {
	tulis: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = bacaPertemuan(form);
		if (!isian) return fail(422, { galat: 'ba_isian_kurang' as const, isian: null });
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await recordPertemuan(locals.ctx, { ...isian, instansiId: ruang.id, penilaianId });
		return hasil.ok
			? { tersimpan: true as const }
			: fail(status[hasil.reason] ?? 422, { galat: hasil.reason, isian });
	},
	tanda: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const isian = bacaTandaPertemuan(await readForm(request));
		if (!isian) return fail(422, { galat: 'ba_belum_ditulis' as const, isian: null });
		const penilaianId = requireId(params.id, locals.lang);
		const hasil = await signPertemuan(locals.ctx, { ...isian, instansiId: ruang.id, penilaianId });
		return hasil.ok
			? { ditandatangani: true as const }
			: fail(status[hasil.reason] ?? 422, { galat: hasil.reason, isian: null });
	},
};
