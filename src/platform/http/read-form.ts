import { error } from '@sveltejs/kit';

/** The form of a request; one that cannot be read is answered with 400 instead of an unexpected error. */
export async function readForm(request: Request): Promise<FormData> {
	try {
		return await request.formData();
	} catch (cause) {
		if (cause instanceof Error && 'status' in cause) throw cause; // too large: SvelteKit's own answer
		error(400, 'Formulir tidak dapat dibaca. Muat ulang halamannya lalu kirim lagi.');
	}
}

/** A row's id as a form sends it; null for anything that no row can have. */
export function readId(form: FormData, nama: string): number | null {
	const isi = form.get(nama);
	return typeof isi === 'string' && /^\d{1,9}$/.test(isi.trim()) ? Number(isi) : null;
}

/** A text field, trimmed and at most so long; '' for what is not there. */
export function readTeks(form: FormData, nama: string, maks: number): string {
	const isi = form.get(nama);
	return typeof isi === 'string' ? isi.replace(/\r\n?/g, '\n').trim().slice(0, maks) : '';
}
