import type { Aspek, Domain, Indikator, Instrumen } from '#scoring/instrumen.ts';
import type { AspekLengkap, IndikatorLengkap, InstrumenLengkap, JenisIndikator } from './instrumen.schema.ts';

/** What the calculator needs of an indicator; `tingkat` holds its own criteria by level, if any. */
export interface IndikatorHitung extends Indikator {
	pendek: string;
	jenis: JenisIndikator;
	keluarga: string;
	tingkat: Record<string, string>;
}
export interface AspekHitung extends Aspek {
	indikator: IndikatorHitung[];
}
export interface DomainHitung extends Domain {
	aspek: AspekHitung[];
}
/** An instrument for the browser: the scoring core's tree with names and level texts, nothing else. */
export interface InstrumenHitung extends Instrumen {
	versi: number;
	nama: string;
	singkatan: string;
	tahun: number[];
	keluargaTingkat: Record<string, { tingkat: Record<string, { nama?: string; kriteria?: string }> }>;
	domain: DomainHitung[];
	aspek: AspekHitung[];
}

export interface TeksTingkat {
	/** Name of the level in its family; null where none is known. */
	nama: string | null;
	kriteria: string | null;
	/** The criterion is the family's general one, not the indicator's own. */
	umum: boolean;
}

/** Strips an instrument to what the scoring core and the calculator page need. */
export function pickInstrumenHitung(instrumen: InstrumenLengkap): InstrumenHitung {
	const { id, versi, nama, singkatan, tahun, skala, satuanBobot, pembulatan, predikat } = instrumen;
	return {
		id,
		versi,
		nama,
		singkatan,
		tahun,
		skala: { min: skala.min, maks: skala.maks, desimal: skala.desimal },
		satuanBobot: { total: satuanBobot.total, perPersen: satuanBobot.perPersen },
		pembulatan: { desimal: pembulatan.desimal, cara: pembulatan.cara },
		predikat: {
			aturan: predikat.aturan,
			aturanTahun: predikat.aturanTahun,
			pita: predikat.pita.map(({ nama, min, maks, maksTermasuk }) => ({ nama, min, maks, maksTermasuk })),
		},
		keluargaTingkat: pickKeluarga(instrumen),
		domain: instrumen.domain.map((d) => ({ ...pickSimpul(d), aspek: d.aspek.map(pickAspek) })),
		aspek: instrumen.aspek.map(pickAspek),
	};
}

/**
 * Name and criterion of a level for an indicator, from a full or a stripped instrument. Levels are whole numbers;
 * one off the scale has neither.
 */
export function bacaTingkat(
	instrumen: Pick<InstrumenHitung, 'keluargaTingkat'>,
	indikator: Pick<IndikatorHitung, 'keluarga' | 'tingkat'>,
	tingkat: number,
): TeksTingkat {
	const umum = instrumen.keluargaTingkat[indikator.keluarga]?.tingkat[String(tingkat)];
	const sendiri = indikator.tingkat[String(tingkat)];
	return {
		nama: umum?.nama ?? null,
		kriteria: sendiri ?? umum?.kriteria ?? null,
		umum: sendiri === undefined && umum?.kriteria !== undefined,
	};
}

function pickKeluarga({ keluargaTingkat }: InstrumenLengkap): InstrumenHitung['keluargaTingkat'] {
	return Object.fromEntries(
		Object.entries(keluargaTingkat).map(([id, { tingkat }]) => [
			id,
			{
				tingkat: Object.fromEntries(
					Object.entries(tingkat).map(([t, { nama, kriteria }]) => [
						t,
						{ ...(nama !== undefined && { nama }), ...(kriteria !== undefined && { kriteria }) },
					]),
				),
			},
		]),
	);
}

const pickSimpul = ({ id, no, nama, bobot }: { id: string; no: number; nama: string; bobot: number }) => ({
	id,
	no,
	nama,
	bobot,
});

const pickAspek = (aspek: AspekLengkap): AspekHitung => ({
	...pickSimpul(aspek),
	indikator: aspek.indikator.map(pickIndikator),
});

const pickIndikator = (i: IndikatorLengkap): IndikatorHitung => ({
	...pickSimpul(i),
	...(i.butir && { butir: i.butir }),
	pendek: i.pendek,
	jenis: i.jenis,
	keluarga: i.keluarga,
	tingkat: i.tingkat,
});
