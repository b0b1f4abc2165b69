import { contains, golonganOf, parseAlamat, parseRentang, type Rentang } from './alamat.rules.ts';

/** One host and port to look at. */
export interface Target {
	/** A name in lower case (ASCII form), or an address without brackets. */
	host: string;
	porta: number;
}

/** One line of a permit: a name or a range of addresses, with one port. */
export type Sasaran =
	| { jenis: 'nama'; nama: string; porta: number }
	| { jenis: 'rentang'; rentang: Rentang; porta: number };

export type AlasanSasaran =
	| 'kosong'
	| 'jelajah'
	| 'tanpa_porta'
	| 'porta_salah'
	| 'bukan_alamat'
	| 'terlalu_luas'
	| 'alamat_mustahil';

type Terbaca<T> = { ok: true; value: T } | { ok: false; reason: AlasanSasaran };

const tolak = (reason: AlasanSasaran) => ({ ok: false as const, reason });

/** "host:port", "[2001:db8::1]:443", "10.1.0.0/24:443", "[2001:db8::/64]:443". */
export function parseSasaran(teks: string): Terbaca<Sasaran> {
	const bersih = teks.trim();
	if (bersih === '') return tolak('kosong');
	if (bersih.includes('*')) return tolak('jelajah');
	const belah = belahPorta(bersih);
	if (!belah.ok) return belah;
	const { host, porta } = belah.value;
	if (porta === null) return tolak('tanpa_porta');
	const rentang = parseRentang(host);
	if (rentang) return isTerlaluLuas(rentang) ? tolak('terlalu_luas') : periksaRentang(rentang, porta);
	const nama = parseNama(host);
	return nama ? { ok: true, value: { jenis: 'nama', nama, porta } } : tolak('bukan_alamat');
}

/** What is typed to be looked at; the port is 443 where none is given. */
export function parseTarget(teks: string): Terbaca<Target> {
	const bersih = teks.trim();
	if (bersih === '') return tolak('kosong');
	if (bersih.includes('*')) return tolak('jelajah');
	const belah = belahPorta(bersih);
	if (!belah.ok) return belah;
	const { host } = belah.value;
	const porta = belah.value.porta ?? 443;
	const alamat = parseAlamat(host);
	if (alamat && golonganOf(alamat) === 'mustahil') return tolak('alamat_mustahil');
	const nama = alamat?.teks ?? parseNama(host);
	return nama ? { ok: true, value: { host: nama, porta } } : tolak('bukan_alamat');
}

function periksaRentang(rentang: Rentang, porta: number): Terbaca<Sasaran> {
	const awal = { versi: rentang.versi, angka: rentang.dasar, teks: '' };
	if (golonganOf(awal) === 'mustahil') return tolak('alamat_mustahil');
	return { ok: true, value: { jenis: 'rentang', rentang, porta } };
}

/** A permit names what it permits: at most 65,536 public addresses, or one whole private block, in a line. */
function isTerlaluLuas({ versi, dasar, panjang }: Rentang): boolean {
	if (versi === 6) return panjang < 32;
	return panjang < (golonganOf({ versi, angka: dasar, teks: '' }) === 'umum' ? 16 : 8);
}

function belahPorta(teks: string): Terbaca<{ host: string; porta: number | null }> {
	const kurung = /^\[([^\]]*)\](?::(.*))?$/.exec(teks);
	if (kurung) return denganPorta(kurung[1] ?? '', kurung[2]);
	const rentang = /^(.+\/\d{1,3})(?::(.*))?$/.exec(teks);
	if (rentang) return denganPorta(rentang[1] ?? '', rentang[2]);
	if (parseAlamat(teks)) return denganPorta(teks, undefined);
	const titikDua = teks.indexOf(':');
	if (titikDua < 0) return denganPorta(teks, undefined);
	if (teks.includes('://') || titikDua !== teks.lastIndexOf(':')) return tolak('bukan_alamat');
	return denganPorta(teks.slice(0, titikDua), teks.slice(titikDua + 1));
}

function denganPorta(
	host: string,
	porta: string | undefined,
): Terbaca<{ host: string; porta: number | null }> {
	if (porta === undefined) return { ok: true, value: { host, porta: null } };
	const angka = /^\d{1,5}$/.test(porta) ? Number(porta) : 0;
	return angka >= 1 && angka <= 65535 ? { ok: true, value: { host, porta: angka } } : tolak('porta_salah');
}

/** A host name in ASCII and lower case without its last dot; null where it is none, or a number in disguise. */
export function parseNama(teks: string): string | null {
	const polos = teks.toLowerCase().replace(/\.$/, '');
	const nama = /^[\x20-\x7e]*$/.test(polos) ? polos : keAscii(polos);
	if (!nama || nama.length > 253) return null;
	const label = nama.split('.');
	if (!label.every((l) => /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(l))) return null;
	// "127.1", "2130706433" and "0x7f.1" are addresses to some programs
	return /^(\d+|0x[0-9a-f]*)$/.test(label.at(-1) ?? '') ? null : nama;
}

function keAscii(nama: string): string | null {
	return /[\s/\\?#@:%[\]]/.test(nama) || !URL.canParse(`http://${nama}`)
		? null
		: new URL(`http://${nama}`).hostname;
}

export function isDalam(s: Sasaran, host: string, porta: number): boolean {
	if (s.porta !== porta) return false;
	const alamat = parseAlamat(host);
	return s.jenis === 'nama' ? s.nama === host : alamat !== null && contains(s.rentang, alamat);
}

export const tulisTarget = ({ host, porta }: Target): string =>
	host.includes(':') ? `[${host}]:${porta}` : `${host}:${porta}`;
