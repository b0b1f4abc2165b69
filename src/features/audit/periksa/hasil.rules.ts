import type { KunciPesan } from './pesan.copy.ts';

export const daftarStatus = ['LULUS', 'GAGAL', 'INFO', 'TIDAK DIUJI', 'GALAT', 'TIDAK BERLAKU'] as const;
export type Status = (typeof daftarStatus)[number];

/** What one check came to. The sentence is written when it is shown. */
export interface Hasil {
	id: string;
	status: Status;
	kata: KunciPesan;
	isi: readonly string[];
}

export const hasil = (id: string, status: Status, kata: KunciPesan, ...isi: string[]): Hasil => ({
	id,
	status,
	kata,
	isi,
});

/** Thresholds; which are proposals, and whose, stands in data/pemeriksaan.json. */
export interface Ambang {
	sertifikatWaspadaHari: number;
	sertifikatKritisHari: number;
	hstsDetik: number;
	hstsLemahDetik: number;
	sesiJam: number;
	jamServerDetik: number;
	/** Words that betray pages planted by gamblers. */
	kataSusupan: readonly string[];
}
