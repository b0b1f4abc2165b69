import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { bersihkan } from './dokumen.rules.ts';

/** `desimal` shows two decimals. Text is always text: nothing in it is ever taken for a formula. */
export type SelXlsx = string | number | null;
/** Looks of a cell; `buka` may be filled in on a locked sheet. */
export type GayaSel = 'biasa' | 'kepala' | 'desimal' | 'buka' | 'bukaAngka' | 'tebal' | 'redup';

export interface KolomXlsx {
	nama: string;
	/** Characters. */
	lebar: number;
	gaya?: GayaSel;
}

export interface LembarXlsx {
	nama: string;
	kolom: readonly KolomXlsx[];
	baris: Iterable<BarisXlsx> | AsyncIterable<BarisXlsx>;
	/** Locks every cell but those that are `buka`. */
	terkunci?: boolean;
	/** Not shown in the list of sheets, and not to be shown by a click. */
	tersembunyi?: boolean;
	/** Choices of a column, by its number from 0, for the rows 2 … `sampai`. */
	pilihan?: readonly { kolom: number; sampai: number; isi: readonly string[]; pesan: string }[];
}
export type BarisXlsx = readonly SelXlsx[] | { sel: readonly SelXlsx[]; gaya: readonly (GayaSel | null)[] };

const urutanGaya: readonly GayaSel[] = ['biasa', 'kepala', 'desimal', 'buka', 'bukaAngka', 'tebal', 'redup'];
/** A date in the archive: the same rows give the same bytes. */
const WAKTU = new Date(2000, 0, 1);
const HURUF_TERBANYAK = 32_767;

/** A workbook as it is read: rows are asked for one by one, and nothing of it is kept in memory. */
export function streamXlsx(lembar: readonly LembarXlsx[]): Readable {
	const zip = new ZipFile();
	const keluar = zip.outputStream as Readable;
	const tambah = (nama: string, isi: string) => zip.addBuffer(Buffer.from(isi), nama, { mtime: WAKTU });
	zip.on('error', (error) => keluar.destroy(error as Error));
	keluar.setMaxListeners(lembar.length + 20); // each sheet listens for the reader's going away
	tambah('[Content_Types].xml', tulisJenis(lembar.length));
	tambah('_rels/.rels', kaitan([['officeDocument', 'xl/workbook.xml']]));
	tambah('xl/workbook.xml', tulisBuku(lembar));
	tambah('xl/styles.xml', gayaXml);
	const daftar = lembar.map((_, n): [string, string] => ['worksheet', `worksheets/sheet${n + 1}.xml`]);
	tambah('xl/_rels/workbook.xml.rels', kaitan([...daftar, ['styles', 'styles.xml']]));
	for (const [n, l] of lembar.entries())
		zip.addReadStreamLazy(`xl/worksheets/sheet${n + 1}.xml`, { mtime: WAKTU }, (cb) => {
			const sumber = Readable.from(kumpulkan(tulisLembar(l)), { objectMode: false });
			sumber.once('error', (error) => keluar.destroy(error));
			keluar.once('close', () => sumber.destroy());
			cb(null, sumber);
		});
	zip.end();
	return keluar;
}

/** The same, whole. */
export async function tulisXlsx(lembar: readonly LembarXlsx[]): Promise<Uint8Array<ArrayBuffer>> {
	const potong: Uint8Array[] = [];
	for await (const p of streamXlsx(lembar)) potong.push(p as Uint8Array);
	return new Uint8Array(Buffer.concat(potong));
}

/** Small pieces together, so that the archive is not fed row by row. */
async function* kumpulkan(bagian: AsyncIterable<string>): AsyncGenerator<Buffer> {
	let teks = '';
	for await (const b of bagian) {
		teks += b;
		if (teks.length < 65_536) continue;
		yield Buffer.from(teks);
		teks = '';
	}
	if (teks !== '') yield Buffer.from(teks);
}

