import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { readUpload } from '../http/read-upload.ts';
import { bacaRentang, sendFile } from '../http/send-file.ts';
import { isPenuh, replaceFile, writeAt } from './durable.ts';
import { openFileStore, PenyimpananPenuhError, TerlaluBesarError } from './file-store.ts';

const dir = mkdtempSync(join(tmpdir(), 'matang-berkas-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));
const store = openFileStore(dir);
const sisa = () => readdirSync(join(dir, 'masuk'));
const sha = (isi: string | Buffer) => createHash('sha256').update(isi).digest('hex');

describe('penyimpanan berkas', () => {
	it('menyimpan sekali menurut isinya, dan membaca seluruhnya atau sebagian', async () => {
		for (let i = 0; i < 2; i++)
			await store.keep(await store.receive(Readable.from([Buffer.from('ha'), Buffer.from('lo')]), 10));
		expect(await store.size(sha('halo'))).toBe(4);
		const baca = async (rentang?: { dari: number; sampai: number }) =>
			Buffer.concat(await store.read(sha('halo'), rentang).toArray()).toString();
		expect([await baca(), await baca({ dari: 1, sampai: 2 })]).toEqual(['halo', 'al']);
		const daftar = await Array.fromAsync(store.list());
		expect(daftar).toEqual([sha('halo')]);
		expect(sisa()).toEqual([]);
	});
	it('yang terlalu besar atau putus di tengah tidak meninggalkan apa pun', async () => {
		await expect(store.receive(Readable.from([Buffer.alloc(11)]), 10)).rejects.toThrow(TerlaluBesarError);
		async function* putus() {
			yield Buffer.from('awal');
			throw new Error('putus');
		}
		await expect(store.receive(putus(), 10)).rejects.toThrow('putus');
		expect(sisa()).toEqual([]);
	});
});

describe('tulisan yang tahan', () => {
	/** A disk that takes at most so many bytes a time, and then no more. */
	const cakram = (sekali: number, muat: number) => {
		const isi: number[] = [];
		const write = async (b: Uint8Array, dari: number, panjang: number, letak: number) => {
			const n = Math.min(sekali, panjang, muat - isi.length);
			for (let i = 0; i < n; i++) isi[letak + i] = b[dari + i] ?? 0;
			return { bytesWritten: n, buffer: b };
		};
		return { isi, berkas: { write } as unknown as FileHandle };
	};
	it('tulisan pendek diteruskan sampai habis', async () => {
		const { isi, berkas } = cakram(3, 100);
		await writeAt(berkas, Buffer.from('sepuluh bita'), 0);
		expect(Buffer.from(isi).toString()).toBe('sepuluh bita');
	});
	it('cakram yang penuh disebut penuh', async () => {
		const galat = await writeAt(cakram(3, 7).berkas, Buffer.from('sepuluh bita'), 0).catch((e) => e);
		expect(isPenuh(galat)).toBe(true);
	});
	it('berkas kecil diganti seluruhnya, dan berkas sampingannya tidak tertinggal', async () => {
		const path = join(dir, 'kecil.json');
		await replaceFile(path, 'lama');
		await replaceFile(path, 'baru');
		expect(readFileSync(path, 'utf8')).toBe('baru');
		await expect(replaceFile(join(dir, 'tidak', 'ada.json'), 'x')).rejects.toThrow('ENOENT');
		expect(readdirSync(dir).filter((n) => n.endsWith('.baru'))).toEqual([]);
	});
});

describe('unggahan bertahap di cakram', () => {
	const id = 'a'.repeat(32);
	const mulai = async () => {
		await store.unggahan.remove(id);
		await store.unggahan.create({ id, orangId: 1, untuk: '1/1/I01', nama: 'a', ukuran: 10 }, new Date(0));
	};
	it('bita yang lebih dari yang tercatat tidak dihitung, dan yang tercatat tidak melebihi isi cakram', async () => {
		await mulai();
		await store.unggahan.append(id, 0, Readable.from([Buffer.from('lima!')]), null);
		appendFileSync(join(dir, 'unggahan', id), 'sisa yang belum diakui');
		expect((await store.unggahan.find(id))?.offset).toBe(5);
		truncateSync(join(dir, 'unggahan', id), 3);
		expect((await store.unggahan.find(id))?.offset).toBe(3);
		await store.unggahan.append(id, 3, Readable.from([Buffer.from('a! lagi')]), null);
		const u = await store.unggahan.finish(id, new Date(0));
		expect([u?.sha256, u?.offset]).toEqual([sha('lima! lagi'), 10]);
	});
	it('lebih dari ukurannya ditolak dan tidak mengubah yang sudah ada', async () => {
		await mulai();
		await store.unggahan.append(id, 0, Readable.from([Buffer.from('lima!')]), null);
		const kirim = store.unggahan.append(id, 5, Readable.from([Buffer.from('terlalu panjang')]), null);
		await expect(kirim).rejects.toThrow(TerlaluBesarError);
		expect((await store.unggahan.find(id))?.offset).toBe(5);
	});
	it('nama yang bukan id unggahan tidak pernah menjadi jalur', async () => {
		for (const palsu of ['../masuk', 'a', `${id}/..`, ''])
			expect(await store.unggahan.find(palsu)).toBeNull();
	});
});

function permintaan(bagian: string, tipe = 'multipart/form-data; boundary=BATAS') {
	return new Request('http://x/', { method: 'POST', headers: { 'content-type': tipe }, body: bagian });
}
const medan = (nama: string, isi: string) =>
	`--BATAS\r\ncontent-disposition: form-data; name="${nama}"\r\n\r\n${isi}\r\n`;
const berkas = (nama: string, isi: string) =>
	`--BATAS\r\ncontent-disposition: form-data; name="berkas"; filename="${nama}"\r\ncontent-type: application/pdf\r\n\r\n${isi}\r\n`;

describe('unggahan formulir', () => {
	it('medan dan berkas terbaca, nama berkas UTF-8', async () => {
		const u = await readUpload(
			permintaan(`${medan('judul', 'Perwali é')}${berkas('é.pdf', '%PDF')}--BATAS--\r\n`),
			store,
			100,
		);
		expect([u.teks, u.galat, u.berkas?.nama, u.berkas?.titipan.sha256]).toEqual([
			{ judul: 'Perwali é' },
			null,
			'é.pdf',
			sha('%PDF'),
		]);
		if (u.berkas) await store.discard(u.berkas.titipan);
	});
	it('berkas yang terlalu besar ditolak, medannya tetap terbaca', async () => {
		const u = await readUpload(
			permintaan(`${medan('judul', 'J')}${berkas('a.pdf', 'x'.repeat(101))}--BATAS--\r\n`),
			store,
			100,
		);
		expect(u).toEqual({ teks: { judul: 'J' }, berkas: null, galat: 'berkas_terlalu_besar' });
	});
	it('penyimpanan yang penuh di tengah berkas besar dijawab, tidak menggantung', async () => {
		const penuh: typeof store = {
			...store,
			receive: async (sumber) => {
				for await (const _ of sumber) throw new PenyimpananPenuhError();
				throw new Error('tidak ada isi');
			},
		};
		const isi = `${medan('judul', 'J')}${berkas('a.pdf', 'x'.repeat(2_000_000))}${medan('ekor', 'E')}--BATAS--\r\n`;
		const u = await readUpload(permintaan(isi), penuh, 1e9);
		expect(u).toEqual({ teks: { judul: 'J', ekor: 'E' }, berkas: null, galat: 'penyimpanan_penuh' });
	});
	it('formulir yang putus di tengah berkas ditolak dan tidak meninggalkan apa pun', async () => {
		const u = await readUpload(
			permintaan(`${medan('judul', 'J')}${berkas('a.pdf', '%PDF')}`.slice(0, -3)),
			store,
			100,
		);
		expect(u).toEqual({ teks: { judul: 'J' }, berkas: null, galat: 'unggahan_terputus' });
		expect(sisa()).toEqual([]);
	});
	it('cakram yang penuh disebut, juga bila kesalahannya lahir di salinan modul yang lain', async () => {
		const penuh: typeof store = {
			...store,
			receive: () => Promise.reject(Object.assign(new Error('penuh'), { sebab: 'penyimpanan_penuh' })),
		};
		const u = await readUpload(
			permintaan(`${medan('judul', 'J')}${berkas('a.pdf', '%PDF')}--BATAS--\r\n`),
			penuh,
			100,
		);
		expect(u).toEqual({ teks: { judul: 'J' }, berkas: null, galat: 'penyimpanan_penuh' });
	});
	it('formulir yang putus di medan berkas yang kosong tidak menjatuhkan apa pun', async () => {
		const u = await readUpload(
			permintaan(`${medan('judul', 'J')}${berkas('', '%PDF')}`.slice(0, -3)),
			store,
			100,
		);
		expect(u).toEqual({ teks: { judul: 'J' }, berkas: null, galat: 'unggahan_terputus' });
	});
	it.each(['text/plain', 'multipart/form-data'])('yang bukan formulir (%s) terbaca kosong', async (tipe) => {
		expect(await readUpload(permintaan('apa saja', tipe), store, 100)).toEqual({
			teks: {},
			berkas: null,
			galat: null,
		});
	});
	it('medan berkas yang dikosongkan bukan berkas', async () => {
		const u = await readUpload(
			permintaan(`${berkas('', '')}${medan('judul', 'J')}--BATAS--\r\n`),
			store,
			100,
		);
		expect(u).toMatchObject({ teks: { judul: 'J' }, berkas: null, galat: null });
	});
});

describe('pengiriman berkas', () => {
	it.each([
		[null, null],
		['bytes=0-3', { dari: 0, sampai: 3 }],
		['bytes=5-', { dari: 5, sampai: 9 }],
		['bytes=-2', { dari: 8, sampai: 9 }],
		['bytes=8-99', { dari: 8, sampai: 9 }],
		['bytes=10-', 'salah'],
		['bytes=0-1,4-5', null],
		['baris=1-2', null],
	])('Range %s dari 10 bita', (kepala, hasil) => expect(bacaRentang(kepala, 10)).toEqual(hasil));
	it('yang tidak aman ditampilkan dikirim untuk disimpan, dengan nama yang tidak dapat memecah kepala', async () => {
		const kirim = sendFile(new Request('http://x/'), {
			nama: 'a"\r\nX: 1.zip',
			tipe: 'application/zip',
			ukuran: 0,
			sha256: sha(''),
			tampil: false,
			read: () => Readable.from([]),
		});
		expect(kirim.headers.get('content-type')).toBe('application/octet-stream');
		expect(kirim.headers.get('content-disposition')).toBe(
			"attachment; filename*=UTF-8''a%22%0D%0AX%3A%201.zip",
		);
		expect(kirim.headers.get('x-content-type-options')).toBe('nosniff');
	});
});
