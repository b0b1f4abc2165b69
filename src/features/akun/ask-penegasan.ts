import { redirect } from '@sveltejs/kit';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { href, type Lang } from '#ui/lang.ts';
import { keepIsian, readIsian } from './isian-tertunda.ts';

interface Locals {
	ctx: Ctx;
	orang: Orang | null;
	lang: Lang;
}

/** Sends somebody whose act asks for a fresh proof to give it; the form waits for them. */
export async function askPenegasan(locals: Locals, url: URL, form: FormData): Promise<never> {
	if (locals.orang) await keepIsian(locals.ctx, locals.orang, url.pathname, form);
	const ke = encodeURIComponent(`${url.pathname}?isian=lanjut`);
	redirect(303, href(locals.lang, `/akun/tegaskan?ke=${ke}`));
}

/** What was typed before the proof, where the person comes back from it. */
export async function takeIsianTertunda(locals: Locals, url: URL): Promise<Record<string, string> | null> {
	if (!locals.orang || url.searchParams.get('isian') !== 'lanjut') return null;
	return await readIsian(locals.ctx, locals.orang, url.pathname);
}
