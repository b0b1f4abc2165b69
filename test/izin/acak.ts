import fc from 'fast-check';
import type { Baris } from './baris.ts';
import type { Dunia } from './dunia.ts';
import { isikan } from './jalan.ts';

/** What people, programs and attackers put where something else was meant. */
export const aneh = [
	'',
	' ',
	'\0',
	'a\0b',
	'\ud800',
	'__proto__',
	'constructor',
	'null',
	'undefined',
	'NaN',
	'-1',
	'0',
	'1.5',
	'1e309',
	'2147483648',
	'999999999',
	'9007199254740993',
	'99999999999999999999',
	'٣',
	'\u202egnp.exe',
	'\r\nSet-Cookie: x=1',
	'../../../etc/passwd',
	'C:\\x',
	'%00',
	'%',
	"' or 1=1 --",
	'"><img src=x onerror=alert(1)>',
	'<script>alert(1)</script>',
	'javascript:alert(1)',
	'{{7*7}}',
	"=cmd|' /C calc'!A0",
	'2026-02-30',
	'9999-12-31',
	'0000-00-00',
	'x'.repeat(100_000),
];

/** Fields that no form has: whoever sets them wants more than the form gives. */
const titipan = [
	'__proto__',
	'instansiId',
	'orangId',
	'id',
	'peran',
	'status',
	'tahap',
	'jalur',
	'penilaianId',
];

export interface Permintaan {
	jalur: string;
	/** Name and value in the order sent; undefined where `mentah` is. */
	medan: [string, string][];
	berkas: { nama: string; isi: Uint8Array<ArrayBuffer> } | null;
	/** A body that is no form at all, with the type it claims to be. */
	mentah: { jenis: string; isi: string } | null;
	/** Asks for a page instead of the short answer. */
	halaman: boolean;
}

const teksAneh = fc.oneof(
	{ weight: 4, arbitrary: fc.constantFrom(...aneh) },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
	{ weight: 1, arbitrary: fc.integer().map(String) },
);

const mentah = fc.oneof(
	fc.constantFrom(
		{ jenis: 'multipart/form-data; boundary=x', isi: '--x\r\ngarbage' },
		{ jenis: 'multipart/form-data; boundary=x', isi: '' },
		{ jenis: 'multipart/form-data', isi: '--x--' },
		{
			jenis: 'multipart/form-data; boundary=x',
			isi: '--x\r\nContent-Disposition: form-data; name="judul"\r\n\r\nx',
		},
		{ jenis: 'application/x-www-form-urlencoded', isi: '%E0%A4%A&%ED%A0%80=%ff&&&==&a' },
		{ jenis: 'application/x-www-form-urlencoded', isi: '' },
		{ jenis: 'text/plain', isi: 'judul=x' },
		{ jenis: 'application/json', isi: '{"__proto__":{"peran":"admin_nasional"}}' },
	),
	fc.string({ unit: 'binary', maxLength: 200 }).map((isi) => ({
		jenis: 'multipart/form-data; boundary=x',
		isi: `--x\r\nContent-Disposition: form-data; name="${isi}"; filename="${isi}"\r\n\r\n${isi}\r\n--x--`,
	})),
);

const isiBerkas = fc.oneof(
	fc.uint8Array({ maxLength: 300 }),
	fc
		.constantFrom('%PDF-1.7', 'PK\u0003\u0004', 'nama,jenis\n', 'MZ', '<svg onload=alert(1)>', '', '{}')
		.map((t) => new TextEncoder().encode(t)),
	fc.string({ unit: 'binary', maxLength: 300 }).map((t) => new TextEncoder().encode(t)),
);

