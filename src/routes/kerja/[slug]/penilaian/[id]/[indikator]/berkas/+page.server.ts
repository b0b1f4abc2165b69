import { error, fail, redirect } from '@sveltejs/kit';
import { buktiCopy } from '#features/bukti/bukti.copy.ts';
import { listBerkas, reuseBerkas } from '#features/bukti/reuse-berkas.ts';
import { readMeja } from '#features/penilaian/read-meja.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const tempat = { instansiId: ruang.id, indikator: params.indikator };
	const cari = (url.searchParams.get('cari') ?? '').slice(0, 200);
	const hasil = await listBerkas(locals.ctx, { ...tempat, penilaianId: id, cari });
	const meja = hasil.ok ? await readMeja(locals.ctx, { ...tempat, id }) : null;
	if (!hasil.ok || !meja?.ok) {
		const sebab = hasil.ok ? 'indikator_tidak_ada' : hasil.reason;
		const tidakAda = sebab === 'penilaian_tidak_ada' || sebab === 'indikator_tidak_ada';
		error(tidakAda ? 404 : sebab === 'tidak_berwenang' ? 403 : 409, buktiCopy[locals.lang].galat[sebab]);
	}
	const { indikator, tingkat } = meja.value;
	return { ...hasil.value, cari, id, indikator, tingkat: tingkat.map((t) => t.tingkat) };
};

const status = { tidak_berwenang: 403, tahap_lewat: 409, sedang_diperiksa: 409 } as Record<string, number>;

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const penilaianId = requireId(params.id, locals.lang);
		const form = await readForm(request);
		const teks = (nama: string) => String(form.get(nama) ?? '').replace(/\p{Cc}/gu, ' ');
		const hasil = await reuseBerkas(locals.ctx, {
			...{ instansiId: ruang.id, penilaianId, indikator: params.indikator, sha256: teks('sha256') },
			tingkat: /^\d$/.test(teks('tingkat')) ? Number(teks('tingkat')) : -1,
			penunjuk: teks('penunjuk').slice(0, 501),
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		const meja = `/kerja/${ruang.slug}/penilaian/${penilaianId}/${params.indikator}`;
		redirect(303, `${href(locals.lang, meja)}#bukti-${hasil.value.id}`);
	},
};
