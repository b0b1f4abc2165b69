import { countPemberitahuan } from '#features/kerjasama/list-pemberitahuan.ts';
import { splitLang } from '#ui/lang.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = async ({ url, locals }) => ({
	...splitLang(url.pathname),
	search: url.search,
	// only on pages that know who asks: public ones are the same for everybody
	...(locals.orang && { belumDibaca: await countPemberitahuan(locals.ctx) }),
});
