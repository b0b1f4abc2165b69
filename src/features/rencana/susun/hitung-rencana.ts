import type { Ctx } from '#platform/ctx.ts';
import { parseDesimal, pecahan, toDesimal } from '#scoring';
import { listCatatanLuar, listPrasyaratBawaan } from '../solver/bawaan.rules.ts';
import { chanceRencana } from '../solver/chance-rencana.ts';
import { readDataRencana } from '../solver/read-data-rencana.ts';
import { kalimatGabungan } from '../solver/rencana.copy.ts';
import type { MasukanRencana, Pelonggaran, Rencana } from '../solver/rencana.schema.ts';
import { SolverSibuk, solveAside } from '../solver/solve-aside.ts';
import { ALTERNATIF, type Kueri, type Minta, tulisKueri, tulisSasaran } from './minta.rules.ts';
import type { Bahan } from './read-bahan.ts';
import type { HasilTersimpan } from './simpanan.rules.ts';
import { susunTabel } from './tabel-ongkos.rules.ts';
import { tampilkanRencana } from './tampil-rencana.ts';

export type HasilSusun =
	| {
			keadaan: 'ada';
			hasil: HasilTersimpan;
			/** Which of the alternatives it is, from 1. */
			pilihan: number;
			/** The best plans, best first; the one shown among them. */
			alternatif: { n: number; biaya: number; indeks: string; langkah: string[] }[];
	  }
	| {
			keadaan: 'tidak_layak';
			/** Each suffices: one change, or where none does two together. */
			pelonggaran: { kalimat: { id: string; en: string }; kueri: string }[];
			berdua: boolean;
			/** Every pair was tried. */
			lengkap: boolean;
	  }
	| { keadaan: 'melingkar'; lingkaran: string[] }
	| { keadaan: 'belum_lengkap'; indikator: string[] }
	| { keadaan: 'peluang_tidak_tercapai' | 'tidak_pasti' | 'tanpa_target' };

/** What the solver is given: levels, costs in one unit, and what was asked. */
export function susunMasukan(
	ctx: Pick<Ctx, 'dir'>,
	{ awal, bawaan, tingkat, ongkos, unit }: Bahan,
	minta: Minta,
): MasukanRencana {
	const sifat = minta.keras ? ('keras' as const) : ('lunak' as const);
	return {
		instrumen: awal.instrumen,
		jawaban: awal.jawaban,
		tabel: susunTabel(bawaan, tingkat, ongkos, minta.satuan),
		kendala: {
			target: minta.target,
			anggaran: minta.anggaran,
			minTingkat: minta.minTingkat,
			minIndikator: {},
			sasaran: minta.sasaran,
			tetap: minta.tetap,
			kecuali: minta.kecuali,
			kapasitas: minta.kapasitas,
			unit: Object.fromEntries([...unit].map(([id, u]) => [id, String(u.id)])),
			tenggatBulan: minta.tenggatBulan,
			prasyarat: listPrasyaratBawaan(readDataRencana(ctx), awal.instrumen).map((p) => ({ ...p, sifat })),
		},
		catatan: listCatatanLuar(awal.instrumen),
	};
}

/** The plan asked for with its alternatives, or why there is none and what would help. */
export async function hitungRencana(
	ctx: Pick<Ctx, 'dir'>,
	bahan: Bahan,
	minta: Minta,
	kueri: Kueri,
): Promise<HasilSusun> {
	try {
		return await cariRencana(ctx, bahan, minta, kueri);
	} catch (sebab) {
		if (sebab instanceof SolverSibuk) return { keadaan: 'tidak_pasti' };
		throw sebab;
	}
}

async function cariRencana(
	ctx: Pick<Ctx, 'dir'>,
	bahan: Bahan,
	minta: Minta,
	kueri: Kueri,
): Promise<HasilSusun> {
	const masukan = susunMasukan(ctx, bahan, minta);
	const { project } = ctx.dir;
	if (minta.peluang !== null) return await planDenganPeluang(project, bahan, masukan, minta);
	// Constraints that tie indicators to each other ask the integer solver anew for each alternative.
	const terikat = minta.keras || [minta.kapasitas, minta.sasaran].some((isi) => Object.keys(isi).length > 0);
	const banyak = terikat ? Math.max(ALTERNATIF / 2, minta.pilihan) : ALTERNATIF;
	const daftar = await solveAside(project, 'alternatif', masukan, banyak);
	if (daftar.length > 0) return tampilkan(bahan, masukan, minta, daftar);
	const hasil = await solveAside(project, 'rencana', masukan);
	if (hasil.ok) return tampilkan(bahan, masukan, minta, [hasil.rencana]);
	if (hasil.reason === 'belum_dijawab') return { keadaan: 'belum_lengkap', indikator: [...hasil.indikator] };
	if (hasil.reason === 'prasyarat_melingkar')
		return { keadaan: 'melingkar', lingkaran: [...hasil.lingkaran] };
	if (hasil.reason === 'tidak_pasti') return { keadaan: 'tidak_pasti' };
	const usul = [...hasil.pelonggaran.map((p) => [p]), ...hasil.gabungan.map(({ isi }) => isi)];
	return {
		keadaan: 'tidak_layak',
		pelonggaran: usul.map((isi) => susunUsul(bahan, minta, kueri, isi)),
		berdua: hasil.gabungan.length > 0,
		lengkap: hasil.lengkap,
	};
}

