import { error, fail, redirect } from '@sveltejs/kit';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { tulisKode } from '#features/rencana/hitung-isian.rules.ts';
import { pickKueri, tulisKueri } from '#features/rencana/susun/minta.rules.ts';
import { openSimulasi, readBerkasSimulasi, saveSkenario } from '#features/rencana/susun/simulasi.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import { readForm, readTeks } from '#platform/http/read-form.ts';
import { type Instrumen, listIndikator } from '#scoring';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const kueri = pickKueri(url.searchParams);
	const hasil = await openSimulasi(locals.ctx, { instansiId: ruang.id, kueri });
	if (!hasil.ok) error(403, susunCopy[locals.lang].galat[hasil.reason] ?? '');
	const medan = bacaMedan(url.searchParams, hasil.value.instrumen);
	// Without script the form sends every level: one short text makes an address that can be passed on.
	if (Object.keys(medan).length > 0) {
		const n = tulisKode(hasil.value.instrumen, medan);
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/rencana/simulasi?${tulisKueri(kueri, { n })}`));
	}
	return { simulasi: hasil.value, kueri };
};

/** Levels of the form: fields named after indicators. */
function bacaMedan(
	isi: { get(nama: string): FormDataEntryValue | null },
	instrumen: Instrumen,
): Record<string, string> {
	return Object.fromEntries(
		listIndikator(instrumen).flatMap(({ id }) => {
			const teks = isi.get(id);
			return typeof teks === 'string' ? [[id, teks.trim().slice(0, 30)]] : [];
		}),
	);
}

export const actions: Actions = {
	simpan: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const [nama, alasan] = [readTeks(form, 'nama', 200), readTeks(form, 'alasan', 5000)];
		const kueri = pickKueri(url.searchParams);
		const buka = await openSimulasi(locals.ctx, { instansiId: ruang.id, kueri });
		if (!buka.ok) return fail(403, { galat: buka.reason, isian: { nama, alasan } as Record<string, string> });
		const isian = bacaMedan(form, buka.value.instrumen);
		const hasil = await saveSkenario(locals.ctx, { instansiId: ruang.id, kueri, isian, nama, alasan });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
				galat: hasil.reason,
				isian: { ...isian, nama, alasan },
			});
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/rencana/simpanan/${hasil.value.id}`));
	},
	berkas: async ({ request, locals, params, url }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const kueri = pickKueri(url.searchParams);
		const berkas = (await readForm(request)).get('berkas');
		const isi = berkas instanceof File ? new Uint8Array(await berkas.arrayBuffer()) : new Uint8Array();
		const hasil = await readBerkasSimulasi(locals.ctx, { instansiId: ruang.id, kueri, isi });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
				galat: hasil.reason,
				masalah: 'masalah' in hasil ? hasil.masalah : [],
			});
		redirect(303, href(locals.lang, `/kerja/${ruang.slug}/rencana/simulasi?${hasil.value.kueri}`));
	},
};
