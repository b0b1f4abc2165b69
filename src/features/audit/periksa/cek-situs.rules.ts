import { pendek } from './cek-tls.rules.ts';
import { type Fakta, header, isRespon, type Tampil } from './fakta.rules.ts';
import { type Ambang, type Hasil, hasil } from './hasil.rules.ts';

/** Checks of the site around its front page. */
export function cekSitus(f: Fakta, t: Tampil, a: Ambang): Hasil[] {
	return [cekSecurityTxt(f), cekUrl(t), cekJejak(f), cekSusupan(t, a), cekJam(f, t, a), cekWaf(t)];
}

function cekSecurityTxt({ securityTxt: s, waktu }: Fakta): Hasil {
	const h = (status: Hasil['status'], kata: Hasil['kata'], ...isi: string[]) =>
		hasil('WEB-01', status, kata, ...isi);
	if (!isRespon(s)) return h('TIDAK DIUJI', 'tanpaHalaman');
	if (s.status >= 300 && s.status < 400)
		return h('TIDAK DIUJI', 'halamanPindah', pendek(header(s, 'location') ?? ''));
	if (s.status !== 200 || /<html|<!doctype/i.test(s.isi))
		return h('GAGAL', 'securityTiada', String(s.status));
	const baris = (nama: string) => new RegExp(`^${nama}:\\s*(\\S.*)$`, 'im').exec(s.isi)?.[1]?.trim();
	if (!baris('Contact')) return h('GAGAL', 'securityTanpaKontak');
	const akhir = Date.parse(baris('Expires') ?? '');
	if (Number.isNaN(akhir)) return h('GAGAL', 'securityTanpaAkhir');
	return akhir < waktu ? h('GAGAL', 'securityLewat') : h('LULUS', 'securityAda');
}

const rahasiaDiUrl = /[?&](nik|token|access_token|password|passwd|pwd|api_?key|secret)=[^&#]+/i;
const enamBelas = /(?<!\d)\d{16}(?!\d)/;

/** Only how many there are is kept, never what they hold. */
function cekUrl({ respon, halaman }: Tampil): Hasil {
	if (!respon || !halaman) return hasil('WEB-02', 'TIDAK DIUJI', respon ? 'tanpaHtml' : 'tanpaHalaman');
	const bocor = [...halaman.tautan, ...halaman.formulir].filter(
		(t) => rahasiaDiUrl.test(t) || enamBelas.test(t),
	).length;
	if (bocor > 0) return hasil('WEB-02', 'GAGAL', 'urlBocor', String(bocor));
	return respon.terpotong
		? hasil('WEB-02', 'TIDAK DIUJI', 'halamanTerpotong')
		: hasil('WEB-02', 'LULUS', 'urlBersih');
}

function cekJejak({ jejak }: Fakta): Hasil {
	if (jejak === null) return hasil('WEB-07', 'TIDAK DIUJI', 'perluIzin');
	if (!isRespon(jejak)) return hasil('WEB-07', 'GALAT', 'jejakGalat', jejak.rinci);
	return jejak.status === 200
		? hasil('WEB-07', 'GAGAL', 'jejakAktif')
		: hasil('WEB-07', 'LULUS', 'jejakDitolak', String(jejak.status));
}

function cekSusupan({ respon, halaman, pindah }: Tampil, a: Ambang): Hasil {
	if (!respon || pindah !== null || !halaman)
		return hasil('WEB-09', 'TIDAK DIUJI', respon ? 'tanpaHtml' : 'tanpaHalaman');
	const isi = respon.isi.toLowerCase();
	const ada = a.kataSusupan.filter((k) => isi.includes(k));
	if (ada.length > 1) return hasil('WEB-09', 'GAGAL', 'susupan', ada.join(', '));
	if (ada.length === 1) return hasil('WEB-09', 'INFO', 'susupanMungkin', ada[0] ?? '');
	return respon.terpotong
		? hasil('WEB-09', 'TIDAK DIUJI', 'halamanTerpotong')
		: hasil('WEB-09', 'LULUS', 'susupanTiada');
}

function cekJam({ waktu }: Fakta, { respon }: Tampil, a: Ambang): Hasil {
	const jam = Date.parse((respon && header(respon, 'date')) ?? '');
	if (Number.isNaN(jam)) return hasil('TIM-01', 'TIDAK DIUJI', 'jamTiada');
	const selisih = Math.round(Math.abs(jam - waktu) / 1000);
	return selisih <= a.jamServerDetik
		? hasil('TIM-01', 'LULUS', 'jamTepat')
		: hasil('TIM-01', 'GAGAL', 'jamMeleset', String(selisih));
}

const tandaWaf = /cloudflare|sucuri|imperva|incapsula|akamai|fortiweb|barracuda|f5|big-?ip|safedog|wallarm/i;

function cekWaf({ respon }: Tampil): Hasil {
	if (!respon) return hasil('WAF-01', 'TIDAK DIUJI', 'tanpaHalaman');
	const ada = respon.header.some(
		([n, v]) => (n === 'server' || n === 'via' || n.startsWith('x-')) && tandaWaf.test(`${n} ${v}`),
	);
	return hasil('WAF-01', 'INFO', ada ? 'wafAda' : 'wafTakTampak');
}
