import type { Kolom } from './berkas-tabel.rules.ts';
import type { HasilTahun, IdentitasInstansi } from './instansi-hasil.schema.ts';
import { tulisAngka } from './tulis-angka.ts';

/** One line of the download: the index or a node of one year. Values are decimal strings with a point. */
export interface BarisUnduh {
	slug: string;
	instansi: string;
	jenis: string;
	provinsi: string;
	tahun: number;
	instrumen: string;
	simpul: string;
	namaSimpul: string;
	asal: 'diumumkan' | 'turunan' | 'rentang';
	nilaiMin: string;
	nilaiMaks: string;
	bobotPersen: string;
	poinHilangMin: string;
	poinHilangMaks: string;
	predikat: string;
	asalPredikat: string;
	status: string;
	alasan: string;
	sumber: string;
	catatan: string;
}

/** Columns in the order of the file. */
export const KOLOM_UNDUH = [
	['slug', 'slug'],
	['instansi', 'instansi'],
	['jenis', 'jenis'],
	['provinsi', 'provinsi'],
	['tahun', 'tahun', 'bulat'],
	['instrumen', 'instrumen'],
	['simpul', 'simpul'],
	['nama_simpul', 'namaSimpul'],
	['asal', 'asal'],
	['nilai_min', 'nilaiMin', 'desimal'],
	['nilai_maks', 'nilaiMaks', 'desimal'],
	['bobot_persen', 'bobotPersen', 'desimal'],
	['poin_hilang_min', 'poinHilangMin', 'desimal'],
	['poin_hilang_maks', 'poinHilangMaks', 'desimal'],
	['predikat', 'predikat'],
	['asal_predikat', 'asalPredikat'],
	['status', 'status'],
	['alasan', 'alasan'],
	['sumber', 'sumber'],
	['catatan', 'catatan'],
] as const satisfies readonly Kolom<BarisUnduh>[];

/** The index and every known node of a year, published and derived, one line each. */
export function susunBaris(instansi: IdentitasInstansi, hasil: HasilTahun): BarisUnduh[] {
	const dasar = {
		slug: instansi.slug,
		instansi: instansi.nama,
		jenis: instansi.jenis,
		provinsi: instansi.provinsi ?? '',
		tahun: hasil.tahun,
		instrumen: hasil.instrumen.id,
		status: hasil.status,
		alasan: hasil.alasan ?? '',
	};
	const indeks: BarisUnduh = {
		...dasar,
		simpul: 'indeks',
		namaSimpul: `Indeks ${hasil.instrumen.jenisIndeks}`,
		asal: 'diumumkan',
		nilaiMin: tulisAngka(hasil.indeks),
		nilaiMaks: tulisAngka(hasil.indeks),
		bobotPersen: '100.00',
		poinHilangMin: tulisAngka(hasil.instrumen.puncak - hasil.indeks),
		poinHilangMaks: tulisAngka(hasil.instrumen.puncak - hasil.indeks),
		predikat: hasil.predikat,
		asalPredikat: hasil.predikatTurunan ? 'turunan' : 'diumumkan',
		sumber: hasil.sumber,
		catatan: hasil.catatan ?? '',
	};
	const simpul = hasil.simpul.map(
		(s): BarisUnduh => ({
			...dasar,
			simpul: s.id,
			namaSimpul: s.nama,
			asal: s.asal,
			nilaiMin: tulisAngka(s.min),
			nilaiMaks: tulisAngka(s.maks),
			bobotPersen: tulisAngka(s.bobot),
			poinHilangMin: tulisAngka(s.hilangMin),
			poinHilangMaks: tulisAngka(s.hilangMaks),
			predikat: '',
			asalPredikat: '',
			sumber: s.sumber ?? '',
			catatan: '',
		}),
	);
	return [indeks, ...simpul];
}
