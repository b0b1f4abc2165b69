import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { isPindaian } from './pdf-text.ts';

const dir = mkdtempSync(join(tmpdir(), 'matang-pdf-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const periksa = async (...bagian: (string | Buffer)[]) => {
	const isi = Buffer.concat(['%PDF-1.7\n', ...bagian].map((b) => Buffer.from(b)));
	const path = join(dir, 'a.pdf');
	writeFileSync(path, isi);
	return await isPindaian(path, isi.length);
};
const gambar =
	'1 0 obj <</Type/XObject/Subtype/Image/Width 8/Height 8>> stream\n\x01\x02\nendstream endobj\n';
const terkemas = (isi: string) =>
	Buffer.concat([
		Buffer.from('2 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode>> stream\r\n'),
		deflateSync(isi),
		Buffer.from('\nendstream endobj\n'),
	]);

describe('pindaian tanpa teks', () => {
	it('halaman bergambar tanpa huruf apa pun', async () => expect(await periksa(gambar)).toBe(true));
	it('gambarnya disebut di dalam objek terkemas', async () =>
		expect(await periksa(terkemas('3 0 <</Subtype/Image>>'))).toBe(true));
	it.each([
		['hurufnya disebut langsung', [gambar, '4 0 obj <</Type/Font>> endobj']],
		['hurufnya disebut di dalam objek terkemas', [gambar, terkemas('3 0 <</Type/Font/Subtype/Type0>>')]],
		['tanpa gambar', ['4 0 obj <<>> endobj']],
		['tersandi', [gambar, 'trailer <</Encrypt 9 0 R>>']],
		['objek terkemasnya rusak', [gambar, '2 0 obj <</Type/ObjStm>> stream\nrusak\nendstream']],
		['objek terkemasnya terpotong', [gambar, '2 0 obj <</Type/ObjStm>> stream\n']],
	] as const)('bukan bila %s', async (_, bagian) => expect(await periksa(...bagian)).toBe(false));
});
