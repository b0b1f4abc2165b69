import type { Cookies } from '@sveltejs/kit';

/** A session, a sign-in that waits for its next step, a round trip to the identity provider to sign in or to prove anew. */
export type Kue = 'sesi' | 'langkah' | 'sso' | 'tegas';

/** On HTTPS the name binds the cookie to this host and to secure connections (RFC 6265bis, 4.1.3.2). */
const nama = (url: URL, kue: Kue) => `${url.protocol === 'https:' ? '__Host-' : ''}matang_${kue}`;

const sifat = (url: URL) =>
	({ path: '/', httpOnly: true, sameSite: 'lax', secure: url.protocol === 'https:' }) as const;

export function readSesiCookie(
	cookies: Pick<Cookies, 'get'>,
	url: URL,
	kue: Kue = 'sesi',
): string | undefined {
	return cookies.get(nama(url, kue));
}

export function writeSesiCookie(
	cookies: Cookies,
	url: URL,
	isi: { token: string; kedaluwarsa: Date },
	kue: Kue = 'sesi',
): void {
	cookies.set(nama(url, kue), isi.token, { ...sifat(url), expires: isi.kedaluwarsa });
}

export function clearSesiCookie(cookies: Cookies, url: URL, kue: Kue = 'sesi'): void {
	cookies.delete(nama(url, kue), sifat(url));
}
