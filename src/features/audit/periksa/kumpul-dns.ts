import type { Alat } from './alat.ts';
import { ambilAman, type Respon } from './ambil.ts';
import { type JawabanDns, tanyaDns } from './dns.ts';
import type { FaktaDns } from './fakta.rules.ts';
import { canPeriksa } from './izin-periksa.rules.ts';
import type { Gagal } from './sambung.ts';
import { tujukan } from './tuju.ts';

/** What the configured resolver says about a name and the domain it belongs to. */
export async function kumpulDns(alat: Alat, host: string, domain: string): Promise<FaktaDns> {
	const alamat = await tanyaDns(alat, host, 'A', 'DNS-02');
	if (alamat.keadaan === 'gagal') return await kumpulGagal(alat, host, domain, alamat);
	const cname = await tanyaDns(alat, host, 'CNAME', 'DNS-06');
	const mx = await tanyaDns(alat, domain, 'MX', 'DNS-08');
	const mtaSts = mx.keadaan === 'ada' ? await tanyaDns(alat, `_mta-sts.${domain}`, 'TXT', 'DNS-08') : mx;
	return {
		domain,
		alamat,
		alamatTanpaPeriksa: null,
		ds: alamat.sah ? null : await tanyaDns(alat, domain, 'DS', 'DNS-02'),
		caa: await naik(alat, host, domain, 'CAA', 'DNS-01'),
		cname,
		sasaranCname: await cariSasaran(alat, cname),
		mx,
		spf: await tanyaDns(alat, domain, 'TXT', 'DNS-03'),
		dmarc: await tanyaDns(alat, `_dmarc.${domain}`, 'TXT', 'DNS-04'),
		mtaSts,
		kebijakanMtaSts: mtaSts.keadaan === 'ada' ? await ambilKebijakan(alat, `mta-sts.${domain}`) : null,
	};
}

/** A resolver that fails for one name is asked little more: whether it would answer without validating. */
async function kumpulGagal(alat: Alat, host: string, domain: string, alamat: JawabanDns): Promise<FaktaDns> {
	const alamatTanpaPeriksa = await tanyaDns(alat, host, 'A', 'DNS-02', true);
	const spf = await tanyaDns(alat, domain, 'TXT', 'DNS-03');
	const kosong = {
		domain,
		alamat,
		alamatTanpaPeriksa,
		ds: null,
		caa: alamat,
		cname: alamat,
		sasaranCname: null,
	};
	return { ...kosong, mx: alamat, spf, dmarc: alamat, mtaSts: alamat, kebijakanMtaSts: null };
}

/** The name's own records, or those of the next one above it that has any. */
async function naik(
	alat: Alat,
	host: string,
	domain: string,
	jenis: 'CAA',
	guna: string,
): Promise<JawabanDns> {
	for (let nama = host; ; nama = nama.slice(nama.indexOf('.') + 1)) {
		const jawab = await tanyaDns(alat, nama, jenis, guna);
		if (
			jawab.keadaan === 'ada' ||
			jawab.keadaan === 'gagal' ||
			nama === domain ||
			!nama.endsWith(`.${domain}`)
		)
			return jawab;
	}
}

async function cariSasaran(alat: Alat, cname: JawabanDns): Promise<JawabanDns | null> {
	const [satu] = cname.keadaan === 'ada' ? cname.jawaban : [];
	return satu?.type === 'CNAME' ? await tanyaDns(alat, satu.data, 'A', 'DNS-06') : null;
}

/** The policy lies on a host of its own: only where the permit covers that host. */
async function ambilKebijakan(alat: Alat, host: string): Promise<Respon | Gagal | null> {
	const target = { host, porta: 443 };
	const hari = alat.clock().toISOString().slice(0, 10);
	if (canPeriksa(alat.izin, target, hari).ok === false) return null;
	const tuju = await tujukan(alat, target);
	if (!tuju.ok) return null;
	const hasil = await ambilAman(alat, tuju.tujuan, 'DNS-08', {
		metode: 'GET',
		jalur: '/.well-known/mta-sts.txt',
	});
	return hasil.ok ? hasil.value.respon : hasil;
}
