import { issueTautan } from '#features/akun/issue-tautan.ts';
import { findOrangBySurel } from '#features/akun/orang.store.ts';
import { findInstansiBySlug } from '#features/instansi/unit.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import { surelContoh } from './as-contoh.ts';
import { fillContoh } from './contoh-isi.ts';
import { openPutaranContoh } from './contoh-putaran.ts';
import { insertOrangContoh, insertUnitContoh, readWilayah } from './contoh-unit.ts';
import { type Contoh, readContoh } from './read-contoh.ts';

export interface ContohSiap {
	nama: string;
	/** One-time links, one per invented person. */
	masuk: { nama: string; peran: string; unit: string | null; tautan: string }[];
}

/**
 * Makes the demonstration institution where there is none, and one-time links for its people. Only the machine's
 * operator; links made before stop working.
 */
export async function makeContoh(ctx: Ctx): Promise<ContohSiap> {
	if (ctx.who.jenis !== 'operator') throw new Error('instansi contoh hanya dibuat operator mesin');
	const contoh = readContoh(ctx.dir.project);
	const ada = await findInstansiBySlug(ctx.db, contoh.slug);
	const instansiId = ada?.id ?? (await susun(ctx, contoh));
	const kini = ctx.clock();
	const masuk = await ctx.db.transaction().execute(async (trx) => {
		const daftar: ContohSiap['masuk'] = [];
		for (const o of contoh.orang) {
			const orang = await findOrangBySurel(trx, surelContoh(o.nama, instansiId));
			if (!orang) continue;
			const tautan = await issueTautan(trx, 'contoh', orang.id, kini);
			daftar.push({ nama: o.nama, peran: o.peran, unit: o.unit ?? null, tautan });
		}
		return daftar;
	});
	return { nama: contoh.nama, masuk };
}

async function susun(ctx: Ctx, contoh: Contoh): Promise<number> {
	const wilayah = await readWilayah(contoh.wilayah);
	const { instansiId, unit } = await ctx.db.transaction().execute(async (trx) => {
		const { id } = await trx
			.insertInto('instansi')
			.values({
				slug: contoh.slug,
				nama: contoh.nama,
				jenis: 'kota',
				kode_wilayah: null,
				provinsi_kode: contoh.wilayah.slice(0, 2),
				contoh: true,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const unit = await insertUnitContoh(trx, id, contoh, wilayah);
		for (const o of contoh.orang) await insertOrangContoh(ctx, trx, id, o, unit);
		return { instansiId: id, unit };
	});
	const susunan = { ctx, instansiId, contoh, unit };
	await fillContoh(susunan, await openPutaranContoh(susunan));
	return instansiId;
}
