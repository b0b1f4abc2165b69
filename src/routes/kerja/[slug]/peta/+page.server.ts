import { error, fail } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { fillPeta } from '#features/rencana/peta/fill-peta.ts';
import { bacaPeta, isianPeta, type MedanPeta } from '#features/rencana/peta/isian-peta.ts';
import { petaCopy } from '#features/rencana/peta/peta.copy.ts';
import { readPeta } from '#features/rencana/peta/read-peta.ts';
import { removePeta, savePeta } from '#features/rencana/peta/save-peta.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const hasil = await readPeta(locals.ctx, ruang.id);
	if (!hasil.ok) error(403, petaCopy[locals.lang].galat[hasil.reason]);
	const d = hasil.value;
	const ubah = d.kelola ? d.baris.find((b) => String(b.id) === url.searchParams.get('ubah')) : undefined;
	return { d, ubah: ubah ?? null };
};

const statusOf = (reason: string) => (reason === 'tidak_berwenang' ? 403 : 422);

export const actions: Actions = {
	simpan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const isian = isianPeta(form);
		const terbaca = bacaPeta(form);
		if (!terbaca.ok) return fail(422, { isian, salah: terbaca.salah, galat: 'isian_salah' as const });
		const hasil = await savePeta(locals.ctx, { ...terbaca.value, instansiId: ruang.id });
		if (hasil.ok) return { pesan: 'tersimpan' as const };
		return fail(statusOf(hasil.reason), { isian, salah: [] as MedanPeta[], galat: hasil.reason });
	},
	hapus: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const id = readId(await readForm(request), 'id') ?? 0;
		const hasil = await removePeta(locals.ctx, { instansiId: ruang.id, id });
		if (hasil.ok) return { pesan: 'dihapus' as const };
		return fail(statusOf(hasil.reason), { galat: hasil.reason });
	},
	isi: async ({ locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const hasil = await fillPeta(locals.ctx, ruang.id);
		return hasil.ok ? { terisi: hasil.value.baru } : fail(statusOf(hasil.reason), { galat: hasil.reason });
	},
};
