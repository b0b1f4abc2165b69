import { z } from '@hono/zod-openapi';
import { angka } from './bersama.schema.ts';

const pitaSchema = z
	.object({ nama: z.string(), min: angka, maks: angka, maksTermasuk: z.boolean() })
	.openapi('PitaPredikat', { description: 'min ≤ indeks < maks, atau ≤ maks bila maksTermasuk.' });

export const instrumenRingkasSchema = z
	.object({
		id: z.string().openapi({ example: 'spbe-2020' }),
		versi: z.int(),
		nama: z.string(),
		singkatan: z.string(),
		tahun: z.array(z.int()).openapi({ description: 'Tahun evaluasi yang memakainya.' }),
		dasarHukum: z.string(),
		skala: z.object({ min: angka, maks: angka, desimal: z.int() }),
		jumlah: z.object({ domain: z.int(), aspek: z.int(), indikator: z.int() }),
		aturanPredikat: z.enum(['persis', 'terbulatkan']).openapi({
			description: 'Predikat menurut indeks persis atau yang dibulatkan, bila tahunnya tidak mengatur lain.',
		}),
		aturanPredikatTahun: z.record(z.string(), z.enum(['persis', 'terbulatkan'])),
		predikat: z.array(pitaSchema).openapi({ description: 'Tertinggi lebih dahulu.' }),
	})
	.openapi('InstrumenRingkas');

export const daftarInstrumenSchema = z
	.object({ data: z.array(instrumenRingkasSchema), total: z.int() })
	.openapi('DaftarInstrumen');

/** The instrument file itself; its integer units are declared in the file. */
export const instrumenSchema = z
	.looseObject({
		format: z.string().openapi({ example: 'matang-instrumen/1' }),
		id: z.string(),
		versi: z.int(),
		nama: z.string(),
		tahun: z.array(z.int()),
		skala: z
			.looseObject({ min: z.int(), maks: z.int() })
			.openapi({ description: 'Dalam perseratus tingkat: 500 = 5,00.' }),
		satuanBobot: z
			.looseObject({ total: z.int() })
			.openapi({ description: 'Jumlah seluruh bobot, dan arti satuannya.' }),
		domain: z.array(z.looseObject({ id: z.string(), nama: z.string(), bobot: z.int() })).openapi({
			description: 'Domain dengan aspek dan indikatornya; kosong bila instrumen tanpa domain.',
		}),
		aspek: z.array(z.looseObject({ id: z.string(), nama: z.string(), bobot: z.int() })).openapi({
			description: 'Aspek dengan indikatornya, hanya bila instrumen tanpa domain.',
		}),
	})
	.openapi('Instrumen', {
		description: 'Berkas instrumen seutuhnya: bobot, kriteria, bukti, dasar hukum, ketidakpastian.',
	});

export const idInstrumenParam = z.object({
	id: z.string().min(1).max(100).openapi({ description: 'Pengenal instrumen.', example: 'spbe-2020' }),
});
