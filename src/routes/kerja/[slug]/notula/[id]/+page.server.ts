import { error, fail, redirect } from '@sveltejs/kit';
import { assignTugas } from '#features/kerjasama/assign-tugas.ts';
import {
	bacaKeputusan,
	bacaNotula,
	bacaTugasRapat,
	isianNotula,
} from '#features/kerjasama/isian-kerjasama.ts';
import { notulaCopy } from '#features/kerjasama/notula.copy.ts';
import { readNotula } from '#features/kerjasama/read-notula.ts';
import { addKeputusan, saveNotula } from '#features/kerjasama/save-notula.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readNotula(locals.ctx, { instansiId: ruang.id, id });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, notulaCopy[locals.lang].galat[hasil.reason]);
	return hasil.value;
};

const status = (reason: string) => (reason === 'tidak_berwenang' ? 403 : 422);

export const actions: Actions = {
	ubah: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const id = requireId(params.id, locals.lang);
		const form = await readForm(request);
		const isian = isianNotula(form);
		const terbaca = bacaNotula(form);
		if (!terbaca.ok) return fail(422, { isian, galat: 'isian_salah' as const });
		const ubah = { id, revisi: terbaca.value.revisi };
		const hasil = await saveNotula(locals.ctx, { ...terbaca.value, instansiId: ruang.id, ubah });
		if (!hasil.ok) return fail(status(hasil.reason), { isian, galat: hasil.reason });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/notula/${id}`));
	},
	keputusan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const notulaId = requireId(params.id, locals.lang);
		const isi = bacaKeputusan(await readForm(request));
		const hasil = await addKeputusan(locals.ctx, { instansiId: ruang.id, notulaId, isi });
		return hasil.ok ? { pesan: 'ditambah' as const } : fail(status(hasil.reason), { galat: hasil.reason });
	},
	tugas: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const isian = bacaTugasRapat(await readForm(request));
		if (!isian) return fail(422, { galat: 'tugas_salah' as const });
		const hasil = await assignTugas(locals.ctx, { ...isian, instansiId: ruang.id });
		return hasil.ok ? { pesan: 'diberi' as const } : fail(status(hasil.reason), { galat: hasil.reason });
	},
};
