import { requireMasuk } from '#features/akun/require-masuk.ts';
import type { PageServerLoad } from './$types';

/** The page holds nothing: the device fills it with what waits on it. */
export const load: PageServerLoad = ({ locals, url }) => ({ nama: requireMasuk(locals, url).nama });
