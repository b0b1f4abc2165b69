import type { AturanPredikat, Instrumen } from './instrumen.ts';
import type { Batas } from './rambat.ts';
import { type Kisaran, kisaranNilai, kisaranTampil, type Rangka } from './rangka.ts';

/** Published figures by node id, whole hundredths as printed; null or absent = not published. */
export type NilaiTerbit = Readonly<Record<string, number | null | undefined>>;

/** What a source published of one institution and year, rounded half up to two decimals. */
export interface Terbit {
	indeks?: number | null | undefined;
	predikat?: string | null | undefined;
	domain?: NilaiTerbit | undefined;
	aspek?: NilaiTerbit | undefined;
	indikator?: NilaiTerbit | undefined;
	/** At least one of these indicators has the value; the source does not say which. */
	salahSatu?: readonly { indikator: readonly string[]; nilai: number }[] | undefined;
}

export type AlasanGagal =
	/** No assignment of levels gives the published figures. */
	| 'tidak_ada_susunan'
	| 'predikat_tidak_dikenal'
	| 'simpul_tidak_dikenal'
	/** Weights or item counts so fine that masses leave exact whole numbers. */
	| 'instrumen_terlalu_halus'
	/** More combinations of `salahSatu` than are tried. */
	| 'terlalu_banyak_kemungkinan';

/** `simpul`: the node where the figures contradict each other, or the unknown id. */
export type Gagal = { ok: false; alasan: AlasanGagal; simpul?: string };

/** The cases of a publication: one without `salahSatu`, else one for each choice of indicators. */
export type HasilBatas = { ok: true; kasus: readonly Batas[]; terbit: ReadonlySet<number> } | Gagal;

const BATAS_KASUS = 256;

export function buatBatas(
	instrumen: Instrumen,
	rangka: Rangka,
	terbit: Terbit,
	aturan: AturanPredikat,
): HasilBatas {
	const { indeks, predikat, domain, aspek, indikator, salahSatu = [] } = terbit;
	const batas = new Map<number, Kisaran>();
	for (const [id, nilai] of [{ indeks }, domain, aspek, indikator].flatMap((n) => Object.entries(n ?? {}))) {
		if (nilai === null || nilai === undefined) continue;
		const nomor = rangka.urutan.get(id);
		if (nomor === undefined) return { ok: false, alasan: 'simpul_tidak_dikenal', simpul: id };
		persempit(batas, nomor, kisaranTampil(rangka, rangka.simpul[nomor]?.bobot ?? 0, nilai));
	}
	const diterbitkan = new Set(batas.keys());
	if (predikat !== null && predikat !== undefined) {
		const kisaran = kisaranPredikat(instrumen, rangka, predikat, aturan);
		if (!kisaran) return { ok: false, alasan: 'predikat_tidak_dikenal' };
		persempit(batas, 0, kisaran);
	}
	let kasus: Map<number, Kisaran>[] = [batas];
	for (const pilihan of salahSatu) {
		const asing = pilihan.indikator.find((id) => !rangka.urutan.has(id));
		if (asing !== undefined) return { ok: false, alasan: 'simpul_tidak_dikenal', simpul: asing };
		kasus = kasus.flatMap((k) => pilihan.indikator.map((id) => pilih(rangka, k, id, pilihan.nilai)));
		if (kasus.length > BATAS_KASUS) return { ok: false, alasan: 'terlalu_banyak_kemungkinan' };
	}
	return { ok: true, kasus, terbit: diterbitkan };
}

function pilih(rangka: Rangka, batas: ReadonlyMap<number, Kisaran>, id: string, nilai: number) {
	const nomor = rangka.urutan.get(id) ?? 0;
	const baru = new Map(batas);
	persempit(baru, nomor, kisaranTampil(rangka, rangka.simpul[nomor]?.bobot ?? 0, nilai));
	return baru;
}

export function persempit(batas: Map<number, Kisaran>, nomor: number, [min, maks]: Kisaran): void {
	const [bawah, atas] = batas.get(nomor) ?? [min, maks];
	batas.set(nomor, [Math.max(bawah, min), Math.min(atas, maks)]);
}

/** Masses of the index in the band `nama`: unrounded under `persis`, as shown under `terbulatkan`. */
function kisaranPredikat(
	{ predikat, satuanBobot }: Instrumen,
	rangka: Rangka,
	nama: string,
	aturan: AturanPredikat,
): Kisaran | undefined {
	const pita = predikat.pita.find((p) => p.nama === nama);
	if (!pita) return undefined;
	if (aturan === 'persis') return kisaranNilai(rangka, satuanBobot.total, pita);
	return kisaranTampil(rangka, satuanBobot.total, pita.min, pita.maksTermasuk ? pita.maks : pita.maks - 1);
}
