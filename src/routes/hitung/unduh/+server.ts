import { error } from '@sveltejs/kit';
import { tulisBerkasHitung } from '#features/rencana/berkas-hitung.ts';
import { hitungCopy } from '#features/rencana/hitung.copy.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ request, locals: { ctx, lang }, url }) => {
	const form = await readForm(request);
	const { instrumen = '', ...isian } = Object.fromEntries(
		[...form].flatMap(([k, v]) => (typeof v === 'string' ? [[k, v.slice(0, 30)]] : [])),
	) as Record<string, string>;
	const format = url.searchParams.get('format') === 'json' ? 'json' : 'xlsx';
	const hasil = await tulisBerkasHitung(ctx, { instrumen, isian, format });
	if (hasil.ok) return sendAttachment(hasil.value);
	if (hasil.reason === 'instrumen_tidak_dikenal') error(422, hitungCopy[lang].galat.instrumen_tidak_dikenal);
	error(
		422,
		Object.entries(hasil.masalah)
			.map(([id, pesan]) => `${id}: ${pesan}.`)
			.join(' '),
	);
};
