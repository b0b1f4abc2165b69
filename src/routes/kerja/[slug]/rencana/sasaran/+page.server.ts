import { error, fail } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readSasaran, removeSasaran, saveSasaran } from '#features/rencana/susun/save-sasaran.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import { readForm, readTeks } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const hasil = await readSasaran(locals.ctx, { instansiId: ruang.id });
	if (!hasil.ok) error(403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	const [tahun, simpul] = [url.searchParams.get('tahun'), url.searchParams.get('simpul')];
	const ubah = hasil.value.sasaran.find((s) => String(s.tahun) === tahun && s.simpul === simpul) ?? null;
	return { sasaran: hasil.value, ubah };
};

export const actions: Actions = {
	tetapkan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = {
			tahun: readTeks(form, 'tahun', 10),
			simpul: readTeks(form, 'simpul', 20),
			nilai: readTeks(form, 'nilai', 20),
			alasan: readTeks(form, 'alasan', 2000),
		};
		const hasil = await saveSasaran(locals.ctx, { ...isian, instansiId: ruang.id });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason, isian });
		return { disimpan: hasil.value };
	},
	cabut: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const [tahun, simpul] = [readTeks(form, 'tahun', 10), readTeks(form, 'simpul', 20)];
		const hasil = await removeSasaran(locals.ctx, { instansiId: ruang.id, tahun, simpul });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 409, { galat: hasil.reason, isian: null });
		return { dicabut: true as const };
	},
};
