import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { kalimatAsal } from './asal.copy.ts';
import type { Awal } from './read-awal.ts';
import { insertRencana } from './rencana.store.ts';
import type { HasilTersimpan, MasukanTersimpan } from './simpanan.rules.ts';

export const NAMA_TERPANJANG = 200;

/** Keeps a plan or a what-if with where it starts from and what came out. */
export async function keepHasil(
	ctx: Ctx,
	orang: Orang,
	s: {
		instansiId: number;
		tahun: number;
		nama: string;
		alasan: string;
		jenis: 'rencana' | 'skenario';
		instrumen: string;
		awal: Pick<Awal, 'kode'> & Parameters<typeof kalimatAsal.id>[0];
		diminta: Pick<MasukanTersimpan, 'kueri' | 'target'>;
		hasil: HasilTersimpan;
	},
): Promise<{ ok: true; value: { id: number } }> {
	const { instansiId, tahun, nama, jenis, instrumen, awal, hasil } = s;
	const dibuat = ctx.clock();
	return await inScope(ctx, orang, async (trx) => {
		const id = await insertRencana(trx, {
			...{ instansiId, tahun, nama, jenis, instrumen, hasil },
			masukan: {
				awal: awal.kode,
				asal: { id: kalimatAsal.id(awal), en: kalimatAsal.en(awal) },
				...s.diminta,
			},
			...{ alasan: s.alasan.trim().slice(0, 5000), dibuat, oleh: orang.id },
		});
		await recordActivity(trx, {
			...{ instansiId, waktu: dibuat, orangId: orang.id, tindakan: 'rencana.simpan', objek: `rencana/${id}` },
			rincian: { jenis, tahun, indeks: hasil.indeks },
		});
		return { ok: true as const, value: { id } };
	});
}
