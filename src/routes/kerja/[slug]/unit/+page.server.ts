import { error, fail } from '@sveltejs/kit';
import { akunCopy } from '#features/akun/akun.copy.ts';
import { canAct } from '#features/akun/izin.rules.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { importUnit } from '#features/instansi/import-unit.ts';
import { listUnit } from '#features/instansi/list-unit.ts';
import { readRuang } from '#features/instansi/read-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const orang = requireMasuk(locals, url);
	const { ruang } = await parent();
	const unit = await listUnit(locals.ctx, ruang.id);
	if (!unit.ok) error(403, akunCopy[locals.lang].galat[unit.reason]);
	return { unit: unit.value, bolehKelola: canAct(orang, 'unit.kelola', { instansiId: ruang.id }).ok };
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		requireMasuk(locals, url);
		const ruang = await readRuang(locals.ctx, params.slug);
		if (!ruang.ok) error(404, akunCopy[locals.lang].galat.tidak_berwenang);
		const berkas = (await readForm(request)).get('berkas');
		if (!(berkas instanceof File) || berkas.size === 0) return fail(422, { tanpaBerkas: true as const });
		const hasil = await importUnit(locals.ctx, {
			instansiId: ruang.value.id,
			isi: new Uint8Array(await berkas.arrayBuffer()),
		});
		if (hasil.ok) return { termuat: hasil.value };
		if (hasil.reason === 'berkas_ditolak') return fail(422, { masalah: hasil.masalah.slice(0, 100) });
		error(403, akunCopy[locals.lang].galat[hasil.reason]);
	},
};
