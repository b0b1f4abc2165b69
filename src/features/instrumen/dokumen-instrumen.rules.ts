import { listAspek } from '#scoring/instrumen.ts';
import type { AspekLengkap, DomainLengkap, IndikatorLengkap, InstrumenLengkap } from './instrumen.schema.ts';
import { findTanpaPadanan, listPendahulu, listPenerus } from './padanan.rules.ts';
import type { Padanan, PasanganPadanan, TanpaPadanan } from './padanan.schema.ts';

/** A part of the document: a domain with its aspects, or all aspects of an instrument without domains. */
export interface BagianDokumen {
	domain: DomainLengkap | null;
	aspek: AspekLengkap[];
}

export function listBagian(instrumen: InstrumenLengkap): BagianDokumen[] {
	return instrumen.domain.length > 0
		? instrumen.domain.map((domain) => ({ domain, aspek: domain.aspek }))
		: [{ domain: null, aspek: instrumen.aspek }];
}

/** How many of each an instrument has. */
export function hitungSimpul(instrumen: InstrumenLengkap) {
	const aspek = listAspek(instrumen);
	return {
		domain: instrumen.domain.length,
		aspek: aspek.length,
		indikator: aspek.reduce((n, a) => n + a.indikator.length, 0),
	};
}

export interface TingkatTampil {
	tingkat: number;
	/** Name of the level; null where the sources give none. */
	nama: string | null;
	kriteria: string | null;
	/** Evidence that the guides ask at this level, by kind of indicator. */
	bukti: string[];
	mempertahankan: string[];
}

/** The levels of an indicator, lowest first; where it has no criterion of its own, the family's stands. */
export function susunTingkat(instrumen: InstrumenLengkap, indikator: IndikatorLengkap): TingkatTampil[] {
	const keluarga = instrumen.keluargaTingkat[indikator.keluarga]?.tingkat ?? {};
	const profil = indikator.profilBukti ? instrumen.profilBukti[indikator.profilBukti] : undefined;
	const kunci = [...new Set([...Object.keys(keluarga), ...Object.keys(indikator.tingkat)])].sort();
	return kunci.map((k) => ({
		tingkat: Number(k),
		nama: keluarga[k]?.nama ?? null,
		kriteria: indikator.tingkat[k] ?? keluarga[k]?.kriteria ?? null,
		bukti: profil?.tingkat[k] ?? [],
		mempertahankan: profil?.mempertahankan[k] ?? [],
	}));
}

/** Where an indicator stands in the tree, with its neighbours in reading order. */
export interface TempatIndikator {
	domain: DomainLengkap | null;
	aspek: AspekLengkap;
	indikator: IndikatorLengkap;
	sebelum: IndikatorLengkap | null;
	sesudah: IndikatorLengkap | null;
}

export function cariIndikator(instrumen: InstrumenLengkap, id: string): TempatIndikator | undefined {
	const urut = listBagian(instrumen).flatMap(({ domain, aspek }) =>
		aspek.flatMap((a) => a.indikator.map((indikator) => ({ domain, aspek: a, indikator }))),
	);
	const letak = urut.findIndex(({ indikator }) => indikator.id === id);
	const ini = urut[letak];
	if (!ini) return undefined;
	return {
		...ini,
		sebelum: urut[letak - 1]?.indikator ?? null,
		sesudah: urut[letak + 1]?.indikator ?? null,
	};
}

/** A link of the crosswalk to one indicator of another instrument. */
export interface Kaitan {
	instrumen: string;
	indikator: string;
	/** Short name, or the id where the other instrument is not loaded. */
	nama: string;
	kepastian: PasanganPadanan['kepastian'];
	pemakaianBukti: NonNullable<PasanganPadanan['pemakaianBukti']> | null;
}

/** What the crosswalk says of one indicator. */
export interface Hubungan {
	pendahulu: Kaitan[];
	penerus: Kaitan[];
	tanpaPendahulu: TanpaPadanan | null;
	tanpaPenerus: TanpaPadanan | null;
}

/** Predecessors and successors of an indicator, with the names of the other instruments' indicators. */
export function cariHubungan(
	padanan: Padanan,
	daftar: readonly InstrumenLengkap[],
	instrumen: string,
	indikator: string,
): Hubungan {
	const ini = { instrumen, indikator };
	const tulis = (p: PasanganPadanan, ujung: 'dari' | 'ke'): Kaitan => ({
		...p[ujung],
		nama: namaIndikator(daftar, p[ujung].instrumen, p[ujung].indikator),
		kepastian: p.kepastian,
		pemakaianBukti: p.pemakaianBukti ?? null,
	});
	return {
		pendahulu: listPendahulu(padanan, ini).map((p) => tulis(p, 'dari')),
		penerus: listPenerus(padanan, ini).map((p) => tulis(p, 'ke')),
		tanpaPendahulu: findTanpaPadanan(padanan, 'pendahulu', ini) ?? null,
		tanpaPenerus: findTanpaPadanan(padanan, 'penerus', ini) ?? null,
	};
}

export function namaIndikator(daftar: readonly InstrumenLengkap[], instrumen: string, id: string): string {
	const lengkap = daftar.find((i) => i.id === instrumen);
	return (lengkap && cariIndikator(lengkap, id)?.indikator.pendek) ?? id;
}

/** "2018–2020" for years without a gap, else "2018, 2020". */
export function rentangTahun(tahun: readonly number[]): string {
	const urut = [...tahun].sort((a, b) => a - b);
	const [awal, akhir] = [urut[0], urut.at(-1)];
	if (awal === undefined || akhir === undefined) return '';
	if (awal === akhir) return String(awal);
	return akhir - awal === urut.length - 1 ? `${awal}–${akhir}` : urut.join(', ');
}

/** Criteria that are the indicator's own, so that they need to be shown with it. */
export function berkriteriaSendiri(indikator: IndikatorLengkap): boolean {
	return Object.keys(indikator.tingkat).length > 0;
}
