import { fail, redirect } from '@sveltejs/kit';
import { assertDiri } from '#features/akun/assert-diri.ts';
import { bacaJawabanMasuk } from '#features/akun/faktor/kunci.schema.ts';
import { listFaktor } from '#features/akun/faktor/list-faktor.ts';
import { relyingParty } from '#features/akun/faktor/relying-party.rules.ts';
import { bacaPanjang, bacaSandi, bacaTeks } from '#features/akun/isian-akun.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { writeSesiCookie } from '#features/akun/sesi-cookie.ts';
import { bacaGalatSso } from '#features/akun/sso/galat-sso.ts';
import { readSsoTegas } from '#features/akun/sso/read-sso-tegas.ts';
import { bacaTujuan } from '#features/akun/tujuan.rules.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const tujuan = ({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>) =>
	bacaTujuan(url.searchParams.get('ke')) ?? href(locals.lang, '/akun');

export const load: PageServerLoad = async ({ locals, url }) => {
	const orang = requireMasuk(locals, url);
	const { sandi, kode, kunci } = await listFaktor(locals.ctx, orang);
	return {
		nama: orang.nama,
		cara: {
			sandi,
			kode: Boolean(kode),
			kunci: kunci > 0 && relyingParty(locals.ctx.setelan.alamat, url).ok,
		},
		sso: await readSsoTegas(locals.ctx, orang),
		galatSso: bacaGalatSso(url.searchParams.get('sso')),
		ke: tujuan({ locals, url }),
	};
};

async function jawab(event: RequestEvent, jawaban: Parameters<typeof assertDiri>[1]['jawaban']) {
	const { locals, cookies, url, getClientAddress } = event;
	const hasil = await assertDiri(locals.ctx, { jawaban, alamat: getClientAddress() });
	if (!hasil.ok) return fail(hasil.reason === 'terlalu_sering' ? 429 : 401, { galat: hasil.reason });
	writeSesiCookie(cookies, url, hasil.value);
	redirect(303, tujuan(event));
}

export const actions: Actions = {
	sandi: async (event) => {
		requireMasuk(event.locals, event.url);
		return await jawab(event, { sandi: bacaSandi(await readForm(event.request)) });
	},
	kode: async (event) => {
		requireMasuk(event.locals, event.url);
		return await jawab(event, { kode: bacaTeks(await readForm(event.request), 'kode') });
	},
	kunci: async (event) => {
		requireMasuk(event.locals, event.url);
		const jawaban = bacaJawabanMasuk(bacaPanjang(await readForm(event.request), 'jawaban'));
		const rp = relyingParty(event.locals.ctx.setelan.alamat, event.url);
		if (!jawaban || !rp.ok) return fail(422, { galat: 'kunci_ditolak' as const });
		return await jawab(event, { jawaban, rp: rp.value });
	},
};
