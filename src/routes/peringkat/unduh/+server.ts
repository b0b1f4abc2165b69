import { error } from '@sveltejs/kit';
import { instansiCopy } from '#features/hasil/instansi-hasil.copy.ts';
import { unduhQuery } from '#features/hasil/instansi-query.schema.ts';
import { peringkatCopy } from '#features/hasil/peringkat.copy.ts';
import { peringkatQuery } from '#features/hasil/peringkat-query.schema.ts';
import { unduhPeringkat } from '#features/hasil/unduh-peringkat.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, lang }, url }) => {
	const kueri = Object.fromEntries(url.searchParams);
	const format = unduhQuery.safeParse(kueri);
	if (!format.success) error(422, instansiCopy[lang].formatSalah);
	const berkas = await unduhPeringkat(ctx, peringkatQuery.parse(kueri), format.data.format);
	if (!berkas) error(404, peringkatCopy[lang].belumAda);
	return sendAttachment(berkas);
};
