import { z } from 'zod';
import type { BukaMasukan } from './open-putaran.ts';

const teks = (form: FormData, nama: string) => {
	const isi = form.get(nama);
	return typeof isi === 'string' ? isi.replaceAll('\0', '') : '';
};
const tanggal = z.iso.date();
const putaran = z.object({
	nama: z.string().trim().min(1).max(200),
	tahun: z.coerce.number().int().min(2000).max(2100),
	jenis: z.enum(['evaluasi', 'pemantauan']),
	instrumen: z.string().max(100),
	mulai: tanggal,
	selesai: tanggal,
});

/** The form that opens a round; null where a field is missing or wrong. */
export function bacaPutaran(form: FormData): Omit<BukaMasukan, 'instansiId'> | null {
	const kolom = ['nama', 'tahun', 'jenis', 'instrumen', 'mulai', 'selesai'];
	const hasil = putaran.safeParse(Object.fromEntries(kolom.map((k) => [k, teks(form, k).trim()])));
	if (!hasil.success) return null;
	const { mulai, selesai, ...sisa } = hasil.data;
	return { ...sisa, tahap: [{ tahap: 'mandiri', mulai, selesai }] };
}

/** The form that assigns: indicators ticked, a unit, and a due date or none; null where it cannot be read. */
export function bacaTugas(
	form: FormData,
): { indikator: string[]; unitId: number; tenggat: string | null } | null {
	const indikator = form
		.getAll('indikator')
		.filter((i): i is string => typeof i === 'string' && /^\w{1,20}$/.test(i));
	const unitId = Number(teks(form, 'unitId'));
	const tenggat = teks(form, 'tenggat').trim();
	if (!Number.isSafeInteger(unitId) || (tenggat !== '' && !tanggal.safeParse(tenggat).success)) return null;
	return { indikator: [...new Set(indikator)], unitId, tenggat: tenggat || null };
}

/** The workbench's form, lines with plain newlines. */
export function bacaMeja(form: FormData): { nilai: string; fakta: string; analisis: string; dasar: string } {
	const baris = (nama: string) => teks(form, nama).replace(/\r\n?/g, '\n').trim();
	return {
		nilai: teks(form, 'nilai').slice(0, 30),
		fakta: baris('fakta'),
		analisis: baris('analisis'),
		dasar: teks(form, 'dasar').slice(0, 30),
	};
}
