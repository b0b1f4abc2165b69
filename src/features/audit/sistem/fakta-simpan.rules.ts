import type { Catatan } from '../periksa/alat.ts';
import { type Fakta, isRespon } from '../periksa/fakta.rules.ts';

/** What is kept of what was fetched: nothing of pages, nothing of cookies but their names. */
export function faktaSimpan(f: Fakta): object {
	const respon = f.aman.ok ? f.aman.value.respon : null;
	return {
		alamatDitolak: f.alamatDitolak,
		protokol: f.protokol,
		jabat: f.aman.ok ? f.aman.value.jabat : null,
		status: isRespon(respon) ? respon.status : null,
		header: isRespon(respon)
			? respon.header
					.slice(0, 60)
					.map(([n, v]) => [n.slice(0, 80), n === 'set-cookie' ? tanpaNilai(v) : v.slice(0, 500)])
			: [],
	};
}

const tanpaNilai = (isi: string) => isi.replace(/=[^;]*/, '=…').slice(0, 300);

/** The connections as one text, whose digest stands in the activity log; the order of keys in storage does not matter. */
export const barisSambungan = (daftar: readonly Catatan[]): string =>
	daftar.map((c) => [c.waktu, c.ke, c.untuk, c.guna, c.hasil, c.sebab ?? ''].join('\t')).join('\n');

/** Day on which the certificate ends; null where none was shown. */
export const sertifikatSampai = (f: Fakta): string | null =>
	f.aman.ok ? f.aman.value.jabat.sertifikat.berlakuSampai.slice(0, 10) : null;
