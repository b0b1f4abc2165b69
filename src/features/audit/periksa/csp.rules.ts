/** Directives of a Content-Security-Policy, the first of each name counting, as browsers do. */
export type Csp = ReadonlyMap<string, readonly string[]>;

export function readCsp(isi: string): Csp {
	const hasil = new Map<string, readonly string[]>();
	for (const bagian of isi.split(/[;,]/)) {
		const [nama, ...sumber] = bagian.trim().toLowerCase().split(/\s+/);
		if (nama && !hasil.has(nama)) hasil.set(nama, sumber);
	}
	return hasil;
}

export type NilaiCsp = 'ketat' | 'baik' | 'gaya_longgar' | 'unsafe_eval' | 'skrip_longgar' | 'kosong';

const luas = /^(\*|https?:|http:\/\/\*|https:\/\/\*|data:|blob:|ftp:)$/;

/** How much the policy keeps out, after the HTTP Observatory's steps. */
export function nilaiCsp(csp: Csp): NilaiCsp {
	const bawaan = csp.get('default-src');
	const skrip = csp.get('script-src-elem') ?? csp.get('script-src') ?? bawaan;
	if (!skrip) return 'kosong';
	const bernonce = skrip.some((s) => /^'(nonce-|sha(256|384|512)-)/.test(s));
	const ketatDinamis = skrip.includes("'strict-dynamic'") && bernonce;
	const sebaris = skrip.includes("'unsafe-inline'") && !bernonce;
	if (sebaris || (!ketatDinamis && skrip.some((s) => luas.test(s)))) return 'skrip_longgar';
	if (skrip.includes("'unsafe-eval'")) return 'unsafe_eval';
	const gaya = csp.get('style-src') ?? bawaan ?? [];
	if (gaya.includes("'unsafe-inline'")) return 'gaya_longgar';
	return bawaan?.length === 1 && bawaan[0] === "'none'" ? 'ketat' : 'baik';
}
