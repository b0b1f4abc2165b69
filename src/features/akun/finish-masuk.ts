import { type Cookies, redirect } from '@sveltejs/kit';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { href, type Lang } from '#ui/lang.ts';
import { closeSesi } from './close-sesi.ts';
import { findInstansiPimpinan } from './peran.store.ts';
import { clearSesiCookie, writeSesiCookie } from './sesi-cookie.ts';
import type { SesiTerbuka } from './start-sesi.ts';
import { bacaTujuan } from './tujuan.rules.ts';

interface Pintu {
	cookies: Cookies;
	url: URL;
	locals: { ctx: Ctx; orang: Orang | null; lang: Lang };
}

/**
 * Goes on after a proof: to the step that is still missing, or into the workspace, a leader to their page. A session
 * that the browser had before ends; the new one has a token of its own.
 */
export async function finishMasuk(
	{ cookies, url, locals }: Pintu,
	sesi: SesiTerbuka,
	ke = url.searchParams.get('ke'),
): Promise<never> {
	const tujuan = bacaTujuan(ke);
	if (sesi.langkah !== 'selesai') {
		writeSesiCookie(cookies, url, sesi, 'langkah');
		redirect(
			303,
			href(locals.lang, `/masuk/${sesi.langkah}${tujuan ? `?ke=${encodeURIComponent(tujuan)}` : ''}`),
		);
	}
	if (locals.orang) await closeSesi(locals.ctx, locals.orang, { id: locals.orang.sesiId });
	clearSesiCookie(cookies, url, 'langkah');
	writeSesiCookie(cookies, url, sesi);
	const ruang = href(locals.lang, '/kerja');
	if (tujuan !== null && tujuan !== ruang) redirect(303, tujuan);
	const slug = await findInstansiPimpinan(locals.ctx.db, sesi.orangId);
	redirect(303, slug === undefined ? ruang : href(locals.lang, `/kerja/${slug}/pimpinan`));
}
