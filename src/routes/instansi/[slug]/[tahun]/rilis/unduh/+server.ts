import { error } from '@sveltejs/kit';
import { getSaranInstansi } from '#features/hasil/get-saran-instansi.ts';
import { badanTidakAda } from '#features/hasil/instansi-galat.ts';
import { unduhRilis } from '#features/laporan/get-rilis.ts';
import { bacaTahunLaporan } from '#features/laporan/isian-laporan.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, lang }, params: { slug, tahun } }) => {
	const hasil = await unduhRilis(ctx, { slug, tahun: bacaTahunLaporan(tahun) });
	if (!hasil.ok)
		error(
			404,
			badanTidakAda(lang, hasil.reason, { slug, tahun: Number(tahun) }, await getSaranInstansi(ctx, slug)),
		);
	return sendAttachment(hasil.value);
};
