/** An IP address as a number; IPv4 inside IPv6 (::ffff:…) is read as the IPv4 that is really reached. */
export interface Alamat {
	versi: 4 | 6;
	angka: bigint;
	/** As it is handed to a connection. */
	teks: string;
}

/** A range of addresses. */
export interface Rentang {
	versi: 4 | 6;
	dasar: bigint;
	/** Length of the prefix in bits. */
	panjang: number;
}

/** What kind of address it is; only "umum" may be reached because a name leads there. */
export type Golongan = 'umum' | 'loopback' | 'link_local' | 'metadata' | 'pribadi' | 'khusus' | 'mustahil';

const BIT = { 4: 32, 6: 128 } as const;

/** @returns null for everything that is no complete address, shortened or octal IPv4 among it */
export function parseAlamat(teks: string): Alamat | null {
	if (teks.includes(':')) return parse6(teks);
	const angka = parse4(teks);
	return angka === null ? null : { versi: 4, angka, teks };
}

function parse4(teks: string): bigint | null {
	const bagian = teks.split('.');
	if (bagian.length !== 4 || !bagian.every((b) => /^(0|[1-9]\d{0,2})$/.test(b) && Number(b) <= 255))
		return null;
	return bagian.reduce((n, b) => n * 256n + BigInt(b), 0n);
}

function parse6(teks: string): Alamat | null {
	if (teks.length > 45 || !/^[0-9a-f:.]+$/i.test(teks)) return null;
	const heksa = tanpaTitik(teks);
	const belah = heksa?.split('::') ?? [];
	if (!heksa || belah.length > 2) return null;
	const [kiri, kanan] = belah.map((b) => (b === '' ? [] : b.split(':')));
	const semua = [...(kiri ?? []), ...(kanan ?? [])];
	if (!semua.every((k) => /^[0-9a-f]{1,4}$/i.test(k))) return null;
	if (belah.length === 1 ? semua.length !== 8 : semua.length > 7) return null;
	const nol = Array<string>(8 - semua.length).fill('0');
	const angka = [...(kiri ?? []), ...nol, ...(kanan ?? [])].reduce(
		(n, k) => n * 65536n + BigInt(`0x${k}`),
		0n,
	);
	if (angka >> 32n === 0xffffn) return dari4(angka & 0xffffffffn);
	return { versi: 6, angka, teks: teks.toLowerCase() };
}

/** "::ffff:1.2.3.4" with its last four bytes in hexadecimal. */
function tanpaTitik(teks: string): string | null {
	if (!teks.includes('.')) return teks;
	const potong = teks.lastIndexOf(':') + 1;
	const empat = parse4(teks.slice(potong));
	return empat === null
		? null
		: `${teks.slice(0, potong)}${(empat >> 16n).toString(16)}:${(empat & 0xffffn).toString(16)}`;
}

function dari4(angka: bigint): Alamat {
	const teks = [24n, 16n, 8n, 0n].map((geser) => String((angka >> geser) & 255n)).join('.');
	return { versi: 4, angka, teks };
}

/** "10.1.0.0/16" or a single address; null where it is neither. Bits behind the prefix are ignored. */
export function parseRentang(teks: string): Rentang | null {
	const cocok = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(teks);
	const alamat = cocok?.[1] ? parseAlamat(cocok[1]) : null;
	if (!alamat) return null;
	const bit = BIT[alamat.versi];
	// a prefix of ::ffff:0:0/96 counts from the start of the IPv6 address
	const tertulis = cocok?.[2] === undefined ? null : Number(cocok[2]);
	const geser = alamat.versi === 4 && cocok?.[1]?.includes(':') ? 96 : 0;
	const panjang = tertulis === null ? bit : tertulis - geser;
	if (panjang < 0 || panjang > bit) return null;
	const kosong = BigInt(bit - panjang);
	return { versi: alamat.versi, dasar: (alamat.angka >> kosong) << kosong, panjang };
}

export function contains(r: Rentang, a: Alamat): boolean {
	const kosong = BigInt(BIT[r.versi] - r.panjang);
	return r.versi === a.versi && a.angka >> kosong === r.dasar >> kosong;
}

/** Ranges of IANA's special-purpose registries, narrower before wider. */
const daftar: [string, Golongan][] = [
	['0.0.0.0/8', 'mustahil'],
	['255.255.255.255', 'mustahil'],
	['224.0.0.0/4', 'mustahil'],
	['127.0.0.0/8', 'loopback'],
	['169.254.169.254', 'metadata'],
	['169.254.170.2', 'metadata'],
	['100.100.100.200', 'metadata'],
	['168.63.129.16', 'metadata'],
	['169.254.0.0/16', 'link_local'],
	['10.0.0.0/8', 'pribadi'],
	['172.16.0.0/12', 'pribadi'],
	['192.168.0.0/16', 'pribadi'],
	['100.64.0.0/10', 'pribadi'],
	['192.0.0.0/24', 'khusus'],
	['192.0.2.0/24', 'khusus'],
	['192.88.99.0/24', 'khusus'],
	['198.18.0.0/15', 'khusus'],
	['198.51.100.0/24', 'khusus'],
	['203.0.113.0/24', 'khusus'],
	['240.0.0.0/4', 'khusus'],
	['::', 'mustahil'],
	['ff00::/8', 'mustahil'],
	['::1', 'loopback'],
	['fd00:ec2::254', 'metadata'],
	['fd20:ce::254', 'metadata'],
	['fe80::/10', 'link_local'],
	['fec0::/10', 'pribadi'],
	['fc00::/7', 'pribadi'],
	// addresses that carry an IPv4 address inside (compatible, NAT64, Teredo, 6to4), test and reserved ranges
	['::/96', 'khusus'],
	['64:ff9b::/96', 'khusus'],
	['64:ff9b:1::/48', 'khusus'],
	['100::/64', 'khusus'],
	['2001::/23', 'khusus'],
	['2001:db8::/32', 'khusus'],
	['2002::/16', 'khusus'],
	['3fff::/20', 'khusus'],
];
const golonganRentang = daftar.map(([teks, golongan]) => ({
	rentang: parseRentang(teks) as Rentang,
	golongan,
}));
const duniaEnam = parseRentang('2000::/3') as Rentang;

export function golonganOf(a: Alamat): Golongan {
	const khusus = golonganRentang.find(({ rentang }) => contains(rentang, a));
	if (khusus) return khusus.golongan;
	return a.versi === 4 || contains(duniaEnam, a) ? 'umum' : 'khusus';
}
