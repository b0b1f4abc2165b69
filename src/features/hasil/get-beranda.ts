import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import { tingkatPita } from '#features/instrumen/predikat-tampil.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { countPredikat, listPenggerak, listRerataProvinsi, type Penggerak } from './beranda.store.ts';
import { predikatTampil } from './hasil-predikat.rules.ts';
import type { InstansiHasil } from './instansi-hasil.schema.ts';
import { susunTren } from './instansi-tren.rules.ts';
import { jenisPeta, rerataDaftar } from './metode.rules.ts';
import { listNasionalDanDaftar, listTargetNasional } from './metode.store.ts';
import { listTahunEvaluasi } from './tahun-evaluasi.store.ts';

type Tingkat = ReturnType<typeof tingkatPita>;
type JenisPeta = (typeof jenisPeta)[number];

/** The home page. Index values in hundredths. */
export interface Beranda {
	/** The newest published national figure; null where there is none. */
	nasional: {
		tahun: number;
		nilai: number;
		predikat: string;
		tingkat: Tingkat;
		lalu: { tahun: number; selisih: number } | null;
		/** Mean of that year's list, derived; null where the list is incomplete. */
		rerata: number | null;
		banyak: number | null;
		target: { nilai: number; sumber: string } | null;
		sumber: string;
	} | null;
	tren: Pick<InstansiHasil, 'nasional' | 'target'>;
	/** Names lowest first, and counts in that order. */
	sebaran: { predikat: string[]; tahun: { tahun: number; jumlah: number[] }[]; sebagian: number[] };
	peta: {
		tahun: number;
		jenis: JenisPeta | null;
		tahunAda: number[];
		predikat: string[];
		provinsi: { kode: string; nilai: number; tingkat: Tingkat; jumlah: number }[];
	} | null;
	penggerak: { tahun: number; naik: Penggerak[]; turun: Penggerak[] } | null;
}

const BANYAK_PENGGERAK = 10;

/** Figures of the home page, the map for the year and kind asked for where they exist. Seven queries. */
export async function getBeranda(
	ctx: Ctx,
	minta: { tahun?: number | undefined; jenis?: string | undefined },
): Promise<Beranda> {
	const { db } = ctx;
	const instrumen = requireRegistri(ctx).list();
	const tahun = await listTahunEvaluasi(db);
	const lengkap = tahun.filter((t) => t.lengkap && Number(t.banyak) > 0);
	const nasional = (await listNasionalDanDaftar(db)).map((n) => ({
		...n,
		instrumen: tahun.find((t) => t.tahun === n.tahun)?.instrumen ?? '',
	}));
	const target = await listTargetNasional(db);
	const kini = lengkap.find((t) => t.tahun === minta.tahun) ?? lengkap[0];
	const jenis = jenisPeta.find((j) => j === minta.jenis) ?? null;
	const mulai = instrumen.map((i) => ({ id: i.id, singkatan: i.singkatan, mulai: Math.min(...i.tahun) }));
	return {
		nasional: susunNasional(nasional, target, instrumen, new Set(lengkap.map((t) => t.tahun))),
		tren: susunTren(
			[],
			nasional,
			target.map((t) => ({ ...t, instansiId: null })),
			mulai,
		),
		sebaran: susunSebaran(await countPredikat(db), tahun, instrumen),
		peta: kini
			? await bacaPeta(
					ctx,
					kini,
					jenis,
					lengkap.map((t) => t.tahun),
				)
			: null,
		penggerak: lengkap[0]
			? { tahun: lengkap[0].tahun, ...(await listPenggerak(db, lengkap[0].tahun, BANYAK_PENGGERAK)) }
			: null,
	};
}

type BarisNasional = Awaited<ReturnType<typeof listNasionalDanDaftar>>[number] & { instrumen: string };

function susunNasional(
	daftar: readonly BarisNasional[],
	target: Awaited<ReturnType<typeof listTargetNasional>>,
	instrumen: readonly InstrumenLengkap[],
	lengkap: ReadonlySet<number>,
): Beranda['nasional'] {
	const kini = daftar.at(-1);
	const alat = instrumen.find((i) => i.id === kini?.instrumen);
	if (!kini || !alat) return null;
	const lalu = daftar.at(-2);
	const sebanding = lalu?.instrumen === kini.instrumen ? lalu : undefined;
	const predikat = predikatTampil(alat, kini.nilai);
	const berlaku = target.find((t) => t.tahun === kini.tahun);
	const ada = lengkap.has(kini.tahun);
	return {
		tahun: kini.tahun,
		nilai: kini.nilai,
		predikat,
		tingkat: tingkatNama(alat, predikat),
		lalu: sebanding ? { tahun: sebanding.tahun, selisih: kini.nilai - sebanding.nilai } : null,
		rerata: ada ? rerataDaftar(kini.jumlah, kini.banyak) : null,
		banyak: ada ? kini.banyak : null,
		target: berlaku ? { nilai: berlaku.nilai, sumber: berlaku.sumber } : null,
		sumber: kini.sumber,
	};
}

const tingkatNama = (alat: InstrumenLengkap, nama: string): Tingkat =>
	tingkatPita(
		alat.predikat.pita.length,
		alat.predikat.pita.findIndex((p) => p.nama === nama),
	);

function susunSebaran(
	hitung: Awaited<ReturnType<typeof countPredikat>>,
	tahun: Awaited<ReturnType<typeof listTahunEvaluasi>>,
	instrumen: readonly InstrumenLengkap[],
): Beranda['sebaran'] {
	const terbaru = tahun.find((t) => t.lengkap);
	const alat = instrumen.find((i) => i.id === terbaru?.instrumen);
	const predikat = (alat?.predikat.pita ?? []).map((p) => p.nama).reverse();
	const ada = [...new Set(hitung.map((h) => h.tahun))].sort((a, b) => a - b);
	return {
		predikat,
		tahun: ada.map((t) => ({
			tahun: t,
			jumlah: predikat.map((nama) => hitung.find((h) => h.tahun === t && h.predikat === nama)?.banyak ?? 0),
		})),
		sebagian: tahun
			.filter((t) => !t.lengkap)
			.map((t) => t.tahun)
			.sort((a, b) => a - b),
	};
}

async function bacaPeta(
	ctx: Ctx,
	kini: { tahun: number; instrumen: string },
	jenis: JenisPeta | null,
	tahunAda: number[],
): Promise<Beranda['peta']> {
	const alat = requireRegistri(ctx).get(kini.instrumen);
	if (!alat) return null;
	const baris = await listRerataProvinsi(ctx.db, kini.tahun, jenis);
	return {
		tahun: kini.tahun,
		jenis,
		tahunAda,
		predikat: alat.predikat.pita.map((p) => p.nama).reverse(),
		provinsi: baris.flatMap(({ kunci, jumlah, banyak }) => {
			const nilai = rerataDaftar(jumlah, banyak);
			if (nilai === null) return [];
			return [
				{
					kode: kunci.slice(0, 2),
					nilai,
					tingkat: tingkatNama(alat, predikatTampil(alat, nilai)),
					jumlah: banyak,
				},
			];
		}),
	};
}
