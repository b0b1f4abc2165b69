import { z } from 'zod';
import { daftarTeks, opsional, perseratus, teks, tingkat } from './isian.schema.ts';

export const jenisSchema = z.enum(['proses', 'layanan', 'kematangan']);

/** A capital, a number, perhaps a small letter: D1, A1, I01. One name space for the whole tree. */
const idSimpul = z
	.string()
	.regex(/^[A-Z]\d{1,3}[a-z]?$/, 'harus satu huruf besar dan angka, misalnya D1, A1, atau I01');
const bobot = z.int().min(1);
const no = z.int().min(1);

/** Another agency's index: `nilai` where it gives the indicator's value, `bukti` where it only supports it. */
const indeksLuarSchema = z.strictObject({
	nama: teks,
	pemilik: teks,
	peran: z.enum(['nilai', 'bukti']),
	/** In hundredths of the other index's points. */
	rentang: opsional(z.strictObject({ min: perseratus, maks: perseratus })),
	pita: opsional(
		z.array(z.strictObject({ tingkat: z.int().min(0).max(9), min: perseratus, maks: perseratus })).max(20),
	),
});

export const indikatorSchema = z.strictObject({
	id: idSimpul,
	no,
	nama: teks,
	pendek: teks,
	alias: opsional(daftarTeks),
	bobot,
	butir: opsional(z.strictObject({ maks: z.int().min(2).max(20) })),
	jenis: jenisSchema,
	/** Key in `keluargaTingkat`. */
	keluarga: teks,
	pertanyaan: opsional(teks),
	/** Own criteria by level; where one is absent the family's criterion holds. */
	tingkat: tingkat(teks),
	statusTingkat: z.enum(['parafrase', 'rancangan', 'umum_keluarga']),
	/** Key in `profilBukti`. */
	profilBukti: opsional(teks),
	bukti: daftarTeks,
	catatan: daftarTeks,
	/** How later technical guides read the indicator. */
	catatanPedoman: daftarTeks,
	terkait: z.array(idSimpul),
	contohAplikasi: opsional(daftarTeks),
	kustodian: opsional(daftarTeks),
	indeksLuar: opsional(indeksLuarSchema),
});

export const aspekSchema = z.strictObject({
	id: idSimpul,
	no,
	nama: teks,
	alias: opsional(daftarTeks),
	kodeTauval: opsional(teks),
	bobot,
	jenis: opsional(jenisSchema),
	indikator: z.array(indikatorSchema).min(1),
});

export const domainSchema = z.strictObject({
	id: idSimpul,
	no,
	nama: teks,
	alias: opsional(daftarTeks),
	kodeTauval: opsional(teks),
	bobot,
	aspek: z.array(aspekSchema).min(1),
});
