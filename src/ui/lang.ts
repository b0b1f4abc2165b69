/** Interface languages: Indonesian is the default, English the second. */
export type Lang = 'id' | 'en';

const PREFIX_EN = '/en';

/**
 * Address of a page in a language. English pages live under `/en`, with the same Indonesian path.
 * @param path absolute path without language prefix; a query or fragment may follow
 * @throws RangeError when `path` does not start with a single `/`
 */
export function href(lang: Lang, path: string): string {
	if (!path.startsWith('/') || path.startsWith('//')) throw new RangeError(`alamat tidak mutlak: ${path}`);
	if (lang === 'id') return path;
	return PREFIX_EN + (/^\/($|[?#])/.test(path) ? path.slice(1) : path);
}

/** Splits a request path into its language and the path without `/en`; the inverse of {@link href}. */
export function splitLang(pathname: string): { lang: Lang; path: string } {
	if (pathname === PREFIX_EN) return { lang: 'en', path: '/' };
	if (pathname.startsWith(`${PREFIX_EN}/`)) return { lang: 'en', path: pathname.slice(PREFIX_EN.length) };
	return { lang: 'id', path: pathname };
}

/** The other language, for the switch in the header. */
export function otherLang(lang: Lang): Lang {
	return lang === 'id' ? 'en' : 'id';
}

/** The shape a catalogue must have in the second language: same keys, same parameters, other words. */
export type Bentuk<T> = {
	readonly [K in keyof T]: T[K] extends (...a: infer A) => string
		? (...a: A) => string
		: T[K] extends string
			? string
			: Bentuk<T[K]>;
};

/** A typed catalogue: a key or a parameter missing in English is a compile error. */
export function defineCopy<T extends object>(katalog: {
	id: T;
	en: NoInfer<Bentuk<T>>;
}): Readonly<Record<Lang, Bentuk<T>>> {
	return katalog as Readonly<Record<Lang, Bentuk<T>>>;
}
