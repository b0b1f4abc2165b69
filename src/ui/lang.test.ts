import { expect, test } from 'vitest';
import { defineCopy, href, splitLang } from './lang.ts';

test.each([
	['/', '/', '/en'],
	['/peringkat', '/peringkat', '/en/peringkat'],
	['/peringkat?tahun=2024', '/peringkat?tahun=2024', '/en/peringkat?tahun=2024'],
	['/?tahun=2024', '/?tahun=2024', '/en?tahun=2024'],
	['/#peta', '/#peta', '/en#peta'],
	[
		'/instansi/kota-balikpapan#domain',
		'/instansi/kota-balikpapan#domain',
		'/en/instansi/kota-balikpapan#domain',
	],
])('halaman %s beralamat %s dalam bahasa Indonesia dan %s dalam bahasa Inggris', (path, id, en) => {
	expect(href('id', path)).toBe(id);
	expect(href('en', path)).toBe(en);
});

test('alamat yang bukan jalur mutlak situs ini ditolak', () => {
	for (const path of ['peringkat', '', '//lain.example/', 'https://lain.example/'])
		expect(() => href('en', path)).toThrow(RangeError);
});

test('bahasa dan jalur dikenali kembali dari alamat', () => {
	for (const path of ['/', '/peringkat', '/entri', '/instansi/kota-balikpapan']) {
		expect(splitLang(href('id', path))).toEqual({ lang: 'id', path });
		expect(splitLang(href('en', path))).toEqual({ lang: 'en', path });
	}
});

test('katalog kata memberi kata menurut bahasa', () => {
	const copy = defineCopy({
		id: { judul: 'Peringkat', dari: (n: number) => `dari ${n}` },
		en: { judul: 'Ranking', dari: (n) => `of ${n}` },
	});
	expect(copy.id.dari(11)).toBe('dari 11');
	expect(copy.en.judul).toBe('Ranking');
	// @ts-expect-error a word missing in English must not compile
	defineCopy({ id: { judul: 'Data', isi: 'Isi' }, en: { judul: 'Data' } });
});
