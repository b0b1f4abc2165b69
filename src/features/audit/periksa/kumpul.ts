import type { Alat } from './alat.ts';
import { ambilAman, ambilPolos, type Permintaan, type Respon } from './ambil.ts';
import { asalUji } from './cek-halaman.rules.ts';
import { domainTerdaftar, type Fakta, header, isRespon } from './fakta.rules.ts';
import { canSambung } from './izin-periksa.rules.ts';
import { isSejalan, type Jabat, type Protokol, periksaProtokol } from './jabat.ts';
import { kumpulDns } from './kumpul-dns.ts';
import type { Gagal, Tujuan } from './sambung.ts';
import type { Target } from './sasaran.rules.ts';

/** Fetches everything about one target, one connection after another. */
export async function kumpulFakta(alat: Alat, tujuan: Tujuan, ditolak: string[]): Promise<Fakta> {
	const { host, porta } = tujuan;
	const domain = domainTerdaftar(host);
	const dns = domain === null ? null : kumpulDns(alat, host, domain);
	const { aman, waktu } = await ambilDepan(alat, tujuan);
	const tutup = !aman.ok && (aman.sebab === 'tertutup' || aman.sebab === 'waktu' || aman.sebab === 'izin');
	const protokol = tutup ? null : await periksaProtokol(alat, tujuan);
	const terjawab = aman.ok && isRespon(aman.value.respon);
	const get = (jalur: string, tambahan: Partial<Permintaan> = {}) =>
		ambilRespon(alat, tujuan, { metode: 'GET', jalur, ...tambahan }, jalur === '/' ? 'HDR-06' : 'WEB-01');
	return {
		target: { host, porta },
		alamat: tujuan.alamat.teks,
		alamatDitolak: ditolak,
		waktu,
		aman,
		protokol: protokol && percaya(protokol, aman.ok ? aman.value.jabat : null),
		polos: await ambilTanpaTls(alat, tujuan),
		securityTxt: terjawab ? await get('/.well-known/security.txt') : null,
		lintas: terjawab ? await get('/', { header: { origin: asalUji } }) : null,
		jejak:
			terjawab && alat.izin.tambahan.includes('WEB-07')
				? await ambilRespon(alat, tujuan, { metode: 'TRACE', jalur: '/' }, 'WEB-07')
				: null,
		dns: dns && (await dns),
	};
}

const LANGKAH = 3;

/** The front page; redirects are followed within this very host and port and nowhere else. */
async function ambilDepan(alat: Alat, tujuan: Tujuan): Promise<Pick<Fakta, 'aman' | 'waktu'>> {
	let jalur = '/';
	for (let langkah = 0; ; langkah++) {
		const aman = await ambilAman(alat, tujuan, langkah === 0 ? 'TLS-01' : 'HDR-01', { metode: 'GET', jalur });
		const waktu = alat.clock().getTime();
		const lanjut =
			aman.ok && isRespon(aman.value.respon) ? readLanjutan(aman.value.respon, tujuan, jalur) : null;
		if (lanjut === null || langkah === LANGKAH) return { aman, waktu };
		jalur = lanjut;
	}
}

/** Path that the page leads on to within the same origin; null where it stays, or leads elsewhere. */
export function readLanjutan(respon: Respon, { host, porta }: Target, jalur: string): string | null {
	if (respon.status < 300 || respon.status > 399) return null;
	const ke = header(respon, 'location');
	const asal = `https://${host.includes(':') ? `[${host}]` : host}:${porta}`;
	if (!ke || !URL.canParse(ke, asal + jalur)) return null;
	const [url, sini] = [new URL(ke, asal + jalur), new URL(asal)];
	if (url.origin !== sini.origin || url.username || url.pathname.length > 1000) return null;
	const lanjut = url.pathname + url.search;
	return lanjut === jalur ? null : lanjut;
}

async function ambilRespon(
	alat: Alat,
	tujuan: Tujuan,
	minta: Permintaan,
	guna: string,
): Promise<Respon | Gagal> {
	const hasil = await ambilAman(alat, tujuan, guna, minta);
	return hasil.ok ? hasil.value.respon : hasil;
}

async function ambilTanpaTls(alat: Alat, tujuan: Tujuan): Promise<Respon | Gagal | null> {
	const polos = { ...tujuan, porta: alat.portaPolos };
	if (!canSambung(alat.izin, polos, tujuan.alamat).ok) return null;
	const hasil = await ambilPolos(alat, polos, 'TLS-02', { metode: 'GET', jalur: '/' });
	return hasil.ok ? hasil.value : hasil;
}

/** Where the whole handshake and the hand-made one disagree, refusals of the latter prove nothing. */
function percaya(p: Protokol, jabat: Jabat | null): Protokol {
	if (jabat && isSejalan(p, jabat.versi)) return p;
	const ragu = (t: Protokol['versi']['TLS 1.0']) => (t === 'ditolak' ? ('tidak_diuji' as const) : t);
	return {
		...p,
		versi: Object.fromEntries(Object.entries(p.versi).map(([v, t]) => [v, ragu(t)])) as Protokol['versi'],
		sandi: Object.fromEntries(
			Object.entries(p.sandi).map(([g, s]) => [g, { ...s, terima: ragu(s.terima) }]),
		) as Protokol['sandi'],
	};
}
