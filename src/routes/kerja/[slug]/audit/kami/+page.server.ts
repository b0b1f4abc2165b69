import { error, fail } from '@sveltejs/kit';
import { canAct } from '#features/akun/izin.rules.ts';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { bacaBerkasIndeks, bacaIndeks } from '#features/audit/kelola/kami/isian-indeks.ts';
import { readAturanIndeks } from '#features/audit/kelola/kami/read-aturan-indeks.ts';
import {
	readIndeks,
	saveIndeks,
	takeIndeks,
	withdrawIndeks,
} from '#features/audit/kelola/kami/save-indeks.ts';
import { isianUlang } from '#features/audit/kelola/kerja/isian-audit.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { UKURAN_TERBESAR } from '#features/hasil/import-lembar.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import { readUpload } from '#platform/http/read-upload.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent }) => {
	const { ruang } = await parent();
	const hasil = await readIndeks(locals.ctx, ruang.id);
	if (!hasil.ok) error(statusAudit(hasil.reason), auditGalatCopy[locals.lang][hasil.reason] ?? '');
	return { k: hasil.value };
};

export const actions: Actions = {
	catat: async ({ locals, params, url, request }) => {
		const { id: instansiId } = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const { area } = readAturanIndeks(locals.ctx);
		const hasil = await saveIndeks(locals.ctx, { instansiId, ...bacaIndeks(form, area) });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, isian: isianUlang(form) });
		return { pesan: 'tersimpan' as const };
	},
	muat: async ({ locals, params, url, request }) => {
		const { id: instansiId } = await requireRuang(locals, params.slug, url);
		const { ctx, orang } = locals;
		if (!orang || !canAct(orang, 'indeks.catat', { instansiId }).ok)
			return fail(403, { galat: 'tidak_berwenang' });
		const { berkas, galat } = await readUpload(request, ctx.berkas, UKURAN_TERBESAR);
		try {
			const { area } = readAturanIndeks(ctx);
			const isian = berkas && (await bacaBerkasIndeks({ path: berkas.titipan.path }, area));
			if (!isian) return fail(statusAudit(galat ?? ''), { galat: galat ?? 'berkas_ditolak' });
			return { pesan: 'muatLanjut' as const, isian };
		} finally {
			if (berkas) await ctx.berkas.discard(berkas.titipan);
		}
	},
	tarik: async ({ locals, params, url, request }) => {
		const { id: instansiId } = await requireRuang(locals, params.slug, url);
		const hasil = await withdrawIndeks(locals.ctx, {
			instansiId,
			id: readId(await readForm(request), 'id') ?? 0,
		});
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason });
		return { pesan: 'ditarik' as const };
	},
	pakai: async ({ locals, params, url, request }) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const form = await readForm(request);
		const cocok = /^(\d{1,9})\.(I\d{2})$/.exec(String(form.get('ke') ?? ''));
		const tingkat = Number(/^[1-5]$/.exec(String(form.get('tingkat') ?? ''))?.[0] ?? 0);
		const [, penilaianId, tujuan] = cocok ?? [];
		if (!penilaianId || !tujuan || tingkat === 0) return fail(422, { galat: 'tujuan_salah' });
		const isi = { ruang, id: readId(form, 'id') ?? 0, penilaianId: Number(penilaianId), tujuan, tingkat };
		const hasil = await takeIndeks(locals.ctx, isi);
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason });
		return { pakai: { ...hasil.value, penilaianId: Number(penilaianId), tujuan } };
	},
};
