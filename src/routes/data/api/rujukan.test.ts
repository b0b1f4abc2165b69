import { describe, expect, it } from 'vitest';
import { createApi } from '#api/api.ts';
import { daftarContoh } from '#api/contoh.ts';
import { buatDokumen } from '#api/dokumen.ts';
import { bacaBentuk, listMedan, susunRujukan } from './rujukan.ts';
import { uraianEn } from './uraian-en.copy.ts';

const rujukan = susunRujukan(buatDokumen(createApi({ batas: 1 })));

describe('rujukan API', () => {
	it('memuat setiap operasi, masing-masing dengan contoh kecuali dokumennya sendiri', () => {
		const tanpaContoh = rujukan.operasi
			.map((o) => o.id)
			.filter((id) => !daftarContoh.some((c) => c.operationId === id));
		expect(tanpaContoh).toEqual(['getDokumen']);
		expect(rujukan.operasi.length).toBeGreaterThan(7);
	});

	it('menjelaskan setiap bentuk data yang dirujuk', () => {
		const ada = new Set(rujukan.skema.map((s) => s.nama));
		const dirujuk = rujukan.operasi.flatMap((o) => [o.isi, ...o.jawaban.map((j) => j.rujuk)]);
		const dalam = rujukan.skema.flatMap((s) =>
			[...s.bentuk, ...s.medan.flatMap((m) => m.bentuk)].map((b) => ('rujuk' in b ? b.rujuk : null)),
		);
		expect([...dirujuk, ...dalam].filter((nama) => nama !== null && !ada.has(nama))).toEqual([]);
	});

	it('punya padanan Inggris untuk setiap kalimat, dan tidak ada padanan yang tak terpakai', () => {
		const kalimat = new Set([
			rujukan.uraian[0],
			...rujukan.uraian.slice(1).map((u) => u.replace(/^- /, '')),
			...rujukan.operasi.flatMap((o) => [
				o.bagian,
				o.ringkas,
				o.uraian,
				...o.parameter.map((p) => p.uraian),
				...o.jawaban.map((j) => j.uraian),
			]),
			...rujukan.skema.flatMap((s) => [s.uraian, ...s.medan.map((m) => m.uraian)]),
		]);
		kalimat.delete('');
		expect([...kalimat].sort()).toEqual(Object.keys(uraianEn).sort());
	});
});

describe('bentuk nilai', () => {
	it('menyebut jenis, batas, pilihan, daftar, dan null', () => {
		expect(bacaBentuk({ type: ['string', 'null'] })).toEqual([
			{ kata: 'teks' },
			{ kata: 'atau' },
			{ kata: 'kosong' },
		]);
		expect(bacaBentuk({ type: 'integer', minimum: 1, maximum: 500 })).toEqual([
			{ kata: 'bulat' },
			{ kode: '1–500' },
		]);
		expect(bacaBentuk({ type: 'array', items: { $ref: '#/components/schemas/Hasil' } })).toEqual([
			{ kata: 'daftar' },
			{ rujuk: 'Hasil' },
		]);
		expect(bacaBentuk({ enum: ['persis', 'terbulatkan'] })).toEqual([
			{ kode: 'persis' },
			{ kode: 'terbulatkan' },
		]);
	});

	it('meratakan objek tak bernama dengan nama bertitik', () => {
		const medan = listMedan({
			properties: { galat: { type: 'object', properties: { kode: { type: 'string' } }, required: ['kode'] } },
		});
		expect(medan.map((m) => [m.nama, m.wajib])).toEqual([
			['galat', false],
			['galat.kode', true],
		]);
	});
});
