/** A finished file. `nama` is ASCII without quotes. */
export interface BerkasLaporan {
	nama: string;
	tipe: string;
	isi: Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
}

export const TIPE = {
	pdf: 'application/pdf',
	docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
	zip: 'application/zip',
} as const;
export type FormatLaporan = keyof typeof TIPE;

export const namaBerkas = (nama: string, format: FormatLaporan): string =>
	`${nama.replace(/[^\w.-]/g, '-')}.${format}`;
