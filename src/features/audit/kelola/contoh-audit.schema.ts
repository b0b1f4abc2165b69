import { z } from 'zod';
import { daftarJenisAudit, daftarPelaksana } from './aturan/audit.rules.ts';
import { daftarEdk, daftarEfk, daftarEik } from './aturan/opini.rules.ts';
import { daftarRisiko } from './temuan/temuan.rules.ts';

const hariLain = z.int().min(-1000).max(1000);
/** The invented audits of the demonstration; days count from today, years from this year. */
export const contohAuditSchema = z.strictObject({
	pedoman: z.strictObject({
		nomor: z.string(),
		judul: z.string(),
		tanggal: z.iso.date(),
		pasal: z.record(z.string(), z.string()),
	}),
	program: z.array(
		z.strictObject({
			tahun: z.int(),
			jenis: z.enum(daftarJenisAudit),
			pelaksana: z.enum(daftarPelaksana),
			objek: z.string(),
		}),
	),
	judul: z.string(),
	tujuan: z.string(),
	mulai: hariLain,
	selesai: hariLain,
	dilaporkan: hariLain,
	suratTugas: z.string(),
	pemberi: z.string(),
	lingkup: z.array(z.strictObject({ nama: z.string(), unit: z.string() })),
	tim: z.array(z.strictObject({ nama: z.string(), ketua: z.boolean() })),
	kriteria: z.array(
		z.strictObject({
			kode: z.string(),
			edk: z.enum(daftarEdk),
			eik: z.enum(daftarEik).nullable(),
			efk: z.enum(daftarEfk),
			diperiksa: z.string(),
			sampel: z.string(),
		}),
	),
	kesimpulan: z.string(),
	alasan: z.string(),
	opini: z.enum(['M', 'PP', 'TM']),
	reviu: z.string(),
	permintaan: z.strictObject({ unit: z.string(), isi: z.string(), jawaban: z.string() }),
	temuan: z.array(
		z.strictObject({
			judul: z.string(),
			kondisi: z.string(),
			kriteria: z.string(),
			sebab: z.string(),
			akibat: z.string(),
			rekomendasi: z.string(),
			risiko: z.enum(daftarRisiko),
			unit: z.string(),
			tenggat: hariLain,
			tanggapan: z.string(),
			aksi: z.string(),
			/** What was done, where it is closed. */
			bukti: z.string().optional(),
		}),
	),
});
