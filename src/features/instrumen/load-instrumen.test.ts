import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bacaBawaan, dirBawaan, idBawaan, teksBawaan, teksUbahan } from './instrumen.testing.ts';
import { requireRegistri } from './instrumen.ts';
import { loadInstrumen } from './load-instrumen.ts';
import { hasJeda } from './padanan.rules.ts';
import { readInstrumen } from './read-instrumen.ts';

let dir: string;
beforeEach(() => {
	dir = mkdtempSync(join(tmpdir(), 'matang-instrumen-'));
});
afterEach(() => rmSync(dir, { recursive: true }));

const tulis = (nama: string, isi: string | Buffer) => writeFileSync(join(dir, nama), isi);
const instrumenSendiri = (id = 'pemdi-2027', tahun = [2027]) =>
	teksUbahan('pemdi-2026', (i) => {
		Object.assign(i, { id, tahun, singkatan: 'Pemdi 2027' });
	});

describe('instrumen tambahan dari folder data', () => {
	it('dipakai di samping yang bawaan, dengan jeda terhadap tahun sebelumnya', () => {
		tulis('pemdi-2027.json', instrumenSendiri());
		const registri = loadInstrumen(dirBawaan, dir);
		expect(registri.masalah).toEqual([]);
		expect(registri.list().map((i) => i.id)).toEqual([...idBawaan, 'pemdi-2027']);
		expect(registri.forTahun(2027)?.id).toBe('pemdi-2027');
		expect(hasJeda(registri.padanan.jeda, 2026, 2027)).toBe(true);
		expect(registri.padanan.jeda.at(-1)?.alasan).toMatch(/^Pemdi 2027 memakai .* daripada Pemdi 2026;/);
	});

	it.each(idBawaan)('tidak boleh memakai id bawaan %s', (id) => {
		tulis('punyaku.json', instrumenSendiri(id));
		const registri = loadInstrumen(dirBawaan, dir);
		expect(registri.masalah).toEqual([
			{
				berkas: join(dir, 'punyaku.json'),
				asal: 'tambahan',
				path: 'id',
				pesan: expect.stringMatching(`${id} sudah dipakai`),
			},
		]);
		expect(registri.get(id)).toEqual(bacaBawaan().get(id));
	});

	it('tidak boleh memakai tahun yang sudah punya instrumen', () => {
		tulis('punyaku.json', instrumenSendiri('pemdi-sendiri', [2026, 2027]));
		const registri = loadInstrumen(dirBawaan, dir);
		expect(registri.masalah.map(({ path, pesan }) => [path, pesan])).toEqual([
			['tahun[0]', 'tahun 2026 sudah dipakai instrumen pemdi-2026'],
		]);
		expect(registri.get('pemdi-sendiri')).toBeUndefined();
	});

	it('dua berkas beride sama: yang kedua menurut nama berkas ditolak', () => {
		tulis('a.json', instrumenSendiri('pemdi-2027', [2027]));
		tulis('b.json', instrumenSendiri('pemdi-2027', [2028]));
		const registri = loadInstrumen(dirBawaan, dir);
		expect(registri.masalah.map((m) => m.berkas)).toEqual([join(dir, 'b.json')]);
		expect(registri.get('pemdi-2027')?.tahun).toEqual([2027]);
	});

	it('yang keliru dilaporkan dan ditinggalkan, yang lain tetap dipakai', () => {
		tulis('baik.json', instrumenSendiri());
		tulis('rusak.json', instrumenSendiri().slice(0, 900));
		tulis(
			'latin1.json',
			Buffer.from(instrumenSendiri('pemdi-2028', [2028]).replace('Pemdi', 'Pemd\u00ef'), 'latin1'),
		);
		mkdirSync(join(dir, 'folder.json'));
		tulis('catatan.txt', 'bukan instrumen');
		const registri = loadInstrumen(dirBawaan, dir);
		expect(registri.get('pemdi-2027')).toBeDefined();
		expect(registri.masalah.map(({ berkas, pesan }) => [berkas, pesan])).toEqual([
			[join(dir, 'folder.json'), 'bukan berkas biasa'],
			[join(dir, 'latin1.json'), expect.stringMatching(/bukan teks UTF-8/)],
			[join(dir, 'rusak.json'), expect.stringMatching(/berkas terpotong/)],
		]);
	});

	it('folder tambahan yang tidak ada bukan masalah', () => {
		expect(loadInstrumen(dirBawaan, join(dir, 'tidak-ada')).masalah).toEqual([]);
	});
});

describe('instrumen bawaan yang rusak', () => {
	it('dilaporkan beserta padanan yang kehilangan indikatornya', () => {
		for (const id of ['spbe-2018', 'spbe-2020', 'padanan']) tulis(`${id}.json`, teksBawaan(id));
		const registri = loadInstrumen(dir);
		expect(registri.list()).toHaveLength(2);
		expect(registri.masalah[0]).toMatchObject({
			berkas: join(dir, 'padanan.json'),
			asal: 'bawaan',
			path: 'urutan[2]',
			pesan: expect.stringMatching('pemdi-2026 tidak ada'),
		});
		expect(registri.padanan.pasangan).toEqual([]);
	});

	it('menghentikan pemasangan yang rusak dengan nama berkasnya', () => {
		mkdirSync(join(dir, 'instruments'));
		expect(() => requireRegistri({ dir: { project: dir, data: dir } })).toThrow(
			/instrumen bawaan rusak: .*padanan\.json/,
		);
	});
});

describe('satu berkas instrumen', () => {
	it('yang tidak ada disebut tidak ada', () => {
		expect(readInstrumen(join(dir, 'hilang.json'))).toEqual({
			ok: false,
			masalah: [{ path: '', pesan: 'berkas tidak ada' }],
		});
	});

	it('lebih dari 5 MB ditolak tanpa dibaca', () => {
		tulis('besar.json', Buffer.alloc(5_000_001, 0x20));
		expect(readInstrumen(join(dir, 'besar.json'))).toMatchObject({
			ok: false,
			masalah: [{ pesan: expect.stringMatching('5 MB') }],
		});
	});
});
