import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import type { Ctx } from '#platform/ctx.ts';
import type { Tables } from '#platform/database/tables.ts';
import { openSecret, sealSecret } from '#platform/secret.ts';
import type { RingkasMuat } from './muat.rules.ts';

type Db = Kysely<Tables>;
type Kunci = Pick<Ctx, 'dir' | 'setelan'>;
export type JenisPotong = Tables['akses_potong']['jenis'];

const konteks = (muatId: number, jenis: JenisPotong, nomor: number) =>
	`akses_potong/${muatId}/${jenis}/${nomor}`;

const kolom = [
	'm.id',
	'm.sistem_id as sistemId',
	's.nama as sistem',
	'u.jalur as jalur',
	'm.ukuran',
	'm.tanggal',
	'm.keadaan',
	'm.jumlah',
	'm.dibuat',
	'm.dihapus',
] as const;

const queryMuat = (db: Db, instansiId: number) =>
	db
		.selectFrom('akses_muat as m')
		.leftJoin('sistem as s', (j) =>
			j.onRef('s.id', '=', 'm.sistem_id').onRef('s.instansi_id', '=', 'm.instansi_id'),
		)
		.leftJoin('unit as u', (j) =>
			j.onRef('u.id', '=', 's.unit_id').onRef('u.instansi_id', '=', 's.instansi_id'),
		)
		.select([...kolom, sql<RingkasMuat>`m.ringkas`.as('ringkas')])
		.where('m.instansi_id', '=', instansiId);
export type Muat = Awaited<ReturnType<ReturnType<typeof queryMuat>['executeTakeFirstOrThrow']>>;

export const findMuat = (db: Db, instansiId: number, id: number) =>
	queryMuat(db, instansiId).where('m.id', '=', id).executeTakeFirst();

/** The newest file of each system, and of the personnel list, that has been read. */
export const listMuatTerbaru = (db: Db, instansiId: number) =>
	queryMuat(db, instansiId)
		.distinctOn('m.sistem_id')
		.where('m.keadaan', '=', 'siap')
		.orderBy('m.sistem_id')
		.orderBy('m.id', 'desc')
		.execute();

/** Files that wait for their mapping. */
export const listMuatMenunggu = (db: Db, instansiId: number) =>
	queryMuat(db, instansiId).where('m.keadaan', '=', 'menunggu').orderBy('m.id', 'desc').limit(20).execute();

/** The newest personnel list whose people are still there. */
export const findPegawaiTerbaru = (db: Db, instansiId: number) =>
	queryMuat(db, instansiId)
		.where('m.sistem_id', 'is', null)
		.where('m.keadaan', '=', 'siap')
		.where('m.dihapus', 'is', null)
		.orderBy('m.id', 'desc')
		.executeTakeFirst();

export async function insertMuat(
	db: Db,
	m: {
		instansiId: number;
		sistemId: number | null;
		ukuran: number;
		tanggal: string;
		dibuat: Date;
		oleh: number;
	},
): Promise<number> {
	const { id } = await db
		.insertInto('akses_muat')
		.values({
			instansi_id: m.instansiId,
			sistem_id: m.sistemId,
			ukuran: BigInt(m.ukuran),
			tanggal: m.tanggal,
			ringkas: '{}',
			dibuat: m.dibuat,
			oleh: m.oleh,
			dihapus: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

/** Marks a file as read; false where somebody was faster. */
export async function endMuat(
	db: Db,
	m: { instansiId: number; id: number; jumlah: number; ringkas: RingkasMuat },
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('akses_muat')
		.set({ keadaan: 'siap', jumlah: m.jumlah, ringkas: JSON.stringify(m.ringkas) })
		.where('instansi_id', '=', m.instansiId)
		.where('id', '=', m.id)
		.where('keadaan', '=', 'menunggu')
		.executeTakeFirst();
	return numUpdatedRows === 1n;
}

export async function deleteMuatMenunggu(db: Db, instansiId: number, id: number): Promise<boolean> {
	const { numDeletedRows } = await db
		.deleteFrom('akses_muat')
		.where('instansi_id', '=', instansiId)
		.where('id', '=', id)
		.where('keadaan', '=', 'menunggu')
		.executeTakeFirst();
	return numDeletedRows === 1n;
}

export interface Potong {
	nomor: number;
	aturan?: string;
	isi: Buffer;
}

const SEKALI = 50;

/** Seals pieces and keeps them, fifty in a statement. */
export async function insertPotong(
	db: Db,
	ctx: Kunci,
	p: { instansiId: number; muatId: number; jenis: JenisPotong },
	potong: AsyncIterable<Potong> | Iterable<Potong>,
): Promise<void> {
	let tunggu: ReturnType<typeof barisPotong>[] = [];
	for await (const satu of potong) {
		tunggu.push(barisPotong(ctx, p, satu));
		if (tunggu.length < SEKALI) continue;
		await db.insertInto('akses_potong').values(tunggu).execute();
		tunggu = [];
	}
	if (tunggu.length > 0) await db.insertInto('akses_potong').values(tunggu).execute();
}

const barisPotong = (
	ctx: Kunci,
	p: { instansiId: number; muatId: number; jenis: JenisPotong },
	{ nomor, aturan, isi }: Potong,
) => ({
	instansi_id: p.instansiId,
	muat_id: p.muatId,
	jenis: p.jenis,
	nomor,
	aturan: aturan ?? '',
	isi: sealSecret(ctx, deflateRawSync(isi, { level: 1 }), konteks(p.muatId, p.jenis, nomor)),
});

/** Pieces in their order, opened; only those that have findings of a rule where one is named. */
export async function* readPotong(
	db: Db,
	ctx: Kunci,
	p: { instansiId: number; muatId: number; jenis: JenisPotong; aturan?: string | undefined },
): AsyncGenerator<Buffer> {
	for (let mulai = -1; ; ) {
		const baris = await db
			.selectFrom('akses_potong')
			.select(['nomor', 'isi'])
			.where('instansi_id', '=', p.instansiId)
			.where('muat_id', '=', p.muatId)
			.where('jenis', '=', p.jenis)
			.where('nomor', '>', mulai)
			.$if(p.aturan !== undefined, (q) => q.where('aturan', 'like', `%,${p.aturan},%`))
			.orderBy('nomor')
			.limit(SEKALI)
			.execute();
		for (const { nomor, isi } of baris)
			yield inflateRawSync(openSecret(ctx, Buffer.from(isi), konteks(p.muatId, p.jenis, nomor)));
		const akhir = baris.at(-1);
		if (!akhir || baris.length < SEKALI) return;
		mulai = akhir.nomor;
	}
}

export async function deletePotong(
	db: Db,
	instansiId: number,
	muatId: number,
	jenis?: JenisPotong,
): Promise<void> {
	await db
		.deleteFrom('akses_potong')
		.where('instansi_id', '=', instansiId)
		.where('muat_id', '=', muatId)
		.$if(jenis !== undefined, (q) => q.where('jenis', '=', jenis ?? 'isi'))
		.execute();
}
