import { openApp } from '#app';
import type { NamaPeran } from '#features/akun/akun.schema.ts';
import { issueTautan } from '#features/akun/issue-tautan.ts';
import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { readConfig } from '#platform/config.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { silentLog } from '#platform/log.ts';

/** Does something with the data of a server that has not started yet. */
export async function denganData<T>(
	dataDir: string,
	kerja: (ctx: Ctx) => Promise<T>,
	env: Record<string, string> = {},
): Promise<T> {
	const app = await openApp(
		readConfig({ MATANG_DATA_DIR: dataDir, LOG_LEVEL: 'silent', ...env }),
		silentLog,
		() => {},
	);
	try {
		return await kerja(app.ctxOf({ jenis: 'operator' }));
	} finally {
		await app.close();
	}
}

/** A person with one role at each of the institutions (or in one unit), nationally where there is none. */
export async function buatOrang(
	ctx: Ctx,
	nama: string,
	peran: NamaPeran,
	instansi: number[],
	unit: { id: number; jalur: string } | null = null,
): Promise<Ctx> {
	const diberi = ctx.clock();
	const surel = `${nama.toLowerCase().replace(' ', '.')}@contoh.go.id`;
	const orangId = (await insertOrang(ctx.db, { nama, surel, dibuat: diberi })) ?? 0;
	const tempat = instansi.length === 0 ? [null] : instansi;
	const unitId = unit?.id ?? null;
	for (const instansiId of tempat)
		await insertPeran(ctx.db, { orangId, peran, instansiId, unitId, diberi, oleh: null });
	const who: Orang = {
		jenis: 'orang',
		id: orangId,
		nama,
		sesiId: 0,
		ditegaskan: diberi,
		peran: tempat.map((instansiId) => ({ peran, instansiId, unitId, jalur: unit?.jalur ?? null })),
	};
	return { ...ctx, who };
}

/** Path of a link that signs the person in, once. */
export const tautanMasuk = (orang: Ctx): Promise<string> =>
	orang.db.transaction().execute((trx) => issueTautan(trx, 'contoh', (orang.who as Orang).id, orang.clock()));

export async function idInstansi({ db }: Ctx, slug: string): Promise<number> {
	return (await db.selectFrom('instansi').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id;
}
