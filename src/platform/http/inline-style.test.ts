import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { allowStyle, createInlineStyle } from './inline-style.ts';

const dir = mkdtempSync(join(tmpdir(), 'matang-gaya-'));
const aset = join(dir, '_app/immutable/assets');
mkdirSync(aset, { recursive: true });
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const link = (nama: string) => `<link href="../../_app/immutable/assets/${nama}" rel="stylesheet">`;
const tulis = (nama: string, isi: string) => writeFileSync(join(aset, nama), isi);
const pasang = createInlineStyle(dir);

describe('gaya di dalam halaman', () => {
	it('menggantikan tautannya di tempatnya, dan sidiknya cocok dengan isi elemennya', () => {
		tulis('a.1.css', 'p{color:red}\n');
		tulis('b.2.css', 'a>b{content:"$1"}');
		const { html, sidik } = pasang(`<head>${link('a.1.css')}${link('b.2.css')}</head>`);
		expect(html).toBe('<head><style>p{color:red}</style><style>a>b{content:"$1"}</style></head>');
		const isi = [...html.matchAll(/<style>(.*?)<\/style>/g)].map((c) => c[1] ?? '');
		expect(sidik).toEqual(isi.map((i) => `'sha256-${createHash('sha256').update(i).digest('base64')}'`));
	});

	it('membiarkan tautan ke berkas yang tidak ada, yang menunjuk berkas lain, dan yang menutup elemennya', () => {
		tulis('c.3.css', 'p{background:url(./gambar.png)}');
		tulis('d.4.css', 'p::after{content:"</style>"}');
		const asal = link('tidak-ada.css') + link('c.3.css') + link('d.4.css');
		expect(pasang(asal)).toEqual({ html: asal, sidik: [] });
	});

	it('tidak membaca berkas di luar direktori aset', () => {
		writeFileSync(join(dir, 'rahasia.css'), 'p{}');
		const asal = '<link href="/_app/immutable/assets/../../../rahasia.css" rel="stylesheet">';
		expect(pasang(asal)).toEqual({ html: asal, sidik: [] });
	});

	it('hanya menambah style-src pada kebijakan halaman', () => {
		expect(allowStyle("default-src 'none'; style-src 'self'; img-src 'self'", ["'sha256-x'"])).toBe(
			"default-src 'none'; style-src 'self' 'sha256-x'; img-src 'self'",
		);
		expect(allowStyle("default-src 'none'", ["'sha256-x'"])).toBe("default-src 'none'");
	});
});
