import { error, fail } from '@sveltejs/kit';
import { bacaTerapan, HURUF_TERAPAN } from '#features/laporan/isian-laporan.ts';
import { terapkanLembarKerja, tinjauLembarKerja } from '#features/laporan/pindah-lembar-kerja.ts';
import { readRuangLaporan } from '#features/laporan/read-ruang-laporan.ts';
import { ruangLaporanCopy } from '#features/laporan/ruang-laporan.copy.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const status = {
	tidak_berwenang: 403,
	penilaian_tidak_ada: 404,
	tahap_lewat: 409,
	sedang_diperiksa: 409,
} as Record<string, number>;

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readRuangLaporan(locals.ctx, { instansiId: ruang.id, id });
	const { galat } = ruangLaporanCopy[locals.lang];
	if (!hasil.ok) error(hasil.reason === 'tidak_berwenang' ? 403 : 404, galat[hasil.reason]);
	if (!hasil.value.lembar) error(403, galat.tahap_lewat);
	return { penilaian: { id, nama: hasil.value.nama } };
};

async function requireTempat({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const ruang = await requireRuang(locals, params.slug, url);
	return { ruang, id: requireId(params.id, locals.lang) };
}

export const actions: Actions = {
	tinjau: async (event) => {
		const tempat = await requireTempat(event);
		const berkas = (await readForm(event.request)).get('berkas');
		const ada = berkas instanceof File && berkas.size > 0;
		const isi = ada ? new Uint8Array(await berkas.arrayBuffer()) : new Uint8Array();
		const hasil = await tinjauLembarKerja(event.locals.ctx, tempat, isi);
		if (!hasil.ok && hasil.reason !== 'berkas_ditolak')
			return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		if (!ada) return fail(422, { tanpaBerkas: true as const });
		if (!hasil.ok) return fail(422, { masalah: hasil.masalah });
		const huruf = JSON.stringify([hasil.value.masuk, hasil.value.bentrok]).length;
		return huruf > HURUF_TERAPAN ? fail(422, { terlaluBanyak: true as const }) : { rencana: hasil.value };
	},
	terapkan: async (event) => {
		const tempat = await requireTempat(event);
		const baris = bacaTerapan(await readForm(event.request));
		const hasil = await terapkanLembarKerja(event.locals.ctx, tempat, baris ?? []);
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		if (!baris) return fail(422, { galat: 'isian_tidak_terbaca' as const });
		return { terapan: hasil.value };
	},
};
