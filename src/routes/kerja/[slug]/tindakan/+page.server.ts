import { error, fail } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { bacaLapor } from '#features/rencana/tindakan/isian-tindakan.ts';
import { listTindakan } from '#features/rencana/tindakan/list-tindakan.ts';
import { reportTindakan } from '#features/rencana/tindakan/report-tindakan.ts';
import { bacaSaring, saringTindakan } from '#features/rencana/tindakan/saring.rules.ts';
import { tindakanCopy } from '#features/rencana/tindakan/tindakan.copy.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const hasil = await listTindakan(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, tindakanCopy[locals.lang].galat[hasil.reason]);
	const saring = bacaSaring(url.searchParams);
	const { daftar, ...lain } = hasil.value;
	return {
		...lain,
		saring,
		daftar: saringTindakan(daftar, saring),
		semua: daftar.length,
		tahun: [...new Set(daftar.map((t) => t.tahun))].sort((a, b) => b - a),
	};
};

export const actions: Actions = {
	pindah: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const [id, terbaca] = [readId(form, 'id'), bacaLapor(form)];
		if (id === null || !terbaca.ok) return fail(422, { galat: 'isian_salah' as const });
		const { keadaan } = terbaca.value;
		const hasil = await reportTindakan(locals.ctx, { instansiId: ruang.id, id, keadaan });
		if (hasil.ok) return { pindah: true as const };
		const status = { tindakan_tidak_ada: 404, tidak_berwenang: 403, batal_hanya_pengelola: 403 };
		return fail(status[hasil.reason as keyof typeof status] ?? 422, { galat: hasil.reason });
	},
};
