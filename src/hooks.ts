import type { Reroute } from '@sveltejs/kit/hooks';
import { splitLang } from '#ui/lang.ts';

/** /en/peringkat is /peringkat in English: one set of routes, the language in the address, no cookie. */
export const reroute: Reroute = ({ url }) => splitLang(url.pathname).path;
