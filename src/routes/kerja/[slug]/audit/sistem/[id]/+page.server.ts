import { error, fail, redirect } from '@sveltejs/kit';
import { bacaSistem, isianSistem, type MedanSistem } from '#features/audit/sistem/isian-sistem.ts';
import { mintaPeriksa } from '#features/audit/sistem/minta-periksa.ts';
import { readSistem } from '#features/audit/sistem/read-sistem.ts';
import { saveSistem } from '#features/audit/sistem/save-sistem.ts';
import { sistemCopy } from '#features/audit/sistem/sistem.copy.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const hasil = await readSistem(locals.ctx, { instansiId: ruang.id, id: requireId(params.id, locals.lang) });
	if (!hasil.ok)
		error(hasil.reason === 'sistem_tidak_ada' ? 404 : 403, sistemCopy[locals.lang].galat[hasil.reason]);
	return { d: hasil.value, tersimpan: url.searchParams.has('tersimpan') };
};

const status: Record<string, number> = { tidak_berwenang: 403, sistem_tidak_ada: 404, bentrok_sistem: 409 };

export const actions: Actions = {
	ubah: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const id = requireId(params.id, locals.lang);
		const form = await readForm(request);
		const isian = isianSistem(form);
		const terbaca = bacaSistem(form);
		if (!terbaca.ok) {
			const { salah, alamatSalah } = terbaca;
			return fail(422, { isian, salah, alamatSalah, galat: 'isian_salah' as const });
		}
		const { ubah, ...isi } = terbaca.value;
		const masukan = { ...isi, instansiId: ruang.id, ubah: { id, diubah: ubah?.diubah ?? 0 } };
		const hasil = await saveSistem(locals.ctx, masukan);
		if (hasil.ok) return { pesan: 'tersimpan' as const };
		return fail(status[hasil.reason] ?? 422, {
			...{ isian, salah: [] as MedanSistem[], alamatSalah: null, galat: hasil.reason },
		});
	},
	periksa: async ({ locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const sistemId = requireId(params.id, locals.lang);
		const hasil = await mintaPeriksa(locals.ctx, { instansiId: ruang.id, sistemId });
		if (hasil.ok) redirect(303, href(locals.lang, `/kerja/pekerjaan/${hasil.value.pekerjaanId}`));
		return fail(hasil.reason === 'tanpa_alamat' ? 422 : 403, {
			...{ isian: null, salah: [] as MedanSistem[], alamatSalah: null, galat: hasil.reason },
		});
	},
};
