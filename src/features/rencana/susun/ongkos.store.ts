import type { Kysely } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';

type Db = Kysely<Tables>;

/** What steps cost the institution, where it says so; rupiah fit a number below 10^15. */
export async function listOngkos(db: Db, instansiId: number, instrumen: string) {
	const baris = await db
		.selectFrom('ongkos_langkah')
		.leftJoin('orang', 'orang.id', 'ongkos_langkah.oleh')
		.select([
			'indikator',
			'dari',
			'usaha',
			'rupiah',
			'orang_hari as hari',
			'bulan',
			'peluang',
			'layak',
			'catatan',
			'waktu',
			'orang.nama as oleh',
		])
		.where('instansi_id', '=', instansiId)
		.where('instrumen', '=', instrumen)
		.orderBy('indikator')
		.orderBy('dari')
		.execute();
	return baris.map((b) => ({ ...b, rupiah: b.rupiah === null ? null : Number(b.rupiah) }));
}
export type Ongkos = Awaited<ReturnType<typeof listOngkos>>[number];

export interface OngkosBaru {
	/** Level the step starts from. */
	dari: number;
	usaha: number;
	rupiah: number | null;
	hari: number | null;
	bulan: number | null;
	/** Thousandths. */
	peluang: number | null;
	layak: boolean;
	catatan: string;
}

/** Puts the steps of one indicator in place of those that stood there. */
export async function replaceOngkos(
	db: Db,
	p: { instansiId: number; instrumen: string; indikator: string; waktu: Date; oleh: number },
	baris: readonly OngkosBaru[],
): Promise<void> {
	await db
		.deleteFrom('ongkos_langkah')
		.where('instansi_id', '=', p.instansiId)
		.where('instrumen', '=', p.instrumen)
		.where('indikator', '=', p.indikator)
		.execute();
	if (baris.length === 0) return;
	await db
		.insertInto('ongkos_langkah')
		.values(
			baris.map(({ hari, rupiah, ...b }) => ({
				instansi_id: p.instansiId,
				instrumen: p.instrumen,
				indikator: p.indikator,
				...b,
				rupiah: rupiah === null ? null : BigInt(rupiah),
				orang_hari: hari,
				waktu: p.waktu,
				oleh: p.oleh,
			})),
		)
		.execute();
}
