import { z } from 'zod';
import { readId, readTeks } from '#platform/http/read-form.ts';
import {
	daftarJenisAudit,
	daftarLembaga,
	daftarOpini,
	daftarPelaksana,
	daftarPeranTim,
	daftarPokok,
} from '../aturan/audit.rules.ts';
import { daftarEdk, daftarEfk, daftarEik } from '../aturan/opini.rules.ts';
import { daftarRisiko, daftarSikap } from '../temuan/temuan.rules.ts';

const hari = z.iso.date();
/** A day as a form sends it, between 2018 and 2100; null for anything else. */
export function bacaHari(form: FormData, nama: string): string | null {
	const isi = readTeks(form, nama, 10);
	return hari.safeParse(isi).success && isi >= '2018-01-01' && isi <= '2100-12-31' ? isi : null;
}
const teks = (form: FormData, nama: string, maks: number) => readTeks(form, nama, maks).replaceAll('\0', '');
const sebaris = (form: FormData, nama: string, maks: number) =>
	teks(form, nama, maks).replace(/\p{Cc}/gu, ' ');
const pilih = <T extends string>(form: FormData, nama: string, dari: readonly T[]): T | null =>
	dari.find((d) => d === form.get(nama)) ?? null;

/** A row of the programme; a year that is none becomes 0, which no programme takes. */
export const bacaProgram = (form: FormData) => ({
	tahun: Number(/^\d{4}$/.exec(teks(form, 'tahun', 4))?.[0] ?? 0),
	jenis: pilih(form, 'jenis', daftarJenisAudit) ?? 'keamanan',
	pelaksana: pilih(form, 'pelaksana', daftarPelaksana) ?? 'internal',
	objek: sebaris(form, 'objek', 1001),
});
export const bacaSeringkali = (form: FormData) =>
	daftarJenisAudit.filter((j) => form.getAll('umum').includes(j));

/** The form of an audit; days that are none make it end before it begins, which is refused. */
export function bacaAudit(form: FormData) {
	const pelaksana = pilih(form, 'pelaksana', daftarPelaksana) ?? 'internal';
	return {
		programId: readId(form, 'programId'),
		jenis: pilih(form, 'jenis', daftarJenisAudit) ?? 'keamanan',
		pelaksana,
		lembaga: pelaksana === 'eksternal' ? (pilih(form, 'lembaga', daftarLembaga) ?? 'lainnya') : null,
		namaLembaga: pelaksana === 'eksternal' ? sebaris(form, 'namaLembaga', 300) : '',
		judul: sebaris(form, 'judul', 300),
		tujuan: teks(form, 'tujuan', 5000),
		mulai: bacaHari(form, 'mulai') ?? '2100-12-31',
		selesai: bacaHari(form, 'selesai') ?? '2018-01-01',
	};
}
/** Milliseconds of the state that a form was made from. */
export const bacaDiubah = (form: FormData): number =>
	Number(/^\d{1,15}$/.exec(teks(form, 'diubah', 15))?.[0] ?? 0);

export const bacaTim = (form: FormData) => ({
	orangId: readId(form, 'orangId'),
	nama: sebaris(form, 'nama', 200),
	peran: pilih(form, 'peran', daftarPeranTim) ?? 'anggota',
	unitId: readId(form, 'unitId'),
	sertifikat: sebaris(form, 'sertifikat', 300),
});
export const bacaSurat = (form: FormData) => ({
	nomor: sebaris(form, 'nomor', 100),
	tanggal: bacaHari(form, 'tanggal'),
	pemberi: sebaris(form, 'pemberi', 300),
});
export const bacaOpini = (form: FormData) => ({
	pokok: daftarPokok.filter((p) => form.getAll('pokok').includes(p)),
	opini: pilih(form, 'opini', daftarOpini),
	alasan: teks(form, 'alasan', 5000),
	kesimpulan: teks(form, 'kesimpulan', 10_000),
});
export const bacaKertas = (form: FormData) => ({
	versi: Number(/^\d{1,9}$/.exec(teks(form, 'versi', 9))?.[0] ?? -1),
	edk: pilih(form, 'edk', daftarEdk),
	eik: pilih(form, 'eik', daftarEik),
	efk: pilih(form, 'efk', daftarEfk),
	diperiksa: teks(form, 'diperiksa', 5000),
	sampel: teks(form, 'sampel', 2000),
	catatan: teks(form, 'catatan', 5000),
	tautan: teks(form, 'tautan', 2000),
});
export const bacaMinta = (form: FormData) => ({
	unitId: readId(form, 'unitId') ?? 0,
	kriteriaId: readId(form, 'kriteriaId'),
	isi: teks(form, 'isi', 5000),
	tenggat: bacaHari(form, 'tenggat'),
});
export const bacaTemuan = (form: FormData) => ({
	judul: sebaris(form, 'judul', 300),
	kondisi: teks(form, 'kondisi', 10_000),
	kriteria: teks(form, 'kriteria', 5000),
	kriteriaId: readId(form, 'kriteriaId'),
	sebab: teks(form, 'sebab', 5000),
	akibat: teks(form, 'akibat', 5000),
	rekomendasi: teks(form, 'rekomendasi', 10_000),
	risiko: pilih(form, 'risiko', daftarRisiko) ?? 'sedang',
	unitId: readId(form, 'unitId'),
	orangId: readId(form, 'orangId'),
	tenggat: bacaHari(form, 'tenggat') ?? '1900-01-01',
});
export const bacaTanggapan = (form: FormData) => ({
	sikap: pilih(form, 'sikap', daftarSikap),
	tanggapan: teks(form, 'tanggapan', 10_000),
	rencanaAksi: teks(form, 'rencanaAksi', 10_000),
});

/** What was typed, to stand there again after a refusal. */
export const isianUlang = (form: FormData): Record<string, string> =>
	Object.fromEntries(
		[...new Set(form.keys())]
			.filter((k) => /^[a-z]/i.test(k)) // a field of this name would become the object's prototype: "__proto__"
			.slice(0, 40)
			.map((k) => [k, form.getAll(k).map(String).join(' ').slice(0, 10_000)]),
	);
