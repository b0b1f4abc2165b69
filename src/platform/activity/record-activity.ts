import { sql } from 'kysely';
import type { Trx } from '../database/scope.ts';

export interface Kejadian {
	/** Whose chain it stands in; null for what belongs to no institution. */
	instansiId: number | null;
	waktu: Date;
	/** Who did it; null for the machine itself. */
	orangId: number | null;
	/** What was done: "peran.beri". */
	tindakan: string;
	/** To what: "orang/17". */
	objek: string;
	/** Further facts, by reference: ids and figures, no names and no addresses, so that a person can be removed. */
	rincian?: Readonly<Record<string, string | number | boolean | null>> | undefined;
}

/** The exact text that is hashed: one JSON line with its keys in this order. */
export function tulisKejadian(k: Kejadian): string {
	const { instansiId, waktu, orangId, tindakan, objek, rincian = {} } = k;
	const urut = Object.fromEntries(Object.entries(rincian).sort(([a], [b]) => (a < b ? -1 : 1)));
	return JSON.stringify({
		instansi: instansiId,
		waktu: waktu.toISOString(),
		orang: orangId,
		tindakan,
		objek,
		rincian: urut,
	});
}

/** Appends to the chain of the institution, in the transaction of the act; that chain waits until it commits. */
export async function recordActivity(trx: Trx, kejadian: Kejadian): Promise<void> {
	const { instansiId, waktu, orangId, tindakan, objek } = kejadian;
	await sql`select catat_activity(${instansiId ?? 0}, ${waktu}, ${orangId}, ${tindakan}, ${objek}, ${tulisKejadian(kejadian)})`.execute(
		trx,
	);
}

/** Many at once, each in the chain of its institution; in their order, so that two of these never wait for each other. */
export async function recordActivityMany(trx: Trx, kejadian: readonly Kejadian[]): Promise<void> {
	const baris = [...kejadian]
		.sort((a, b) => (a.instansiId ?? 0) - (b.instansiId ?? 0))
		.map((k) => ({
			rantai: k.instansiId ?? 0,
			waktu: k.waktu,
			orang: k.orangId,
			tindakan: k.tindakan,
			objek: k.objek,
			isi: tulisKejadian(k),
		}));
	await sql`select catat_activity(x.rantai, x.waktu, x.orang, x.tindakan, x.objek, x.isi)
		from jsonb_to_recordset(${JSON.stringify(baris)}::jsonb)
			as x (rantai integer, waktu timestamptz, orang integer, tindakan text, objek text, isi text)`.execute(
		trx,
	);
}
