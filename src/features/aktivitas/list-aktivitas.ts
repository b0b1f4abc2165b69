import { authorize } from '#features/akun/require-orang.ts';
import { sidikKunci } from '#platform/activity/titik.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { findTitikTerakhir, listAktivitasStore, type Saringan } from './aktivitas.store.ts';

export interface BarisAktivitas {
	nomor: string;
	waktu: Date;
	/** Null for the machine, or somebody this person may not see. */
	oleh: string | null;
	tindakan: string;
	objek: string;
	/** Further facts as they were recorded; the raw text where it was altered and no longer reads. */
	rincian: [nama: string, isi: string | number | boolean][] | string;
}

export interface HalamanAktivitas {
	baris: BarisAktivitas[];
	/** Number to go on from; null on the last page. */
	berikut: string | null;
	/** Up to where the chain is signed, and the short name of the key; null before the first checkpoint. */
	titik: { nomor: string; waktu: Date; sidik: string } | null;
}

const sehalaman = 50;

/** One page of the institution's chain, newest first. */
export async function listAktivitas(
	ctx: Ctx,
	input: { instansiId: number; saringan: Saringan },
): Promise<{ ok: true; value: HalamanAktivitas } | { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' }> {
	const boleh = authorize(ctx, 'aktivitas.lihat', { instansiId: input.instansiId });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx) => {
		const rows = await listAktivitasStore(trx, input.instansiId, input.saringan, sehalaman + 1);
		const titik = await findTitikTerakhir(trx, input.instansiId);
		const baris = rows.slice(0, sehalaman).map(({ nomor, isi, orangId: _, ...sisa }) => ({
			...sisa,
			nomor: String(nomor),
			rincian: bacaRincian(isi),
		}));
		return {
			ok: true,
			value: {
				baris,
				berikut: rows.length > sehalaman ? (baris.at(-1)?.nomor ?? null) : null,
				titik: titik
					? { nomor: String(titik.nomor), waktu: titik.waktu, sidik: sidikKunci(titik.kunci) }
					: null,
			},
		};
	});
}

function bacaRincian(isi: string): BarisAktivitas['rincian'] {
	try {
		const { rincian } = JSON.parse(isi) as { rincian?: Record<string, string | number | boolean | null> };
		return Object.entries(rincian ?? {}).flatMap(([nama, nilai]) =>
			nilai === null || nilai === '' ? [] : [[nama, nilai]],
		);
	} catch {
		return isi;
	}
}
