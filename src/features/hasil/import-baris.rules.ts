import type { PencariInstansi } from '#features/instansi/cari-instansi.rules.ts';
import { isDaerah, kunciNama } from '#features/instansi/instansi.rules.ts';
import { daftarJenis } from '#features/instansi/instansi.schema.ts';
import type { Instrumen } from '#scoring/instrumen.ts';
import {
	daftarKolomDomain,
	type HasilTerbit,
	type KolomResmi,
	type NasionalTerbit,
	PREDIKAT_DITURUNKAN,
	simpulDomain,
} from './hasil.schema.ts';
import { predikatTampil } from './hasil-predikat.rules.ts';
import { periksaBentuk } from './import-bentuk.rules.ts';
import type { PetaKolom } from './import-kolom.rules.ts';
import type { BarisLembar } from './import-lembar.ts';
import { type KodeMasalah, kutip, type Masalah } from './import-masalah.ts';
import { bacaAngka, bacaTahun } from './import-sel.rules.ts';

export interface KonteksBaris {
	peta: PetaKolom;
	instansi: PencariInstansi;
	instrumen: (tahun: number) => Instrumen | undefined;
	tahunKini: number;
	/** Institutions of the centre that are not known are made. */
	instansiBaru: boolean;
}

export type BarisDibaca =
	| { ok: true; jenis: 'hasil'; nomor: number; isi: Omit<HasilTerbit, 'instansiId'>; instansi: NamaInstansi }
	| { ok: true; jenis: 'nasional'; nomor: number; isi: NasionalTerbit }
	| { ok: false; nomor: number; masalah: Masalah[] };

/** A known institution, or one to be made. */
export type NamaInstansi = { id: number; nama: string } | { id: null; nama: string; jenis: string };

interface Pembaca {
	teks: (kolom: KolomResmi) => string;
	salah: (kolom: string | null, kode: KodeMasalah, pesan: string) => void;
	masalah: Masalah[];
}

/** Reads one row; every problem of the row is told, not only the first. */
export function bacaBaris(baris: BarisLembar, konteks: KonteksBaris, terakhir: boolean): BarisDibaca {
	const bentuk = periksaBentuk(baris, konteks.peta, terakhir);
	if (bentuk.length > 0) return { ok: false, nomor: baris.nomor, masalah: bentuk };
	const pembaca = buatPembaca(baris, konteks.peta);
	const jenis = pembaca.teks('type').toLowerCase();
	const tahun = bacaTahunBaris(pembaca, konteks);
	const nilai = tahun ? bacaNilai(pembaca, baris, konteks, tahun.instrumen) : {};
	const instansi = jenis === 'nasional' ? null : bacaInstansi(pembaca, konteks, jenis);
	const predikat = tahun ? bacaPredikatBaris(pembaca, tahun.instrumen, nilai.indeks) : null;
	const sumber = bacaWajib(pembaca, 'source');
	const { masalah } = pembaca;
	if (masalah.length > 0 || !tahun || nilai.indeks === undefined || sumber === null)
		return { ok: false, nomor: baris.nomor, masalah };
	const dasar = { tahun: tahun.nilai, instrumen: tahun.instrumen.id, sumber };
	const catatan = pembaca.teks('note') || null;
	if (!instansi || !predikat) {
		const isi = { ...dasar, catatan, nilai: nilai as Record<string, number> };
		return { ok: true, jenis: 'nasional', nomor: baris.nomor, isi };
	}
	const { indeks, ...simpul } = nilai;
	const isi = { ...dasar, indeks, ...predikat, nilai: simpul as Record<string, number> };
	return {
		ok: true,
		jenis: 'hasil',
		nomor: baris.nomor,
		instansi,
		isi: { ...isi, catatan: catatanPredikat(catatan, predikat.predikatTurunan) },
	};
}

function buatPembaca({ nomor, sel }: BarisLembar, peta: PetaKolom): Pembaca {
	const masalah: Masalah[] = [];
	return {
		masalah,
		teks: (kolom) => lepaskan(sel[peta.resmi[kolom]] ?? ''),
		salah: (kolom, kode, pesan) => {
			masalah.push({ baris: nomor, kolom, kode, pesan: `${pesan}.` });
		},
	};
}

/** The apostrophe by which an export keeps text from being run as a formula is no part of the text. */
function lepaskan(isi: string): string {
	return /^'[=+\-@\t\r]/.test(isi) ? isi.slice(1) : isi;
}

function bacaWajib({ teks, salah }: Pembaca, kolom: KolomResmi): string | null {
	const isi = teks(kolom);
	if (isi === '') salah(kolom, 'wajib_diisi', 'kosong; wajib diisi');
	return isi === '' ? null : isi;
}

function bacaTahunBaris(pembaca: Pembaca, konteks: KonteksBaris) {
	const isi = bacaWajib(pembaca, 'year');
	if (isi === null) return null;
	const tahun = bacaTahun(isi, konteks.tahunKini);
	if (!tahun.ok) {
		pembaca.salah('year', tahun.kode, tahun.pesan);
		return null;
	}
	const instrumen = konteks.instrumen(tahun.nilai);
	if (!instrumen)
		pembaca.salah('year', 'tahun_tidak_dikenal', `tidak ada instrumen untuk tahun ${tahun.nilai}`);
	return instrumen ? { nilai: tahun.nilai, instrumen } : null;
}

