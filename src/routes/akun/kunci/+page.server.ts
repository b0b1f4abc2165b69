import { fail } from '@sveltejs/kit';
import { askPenegasan } from '#features/akun/ask-penegasan.ts';
import { bacaJawabanDaftar } from '#features/akun/faktor/kunci.schema.ts';
import { listFaktor } from '#features/akun/faktor/list-faktor.ts';
import { registerKunci } from '#features/akun/faktor/register-kunci.ts';
import { relyingParty } from '#features/akun/faktor/relying-party.rules.ts';
import { removeFaktor } from '#features/akun/faktor/remove-faktor.ts';
import { bacaPanjang, bacaSandi, bacaTeks } from '#features/akun/isian-akun.ts';
import { isTegas } from '#features/akun/penegasan.rules.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { readForm } from '#platform/http/read-form.ts';
import { href } from '#ui/lang.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const orang = requireMasuk(locals, url);
	const rp = relyingParty(locals.ctx.setelan.alamat, url);
	return {
		nama: orang.nama,
		faktor: await listFaktor(locals.ctx, orang),
		halangan: rp.ok ? null : rp.reason,
		tegas: isTegas(orang, locals.ctx.clock()),
		tegaskan: href(locals.lang, `/akun/tegaskan?ke=${encodeURIComponent(url.pathname)}`),
	};
};

export const actions: Actions = {
	daftar: async ({ request, locals, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const jawaban = bacaJawabanDaftar(bacaPanjang(form, 'jawaban'));
		const rp = relyingParty(locals.ctx.setelan.alamat, url);
		if (!jawaban || !rp.ok) return fail(422, { galat: 'kunci_ditolak' as const, kunciId: null });
		const hasil = await registerKunci(locals.ctx, { nama: bacaTeks(form, 'nama'), jawaban, rp: rp.value });
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		if (!hasil.ok) return fail(422, { galat: hasil.reason, kunciId: null });
		return { terdaftar: true, pemulihan: hasil.value.pemulihan };
	},
	lepas: async ({ request, locals, url, getClientAddress }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const kunciId = Number(bacaTeks(form, 'kunciId'));
		if (!Number.isInteger(kunciId) || kunciId < 1 || kunciId > 2 ** 31 - 1)
			return fail(422, { galat: 'faktor_tidak_ada' as const, kunciId: null });
		const hasil = await removeFaktor(locals.ctx, {
			faktor: { kunciId },
			sandi: bacaSandi(form),
			alamat: getClientAddress(),
		});
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		return hasil.ok ? { dilepas: true } : fail(422, { galat: hasil.reason, kunciId });
	},
};
