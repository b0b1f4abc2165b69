import { AsyncLocalStorage } from 'node:async_hooks';
import { join } from 'node:path';
import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { readSesi } from '#features/akun/read-sesi.ts';
import { readSesiCookie } from '#features/akun/sesi-cookie.ts';
import { kunciOrang } from '#features/luring/orang-kunci.ts';
import { requireCtx } from '#platform/handoff.ts';
import { allowStyle, createInlineStyle } from '#platform/http/inline-style.ts';
import { splitLang } from '#ui/lang.ts';
import { setTanpaSkrip } from './hooks.ts';

/** Pages that know who asks. All others are the same for everybody and are kept. */
const pribadi = /^\/(masuk|keluar|tautan|akun|kerja)(\/|$)/;

/** Whether a page runs a script, by its file. */
const berskrip = import.meta.glob('./routes/**/+page.ts', { eager: true, import: 'csr' });
const tanpaSkrip = new AsyncLocalStorage<boolean>();
setTanpaSkrip(() => tanpaSkrip.getStore() ?? false);

/** The workspace: opened on phones with a poor link, and no page of it that is read shows a secret. */
const kerja = /^\/kerja(\/|$)/;
let pasangGaya: ReturnType<typeof createInlineStyle> | undefined;

/** Sets language, person and context, and marks what may be kept: every public page is the same for everybody. */
export const handle: Handle = async ({ event, resolve }) => {
	// No name, no address and no code holds a NUL; the database refuses text that does.
	if (/%00/.test(event.url.href)) return new Response('Alamat tidak sah.\n', { status: 400 });
	const { lang, path } = splitLang(event.url.pathname);
	event.locals.lang = lang;
	event.locals.ctx = requireCtx();
	event.locals.orang = null;
	const tertutup = pribadi.test(path);
	if (tertutup) {
		event.locals.orang = await readSesi(event.locals.ctx, readSesiCookie(event.cookies, event.url));
		if (event.locals.orang) event.locals.ctx = { ...event.locals.ctx, who: event.locals.orang };
	}
	const orang = event.locals.orang ? kunciOrang(event.locals.orang.id) : '';
	const ringkas = kerja.test(path);
	const sidik = new Set<string>();
	const response = await tanpaSkrip.run(isTanpaSkrip(event), async () =>
		resolve(event, {
			transformPageChunk: ({ html }) => {
				const isi = html.replace('%matang.lang%', lang).replace('%matang.orang%', orang);
				return ringkas ? putStyle(event.locals.ctx.dir.project, isi, sidik) : isi;
			},
		}),
	);
	if (ringkas) shrink(event.request.method, response.headers, [...sidik]);
	if (orang) response.headers.set('x-matang-orang', orang);
	if (tertutup) response.headers.set('cache-control', 'no-store');
	else if (
		event.request.method === 'GET' &&
		response.status === 200 &&
		!response.headers.has('cache-control')
	) {
		response.headers.set('cache-control', 'public, max-age=0, must-revalidate');
		response.headers.set('x-matang-simpan', '1');
	}
	return response;
};

/** Whether nobody reads the data again: the page runs no script, and it is the page that is asked for, not an answer. */
function isTanpaSkrip({ isDataRequest, request, route }: RequestEvent): boolean {
	if (isDataRequest || request.method !== 'GET') return false;
	return berskrip[`./routes${route.id?.replace(/\/$/, '')}/+page.ts`] !== true;
}

/** The page with its styles inside; their hashes are added to `sidik`. */
function putStyle(proyek: string, html: string, sidik: Set<string>): string {
	pasangGaya ??= createInlineStyle(join(proyek, 'build', 'client'));
	const jadi = pasangGaya(html);
	for (const s of jadi.sidik) sidik.add(s);
	return jadi.html;
}

/** Has the front compress a page of the workspace, and lets the styles within it apply. */
function shrink(method: string, headers: Headers, sidik: readonly string[]): void {
	const csp = headers.get('content-security-policy');
	if (csp && sidik.length > 0) headers.set('content-security-policy', allowStyle(csp, sidik));
	if (method === 'GET' && headers.get('content-type')?.startsWith('text/html'))
		headers.set('x-matang-simpan', 'padat');
}

export const handleError: HandleServerError = ({ error, event, kind }) => {
	const id = event.request.headers.get('x-request-id') ?? '';
	if (kind === 'unknown') requireCtx().log.error({ err: error, id }, 'galat tak terduga');
	return { id };
};
