import { error, fail, redirect } from '@sveltejs/kit';
import { MAKS_BERKAS } from '#features/bukti/bukti.rules.ts';
import { canUnggah } from '#features/bukti/can-unggah.ts';
import { bacaBukti, bacaPutusan } from '#features/bukti/isian-bukti.ts';
import { judgeBukti } from '#features/bukti/judge-bukti.ts';
import { moveBukti } from '#features/bukti/move-bukti.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { bacaMeja, bacaUtas } from '#features/penilaian/isian-penilaian.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { takeLalu } from '#features/penilaian/read-lalu.ts';
import { readMeja } from '#features/penilaian/read-meja.ts';
import { recordNilai } from '#features/penilaian/record-nilai.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { writeUtas } from '#features/penilaian/write-utas.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import { readUpload } from '#platform/http/read-upload.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const id = requireId(params.id, locals.lang);
	const hasil = await readMeja(locals.ctx, { instansiId: ruang.id, id, indikator: params.indikator });
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	const bukti = url.searchParams.get('bukti') ?? '';
	const tersimpan = url.searchParams.has('tersimpan');
	return { meja: hasil.value, tersimpan, pilih: /^\d{1,9}$/.test(bukti) ? Number(bukti) : null };
};

const status = {
	tidak_berwenang: 403,
	bentrok: 409,
	revisi_baru: 409,
	tahap_lewat: 409,
	sedang_diperiksa: 409,
	berkas_terlalu_besar: 413,
	penyimpanan_penuh: 507,
	penyimpanan_gagal: 503,
	unggahan_tidak_ada: 410,
} as Record<string, number>;

async function requireTempat({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const ruang = await requireRuang(locals, params.slug, url);
	const penilaianId = requireId(params.id, locals.lang);
	return { instansiId: ruang.id, penilaianId, indikator: params.indikator };
}

export const actions: Actions = {
	simpan: async (event) => {
		const tempat = await requireTempat(event);
		const isian = bacaMeja(await readForm(event.request));
		const hasil = await recordNilai(event.locals.ctx, { ...isian, ...tempat });
		// shown by a request of its own: saving stays quick, and a reload sends nothing twice
		if (hasil.ok) redirect(303, `${event.url.pathname}?tersimpan`);
		const nilaiSalah = hasil.reason === 'nilai_tidak_sah' ? hasil.pesan : null;
		return fail(status[hasil.reason] ?? 422, { nilai: { isian, galat: hasil.reason, nilaiSalah } });
	},
	ambil: async (event) => {
		const tempat = await requireTempat(event);
		const form = await readForm(event.request);
		const [asal, dasar] = [String(form.get('asal') ?? ''), String(form.get('dasar') ?? '')];
		const hasil = await takeLalu(event.locals.ctx, { ...tempat, asal, dasar });
		if (hasil.ok) return { diambil: true as const };
		const galat = hasil.reason === 'saran_tidak_ada' ? 'bentrok' : hasil.reason;
		return fail(status[galat] ?? 422, { nilai: { isian: null, galat, nilaiSalah: null } });
	},
	bukti: async (event) => {
		const tempat = await requireTempat(event);
		const { ctx } = event.locals;
		const boleh = await canUnggah(ctx, tempat);
		if (!boleh.ok) return fail(status[boleh.reason] ?? 422, { bukti: { isian: null, galat: boleh.reason } });
		const unggahan = await readUpload(event.request, ctx.berkas, MAKS_BERKAS);
		const isian = bacaBukti(unggahan.teks);
		if (unggahan.galat)
			return fail(status[unggahan.galat] ?? 422, { bukti: { isian, galat: unggahan.galat } });
		const { tautan, catatan, judul, penunjuk } = isian.isian;
		const hasil = await saveBukti(ctx, {
			...tempat,
			...isian,
			judul,
			penunjuk,
			tautan,
			catatan,
			berkas: unggahan.berkas ?? undefined,
			unggahan: unggahan.berkas ? undefined : isian.isian.unggahan,
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { bukti: { isian, galat: hasil.reason } });
		return { terkirim: hasil.value };
	},
	pindah: async (event) => {
		const tempat = await requireTempat(event);
		const form = await readForm(event.request);
		const buktiId = readId(form, 'buktiId');
		const ke = form.get('ke');
		if (buktiId === null || (ke !== 'diajukan' && ke !== 'ditarik'))
			return fail(422, { bukti: { isian: null, galat: 'bukti_tidak_ada' as const } });
		const hasil = await moveBukti(event.locals.ctx, { ...tempat, buktiId, ke });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { bukti: { isian: null, galat: hasil.reason } });
		return { dipindah: true as const };
	},
	putuskan: async (event) => {
		const tempat = await requireTempat(event);
		const isian = bacaPutusan(await readForm(event.request));
		if (!isian) return fail(422, { bukti: { isian: null, galat: 'tanpa_centang' as const } });
		const hasil = await judgeBukti(event.locals.ctx, { ...tempat, ...isian });
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { bukti: { isian: null, galat: hasil.reason } });
		return { diputus: hasil.value.banyak };
	},
	utas: async (event) => {
		const tempat = await requireTempat(event);
		const isian = bacaUtas(await readForm(event.request));
		if (!isian) return fail(422, { utas: { isi: '', galat: 'isi_kosong' as const } });
		const hasil = await writeUtas(event.locals.ctx, { ...tempat, ...isian });
		if (!hasil.ok)
			return fail(status[hasil.reason] ?? 422, { utas: { isi: isian.isi, galat: hasil.reason } });
		return { terucap: true as const };
	},
};
