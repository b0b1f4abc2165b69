import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import {
	daftarTahap,
	type SkorTersimpan,
	skorPenilaian,
	type Tahap,
} from '#features/penilaian/penilaian.rules.ts';
import { listAspek } from '#scoring/instrumen.ts';

const urutan = (tahap: string) => daftarTahap.indexOf(tahap as Tahap);

export interface EntriNilai {
	id: bigint;
	indikator: string;
	tahap: string;
	/** Hundredths. */
	nilai: number | null;
	fakta: string;
	analisis: string;
	justifikasi: string;
	waktu: Date;
	oleh: string | null;
}

export interface NilaiIndikator {
	id: string;
	nama: string;
	pendek: string;
	aspek: string;
	/** The instrument's weight units. */
	bobot: number;
	mandiri: EntriNilai | null;
	/** Newest of each stage after the self-assessment, in the order of the stages. */
	luar: EntriNilai[];
	/** What stands now: the newest entry of all. */
	kini: EntriNilai | null;
}

/** Every indicator of the assessment with its values, in the instrument's order. */
export function susunNilai(rangka: InstrumenLengkap, entri: readonly EntriNilai[]): NilaiIndikator[] {
	return listAspek(rangka).flatMap((a) =>
		a.indikator.map((i) => {
			const milik = entri.filter((e) => e.indikator === i.id);
			const kini = milik.reduce<EntriNilai | null>((x, e) => (x === null || e.id > x.id ? e : x), null);
			return {
				...{ id: i.id, nama: i.nama, pendek: i.pendek, aspek: a.id, bobot: i.bobot, kini },
				mandiri: milik.find((e) => e.tahap === 'mandiri') ?? null,
				luar: milik.filter((e) => e.tahap !== 'mandiri').sort((x, y) => urutan(x.tahap) - urutan(y.tahap)),
			};
		}),
	);
}

/** Score of the self-assessment and the one that stands now. */
export function skorPutaran(
	rangka: InstrumenLengkap,
	tahun: number,
	nilai: readonly NilaiIndikator[],
): { mandiri: SkorTersimpan; kini: SkorTersimpan; terjawab: number } {
	const hitung = (pilih: (n: NilaiIndikator) => EntriNilai | null) =>
		skorPenilaian(rangka, tahun, new Map(nilai.map((n) => [n.id, pilih(n)?.nilai ?? null])));
	const kini = hitung((n) => n.kini);
	return { mandiri: hitung((n) => n.mandiri).skor, kini: kini.skor, terjawab: kini.terjawab };
}
