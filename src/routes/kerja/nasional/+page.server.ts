import { error, fail, redirect } from '@sveltejs/kit';
import { askPenegasan, takeIsianTertunda } from '#features/akun/ask-penegasan.ts';
import { inviteOrang } from '#features/akun/invite-orang.ts';
import { bacaTeks, bacaUndangan } from '#features/akun/isian-akun.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { bacaPeserta, bacaPutaran, teksPutaran } from '#features/penilaian/isian-penilaian.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { listNasional } from '#features/penilaian/putaran-nasional.ts';
import { listPembukaan, requestPutaranNasional } from '#features/penilaian/request-putaran.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await listNasional(locals.ctx);
	if (!hasil.ok) error(403, penilaianCopy[locals.lang].galat[hasil.reason]);
	return {
		...hasil.value,
		pembukaan: await listPembukaan(locals.ctx),
		nama: who.nama,
		tertunda: await takeIsianTertunda(locals, url),
		kini: hariIni(locals.ctx.clock()),
		instrumen: listInstrumen(locals.ctx).map(({ id, singkatan }) => ({ id, singkatan })),
	};
};

const ketik = (form: FormData) => ({ isian: teksPutaran(form), jenis: bacaPeserta(form).pesertaJenis });

export const actions: Actions = {
	buka: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const isian = bacaPutaran(form);
		if (!isian) return fail(422, { galat: 'isian_salah' as const, nama: [] as string[], ...ketik(form) });
		const hasil = await requestPutaranNasional(locals.ctx, { ...isian, ...bacaPeserta(form) });
		if (hasil.ok) redirect(303, href(locals.lang, `/kerja/pekerjaan/${hasil.value.pekerjaanId}`));
		const nama = hasil.reason === 'peserta_tidak_dikenal' ? hasil.nama : [];
		return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
			galat: hasil.reason,
			nama,
			...ketik(form),
		});
	},
	undang: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const terbaca = bacaUndangan(form);
		if (!terbaca.ok) return fail(422, { orang: Object.values(terbaca.galat)[0] ?? ('nama_salah' as const) });
		const hasil = await inviteOrang(locals.ctx, { ...terbaca.value, unitId: undefined, instansiId: null });
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { orang: hasil.reason });
		const { tautan, surel } = hasil.value;
		return {
			diundang: bacaTeks(form, 'nama'),
			tautan: tautan && new URL(tautan, url).href,
			lewat: surel ? terbaca.value.surel : null,
		};
	},
};
