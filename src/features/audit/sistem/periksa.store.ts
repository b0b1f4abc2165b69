import { type Kysely, sql } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import type { Catatan } from '../periksa/alat.ts';
import type { Hasil } from '../periksa/hasil.rules.ts';
import type { Perubahan } from './perubahan.rules.ts';

type Db = Kysely<Tables>;

/** What one look at one address came to. */
export interface PeriksaRingkas {
	id: number;
	sistemId: number;
	host: string;
	porta: number;
	waktu: Date;
	keadaan: 'selesai' | 'ditolak';
	alasan: string | null;
	nilai: number | null;
	huruf: string | null;
	gagal: number;
	takDiuji: number;
	/** ISO day. */
	sertifikatSampai: string | null;
	perubahan: Perubahan[];
}

export interface PeriksaUtuh extends PeriksaRingkas {
	alamat: string;
	izinId: number | null;
	izin: string | null;
	hasil: Hasil[];
	fakta: unknown;
	sambungan: Catatan[];
	oleh: string | null;
}

const ringkas = sql`p.id, p.sistem_id as "sistemId", p.host, p.porta, p.waktu, p.keadaan, p.alasan, p.nilai, p.huruf,
	p.gagal, p.tak_diuji as "takDiuji", p.sertifikat_sampai::text as "sertifikatSampai", p.perubahan`;

/** The last look at every address that is still registered. */
export async function listTerakhir(db: Db, instansiId: number): Promise<PeriksaRingkas[]> {
	const { rows } = await sql<PeriksaRingkas>`select ${ringkas} from sistem_alamat a
		cross join lateral (select * from periksa p where p.instansi_id = a.instansi_id and p.sistem_id = a.sistem_id
			and p.host = a.host and p.porta = a.porta order by p.id desc limit 1) p
		where a.instansi_id = ${instansiId}`.execute(db);
	return rows;
}

export async function listRiwayat(db: Db, instansiId: number, sistemId: number): Promise<PeriksaRingkas[]> {
	const { rows } = await sql<PeriksaRingkas>`select ${ringkas} from periksa p
		where p.instansi_id = ${instansiId} and p.sistem_id = ${sistemId} order by p.id desc limit 100`.execute(
		db,
	);
	return rows;
}

export async function findPeriksa(
	db: Db,
	k: { instansiId: number; sistemId: number; id: number },
): Promise<PeriksaUtuh | undefined> {
	const { rows } =
		await sql<PeriksaUtuh>`select ${ringkas}, p.alamat, p.izin_id as "izinId", i.nomor as izin, p.hasil,
			p.fakta, p.sambungan, o.nama as oleh
		from periksa p left join izin_periksa i on i.id = p.izin_id left join orang o on o.id = p.oleh
		where p.instansi_id = ${k.instansiId} and p.sistem_id = ${k.sistemId} and p.id = ${k.id}`.execute(db);
	return rows[0];
}

/** The last look that came to something, to compare with. */
export async function findSelesai(
	db: Db,
	k: { sistemId: number; host: string; porta: number },
): Promise<{ huruf: string | null; hasil: Hasil[] } | undefined> {
	const { rows } = await sql<{ huruf: string | null; hasil: Hasil[] }>`select huruf, hasil from periksa
		where sistem_id = ${k.sistemId} and host = ${k.host} and porta = ${k.porta} and keadaan = 'selesai'
		order by id desc limit 1`.execute(db);
	return rows[0];
}

export interface PeriksaBaru {
	instansiId: number;
	sistemId: number;
	host: string;
	porta: number;
	izinId: number | null;
	pekerjaanId: number | null;
	waktu: Date;
	keadaan: 'selesai' | 'ditolak';
	alasan: string | null;
	alamat: string;
	nilai: { angka: number; huruf: string } | null;
	hasil: readonly Hasil[];
	fakta: unknown;
	sambungan: readonly Catatan[];
	sertifikatSampai: string | null;
	perubahan: readonly Perubahan[];
	oleh: number | null;
}

