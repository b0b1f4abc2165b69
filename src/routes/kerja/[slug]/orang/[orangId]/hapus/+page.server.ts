import { error, fail } from '@sveltejs/kit';
import { dataPribadiCopy } from '#features/akun/data-pribadi.copy.ts';
import { bacaTeks } from '#features/akun/isian-akun.ts';
import { canAct } from '#features/akun/izin.rules.ts';
import { listOrang } from '#features/akun/list-orang.ts';
import { removeOrang } from '#features/akun/remove-orang.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const who = requireMasuk(locals, url);
	const { ruang } = await parent();
	if (!canAct(who, 'orang.kelola', { instansiId: ruang.id }).ok)
		error(403, dataPribadiCopy[locals.lang].galat.tidak_berwenang);
	const orangId = requireId(params.orangId, locals.lang);
	const daftar = await listOrang(locals.ctx, ruang.id);
	return { orang: (daftar.ok && daftar.value.find((o) => o.id === orangId)?.nama) || null };
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const orangId = requireId(params.orangId, locals.lang);
		if (bacaTeks(await readForm(request), 'yakin') !== 'ya') return fail(422, { galat: null });
		const hasil = await removeOrang(locals.ctx, { instansiId: ruang.id, orangId });
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 409, { galat: hasil.reason });
		return { dihapus: true as const };
	},
};
