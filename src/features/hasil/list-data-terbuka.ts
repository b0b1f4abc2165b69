import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type BarisMeragukan, bacaMeragukan } from './baca-meragukan.ts';
import { listTahunEvaluasi } from './tahun-evaluasi.store.ts';

/** A year of open data. */
export interface TahunData {
	tahun: number;
	/** Short name of the year's instrument. */
	instrumen: string;
	/** Institutions with a result. */
	banyak: number;
	meragukan: number;
	lengkap: boolean;
	sumber: string;
	catatan: string | null;
}

export interface DataTerbuka {
	/** Years that have a result, newest first. */
	tahun: TahunData[];
	/** ISO time of the last change of the data. */
	diubah: string | null;
	meragukan: BarisMeragukan[];
	/** Instruments that can be read through the API. */
	instrumen: { id: string; singkatan: string }[];
}

/** What the open-data page lists. Three queries; open to everybody. */
export async function listDataTerbuka(ctx: Ctx): Promise<DataTerbuka> {
	const { db } = ctx;
	const registri = requireRegistri(ctx);
	const baris = await listTahunEvaluasi(db);
	const versi = await db.selectFrom('versi_data').select('diubah').executeTakeFirst();
	return {
		tahun: baris
			.map((b) => ({
				tahun: b.tahun,
				instrumen: registri.get(b.instrumen)?.singkatan ?? b.instrumen,
				banyak: Number(b.banyak),
				meragukan: Number(b.meragukan),
				lengkap: b.lengkap,
				sumber: b.sumber,
				catatan: b.catatan,
			}))
			.filter((t) => t.banyak > 0),
		diubah: versi?.diubah.toISOString() ?? null,
		meragukan: await bacaMeragukan(ctx),
		instrumen: registri.list().map(({ id, singkatan }) => ({ id, singkatan })),
	};
}
