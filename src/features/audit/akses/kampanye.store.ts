import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { type Kysely, sql } from 'kysely';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tables } from '#platform/database/tables.ts';
import { digestSecret, openSecret, sealSecret } from '#platform/secret.ts';
import { type JanjiButir, type Keputusan, sidikHak, sidikPemilik } from './kampanye.rules.ts';
import { type AkunTersimpan, terparah } from './muat.rules.ts';

type Db = Kysely<Tables>;
type Kunci = Pick<Ctx, 'dir' | 'setelan'>;

/** By what an account is found again in the next export without being named. */
export const kunciAkun = (
	ctx: Kunci,
	a: { instansiId: number; sistemId: number; sistem: string; akun: string },
): string =>
	digestSecret(
		ctx,
		JSON.stringify([a.instansiId, a.sistemId, a.sistem.toLowerCase(), a.akun.toLowerCase()]),
		'akses-akun',
	);

const konteks = (kampanyeId: number, kunci: string, medan: string) =>
	`akses_butir/${kampanyeId}/${kunci}/${medan}`;

const queryKampanye = (db: Db, instansiId: number) =>
	db
		.selectFrom('akses_kampanye as k')
		.innerJoin('sistem as s', (j) =>
			j.onRef('s.id', '=', 'k.sistem_id').onRef('s.instansi_id', '=', 'k.instansi_id'),
		)
		.leftJoin('unit as u', (j) =>
			j.onRef('u.id', '=', 's.unit_id').onRef('u.instansi_id', '=', 's.instansi_id'),
		)
		.select([
			'k.id',
			'k.nama',
			'k.sistem_id as sistemId',
			's.nama as sistem',
			'u.nama as unit',
			'u.jalur as jalur',
			'k.muat_id as muatId',
			'k.tenggat',
			'k.dibuat',
			'k.ditutup',
			'k.dihapus',
		])
		.where('k.instansi_id', '=', instansiId);
export type Kampanye = Awaited<ReturnType<ReturnType<typeof queryKampanye>['executeTakeFirstOrThrow']>>;

export const listKampanyeStore = (db: Db, instansiId: number) =>
	queryKampanye(db, instansiId).orderBy('k.id', 'desc').limit(200).execute();
export const findKampanye = (db: Db, instansiId: number, id: number, kunci = false) =>
	queryKampanye(db, instansiId)
		.where('k.id', '=', id)
		.$if(kunci, (q) => q.forUpdate('k'))
		.executeTakeFirst();

/** Figures of campaigns: accounts, decisions by kind, what the next export showed. */
export async function listAngkaKampanye(db: Db, instansiId: number, kini: string, id?: number) {
	return await db
		.selectFrom('akses_butir')
		.select([
			'kampanye_id as id',
			sql<number>`count(*)::int`.as('banyak'),
			sql<number>`count(*) filter (where temuan > 0)::int`.as('bertanda'),
			sql<number>`count(*) filter (where keputusan is null)::int`.as('belum'),
			sql<number>`count(*) filter (where keputusan = 'pertahankan' and berlaku_sampai < ${kini}::date)::int`.as(
				'habis',
			),
			sql<number>`count(*) filter (where keputusan = 'pertahankan')::int`.as('pertahankan'),
			sql<number>`count(*) filter (where keputusan = 'ubah')::int`.as('ubah'),
			sql<number>`count(*) filter (where keputusan = 'cabut')::int`.as('cabut'),
			sql<number>`count(*) filter (where keputusan = 'alihkan')::int`.as('alihkan'),
			sql<number>`count(*) filter (where hasil = 'terpenuhi')::int`.as('terpenuhi'),
			sql<number>`count(*) filter (where hasil = 'belum')::int`.as('belumTerpenuhi'),
		])
		.where('instansi_id', '=', instansiId)
		.$if(id !== undefined, (q) => q.where('kampanye_id', '=', id ?? 0))
		.groupBy('kampanye_id')
		.execute();
}
export type AngkaKampanye = Awaited<ReturnType<typeof listAngkaKampanye>>[number];