/** @returns undefined where the same work wrote it already */
export async function insertPeriksa(db: Db, p: PeriksaBaru): Promise<number | undefined> {
	const hitung = (status: Hasil['status']) => p.hasil.filter((h) => h.status === status).length;
	const ada = await db
		.insertInto('periksa')
		.values({
			...{
				instansi_id: p.instansiId,
				sistem_id: p.sistemId,
				host: p.host,
				porta: p.porta,
				izin_id: p.izinId,
			},
			...{
				pekerjaan_id: p.pekerjaanId,
				waktu: p.waktu,
				keadaan: p.keadaan,
				alasan: p.alasan,
				alamat: p.alamat,
			},
			...{ nilai: p.nilai?.angka ?? null, huruf: p.nilai?.huruf ?? null, oleh: p.oleh },
			...{ gagal: hitung('GAGAL'), tak_diuji: hitung('TIDAK DIUJI') + hitung('GALAT') },
			...{
				sertifikat_sampai: p.sertifikatSampai,
				hasil: JSON.stringify(p.hasil),
				fakta: JSON.stringify(p.fakta),
			},
			...{ sambungan: JSON.stringify(p.sambungan), perubahan: JSON.stringify(p.perubahan) },
		})
		.onConflict((oc) => oc.doNothing())
		.returning('id')
		.executeTakeFirst();
	return ada?.id;
}

export interface AlamatPeriksa {
	sistemId: number;
	nama: string;
	unitId: number | null;
	host: string;
	porta: number;
}

/** Addresses of systems in use that this work has not looked at yet; of one system where it is named. */
export async function listBelumDiperiksa(
	db: Db,
	k: { instansiId: number; sistemId: number | null; pekerjaanId: number },
): Promise<AlamatPeriksa[]> {
	const { rows } = await sql<AlamatPeriksa>`
		select s.id as "sistemId", s.nama, s.unit_id as "unitId", a.host, a.porta from sistem_alamat a
		join sistem s on s.instansi_id = a.instansi_id and s.id = a.sistem_id and s.aktif
		where a.instansi_id = ${k.instansiId} and (${k.sistemId}::integer is null or s.id = ${k.sistemId})
			and not exists (select from periksa p where p.pekerjaan_id = ${k.pekerjaanId} and p.sistem_id = a.sistem_id
				and p.host = a.host and p.porta = a.porta)
		order by s.id, a.host, a.porta`.execute(db);
	return rows;
}

/** Every address with the end of its certificate and what was warned about, of all institutions or one. */
export async function listSertifikat(db: Db) {
	const { rows } = await sql<
		AlamatPeriksa & { instansiId: number; slug: string; sampai: string; diperingatkan: string }
	>`select a.instansi_id as "instansiId", i.slug, s.id as "sistemId", s.nama, s.unit_id as "unitId", a.host, a.porta,
			a.diperingatkan, p.sertifikat_sampai::text as sampai
		from sistem_alamat a
		join instansi i on i.id = a.instansi_id
		join sistem s on s.instansi_id = a.instansi_id and s.id = a.sistem_id and s.aktif
		cross join lateral (select sertifikat_sampai from periksa p where p.sistem_id = a.sistem_id and p.host = a.host
			and p.porta = a.porta and p.keadaan = 'selesai' order by p.id desc limit 1) p
		where p.sertifikat_sampai is not null`.execute(db);
	return rows;
}

export async function updateDiperingatkan(
	db: Db,
	k: { sistemId: number; host: string; porta: number; tanda: string },
) {
	await db
		.updateTable('sistem_alamat')
		.set({ diperingatkan: k.tanda })
		.where('sistem_id', '=', k.sistemId)
		.where('host', '=', k.host)
		.where('porta', '=', k.porta)
		.execute();
}

export interface Jadwal {
	selang: 'mingguan' | 'bulanan';
	/** ISO day. */
	berikut: string;
}
export const findJadwal = async (db: Db, instansiId: number): Promise<Jadwal | undefined> =>
	await db
		.selectFrom('jadwal_periksa')
		.select(['selang', 'berikut'])
		.where('instansi_id', '=', instansiId)
		.executeTakeFirst();

export async function upsertJadwal(
	db: Db,
	j: Jadwal & { instansiId: number; waktu: Date; oleh: number },
): Promise<void> {
	const isi = { selang: j.selang, berikut: j.berikut, waktu: j.waktu, oleh: j.oleh };
	await db
		.insertInto('jadwal_periksa')
		.values({ instansi_id: j.instansiId, ...isi })
		.onConflict((oc) => oc.column('instansi_id').doUpdateSet(isi))
		.execute();
}

export async function deleteJadwal(db: Db, instansiId: number): Promise<void> {
	await db.deleteFrom('jadwal_periksa').where('instansi_id', '=', instansiId).execute();
}

export async function listJadwalJatuh(db: Db, hari: string) {
	return await db
		.selectFrom('jadwal_periksa')
		.select(['instansi_id as instansiId', 'selang', 'berikut', 'oleh'])
		.where('berikut', '<=', hari)
		.orderBy('instansi_id')
		.execute();
}
