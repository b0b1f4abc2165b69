import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '#platform/database/tables.ts';
import { buatPencari, type PencariInstansi } from './cari-instansi.rules.ts';
import { kunciNama, slugNama } from './instansi.rules.ts';
import type { Instansi, Provinsi } from './instansi.schema.ts';
import type { SusunanInstansi } from './susun-instansi.rules.ts';

type Trx = Transaction<Tables>;

/** Everything by which a name is recognised. */
export async function bacaPencari(db: Kysely<Tables>): Promise<PencariInstansi> {
	const instansi = await db
		.selectFrom('instansi as i')
		.leftJoin('provinsi as p', 'p.kode', 'i.provinsi_kode')
		.select(['i.id', 'i.nama', 'i.jenis', 'p.nama as provinsi'])
		.where('i.contoh', '=', false)
		.orderBy('i.id')
		.execute();
	const alias = await db
		.selectFrom('instansi_alias')
		.select(['varian', 'instansi_id as instansiId'])
		.execute();
	return buatPencari(instansi, alias);
}

export async function upsertProvinsi(trx: Trx, provinsi: readonly Provinsi[]): Promise<void> {
	await trx
		.insertInto('provinsi')
		.values(provinsi.map(({ kode, nama, pulau }) => ({ kode, nama, pulau })))
		.onConflict((oc) =>
			oc
				.column('kode')
				.doUpdateSet((eb) => ({ nama: eb.ref('excluded.nama'), pulau: eb.ref('excluded.pulau') })),
		)
		.execute();
}

/**
 * Adds institutions that are not there yet and renames those whose recorded name changed. A slug once given stays,
 * and a former name remains as a variant.
 */
export async function upsertInstansi(trx: Trx, susunan: SusunanInstansi): Promise<void> {
	const ada = await trx.selectFrom('instansi').selectAll().execute();
	const menurutKode = new Map(ada.flatMap((i) => (i.kode_wilayah ? [[i.kode_wilayah, i] as const] : [])));
	const pencari = await bacaPencari(trx);
	const baru: Instansi[] = [];
	const alias = [...susunan.alias];
	for (const i of susunan.instansi) {
		const lama = (i.kodeWilayah && menurutKode.get(i.kodeWilayah)) || pencari.cari(i.nama);
		if (!lama) baru.push(i);
		else if (lama.nama !== i.nama) {
			await trx.updateTable('instansi').set({ nama: i.nama }).where('id', '=', lama.id).execute();
			alias.push({ varian: lama.nama, nama: i.nama });
		}
	}
	await insertInstansi(trx, baru);
	await upsertAlias(trx, alias);
}

/** @returns the new ids in the order given. A slug that is taken gets a number. */
export async function insertInstansi(trx: Trx, baru: readonly Instansi[]): Promise<number[]> {
	if (baru.length === 0) return [];
	const terpakai = new Set((await trx.selectFrom('instansi').select('slug').execute()).map((i) => i.slug));
	const values = baru.map((i) => {
		const dasar = i.slug || slugNama(i.nama) || 'instansi';
		let slug = dasar;
		for (let n = 2; terpakai.has(slug); n++) slug = `${dasar}-${n}`;
		terpakai.add(slug);
		return { slug, nama: i.nama, jenis: i.jenis, kode_wilayah: i.kodeWilayah, provinsi_kode: i.provinsiKode };
	});
	const rows = await trx.insertInto('instansi').values(values).returning(['id', 'slug']).execute();
	const id = new Map(rows.map((r) => [r.slug, r.id]));
	return values.map((v) => id.get(v.slug) ?? 0);
}

async function upsertAlias(trx: Trx, alias: SusunanInstansi['alias']): Promise<void> {
	const rows = await trx.selectFrom('instansi').select(['id', 'nama']).execute();
	const id = new Map(rows.map((r) => [kunciNama(r.nama), r.id]));
	const values = new Map<string, number>();
	for (const { varian, nama } of alias) {
		const tujuan = id.get(kunciNama(nama));
		if (tujuan !== undefined) values.set(varian, tujuan);
	}
	if (values.size === 0) return;
	await trx
		.insertInto('instansi_alias')
		.values([...values].map(([varian, instansi_id]) => ({ varian, instansi_id })))
		.onConflict((oc) =>
			oc.column('varian').doUpdateSet((eb) => ({ instansi_id: eb.ref('excluded.instansi_id') })),
		)
		.execute();
}
