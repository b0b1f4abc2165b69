import type { Ctx, Orang } from '#platform/ctx.ts';
import { readFaktor } from './faktor.store.ts';
import { listKunciOrang } from './kunci.store.ts';

/** How the person can prove who they are, with their passkeys; nothing secret. */
export async function listFaktor(ctx: Ctx, orang: Orang) {
	const faktor = await readFaktor(ctx.db, orang.id);
	const kunci = await listKunciOrang(ctx.db, orang.id);
	return {
		...faktor,
		daftarKunci: kunci.map(({ id, nama, dibuat, terakhir }) => ({ id, nama, dibuat, terakhir })),
	};
}
