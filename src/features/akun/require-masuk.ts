import { redirect } from '@sveltejs/kit';
import type { Orang } from '#platform/ctx.ts';
import { href, type Lang } from '#ui/lang.ts';

/** The person signed in; anybody else is sent to the sign-in page and comes back afterwards. */
export function requireMasuk(locals: { orang: Orang | null; lang: Lang }, url: URL): Orang {
	if (locals.orang) return locals.orang;
	redirect(303, href(locals.lang, `/masuk?ke=${encodeURIComponent(url.pathname)}`));
}
