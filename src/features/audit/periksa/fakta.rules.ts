import type { Respon } from './ambil.ts';
import type { JawabanDns } from './dns.ts';
import { readHalaman } from './html.rules.ts';
import type { Jabat, Protokol } from './jabat.ts';
import type { Gagal } from './sambung.ts';
import type { Target } from './sasaran.rules.ts';

/** Everything that was fetched about one target; deciding comes afterwards and opens nothing. */
export interface Fakta {
	target: Target;
	/** The address that was looked at, and others of the name that the permit does not cover. */
	alamat: string;
	alamatDitolak: readonly string[];
	/** When it was fetched, milliseconds since 1970. */
	waktu: number;
	aman: { ok: true; value: { jabat: Jabat; respon: Respon | Gagal } } | Gagal;
	protokol: Protokol | null;
	/** Plain HTTP; null where the permit does not name its port. */
	polos: Respon | Gagal | null;
	securityTxt: Respon | Gagal | null;
	/** The answer to a foreign origin. */
	lintas: Respon | Gagal | null;
	/** TRACE; null where the permit does not name that check. */
	jejak: Respon | Gagal | null;
	/** Null for an address and for names that no public zone holds. */
	dns: FaktaDns | null;
}

export interface FaktaDns {
	/** Registered domain that the name belongs to. */
	domain: string;
	caa: JawabanDns;
	alamat: JawabanDns;
	/** The same question with validation switched off, where the resolver failed. */
	alamatTanpaPeriksa: JawabanDns | null;
	/** Delegation signer of the domain. */
	ds: JawabanDns | null;
	cname: JawabanDns;
	/** Whether what the alias points at exists; null without an alias. */
	sasaranCname: JawabanDns | null;
	mx: JawabanDns;
	spf: JawabanDns;
	dmarc: JawabanDns;
	mtaSts: JawabanDns;
	/** The published policy; null where its host is outside the permit. */
	kebijakanMtaSts: Respon | Gagal | null;
}

/** What belongs to a page that was really shown. */
export function readTampil(f: Fakta): Tampil {
	const aman = f.aman.ok ? f.aman.value.respon : f.aman;
	const respon = isRespon(aman) ? aman : isRespon(f.polos) && f.polos.status < 300 ? f.polos : null;
	if (!respon) return { respon: null, pindah: null, halaman: null };
	const pindah = respon.status >= 300 && respon.status < 400 ? (header(respon, 'location') ?? '') : null;
	const halaman = pindah === null && respon.isi !== '' ? readHalaman(respon.isi) : null;
	return { respon, pindah, halaman: halaman?.html ? halaman : null };
}

export interface Tampil {
	respon: Respon | null;
	/** Where the page leads to instead, when it was not followed. */
	pindah: string | null;
	halaman: ReturnType<typeof readHalaman> | null;
}

export const isRespon = (r: Respon | Gagal | null): r is Respon => r !== null && 'status' in r;

/** A header's value; several are joined as HTTP says. */
export function header(r: Respon, nama: string): string | undefined {
	const isi = r.header.filter(([n]) => n === nama).map(([, v]) => v.trim());
	return isi.length > 0 ? isi.join(', ') : undefined;
}

const akhiranId = 'ac biz co desa go mil my net or ponpes sch web'.split(' ');
const tanpaZona = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa|test|invalid|example)$/;

/** The domain under which mail and signatures are set; null for names that no public zone holds. */
export function domainTerdaftar(host: string): string | null {
	const label = host.split('.');
	if (label.length < 2 || /^[\d.]+$|:/.test(host) || tanpaZona.test(host)) return null;
	const ganda = label.at(-1) === 'id' && akhiranId.includes(label.at(-2) ?? '');
	const banyak = ganda ? 3 : 2;
	return label.length < banyak ? null : label.slice(-banyak).join('.');
}
