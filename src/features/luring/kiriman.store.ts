import { createHash } from 'node:crypto';
import { sql } from 'kysely';
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
export async function once<V extends object, J, H extends Hasil<V>>(
	trx: Trx,
	kiriman: Kiriman,
	baca: (jawaban: J) => V,
	work: () => Promise<H>,
): Promise<H | { ok: true; value: V } | { ok: false; reason: 'kunci_terpakai' }> {
	const [dulu] = await claimKiriman<J>(trx, [kiriman]);
	if (dulu) return dulu.ok ? { ok: true, value: baca(dulu.jawaban) } : { ok: false, reason: dulu.reason };
	const hasil = await work();
	await settleKiriman(trx, [{ kiriman, jawaban: hasil.ok ? hasil.value : null }]);
	return hasil;
}

type Dulu<J> = { ok: true; jawaban: J } | { ok: false; reason: 'kunci_terpakai' };

/** Takes the keys for this transaction, each at most once in the list; in its place what an earlier sending was answered, or null for one that is new. */
export async function claimKiriman<J>(trx: Trx, daftar: readonly Kiriman[]): Promise<(Dulu<J> | null)[]> {
	const berkunci = daftar.filter(isBerkunci);
	if (berkunci.length === 0) return daftar.map(() => null);
	const baru = await trx
		.insertInto('kiriman')
		.values(
			berkunci.map((k) => ({
				orang_id: k.orangId,
				kunci: k.kunci,
				instansi_id: k.instansiId,
				sidik: sidikOf(k),
				waktu: k.waktu,
			})),
		)
		.onConflict((oc) => oc.columns(['orang_id', 'kunci']).doNothing())
		.returning(['orang_id', 'kunci'])
		.execute();
	const diambil = new Set(baru.map((b) => `${b.orang_id} ${b.kunci}`));
	const jawaban: (Dulu<J> | null)[] = [];
	for (const k of daftar)
		jawaban.push(!isBerkunci(k) || diambil.has(`${k.orangId} ${k.kunci}`) ? null : await findDulu<J>(trx, k));
	return jawaban;
}

async function findDulu<J>(trx: Trx, k: Berkunci): Promise<Dulu<J>> {
	const lama = await milik(trx, k).select(['sidik', 'jawaban']).executeTakeFirstOrThrow();
	if (lama.sidik !== sidikOf(k)) return { ok: false, reason: 'kunci_terpakai' };
	return { ok: true, jawaban: lama.jawaban as J };
}

/** Keeps the answers of the keys taken in this transaction; null, a refusal, gives the key free again. Old ones of these people go. */
export async function settleKiriman(
	trx: Trx,
	daftar: readonly { kiriman: Kiriman; jawaban: object | null }[],
): Promise<void> {
	const orang = new Map<number, Date>();
	for (const { kiriman: k, jawaban } of daftar) {
		if (!isBerkunci(k)) continue;
		if (jawaban === null)
			await trx
				.deleteFrom('kiriman')
				.where('orang_id', '=', k.orangId)
				.where('kunci', '=', k.kunci)
				.execute();
		else orang.set(k.orangId, k.waktu);
	}
	const dijawab = daftar.flatMap(({ kiriman: k, jawaban }) =>
		isBerkunci(k) && jawaban
			? [{ orang: k.orangId, kunci: k.kunci, jawaban: JSON.parse(toJawaban(jawaban)) }]
			: [],
	);
	if (dijawab.length === 0) return;
	await sql`update kiriman k set jawaban = x.jawaban
		from jsonb_to_recordset(${JSON.stringify(dijawab)}::jsonb) as x (orang integer, kunci text, jawaban jsonb)
		where k.orang_id = x.orang and k.kunci = x.kunci`.execute(trx);
	const terakhir = Math.max(...[...orang.values()].map((w) => w.getTime()));
	await trx
		.deleteFrom('kiriman')
		.where('orang_id', 'in', [...orang.keys()])
		.where('waktu', '<', new Date(terakhir - SIMPAN_MS))
		.execute();
}

type Berkunci = Kiriman & { kunci: string };
const isBerkunci = (k: Kiriman): k is Berkunci => k.kunci !== undefined;
const sidikOf = (k: Kiriman) => createHash('sha256').update(JSON.stringify(k.isi)).digest('hex');
const milik = (trx: Trx, k: Berkunci) =>
	trx.selectFrom('kiriman').where('orang_id', '=', k.orangId).where('kunci', '=', k.kunci);
const toJawaban = (value: unknown) =>
	JSON.stringify(value, (_, isi) => (typeof isi === 'bigint' ? String(isi) : isi));
