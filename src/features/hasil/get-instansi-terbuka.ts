import type { Ctx } from '#platform/ctx.ts';
import { findInstansi } from './baca-instansi.store.ts';
import { type BarisHasilTerbuka, listHasilTerbuka } from './data-terbuka.store.ts';
import { getSemuaTahun } from './get-instansi-hasil.ts';
import type { HasilTahun } from './instansi-hasil.schema.ts';

export interface InstansiTerbuka {
	instansi: NonNullable<Awaited<ReturnType<typeof findInstansi>>>;
	/** Newest first; `rinci` is the same year with every node that is known or follows. */
	hasil: { baris: BarisHasilTerbuka; rinci: HasilTahun | undefined }[];
}

export type InstansiTerbukaOutcome =
	| { ok: true; value: InstansiTerbuka }
	| { ok: false; reason: 'instansi_tidak_ada' };

/** One institution with every result it has, published and derived. */
export async function getInstansiTerbuka(ctx: Ctx, slug: string): Promise<InstansiTerbukaOutcome> {
	const instansi = await findInstansi(ctx.db, slug);
	if (!instansi) return { ok: false, reason: 'instansi_tidak_ada' };
	const daftar = await listHasilTerbuka(ctx.db, { instansiId: instansi.id }, { mulai: 0, per: 200 });
	const { tahun } = await getSemuaTahun(ctx, instansi);
	const rinci = new Map(tahun.map((hasil) => [hasil.tahun, hasil]));
	return {
		ok: true,
		value: { instansi, hasil: daftar.map((baris) => ({ baris, rinci: rinci.get(baris.tahun) })) },
	};
}
