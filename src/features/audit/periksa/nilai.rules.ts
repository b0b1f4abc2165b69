import { readSemuaCsp } from './cek-halaman.rules.ts';
import { readHsts } from './cek-tls.rules.ts';
import { nilaiCsp } from './csp.rules.ts';
import { type Fakta, header, isRespon, readTampil } from './fakta.rules.ts';
import type { Hasil } from './hasil.rules.ts';
import { keAlamat } from './html.rules.ts';
import { readKuki } from './kuki.rules.ts';

/** What a visitor's browser is offered as protection, 0 upward, after the HTTP Observatory's published table. */
export interface Nilai {
	angka: number;
	huruf: string;
}

const DASAR = 100;
const MINIMUM_TAMBAHAN = 90;
const huruf = [
	'F',
	'F',
	'F',
	'F',
	'F',
	'D-',
	'D',
	'D',
	'D+',
	'C-',
	'C',
	'C',
	'C+',
	'B-',
	'B',
	'B',
	'B+',
	'A-',
	'A',
	'A',
	'A+',
];

/** @returns null where no page of its own was shown, or too little of it */
export function nilaiTarget(f: Fakta, hasil: readonly Hasil[]): Nilai | null {
	const t = readTampil(f);
	if (!t.respon || t.pindah !== null || !f.aman.ok) return null;
	const pengubah = [
		nilaiKebijakan(t),
		nilaiKuki(f, t),
		hasil.some((h) => h.kata === 'corsPantul') ? -50 : 0,
		nilaiAlih(f, hasil),
		nilaiPerujuk(header(t.respon, 'referrer-policy')),
		nilaiHsts(f),
		nilaiSri(f, t),
		header(t.respon, 'x-content-type-options')?.toLowerCase() === 'nosniff' ? 0 : -5,
		nilaiBingkai(hasil),
		...nilaiIsolasi(t.respon),
	];
	const tanpaTambahan = DASAR + pengubah.reduce((n, p) => n + Math.min(p, 0), 0);
	const tambahan = tanpaTambahan >= MINIMUM_TAMBAHAN ? pengubah.reduce((n, p) => n + Math.max(p, 0), 0) : 0;
	const angka = Math.max(0, tanpaTambahan + tambahan);
	return { angka, huruf: huruf[Math.min(20, Math.floor(angka / 5))] ?? 'F' };
}

/** Place of a letter, 0 for F; to see whether a grade fell. */
export const urutanHuruf = (h: string): number =>
	['F', 'D-', 'D', 'D+', 'C-', 'C', 'C+', 'B-', 'B', 'B+', 'A-', 'A', 'A+'].indexOf(h);

type Tampil = ReturnType<typeof readTampil>;
const tepercaya = (f: Fakta) =>
	f.aman.ok && f.aman.value.jabat.rantai === null && !f.aman.value.jabat.namaSalah;

function nilaiKebijakan(t: Tampil): number {
	const csp = readSemuaCsp(t);
	if (!csp) return -25;
	return { ketat: 10, baik: 5, gaya_longgar: 0, unsafe_eval: -10, skrip_longgar: -20, kosong: -20 }[
		nilaiCsp(csp)
	];
}

function nilaiKuki(f: Fakta, { respon }: Tampil): number {
	const kuki = (respon?.header ?? [])
		.filter(([n]) => n === 'set-cookie')
		.map(([, v]) => readKuki(v, f.waktu));
	if (kuki.length === 0) return 0;
	const hsts = nilaiHsts(f) > -20;
	const langkah = kuki.map((k) => {
		if (k.sesi && !k.httpOnly) return -30;
		if (!k.secure) return k.sesi ? (hsts ? -10 : -40) : hsts ? -5 : -20;
		return k.sameSite === 'tidak_sah' ? -20 : 0;
	});
	const terburuk = Math.min(...langkah);
	const lengkap = kuki.every((k) => k.secure && k.httpOnly && k.sameSite !== null);
	return terburuk === 0 && lengkap ? 5 : terburuk;
}

function nilaiAlih(f: Fakta, hasil: readonly Hasil[]): number {
	const alih = hasil.find((h) => h.id === 'TLS-02')?.kata;
	if (!tepercaya(f)) return -20;
	if (alih === 'polosPindahHost') return -5;
	if (alih === 'polosKeHttp') return -10;
	return alih === 'polosTetap' ? -20 : 0;
}

function nilaiPerujuk(isi: string | undefined): number {
	if (isi === undefined) return 0;
	const nilai = isi.toLowerCase().split(',').at(-1)?.trim() ?? '';
	return ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'].includes(nilai)
		? 5
		: -5;
}

function nilaiHsts(f: Fakta): number {
	const respon = f.aman.ok ? f.aman.value.respon : null;
	const isi = isRespon(respon) ? header(respon, 'strict-transport-security') : undefined;
	const detik = isi === undefined ? null : readHsts(isi);
	if (detik === null || !tepercaya(f)) return -20;
	return detik >= 15_768_000 ? 0 : -10;
}

function nilaiSri(f: Fakta, { halaman }: Tampil): number {
	const dasar = `https://${f.target.host.includes(':') ? `[${f.target.host}]` : f.target.host}/`;
	const luar = (halaman?.muatan ?? [])
		.filter((m) => m.tanda === 'script')
		.map((m) => ({ ...m, url: keAlamat(m.alamat, dasar) }))
		.filter((m) => m.url !== null && m.url.host !== new URL(dasar).host);
	if (luar.length === 0) return 0;
	const http = luar.filter((m) => m.url?.protocol !== 'https:');
	if (http.length > 0) return http.every((m) => m.integritas) ? -20 : -50;
	return luar.every((m) => m.integritas) ? 5 : -5;
}

function nilaiBingkai(hasil: readonly Hasil[]): number {
	const kata = hasil.find((h) => h.id === 'HDR-02')?.kata;
	return kata === 'bingkaiCsp' || kata === 'bingkaiXfo' ? 5 : -20;
}

function nilaiIsolasi(respon: NonNullable<Tampil['respon']>): number[] {
	const at = (nama: string) => (header(respon, nama) ?? '').toLowerCase();
	const langkah = (nilai: string, baik: readonly string[], netral: readonly string[], buruk: number) =>
		baik.includes(nilai) ? 10 : nilai === '' || netral.includes(nilai) ? 0 : buruk;
	return [
		langkah(at('cross-origin-resource-policy'), ['same-origin', 'same-site'], ['cross-origin'], -5),
		langkah(at('cross-origin-embedder-policy'), ['require-corp', 'credentialless'], ['unsafe-none'], -5),
		langkah(
			at('cross-origin-opener-policy'),
			['same-origin', 'same-origin-allow-popups', 'noopener-allow-popups'],
			['unsafe-none'],
			-5,
		),
	];
}
