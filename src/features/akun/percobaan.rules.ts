/** Failed sign-ins from one network for one account, and for all accounts, within the window. */
export const batasPercobaan = { akun: 10, jaringan: 100, jendelaMs: 15 * 60_000 } as const;

/**
 * What is counted: an account as seen from one network, and the network. An account is never counted by itself, so
 * that nobody elsewhere can lock its owner out.
 */
export function kunciPercobaan(surel: string, alamat: string): { akun: string; jaringan: string } {
	const jaringan = networkOf(alamat);
	return { akun: `akun ${surel} ${jaringan}`, jaringan: `jaringan ${jaringan}` };
}

/** The network an address belongs to: itself for IPv4, the first four groups (/64) for IPv6. */
export function networkOf(alamat: string): string {
	const v4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/.exec(alamat);
	if (v4?.[1]) return v4[1];
	const [awal = '', akhir = ''] = alamat.toLowerCase().split('::');
	const kiri = awal.split(':').filter(Boolean);
	const kanan = alamat.includes('::') ? akhir.split(':').filter(Boolean) : [];
	const nol = Array<string>(Math.max(0, 8 - kiri.length - kanan.length)).fill('0');
	return [...kiri, ...nol, ...kanan].slice(0, 4).join(':');
}

export function isTerlaluSering(
	banyak: ReadonlyMap<string, number>,
	kunci: { akun: string; jaringan: string },
): boolean {
	return (
		(banyak.get(kunci.akun) ?? 0) >= batasPercobaan.akun ||
		(banyak.get(kunci.jaringan) ?? 0) >= batasPercobaan.jaringan
	);
}
