import { fail, redirect } from '@sveltejs/kit';
import { bacaJawabanMasuk } from '#features/akun/faktor/kunci.schema.ts';
import { openSesiKunci } from '#features/akun/faktor/open-sesi-kunci.ts';
import { relyingParty } from '#features/akun/faktor/relying-party.rules.ts';
import { finishMasuk } from '#features/akun/finish-masuk.ts';
import { bacaPanjang, bacaSandi, bacaTeks } from '#features/akun/isian-akun.ts';
import { openSesi } from '#features/akun/open-sesi.ts';
import { bacaGalatSso } from '#features/akun/sso/galat-sso.ts';
import { bacaTujuan } from '#features/akun/tujuan.rules.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { orang, lang, ctx }, url }) => {
	if (orang) redirect(303, href(lang, '/kerja'));
	return {
		kunci: relyingParty(ctx.setelan.alamat, url).ok,
		sso: ctx.setelan.sso?.nama ?? null,
		galatSso: bacaGalatSso(url.searchParams.get('sso')),
		ke: bacaTujuan(url.searchParams.get('ke')),
	};
};

export const actions: Actions = {
	sandi: async (event) => {
		const { request, locals, getClientAddress } = event;
		const form = await readForm(request);
		const surel = bacaTeks(form, 'surel');
		const hasil = await openSesi(locals.ctx, {
			surel,
			sandi: bacaSandi(form),
			peramban: request.headers.get('user-agent') ?? '',
			alamat: getClientAddress(),
		});
		if (!hasil.ok) return fail(hasil.reason === 'terlalu_sering' ? 429 : 401, { surel, galat: hasil.reason });
		return await finishMasuk(event, hasil.value);
	},
	kunci: async (event) => {
		const { request, locals, url, getClientAddress } = event;
		const jawaban = bacaJawabanMasuk(bacaPanjang(await readForm(request), 'jawaban'));
		const rp = relyingParty(locals.ctx.setelan.alamat, url);
		if (!jawaban || !rp.ok) return fail(422, { surel: '', galat: 'kunci_ditolak' as const });
		const hasil = await openSesiKunci(locals.ctx, {
			jawaban,
			rp: rp.value,
			peramban: request.headers.get('user-agent') ?? '',
			alamat: getClientAddress(),
		});
		if (!hasil.ok)
			return fail(hasil.reason === 'terlalu_sering' ? 429 : 401, { surel: '', galat: hasil.reason });
		return await finishMasuk(event, hasil.value);
	},
};