function bacaNilai(pembaca: Pembaca, baris: BarisLembar, { peta }: KonteksBaris, instrumen: Instrumen) {
	const nilai: Record<string, number> & { indeks?: number } = {};
	const ambil = (kolom: string, id: string | undefined, isi: string) => {
		if (isi === '') return;
		if (id === undefined)
			return pembaca.salah(
				kolom,
				'simpul_tidak_ada',
				`berisi ${kutip(isi)}, padahal instrumen ${instrumen.id} tidak mempunyainya; kosongkan`,
			);
		const angka = bacaAngka(isi);
		if (angka.ok) nilai[id] = angka.nilai;
		else pembaca.salah(kolom, angka.kode, angka.pesan);
	};
	ambil('index', 'indeks', bacaWajib(pembaca, 'index') ?? '');
	for (const kolom of daftarKolomDomain) ambil(kolom, simpulDomain(kolom, instrumen), pembaca.teks(kolom));
	for (const { kolom, id, letak } of peta.simpul)
		ambil(kolom, adaSimpul(instrumen, id) ? id : undefined, baris.sel[letak] ?? '');
	return nilai;
}

function adaSimpul(instrumen: Instrumen, id: string): boolean {
	const aspek = [...instrumen.domain.flatMap((d) => d.aspek), ...instrumen.aspek];
	return aspek.some((a) => a.id === id || a.indikator.some((i) => i.id === id));
}

function bacaInstansi(pembaca: Pembaca, konteks: KonteksBaris, jenis: string): NamaInstansi | null {
	const nama = bacaWajib(pembaca, 'institution');
	if (!daftarJenis.some((j) => j === jenis)) {
		const harap = [...daftarJenis, 'nasional'].join(', ');
		pembaca.salah('type', 'jenis_tidak_dikenal', `${kutip(jenis)} tidak dikenal; yang diharapkan ${harap}`);
		return null;
	}
	if (nama === null) return null;
	const ada = konteks.instansi.cari(nama);
	if (!ada) return bacaBaru(pembaca, konteks, nama, jenis);
	if (ada.jenis !== jenis)
		pembaca.salah('type', 'jenis_tidak_cocok', `${kutip(jenis)}, padahal ${ada.nama} adalah ${ada.jenis}`);
	periksaProvinsi(pembaca, ada.nama, ada.provinsi);
	return { id: ada.id, nama: ada.nama };
}

function bacaBaru(pembaca: Pembaca, konteks: KonteksBaris, nama: string, jenis: string): NamaInstansi | null {
	if (konteks.instansiBaru && !isDaerah(jenis)) {
		periksaProvinsi(pembaca, nama, null);
		return { id: null, nama, jenis };
	}
	const mirip = konteks.instansi.saran(nama);
	const saran = mirip.length > 0 ? `; yang mirip: ${mirip.join(', ')}` : '';
	const baru = isDaerah(jenis) ? '' : '; bila memang instansi baru, izinkan instansi baru';
	pembaca.salah(
		'institution',
		'instansi_tidak_dikenal',
		`${kutip(nama)} tidak dikenal; yang diharapkan nama instansi seperti pada daftar resmi${saran}${baru}`,
	);
	return null;
}

function periksaProvinsi({ teks, salah }: Pembaca, nama: string, provinsi: string | null): void {
	const isi = teks('province');
	if (isi === '' || (provinsi !== null && kunciNama(isi) === kunciNama(provinsi))) return;
	const harap = provinsi === null ? 'kosong, karena bukan instansi daerah' : kutip(provinsi);
	salah('province', 'provinsi_tidak_cocok', `${kutip(isi)} untuk ${nama}; yang diharapkan ${harap}`);
}

function bacaPredikatBaris({ teks, salah }: Pembaca, instrumen: Instrumen, indeks: number | undefined) {
	const isi = teks('predicate');
	const diturunkan = teks('note').includes(PREDIKAT_DITURUNKAN);
	if (isi === '')
		return { predikat: indeks === undefined ? '' : predikatTampil(instrumen, indeks), predikatTurunan: true };
	const pita = instrumen.predikat.pita.find((p) => kunciNama(p.nama) === kunciNama(isi));
	if (!pita) {
		const harap = instrumen.predikat.pita.map((p) => p.nama).join(', ');
		salah('predicate', 'predikat_tidak_dikenal', `${kutip(isi)} tidak dikenal; yang diharapkan ${harap}`);
		return null;
	}
	return { predikat: pita.nama, predikatTurunan: diturunkan };
}

/** The note says that a predicate is derived, so that an exported list imports as the same. */
function catatanPredikat(catatan: string | null, turunan: boolean): string | null {
	if (!turunan || catatan?.includes(PREDIKAT_DITURUNKAN)) return catatan;
	return catatan ? `${catatan}; ${PREDIKAT_DITURUNKAN}` : PREDIKAT_DITURUNKAN;
}
