import { getTabelPadanan } from '#features/instrumen/get-instrumen.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ data: await getTabelPadanan(locals.ctx) });