async function* tulisLembar({ kolom, baris, terkunci, pilihan = [] }: LembarXlsx): AsyncGenerator<string> {
	yield `${KEPALA}<worksheet xmlns="${NS}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${kolom
		.map((k, n) => `<col min="${n + 1}" max="${n + 1}" width="${k.lebar}" customWidth="1"/>`)
		.join('')}</cols><sheetData>`;
	const kepala = kolom.map((k) => k.nama);
	const lebar = kolom.map((k) => k.lebar);
	yield tulisBaris(
		1,
		kepala,
		kepala.map(() => 'kepala'),
		lebar,
	);
	let nomor = 1;
	for await (const b of baris) {
		const { sel, gaya } = 'sel' in b ? b : { sel: b, gaya: [] };
		yield tulisBaris(
			++nomor,
			sel,
			kolom.map((k, n) => gaya[n] ?? k.gaya ?? 'biasa'),
			lebar,
		);
	}
	const kunci = terkunci
		? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
		: '';
	const atur = pilihan.map(tulisPilihan).join('');
	yield `</sheetData>${kunci}${atur && `<dataValidations count="${pilihan.length}">${atur}</dataValidations>`}<pageMargins left="0.5" right="0.5" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

const KEPALA = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NS = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const lolos = (teks: string) =>
	bersihkan(teks)
		.replace(/&/g, '&amp;')
		.replace(/</g, '&lt;')
		.replace(/>/g, '&gt;')
		.replace(/"/g, '&quot;')
		.replace(/\r\n?/g, '\n');

/** "A", "Z", "AA". */
export const hurufKolom = (n: number): string =>
	(n >= 26 ? hurufKolom(Math.floor(n / 26) - 1) : '') + String.fromCharCode(65 + (n % 26));

function tulisBaris(
	nomor: number,
	sel: readonly SelXlsx[],
	gaya: readonly GayaSel[],
	lebar: readonly number[],
): string {
	const isi = sel.map((nilai, n) => {
		const alamat = `r="${hurufKolom(n)}${nomor}" s="${urutanGaya.indexOf(gaya[n] ?? 'biasa')}"`;
		if (nilai === null || nilai === '') return `<c ${alamat}/>`;
		if (typeof nilai === 'number') return `<c ${alamat}><v>${nilai}</v></c>`;
		const teks = lolos(nilai.slice(0, HURUF_TERBANYAK));
		return `<c ${alamat} t="inlineStr"><is><t xml:space="preserve">${teks}</t></is></c>`;
	});
	return `<row r="${nomor}" ht="${tinggiBaris(sel, lebar)}" customHeight="1">${isi.join('')}</row>`;
}

const TINGGI = 15;
const BARIS_TERLIHAT = 16;

/** Points that show the text of the fullest cell, up to a limit: not every program fits rows by itself. */
function tinggiBaris(sel: readonly SelXlsx[], lebar: readonly number[]): number {
	const baris = sel.map((isi, n) =>
		typeof isi === 'string' && isi.length > (lebar[n] ?? 10)
			? isi.split('\n').reduce((jumlah, b) => jumlah + Math.max(1, Math.ceil(b.length / (lebar[n] ?? 10))), 0)
			: 1 + (typeof isi === 'string' ? isi.split('\n').length - 1 : 0),
	);
	return TINGGI * Math.min(BARIS_TERLIHAT, Math.max(1, ...baris));
}

function tulisPilihan(p: NonNullable<LembarXlsx['pilihan']>[number]): string {
	const k = hurufKolom(p.kolom);
	return `<dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="Nilai tidak dikenal" error="${lolos(p.pesan)}" promptTitle="Pilih dari daftar" prompt="${lolos(p.pesan)}" sqref="${k}2:${k}${Math.max(2, p.sampai)}"><formula1>"${lolos(p.isi.join(','))}"</formula1></dataValidation>`;
}

function tulisJenis(banyak: number): string {
	const dasar = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
	const bagian = [
		['/xl/workbook.xml', 'sheet.main'],
		['/xl/styles.xml', 'styles'],
		...Array.from({ length: banyak }, (_, n) => [`/xl/worksheets/sheet${n + 1}.xml`, 'worksheet']),
	].map(([nama, jenis]) => `<Override PartName="${nama}" ContentType="${dasar}.${jenis}+xml"/>`);
	return `${KEPALA}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${bagian.join('')}</Types>`;
}

const kaitan = (daftar: readonly [string, string][]) =>
	`${KEPALA}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${daftar
		.map(([jenis, tujuan], n) => `<Relationship Id="rId${n + 1}" Type="${REL}/${jenis}" Target="${tujuan}"/>`)
		.join('')}</Relationships>`;

function tulisBuku(lembar: readonly LembarXlsx[]): string {
	const nama = namaUnik(lembar.map((l) => l.nama));
	const daftar = lembar.map(
		(l, n) =>
			`<sheet name="${lolos(nama[n] ?? '')}" sheetId="${n + 1}"${l.tersembunyi ? ' state="veryHidden"' : ''} r:id="rId${n + 1}"/>`,
	);
	const ulang = lembar.map(
		(_, n) =>
			`<definedName name="_xlnm.Print_Titles" localSheetId="${n}">'${lolos((nama[n] ?? '').replaceAll("'", "''"))}'!$1:$1</definedName>`,
	);
	const aktif = Math.max(
		0,
		lembar.findIndex((l) => !l.tersembunyi),
	);
	return `${KEPALA}<workbook xmlns="${NS}" xmlns:r="${REL}"><bookViews><workbookView activeTab="${aktif}" firstSheet="${aktif}"/></bookViews><sheets>${daftar.join('')}</sheets><definedNames>${ulang.join('')}</definedNames></workbook>`;
}

