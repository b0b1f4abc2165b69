/** A cookie as it was set; its value is never kept. */
export interface Kuki {
	nama: string;
	secure: boolean;
	httpOnly: boolean;
	sameSite: 'strict' | 'lax' | 'none' | 'tidak_sah' | null;
	/** Seconds that it lives; null for as long as the browser is open. */
	umur: number | null;
	sesi: boolean;
}

const namaSesi = /sess|sid\b|^sid|auth|token|jwt|remember|\.aspx|identity/i;
const namaAntiCsrf = /xsrf|csrf/i;

/** @param waktu when the answer came, milliseconds */
export function readKuki(baris: string, waktu: number): Kuki {
	const [awal = '', ...lain] = baris.split(';');
	const nama = awal.split('=')[0]?.trim().slice(0, 80) ?? '';
	const atribut = new Map(
		lain.map((b) => {
			const [n = '', ...v] = b.split('=');
			return [n.trim().toLowerCase(), v.join('=').trim()] as const;
		}),
	);
	const same = atribut.get('samesite')?.toLowerCase();
	return {
		nama,
		secure: atribut.has('secure'),
		httpOnly: atribut.has('httponly'),
		sameSite:
			same === undefined ? null : same === 'strict' || same === 'lax' || same === 'none' ? same : 'tidak_sah',
		umur: readUmur(atribut.get('max-age'), atribut.get('expires'), waktu),
		sesi: namaSesi.test(nama) && !namaAntiCsrf.test(nama),
	};
}

function readUmur(maxAge: string | undefined, expires: string | undefined, waktu: number): number | null {
	if (maxAge !== undefined && /^-?\d{1,12}$/.test(maxAge)) return Number(maxAge);
	const akhir = expires === undefined ? Number.NaN : Date.parse(expires);
	return Number.isNaN(akhir) ? null : Math.round((akhir - waktu) / 1000);
}
