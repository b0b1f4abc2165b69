import { pendek } from './cek-tls.rules.ts';
import { nilaiCsp, readCsp } from './csp.rules.ts';
import { type Fakta, header, isRespon, type Tampil } from './fakta.rules.ts';
import { type Hasil, hasil } from './hasil.rules.ts';
import { keAlamat } from './html.rules.ts';

const idHeader = ['HDR-01', 'HDR-02', 'HDR-03', 'HDR-04', 'HDR-05', 'HDR-07', 'HDR-09', 'HDR-10'];

/** Checks of headers, as the front page sends them. */
export function cekHeader(f: Fakta, t: Tampil): Hasil[] {
	const { respon, pindah } = t;
	if (!respon) return [...idHeader.map((id) => hasil(id, 'TIDAK DIUJI', 'tanpaHalaman')), cekLintas(f)];
	if (pindah !== null)
		return [...idHeader.map((id) => hasil(id, 'TIDAK DIUJI', 'halamanPindah', pendek(pindah))), cekLintas(f)];
	const at = (nama: string) => header(respon, nama);
	const csp = readSemuaCsp(t);
	return [
		cekCsp(csp, at('content-security-policy-report-only') !== undefined),
		cekBingkai(csp, at('x-frame-options')),
		at('x-content-type-options')?.toLowerCase() === 'nosniff'
			? hasil('HDR-03', 'LULUS', 'nosniff')
			: hasil('HDR-03', 'GAGAL', 'tanpaNosniff'),
		cekPerujuk(at('referrer-policy')),
		cekVersi(
			['server', 'x-powered-by', 'x-aspnet-version', 'x-aspnetmvc-version', 'x-generator'].flatMap(
				(n) => at(n) ?? [],
			),
		),
		cekSimpan(t, at('cache-control')),
		cekIsolasi(
			['cross-origin-opener-policy', 'cross-origin-embedder-policy', 'cross-origin-resource-policy'].filter(
				(n) => at(n),
			),
		),
		hasil(
			'HDR-10',
			at('permissions-policy') ? 'LULUS' : 'INFO',
			at('permissions-policy') ? 'izinFitur' : 'tanpaIzinFitur',
		),
		cekLintas(f),
	];
}

/** The policy of header and page together; null where there is none. */
export function readSemuaCsp({ respon, halaman }: Tampil): ReturnType<typeof readCsp> | null {
	const isi = [respon && header(respon, 'content-security-policy'), ...(halaman?.csp ?? [])].filter(Boolean);
	return isi[0] ? readCsp(isi[0]) : null;
}

function cekCsp(csp: ReturnType<typeof readCsp> | null, hanyaLapor: boolean): Hasil {
	if (!csp) return hasil('HDR-01', 'GAGAL', hanyaLapor ? 'cspHanyaLapor' : 'cspTiada');
	const nilai = nilaiCsp(csp);
	if (nilai === 'ketat' || nilai === 'baik') return hasil('HDR-01', 'LULUS', 'cspBaik');
	if (nilai === 'gaya_longgar') return hasil('HDR-01', 'LULUS', 'cspGayaLonggar');
	return hasil(
		'HDR-01',
		'GAGAL',
		nilai === 'unsafe_eval' ? 'cspEval' : nilai === 'kosong' ? 'cspTanpaSkrip' : 'cspLonggar',
	);
}

function cekBingkai(csp: ReturnType<typeof readCsp> | null, xfo: string | undefined): Hasil {
	const leluhur = csp?.get('frame-ancestors');
	if (leluhur && !leluhur.includes('*')) return hasil('HDR-02', 'LULUS', 'bingkaiCsp');
	if (/^(deny|sameorigin)$/i.test(xfo ?? '')) return hasil('HDR-02', 'LULUS', 'bingkaiXfo');
	return xfo === undefined
		? hasil('HDR-02', 'GAGAL', 'bingkaiTiada')
		: hasil('HDR-02', 'GAGAL', 'bingkaiSalah', pendek(xfo));
}

const perujukBaik = ['no-referrer', 'same-origin', 'strict-origin', 'strict-origin-when-cross-origin'];
const perujukBuruk = ['unsafe-url', 'no-referrer-when-downgrade', 'origin', 'origin-when-cross-origin'];

/** The last value that is known counts, as in browsers; without one they take strict-origin-when-cross-origin. */
function cekPerujuk(isi: string | undefined): Hasil {
	const kenal = (isi ?? '')
		.toLowerCase()
		.split(',')
		.map((s) => s.trim());
	const nilai = kenal.findLast((s) => perujukBaik.includes(s) || perujukBuruk.includes(s));
	if (isi === undefined) return hasil('HDR-04', 'INFO', 'perujukTiada');
	if (nilai && perujukBaik.includes(nilai)) return hasil('HDR-04', 'LULUS', 'perujukBaik', nilai);
	return hasil('HDR-04', 'GAGAL', 'perujukBuruk', pendek(isi));
}

