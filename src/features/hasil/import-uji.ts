import { sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import { type ImportHasilInput, importHasil } from './import-hasil.ts';

/** What tests of the import share. */
export const impor = (ctx: Ctx, isi: Buffer, opsi: Partial<ImportHasilInput> = {}) =>
	importHasil(ctx, { berkas: 'uji.csv', isi, ...opsi });

/** The number of rows of everything that an import may touch, and the data version. */
export async function jejak(ctx: Ctx) {
	const tabel = [
		'hasil',
		'hasil_nilai',
		'hasil_riwayat',
		'nasional',
		'instansi',
		'impor',
		'tahun_evaluasi',
	] as const;
	const jumlah = [];
	for (const t of tabel)
		jumlah.push(await ctx.db.selectFrom(t).select(sql<number>`count(*)::int`.as('n')).executeTakeFirst());
	const { nomor } = await ctx.db.selectFrom('versi_data').select('nomor').executeTakeFirstOrThrow();
	return [...jumlah, nomor];
}