/** Names that a workbook accepts: at most 31 characters without []:*?/\, each once. */
export function namaUnik(nama: readonly string[]): string[] {
	const ada = new Set<string>();
	return nama.map((n) => {
		const dasar =
			bersihkan(n)
				.replace(/[[\]:*?/\\']/g, ' ')
				.trim()
				.slice(0, 31) || 'Lembar';
		let hasil = dasar;
		for (let i = 2; ada.has(hasil.toLowerCase()); i++) hasil = `${dasar.slice(0, 27)} ${i}`;
		ada.add(hasil.toLowerCase());
		return hasil;
	});
}

const rata = '<alignment vertical="top" wrapText="1"/>';
const xf = (isi: string, dalam = '') =>
	`<xf xfId="0" ${isi} applyAlignment="1" applyProtection="1">${rata}${dalam}</xf>`;
const buka = '<protection locked="0"/>';
const gayaXml = `${KEPALA}<styleSheet xmlns="${NS}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="11"/><color rgb="FF515B6B"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE7ECF3"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFFBE6"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"><color rgb="FFC9CED8"/></left><right style="thin"><color rgb="FFC9CED8"/></right><top style="thin"><color rgb="FFC9CED8"/></top><bottom style="thin"><color rgb="FFC9CED8"/></bottom></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7">${[
	xf('numFmtId="0" fontId="0" fillId="0" borderId="1"'),
	xf('numFmtId="0" fontId="1" fillId="2" borderId="1" applyFont="1" applyFill="1"'),
	xf('numFmtId="2" fontId="0" fillId="0" borderId="1" applyNumberFormat="1"'),
	xf('numFmtId="0" fontId="0" fillId="3" borderId="1" applyFill="1"', buka),
	xf('numFmtId="0" fontId="0" fillId="3" borderId="1" applyFill="1"', buka),
	xf('numFmtId="0" fontId="1" fillId="0" borderId="1" applyFont="1"'),
	xf('numFmtId="0" fontId="2" fillId="0" borderId="1" applyFont="1"'),
].join('')}</cellXfs></styleSheet>`;
