import type { KodeMasalah } from './import-masalah.ts';
import { kutip } from './import-masalah.ts';

export type BacaSel<T> = { ok: true; nilai: T } | { ok: false; kode: KodeMasalah; pesan: string };

/**
 * A figure from 0 to 5 with at most two decimals, decimal point or comma, as hundredths.
 * "3,05" and "3.05" → 305.
 */
export function bacaAngka(teks: string): BacaSel<number> {
	if (teks.startsWith('tanggal '))
		return salah(
			'bukan_angka',
			`berisi ${teks}, mungkin angka yang diubah Excel menjadi tanggal; yang diharapkan angka seperti 3,05`,
		);
	const cocok = /^(-?)(\d{1,9})(?:[.,](\d{1,20}))?$/.exec(teks);
	if (!cocok) return salah('bukan_angka', `${kutip(teks)} bukan angka; yang diharapkan angka seperti 3,05`);
	const [, minus = '', bulat = '', desimal = ''] = cocok;
	if (minus !== '' || Number(bulat) > 5 || (Number(bulat) === 5 && /[1-9]/.test(desimal)))
		return salah('angka_di_luar_batas', `${kutip(teks)} di luar batas; yang diharapkan 0,00 sampai 5,00`);
	if (desimal.length > 2)
		return salah(
			'desimal_terlalu_banyak',
			`${kutip(teks)} berdesimal ${desimal.length} angka; yang diharapkan paling banyak dua, seperti diumumkan`,
		);
	return { ok: true, nilai: Number(bulat) * 100 + Number(desimal.padEnd(2, '0')) };
}

/** Four digits, no later than the present year. */
export function bacaTahun(teks: string, tahunKini: number): BacaSel<number> {
	if (!/^\d{4}$/.test(teks))
		return salah(
			'tahun_tidak_dikenal',
			`${kutip(teks)} bukan tahun; yang diharapkan empat angka seperti 2024`,
		);
	const tahun = Number(teks);
	if (tahun > tahunKini)
		return salah('tahun_tidak_dikenal', `tahun ${tahun} belum terjadi; sekarang tahun ${tahunKini}`);
	return { ok: true, nilai: tahun };
}

function salah<T>(kode: KodeMasalah, pesan: string): BacaSel<T> {
	return { ok: false, kode, pesan };
}