function cekVersi(nilai: string[]): Hasil {
	const bocor = nilai.filter((n) => /\d/.test(n));
	return bocor.length > 0
		? hasil('HDR-05', 'GAGAL', 'versiBocor', pendek(bocor.join(', ')))
		: hasil('HDR-05', 'LULUS', 'versiTakBocor');
}

/** Only a page that asks for a password is known to be a private one. */
function cekSimpan({ halaman }: Tampil, isi: string | undefined): Hasil {
	if (!halaman?.sandi) return hasil('HDR-07', 'TIDAK DIUJI', 'masukTakDikenal');
	return /\bno-store\b/i.test(isi ?? '')
		? hasil('HDR-07', 'LULUS', 'noStore')
		: hasil('HDR-07', 'GAGAL', 'tanpaNoStore');
}

function cekIsolasi(ada: string[]): Hasil {
	if (ada.length === 3) return hasil('HDR-09', 'LULUS', 'isolasiBaik');
	return hasil('HDR-09', 'INFO', 'isolasiKurang', ada.join(', ') || '–');
}

export const asalUji = 'https://asal-asing.invalid';

function cekLintas({ lintas }: Fakta): Hasil {
	if (!isRespon(lintas)) return hasil('HDR-06', 'TIDAK DIUJI', 'tanpaHalaman');
	const asal = header(lintas, 'access-control-allow-origin');
	const kredensial = header(lintas, 'access-control-allow-credentials')?.toLowerCase() === 'true';
	if (asal === asalUji)
		return kredensial ? hasil('HDR-06', 'GAGAL', 'corsPantul') : hasil('HDR-06', 'INFO', 'corsTerbuka', asal);
	if (asal === '*') return hasil('HDR-06', 'INFO', 'corsTerbuka', asal);
	return hasil('HDR-06', 'LULUS', 'corsBaik');
}

/** Checks of what the front page loads. */
export function cekMuatan(f: Fakta, { respon, halaman, pindah }: Tampil): Hasil[] {
	if (!respon) return ['TLS-09', 'HDR-08'].map((id) => hasil(id, 'TIDAK DIUJI', 'tanpaHalaman'));
	if (pindah !== null)
		return ['TLS-09', 'HDR-08'].map((id) => hasil(id, 'TIDAK DIUJI', 'halamanPindah', pendek(pindah)));
	if (!halaman)
		return ['TLS-09', 'HDR-08'].map((id) =>
			hasil(id, respon.terpotong ? 'TIDAK DIUJI' : 'TIDAK BERLAKU', 'tanpaHtml'),
		);
	const dasar = `${f.aman.ok ? 'https' : 'http'}://${f.target.host.includes(':') ? `[${f.target.host}]` : f.target.host}/`;
	const muatan = halaman.muatan.flatMap((m) => ({ ...m, url: keAlamat(m.alamat, dasar) }));
	return [
		cekCampuran(f, muatan, halaman.formulir, dasar, respon.terpotong),
		cekIntegritas(f, muatan, respon.terpotong),
	];
}

type Muatan = { tanda: string; alamat: string; integritas: boolean; url: URL | null }[];

function cekCampuran(f: Fakta, muatan: Muatan, formulir: string[], dasar: string, terpotong: boolean): Hasil {
	if (!f.aman.ok) return hasil('TLS-09', 'TIDAK DIUJI', 'tanpaTls');
	const polos = [
		...muatan.filter((m) => m.url?.protocol === 'http:').map((m) => m.alamat),
		...formulir.filter((a) => keAlamat(a, dasar)?.protocol === 'http:'),
	];
	if (polos.length > 0)
		return hasil('TLS-09', 'GAGAL', 'campuran', String(polos.length), pendek(polos[0]?.split('?')[0] ?? ''));
	return terpotong
		? hasil('TLS-09', 'TIDAK DIUJI', 'halamanTerpotong')
		: hasil('TLS-09', 'LULUS', 'campuranTiada');
}

function cekIntegritas(f: Fakta, muatan: Muatan, terpotong: boolean): Hasil {
	const luar = muatan.filter(
		(m) =>
			(m.tanda === 'script' || m.tanda === 'link') &&
			m.url &&
			m.url.hostname.replace(/^\[|\]$/g, '') !== f.target.host,
	);
	const buruk = luar.filter((m) => m.url?.protocol !== 'https:' || !m.integritas);
	if (buruk.length > 0)
		return hasil('HDR-08', 'GAGAL', 'sriTiada', String(buruk.length), pendek(buruk[0]?.url?.host ?? ''));
	if (terpotong) return hasil('HDR-08', 'TIDAK DIUJI', 'halamanTerpotong');
	return luar.length > 0
		? hasil('HDR-08', 'LULUS', 'sriBaik')
		: hasil('HDR-08', 'TIDAK BERLAKU', 'sriTanpaLuar');
}
