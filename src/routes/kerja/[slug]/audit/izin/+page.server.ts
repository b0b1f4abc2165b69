import { error, fail } from '@sveltejs/kit';
import { askPenegasan, takeIsianTertunda } from '#features/akun/ask-penegasan.ts';
import type { MasalahIzin } from '#features/audit/periksa/izin-periksa.rules.ts';
import { bacaIzin, isianIzin, type MedanIzin } from '#features/audit/sistem/isian-sistem.ts';
import { readIzinSistem, revokeIzin, saveIzin } from '#features/audit/sistem/izin-sistem.ts';
import { sistemCopy } from '#features/audit/sistem/sistem.copy.ts';
import { listTambahan } from '#features/audit/sistem/susun-tampilan.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const hasil = await readIzinSistem(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, sistemCopy[locals.lang].galat[hasil.reason]);
	return {
		...hasil.value,
		tambahan: listTambahan(locals.ctx, locals.lang),
		tertunda: await takeIsianTertunda(locals, url),
	};
};

const kosong = { salah: [] as MedanIzin[], masalah: [] as MasalahIzin[] };

export const actions: Actions = {
	buat: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = isianIzin(form);
		const terbaca = bacaIzin(form);
		if (!terbaca.ok)
			return fail(422, { ...kosong, isian, salah: terbaca.salah, galat: 'isian_salah' as const });
		const hasil = await saveIzin(locals.ctx, { ...terbaca.value, instansiId: ruang.id });
		if (hasil.ok) return { pesan: 'tersimpan' as const };
		if (hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		if (hasil.reason === 'izin_salah')
			return fail(422, { ...kosong, isian, masalah: hasil.masalah, galat: 'isian_salah' as const });
		return fail(403, { ...kosong, isian, galat: hasil.reason });
	},
	cabut: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const id = readId(await readForm(request), 'id') ?? 0;
		const hasil = await revokeIzin(locals.ctx, { instansiId: ruang.id, id });
		if (hasil.ok) return { pesan: 'dicabut' as const };
		return fail(hasil.reason === 'izin_tidak_ada' ? 404 : 403, {
			...kosong,
			isian: null,
			galat: hasil.reason,
		});
	},
};
