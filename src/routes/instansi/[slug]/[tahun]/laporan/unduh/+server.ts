import { error } from '@sveltejs/kit';
import { getSaranInstansi } from '#features/hasil/get-saran-instansi.ts';
import { badanTidakAda } from '#features/hasil/instansi-galat.ts';
import { orSibuk } from '#features/laporan/cetak/pencetak.ts';
import { bacaTahunLaporan, formatTerbit } from '#features/laporan/isian-laporan.ts';
import { laporanCopy } from '#features/laporan/laporan.copy.ts';
import { unduhLaporanHasil } from '#features/laporan/unduh-laporan-hasil.ts';
import { sendAttachment } from '#platform/http/attachment.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { ctx, lang }, params: { slug, tahun }, url }) => {
	const format = formatTerbit.find((f) => f === (url.searchParams.get('format') ?? 'pdf'));
	if (!format) error(422, laporanCopy[lang].formatSalah);
	const arsip = url.searchParams.has('arsip');
	const hasil = await orSibuk(
		unduhLaporanHasil(ctx, { slug, tahun: bacaTahunLaporan(tahun), format, arsip }),
	);
	if (hasil === 'sibuk') error(503, laporanCopy[lang].sibuk);
	if (!hasil.ok)
		error(
			404,
			badanTidakAda(lang, hasil.reason, { slug, tahun: Number(tahun) }, await getSaranInstansi(ctx, slug)),
		);
	return sendAttachment(hasil.value);
};