/** What to change as one sentence, and the address with it changed. */
function susunUsul(bahan: Bahan, minta: Minta, kueri: Kueri, isi: readonly Pelonggaran[]) {
	const bernama = isi.map((p) => ({ ...p, kalimat: namai(bahan, p) }));
	const [a, b] = bernama;
	const ubah = isi.reduce(
		({ minta, kueri }, p) => {
			const medan = ubahKueri(minta, p);
			return { minta: tanpaIndikator(minta, p), kueri: { ...kueri, ...medan } };
		},
		{ minta, kueri: {} as Record<string, string | null> },
	);
	return {
		kalimat: a && b ? kalimatGabungan([a, b]) : (a?.kalimat ?? { id: '', en: '' }),
		kueri: tulisKueri(kueri, ubah.kueri),
	};
}

/** Without what was released, so that two releases of a kind are both in the address. */
const tanpaIndikator = (minta: Minta, { kendala, tentang = '', ke }: Pelonggaran): Minta => {
	const lepas = tentang.split(', ');
	const sisa = <T>(isi: Record<string, T>) =>
		Object.fromEntries(Object.entries(isi).filter(([id]) => !lepas.includes(id)));
	if (kendala === 'kecuali') return { ...minta, kecuali: minta.kecuali.filter((id) => !lepas.includes(id)) };
	if (kendala === 'tetap') return { ...minta, tetap: sisa(minta.tetap) };
	const nilai = parseDesimal(ke);
	if (kendala === 'sasaran' && nilai) return { ...minta, sasaran: { ...minta.sasaran, [tentang]: nilai } };
	return minta;
};

async function planDenganPeluang(
	project: string,
	bahan: Bahan,
	masukan: MasukanRencana,
	minta: Minta,
): Promise<HasilSusun> {
	const hasil = await solveAside(project, 'peluang', masukan, pecahan(minta.peluang ?? 0, 100));
	if (hasil.ok) return tampilkan(bahan, masukan, { ...minta, pilihan: 1 }, [hasil.hasil.rencana]);
	if (hasil.reason === 'belum_dijawab') return { keadaan: 'belum_lengkap', indikator: [...hasil.indikator] };
	if (hasil.reason === 'prasyarat_melingkar')
		return { keadaan: 'melingkar', lingkaran: [...hasil.lingkaran] };
	return { keadaan: hasil.reason };
}

function tampilkan(
	bahan: Bahan,
	masukan: MasukanRencana,
	minta: Minta,
	daftar: readonly Rencana[],
): HasilSusun {
	const pilihan = minta.pilihan <= daftar.length ? minta.pilihan : 1;
	const rencana = daftar[pilihan - 1] as Rencana;
	const { risiko } = chanceRencana(masukan, rencana);
	const tujuan = minta.target === null && minta.anggaran !== null ? 'indeks' : 'biaya';
	return {
		keadaan: 'ada',
		pilihan,
		hasil: tampilkanRencana(bahan, rencana, { satuan: minta.satuan, tujuan }, risiko),
		alternatif: daftar.map((r, n) => ({
			n: n + 1,
			biaya: r.biaya,
			indeks: toDesimal(r.indeks),
			langkah: r.langkah.map((l) => `${l.indikator} ${l.dari / 100}→${l.ke / 100}`.replaceAll('.', ',')),
		})),
	};
}

/** The sentence with the unit's name where it names a unit by its number. */
function namai({ unit }: Bahan, p: Pelonggaran): { id: string; en: string } {
	const nama = p.kendala === 'kapasitas' && [...unit.values()].find((u) => String(u.id) === p.tentang)?.nama;
	if (!nama || p.tentang === undefined) return p.kalimat;
	const { id, en } = p.kalimat;
	const { tentang } = p;
	const ganti = (teks: string, awalan: string) => teks.replace(`${awalan} ${tentang} `, `${awalan} ${nama} `);
	return { id: ganti(id, 'kapasitas'), en: ganti(en, 'capacity of') };
}

/** The fields of the address that apply a relaxation. */
function ubahKueri(minta: Minta, p: Pelonggaran): Record<string, string | null> {
	const sesudah = tanpaIndikator(minta, p);
	if (p.kendala === 'target') return { target: p.ke.replace('.', ',') };
	if (p.kendala === 'anggaran') return { anggaran: p.ke };
	if (p.kendala === 'min_tingkat') return { min: p.ke };
	if (p.kendala === 'kapasitas') return { [`k${p.tentang}`]: p.ke };
	if (p.kendala === 'tenggat') return { tenggat: p.ke };
	if (p.kendala === 'prasyarat') return { prasyarat: null };
	if (p.kendala === 'sasaran') return { sasaran: tulisSasaran(sesudah.sasaran) };
	if (p.kendala === 'kecuali') return { kecuali: sesudah.kecuali.join(' ') };
	return {
		tetap: Object.entries(sesudah.tetap)
			.map(([id, t]) => `${id}=${t / 100}`)
			.join(' '),
	};
}

export interface TitikTampil {
	biaya: number;
	/** Whole hundredths would hide small steps: exact, rounded to four decimals. */
	indeks: string;
	optimal: boolean;
}

const TITIK = 16;
const WAKTU_MS = 900;

/** Cost ↔ index under the other constraints; what did not fit into a second is left out and said so. */
export async function hitungBatas(
	ctx: Pick<Ctx, 'dir'>,
	bahan: Bahan,
	minta: Minta,
): Promise<{ titik: TitikTampil[]; lengkap: boolean }> {
	const masukan = susunMasukan(ctx, bahan, minta);
	try {
		const { titik, lengkap } = await solveAside(ctx.dir.project, 'batas', masukan, TITIK, WAKTU_MS);
		return {
			titik: titik.map((t) => ({
				biaya: t.biaya,
				indeks: toDesimal(t.indeks, 4),
				optimal: t.kepastian.optimal,
			})),
			lengkap,
		};
	} catch (sebab) {
		if (sebab instanceof SolverSibuk) return { titik: [], lengkap: false };
		throw sebab;
	}
}
