import { join } from 'node:path';
import { susunInstansi } from '#features/instansi/susun-instansi.rules.ts';
import { bacaPencari, upsertInstansi, upsertProvinsi } from '#features/instansi/tulis-instansi.store.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { RegistriInstrumen } from '#features/instrumen/load-instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { VERSI_SIMPULAN } from './hasil-simpulan.rules.ts';
import { simpulkanUlang } from './hasil-simpulan.ts';
import { type BerkasBawaan, bacaBawaan, type DataBawaan, sidik, uraikanBawaan } from './muat-berkas.ts';
import { susunHasilBawaan } from './muat-hasil.ts';
import { bacaNamaTerbit } from './muat-nama.ts';
import { upsertKlaim, upsertTahun, upsertTarget } from './muat-setelan.store.ts';
import { hitungUlangPeringkat } from './peringkat-ulang.ts';
import { kunciPenulis, naikkanVersi, type Trx } from './tulis-hasil.store.ts';
import { laksanakanTulis, rencanakanTulis } from './tulis-hasil.ts';
import { laksanakanNasional, rencanakanNasional } from './tulis-nasional.store.ts';

export interface LangkahMuat {
	nama: string;
	selesai: number;
	jumlah: number;
}

/**
 * Loads the data shipped with Matang, in one transaction, into an empty or an existing database. Nothing is
 * written while the hashes of the files, of the instruments and of the method are those loaded last. When one
 * changed, everything is merged again: new and corrected rows are written (what stood before goes to the history),
 * rows that an import of this installation wrote are left as they are, and nothing is deleted.
 * @returns whether anything was loaded.
 */
export async function muatAwal(ctx: Ctx, lapor: (langkah: LangkahMuat) => void = () => {}): Promise<boolean> {
	if (ctx.who.jenis !== 'operator') throw new Error('memuat data bawaan hanya untuk operator');
	const registri = requireRegistri(ctx);
	const bawaan = await bacaBawaan(join(ctx.dir.project, 'data'));
	const semua = [
		...bawaan.sidik,
		{ nama: 'instrumen', sha256: sidik(JSON.stringify(registri.list())) },
		{ nama: 'simpulan', sha256: sidik(VERSI_SIMPULAN) },
	];
	if (await isTermuat(ctx.db, semua)) return false;
	return await ctx.db.transaction().execute(async (trx) => {
		await kunciPenulis(trx);
		if (await isTermuat(trx, semua)) return false;
		await muatSemua(trx, ctx, registri, uraikanBawaan(bawaan), lapor);
		await catatMuatan(trx, semua, ctx.clock());
		return true;
	});
}

async function muatSemua(
	trx: Trx,
	ctx: Ctx,
	registri: RegistriInstrumen,
	data: DataBawaan,
	lapor: (langkah: LangkahMuat) => void,
): Promise<void> {
	const kini = ctx.clock();
	const susunan = susunInstansi(bacaNamaTerbit(data.hasil), data.provinsi, data.wilayah, data.alias);
	await upsertProvinsi(trx, data.provinsi);
	await upsertInstansi(trx, susunan);
	const pencari = await bacaPencari(trx);
	lapor({ nama: 'instansi', selesai: susunan.instansi.length, jumlah: susunan.instansi.length });
	await upsertTahun(trx, data.tahun);
	await upsertTarget(trx, data.target, pencari);
	await upsertKlaim(trx, data.klaim, pencari);
	const { hasil, nasional } = await susunHasilBawaan(data, registri, pencari);
	const catatan = { imporId: null, kini };
	await laksanakanNasional(trx, await rencanakanNasional(trx, nasional, 'bawaan'), catatan);
	const rencana = await rencanakanTulis(trx, hasil, 'bawaan');
	await laksanakanTulis(trx, rencana, catatan);
	for (const { instansiId, tahun } of rencana.dilewati)
		ctx.log.warn({ instansiId, tahun }, 'hasil bawaan tidak menggantikan hasil yang diimpor');
	await simpulkanUlang(trx, registri, 'semua', (selesai, jumlah) => {
		lapor({ nama: 'hasil evaluasi', selesai, jumlah });
	});
	await hitungUlangPeringkat(trx);
	lapor({ nama: 'peringkat', selesai: hasil.length, jumlah: hasil.length });
	await naikkanVersi(trx, kini);
}

async function isTermuat(db: Ctx['db'], semua: BerkasBawaan['sidik']): Promise<boolean> {
	const rows = await db.selectFrom('muatan').select(['nama', 'sha256']).execute();
	const ada = new Map(rows.map((r) => [r.nama, r.sha256]));
	return semua.every((s) => ada.get(s.nama) === s.sha256);
}

async function catatMuatan(trx: Trx, semua: BerkasBawaan['sidik'], dimuat: Date): Promise<void> {
	await trx
		.insertInto('muatan')
		.values(semua.map((s) => ({ ...s, dimuat })))
		.onConflict((oc) =>
			oc
				.column('nama')
				.doUpdateSet((eb) => ({ sha256: eb.ref('excluded.sha256'), dimuat: eb.ref('excluded.dimuat') })),
		)
		.execute();
}
