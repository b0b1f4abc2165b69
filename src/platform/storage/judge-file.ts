import { readFile } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import { isPindaian } from './pdf-text.ts';

/** What may be kept, by its content; the value says how it is opened in the page. */
const diterima: Readonly<Record<string, 'tampil' | 'unduh'>> = {
	'application/pdf': 'tampil',
	'image/png': 'tampil',
	'image/jpeg': 'tampil',
	'image/webp': 'tampil',
	'image/heic': 'unduh',
	'image/tiff': 'unduh',
	'video/mp4': 'unduh',
	'video/webm': 'unduh',
	'video/quicktime': 'unduh',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'unduh',
	'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'unduh',
	'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'unduh',
	'application/vnd.ms-word.document.macroenabled.12': 'unduh',
	'application/vnd.ms-excel.sheet.macroenabled.12': 'unduh',
	'application/vnd.oasis.opendocument.text': 'unduh',
	'application/vnd.oasis.opendocument.spreadsheet': 'unduh',
	'application/vnd.oasis.opendocument.presentation': 'unduh',
	'application/x-cfb': 'unduh',
	'application/zip': 'unduh',
	'text/plain': 'unduh',
};

export interface Penilaian {
	/** Media type by content. */
	tipe: string;
	/** 'arsip': holds other files; 'makro': may run a program when opened; 'tanpa_teks': scanned pages only. */
	tanda: ('arsip' | 'makro' | 'tanpa_teks')[];
}

/**
 * Judges a file by its content. Null for what is not kept: programs, web pages, drawings with script, and whatever
 * cannot be recognised.
 */
export async function judgeFile(path: string, ukuran: number): Promise<Penilaian | null> {
	const tipe = (await fileTypeFromFile(path))?.mime ?? (await plainText(path, ukuran));
	if (tipe === null || !(tipe in diterima)) return null;
	const makro = tipe.includes('macroenabled') || tipe === 'application/x-cfb';
	const tanda: Penilaian['tanda'] = [];
	if (tipe === 'application/zip') tanda.push('arsip');
	if (makro) tanda.push('makro');
	if (tipe === 'application/pdf' && (await isPindaian(path, ukuran))) tanda.push('tanpa_teks');
	return { tipe, tanda };
}

/** Whether a browser may show it within the page. */
export const isTampil = (tipe: string): boolean => diterima[tipe] === 'tampil';

/** Small UTF-8 text without control characters and without anything that a browser could take for markup. */
async function plainText(path: string, ukuran: number): Promise<string | null> {
	if (ukuran > 1024 * 1024) return null;
	const isi = await readFile(path);
	const teks = isi.toString('utf8');
	if (!Buffer.from(teks, 'utf8').equals(isi)) return null;
	const kendali = [...teks].some((c) => c < ' ' && !'\t\r\n'.includes(c));
	return kendali || /<[!?/a-z]/i.test(teks) ? null : 'text/plain';
}
