import { sql } from 'kysely';
import type { PencariInstansi } from '#features/instansi/cari-instansi.rules.ts';
import { keSeratus } from './muat-berkas.schema.ts';
import type { DataBawaan } from './muat-berkas.ts';
import type { Trx } from './tulis-hasil.store.ts';

/** The setting of each year. A year that this installation declared complete stays complete. */
export async function upsertTahun(trx: Trx, tahun: DataBawaan['tahun']): Promise<void> {
	await trx
		.insertInto('tahun_evaluasi')
		.values(
			tahun.map((t) => ({
				tahun: t.tahun,
				instrumen: t.instrumen,
				lengkap: t.lengkap,
				aturan_predikat: t.aturanPredikat,
				sumber: t.sumber,
				catatan: t.catatan ?? null,
			})),
		)
		.onConflict((oc) =>
			oc.column('tahun').doUpdateSet((eb) => ({
				instrumen: eb.ref('excluded.instrumen'),
				lengkap: sql<boolean>`tahun_evaluasi.lengkap or excluded.lengkap`,
				aturan_predikat: eb.ref('excluded.aturan_predikat'),
				sumber: eb.ref('excluded.sumber'),
				catatan: eb.ref('excluded.catatan'),
			})),
		)
		.execute();
}

export async function upsertTarget(
	trx: Trx,
	target: DataBawaan['target'],
	instansi: PencariInstansi,
): Promise<void> {
	await trx
		.insertInto('target')
		.values(
			target.map((t) => ({
				instansi_id: t.instansi === undefined ? null : requireId(instansi, t.instansi),
				tahun: t.tahun,
				nilai: keSeratus(t.nilai),
				sumber: t.sumber,
				tanggal: t.tanggal ?? null,
				catatan: t.catatan ?? null,
			})),
		)
		.onConflict((oc) =>
			oc.columns(['instansi_id', 'tahun', 'sumber']).doUpdateSet((eb) => ({
				nilai: eb.ref('excluded.nilai'),
				tanggal: eb.ref('excluded.tanggal'),
				catatan: eb.ref('excluded.catatan'),
			})),
		)
		.execute();
}

export async function upsertKlaim(
	trx: Trx,
	klaim: DataBawaan['klaim'],
	instansi: PencariInstansi,
): Promise<void> {
	await trx
		.insertInto('klaim')
		.values(
			klaim.map((k) => ({
				instansi_id: requireId(instansi, k.instansi),
				tahun: k.tahun,
				teks_id: k.id,
				teks_en: k.en,
				sumber: k.sumber,
			})),
		)
		.onConflict((oc) =>
			oc
				.columns(['instansi_id', 'tahun', 'teks_id'])
				.doUpdateSet((eb) => ({ teks_en: eb.ref('excluded.teks_en'), sumber: eb.ref('excluded.sumber') })),
		)
		.execute();
}

/** @throws Error for a name that shipped data use and no institution has. */
export function requireId(instansi: PencariInstansi, nama: string): number {
	const ada = instansi.cari(nama);
	if (!ada) throw new Error(`data bawaan menyebut ${nama}, yang bukan instansi`);
	return ada.id;
}
