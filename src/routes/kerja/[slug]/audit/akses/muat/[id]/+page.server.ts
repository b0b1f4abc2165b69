import { error, fail, redirect } from '@sveltejs/kit';
import { aksesCopy } from '#features/audit/akses/akses.copy.ts';
import { bacaCopy, kalimatCatatan } from '#features/audit/akses/baca/baca.copy.ts';
import { finishMuat } from '#features/audit/akses/finish-muat.ts';
import { bacaPeta } from '#features/audit/akses/isian-akses.ts';
import { openKampanye } from '#features/audit/akses/open-kampanye.ts';
import { discardMuat, openMuat } from '#features/audit/akses/open-muat.ts';
import { readSetelanAkses } from '#features/audit/akses/read-akses.ts';
import { PER_HALAMAN, readTemuan } from '#features/audit/akses/read-temuan.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { requireId, requireRuang } from '#features/penilaian/require-ruang.ts';
import { readForm, readTeks } from '#platform/http/read-form.ts';
import { href, type Lang } from '#ui/lang.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, parent, params, url }) => {
	const { ruang } = await parent();
	const { ctx, lang } = locals;
	const tempat = { instansiId: ruang.id, id: requireId(params.id, lang) };
	const buka = await openMuat(ctx, tempat);
	if (!buka.ok) error(buka.reason === 'muat_tidak_ada' ? 404 : 403, aksesCopy[lang].galat[buka.reason]);
	const { muat, intipan, peta, galat } = buka.value;
	const pesanBerkas = galat && bacaCopy[lang].berkas[galat.reason](galat.rinci);
	if (muat.keadaan === 'menunggu')
		return { muat: luar(muat), menunggu: { intipan, peta, pesanBerkas }, temuan: null };
	const aturan = url.searchParams.get('aturan') ?? undefined;
	const saring = aturan && /^[A-Z]{3,8}(-[A-Z0-9]{2,8})?$/.test(aturan) ? aturan : undefined;
	const halaman = Number(url.searchParams.get('halaman') ?? 1) || 1;
	const hasil = await readTemuan(ctx, { ...tempat, aturan: saring, halaman: Math.trunc(halaman) });
	if (!hasil.ok) error(404, aksesCopy[lang].galat[hasil.reason]);
	const setelan = await readSetelanAkses(ctx, ruang.id);
	const { akun, ada, catatan } = hasil.value;
	return {
		muat: luar(muat),
		menunggu: null,
		temuan: {
			...{ akun, ada, saring: saring ?? null, halaman: hasil.value.halaman, perHalaman: PER_HALAMAN },
			catatan: catatan.map((c) => kalimatCatatan(c, lang)),
			aturan: setelan.ok
				? setelan.value.aturan.aturan.map(({ id, nama, jangkar, saran, keparahan }) => ({
						id,
						nama,
						jangkar,
						saran,
						keparahan,
					}))
				: [],
		},
		kini: hariIni(ctx.clock()),
		baru: { jumlah: url.searchParams.get('jumlah'), temuan: url.searchParams.get('temuan') },
	};
};

/** Without its owner unit's path and its size. */
function luar<M extends { jalur: string | null; ukuran: bigint }>({ jalur: _, ukuran, ...muat }: M) {
	return { ...muat, ukuran: Number(ukuran) };
}

async function requireTempat({ locals, params, url }: Pick<RequestEvent, 'locals' | 'params' | 'url'>) {
	const ruang = await requireRuang(locals, params.slug, url);
	return { ruang, instansiId: ruang.id, id: requireId(params.id, locals.lang) };
}

const status = { tidak_berwenang: 403, muat_tidak_ada: 404, sudah_dibaca: 409 } as Record<string, number>;
const alamat = (lang: Lang, slug: string, ekor: string) => href(lang, `/kerja/${slug}/audit/akses${ekor}`);

export const actions: Actions = {
	baca: async (event) => {
		const { ruang, instansiId, id } = await requireTempat(event);
		const { ctx, lang } = event.locals;
		const form = await readForm(event.request);
		const peta = bacaPeta(form, form.get('jenis') === 'pegawai' ? 'pegawai' : 'akun');
		const hasil = await finishMuat(ctx, { instansiId, id, ...peta });
		if (!hasil.ok) {
			const pesan =
				hasil.reason === 'berkas'
					? bacaCopy[lang].berkas[hasil.galat.reason](hasil.galat.rinci)
					: aksesCopy[lang].galat[hasil.reason];
			return fail(status[hasil.reason] ?? 422, { pesan, peta: peta.peta });
		}
		const { jumlah, temuan } = hasil.value;
		redirect(303, alamat(lang, ruang.slug, `/muat/${id}?jumlah=${jumlah}&temuan=${temuan}`));
	},
	buang: async (event) => {
		const { ruang, instansiId, id } = await requireTempat(event);
		const hasil = await discardMuat(event.locals.ctx, { instansiId, id });
		if (!hasil.ok)
			return fail(status[hasil.reason] ?? 422, { pesan: aksesCopy[event.locals.lang].galat[hasil.reason] });
		redirect(303, alamat(event.locals.lang, ruang.slug, '?dibuang'));
	},
	kampanye: async (event) => {
		const { ruang, instansiId, id } = await requireTempat(event);
		const form = await readForm(event.request);
		const hasil = await openKampanye(event.locals.ctx, {
			...{
				instansiId,
				muatId: id,
				nama: readTeks(form, 'nama', 200),
				tenggat: readTeks(form, 'tenggat', 10),
			},
			cakupan: form.get('cakupan') === 'semua' ? 'semua' : 'bertemuan',
		});
		if (!hasil.ok) return fail(status[hasil.reason] ?? 422, { kampanye: hasil.reason });
		redirect(
			303,
			alamat(event.locals.lang, ruang.slug, `/kampanye/${hasil.value.id}?dibuka=${hasil.value.banyak}`),
		);
	},
};
