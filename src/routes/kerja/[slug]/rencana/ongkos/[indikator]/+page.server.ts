import { error, fail } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { pickAsal } from '#features/rencana/susun/minta.rules.ts';
import { readOngkos, saveOngkos } from '#features/rencana/susun/save-ongkos.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import { readForm, readTeks } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const kueri = pickAsal(url.searchParams);
	const { indikator } = params;
	const hasil = await readOngkos(locals.ctx, { instansiId: ruang.id, kueri, indikator });
	if (!hasil.ok)
		error(
			hasil.reason === 'indikator_tidak_ada' ? 404 : 403,
			susunCopy[locals.lang].galat[hasil.reason] ?? '',
		);
	return { ongkos: hasil.value, kueri, pakai: url.searchParams.has('pelajari') };
};

const status = { tidak_berwenang: 403, indikator_tidak_ada: 404 } as Record<string, number>;

export const actions: Actions = {
	simpan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const nama = [...form.keys()].filter((k) =>
			/^(usaha|rupiah|hari|bulan|peluang|layak|catatan)-\d$/.test(k),
		);
		const isian = Object.fromEntries(nama.map((k) => [k, readTeks(form, k, 2000)]));
		const hasil = await saveOngkos(locals.ctx, {
			instansiId: ruang.id,
			instrumen: readTeks(form, 'instrumen', 100),
			indikator: params.indikator,
			isian,
		});
		if (hasil.ok) return { disimpan: hasil.value.banyak };
		const masalah = hasil.reason === 'isian_ongkos_salah' ? hasil.masalah : [];
		return fail(status[hasil.reason] ?? 422, { galat: hasil.reason, isian, masalah });
	},
};
