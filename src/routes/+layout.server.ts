import { splitLang } from '#ui/lang.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ url }) => ({ ...splitLang(url.pathname), search: url.search });
