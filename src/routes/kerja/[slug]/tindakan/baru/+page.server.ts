import { error, fail, redirect } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import {
	bacaTindakan,
	isianTindakan,
	type MedanTindakan,
} from '#features/rencana/tindakan/isian-tindakan.ts';
import { readTindakanBaru } from '#features/rencana/tindakan/read-tindakan.ts';
import { saveTindakan } from '#features/rencana/tindakan/save-tindakan.ts';
import { tindakanCopy } from '#features/rencana/tindakan/tindakan.copy.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await readTindakanBaru(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, tindakanCopy[locals.lang].galat[hasil.reason]);
	return hasil.value;
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = isianTindakan(form);
		const terbaca = bacaTindakan(form);
		if (!terbaca.ok)
			return fail(422, {
				isian,
				salah: terbaca.salah,
				galat: 'isian_salah' as const,
				lingkaran: [] as string[],
			});
		const hasil = await saveTindakan(locals.ctx, { ...terbaca.value, ubah: null, instansiId: ruang.id });
		if (hasil.ok)
			redirect(303, href(locals.lang, `/kerja/${ruang.slug}/tindakan/${hasil.value.id}?tersimpan`));
		return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
			isian,
			salah: [] as MedanTindakan[],
			galat: hasil.reason,
			lingkaran: hasil.reason === 'lingkaran' ? hasil.lingkaran : [],
		});
	},
};
