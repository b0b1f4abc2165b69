import {
	AlignmentType,
	BorderStyle,
	Document,
	Footer,
	Header,
	HeadingLevel,
	type IRunOptions,
	LevelFormat,
	LineRuleType,
	Packer,
	PageNumber,
	PageOrientation,
	Paragraph,
	ShadingType,
	Table,
	TableCell,
	TableRow,
	TextRun,
	WidthType,
} from 'docx';
import { type Blok, bersihkan, type Dokumen, ratakanJudul, type Teks, tulisSel } from './dokumen.rules.ts';

const BIRU = '0B5CAB';
const REDUP = '515B6B';
const GARIS = 'C9CED8';
const MUKA = 'F1F4F8';
/** Twentieths of a point: A4 within margins of 2,2 cm, upright and on its side. */
const LEBAR = 9412;
const LEBAR_MENDATAR = 14344;
const HURUF = 'Calibri';

/** A report as DOCX, to be edited further. What people typed is text of the document, never a field or a link. */
export async function renderDocx(dokumen: Dokumen): Promise<Uint8Array<ArrayBuffer>> {
	const { jenis, judul, subjudul, tentang, kaki, mendatar = false, isi } = dokumen;
	const lebar = mendatar ? LEBAR_MENDATAR : LEBAR;
	const size = mendatar ? datar : { width: 11906, height: 16838 };
	const doc = new Document({
		...{ title: bersihkan(judul), subject: bersihkan(jenis), creator: 'Matang', lastModifiedBy: 'Matang' },
		description: bersihkan(tentang),
		styles: gaya,
		numbering: { config: [penomoran] },
		sections: [
			{
				properties: { page: { size, margin: tepi }, titlePage: true },
				headers: { default: new Header({ children: [kecil(`${jenis} · ${tentang}`)] }), first: kosong() },
				footers: { default: nomor(kaki), first: nomor(kaki) },
				children: [
					new Paragraph({
						children: [lari({ text: jenis.toUpperCase(), color: BIRU, bold: true, size: 20 })],
					}),
					new Paragraph({ style: 'Title', children: [lari({ text: judul })] }),
					...(subjudul === '' ? [] : [kecil(subjudul, 23)]),
					...ratakanJudul(isi).flatMap((b, n) => tulisBlok(b, n, lebar)),
				],
			},
		],
	});
	return new Uint8Array(await Packer.toBuffer(doc));
}

// The library turns the sheet itself: width and height stay those of the upright one.
const datar = { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE };
const tepi = { top: 1400, bottom: 1250, left: 1247, right: 1247 };
const judulGaya = (size: number, color: string, before: number) => ({
	run: { font: HURUF, size, color, bold: true },
	paragraph: { spacing: { before, after: 120 }, keepNext: true },
});
const gaya = {
	default: {
		document: {
			run: { font: HURUF, size: 21, language: { value: 'id-ID' } },
			paragraph: { spacing: { after: 140, line: 276, lineRule: LineRuleType.AUTO } },
		},
		title: {
			run: { font: HURUF, size: 36, bold: true },
			paragraph: { spacing: { before: 60, after: 160, line: 252, lineRule: LineRuleType.AUTO } },
		},
		heading1: judulGaya(28, BIRU, 360),
		heading2: judulGaya(24, '14181F', 280),
		heading3: judulGaya(21, REDUP, 220),
	},
};
const penomoran = {
	reference: 'urut',
	levels: [
		{
			...{ level: 0, format: LevelFormat.DECIMAL, text: '%1.', alignment: AlignmentType.LEFT },
			style: { paragraph: { indent: { left: 425, hanging: 425 } } },
		},
	],
};

const kosong = () => new Header({ children: [new Paragraph({})] });
const kecil = (text: string, size = 17) => new Paragraph({ children: [lari({ text, size, color: REDUP })] });
const nomor = (kaki: string) =>
	new Footer({
		children: [
			kecil(kaki),
			new Paragraph({
				alignment: AlignmentType.RIGHT,
				children: [
					new TextRun({
						...{ size: 17, color: REDUP },
						children: ['Halaman ', PageNumber.CURRENT, ' dari ', PageNumber.TOTAL_PAGES],
					}),
				],
			}),
		],
	});

/** One run of text without line breaks. */
const lari = ({ text, ...lain }: IRunOptions & { text: string }) =>
	new TextRun({ ...lain, text: bersihkan(text) });

const ruas = (teks: Teks, lain: IRunOptions = {}): TextRun[] =>
	typeof teks === 'string'
		? baris(teks, lain)
		: teks.flatMap((r) =>
				baris(r.t, { ...lain, ...(r.tebal && { bold: true }), ...(r.miring && { italics: true }) }),
			);

