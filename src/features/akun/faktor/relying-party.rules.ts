/** For whom a passkey is made: the domain it belongs to, and the exact origin it may be used from. */
export interface RelyingParty {
	id: string;
	origin: string;
}

export type RelyingPartyOutcome =
	| { ok: true; value: RelyingParty }
	| { ok: false; reason: 'alamat_belum_disetel' | 'alamat_angka' | 'alamat_lain' };

/**
 * The relying party of this installation. Without a public address only this machine's own name will do, never the
 * Host header of the network; browsers refuse passkeys on bare numbers.
 */
export function relyingParty(alamat: string | null, permintaan: URL): RelyingPartyOutcome {
	if (alamat !== null) {
		const { hostname, origin } = new URL(alamat);
		if (isAngka(hostname)) return { ok: false, reason: 'alamat_angka' };
		return origin === permintaan.origin
			? { ok: true, value: { id: hostname, origin } }
			: { ok: false, reason: 'alamat_lain' };
	}
	const { hostname, origin } = permintaan;
	if (/^(.+\.)?localhost$/.test(hostname)) return { ok: true, value: { id: hostname, origin } };
	return { ok: false, reason: isAngka(hostname) ? 'alamat_angka' : 'alamat_belum_disetel' };
}

const isAngka = (hostname: string) => /^(\d+(\.\d+){3}|\[.*\])$/.test(hostname);