/** Requests to the door of a row: mostly as it wants them, with something wrong here and there. */
export function permintaan(baris: Baris, bahan: Dunia['bahan']): fc.Arbitrary<Permintaan> {
	const sah = Object.entries(baris.isian ?? {}).map(
		([nama, isi]) => [isikan(nama, bahan), isikan(isi, bahan)] as const,
	);
	const id = Object.values(bahan).filter((v) => v.length < 60);
	const nilai = (benar: string) =>
		fc.oneof(
			{ weight: 12, arbitrary: fc.constant([benar]) },
			{ weight: 4, arbitrary: teksAneh.map((t) => [t]) },
			{ weight: 2, arbitrary: fc.constantFrom(...id).map((t) => [t]) },
			{ weight: 1, arbitrary: fc.constant([]) },
			{ weight: 1, arbitrary: teksAneh.map((t) => [benar, t]) },
		);
	const medan = fc
		.tuple(
			fc.tuple(
				...sah.map(([nama, benar]) => nilai(benar).map((n) => n.map((t): [string, string] => [nama, t]))),
			),
			fc.array(fc.tuple(fc.constantFrom(...titipan), fc.oneof(teksAneh, fc.constantFrom(...id))), {
				maxLength: 2,
			}),
		)
		.map(([isi, lain]) => [...isi.flat(), ...lain]);
	const potong = fc.oneof(
		{ weight: 8, arbitrary: fc.constant(null) },
		{ weight: 1, arbitrary: fc.constantFrom(...id) },
		{ weight: 1, arbitrary: teksAneh.map((t) => t.slice(0, 300)) },
	);
	return fc.record({
		jalur: fc
			.tuple(fc.nat({ max: 9 }), potong)
			.map(([n, ganti]) => tukar(isikan(baris.alamat, bahan), n, ganti)),
		medan,
		berkas: baris.berkas
			? fc.record({
					nama: fc.oneof(
						fc.constant(baris.berkas.nama),
						teksAneh.map((t) => t.slice(0, 300)),
					),
					isi: isiBerkas.map((i) => new Uint8Array(i)),
				})
			: fc.constant(null),
		mentah: fc.option(mentah, { freq: 12 }),
		halaman: fc.nat({ max: 15 }).map((n) => n === 0),
	});
}

/** Puts something else in one part of the address. */
function tukar(alamat: string, n: number, ganti: string | null): string {
	if (ganti === null) return alamat;
	const [path = '', kueri] = alamat.split('?', 2);
	const bagian = path.split('/');
	if (bagian.length > 2)
		bagian[2 + (n % (bagian.length - 2))] = encodeURIComponent(ganti.toWellFormed().replace(/^\.*$/, '-'));
	return kueri === undefined ? bagian.join('/') : `${bagian.join('/')}?${kueri}`;
}

/** Sends it as somebody; what is wrong with the answer, or null. */
export async function kirimAcak(
	url: string,
	p: Permintaan,
	kuki: string | null,
	status: Map<number, number>,
): Promise<string | null> {
	const form = p.berkas ? new FormData() : new URLSearchParams();
	for (const [nama, isi] of p.medan) form.append(nama, isi);
	if (p.berkas && form instanceof FormData) form.append('berkas', new Blob([p.berkas.isi]), p.berkas.nama);
	const jawaban = await fetch(new URL(p.jalur, url), {
		method: 'POST',
		redirect: 'manual',
		headers: {
			origin: url,
			accept: p.halaman ? 'text/html' : 'application/json',
			...(kuki && { cookie: kuki }),
			...(p.mentah && { 'content-type': p.mentah.jenis }),
		},
		body: p.mentah ? p.mentah.isi.toWellFormed() : form,
	});
	const teks = await jawaban.text();
	status.set(jawaban.status, (status.get(jawaban.status) ?? 0) + 1);
	if (jawaban.status >= 500) return `status ${jawaban.status}`;
	if (/\bat .+\.(ts|js):\d+|node_modules|select .+ from /.test(teks)) return 'rincian mesin dalam jawaban';
	if (p.halaman && jawaban.headers.get('content-type')?.startsWith('text/html') && !teks.includes('</html>'))
		return 'halaman terpotong';
	return null;
}

/** Numbers in the addresses of pages and downloads that everybody may ask for. */
export const kueriAneh = (jalur: string): fc.Arbitrary<string> =>
	fc
		.array(
			fc.tuple(
				fc.constantFrom(
					'tahun',
					'q',
					'i',
					'tambah',
					'halaman',
					'urut',
					'provinsi',
					'format',
					'n',
					'dari',
					'instrumen',
					'ke',
				),
				teksAneh.map((t) => t.toWellFormed().slice(0, 2000)),
			),
			{ maxLength: 4 },
		)
		.map((isi) => `${jalur}?${new URLSearchParams(isi)}`);