const baris = (teks: string, lain: IRunOptions): TextRun[] =>
	bersihkan(teks)
		.split(/\r?\n/)
		.map((text, n) => new TextRun({ ...lain, text, ...(n > 0 && { break: 1 }) }));

const tingkatJudul = {
	1: HeadingLevel.HEADING_1,
	2: HeadingLevel.HEADING_2,
	3: HeadingLevel.HEADING_3,
} as const;

function tulisBlok(b: Blok, urut: number, lebar: number): (Paragraph | Table)[] {
	switch (b.b) {
		case 'judul':
			return [
				new Paragraph({
					...{ heading: tingkatJudul[b.tingkat], pageBreakBefore: b.halamanBaru ?? false },
					children: ruas(b.teks),
				}),
			];
		case 'paragraf':
			return [new Paragraph({ children: ruas(b.teks, b.redup ? { color: REDUP, size: 19 } : {}) })];
		case 'daftar':
			return b.butir.map(
				(t) =>
					new Paragraph({
						...(b.bernomor
							? { numbering: { reference: 'urut', level: 0, instance: urut } }
							: { bullet: { level: 0 } }),
						children: ruas(t),
					}),
			);
		case 'fakta':
			return b.butir.map(
				(f) => new Paragraph({ children: [...ruas([{ t: `${f.kunci}: `, tebal: true }]), ...ruas(f.nilai)] }),
			);
		case 'tabel':
			return [
				new Paragraph({ keepNext: true, children: ruas(b.judul, { color: REDUP, size: 19 }) }),
				tulisTabel(b, lebar),
				new Paragraph({}),
			];
		case 'indeks':
			return [
				new Paragraph({
					children: [...ruas(b.nilai, { size: 56, bold: true }), ...ruas(`  ${b.predikat}`, { size: 28 })],
				}),
				...b.keterangan.map((k) => kecil(k, 20)),
			];
		case 'catatan':
			return [
				new Paragraph({
					border: { left: { style: BorderStyle.SINGLE, size: 18, color: '8A5300', space: 8 } },
					children: ruas([{ t: `${b.judul}: `, tebal: true }, { t: b.teks }]),
				}),
			];
		case 'tanda':
			return b.pihak.flatMap(tulisTanda);
	}
}

function tulisTanda(p: Extract<Blok, { b: 'tanda' }>['pihak'][number]): Paragraph[] {
	return [
		new Paragraph({
			keepNext: true,
			spacing: { before: 300, after: p.waktu === '' ? 700 : 60 },
			children: ruas(p.sebagai, { color: REDUP }),
		}),
		new Paragraph({
			keepNext: true,
			children: ruas(p.nama === '' ? '( ……………………………………… )' : p.nama, { bold: true }),
		}),
		...[p.jabatan, p.waktu].filter((t) => t !== '').map((t) => new Paragraph({ children: ruas(t) })),
	];
}

const garis = { style: BorderStyle.SINGLE, size: 4, color: GARIS };
const tanpa = { style: BorderStyle.NONE, size: 0, color: 'auto' };

function tulisTabel(b: Extract<Blok, { b: 'tabel' }>, penuh: number): Table {
	const jumlah = b.kolom.reduce((n, k) => n + k.lebar, 0);
	const lebar = b.kolom.map((k) => Math.floor((penuh * k.lebar) / jumlah));
	const sel = (teks: string, n: number, tebal: boolean) =>
		new TableCell({
			width: { size: lebar[n] ?? 0, type: WidthType.DXA },
			margins: { top: 50, bottom: 50, left: 80, right: 80 },
			...(tebal && { shading: { type: ShadingType.CLEAR, color: 'auto', fill: MUKA } }),
			children: [
				new Paragraph({
					spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO },
					...(b.kolom[n]?.angka && { alignment: AlignmentType.RIGHT }),
					children: ruas(teks, { size: 18, ...(tebal && { bold: true }) }),
				}),
			],
		});
	return new Table({
		width: { size: penuh, type: WidthType.DXA },
		columnWidths: lebar,
		borders: {
			top: tanpa,
			left: tanpa,
			right: tanpa,
			bottom: garis,
			insideVertical: tanpa,
			insideHorizontal: garis,
		},
		rows: [
			new TableRow({
				tableHeader: true,
				cantSplit: true,
				children: b.kolom.map((k, n) => sel(k.nama, n, true)),
			}),
			...b.baris.map(
				(r) =>
					new TableRow({
						cantSplit: true,
						children: r.sel.map((s, n) => sel(tulisSel(s), n, r.tebal ?? false)),
					}),
			),
		],
	});
}
