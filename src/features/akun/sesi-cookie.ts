import type { Cookies } from '@sveltejs/kit';

/** On HTTPS the name binds the cookie to this host and to secure connections (RFC 6265bis, 4.1.3.2). */
const nama = (url: URL) => (url.protocol === 'https:' ? '__Host-matang_sesi' : 'matang_sesi');

export function readSesiCookie(cookies: Pick<Cookies, 'get'>, url: URL): string | undefined {
	return cookies.get(nama(url));
}

export function writeSesiCookie(
	cookies: Cookies,
	url: URL,
	sesi: { token: string; kedaluwarsa: Date },
): void {
	cookies.set(nama(url), sesi.token, {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
		expires: sesi.kedaluwarsa,
	});
}

export function clearSesiCookie(cookies: Cookies, url: URL): void {
	cookies.delete(nama(url), {
		path: '/',
		httpOnly: true,
		sameSite: 'lax',
		secure: url.protocol === 'https:',
	});
}
