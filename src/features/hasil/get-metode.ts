import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { Jeda } from '#features/instrumen/padanan.schema.ts';
import type { Ctx } from '#platform/ctx.ts';
import { type BarisMeragukan, bacaMeragukan } from './baca-meragukan.ts';
import { listProvinsi } from './data-terbuka.store.ts';
import {
	CONTOH,
	type ContohHitung,
	kelompokPulau,
	kelompokTarget,
	rerataDaftar,
	susunContoh,
} from './metode.rules.ts';
import { listNasionalDanDaftar, listNilaiTerbit, listTargetNasional } from './metode.store.ts';
import { listTahunEvaluasi } from './tahun-evaluasi.store.ts';

/** What the method page shows besides its words; index values in hundredths. */
export interface Metode {
	instrumen: readonly InstrumenLengkap[];
	jeda: readonly Jeda[];
	tahun: {
		tahun: number;
		instrumen: string;
		penetapan: string | null;
		lengkap: boolean;
		banyak: number;
		aturan: 'persis' | 'terbulatkan';
		/** Whether the instrument names the rule of this year. */
		aturanDiketahui: boolean;
	}[];
	/** Published national index beside the mean of a complete list (always turunan). */
	nasional: { tahun: number; nilai: number; rerata: number | null; banyak: number | null }[];
	meragukan: BarisMeragukan[];
	/** National targets; the years they hold for, as text. */
	target: ReturnType<typeof kelompokTarget>;
	pulau: { pulau: string; provinsi: string[] }[];
	/** Null where the figures of the example are not loaded. */
	contoh: ContohHitung | null;
}

/** Figures and lists of the method page. Six queries. */
export async function getMetode(ctx: Ctx): Promise<Metode> {
	const { db } = ctx;
	const registri = requireRegistri(ctx);
	const tahun = await listTahunEvaluasi(db);
	const nasional = await listNasionalDanDaftar(db);
	const lengkap = new Set(tahun.filter((t) => t.lengkap).map((t) => t.tahun));
	return {
		instrumen: registri.list(),
		jeda: registri.padanan.jeda,
		tahun: susunTahun(registri.list(), tahun),
		nasional: nasional.map((n) => ({
			tahun: n.tahun,
			nilai: n.nilai,
			rerata: lengkap.has(n.tahun) ? rerataDaftar(n.jumlah, n.banyak) : null,
			banyak: lengkap.has(n.tahun) ? n.banyak : null,
		})),
		meragukan: await bacaMeragukan(ctx),
		target: kelompokTarget(await listTargetNasional(db)),
		pulau: kelompokPulau(await listProvinsi(db)),
		contoh: await bacaContoh(ctx),
	};
}

async function bacaContoh(ctx: Ctx): Promise<ContohHitung | null> {
	const instrumen = requireRegistri(ctx).get(CONTOH.instrumen);
	if (!instrumen) return null;
	const terbit = await listNilaiTerbit(ctx.db, CONTOH.slug, CONTOH.tahun);
	return susunContoh(instrumen, CONTOH.domain, new Map(terbit.map((n) => [n.simpul, n.nilai])));
}

/** Every year that an instrument or the database knows, newest first, with where its results were determined. */
function susunTahun(
	instrumen: readonly InstrumenLengkap[],
	baris: Awaited<ReturnType<typeof listTahunEvaluasi>>,
): Metode['tahun'] {
	const semua = new Set([...baris.map((b) => b.tahun), ...instrumen.flatMap((i) => i.tahun)]);
	return [...semua]
		.sort((a, b) => b - a)
		.map((tahun) => {
			const ini = baris.find((b) => b.tahun === tahun);
			const alat = instrumen.find((i) => i.tahun.includes(tahun));
			return {
				tahun,
				instrumen: alat?.singkatan ?? ini?.instrumen ?? '',
				penetapan: alat?.dasarHukum.ketetapanHasil.find((k) => k.tahun === tahun)?.nama ?? null,
				lengkap: ini?.lengkap ?? false,
				banyak: Number(ini?.banyak ?? 0),
				aturan: ini?.aturanPredikat ?? 'persis',
				aturanDiketahui: alat?.predikat.aturanTahun[tahun] !== undefined,
			};
		});
}
