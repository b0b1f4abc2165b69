import { error, fail, redirect } from '@sveltejs/kit';
import { bacaSistem, isianSistem, type MedanSistem } from '#features/audit/sistem/isian-sistem.ts';
import { readSistemBaru } from '#features/audit/sistem/read-sistem.ts';
import { saveSistem } from '#features/audit/sistem/save-sistem.ts';
import { sistemCopy } from '#features/audit/sistem/sistem.copy.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await readSistemBaru(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, sistemCopy[locals.lang].galat[hasil.reason]);
	return { pilihan: hasil.value };
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = isianSistem(form);
		const terbaca = bacaSistem(form);
		if (!terbaca.ok) {
			const { salah, alamatSalah } = terbaca;
			return fail(422, { isian, salah, alamatSalah, galat: 'isian_salah' as const });
		}
		const hasil = await saveSistem(locals.ctx, {
			...terbaca.value,
			aktif: true,
			ubah: null,
			instansiId: ruang.id,
		});
		if (hasil.ok)
			redirect(303, href(locals.lang, `/kerja/${ruang.slug}/audit/sistem/${hasil.value.id}?tersimpan`));
		return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
			...{ isian, salah: [] as MedanSistem[], alamatSalah: null, galat: hasil.reason },
		});
	},
};
