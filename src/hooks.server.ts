import type { Handle, HandleServerError } from '@sveltejs/kit/hooks';
import { requireCtx } from '#platform/handoff.ts';
import { splitLang } from '#ui/lang.ts';

/** Sets language and context, and marks what may be kept: every public page is the same for everybody. */
export const handle: Handle = async ({ event, resolve }) => {
	const { lang } = splitLang(event.url.pathname);
	event.locals.lang = lang;
	event.locals.ctx = requireCtx();
	const response = await resolve(event, {
		transformPageChunk: ({ html }) => html.replace('%matang.lang%', lang),
	});
	if (event.request.method === 'GET' && response.status === 200 && !response.headers.has('cache-control')) {
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
