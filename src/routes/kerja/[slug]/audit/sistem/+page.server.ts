import { error, fail, redirect } from '@sveltejs/kit';
import { mintaPeriksa, setJadwal } from '#features/audit/sistem/minta-periksa.ts';
import { listSistem } from '#features/audit/sistem/read-sistem.ts';
import { sistemCopy } from '#features/audit/sistem/sistem.copy.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await listSistem(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, sistemCopy[locals.lang].galat[hasil.reason]);
	return hasil.value;
};

export const actions: Actions = {
	periksa: async ({ locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const hasil = await mintaPeriksa(locals.ctx, { instansiId: ruang.id, sistemId: null });
		if (hasil.ok) redirect(303, href(locals.lang, `/kerja/pekerjaan/${hasil.value.pekerjaanId}`));
		return fail(hasil.reason === 'tanpa_alamat' ? 422 : 403, { galat: hasil.reason });
	},
	jadwal: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const pilihan = (await readForm(request)).get('selang');
		const selang = pilihan === 'mingguan' || pilihan === 'bulanan' ? pilihan : null;
		const hasil = await setJadwal(locals.ctx, { instansiId: ruang.id, selang });
		return hasil.ok ? { pesan: 'jadwalTersimpan' as const } : fail(403, { galat: hasil.reason });
	},
};
