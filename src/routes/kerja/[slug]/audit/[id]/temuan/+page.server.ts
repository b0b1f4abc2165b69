import { fail, redirect } from '@sveltejs/kit';
import { bukaAudit } from '#features/audit/kelola/kerja/buka-audit.ts';
import { bacaTemuan, isianUlang } from '#features/audit/kelola/kerja/isian-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { addTemuan } from '#features/audit/kelola/temuan/save-temuan.ts';
import { listCalon, takeCalon } from '#features/audit/kelola/temuan/take-calon.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm, readTeks } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const a = await bukaAudit(locals, ruang.id, params.id);
	const kerja = a.audit.keadaan === 'pelaksanaan' || a.audit.keadaan === 'pelaporan';
	const tempat = { instansiId: ruang.id, auditId: a.audit.id };
	return { a, calon: kerja ? await listCalon(locals.ctx, tempat) : [] };
};

export const actions: Actions = {
	tambah: async ({ locals, params, url, request }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const auditId = requireId(params.id, locals.lang);
		const form = await readForm(request);
		const hasil = await addTemuan(locals.ctx, { instansiId: ruang.id, auditId, ...bacaTemuan(form) });
		if (!hasil.ok)
			return fail(statusAudit(hasil.reason), { galat: String(hasil.reason), isian: isianUlang(form) });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/audit/${auditId}/temuan/${hasil.value.id}`));
	},
	ambil: async ({ locals, params, url, request }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const auditId = requireId(params.id, locals.lang);
		const id = readTeks(await readForm(request), 'calon', 300);
		const hasil = await takeCalon(locals.ctx, { instansiId: ruang.id, auditId, id });
		if (!hasil.ok)
			return fail(statusAudit(hasil.reason), {
				galat: String(hasil.reason),
				isian: {} as Record<string, string>,
			});
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/audit/${auditId}/temuan/${hasil.value.id}`));
	},
};
