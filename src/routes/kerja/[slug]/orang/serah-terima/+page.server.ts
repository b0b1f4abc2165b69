import { error, fail } from '@sveltejs/kit';
import { canAct } from '#features/akun/izin.rules.ts';
import { listOrang } from '#features/akun/list-orang.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { handOver, listSerahTerima } from '#features/kerjasama/hand-over.ts';
import { bacaId } from '#features/kerjasama/isian-kerjasama.ts';
import { notulaCopy } from '#features/kerjasama/notula.copy.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const who = requireMasuk(locals, url);
	const { ruang } = await parent();
	const riwayat = await listSerahTerima(locals.ctx, ruang.id);
	const orang = await listOrang(locals.ctx, ruang.id);
	if (!riwayat.ok || !orang.ok) error(403, notulaCopy[locals.lang].galat.tidak_berwenang);
	return {
		riwayat: riwayat.value,
		orang: orang.value.map(({ id, nama, peran }) => ({ id, nama, peran })),
		boleh: canAct(who, 'peran.kelola', { instansiId: ruang.id }).ok,
		dari: Number(url.searchParams.get('dari') ?? 0),
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const dariId = bacaId(form, 'dari');
		const kepadaId = bacaId(form, 'kepada');
		const hasil = await handOver(locals.ctx, { instansiId: ruang.id, slug: ruang.slug, dariId, kepadaId });
		if (hasil.ok) return { selesai: hasil.value };
		return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason, dariId, kepadaId });
	},
};
