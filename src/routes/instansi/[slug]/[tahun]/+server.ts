import { redirect } from '@sveltejs/kit';
import { alamatInstansi } from '#features/hasil/instansi-tampil.ts';
import type { RequestHandler } from './$types';

/** The address above a node's: the institution in that year. */
export const GET: RequestHandler = ({ locals, params }) =>
	redirect(
		308,
		alamatInstansi(locals.lang, encodeURIComponent(params.slug), Number(params.tahun) || undefined),
	);
