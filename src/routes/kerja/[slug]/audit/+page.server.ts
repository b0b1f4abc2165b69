import { error, fail } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { takeBukti } from '#features/audit/kelola/bukti/take-bukti.ts';
import { bacaTujuan } from '#features/audit/kelola/bukti/tujuan.rules.ts';
import { listAudit } from '#features/audit/kelola/kerja/list-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await listAudit(locals.ctx, ruang.id);
	if (!hasil.ok) error(statusAudit(hasil.reason), auditGalatCopy[locals.lang][hasil.reason] ?? '');
	return { r: hasil.value };
};

export const actions: Actions = {
	pakai: async ({ locals, params, url, request }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const tujuan = bacaTujuan(await readForm(request));
		if (!tujuan) return fail(422, { galat: 'tujuan_salah' });
		const hasil = await takeBukti(locals.ctx, { ruang, ...tujuan });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason });
		return { pakai: { ...hasil.value, ...tujuan } };
	},
};
