import { json } from '@sveltejs/kit';
import { readRuang } from '#features/instansi/read-ruang.ts';
import { sendKiriman } from '#features/luring/send-kiriman.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { RequestHandler } from './$types';

const status = {
	belum_masuk: 401,
	orang_lain: 401,
	tidak_berwenang: 403,
	penilaian_tidak_ada: 404,
	bentrok: 409,
	tahap_lewat: 409,
	sedang_diperiksa: 409,
} as Record<string, number>;

/** Where a device's outbox sends to: the fields of the workbench's forms, answered in JSON. */
export const POST: RequestHandler = async ({ request, locals, params }) => {
	const { galat } = penilaianCopy[locals.lang];
	const tolak = (reason: keyof typeof galat, pesan: string = galat[reason]) =>
		json({ ok: false, reason, pesan }, { status: status[reason] ?? 422 });
	if (!locals.orang) return tolak('belum_masuk');
	const ruang = await readRuang(locals.ctx, params.slug);
	if (!ruang.ok || !/^\d{1,9}$/.test(params.id)) return tolak('penilaian_tidak_ada');
	const hasil = await sendKiriman(locals.ctx, {
		instansiId: ruang.value.id,
		penilaianId: Number(params.id),
		indikator: params.indikator,
		form: await readForm(request),
	});
	if (hasil.ok) return json({ ok: true, id: hasil.value.id });
	return tolak(hasil.reason, hasil.reason === 'nilai_tidak_sah' ? `${hasil.pesan}.` : galat[hasil.reason]);
};
