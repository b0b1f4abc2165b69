import { fail, redirect } from '@sveltejs/kit';
import { tahunQuery } from '#features/hasil/instansi-query.schema.ts';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import { bacaBerkasHitung } from '#features/rencana/berkas-hitung.ts';
import { hitungCopy } from '#features/rencana/hitung.copy.ts';
import { bacaIsian, type Isian, tulisKode } from '#features/rencana/hitung-isian.rules.ts';
import { openHitung } from '#features/rencana/open-hitung.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href, type Lang } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, url: { searchParams } }) => {
	const teks = (nama: string) => searchParams.get(nama)?.slice(0, 1200) ?? undefined;
	return {
		data: await openHitung(ctx, {
			instrumen: teks('instrumen'),
			dari: teks('dari'),
			contoh: teks('sisa') === 'contoh',
			n: teks('n'),
			...tahunQuery.parse({ tahun: teks('tahun') }),
		}),
	};
};

const terbesar = 1024 * 1024;

export const actions: Actions = {
	hitung: async ({ request, locals: { ctx, lang }, url }) => {
		const form = await readForm(request);
		const { instrumen } = await openHitung(ctx, {
			instrumen: url.searchParams.get('instrumen') ?? undefined,
		});
		const isian = bacaForm(form);
		const { masalah } = bacaIsian(instrumen, isian);
		if (Object.keys(masalah).length > 0) return fail(422, { isian, berkas: [] });
		redirect(303, alamat(lang, instrumen.id, tulisKode(instrumen, isian)));
	},
	impor: async ({ request, locals: { ctx, lang }, url }) => {
		const kata = hitungCopy[lang];
		const berkas = (await readForm(request)).get('berkas');
		if (!(berkas instanceof File) || berkas.size === 0)
			return fail(422, { isian: null, berkas: [kata.tanpaBerkas] });
		if (berkas.size > terbesar) return fail(413, { isian: null, berkas: [kata.berkasBesar] });
		const hasil = await bacaBerkasHitung(ctx, {
			isi: new Uint8Array(await berkas.arrayBuffer()),
			bawaan: url.searchParams.get('instrumen') ?? '',
		});
		if (!hasil.ok) return fail(422, { isian: null, berkas: hasil.masalah });
		const instrumen = requireInstrumen(ctx, hasil.value.instrumen);
		redirect(303, alamat(lang, instrumen.id, tulisKode(instrumen, hasil.value.isian)));
	},
};

/** The fields that are texts, each no longer than any answer. */
function bacaForm(form: FormData): Isian {
	return Object.fromEntries(
		[...form].flatMap(([k, v]) => (typeof v === 'string' ? [[k, v.slice(0, 30)]] : [])),
	);
}

const alamat = (lang: Lang, instrumen: string, n: string) =>
	href(
		lang,
		`/hitung?${new URLSearchParams([['instrumen', instrumen], ...(n ? [['n', n]] : [])] as [string, string][])}`,
	);
