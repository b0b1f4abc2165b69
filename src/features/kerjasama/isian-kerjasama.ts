import { z } from 'zod';
import type { BeriTugasMasukan } from './assign-tugas.ts';
import type { NotulaMasukan } from './save-notula.ts';

const teks = (form: FormData, nama: string) => {
	const isi = form.get(nama);
	return typeof isi === 'string' ? isi.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim() : '';
};
const tanggal = z.iso.date();
const id = (isi: unknown): number => (typeof isi === 'string' && /^\d{1,9}$/.test(isi) ? Number(isi) : 0);

/** One entry a line; empty lines fall away. */
const baris = (isi: string, maks: number): string[] =>
	isi
		.split('\n')
		.map((b) =>
			b
				.replace(/\p{Cc}/gu, ' ')
				.trim()
				.slice(0, maks),
		)
		.filter((b) => b !== '')
		.slice(0, 200);

const notula = z.object({
	judul: z.string().min(1).max(200),
	tanggal,
	tempat: z.string().max(200),
	agenda: z.string().max(10_000),
});
export type MedanNotula = 'judul' | 'tanggal' | 'tempat' | 'agenda';

/** The form of minutes, or which fields are wrong. */
export function bacaNotula(
	form: FormData,
):
	| { ok: true; value: Omit<NotulaMasukan, 'instansiId' | 'ubah'> & { revisi: number } }
	| { ok: false; medan: MedanNotula[] } {
	const hasil = notula.safeParse(
		Object.fromEntries(['judul', 'tanggal', 'tempat', 'agenda'].map((k) => [k, teks(form, k)])),
	);
	if (!hasil.success)
		return { ok: false, medan: [...new Set(hasil.error.issues.map((i) => i.path[0] as MedanNotula))] };
	return {
		ok: true,
		value: {
			...hasil.data,
			judul: hasil.data.judul.replace(/\p{Cc}/gu, ' '),
			hadirId: form.getAll('hadir').map(id).filter(Boolean),
			hadirNama: baris(teks(form, 'hadirNama'), 200),
			keputusan: bacaKeputusan(form),
			revisi: id(form.get('revisi')),
		},
	};
}

/** What was typed into the form of minutes, to stand there again after a refusal. */
export const isianNotula = (form: FormData): Record<string, string> =>
	Object.fromEntries(
		['judul', 'tanggal', 'tempat', 'agenda', 'hadirNama', 'keputusan'].map((k) => [
			k,
			teks(form, k).slice(0, 10_000),
		]),
	);

/** Decisions, one a line. */
export const bacaKeputusan = (form: FormData): string[] => baris(teks(form, 'keputusan'), 2000);

/** The form that makes a decision a task; null where the owner or the date is missing. */
export function bacaTugasRapat(form: FormData): Omit<BeriTugasMasukan, 'instansiId'> | null {
	const cocok = /^(unit|orang)-(\d{1,9})$/.exec(teks(form, 'untuk'));
	const tenggat = tanggal.safeParse(teks(form, 'tenggat'));
	if (!cocok || !tenggat.success) return null;
	const milik = Number(cocok[2]);
	return {
		keputusanId: id(form.get('keputusanId')),
		untuk: cocok[1] === 'unit' ? { unitId: milik } : { orangId: milik },
		tenggat: tenggat.data,
		isi: teks(form, 'isi').slice(0, 2000),
	};
}

/** An id from a form field; 0 for none. */
export const bacaId = (form: FormData, nama: string): number => id(form.get(nama));