export async function insertKampanye(
	db: Db,
	k: {
		instansiId: number;
		sistemId: number;
		muatId: number;
		nama: string;
		tenggat: string;
		dibuat: Date;
		oleh: number;
	},
): Promise<number> {
	const { id } = await db
		.insertInto('akses_kampanye')
		.values({
			instansi_id: k.instansiId,
			sistem_id: k.sistemId,
			muat_id: k.muatId,
			nama: k.nama,
			tenggat: k.tenggat,
			dibuat: k.dibuat,
			oleh: k.oleh,
			ditutup: null,
			ditutup_oleh: null,
			dihapus: null,
		})
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}

const SEKALI = 200;

export async function insertButir(
	db: Db,
	ctx: Kunci,
	k: { instansiId: number; kampanyeId: number; sistemId: number },
	akun: readonly AkunTersimpan[],
): Promise<void> {
	for (let i = 0; i < akun.length; i += SEKALI) {
		const baris = akun.slice(i, i + SEKALI).map((a) => {
			const kunci = kunciAkun(ctx, { ...k, sistem: a.sistem, akun: a.akun });
			return {
				instansi_id: k.instansiId,
				kampanye_id: k.kampanyeId,
				kunci,
				isi: sealSecret(ctx, deflateRawSync(JSON.stringify(a)), konteks(k.kampanyeId, kunci, 'isi')),
				temuan: a.temuan.length,
				keparahan: terparah(a),
				keputusan: null,
				alasan: null,
				berlaku_sampai: null,
				diputus: null,
				oleh: null,
				hasil: null,
				hasil_muat_id: null,
			};
		});
		await db.insertInto('akses_butir').values(baris).execute();
	}
}

export interface Butir {
	id: number;
	/** Null once retention has emptied it. */
	akun: AkunTersimpan | null;
	temuan: number;
	keparahan: string;
	keputusan: Keputusan | null;
	alasan: string;
	berlakuSampai: string | null;
	diputus: Date | null;
	oleh: string | null;
	hasil: 'terpenuhi' | 'belum' | null;
}

/** Accounts of a campaign in the order they were frozen: the gravest first. */
export async function listButir(
	db: Db,
	ctx: Kunci,
	p: {
		instansiId: number;
		kampanyeId: number;
		hanya?: 'belum' | 'gagal' | undefined;
		mulai?: number;
		banyak?: number;
		kini: string;
	},
): Promise<Butir[]> {
	const baris = await db
		.selectFrom('akses_butir as b')
		.leftJoin('orang as o', 'o.id', 'b.oleh')
		.select([
			'b.id',
			'b.kunci',
			'b.isi',
			'b.temuan',
			'b.keparahan',
			'b.keputusan',
			'b.alasan',
			'b.diputus',
			'b.hasil',
			'o.nama',
		])
		.select('b.berlaku_sampai as berlakuSampai')
		.where('b.instansi_id', '=', p.instansiId)
		.where('b.kampanye_id', '=', p.kampanyeId)
		.$if(p.hanya === 'belum', (q) =>
			q.where(
				sql<boolean>`(b.keputusan is null or (b.keputusan = 'pertahankan' and b.berlaku_sampai < ${p.kini}::date))`,
			),
		)
		.$if(p.hanya === 'gagal', (q) => q.where('b.hasil', '=', 'belum'))
		.orderBy('b.id')
		.offset(p.mulai ?? 0)
		.limit(p.banyak ?? 100_000)
		.execute();
	return baris.map((b) => ({
		id: b.id,
		akun: b.isi && bacaIsi(ctx, p.kampanyeId, b.kunci, b.isi),
		temuan: b.temuan,
		keparahan: b.keparahan,
		keputusan: b.keputusan,
		alasan: b.alasan
			? openSecret(ctx, Buffer.from(b.alasan), konteks(p.kampanyeId, b.kunci, 'alasan')).toString('utf8')
			: '',
		berlakuSampai: b.berlakuSampai,
		diputus: b.diputus,
		oleh: b.nama,
		hasil: b.hasil,
	}));
}

