import { createApi } from '#api/api.ts';
import { readConfig } from '#platform/config.ts';
import type { RequestHandler } from './$types';

const api = createApi({ batas: readConfig(process.env).apiLimit });

export const fallback: RequestHandler = ({ request, locals, getClientAddress }) =>
	api.fetch(request, { ctx: locals.ctx, alamat: getClientAddress() });
