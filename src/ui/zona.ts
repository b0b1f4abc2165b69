import { getContext, setContext } from 'svelte';
import { formatWaktu, type Zona } from './format.ts';
import type { Lang } from './lang.ts';

const KUNCI = Symbol('zona');

/** All below shows moments in this zone. */
export const setZona = (zona: () => Zona): void => {
	setContext(KUNCI, zona);
};

/** Writes a moment in the zone of the institution whose room this is; elsewhere in western Indonesian time. */
export function pakaiWaktu(): (waktu: Date | string, lang: Lang) => string {
	const zona = getContext<(() => Zona) | undefined>(KUNCI);
	return (waktu, lang) => formatWaktu(waktu, lang, zona?.() ?? 'WIB');
}
