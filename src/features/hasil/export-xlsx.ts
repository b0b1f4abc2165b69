import writeXlsxFile from 'write-excel-file/node';
import { amankan } from './berkas-tabel.rules.ts';
import { type BarisEkspor, isKolomAngka, type SelResmi } from './export-baris.rules.ts';
import { tetapkanWaktu } from './export-zip.ts';
import { kolomResmi } from './hasil.schema.ts';
import { kolomEkspor } from './import-kolom.rules.ts';

type Sel = { value: string; fontWeight?: 'bold' } | { value: number; format?: string } | null;

/** A workbook: the official columns with where each row comes from, and a sheet that says what they mean. */
export async function tulisXlsx(
	isi: readonly { sel: SelResmi; baris: BarisEkspor | null }[],
	versi: { nomor: string; diubah: Date },
	keterangan: readonly string[],
): Promise<Uint8Array<ArrayBuffer>> {
	const kepala = [...kolomResmi, ...kolomEkspor].map((k) => ({ value: k, fontWeight: 'bold' as const }));
	const hasil: Sel[][] = [kepala, ...isi.map(({ sel, baris }) => [...selBaris(sel), ...selAsal(baris)])];
	const penjelasan: Sel[][] = [
		[teks('Hasil evaluasi SPBE / Pemerintah Digital'), teks('')],
		[teks('Versi data'), teks(versi.nomor)],
		[teks('Diubah'), teks(versi.diubah.toISOString())],
		...keterangan.map((k) => [teks('Keterangan'), teks(k)]),
	];
	const lembar = [
		{ data: hasil, sheet: 'hasil', stickyRowsCount: 1 },
		{ data: penjelasan, sheet: 'keterangan' },
	];
	return new Uint8Array(tetapkanWaktu(await writeXlsxFile(lembar).toBuffer()));
}

const teks = (value: string): Sel => (value === '' ? null : { value });

function selBaris(sel: SelResmi): Sel[] {
	return kolomResmi.map((kolom) => {
		if (sel[kolom] === '') return null;
		if (kolom === 'year') return { value: Number(sel[kolom]) };
		return isKolomAngka(kolom)
			? { value: Number(sel[kolom]), format: '0.00' }
			: { value: amankan(sel[kolom]) };
	});
}

function selAsal(baris: BarisEkspor | null): Sel[] {
	if (!baris) return kolomEkspor.map(() => null);
	return [baris.slug, baris.kodeWilayah, baris.instrumen, baris.status, baris.alasan].map((k) =>
		teks(amankan(k ?? '')),
	);
}
