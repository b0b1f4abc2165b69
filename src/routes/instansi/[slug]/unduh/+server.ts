import { error } from '@sveltejs/kit';
import { getSaranInstansi } from '#features/hasil/get-saran-instansi.ts';
import { badanTidakAda } from '#features/hasil/instansi-galat.ts';
import { instansiCopy } from '#features/hasil/instansi-hasil.copy.ts';
import { unduhQuery } from '#features/hasil/instansi-query.schema.ts';
import { unduhInstansi } from '#features/hasil/unduh-instansi.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, lang }, params: { slug }, url }) => {
	const kueri = unduhQuery.safeParse({ format: url.searchParams.get('format') ?? undefined });
	if (!kueri.success) error(422, instansiCopy[lang].formatSalah);
	const hasil = await unduhInstansi(ctx, { slug, format: kueri.data.format });
	if (!hasil.ok) error(404, badanTidakAda(lang, hasil.reason, { slug }, await getSaranInstansi(ctx, slug)));
	return sendAttachment(hasil.value);
};
