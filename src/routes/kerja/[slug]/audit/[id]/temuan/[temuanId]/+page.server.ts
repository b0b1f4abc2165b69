import { error, fail } from '@sveltejs/kit';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { bukaAudit } from '#features/audit/kelola/kerja/buka-audit.ts';
import {
	bacaDiubah,
	bacaHari,
	bacaTanggapan,
	bacaTemuan,
	isianUlang,
} from '#features/audit/kelola/kerja/isian-audit.ts';
import { readAudit } from '#features/audit/kelola/kerja/read-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import {
	acceptRisiko,
	answerTemuan,
	reopenTemuan,
	reportTemuan,
	verifyTemuan,
} from '#features/audit/kelola/temuan/answer-temuan.ts';
import { changeTemuan } from '#features/audit/kelola/temuan/save-temuan.ts';
import { MAKS_BERKAS } from '#features/bukti/bukti.rules.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readForm, readTeks } from '#platform/http/read-form.ts';
import { readUpload } from '#platform/http/read-upload.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const a = await bukaAudit(locals, ruang.id, params.id);
	const id = requireId(params.temuanId, locals.lang);
	const t = a.temuan.find((x) => x.id === id);
	if (!t) error(a.penuh ? 404 : 403, auditGalatCopy[locals.lang].temuan_tidak_ada ?? '');
	return { a, t };
};

type Tempat = { instansiId: number; auditId: number; id: number };
const tempat = async ({
	locals,
	params,
	url,
}: Pick<RequestEvent, 'locals' | 'params' | 'url'>): Promise<Tempat> => {
	const ruang = await requireRuang(locals, params.slug, url);
	const auditId = requireId(params.id, locals.lang);
	return { instansiId: ruang.id, auditId, id: requireId(params.temuanId, locals.lang) };
};

const aksi =
	(
		bagian: string,
		kerja: (ctx: Ctx, t: Tempat, form: FormData) => Promise<{ ok: boolean; reason?: string }>,
	) =>
	async (event: RequestEvent) => {
		const t = await tempat(event);
		const form = await readForm(event.request);
		const hasil = await kerja(event.locals.ctx, t, form);
		if (hasil.ok) return { tersimpan: true };
		const galat = hasil.reason ?? '';
		return fail(statusAudit(galat), { galat, bagian, isian: isianUlang(form) });
	};

export const actions: Actions = {
	ubah: aksi('ubah', (ctx, t, form) =>
		changeTemuan(ctx, { ...t, ...bacaTemuan(form), diubah: bacaDiubah(form) }),
	),
	tanggapi: aksi('tanggapi', (ctx, t, form) => answerTemuan(ctx, { ...t, ...bacaTanggapan(form) })),
	verifikasi: aksi('verifikasi', (ctx, t, form) =>
		verifyTemuan(ctx, {
			...t,
			terima: form.get('putusan') === 'terima',
			catatan: readTeks(form, 'catatan', 10_000),
		}),
	),
	terima: aksi('terima', (ctx, t, form) =>
		acceptRisiko(ctx, { ...t, alasan: readTeks(form, 'alasan', 5000), sampai: bacaHari(form, 'sampai') }),
	),
	buka: aksi('buka', (ctx, t, form) =>
		reopenTemuan(ctx, { ...t, catatan: readTeks(form, 'catatan', 10_000) }),
	),
	lapor: async (event) => {
		const t = await tempat(event);
		const { ctx } = event.locals;
		const lihat = await readAudit(ctx, t); // asked before a file is received
		if (!lihat.ok) return fail(statusAudit(lihat.reason), { galat: lihat.reason });
		if (!lihat.value.boleh.tanggapi) return fail(403, { galat: 'tidak_berwenang' });
		const { teks, berkas, galat } = await readUpload(event.request, ctx.berkas, MAKS_BERKAS);
		const gagal = { bagian: 'lapor', isian: { ...teks } as Record<string, string> };
		if (galat) return fail(statusAudit(galat), { galat: String(galat), ...gagal });
		const isi = { bukti: (teks.bukti ?? '').slice(0, 5001), tautan: (teks.tautan ?? '').slice(0, 2000) };
		const hasil = await reportTemuan(ctx, { ...t, ...isi, berkas: berkas ?? undefined });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: String(hasil.reason), ...gagal });
		return { tersimpan: true };
	},
};
