import { error, fail, redirect } from '@sveltejs/kit';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readSimpanan } from '#features/rencana/susun/read-simpanan.ts';
import { archiveRencana } from '#features/rencana/susun/save-rencana.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import { startTindakan } from '#features/rencana/tindakan/start-tindakan.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readSimpanan(locals.ctx, { instansiId: ruang.id, id });
	if (!hasil.ok)
		error(hasil.reason === 'rencana_tidak_ada' ? 404 : 403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	return { buka: hasil.value };
};

const status = {
	tidak_berwenang: 403,
	rencana_tidak_ada: 404,
	sudah_dipakai: 409,
	sudah_diarsipkan: 409,
} as Record<string, number>;

export const actions: Actions = {
	jadikan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const hasil = await startTindakan(locals.ctx, {
			instansiId: ruang.id,
			id: requireId(params.id, locals.lang),
			unit: bacaUnit(form),
			tenggat: bacaTenggat(form.get('tenggat')),
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/tindakan`));
	},
	arsip: async ({ locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const id = requireId(params.id, locals.lang);
		const hasil = await archiveRencana(locals.ctx, { instansiId: ruang.id, id });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/rencana`));
	},
};

/** Chosen unit of each indicator; an empty choice is none, one that is no number is refused by the use case. */
function bacaUnit(form: FormData): Record<string, number | null> {
	return Object.fromEntries(
		[...form].flatMap(([k, v]) => {
			const [, indikator] = /^unit-([A-Za-z0-9]{1,20})$/.exec(k) ?? [];
			if (indikator === undefined || typeof v !== 'string') return [];
			return [[indikator, v === '' ? null : /^\d{1,9}$/.test(v) ? Number(v) : 0]];
		}),
	);
}

/** ISO date; what is none is one that has passed, so that it is refused with its sentence. */
function bacaTenggat(isi: FormDataEntryValue | null): string | null {
	if (typeof isi !== 'string' || isi.trim() === '') return null;
	const ada = /^20\d\d-\d\d-\d\d$/.test(isi) && !Number.isNaN(Date.parse(`${isi}T00:00:00Z`));
	return ada && new Date(`${isi}T00:00:00Z`).toISOString().startsWith(isi) ? isi : '0000-00-00';
}
