import { error, fail } from '@sveltejs/kit';
import { importPortal, readPortal } from '#features/paket/import-portal.ts';
import { bacaKonfirmasi, bacaTahap } from '#features/paket/isian-paket.ts';
import { paketCopy } from '#features/paket/paket.copy.ts';
import { readPaket } from '#features/paket/read-paket.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const hasil = await readPaket(locals.ctx, { instansiId: ruang.id, id: requireId(params.id, locals.lang) });
	const { galat } = paketCopy[locals.lang];
	if (!hasil.ok) error(hasil.reason === 'tidak_berwenang' ? 403 : 404, galat[hasil.reason]);
	if (!hasil.value.boleh.impor) error(403, galat.tidak_berwenang);
	const { id, nama } = hasil.value;
	return { penilaian: { id, nama } };
};

async function requireTempat({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const ruang = await requireRuang(locals, params.slug, url);
	return { instansiId: ruang.id, penilaianId: requireId(params.id, locals.lang) };
}

export const actions: Actions = {
	tinjau: async (event) => {
		const tempat = await requireTempat(event);
		// before the file is read
		const buka = await readPaket(event.locals.ctx, { instansiId: tempat.instansiId, id: tempat.penilaianId });
		if (!buka.ok || !buka.value.boleh.impor)
			return fail(buka.ok ? 403 : 404, {
				galat: buka.ok ? ('tidak_berwenang' as const) : ('penilaian_tidak_ada' as const),
			});
		const form = await readForm(event.request);
		const berkas = form.get('berkas');
		if (!(berkas instanceof File) || berkas.size === 0) return fail(422, { tanpaBerkas: true as const });
		const isi = await readPortal(event.locals.ctx, new Uint8Array(await berkas.arrayBuffer()));
		if (!isi.ok) return fail(422, { masalah: isi.masalah });
		const tahap = bacaTahap(form);
		const hasil = await importPortal(event.locals.ctx, { ...tempat, baris: isi.baris, tahap, sidik: null });
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason });
		return { pratinjau: { ...hasil.value, tahap, baris: JSON.stringify(isi.baris) } };
	},
	terapkan: async (event) => {
		const tempat = await requireTempat(event);
		const isian = bacaKonfirmasi(await readForm(event.request));
		if (!isian) return fail(422, { galat: 'isian_tidak_terbaca' as const });
		const hasil = await importPortal(event.locals.ctx, { ...tempat, ...isian });
		if (hasil.ok) return { diterapkan: hasil.value.rencana.masuk.length };
		if (hasil.reason !== 'berubah_sejak_pratinjau')
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason });
		const { rencana, sidik } = hasil;
		const pratinjau = { rencana, sidik, tahap: isian.tahap, baris: JSON.stringify(isian.baris) };
		return fail(409, { galat: hasil.reason, pratinjau });
	},
};
