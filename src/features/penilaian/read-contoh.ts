import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { peranSchema } from '#features/akun/akun.schema.ts';
import { daftarAlasan } from '#features/bukti/bukti.rules.ts';
import { daftarJenisUnit } from '#features/instansi/unit.rules.ts';
import { daftarJenisDokumen, daftarStatusDokumen } from '#features/kebijakan/kebijakan.rules.ts';
import { daftarMuatan } from '#features/rencana/peta/peta.rules.ts';

const hariLain = z.int().min(-1000).max(1000);
/** Days count from today, years from this year; money in rupiah. */
const rencanaSchema = z.strictObject({
	tindakan: z.array(
		z.strictObject({
			judul: z.string(),
			indikator: z.string(),
			dari: z.int(),
			ke: z.int(),
			unit: z.string().optional(),
			mulai: hariLain,
			tenggat: hariLain,
			keadaan: z.enum(['belum', 'berjalan', 'selesai']),
			kemajuan: z.int(),
			bukti: z.string(),
			subKegiatan: z.string(),
			pagu: z.int().optional(),
			realisasi: z.int().optional(),
			tonggak: z.array(z.strictObject({ nama: z.string(), hari: hariLain, selesai: z.boolean() })),
			/** Places in this list of the actions it waits for. */
			menunggu: z.array(z.int()),
		}),
	),
	peta: z.array(
		z.strictObject({
			tahun: z.int(),
			muatan: z.enum(daftarMuatan),
			judul: z.string(),
			unit: z.string().optional(),
			kebutuhan: z.int(),
			anggaran: z.int().optional(),
			subKegiatan: z.string(),
		}),
	),
});

const auditSchema = z.strictObject({
	sistem: z.array(
		z.strictObject({
			nama: z.string(),
			uraian: z.string(),
			unit: z.string(),
			kekritisan: z.enum(['rendah', 'sedang', 'tinggi', 'sangat_tinggi']),
			kelasData: z.enum(['terbuka', 'terbatas', 'rahasia', 'sangat_rahasia']),
			kategori: z.enum(['rendah', 'tinggi', 'strategis']).nullable(),
			alamat: z.array(z.string()),
		}),
	),
	izin: z.strictObject({
		nomor: z.string(),
		pemberi: z.string(),
		hari: z.int(),
		sasaran: z.array(z.string()),
	}),
});

const contohSchema = z.strictObject({
	keterangan: z.string(),
	nama: z.string(),
	slug: z.string(),
	wilayah: z.string(),
	dinas: z.array(z.tuple([z.enum(daftarJenisUnit), z.string()])),
	orang: z.array(z.strictObject({ nama: z.string(), peran: peranSchema, unit: z.string().optional() })),
	nilai2022: z.array(z.int().min(1).max(5)).length(47),
	tugas: z.array(z.strictObject({ unit: z.string(), indikator: z.array(z.string()) })),
	kebijakan: z.array(
		z.strictObject({
			indikator: z.string(),
			jenis: z.enum(daftarJenisDokumen),
			nomor: z.string(),
			judul: z.string(),
			status: z.enum(daftarStatusDokumen),
			tanggal: z.iso.date().nullable(),
			pasal: z.record(z.string(), z.string()),
			reviu: z
				.strictObject({ bulanLalu: z.int().min(1), temuan: z.string(), rekomendasi: z.string() })
				.optional(),
		}),
	),
	notula: z.strictObject({
		hariLalu: z.int().min(0),
		judul: z.string(),
		tempat: z.string(),
		agenda: z.string(),
		hadir: z.array(z.string()),
		tamu: z.array(z.string()),
		keputusan: z.array(
			z.strictObject({
				isi: z.string(),
				tugas: z.strictObject({ unit: z.string(), dalamHari: z.int() }).optional(),
			}),
		),
	}),
	nilai: z.array(
		z.strictObject({ oleh: z.string(), indikator: z.string(), nilai: z.string(), analisis: z.string() }),
	),
	bukti: z.array(
		z.strictObject({
			oleh: z.string(),
			indikator: z.string(),
			tingkat: z.int(),
			judul: z.string(),
			tautan: z.string(),
			catatan: z.string(),
			penunjuk: z.string(),
			ajukan: z.boolean(),
			putusan: z
				.strictObject({
					putusan: z.enum(['diterima', 'dikembalikan']),
					alasan: z.enum(daftarAlasan).nullable(),
					catatan: z.string(),
				})
				.optional(),
		}),
	),
	sasaran: z.strictObject({ nilai: z.string(), alasan: z.string() }),
	cakupan: z.strictObject({ indikator: z.string(), ya: z.array(z.string()), belum: z.array(z.string()) }),
	rencana: rencanaSchema,
	audit: auditSchema,
});
export type Contoh = z.infer<typeof contohSchema>;

/** The shipped demonstration, data/contoh.json. @throws ZodError when it is damaged. */
export const readContoh = (projectDir: string): Contoh =>
	contohSchema.parse(JSON.parse(readFileSync(join(projectDir, 'data', 'contoh.json'), 'utf8')));
