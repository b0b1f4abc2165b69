import type { Reroute, Transport } from '@sveltejs/kit/hooks';
import { splitLang } from '#ui/lang.ts';

/** /en/peringkat is /peringkat in English: one set of routes, the language in the address, no cookie. */
export const reroute: Reroute = ({ url }) => splitLang(url.pathname).path;

let isTanpaSkrip = () => false;
/** The server says whether the page now being made runs no script. */
export function setTanpaSkrip(tanya: () => boolean): void {
	isTanpaSkrip = tanya;
}

/** The framework writes out the data of every page, also of one that never reads it again: there, nothing is written. */
export const transport: Transport = {
	diam: { encode: () => isTanpaSkrip() && 1, decode: () => undefined },
};
