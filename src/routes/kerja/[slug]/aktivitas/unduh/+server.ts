import { error } from '@sveltejs/kit';
import { aktivitasCopy } from '#features/aktivitas/aktivitas.copy.ts';
import { exportAktivitas } from '#features/aktivitas/export-aktivitas.ts';
import { sendBaris } from '#features/aktivitas/send-baris.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, url }) => {
	const ruang = await requireRuang(locals, params.slug, url);
	const hasil = await exportAktivitas(locals.ctx, ruang);
	if (!hasil.ok) error(403, aktivitasCopy[locals.lang].galat[hasil.reason]);
	return sendBaris(hasil.value, `aktivitas-${ruang.slug}.jsonl`);
};
