import { error, fail } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { bacaProgram, bacaSeringkali, isianUlang } from '#features/audit/kelola/kerja/isian-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { readProgram } from '#features/audit/kelola/program/read-program.ts';
import {
	addProgram,
	enterPeta,
	removeProgram,
	suggestProgram,
} from '#features/audit/kelola/program/save-program.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await readProgram(locals.ctx, ruang.id);
	if (!hasil.ok) error(statusAudit(hasil.reason), auditGalatCopy[locals.lang][hasil.reason] ?? '');
	return { p: hasil.value };
};

export const actions: Actions = {
	tambah: async ({ locals, params, url, request }) => {
		const { id: instansiId } = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const hasil = await addProgram(locals.ctx, { instansiId, ...bacaProgram(form) });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, isian: isianUlang(form) });
		return { program: 1 };
	},
	usul: async ({ locals, params, url, request }) => {
		const { id: instansiId } = await requireRuang(locals, params.slug, url);
		const seringkali = bacaSeringkali(await readForm(request));
		const hasil = await suggestProgram(locals.ctx, { instansiId, seringkali });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason });
		return { program: hasil.value.baru };
	},
	peta: async ({ locals, params, url }) => {
		const { id: instansiId } = await requireRuang(locals, params.slug, url);
		const hasil = await enterPeta(locals.ctx, { instansiId });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason });
		return { peta: hasil.value.baru };
	},
	hapus: async ({ locals, params, url, request }) => {
		const { id: instansiId } = await requireRuang(locals, params.slug, url);
		const id = readId(await readForm(request), 'id') ?? 0;
		const hasil = await removeProgram(locals.ctx, { instansiId, id });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason });
		return { dihapus: true };
	},
};
