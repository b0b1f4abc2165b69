import type { Ctx, Orang, PeranBerlaku } from '#platform/ctx.ts';
import { insertOrang, upsertSandi } from './orang.store.ts';
import { readSesi } from './read-sesi.ts';
import { hashSandi } from './sandi.ts';
import { startSesi } from './start-sesi.ts';

export const asalUji = { peramban: 'uji', alamat: '10.0.0.1' };
export const sandiUji = 'sepeda biru di tepi laut';
const hash = hashSandi(sandiUji);
let urut = 0;

/** A clock that a test moves on by seconds, in place of the fixed one. */
export function jamUji(ctx: Ctx): Ctx & { maju: (detik: number) => void } {
	let kini = ctx.clock().getTime();
	return {
		...ctx,
		clock: () => new Date(kini),
		maju: (detik) => {
			kini += detik * 1000;
		},
	};
}

export interface OrangUji {
	id: number;
	surel: string;
	/** As that person, with a session of their own begun now. */
	ctx: Ctx & { who: Orang };
}

/** Somebody with a password and a session. */
export async function buatOrang(ctx: Ctx, peran: readonly Partial<PeranBerlaku>[] = []): Promise<OrangUji> {
	const surel = `orang${++urut}@uji.go.id`;
	const kini = ctx.clock();
	const id = (await insertOrang(ctx.db, { nama: `Orang ${urut}`, surel, dibuat: kini })) ?? 0;
	await upsertSandi(ctx.db, { orangId: id, sandi: await hash, diubah: kini, lampau: [] });
	const { token } = await ctx.db.transaction().execute((trx) => startSesi(trx, id, asalUji, kini));
	const who = await readSesi(ctx, token);
	if (!who) throw new Error('sesi uji tidak berlaku');
	const lengkap = peran.map((p) => ({
		peran: 'operator',
		instansiId: null,
		unitId: null,
		jalur: null,
		...p,
	}));
	return { id, surel, ctx: { ...ctx, who: { ...who, peran: lengkap } } };
}
