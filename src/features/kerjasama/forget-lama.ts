import type { Ctx } from '#platform/ctx.ts';

const SEHARI = 86_400_000;

/** Removes what nobody needs any more and what names people: mails and background work after a month, notices after a year. */
export async function forgetLama(ctx: Pick<Ctx, 'db' | 'clock'>): Promise<void> {
	const { db } = ctx;
	const sebulan = new Date(ctx.clock().getTime() - 30 * SEHARI);
	const setahun = new Date(ctx.clock().getTime() - 365 * SEHARI);
	await db
		.deleteFrom('surat')
		.where('dibuat', '<', sebulan)
		.where((eb) => eb.or([eb('terkirim', 'is not', null), eb('batal', 'is not', null)]))
		.execute();
	await db.deleteFrom('laporan').where('hapus', '<', ctx.clock()).execute();
	await db.deleteFrom('pekerjaan').where('berakhir', '<', sebulan).execute();
	await db.deleteFrom('ringkasan_terkirim').where('hari', '<', sebulan.toISOString().slice(0, 10)).execute();
	await db.deleteFrom('pemberitahuan').where('dibuat', '<', setahun).execute();
}
