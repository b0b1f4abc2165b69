import { type Fakta, header, isRespon } from './fakta.rules.ts';
import { type Ambang, type Hasil, hasil } from './hasil.rules.ts';
import type { Jabat, Protokol } from './jabat.ts';
import type { VersiTls } from './sandi.rules.ts';

const HARI = 86_400_000;

/** Checks of the connection itself. */
export function cekTls(f: Fakta, a: Ambang): Hasil[] {
	const jabat = f.aman.ok ? f.aman.value.jabat : null;
	return [
		cekAda(f),
		cekAlih(f),
		cekVersi(f.protokol, jabat),
		cekSandi(f.protokol),
		...(jabat ? cekSertifikat(jabat, f, a) : tanpaTls(['TLS-05', 'TLS-06', 'TLS-07'])),
		cekHsts(f, a),
		cekTukar(jabat, f.protokol),
		...(jabat ? [cekOcsp(jabat)] : tanpaTls(['TLS-11'])),
	];
}

const tanpaTls = (id: string[]) => id.map((i) => hasil(i, 'TIDAK DIUJI', 'tanpaTls'));

function cekAda({ aman, protokol }: Fakta): Hasil {
	if (aman.ok) {
		const { respon } = aman.value;
		if (!isRespon(respon)) return hasil('TLS-01', 'GALAT', 'tlsTanpaHttp', respon.rinci);
		return hasil('TLS-01', 'LULUS', 'tlsAda', String(respon.status));
	}
	if (aman.sebab === 'tertutup') return hasil('TLS-01', 'GAGAL', 'portaTertutup');
	const bicara = protokol && Object.values(protokol.versi).includes('diterima');
	if (bicara) return hasil('TLS-01', 'GALAT', 'tlsTakSelesai', aman.rinci);
	if (aman.sebab === 'waktu') return hasil('TLS-01', 'GALAT', 'takMenjawab');
	return hasil('TLS-01', aman.sebab === 'izin' ? 'TIDAK DIUJI' : 'GAGAL', 'bukanTls', aman.rinci);
}

function cekAlih({ polos, target }: Fakta): Hasil {
	const h = (status: Hasil['status'], kata: Hasil['kata'], ...isi: string[]) =>
		hasil('TLS-02', status, kata, ...isi);
	if (polos === null || (!isRespon(polos) && polos.sebab === 'izin'))
		return h('TIDAK DIUJI', 'polosTanpaIzin');
	if (!isRespon(polos)) {
		if (polos.sebab === 'tertutup') return h('LULUS', 'polosTertutup');
		return polos.sebab === 'waktu' ? h('INFO', 'polosDiam') : h('GALAT', 'polosGalat', polos.rinci);
	}
	if (![301, 302, 303, 307, 308].includes(polos.status))
		return h('GAGAL', 'polosTetap', String(polos.status));
	const ke = header(polos, 'location') ?? '';
	const url = URL.canParse(ke) ? new URL(ke) : null;
	if (url?.protocol !== 'https:') return h('GAGAL', 'polosKeHttp', pendek(ke));
	const host = url.hostname.replace(/^\[|\]$/g, '');
	return host === target.host ? h('LULUS', 'polosAlih') : h('GAGAL', 'polosPindahHost', pendek(ke));
}

export const pendek = (teks: string) => (teks.length > 120 ? `${teks.slice(0, 117)}…` : teks);

const lama: VersiTls[] = ['SSL 3.0', 'TLS 1.0', 'TLS 1.1'];

function cekVersi(p: Protokol | null, jabat: Jabat | null): Hasil {
	if (!p) return hasil('TLS-03', 'TIDAK DIUJI', 'tanpaTls');
	const diterima = lama.filter((v) => p.versi[v] === 'diterima');
	if (diterima.length > 0) return hasil('TLS-03', 'GAGAL', 'versiLama', diterima.join(', '));
	const gelap = lama.filter((v) => p.versi[v] !== 'ditolak');
	if (gelap.length > 0 || !jabat)
		return hasil('TLS-03', 'TIDAK DIUJI', 'versiTakPasti', gelap.join(', ') || '–');
	return hasil('TLS-03', 'LULUS', p.versi['TLS 1.3'] === 'diterima' ? 'versiBaik' : 'versiCukup');
}

