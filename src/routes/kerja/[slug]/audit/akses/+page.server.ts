import { error, fail, redirect } from '@sveltejs/kit';
import { aksesCopy } from '#features/audit/akses/akses.copy.ts';
import { readAkses } from '#features/audit/akses/read-akses.ts';
import { canUpload, MAKS_AKSES, uploadAkses } from '#features/audit/akses/upload-akses.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readUpload } from '#platform/http/read-upload.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const hasil = await readAkses(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, aksesCopy[locals.lang].galat[hasil.reason]);
	return { d: hasil.value, dibuang: url.searchParams.has('dibuang') };
};

const status = { tidak_berwenang: 403, berkas_terlalu_besar: 413, penyimpanan_penuh: 507 } as Record<
	string,
	number
>;

export const actions: Actions = {
	muat: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const { ctx } = locals;
		const boleh = canUpload(ctx, ruang.id); // before the file is received
		if (!boleh.ok) return fail(403, { galat: boleh.reason, isian: {} });
		const unggahan = await readUpload(request, ctx.berkas, MAKS_AKSES);
		const { isi = '', tanggal = '' } = unggahan.teks;
		const isian = { isi: isi.slice(0, 20), tanggal: tanggal.slice(0, 10) };
		if (unggahan.galat) return fail(status[unggahan.galat] ?? 422, { galat: unggahan.galat, isian });
		if (!unggahan.berkas) return fail(422, { galat: 'tanpa_berkas' as const, isian });
		const sistemId = isi === 'pegawai' ? null : /^\d{1,9}$/.test(isi) ? Number(isi) : 0;
		const berkas = unggahan.berkas.titipan;
		const hasil = await uploadAkses(ctx, { instansiId: ruang.id, sistemId, tanggal: isian.tanggal, berkas });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason, isian });
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/audit/akses/muat/${hasil.value.id}`));
	},
};