const bacaIsi = (ctx: Kunci, kampanyeId: number, kunci: string, isi: Uint8Array): AkunTersimpan =>
	JSON.parse(
		inflateRawSync(openSecret(ctx, Buffer.from(isi), konteks(kampanyeId, kunci, 'isi'))).toString('utf8'),
	) as AkunTersimpan;

/** The items to be decided, locked. */
export async function lockButir(db: Db, instansiId: number, kampanyeId: number, id: readonly number[]) {
	return await db
		.selectFrom('akses_butir')
		.select(['id', 'kunci', 'temuan'])
		.where('instansi_id', '=', instansiId)
		.where('kampanye_id', '=', kampanyeId)
		.where('id', '=', sql<number>`any(${id}::integer[])`)
		.orderBy('id')
		.forUpdate()
		.execute();
}

export async function updateKeputusan(
	db: Db,
	ctx: Kunci,
	b: {
		instansiId: number;
		kampanyeId: number;
		id: number;
		kunci: string;
		keputusan: Keputusan;
		alasan: string;
		berlakuSampai: string | null;
		waktu: Date;
		oleh: number;
	},
): Promise<void> {
	await db
		.updateTable('akses_butir')
		.set({
			keputusan: b.keputusan,
			alasan:
				b.alasan === ''
					? null
					: sealSecret(ctx, Buffer.from(b.alasan), konteks(b.kampanyeId, b.kunci, 'alasan')),
			berlaku_sampai: b.berlakuSampai,
			diputus: b.waktu,
			oleh: b.oleh,
			hasil: null,
			hasil_muat_id: null,
		})
		.where('instansi_id', '=', b.instansiId)
		.where('id', '=', b.id)
		.execute();
}

/** What campaigns of the system decided; of several about the same account the last decision. */
export async function listJanji(
	db: Db,
	ctx: Kunci,
	instansiId: number,
	sistemId: number,
): Promise<JanjiButir[]> {
	const baris = await db
		.selectFrom('akses_butir as b')
		.innerJoin('akses_kampanye as k', (j) =>
			j.onRef('k.id', '=', 'b.kampanye_id').onRef('k.instansi_id', '=', 'b.instansi_id'),
		)
		.distinctOn('b.kunci')
		.select(['b.id', 'b.kunci', 'b.isi', 'b.keputusan', 'b.diputus', 'k.nama', 'k.id as kampanyeId'])
		.select('b.berlaku_sampai as berlakuSampai')
		.where('b.instansi_id', '=', instansiId)
		.where('k.sistem_id', '=', sistemId)
		.where('b.keputusan', 'is not', null)
		.where('b.isi', 'is not', null)
		.orderBy('b.kunci')
		.orderBy('b.diputus', 'desc')
		.execute();
	return baris.flatMap((b) => {
		if (!b.isi || !b.keputusan || !b.diputus) return [];
		const akun = bacaIsi(ctx, b.kampanyeId, b.kunci, b.isi);
		return [
			{
				...{ id: b.id, kunci: b.kunci, kampanye: b.nama, keputusan: b.keputusan },
				diputus: hariIni(b.diputus),
				berlakuSampai: b.berlakuSampai,
				sidikHak: sidikHak(akun),
				sidikPemilik: sidikPemilik(akun),
			},
		];
	});
}

export async function updateHasilButir(
	db: Db,
	b: { instansiId: number; id: number; hasil: 'terpenuhi' | 'belum'; muatId: number },
): Promise<void> {
	await db
		.updateTable('akses_butir')
		.set({ hasil: b.hasil, hasil_muat_id: b.muatId })
		.where('instansi_id', '=', b.instansiId)
		.where('id', '=', b.id)
		.execute();
}

export async function closeKampanyeStore(
	db: Db,
	k: { instansiId: number; id: number; waktu: Date; oleh: number },
): Promise<void> {
	await db
		.updateTable('akses_kampanye')
		.set({ ditutup: k.waktu, ditutup_oleh: k.oleh })
		.where('instansi_id', '=', k.instansiId)
		.where('id', '=', k.id)
		.execute();
}
