import { sql } from 'kysely';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';

/** Scans what was kept while the scanner was away. Without a scanner nothing happens. */
export async function scanBerkas(
	ctx: Ctx,
): Promise<
	| { ok: true; value: { bersih: number; terinfeksi: string[]; belum: number } }
	| { ok: false; reason: 'tanpa_pemindai' }
> {
	if (ctx.who.jenis !== 'operator') throw new Error('memindai ulang hanya untuk operator mesin');
	if (!ctx.pindai) return { ok: false, reason: 'tanpa_pemindai' };
	const hasil = { bersih: 0, terinfeksi: [] as string[], belum: 0 };
	const daftar = await ctx.db
		.selectFrom('berkas')
		.select(['id', 'instansi_id', 'sha256'])
		.where(sql<boolean>`'belum_dipindai' = any (tanda)`)
		.orderBy('id')
		.execute();
	for (const { id, instansi_id, sha256 } of daftar) {
		const pindaian = await ctx.pindai(ctx.berkas.read(sha256));
		if (pindaian === 'belum') hasil.belum++;
		else if (pindaian === 'bersih') hasil.bersih++;
		else hasil.terinfeksi.push(sha256);
		if (pindaian === 'belum') continue;
		const ganti = pindaian === 'terinfeksi' ? sql`|| '{terinfeksi}'::text[]` : sql``;
		await ctx.db.transaction().execute(async (trx) => {
			await sql`update berkas set tanda = array_remove(tanda, 'belum_dipindai') ${ganti}
				where instansi_id = ${instansi_id} and id = ${id}`.execute(trx);
			await recordActivity(trx, {
				instansiId: instansi_id,
				waktu: ctx.clock(),
				orangId: null,
				tindakan: 'berkas.pindai',
				objek: `berkas/${id}`,
				rincian: { hasil: pindaian },
			});
		});
	}
	return { ok: true, value: hasil };
}
