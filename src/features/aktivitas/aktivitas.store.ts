import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

export interface Saringan {
	/** Object or the beginning of its path; empty for all. */
	objek: string;
	/** Part of a person's name; empty for all. */
	orang: string;
	/** ISO dates, Indonesian western time, both included; empty for open. */
	dari: string;
	sampai: string;
	/** Entries before this number; null for the newest. */
	sebelum: bigint | null;
}

const tengahMalam = (tanggal: string, geser = 0) =>
	new Date(new Date(`${tanggal}T00:00:00+07:00`).getTime() + geser);

/** Entries of one chain, newest first. */
export async function listAktivitasStore(db: Kysely<Tables>, rantai: number, s: Saringan, banyak: number) {
	return await db
		.selectFrom('activity')
		.leftJoin('orang', 'orang.id', 'activity.orang_id')
		.select([
			'activity.nomor',
			'activity.waktu',
			'activity.tindakan',
			'activity.objek',
			'activity.isi',
			'activity.orang_id as orangId',
			'orang.nama as oleh',
		])
		.where('rantai', '=', rantai)
		.$if(s.sebelum !== null, (q) => q.where('nomor', '<', s.sebelum ?? 0n))
		.$if(s.objek !== '', (q) =>
			q.where((eb) =>
				eb.or([
					eb('objek', '=', s.objek),
					eb(eb.fn('left', ['objek', eb.val(s.objek.length + 1)]), '=', `${s.objek}/`),
				]),
			),
		)
		.$if(s.orang !== '', (q) =>
			q.where((eb) =>
				eb(eb.fn('strpos', [eb.fn('lower', ['orang.nama']), eb.val(s.orang.toLowerCase())]), '>', 0),
			),
		)
		.$if(s.dari !== '', (q) => q.where('waktu', '>=', tengahMalam(s.dari)))
		.$if(s.sampai !== '', (q) => q.where('waktu', '<', tengahMalam(s.sampai, 86_400_000)))
		.orderBy('nomor', 'desc')
		.limit(banyak)
		.execute();
}

export async function findTitikTerakhir(db: Kysely<Tables>, rantai: number) {
	return await db
		.selectFrom('activity_titik')
		.select(['nomor', 'waktu', 'kunci'])
		.where('rantai', '=', rantai)
		.orderBy('nomor', 'desc')
		.limit(1)
		.executeTakeFirst();
}
