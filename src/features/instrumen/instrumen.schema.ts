import { z } from 'zod';
import type { Instrumen } from '#scoring/instrumen.ts';
import { dasarHukumSchema, sumberSchema } from './dasar-hukum.schema.ts';
import { aspekSchema, domainSchema, type jenisSchema } from './indikator.schema.ts';
import { daftarTeks, opsional, perseratus, tahun, tanggalAtauBulan, teks, tingkat } from './isian.schema.ts';

export const FORMAT_INSTRUMEN = 'matang-instrumen/1';

const kunciTahun = z.string().regex(/^\d{4}$/, 'kuncinya harus tahun empat angka');
const angkaCetak = z.string().regex(/^\d\.\d{2}$/, 'harus teks angka dua desimal bertitik, misalnya "2.60"');
const aturanPredikat = z.enum(['persis', 'terbulatkan']);

const pitaSchema = z.strictObject({
	nama: teks,
	min: perseratus,
	maks: perseratus,
	maksTermasuk: z.boolean(),
	/** Stage of maturity that the band stands for, where the regulation names one (Pemdi). */
	tahap: opsional(z.strictObject({ nama: teks, en: teks })),
});

const predikatSchema = z.strictObject({
	aturan: aturanPredikat,
	aturanTahun: z.record(kunciTahun, aturanPredikat),
	alasanTahun: z.record(kunciTahun, teks),
	kepastian: teks,
	pita: z.array(pitaSchema).min(1).max(20),
});

/** A family of levels: names and, where indicators have none of their own, general criteria. */
const keluargaSchema = z.strictObject({
	nama: teks,
	namaTerverifikasi: z.boolean(),
	tingkat: tingkat(
		z.strictObject({
			nama: opsional(teks),
			en: opsional(teks),
			alias: opsional(daftarTeks),
			kriteria: opsional(teks),
		}),
	),
	catatan: daftarTeks,
});

const profilBuktiSchema = z.strictObject({
	nama: teks,
	tingkat: tingkat(daftarTeks),
	/** What keeps a level that was reached in an earlier year. */
	mempertahankan: tingkat(daftarTeks),
	catatan: daftarTeks,
});

const aturanPenjelasanSchema = z.strictObject({
	internal: daftarTeks,
	eksternal: daftarTeks,
	penamaanBerkas: teks,
	timReviu: teks,
	layanan: teks,
	kekuatanKelemahan: teks,
});

const aturanLintasSchema = z.strictObject({
	membatasiNilai: z.boolean(),
	catatan: daftarTeks,
	kaitan: z.array(
		z.strictObject({
			indikator: daftarTeks,
			syarat: daftarTeks,
			/** bukti: its evidence rests on that of `syarat`; berbeda: it must be something else than `syarat`. */
			sifat: z.enum(['bukti', 'berbeda']),
			alasan: teks,
		}),
	),
});

const jadwalSchema = z.strictObject({
	tahun,
	kegiatan: teks,
	mulai: opsional(tanggalAtauBulan),
	selesai: opsional(tanggalAtauBulan),
	perkiraan: z.boolean(),
	sumber: teks,
});

/** A published result that the weights reproduce; decimal strings as printed. */
const validasiSchema = z.strictObject({
	instansi: teks,
	tahun,
	aspek: z.record(z.string(), angkaCetak),
	domain: z.record(z.string(), angkaCetak),
	indeks: angkaCetak,
});

/** One instrument file. Weights in the file's own units, scale and bands in hundredths of a level. */
export const instrumenSchema = z.strictObject({
	format: z.literal(FORMAT_INSTRUMEN),
	id: z
		.string()
		.max(100)
		.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'harus huruf kecil, angka, dan tanda hubung, misalnya spbe-2020'),
	versi: z.int().min(1),
	nama: teks,
	singkatan: teks,
	tahun: z.array(tahun).min(1).max(101),
	bahasa: z.enum(['id', 'en']),
	dasarHukum: dasarHukumSchema,
	statusNaskah: teks,
	ketidakpastian: daftarTeks,
	sumber: z.array(sumberSchema),
	skala: z.strictObject({
		min: perseratus,
		maks: perseratus,
		desimal: z.literal([0, 1, 2]),
		catatan: opsional(teks),
	}),
	satuanBobot: z.strictObject({ total: z.int().min(1), perPersen: z.int().min(1), catatan: opsional(teks) }),
	pembulatan: z.strictObject({
		desimal: z.literal(2),
		cara: z.literal('setengah_ke_atas'),
		dasar: opsional(teks),
		saat: opsional(teks),
	}),
	predikat: predikatSchema,
	/** Printed targets, in hundredths of a level. */
	target: opsional(z.strictObject({ indeks: perseratus, indikator: perseratus, catatan: teks })),
	rumus: z.strictObject({ aspek: teks, domain: opsional(teks), indeks: teks, catatan: daftarTeks }),
	/** Level n presupposes level n−1; absent where the sources do not say. */
	tingkatKumulatif: opsional(z.boolean()),
	keluargaTingkat: z.record(teks, keluargaSchema),
	profilBukti: z.record(teks, profilBuktiSchema),
	aturanPenjelasan: opsional(aturanPenjelasanSchema),
	aturanLintasIndikator: opsional(aturanLintasSchema),
	aturanTetap: opsional(daftarTeks),
	alur: opsional(daftarTeks),
	peran: opsional(daftarTeks),
	jadwal: opsional(z.array(jadwalSchema)),
	aplikasi: opsional(z.array(z.strictObject({ nama: teks, keterangan: teks }))),
	validasi: opsional(z.array(validasiSchema)),
	domain: z.array(domainSchema),
	aspek: z.array(aspekSchema),
});

/** An instrument with everything a reader needs; the scoring core takes it as its own `Instrumen`. */
export interface InstrumenLengkap extends Instrumen, z.infer<typeof instrumenSchema> {
	skala: z.infer<typeof instrumenSchema>['skala'];
	satuanBobot: z.infer<typeof instrumenSchema>['satuanBobot'];
	pembulatan: z.infer<typeof instrumenSchema>['pembulatan'];
	predikat: z.infer<typeof instrumenSchema>['predikat'];
	domain: DomainLengkap[];
	aspek: AspekLengkap[];
}
export type DomainLengkap = z.infer<typeof domainSchema>;
export type AspekLengkap = z.infer<typeof aspekSchema>;
export type IndikatorLengkap = AspekLengkap['indikator'][number];
export type KeluargaTingkat = z.infer<typeof keluargaSchema>;
export type Pedoman = InstrumenLengkap['dasarHukum']['pedoman'][number];
export type JenisIndikator = z.infer<typeof jenisSchema>;
