import { AsyncLocalStorage } from 'node:async_hooks';
import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { readSesi } from '#features/akun/read-sesi.ts';
import { readSesiCookie } from '#features/akun/sesi-cookie.ts';
import { kunciOrang } from '#features/luring/orang-kunci.ts';
import { requireCtx } from '#platform/handoff.ts';
import { splitLang } from '#ui/lang.ts';
import { setTanpaSkrip } from './hooks.ts';

/** Pages that know who asks. All others are the same for everybody and are kept. */
const pribadi = /^\/(masuk|keluar|tautan|akun|kerja)(\/|$)/;

/** Whether a page runs a script, by its file. */
const berskrip = import.meta.glob('./routes/**/+page.ts', { eager: true, import: 'csr' });
const tanpaSkrip = new AsyncLocalStorage<boolean>();
setTanpaSkrip(() => tanpaSkrip.getStore() ?? false);

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
	const diam =
		!event.isDataRequest && berskrip[`./routes${event.route.id?.replace(/\/$/, '')}/+page.ts`] !== true;
	const response = await tanpaSkrip.run(diam, async () =>
		resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%matang.lang%', lang).replace('%matang.orang%', orang),
		}),
	);
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

export const handleError: HandleServerError = ({ error, event, kind }) => {
	const id = event.request.headers.get('x-request-id') ?? '';
	if (kind === 'unknown') requireCtx().log.error({ err: error, id }, 'galat tak terduga');
	return { id };
};
