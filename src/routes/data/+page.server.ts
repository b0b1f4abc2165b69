import { listDataTerbuka } from '#features/hasil/list-data-terbuka.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ data: await listDataTerbuka(locals.ctx) });
