import type { Ctx } from '../ctx.ts';
import type { Pekerja } from '../jobs/jobs.ts';
import type { Kurir } from './smtp.ts';
import { endSurat, findSurat, noteGagal } from './surat.store.ts';

/** Ten attempts over about a day. */
const ULANG = 10;

/** The worker that carries the outbox to the mail server. No transaction is open while it waits for that server. */
export function pekerjaSurat(ctx: Pick<Ctx, 'db' | 'clock'>, kurir: Kurir | null, asal: string): Pekerja {
	return {
		batas: 120,
		ulang: ULANG,
		jeda: 30,
		kerjakan: async (isi) => {
			const surat = await findSurat(ctx.db, (isi as { surat: number }).surat);
			if (!surat) return;
			if (!kurir || surat.sampai <= ctx.clock())
				return await endSurat(ctx.db, surat.id, { batal: ctx.clock() });
			try {
				await kurir({
					messageId: `<surat-${surat.id}-${surat.dibuat.getTime()}@${asal}>`,
					kepada: { nama: surat.kepada_nama, alamat: surat.kepada },
					perihal: surat.perihal,
					isi: surat.isi,
				});
			} catch (error) {
				await noteGagal(ctx.db, surat.id, (error as Error).message);
				if (!isTetap(error) && surat.percobaan < ULANG)
					throw new Error('surel belum terkirim', { cause: error });
				return await endSurat(ctx.db, surat.id, { batal: ctx.clock() });
			}
			await endSurat(ctx.db, surat.id, { terkirim: ctx.clock() });
		},
	};
}

/** A refusal that another attempt will not change: the server says 5xx (RFC 5321, 4.2.1), but not about signing in. */
const isTetap = (error: unknown): boolean => {
	const { responseCode, code } = error as { responseCode?: number; code?: string };
	return code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500;
};
