import { getMetode } from '#features/hasil/get-metode.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ data: await getMetode(locals.ctx) });
