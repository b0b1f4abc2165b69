import * as client from 'openid-client';
import type { SetelanSso } from '#platform/ctx.ts';

/** How long what the provider says of itself is kept, and how long it may take to answer. */
const umurMs = 60 * 60_000;
const tungguDetik = 10;

const simpanan = new Map<string, { config: client.Configuration; sampai: number }>();

/** The provider's own description, kept for an hour. @throws where it cannot be reached or is not valid */
export async function openKlien(sso: SetelanSso, kini: Date): Promise<client.Configuration> {
	const kunci = `${sso.penerbit} ${sso.klien}`;
	const ada = simpanan.get(kunci);
	if (ada && ada.sampai > kini.getTime()) return ada.config;
	const penerbit = new URL(sso.penerbit);
	const config = await client.discovery(penerbit, sso.klien, sso.rahasia, undefined, {
		timeout: tungguDetik,
		// the settings allow plain HTTP on this machine only
		execute: penerbit.protocol === 'http:' ? [client.allowInsecureRequests] : [],
	});
	simpanan.set(kunci, { config, sampai: kini.getTime() + umurMs });
	return config;
}

/** Whether an error of the library means that the provider did not answer, rather than answered wrongly. */
export function isTakTersambung(error: unknown): boolean {
	const { cause, code, name } = error as Error & { code?: string };
	if (name === 'TypeError' && /fetch failed|network/i.test((error as Error).message)) return true;
	if (code === 'OAUTH_TIMEOUT' || name === 'TimeoutError') return true;
	return cause instanceof Error && isTakTersambung(cause);
}
