import { listAspek } from '#scoring/instrumen.ts';
import { cariHubungan, type Hubungan } from './dokumen-instrumen.rules.ts';
import type { AspekLengkap, IndikatorLengkap, InstrumenLengkap } from './instrumen.schema.ts';
import type { Jeda, Padanan } from './padanan.schema.ts';

export interface BarisPadanan {
	indikator: IndikatorLengkap;
	hubungan: Hubungan;
}

/** One line for each indicator of the middle instrument, by aspect, and what stands outside it on both sides. */
export interface TabelPadanan {
	/** The instrument whose indicators are the lines, with its neighbours in time. */
	tengah: InstrumenLengkap;
	lama: InstrumenLengkap | null;
	baru: InstrumenLengkap | null;
	bagian: { aspek: AspekLengkap; baris: BarisPadanan[] }[];
	/** Indicators of the older instrument that end there. */
	berakhir: { indikator: IndikatorLengkap; alasan: string }[];
	/** Indicators of the newer instrument that begin there. */
	mulai: { indikator: IndikatorLengkap; alasan: string }[];
	jeda: Jeda[];
	catatan: string[];
	jumlah: { lanjut: number; tanpaPenerus: number; tanpaPendahulu: number };
}

/** @returns null when the crosswalk's instruments are not loaded */
export function susunTabelPadanan(
	padanan: Padanan,
	daftar: readonly InstrumenLengkap[],
): TabelPadanan | null {
	const urut = padanan.urutan.map((id) => daftar.find((i) => i.id === id) ?? null);
	const tengah = urut[1] ?? urut[0];
	if (!tengah) return null;
	const [lama, baru] = tengah === urut[1] ? [urut[0] ?? null, urut[2] ?? null] : [null, null];
	const bagian = (listAspek(tengah) as AspekLengkap[]).map((aspek) => ({
		aspek,
		baris: aspek.indikator.map((indikator) => ({
			indikator,
			hubungan: cariHubungan(padanan, daftar, tengah.id, indikator.id),
		})),
	}));
	const semua = bagian.flatMap((b) => b.baris.map((baris) => baris.hubungan));
	return {
		tengah,
		lama,
		baru,
		bagian,
		berakhir: pilihSisa(lama, padanan.tanpaPenerus),
		mulai: pilihSisa(baru, padanan.tanpaPendahulu),
		jeda: padanan.jeda,
		catatan: padanan.catatan,
		jumlah: {
			lanjut: semua.filter((h) => h.penerus.length > 0).length,
			tanpaPenerus: semua.filter((h) => h.penerus.length === 0).length,
			tanpaPendahulu: semua.filter((h) => h.pendahulu.length === 0).length,
		},
	};
}

function pilihSisa(instrumen: InstrumenLengkap | null, tanpa: Padanan['tanpaPenerus']) {
	if (!instrumen) return [];
	const indikator = (listAspek(instrumen) as AspekLengkap[]).flatMap((a) => a.indikator);
	return tanpa
		.filter((t) => t.instrumen === instrumen.id)
		.flatMap((t) => {
			const ini = indikator.find((i) => i.id === t.indikator);
			return ini ? [{ indikator: ini, alasan: t.alasan }] : [];
		});
}
