import { createHash } from 'node:crypto';
import type { Trx } from '#platform/database/scope.ts';

export interface Kiriman {
	orangId: number;
	instansiId: number;
	/** Made by the sender for one sending and every attempt at it; undefined where it cannot come twice. */
	kunci: string | undefined;
	/** What was sent; the key counts for this content only. */
	isi: object;
	waktu: Date;
}

/** How long an answer is kept for whoever sends again. */
const SIMPAN_MS = 60 * 86_400_000;

type Hasil<V> = { ok: true; value: V } | { ok: false; reason: string };

/**
 * Does the work once per person and key, in the transaction of the work: a second sending waits for the first one and
 * gets its answer (`baca` makes it out of the stored JSON). A refusal had no effect, so it is not remembered.
 */
export async function once<V, J, H extends Hasil<V>>(
	trx: Trx,
	kiriman: Kiriman,
	baca: (jawaban: J) => V,
	work: () => Promise<H>,
): Promise<H | { ok: true; value: V } | { ok: false; reason: 'kunci_terpakai' }> {
	const { orangId, instansiId, kunci, waktu } = kiriman;
	if (kunci === undefined) return await work();
	const sidik = createHash('sha256').update(JSON.stringify(kiriman.isi)).digest('hex');
	const baru = await trx
		.insertInto('kiriman')
		.values({ orang_id: orangId, kunci, instansi_id: instansiId, sidik, waktu })
		.onConflict((oc) => oc.columns(['orang_id', 'kunci']).doNothing())
		.returning('kunci')
		.executeTakeFirst();
	const milik = trx.selectFrom('kiriman').where('orang_id', '=', orangId).where('kunci', '=', kunci);
	if (!baru) {
		const lama = await milik.select(['sidik', 'jawaban']).executeTakeFirstOrThrow();
		if (lama.sidik !== sidik) return { ok: false, reason: 'kunci_terpakai' };
		return { ok: true, value: baca(lama.jawaban as J) };
	}
	const hasil = await work();
	if (hasil.ok) {
		await trx
			.updateTable('kiriman')
			.set({ jawaban: toJawaban(hasil.value) })
			.where('orang_id', '=', orangId)
			.where('kunci', '=', kunci)
			.execute();
		await trx
			.deleteFrom('kiriman')
			.where('orang_id', '=', orangId)
			.where('waktu', '<', new Date(waktu.getTime() - SIMPAN_MS))
			.execute();
	} else await trx.deleteFrom('kiriman').where('orang_id', '=', orangId).where('kunci', '=', kunci).execute();
	return hasil;
}

const toJawaban = (value: unknown) =>
	JSON.stringify(value, (_, isi) => (typeof isi === 'bigint' ? String(isi) : isi));
