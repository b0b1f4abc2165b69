import type { Answer } from 'dns-packet';
import { pendek } from './cek-tls.rules.ts';
import type { JawabanDns } from './dns.ts';
import { type Fakta, type FaktaDns, isRespon } from './fakta.rules.ts';
import { type Hasil, hasil } from './hasil.rules.ts';

const idDns = ['DNS-01', 'DNS-02', 'DNS-03', 'DNS-04', 'DNS-06', 'DNS-08'];

/** Checks of what the name service says. */
export function cekDns({ dns }: Fakta): Hasil[] {
	const dkim = dns
		? [hasil('DNS-07', 'TIDAK DIUJI', 'dkimTanpaSelektor')]
		: [hasil('DNS-07', 'TIDAK BERLAKU', 'dnsTanpaZona')];
	if (!dns) return [...idDns.map((id) => hasil(id, 'TIDAK BERLAKU', 'dnsTanpaZona')), ...dkim];
	return [
		cekCaa(dns.caa),
		cekDnssec(dns),
		cekSpf(dns),
		cekDmarc(dns),
		cekCname(dns),
		cekMtaSts(dns),
		...dkim,
	];
}

const galat = (id: string, j: JawabanDns) =>
	hasil(id, 'GALAT', 'dnsGalat', j.keadaan === 'gagal' ? j.rinci : '');

function cekCaa(j: JawabanDns): Hasil {
	if (j.keadaan === 'gagal') return galat('DNS-01', j);
	return j.keadaan === 'ada' ? hasil('DNS-01', 'LULUS', 'caaAda') : hasil('DNS-01', 'GAGAL', 'caaTiada');
}

/** Only what a validating resolver vouches for is safe; signatures that nobody checked prove nothing. */
function cekDnssec({ alamat, alamatTanpaPeriksa, ds, domain }: FaktaDns): Hasil {
	if (alamat.keadaan === 'gagal') {
		const rusak = alamatTanpaPeriksa && alamatTanpaPeriksa.keadaan !== 'gagal';
		return rusak ? hasil('DNS-02', 'GAGAL', 'dnssecRusak', domain) : galat('DNS-02', alamat);
	}
	if (alamat.sah) return hasil('DNS-02', 'LULUS', 'dnssecSah', domain);
	if (ds === null || ds.keadaan === 'gagal') return hasil('DNS-02', 'TIDAK DIUJI', 'dnssecTakPasti', domain);
	if (ds.keadaan === 'ada') return hasil('DNS-02', 'TIDAK DIUJI', 'dnssecTanpaValidasi', domain);
	return hasil('DNS-02', 'GAGAL', alamat.bertanda ? 'dnssecTanpaDs' : 'dnssecTiada', domain);
}

/** Texts of TXT records that begin so. */
function listTeks(j: JawabanDns, awal: RegExp): string[] {
	if (j.keadaan !== 'ada') return [];
	return j.jawaban.flatMap((a) => {
		const teks = bacaTxt(a);
		return awal.test(teks) ? [teks] : [];
	});
}

function bacaTxt(a: Answer): string {
	if (a.type !== 'TXT') return '';
	const bagian = Array.isArray(a.data) ? a.data : [a.data];
	return bagian
		.map((b) => (typeof b === 'string' ? b : new TextDecoder().decode(b)))
		.join('')
		.slice(0, 4096);
}

function cekSpf({ spf, domain }: FaktaDns): Hasil {
	if (spf.keadaan === 'gagal') return galat('DNS-03', spf);
	const [satu, dua] = listTeks(spf, /^v=spf1(\s|$)/i);
	if (satu === undefined) return hasil('DNS-03', 'GAGAL', 'spfTiada', domain);
	if (dua !== undefined) return hasil('DNS-03', 'GAGAL', 'spfGanda', domain);
	const kata = satu.toLowerCase().split(/\s+/);
	const cari = kata.filter((k) => /^[+?~-]?(include:|a\b|mx\b|ptr\b|exists:)|^redirect=/.test(k)).length;
	if (cari > 10) return hasil('DNS-03', 'GAGAL', 'spfTerlaluBanyak', String(cari));
	if (kata.includes('-all') || kata.includes('~all')) return hasil('DNS-03', 'LULUS', 'spfBaik', domain);
	if (kata.some((k) => k.startsWith('redirect='))) return hasil('DNS-03', 'INFO', 'spfAlih', pendek(satu));
	return hasil('DNS-03', 'GAGAL', 'spfLonggar', pendek(satu));
}

function cekDmarc({ dmarc, domain }: FaktaDns): Hasil {
	if (dmarc.keadaan === 'gagal') return galat('DNS-04', dmarc);
	const [isi, dua] = listTeks(dmarc, /^v=DMARC1\s*(;|$)/i);
	if (isi === undefined || dua !== undefined)
		return hasil('DNS-04', 'GAGAL', dua === undefined ? 'dmarcTiada' : 'dmarcGanda', domain);
	const p = /(?:^|;)\s*p\s*=\s*(\w+)/i.exec(isi)?.[1]?.toLowerCase();
	if (p === 'reject' || p === 'quarantine') return hasil('DNS-04', 'LULUS', 'dmarcBaik', p);
	return hasil('DNS-04', 'GAGAL', 'dmarcLemah', p ?? '–');
}

function cekCname({ cname, sasaranCname }: FaktaDns): Hasil {
	if (cname.keadaan === 'gagal') return galat('DNS-06', cname);
	if (cname.keadaan !== 'ada' || sasaranCname === null) return hasil('DNS-06', 'TIDAK BERLAKU', 'cnameTiada');
	if (sasaranCname.keadaan === 'gagal') return galat('DNS-06', sasaranCname);
	return sasaranCname.keadaan === 'tanpa_nama'
		? hasil('DNS-06', 'GAGAL', 'cnameGantung')
		: hasil('DNS-06', 'LULUS', 'cnameBaik');
}

function cekMtaSts({ mx, mtaSts, kebijakanMtaSts: k, domain }: FaktaDns): Hasil {
	if (mx.keadaan === 'gagal') return galat('DNS-08', mx);
	if (mx.keadaan !== 'ada') return hasil('DNS-08', 'TIDAK BERLAKU', 'tanpaMx', domain);
	if (mtaSts.keadaan === 'gagal') return galat('DNS-08', mtaSts);
	if (listTeks(mtaSts, /^v=STSv1\s*;/i).length !== 1) return hasil('DNS-08', 'GAGAL', 'mtaStsTiada', domain);
	if (k === null) return hasil('DNS-08', 'TIDAK DIUJI', 'mtaStsTanpaIzin', `mta-sts.${domain}:443`);
	if (!isRespon(k)) return hasil('DNS-08', 'GALAT', 'mtaStsGalat', k.rinci);
	const ragam = /^mode:\s*(\w+)/im.exec(k.isi)?.[1]?.toLowerCase();
	if (k.status !== 200 || !/^version:\s*STSv1/im.test(k.isi))
		return hasil('DNS-08', 'GAGAL', 'mtaStsSalah', String(k.status));
	return ragam === 'enforce'
		? hasil('DNS-08', 'LULUS', 'mtaStsBaik')
		: hasil('DNS-08', 'INFO', 'mtaStsUji', ragam ?? '–');
}
