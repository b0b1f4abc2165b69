import { error, fail } from '@sveltejs/kit';
import { MAKS_BERKAS } from '#features/bukti/bukti.rules.ts';
import {
	bacaDokumen,
	bacaPakai,
	bacaPasal,
	bacaReviuKebijakan,
} from '#features/kebijakan/isian-kebijakan.ts';
import { kebijakanCopy } from '#features/kebijakan/kebijakan.copy.ts';
import { mapPasal } from '#features/kebijakan/map-pasal.ts';
import { readKebijakan } from '#features/kebijakan/read-kebijakan.ts';
import { saveDokumen } from '#features/kebijakan/save-dokumen.ts';
import { saveReviu, withdrawReviu } from '#features/kebijakan/save-reviu.ts';
import { takeKebijakan } from '#features/kebijakan/take-kebijakan.ts';
import { requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import { readUpload } from '#platform/http/read-upload.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params }) => {
	const { ruang } = await parent();
	const hasil = await readKebijakan(locals.ctx, { instansiId: ruang.id, indikator: params.kode });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, kebijakanCopy[locals.lang].galat[hasil.reason]);
	return { k: hasil.value };
};

const status = {
	tidak_berwenang: 403,
	bentrok_kebijakan: 409,
	tahap_lewat: 409,
	sedang_diperiksa: 409,
	berkas_terlalu_besar: 413,
	penyimpanan_penuh: 507,
} as Record<string, number>;

async function requireTempat({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const ruang = await requireRuang(locals, params.slug, url);
	return { instansiId: ruang.id, indikator: params.kode };
}

/** Asked before a file is received. */
async function mayTulis(event: RequestEvent, tempat: { instansiId: number; indikator: string }) {
	const hasil = await readKebijakan(event.locals.ctx, tempat);
	if (!hasil.ok) return hasil;
	return hasil.value.boleh
		? { ok: true as const }
		: { ok: false as const, reason: 'tidak_berwenang' as const };
}

export const actions: Actions = {
	dokumen: async (event) => {
		const tempat = await requireTempat(event);
		const { ctx } = event.locals;
		const boleh = await mayTulis(event, tempat);
		if (!boleh.ok) return fail(status[boleh.reason] ?? 422, { galat: boleh.reason });
		const { teks, berkas, galat } = await readUpload(event.request, ctx.berkas, MAKS_BERKAS);
		const gagal = { formulir: 'dokumen' as const, isian: teks };
		if (galat) return fail(status[galat] ?? 422, { galat, gagal });
		const hasil = await saveDokumen(ctx, { ...tempat, ...bacaDokumen(teks), berkas: berkas ?? undefined });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason, gagal });
		return { dokumen: hasil.value.id };
	},
	reviu: async (event) => {
		const tempat = await requireTempat(event);
		const { ctx } = event.locals;
		const boleh = await mayTulis(event, tempat);
		if (!boleh.ok) return fail(status[boleh.reason] ?? 422, { galat: boleh.reason });
		const { teks, berkas, galat } = await readUpload(event.request, ctx.berkas, MAKS_BERKAS);
		const gagal = { formulir: 'reviu' as const, isian: teks };
		if (galat) return fail(status[galat] ?? 422, { galat, gagal });
		const hasil = await saveReviu(ctx, {
			...tempat,
			...bacaReviuKebijakan(teks),
			berkas: berkas ?? undefined,
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason, gagal });
		return { reviu: true as const };
	},
	tarik: async (event) => {
		const tempat = await requireTempat(event);
		const reviuId = Number((await readForm(event.request)).get('reviuId'));
		if (!Number.isSafeInteger(reviuId) || reviuId < 1 || reviuId > 2 ** 31 - 1)
			return fail(422, { galat: 'reviu_tidak_ada' as const });
		const hasil = await withdrawReviu(event.locals.ctx, { ...tempat, reviuId });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		return { ditarik: true as const };
	},
	pasal: async (event) => {
		const tempat = await requireTempat(event);
		const hasil = await mapPasal(event.locals.ctx, {
			...tempat,
			...bacaPasal(await readForm(event.request)),
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		return { pasal: hasil.value.berubah };
	},
	pakai: async (event) => {
		const tempat = await requireTempat(event);
		const isian = bacaPakai(await readForm(event.request));
		if (!isian) return fail(422, { galat: 'penilaian_tidak_ada' as const });
		const hasil = await takeKebijakan(event.locals.ctx, { ...tempat, ...isian });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { galat: hasil.reason });
		return { pakai: { ...hasil.value, ...isian } };
	},
};
