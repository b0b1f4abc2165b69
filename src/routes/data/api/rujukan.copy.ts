import { defineCopy, type Lang } from '#ui/lang.ts';
import { uraianEn } from './uraian-en.copy.ts';

/** Words of the reference page; what the OpenAPI document itself says is translated by {@link terjemah}. */
export const apiCopy = defineCopy({
	id: {
		judul: 'Rujukan API',
		deskripsi: 'Antarmuka terbuka untuk program lain: hasil, peringkat, instansi, instrumen, dan hitungan.',
		data: 'Data',
		dokumen: 'Dokumen OpenAPI (openapi.json)',
		dokumenArti: 'untuk alat lain; halaman ini dibuat dari dokumen yang sama',
		coba: 'Coba dari terminal',
		alamat: 'alamat-situs-ini',
		isiHalaman: 'Isi halaman',
		aturan: 'Yang berlaku untuk semua',
		laju: 'Setiap alamat dibatasi sekian permintaan semenit (bawaan 600). Lewat dari itu jawabannya 429 dengan retry-after; kepala ratelimit-limit, ratelimit-remaining, dan ratelimit-reset ada pada POST dan pada penolakan. Jawaban GET yang sama dilayani dari simpanan dan tidak dihitung.',
		asing:
			'Parameter yang tidak dikenal ditolak (422), supaya salah ketik tidak diam-diam mengembalikan semuanya. Semua jalur boleh dipanggil dari halaman situs lain (CORS).',
		parameter: 'Parameter',
		isiPermintaan: 'Isi permintaan:',
		jawaban: 'Jawaban',
		contoh: (status: string) => `Contoh (${status})`,
		permintaan: 'Permintaan',
		dipotong: 'Jawaban dipotong di sini agar mudah dibaca.',
		skema: 'Bentuk data',
		medan: (nama: string) => `Isi ${nama}`,
		nama: 'Nama',
		isi: 'Isi',
		arti: 'Arti',
		pilihan: '(tidak wajib)',
		bentuk: {
			teks: 'teks',
			bulat: 'bilangan bulat',
			bilangan: 'bilangan',
			benar: 'benar/salah',
			kosong: 'null',
			objek: 'objek',
			daftar: 'daftar',
			peta: 'objek, setiap isinya',
			atau: 'atau',
			apaSaja: 'apa saja',
		},
	},
	en: {
		judul: 'API reference',
		deskripsi:
			'Open interface for other programs: results, rankings, institutions, instruments, and scoring.',
		data: 'Data',
		dokumen: 'OpenAPI document (openapi.json)',
		dokumenArti: 'for other tools; this page is made from the same document',
		coba: 'Try it in a terminal',
		alamat: 'address-of-this-site',
		isiHalaman: 'On this page',
		aturan: 'What holds everywhere',
		laju: 'Each address may make a number of requests a minute (600 unless set otherwise). Beyond that the answer is 429 with retry-after; ratelimit-limit, ratelimit-remaining and ratelimit-reset come with POST and with refusals. The same GET answer is served from a cache and does not count.',
		asing:
			'Unknown parameters are refused (422), so that a typing error does not silently return everything. All paths may be called from pages of other sites (CORS).',
		parameter: 'Parameters',
		isiPermintaan: 'Request body:',
		jawaban: 'Answers',
		contoh: (status) => `Example (${status})`,
		permintaan: 'Request',
		dipotong: 'The answer is cut here for reading.',
		skema: 'Data shapes',
		medan: (nama) => `Fields of ${nama}`,
		nama: 'Name',
		isi: 'Content',
		arti: 'Meaning',
		pilihan: '(optional)',
		bentuk: {
			teks: 'text',
			bulat: 'integer',
			bilangan: 'number',
			benar: 'true/false',
			kosong: 'null',
			objek: 'object',
			daftar: 'list of',
			peta: 'object, each value',
			atau: 'or',
			apaSaja: 'anything',
		},
	},
});

/** A sentence of the OpenAPI document, which is written in Indonesian, in the language of the page. */
export function terjemah(lang: Lang, kalimat: string): string {
	return lang === 'en' ? (uraianEn[kalimat] ?? kalimat) : kalimat;
}