function cekSandi(p: Protokol | null): Hasil {
	if (!p) return hasil('TLS-04', 'TIDAK DIUJI', 'tanpaTls');
	const berat = (['kosong', 'usang', 'rsa'] as const).filter((g) => p.sandi[g].terima === 'diterima');
	if (berat.length > 0)
		return hasil('TLS-04', 'GAGAL', 'sandiLemah', berat.map((g) => p.sandi[g].nama ?? g).join(', '));
	const gelap = (['kosong', 'usang', 'rsa'] as const).some((g) => p.sandi[g].terima !== 'ditolak');
	if (gelap) return hasil('TLS-04', 'TIDAK DIUJI', 'sandiTakPasti');
	const ringan = (['dhe', 'cbc'] as const).filter((g) => p.sandi[g].terima === 'diterima');
	if (ringan.length > 0)
		return hasil('TLS-04', 'INFO', 'sandiBertahap', ringan.map((g) => p.sandi[g].nama ?? g).join(', '));
	if (p.sandi.dhe.terima !== 'ditolak' || p.sandi.cbc.terima !== 'ditolak')
		return hasil('TLS-04', 'TIDAK DIUJI', 'sandiTakPasti');
	return hasil('TLS-04', 'LULUS', 'sandiBaik');
}

function cekSertifikat(
	{ sertifikat: s, rantai, namaSalah }: Jabat,
	{ target, waktu }: Fakta,
	a: Ambang,
): Hasil[] {
	const sisa = Math.floor((Date.parse(s.berlakuSampai) - waktu) / HARI);
	return [cekRantai(rantai, namaSalah, target.host, s.nama), cekMasa(s, sisa, a), cekKunci(s)];
}

const kataRantai: Record<string, Hasil['kata']> = {
	CERT_HAS_EXPIRED: 'rantaiKedaluwarsa',
	CERT_NOT_YET_VALID: 'rantaiBelumBerlaku',
	DEPTH_ZERO_SELF_SIGNED_CERT: 'rantaiMandiri',
	SELF_SIGNED_CERT_IN_CHAIN: 'rantaiAkarAsing',
	UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'rantaiPutus',
	UNABLE_TO_GET_ISSUER_CERT: 'rantaiPutus',
	UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'rantaiPutus',
};

function cekRantai(rantai: string | null, namaSalah: boolean, host: string, nama: string): Hasil {
	if (rantai !== null) {
		const kata = kataRantai[rantai] ?? 'rantaiLain';
		return hasil('TLS-05', 'GAGAL', namaSalah ? 'rantaiDanNama' : kata, namaSalah ? host : rantai, rantai);
	}
	return namaSalah
		? hasil('TLS-05', 'GAGAL', 'namaSalah', host, pendek(nama || '–'))
		: hasil('TLS-05', 'LULUS', 'rantaiBaik');
}

/** Certificates of a few days are renewed by machines: for them a third of their life counts instead of a week. */
function cekMasa(s: Jabat['sertifikat'], sisa: number, a: Ambang): Hasil {
	const tanggal = s.berlakuSampai.slice(0, 10);
	const umur = Math.floor((Date.parse(s.berlakuSampai) - Date.parse(s.berlakuDari)) / HARI);
	const kritis = umur <= a.sertifikatKritisHari + 3 ? Math.floor(umur / 3) : a.sertifikatKritisHari;
	if (sisa < 0) return hasil('TLS-06', 'GAGAL', 'masaLewat', tanggal);
	if (sisa <= kritis) return hasil('TLS-06', 'GAGAL', 'masaKritis', String(sisa), tanggal);
	return hasil(
		'TLS-06',
		sisa <= a.sertifikatWaspadaHari ? 'INFO' : 'LULUS',
		'masaSisa',
		String(sisa),
		tanggal,
	);
}

const kurvaBaik = /^(prime256v1|secp384r1|secp521r1|brainpoolP(256|384|512)[rt]1)$/;

