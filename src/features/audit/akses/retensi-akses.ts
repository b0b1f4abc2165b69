import { sql } from 'kysely';
import { recordActivityMany } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Pekerja } from '#platform/jobs/jobs.ts';
import { readAturanAkses } from './read-aturan-akses.ts';

/** Takes away what is older than the institution keeps it; every night. */
export function pekerjaRetensiAkses(ctx: Ctx): Pekerja {
	return {
		batas: 600,
		ulang: 3,
		jeda: 60,
		jadwal: '20 2 * * *',
		kerjakan: async () => void (await enforceRetensi(ctx)),
	};
}

const SEHARI = 86_400_000;

/**
 * Deletes sealed pieces of files older than the retention of their institution, files that waited a week for their
 * mapping, and accounts and reasons of campaigns that ended so long ago. Figures and decisions without names stay.
 * @returns how many files and campaigns were emptied
 */
export async function enforceRetensi(
	ctx: Pick<Ctx, 'db' | 'clock' | 'dir'>,
): Promise<{ muat: number; kampanye: number }> {
	const kini = ctx.clock();
	const bawaan = readAturanAkses(ctx).retensi.hari;
	const batas = sql<Date>`${kini}::timestamptz - make_interval(days => coalesce((select retensi from akses_setelan s where s.instansi_id = x.instansi_id), ${bawaan}::integer))`;
	return await ctx.db.transaction().execute(async (trx) => {
		await trx
			.deleteFrom('akses_muat')
			.where('keadaan', '=', 'menunggu')
			.where('dibuat', '<', new Date(kini.getTime() - 7 * SEHARI))
			.execute();
		const muat = await sql<{ id: number; instansi_id: number }>`
			update akses_muat x set dihapus = ${kini}
			where keadaan = 'siap' and dihapus is null and dibuat < ${batas}
			returning id, instansi_id`.execute(trx);
		await sql`delete from akses_potong p using akses_muat m
			where m.id = p.muat_id and m.dihapus is not null`.execute(trx);
		const kampanye = await sql<{ id: number; instansi_id: number }>`
			update akses_kampanye x set dihapus = ${kini}, ditutup = coalesce(ditutup, ${kini})
			where dihapus is null and coalesce(ditutup, tenggat::timestamptz) < ${batas}
			returning id, instansi_id`.execute(trx);
		await sql`update akses_butir b set isi = null, alasan = null from akses_kampanye k
			where k.id = b.kampanye_id and k.dihapus is not null and (b.isi is not null or b.alasan is not null)`.execute(
			trx,
		);
		await recordActivityMany(
			trx,
			[
				...muat.rows.map((m) => ({ ...m, apa: 'akses' })),
				...kampanye.rows.map((k) => ({ ...k, apa: 'akses/kampanye' })),
			].map(({ id, instansi_id, apa }) => ({
				...{ instansiId: instansi_id, waktu: kini, orangId: null },
				...{ tindakan: 'akses.retensi', objek: `${apa}/${id}` },
			})),
		);
		return { muat: muat.rows.length, kampanye: kampanye.rows.length };
	});
}
