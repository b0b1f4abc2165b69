import { z } from 'zod';
import type { BarisPortal } from './impor-portal.rules.ts';
import { BARIS_PORTAL, daftarTahapPortal, type TahapPortal } from './import-portal.ts';
import type { CentangMasukan } from './tick-portal.ts';

/** Buttons of the tick-off list: "I01" for the text, "I01.7" for an item. Null where it cannot be read. */
export function bacaCentang(form: FormData): Pick<CentangMasukan, 'indikator' | 'buktiId' | 'batal'> | null {
	const batal = form.get('batal');
	const cocok = /^(\w{1,20})(?:\.(\d{1,9}))?$/.exec(String(batal ?? form.get('centang') ?? ''));
	if (!cocok) return null;
	const buktiId = cocok[2] === undefined ? null : Number(cocok[2]);
	return { indikator: cocok[1] ?? '', buktiId, batal: batal !== null };
}

const barisSchema = z
	.array(
		z.strictObject({
			nomor: z.int().min(1),
			indikator: z.string().max(100_000),
			butir: z.string().max(100_000),
			status: z.string().max(100_000),
			alasan: z.string().max(5000),
		}),
	)
	.max(BARIS_PORTAL);

/** The confirmation of an import: the rows as they were read, the stage, the fingerprint of what was shown. */
export function bacaKonfirmasi(
	form: FormData,
): { baris: BarisPortal[]; tahap: TahapPortal; sidik: string } | null {
	const [isi, sidik] = [form.get('baris'), form.get('sidik')];
	if (typeof isi !== 'string' || typeof sidik !== 'string' || !/^[\da-f]{64}$/.test(sidik)) return null;
	try {
		const hasil = barisSchema.safeParse(JSON.parse(isi.replaceAll('\\u0000', '')));
		return hasil.success ? { baris: hasil.data, tahap: bacaTahap(form), sidik } : null;
	} catch {
		return null;
	}
}

export const bacaTahap = (form: FormData): TahapPortal =>
	daftarTahapPortal.find((t) => t === form.get('tahap')) ?? 'dokumen';
