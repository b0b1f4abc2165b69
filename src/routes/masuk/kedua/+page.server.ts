import { fail } from '@sveltejs/kit';
import { answerKedua, readKedua } from '#features/akun/answer-kedua.ts';
import { bacaJawabanMasuk } from '#features/akun/faktor/kunci.schema.ts';
import { relyingParty } from '#features/akun/faktor/relying-party.rules.ts';
import { finishMasuk } from '#features/akun/finish-masuk.ts';
import { bacaPanjang, bacaTeks } from '#features/akun/isian-akun.ts';
import { readSesiCookie } from '#features/akun/sesi-cookie.ts';
import { bacaTujuan } from '#features/akun/tujuan.rules.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { ctx }, cookies, url }) => ({
	langkah: await readKedua(ctx, readSesiCookie(cookies, url, 'langkah') ?? ''),
	kunci: relyingParty(ctx.setelan.alamat, url).ok,
	ke: bacaTujuan(url.searchParams.get('ke')),
});

const status: Record<string, number> = { terlalu_sering: 429, langkah_kedaluwarsa: 410 };

async function jawab(event: RequestEvent, jawaban: Parameters<typeof answerKedua>[1]['jawaban']) {
	const { request, locals, cookies, url, getClientAddress } = event;
	const hasil = await answerKedua(locals.ctx, {
		token: readSesiCookie(cookies, url, 'langkah') ?? '',
		jawaban,
		peramban: request.headers.get('user-agent') ?? '',
		alamat: getClientAddress(),
	});
	if (!hasil.ok) return fail(status[hasil.reason] ?? 401, { galat: hasil.reason });
	return await finishMasuk(event, hasil.value);
}

export const actions: Actions = {
	kode: async (event) => jawab(event, { kode: bacaTeks(await readForm(event.request), 'kode') }),
	kunci: async (event) => {
		const jawaban = bacaJawabanMasuk(bacaPanjang(await readForm(event.request), 'jawaban'));
		const rp = relyingParty(event.locals.ctx.setelan.alamat, event.url);
		if (!jawaban || !rp.ok) return fail(422, { galat: 'kunci_ditolak' as const });
		return await jawab(event, { jawaban, rp: rp.value });
	},
};