function cekKunci({ kunci, tandaTangan }: Jabat['sertifikat']): Hasil {
	const h = (status: Hasil['status'], kata: Hasil['kata'], ...isi: string[]) =>
		hasil('TLS-07', status, kata, ...isi);
	const { jenis, bit, kurva } = kunci;
	const sebut = `${jenis.toUpperCase()} ${bit ?? kurva ?? ''}`.trim();
	if (/sha-?1\b|sha1with|withsha1|md5|md2/i.test(tandaTangan))
		return h('GAGAL', 'tandaTanganLemah', tandaTangan);
	if (jenis.startsWith('rsa')) {
		if ((bit ?? 0) < 2048) return h('GAGAL', 'kunciLemah', sebut);
		if (tandaTangan === '') return h('TIDAK DIUJI', 'tandaTanganTakTerbaca', sebut);
		return h('LULUS', (bit ?? 0) >= 3072 ? 'kunciBaik' : 'kunciBertahap', sebut);
	}
	const baik = jenis === 'ed25519' || jenis === 'ed448' || (jenis === 'ec' && kurvaBaik.test(kurva ?? ''));
	if (!baik) return h('GAGAL', 'kunciLemah', sebut);
	return tandaTangan === ''
		? h('TIDAK DIUJI', 'tandaTanganTakTerbaca', sebut)
		: h('LULUS', 'kunciBaik', sebut);
}

function cekHsts({ aman }: Fakta, a: Ambang): Hasil {
	if (!aman.ok) return hasil('TLS-08', 'TIDAK DIUJI', 'tanpaTls');
	const { respon } = aman.value;
	if (!isRespon(respon)) return hasil('TLS-08', 'TIDAK DIUJI', 'tanpaHalaman');
	const isi = header(respon, 'strict-transport-security');
	if (isi === undefined) return hasil('TLS-08', 'GAGAL', 'hstsTiada');
	const detik = readHsts(isi);
	if (detik === null) return hasil('TLS-08', 'GAGAL', 'hstsSalah', pendek(isi));
	if (detik >= a.hstsDetik) return hasil('TLS-08', 'LULUS', 'hstsBaik', String(detik));
	return hasil(
		'TLS-08',
		detik >= a.hstsLemahDetik ? 'INFO' : 'GAGAL',
		'hstsPendek',
		String(detik),
		String(a.hstsDetik),
	);
}

/** max-age in seconds; null where the header says none. */
export function readHsts(isi: string): number | null {
	const angka = /(?:^|[;,\s])max-age\s*=\s*"?(\d{1,12})"?/i.exec(isi)?.[1];
	return angka === undefined ? null : Number(angka);
}

function cekTukar(jabat: Jabat | null, p: Protokol | null): Hasil {
	if (!jabat || !p) return hasil('TLS-10', 'TIDAK DIUJI', 'tanpaTls');
	if (p.sandi.rsa.terima === 'diterima')
		return hasil('TLS-10', 'GAGAL', 'tukarRsa', p.sandi.rsa.nama ?? 'RSA');
	const sesaat = jabat.kunciSesaat;
	const dh = Math.min(
		p.dhBit ?? Number.POSITIVE_INFINITY,
		sesaat?.jenis === 'DH' ? sesaat.bit : Number.POSITIVE_INFINITY,
	);
	if (dh < 2048) return hasil('TLS-10', 'GAGAL', 'tukarDhKecil', String(dh));
	if (p.sandi.rsa.terima !== 'ditolak') return hasil('TLS-10', 'TIDAK DIUJI', 'sandiTakPasti');
	if (dh < 3072) return hasil('TLS-10', 'INFO', 'tukarDhBertahap', String(dh));
	if (sesaat === null && jabat.versi !== 'TLSv1.3')
		return hasil('TLS-10', 'GAGAL', 'tukarTanpaSesaat', jabat.sandi);
	return hasil('TLS-10', 'LULUS', 'tukarBaik', jabat.sandi);
}

function cekOcsp({ ocsp, sertifikat }: Jabat): Hasil {
	if (ocsp === 'baik') return hasil('TLS-11', 'LULUS', 'ocspBaik');
	if (ocsp === 'dicabut') return hasil('TLS-11', 'GAGAL', 'ocspDicabut');
	if (ocsp !== 'tidak_ada') return hasil('TLS-11', 'GALAT', 'ocspTakTerbaca');
	return sertifikat.ocsp
		? hasil('TLS-11', 'GAGAL', 'ocspTiada')
		: hasil('TLS-11', 'TIDAK BERLAKU', 'ocspTanpaLayanan');
}
