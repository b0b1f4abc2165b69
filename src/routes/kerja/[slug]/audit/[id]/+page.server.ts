import { fail } from '@sveltejs/kit';
import { advanceAudit, cancelAudit, issueSurat } from '#features/audit/kelola/kerja/advance-audit.ts';
import { bukaAudit } from '#features/audit/kelola/kerja/buka-audit.ts';
import { concludeAudit, reviewAudit } from '#features/audit/kelola/kerja/conclude-audit.ts';
import {
	bacaAudit,
	bacaDiubah,
	bacaHari,
	bacaOpini,
	bacaSurat,
	bacaTim,
	isianUlang,
} from '#features/audit/kelola/kerja/isian-audit.ts';
import { changeAudit } from '#features/audit/kelola/kerja/plan-audit.ts';
import { addLingkup, removeLingkup } from '#features/audit/kelola/kerja/save-lingkup.ts';
import { addTim, removeTim } from '#features/audit/kelola/kerja/save-tim.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readForm, readId, readTeks } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	return { a: await bukaAudit(locals, ruang.id, params.id) };
};

type Tempat = { instansiId: number; auditId: number };
type Hasil = { ok: boolean; reason?: string; gangguan?: string[]; belum?: string[] };

/** Runs one act of the page: what was refused comes back with what was typed. */
const aksi =
	(bagian: string, kerja: (ctx: Ctx, tempat: Tempat, form: FormData) => Promise<Hasil>) =>
	async ({ locals, params, url, request }: RequestEvent) => {
		const ruang = await requireRuang(locals, params.slug, url);
		const tempat = { instansiId: ruang.id, auditId: requireId(params.id, locals.lang) };
		const form = await readForm(request);
		const hasil = await kerja(locals.ctx, tempat, form);
		if (hasil.ok) return { tersimpan: bagian };
		const { reason = '', gangguan = [], belum = [] } = hasil;
		return fail(statusAudit(reason), { galat: reason, bagian, gangguan, belum, isian: isianUlang(form) });
	};

export const actions: Actions = {
	ubah: aksi('ubah', (ctx, t, form) =>
		changeAudit(ctx, { ...t, ...bacaAudit(form), diubah: bacaDiubah(form) }),
	),
	lingkup: aksi('lingkup', (ctx, t, form) =>
		addLingkup(ctx, {
			...t,
			nama: readTeks(form, 'nama', 301),
			unitId: readId(form, 'unitId'),
			sistemId: readId(form, 'sistemId'),
		}),
	),
	hapusLingkup: aksi('lingkup', (ctx, t, form) => removeLingkup(ctx, { ...t, id: readId(form, 'id') ?? 0 })),
	tim: aksi('tim', (ctx, t, form) => addTim(ctx, { ...t, ...bacaTim(form) })),
	hapusTim: aksi('tim', (ctx, t, form) => removeTim(ctx, { ...t, id: readId(form, 'id') ?? 0 })),
	surat: aksi('surat', (ctx, t, form) => issueSurat(ctx, { ...t, ...bacaSurat(form) })),
	maju: aksi('maju', (ctx, t, form) => advanceAudit(ctx, { ...t, dilaporkan: bacaHari(form, 'dilaporkan') })),
	batal: aksi('batal', (ctx, t, form) => cancelAudit(ctx, { ...t, alasan: readTeks(form, 'alasan', 2000) })),
	opini: aksi('opini', (ctx, t, form) => concludeAudit(ctx, { ...t, ...bacaOpini(form) })),
	reviu: aksi('reviu', (ctx, t, form) =>
		reviewAudit(ctx, { ...t, catatan: readTeks(form, 'catatan', 5000) }),
	),
};
