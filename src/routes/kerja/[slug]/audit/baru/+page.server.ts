import { error, fail, redirect } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { bacaAudit, isianUlang } from '#features/audit/kelola/kerja/isian-audit.ts';
import { planAudit } from '#features/audit/kelola/kerja/plan-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { readProgram } from '#features/audit/kelola/program/read-program.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const hasil = await readProgram(locals.ctx, ruang.id);
	const galat = auditGalatCopy[locals.lang];
	if (!hasil.ok) error(statusAudit(hasil.reason), galat[hasil.reason] ?? '');
	if (!hasil.value.boleh.jalankan) error(403, galat.tidak_berwenang ?? '');
	const program = hasil.value.baris.filter((b) => b.auditId === null);
	return { program, pilih: program.find((b) => String(b.id) === url.searchParams.get('program')) ?? null };
};

export const actions: Actions = {
	default: async ({ locals, params, url, request }) => {
		const { id: instansiId, slug } = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const hasil = await planAudit(locals.ctx, { instansiId, ...bacaAudit(form) });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, isian: isianUlang(form) });
		redirect(303, href(locals.lang, `/kerja/${slug}/audit/${hasil.value.id}`));
	},
};
