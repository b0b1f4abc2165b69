import { bacaMeja, bacaUtas } from '#features/penilaian/isian-penilaian.ts';
import { type NilaiOutcome, recordNilai } from '#features/penilaian/record-nilai.ts';
import { type UtasOutcome, writeUtas } from '#features/penilaian/write-utas.ts';
import type { Ctx } from '#platform/ctx.ts';
import { kunciOrang } from './orang-kunci.ts';

export interface KirimanMasukan {
	instansiId: number;
	penilaianId: number;
	indikator: string;
	/** The fields of the form it comes from, with `kunci` (the key), `orang` (whose it is) and `formulir` (which form). */
	form: FormData;
}

export type KirimOutcome =
	| { ok: true; value: { id: string } }
	| { ok: false; reason: 'orang_lain' | 'kiriman_tidak_sah' }
	| Extract<NilaiOutcome | UtasOutcome, { ok: false }>;

/**
 * Takes one sending out of the outbox of a device. It counts only for the person who wrote it: another one may have
 * signed in on the same device since.
 */
export async function sendKiriman(ctx: Ctx, { form, ...tempat }: KirimanMasukan): Promise<KirimOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	if (form.get('orang') !== kunciOrang(ctx.who.id)) return { ok: false, reason: 'orang_lain' };
	const kunci = String(form.get('kunci') ?? '');
	if (!/^[\w-]{16,64}$/.test(kunci)) return { ok: false, reason: 'kiriman_tidak_sah' };
	if (form.get('formulir') === 'nilai') {
		const hasil = await recordNilai(ctx, { ...tempat, ...bacaMeja(form), kunci });
		return hasil.ok ? { ok: true, value: { id: String(hasil.value.id) } } : hasil;
	}
	const utas = form.get('formulir') === 'utas' ? bacaUtas(form) : null;
	if (!utas) return { ok: false, reason: 'kiriman_tidak_sah' };
	const hasil = await writeUtas(ctx, { ...tempat, ...utas, kunci });
	return hasil.ok ? { ok: true, value: { id: String(hasil.value.id) } } : hasil;
}
