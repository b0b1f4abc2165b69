import { daftarJenis } from '#features/instansi/instansi.schema.ts';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import { tingkatPita } from '#features/instrumen/predikat-tampil.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { countHasilTerbuka, listProvinsi, type SaringTerbuka } from './data-terbuka.store.ts';
import {
	daftarUrut,
	findTahunLalu,
	type KueriPeringkat,
	kunciPredikat,
	type Urut,
} from './peringkat.rules.ts';
import { type BarisPeringkat, listPeringkat } from './peringkat.store.ts';
import { listTahunEvaluasi } from './tahun-evaluasi.store.ts';

export const PER_HALAMAN = 50;

type Saringan = 'tahun' | 'jenis' | 'provinsi' | 'pulau' | 'predikat';
type TahunDaftar = Awaited<ReturnType<typeof listTahunEvaluasi>>[number];
type Provinsi = Awaited<ReturnType<typeof listProvinsi>>[number];

export interface Peringkat {
	/** What is shown, after what is unknown was left out. */
	kueri: KueriPeringkat & { tahun: number; urut: Urut; halaman: number };
	/** Filters that name nothing known, and so were not applied. */
	diabaikan: Saringan[];
	/** The year's list is complete; without that `baris` carries no meaningful rank. */
	lengkap: boolean;
	/** The year before, where it can be ranked too. */
	lalu: number | null;
	sumber: string;
	total: number;
	jumlahHalaman: number;
	baris: (BarisPeringkat & { tingkat: ReturnType<typeof tingkatPita> })[];
	namaProvinsi: string | null;
	namaPredikat: string | null;
	pilihan: {
		tahun: { tahun: number; lengkap: boolean }[];
		jenis: readonly string[];
		provinsi: Provinsi[];
		pulau: string[];
		predikat: { kunci: string; nama: string }[];
	};
}

/**
 * The page of a ranking: every year can be listed, only complete ones are ranked. Ranks are among those of the kind
 * and place asked for. Without a year the newest complete one; null where no year has results.
 */
export async function getPeringkat(ctx: Ctx, minta: KueriPeringkat): Promise<Peringkat | null> {
	const daftar = (await listTahunEvaluasi(ctx.db)).filter((t) => Number(t.banyak) > 0);
	const kini = daftar.find((t) => t.tahun === minta.tahun) ?? daftar.find((t) => t.lengkap) ?? daftar[0];
	if (!kini) return null;
	const provinsi = await listProvinsi(ctx.db);
	const pita = requireInstrumen(ctx, kini.instrumen).predikat.pita.map((p) => p.nama);
	const { saring, predikat, diabaikan } = pilihSaring(
		{ ...minta, tahun: minta.tahun ?? kini.tahun },
		kini,
		provinsi,
		pita,
	);
	const total = await countHasilTerbuka(ctx.db, { ...saring, tahun: kini.tahun });
	const jumlahHalaman = Math.max(1, Math.ceil(total / PER_HALAMAN));
	const halaman = Math.min(minta.halaman ?? 1, jumlahHalaman);
	const urut = minta.urut ?? daftarUrut[0];
	const lalu = kini.lengkap ? findTahunLalu(daftar, kini) : null;
	const baris = await listPeringkat(
		ctx.db,
		{ tahun: kini.tahun, lalu, saring, urut },
		{ mulai: (halaman - 1) * PER_HALAMAN, per: PER_HALAMAN },
	);
	return {
		kueri: {
			tahun: kini.tahun,
			jenis: saring.jenis,
			provinsi: saring.provinsiKode,
			pulau: saring.pulau,
			predikat: predikat && kunciPredikat(predikat),
			urut,
			halaman,
		},
		diabaikan,
		lengkap: kini.lengkap,
		lalu,
		sumber: kini.sumber,
		total,
		jumlahHalaman,
		baris: baris.map((b) => ({ ...b, tingkat: tingkatPita(pita.length, pita.indexOf(b.predikat)) })),
		namaProvinsi: provinsi.find((p) => p.kode === saring.provinsiKode)?.nama ?? null,
		namaPredikat: predikat ?? null,
		pilihan: {
			tahun: daftar.map(({ tahun, lengkap }) => ({ tahun, lengkap })),
			jenis: daftarJenis,
			provinsi,
			pulau: listPulau(provinsi),
			predikat: pita.map((nama) => ({ kunci: kunciPredikat(nama), nama })),
		},
	};
}

const listPulau = (provinsi: readonly Provinsi[]) => [...new Set(provinsi.map((p) => p.pulau))];

/** Filters that are known, and the names of those that are not. */
function pilihSaring(
	minta: KueriPeringkat & { tahun: number },
	kini: TahunDaftar,
	provinsi: readonly Provinsi[],
	pita: readonly string[],
): { saring: SaringTerbuka; predikat: string | undefined; diabaikan: Saringan[] } {
	const jenis = daftarJenis.find((j) => j === minta.jenis);
	const provinsiKode = provinsi.find((p) => p.kode === minta.provinsi)?.kode;
	const pulau = listPulau(provinsi).find((p) => p === minta.pulau);
	const predikat = pita.find((nama) => kunciPredikat(nama) === minta.predikat);
	const terbaca = { tahun: kini.tahun === minta.tahun, jenis, provinsi: provinsiKode, pulau, predikat };
	return {
		saring: { jenis, provinsiKode, pulau, predikat },
		predikat,
		diabaikan: (Object.keys(terbaca) as Saringan[]).filter(
			(kunci) => minta[kunci] !== undefined && !terbaca[kunci],
		),
	};
}

const SEMUA = 100_000;

/** Every row of the ranking asked for, for a file; an incomplete year's rows without ranks. */
export async function listPeringkatUnduh(
	ctx: Ctx,
	minta: KueriPeringkat,
): Promise<(Peringkat & { semua: BarisPeringkat[] }) | null> {
	const halaman = await getPeringkat(ctx, { ...minta, halaman: 1 });
	if (!halaman) return null;
	const { kueri, lalu, namaPredikat } = halaman;
	const semua =
		halaman.jumlahHalaman === 1
			? halaman.baris
			: await listPeringkat(
					ctx.db,
					{
						tahun: kueri.tahun,
						lalu,
						urut: kueri.urut,
						saring: {
							jenis: kueri.jenis,
							provinsiKode: kueri.provinsi,
							pulau: kueri.pulau,
							predikat: namaPredikat ?? undefined,
						},
					},
					{ mulai: 0, per: SEMUA },
				);
	return { ...halaman, semua };
}
