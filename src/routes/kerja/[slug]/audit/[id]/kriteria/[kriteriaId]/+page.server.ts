import { error, fail, redirect } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { bukaAudit } from '#features/audit/kelola/kerja/buka-audit.ts';
import { bacaKertas, isianUlang } from '#features/audit/kelola/kerja/isian-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { writeKertas } from '#features/audit/kelola/kerja/write-kertas.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const a = await bukaAudit(locals, ruang.id, params.id);
	const galat = auditGalatCopy[locals.lang];
	if (!a.penuh) error(403, galat.tidak_berwenang ?? '');
	const id = requireId(params.kriteriaId, locals.lang);
	const n = a.kriteria.findIndex((k) => k.id === id);
	const k = a.kriteria[n];
	if (!k) error(404, galat.kriteria_tidak_ada ?? '');
	return { a, k, berikut: a.kriteria[n + 1]?.id ?? null };
};

export const actions: Actions = {
	default: async ({ locals, params, url, request }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const auditId = requireId(params.id, locals.lang);
		const form = await readForm(request);
		const id = requireId(params.kriteriaId, locals.lang);
		const hasil = await writeKertas(locals.ctx, { instansiId: ruang.id, auditId, id, ...bacaKertas(form) });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, isian: isianUlang(form) });
		const lanjut = String(form.get('lanjut') ?? '');
		const ekor = /^\d{1,9}$/.test(lanjut) ? `/${lanjut}` : '';
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/audit/${auditId}/kriteria${ekor}`));
	},
};
