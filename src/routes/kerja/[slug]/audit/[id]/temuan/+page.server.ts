import { fail, redirect } from '@sveltejs/kit';
import { bacaTemuan, isianUlang } from '#features/audit/kelola/kerja/isian-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { addTemuan } from '#features/audit/kelola/temuan/save-temuan.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions } from './$types';

export const actions: Actions = {
	default: async ({ locals, params, url, request }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const auditId = requireId(params.id, locals.lang);
		const form = await readForm(request);
		const hasil = await addTemuan(locals.ctx, { instansiId: ruang.id, auditId, ...bacaTemuan(form) });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, isian: isianUlang(form) });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/audit/${auditId}/temuan/${hasil.value.id}`));
	},
};
