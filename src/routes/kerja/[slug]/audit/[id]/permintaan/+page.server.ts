import { fail } from '@sveltejs/kit';
import { answerPermintaan, askBukti, closePermintaan } from '#features/audit/kelola/kerja/ask-bukti.ts';
import { bukaAudit } from '#features/audit/kelola/kerja/buka-audit.ts';
import { bacaMinta, isianUlang } from '#features/audit/kelola/kerja/isian-audit.ts';
import { readAudit } from '#features/audit/kelola/kerja/read-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { MAKS_BERKAS } from '#features/bukti/bukti.rules.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import { readUpload } from '#platform/http/read-upload.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	return { a: await bukaAudit(locals, ruang.id, params.id) };
};

const tempat = async ({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) => {
	const ruang = await requireRuang(locals, params.slug, url);
	return { instansiId: ruang.id, auditId: requireId(params.id, locals.lang) };
};

export const actions: Actions = {
	minta: async (event) => {
		const t = await tempat(event);
		const form = await readForm(event.request);
		const hasil = await askBukti(event.locals.ctx, { ...t, ...bacaMinta(form) });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, isian: isianUlang(form) });
		return { terkirim: true };
	},
	jawab: async (event) => {
		const t = await tempat(event);
		const { ctx } = event.locals;
		const lihat = await readAudit(ctx, t); // asked before a file is received
		if (!lihat.ok) return fail(statusAudit(lihat.reason), { galat: lihat.reason });
		if (!lihat.value.boleh.tanggapi) return fail(403, { galat: 'tidak_berwenang' });
		const { teks, berkas, galat } = await readUpload(event.request, ctx.berkas, MAKS_BERKAS);
		const gagal = { jawab: teks.id ?? '', isian: { ...teks } };
		if (galat) return fail(statusAudit(galat), { galat, ...gagal });
		const id = /^\d{1,9}$/.test(teks.id ?? '') ? Number(teks.id) : 0;
		const isi = {
			jawaban: (teks.jawaban ?? '').slice(0, 10_001),
			tautan: (teks.tautan ?? '').slice(0, 2000),
		};
		const hasil = await answerPermintaan(ctx, { ...t, id, ...isi, berkas: berkas ?? undefined });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, ...gagal });
		return { terkirim: true };
	},
	tutup: async (event) => {
		const t = await tempat(event);
		const form = await readForm(event.request);
		const tutup = form.get('tutup') === 'ya';
		const hasil = await closePermintaan(event.locals.ctx, { ...t, id: readId(form, 'id') ?? 0, tutup });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason });
		return { terkirim: true };
	},
};
