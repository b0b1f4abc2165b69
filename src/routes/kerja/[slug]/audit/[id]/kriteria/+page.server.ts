import { error, fail } from '@sveltejs/kit';
import { canAct } from '#features/akun/izin.rules.ts';
import { auditGalatCopy } from '#features/audit/kelola/audit-galat.copy.ts';
import { bukaAudit } from '#features/audit/kelola/kerja/buka-audit.ts';
import { importKriteria } from '#features/audit/kelola/kerja/import-kriteria.ts';
import { dropKriteria, pickKriteria } from '#features/audit/kelola/kerja/pick-kriteria.ts';
import { readKendali } from '#features/audit/kelola/kerja/read-kendali.ts';
import { statusAudit } from '#features/audit/kelola/kerja/status-audit.ts';
import { UKURAN_TERBESAR } from '#features/hasil/import-lembar.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import { readUpload } from '#platform/http/read-upload.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const a = await bukaAudit(locals, ruang.id, params.id);
	if (!a.penuh) error(403, auditGalatCopy[locals.lang].tidak_berwenang ?? '');
	const { area, topik, kendali } = readKendali(locals.ctx);
	const saring = { area: url.searchParams.get('area') ?? '', topik: url.searchParams.get('topik') ?? '' };
	const ada = new Set(a.kriteria.map((k) => k.kode));
	const tampil =
		saring.area === '' && saring.topik === ''
			? []
			: kendali.filter(
					(k) =>
						!ada.has(k.kode) &&
						(saring.area === '' || k.areaId === saring.area) &&
						(saring.topik === '' || k.topik.includes(saring.topik)),
				);
	return { a, area, topik, saring, tampil };
};

const tempat = async ({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) => {
	const ruang = await requireRuang(locals, params.slug, url);
	return { instansiId: ruang.id, auditId: requireId(params.id, locals.lang) };
};

export const actions: Actions = {
	pilih: async (event) => {
		const t = await tempat(event);
		const form = await readForm(event.request);
		const kode = form
			.getAll(form.get('semua') === 'ya' ? 'semuaKode' : 'kode')
			.map(String)
			.slice(0, 500);
		const hasil = await pickKriteria(event.locals.ctx, { ...t, kode, daftarId: readId(form, 'daftarId') });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, masalah: [] as string[] });
		return { dipilih: hasil.value.baru };
	},
	hapus: async (event) => {
		const t = await tempat(event);
		const id = readId(await readForm(event.request), 'id') ?? 0;
		const hasil = await dropKriteria(event.locals.ctx, { ...t, id });
		if (!hasil.ok) return fail(statusAudit(hasil.reason), { galat: hasil.reason, masalah: [] as string[] });
		return { dihapus: true };
	},
	impor: async (event) => {
		const { instansiId } = await tempat(event);
		const { ctx, orang } = event.locals;
		if (!orang || !canAct(orang, 'audit.jalankan', { instansiId }).ok)
			return fail(403, { galat: 'tidak_berwenang', masalah: [] as string[] });
		const { teks, berkas, galat } = await readUpload(event.request, ctx.berkas, UKURAN_TERBESAR);
		try {
			if (galat || !berkas)
				return fail(statusAudit(galat ?? ''), { galat: galat ?? 'berkas_ditolak', masalah: [] as string[] });
			const hasil = await importKriteria(ctx, {
				instansiId,
				nama: teks.nama ?? '',
				isi: { path: berkas.titipan.path },
			});
			if (hasil.ok) return { termuat: hasil.value.jumlah };
			const masalah =
				'masalah' in hasil
					? hasil.masalah.slice(0, 20).map((m) => `${m.baris === null ? '' : `baris ${m.baris}: `}${m.pesan}`)
					: [];
			return fail(statusAudit(hasil.reason), { galat: hasil.reason, masalah });
		} finally {
			if (berkas) await ctx.berkas.discard(berkas.titipan);
		}
	},
};
