import { kolomResmi } from './hasil.schema.ts';
import type { PetaKolom } from './import-kolom.rules.ts';
import type { BarisLembar } from './import-lembar.ts';
import { kutip, type Masalah } from './import-masalah.ts';

const TEKS_TERPANJANG = 1000;
const NAMA_TERPANJANG = 200;

/** Whether a row has the header's width and readable text at all. */
export function periksaBentuk(baris: BarisLembar, peta: PetaKolom, terakhir: boolean): Masalah[] {
	const { nomor, sel } = baris;
	const lapor = (kolom: string | null, kode: Masalah['kode'], pesan: string): Masalah[] => [
		{ baris: nomor, kolom, kode, pesan },
	];
	const harap = `yang diharapkan ${peta.lebar} seperti kepala tabel`;
	if (sel.length < peta.lebar)
		return lapor(
			null,
			terakhir ? 'berkas_terpotong' : 'kolom_kurang',
			`Baris hanya memuat ${sel.length} kolom; ${harap}.${terakhir ? ' Ini baris terakhir: berkas tampaknya terpotong.' : ''}`,
		);
	if (sel.length > peta.lebar)
		return lapor(
			null,
			'kolom_lebih',
			`Baris memuat ${sel.length} kolom; ${harap}. Teks atau angka yang memuat pemisah kolom harus diapit tanda kutip.`,
		);
	return kolomResmi.flatMap((kolom) => periksaTeks(lapor, kolom, sel[peta.resmi[kolom]] ?? ''));
}

function periksaTeks(
	lapor: (kolom: string, kode: Masalah['kode'], pesan: string) => Masalah[],
	kolom: string,
	isi: string,
): Masalah[] {
	const batas = kolom === 'institution' ? NAMA_TERPANJANG : TEKS_TERPANJANG;
	if (isi.length > batas)
		return lapor(
			kolom,
			'teks_terlalu_panjang',
			`${isi.length} huruf; yang diharapkan paling banyak ${batas}.`,
		);
	if (isRusak(isi))
		return lapor(
			kolom,
			'huruf_rusak',
			`${kutip(isi)} memuat huruf yang rusak; ketik ulang, atau simpan ulang berkas asalnya sebagai UTF-8.`,
		);
	return [];
}

/** Control characters, the replacement character, and halves of surrogate pairs: no text of a name or a source. */
function isRusak(isi: string): boolean {
	return !isi.isWellFormed() || /[^\P{Cc}\n\t]|\uFFFD/u.test(isi);
}
