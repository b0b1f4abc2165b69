import { z } from 'zod';
import { daftarTeks, opsional, tahun, tanggal, teks } from './isian.schema.ts';

const pedomanSchema = z.strictObject({
	nama: teks,
	ditetapkan: opsional(tanggal),
	/** Evaluation years the guide was used for. */
	tahun: z.array(tahun),
	mencabut: opsional(teks),
	catatan: opsional(teks),
	perubahan: daftarTeks,
});

export const dasarHukumSchema = z.strictObject({
	peraturan: teks,
	beritaNegara: opsional(teks),
	ditetapkan: opsional(tanggal),
	diundangkan: opsional(tanggal),
	berlaku: opsional(tanggal),
	mencabut: opsional(teks),
	dicabutOleh: opsional(teks),
	pedoman: z.array(pedomanSchema),
	ketetapanHasil: z.array(z.strictObject({ tahun, nama: teks })),
	catatan: daftarTeks,
});

export const sumberSchema = z.strictObject({
	nama: teks,
	alamat: daftarTeks,
	/** naskah: read in a copy of the primary document; sekunder: somebody else's account of it. */
	kepastian: z.enum(['naskah', 'sekunder']),
	catatan: opsional(teks),
});
