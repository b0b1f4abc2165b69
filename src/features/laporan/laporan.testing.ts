import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import type { BerkasLaporan } from './berkas-laporan.ts';

const ada = (program: string) => spawnSync(program, ['--version']).error === undefined;
/** Independent readers; a test that needs one that is not installed is skipped and says so. */
export const adaPoppler = ada('pdftotext');
export const adaSoffice = ada('soffice');
if (!adaPoppler)
	process.stderr.write('DILEWATI: pdftotext tidak ada; pasang poppler-utils untuk menguji PDF.\n');
if (!adaSoffice)
	process.stderr.write(
		'DILEWATI: soffice tidak ada; pasang libreoffice-writer dan libreoffice-calc untuk menguji DOCX dan XLSX.\n',
	);

export async function isiBerkas({ isi }: Pick<BerkasLaporan, 'isi'>): Promise<Buffer> {
	return isi instanceof Uint8Array ? Buffer.from(isi) : await buffer(isi);
}

/** Text of a PDF as another program reads it. */
export const bacaPdf = (isi: Uint8Array): string =>
	execFileSync('pdftotext', ['-layout', '-', '-'], { input: isi, maxBuffer: 1e8 })
		.toString()
		.replaceAll('\u200b', '');

/** What another program says about a PDF: "Tagged: yes". */
export const infoPdf = (isi: Uint8Array): Record<string, string> =>
	Object.fromEntries(
		execFileSync('pdfinfo', ['-'], { input: isi, stdio: ['pipe', 'pipe', 'ignore'] })
			.toString()
			.split('\n')
			.map((b) => b.split(/:\s+/) as [string, string]),
	);

/** Converts with LibreOffice. @returns contents by file name */
export function ubahOffice(isi: Uint8Array, ekor: 'docx' | 'xlsx', ke: string): Map<string, Buffer> {
	const dir = mkdtempSync(join(tmpdir(), 'matang-office-'));
	try {
		writeFileSync(join(dir, `isi.${ekor}`), isi);
		execFileSync(
			'soffice',
			[
				`-env:UserInstallation=file://${dir}/profil`,
				'--headless',
				'--convert-to',
				ke,
				'--outdir',
				join(dir, 'hasil'),
				join(dir, `isi.${ekor}`),
			],
			{ stdio: 'ignore', timeout: 120_000 },
		);
		return new Map(readdirSync(join(dir, 'hasil')).map((n) => [n, readFileSync(join(dir, 'hasil', n))]));
	} finally {
		rmSync(dir, { recursive: true, force: true });
	}
}

/** Every sheet as CSV by its name. */
export const bacaXlsxLuar = (isi: Uint8Array): Map<string, string> =>
	new Map(
		[
			...ubahOffice(
				isi,
				'xlsx',
				'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
			),
		].map(([nama, csv]) => [nama.replace(/^isi-|\.csv$/g, ''), csv.toString()]),
	);

export const bacaDocxLuar = (isi: Uint8Array): string =>
	[...ubahOffice(isi, 'docx', 'txt:Text (encoded):UTF8').values()].join('').replaceAll('\u200b', '');

/** A workbook with the text of its parts changed. */
export async function ubahIsi(isi: Buffer, ubah: (nama: string, xml: string) => string): Promise<Buffer> {
	const zip = await yauzl.fromBufferPromise(isi, { lazyEntries: true });
	const baru = new ZipFile();
	for await (const e of zip.eachEntry()) {
		const xml = (await buffer(await zip.openReadStreamPromise(e))).toString();
		baru.addBuffer(Buffer.from(ubah(e.fileName, xml)), e.fileName);
	}
	baru.end();
	return await buffer(baru.outputStream);
}

/** Text of a cell of an indicator's row, as a spreadsheet program would have changed it. */
export const isiSel = (
	xml: string,
	indikator: string,
	kolom: string,
	isi: string | number | { rumus: string },
): string => {
	const nomor = new RegExp(`<c r="A(\\d+)"[^>]*t="inlineStr"><is><t[^>]*>${indikator}<`).exec(xml)?.[1];
	if (!nomor) return xml;
	const sel =
		typeof isi === 'number'
			? `><v>${isi}</v></c>`
			: typeof isi === 'string'
				? ` t="inlineStr"><is><t xml:space="preserve">${isi}</t></is></c>`
				: `><f>${isi.rumus}</f><v>3</v></c>`;
	return xml.replace(
		new RegExp(`<c r="${kolom}${nomor}" s="(\\d+)"(?:/>|[^>]*>.*?</c>)`, 's'),
		`<c r="${kolom}${nomor}" s="$1"${sel}`,
	);
};
