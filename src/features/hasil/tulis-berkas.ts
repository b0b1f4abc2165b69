import writeXlsxFile from 'write-excel-file/node';
import { type Kolom, susunSel, tulisCsv } from './berkas-tabel.rules.ts';
import { tetapkanWaktu } from './export-zip.ts';
import type { FormatBerkas } from './nama-berkas.rules.ts';

/** A file ready to be sent. */
export interface Berkas {
	nama: string;
	tipe: string;
	isi: string | Uint8Array<ArrayBuffer>;
}

/** One table as a file; the same rows give the same bytes. JSON holds the rows under `hasil`. */
export async function tulisBerkas<T>(
	nama: string,
	format: FormatBerkas,
	kolom: readonly Kolom<T>[],
	baris: readonly T[],
): Promise<Berkas> {
	return { nama: `${nama}.${format}`, tipe: tipe[format], isi: await tulis(format, kolom, baris) };
}

const tipe: Record<FormatBerkas, string> = {
	csv: 'text/csv; charset=utf-8',
	json: 'application/json; charset=utf-8',
	xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

async function tulis<T>(
	format: FormatBerkas,
	kolom: readonly Kolom<T>[],
	baris: readonly T[],
): Promise<Berkas['isi']> {
	if (format === 'csv') return tulisCsv(kolom, baris);
	if (format === 'json') return `${JSON.stringify({ hasil: baris }, null, '\t')}\n`;
	return new Uint8Array(
		tetapkanWaktu(await writeXlsxFile(susunSel(kolom, baris), { sheet: 'Hasil' }).toBuffer()),
	);
}
