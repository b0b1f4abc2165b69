import { crc32, deflateRawSync } from 'node:zlib';
import { type KolomResmi, kolomResmi } from './hasil.schema.ts';

/** Builders of import files for tests. */
export type Baris = Record<KolomResmi, string>;

const dasar: Baris = {
	year: '2025',
	institution: 'Kota Balikpapan',
	type: 'kota',
	province: 'Kalimantan Timur',
	index: '3.96',
	predicate: 'Sangat Baik',
	source: 'Laporan uji',
	d1_kebijakan: '4.50',
	d2_tata_kelola: '3.90',
	d3_manajemen: '2.64',
	d4_layanan: '4.32',
	note: '',
};

export const kepala: readonly string[] = kolomResmi;

export function buatBaris(isi: Partial<Baris> = {}): string[] {
	return kolomResmi.map((kolom) => isi[kolom] ?? dasar[kolom]);
}

/** A row that states only the index. */
export function barisIndeks(isi: Partial<Baris>): string[] {
	return buatBaris({
		d1_kebijakan: '',
		d2_tata_kelola: '',
		d3_manajemen: '',
		d4_layanan: '',
		predicate: '',
		...isi,
	});
}

export function tulisBaris(sel: readonly string[], pemisah = ','): string {
	return sel.map((s) => (/[",;\t\n]/.test(s) ? `"${s.replaceAll('"', '""')}"` : s)).join(pemisah);
}

/** A whole file: header, rows, line ends. */
export function buatCsv(baris: readonly (readonly string[])[], pemisah = ',', akhir = '\r\n'): Buffer {
	return Buffer.from([kepala, ...baris].map((b) => tulisBaris(b, pemisah) + akhir).join(''));
}

/** A ZIP archive; `ukuran` lets an entry lie about its size. */
export function buatZip(isi: Record<string, string | Buffer>, ukuran: Record<string, number> = {}): Buffer {
	const lokal: Buffer[] = [];
	const pusat: Buffer[] = [];
	let letak = 0;
	for (const [nama, teks] of Object.entries(isi)) {
		const data = Buffer.from(teks);
		const padat = deflateRawSync(data);
		const kepalaIsi = Buffer.alloc(26);
		kepalaIsi.writeUInt16LE(20, 0);
		kepalaIsi.writeUInt16LE(8, 4);
		kepalaIsi.writeUInt32LE(crc32(data), 10);
		kepalaIsi.writeUInt32LE(padat.length, 14);
		kepalaIsi.writeUInt32LE(ukuran[nama] ?? data.length, 18);
		kepalaIsi.writeUInt16LE(Buffer.byteLength(nama), 22);
		const ekor = Buffer.alloc(14);
		ekor.writeUInt32LE(letak, 10);
		const satu = Buffer.concat([Buffer.from('PK\x03\x04'), kepalaIsi, Buffer.from(nama), padat]);
		pusat.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00'), kepalaIsi, ekor, Buffer.from(nama)]));
		lokal.push(satu);
		letak += satu.length;
	}
	const daftar = Buffer.concat(pusat);
	const akhir = Buffer.alloc(18);
	akhir.writeUInt16LE(pusat.length, 4);
	akhir.writeUInt16LE(pusat.length, 6);
	akhir.writeUInt32LE(daftar.length, 8);
	akhir.writeUInt32LE(letak, 12);
	return Buffer.concat([...lokal, daftar, Buffer.from('PK\x05\x06'), akhir]);
}

/** The parts of a workbook with sheets of this XML: "Daftar", "Daftar 2" … */
export function anggotaXlsx(...lembar: string[]): Record<string, string> {
	const nomor = lembar.map((_, n) => n + 1);
	return {
		'[Content_Types].xml': '<Types/>',
		'xl/workbook.xml': `<workbook><sheets>${nomor.map((n) => `<sheet name="Daftar${n > 1 ? ` ${n}` : ''}" sheetId="${n}" r:id="rId${n}"/>`).join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `<Relationships>${nomor.map((n) => `<Relationship Id="rId${n}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${n}.xml"/>`).join('')}</Relationships>`,
		...Object.fromEntries(
			lembar.map((isi, n) => [
				`xl/worksheets/sheet${n + 1}.xml`,
				`<worksheet><sheetData>${isi}</sheetData></worksheet>`,
			]),
		),
	};
}

/** A row of inline text cells; `ganti` replaces the cell at a column letter by other XML. */
export function barisXml(nomor: number, sel: readonly string[], ganti: Record<string, string> = {}): string {
	const isi = sel.map((teks, i) => {
		const alamat = `${String.fromCharCode(65 + i)}${nomor}`;
		return (
			ganti[alamat] ?? `<c r="${alamat}" t="inlineStr"><is><t>${teks.replaceAll('&', '&amp;')}</t></is></c>`
		);
	});
	return `<row r="${nomor}">${isi.join('')}</row>`;
}
