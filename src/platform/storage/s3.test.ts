import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FileStore, openFileStore } from './file-store.ts';
import { joinStore } from './joined-store.ts';
import { moveFiles } from './move-files.ts';
import { type S3Uji, startS3 } from './s3.testing.ts';
import { openS3Store } from './s3-store.ts';

const akar = mkdtempSync(join(tmpdir(), 'matang-s3-'));
let s3: S3Uji;
let store: FileStore;
beforeAll(async () => {
	s3 = await startS3();
	store = openS3Store(s3.setelan, join(akar, 'masuk-s3'));
});
afterAll(async () => {
	await s3?.close();
	rmSync(akar, { recursive: true, force: true });
});

const sha = (isi: Buffer) => createHash('sha256').update(isi).digest('hex');
const simpan = async (isi: Buffer, ke = store) => {
	const titipan = await ke.receive(Readable.from([isi]), 1e9);
	await ke.keep(titipan);
	return titipan.sha256;
};
const baca = async (sha256: string, rentang?: { dari: number; sampai: number }, dari = store) =>
	Buffer.concat(await dari.read(sha256, rentang).toArray());

describe('penyimpanan S3', () => {
	it('menyimpan sekali menurut isinya, membaca seluruhnya atau sebagian, dan mendaftar halaman demi halaman', async () => {
		const semua = await Promise.all(['a', 'b', 'c', 'd', 'halo'].map((t) => simpan(Buffer.from(t))));
		const sebelum = s3.riwayat.length;
		expect(await simpan(Buffer.from('halo'))).toBe(sha(Buffer.from('halo')));
		expect(s3.riwayat.slice(sebelum).some((r) => r.startsWith('PUT'))).toBe(false);
		expect(await store.size(sha(Buffer.from('halo')))).toBe(4);
		expect(await store.size('0'.repeat(64))).toBeNull();
		expect(String(await baca(sha(Buffer.from('halo')), { dari: 1, sampai: 2 }))).toBe('al');
		expect((await Array.fromAsync(store.list())).sort()).toEqual([...semua].sort());
		expect(readdirSync(join(akar, 'masuk-s3', 'masuk'))).toEqual([]);
		for (const sha256 of semua) await store.remove(sha256);
		expect(s3.isi.size).toBe(0);
	});

	it('berkas besar pergi bagian demi bagian, dan yang gagal tidak meninggalkan bagian', async () => {
		const isi = randomBytes(40 * 1024 ** 2);
		const sha256 = await simpan(isi);
		expect(s3.riwayat.filter((r) => r.includes('partNumber=')).length).toBe(3);
		expect(sha(await baca(sha256))).toBe(sha256);
		expect(s3.gantung()).toBe(0);
		await store.remove(sha256);
	});

	it('jawaban 500 dicoba lagi; yang tetap gagal disebut, dan titipannya tidak hilang', async () => {
		const isi = Buffer.from('dicoba lagi');
		s3.rusakkan('500', 2);
		const sha256 = await simpan(isi);
		expect(await store.size(sha256)).toBe(isi.length);
		const titipan = await store.receive(Readable.from([Buffer.from('gagal')]), 1e9);
		s3.rusakkan('500', 100);
		await expect(store.keep(titipan)).rejects.toMatchObject({ sebab: 'penyimpanan_gagal' });
		await expect(store.size(sha256)).rejects.toMatchObject({ sebab: 'penyimpanan_gagal' });
		s3.rusakkan('500', 0);
		await store.keep(titipan);
		expect(String(await baca(titipan.sha256))).toBe('gagal');
	});

	it('jawaban yang putus di tengah disambung dari tempatnya; yang terus putus gagal, tidak terpotong diam-diam', async () => {
		const isi = randomBytes(1_000_000);
		const sha256 = await simpan(isi);
		s3.rusakkan('separuh', 3);
		expect(sha(await baca(sha256))).toBe(sha256);
		s3.rusakkan('separuh', 3);
		expect((await baca(sha256, { dari: 10, sampai: 500_009 })).equals(isi.subarray(10, 500_010))).toBe(true);
		s3.rusakkan('separuh', 100);
		await expect(baca(sha256)).rejects.toMatchObject({ sebab: 'penyimpanan_gagal' });
		s3.rusakkan('separuh', 0);
	});

	it('kunci yang salah ditolak dan tidak disebut dalam kesalahannya', async () => {
		const salah = openS3Store({ ...s3.setelan, key: 'lain' }, join(akar, 'salah'));
		const galat = await salah.size('0'.repeat(64)).catch((e: Error) => e);
		expect(galat).toMatchObject({ sebab: 'penyimpanan_gagal' });
		expect(JSON.stringify([String(galat), String((galat as Error).cause)])).not.toContain('rahasia-uji');
	});
});

describe('pindah penyimpanan', () => {
	it('memindahkan dan mencocokkan semuanya, boleh diulang, dan yang rusak tidak pernah dibuang', async () => {
		const dir = join(akar, 'pindah');
		const direktori = openFileStore(dir);
		const semua: string[] = [];
		for (const t of ['satu', 'dua', 'tiga', 'empat']) semua.push(await simpan(Buffer.from(t), direktori));
		const [rusak = ''] = semua;
		writeFileSync(join(dir, rusak.slice(0, 2), rusak), 'diubah');
		const gabung = joinStore(store, direktori);
		s3.rusakkan('500', 200);
		await expect(moveFiles(direktori, store)).rejects.toMatchObject({ sebab: 'penyimpanan_gagal' });
		s3.rusakkan('500', 0);
		expect((await Array.fromAsync(direktori.list())).sort()).toEqual([...semua].sort());
		expect(await moveFiles(direktori, store)).toMatchObject({ dipindah: 3, rusak: [rusak] });
		expect(await Array.fromAsync(direktori.list())).toEqual([rusak]);
		expect(await moveFiles(direktori, store)).toMatchObject({ dipindah: 0, rusak: [rusak] });
		for (const t of ['dua', 'tiga', 'empat'])
			expect(String(await baca(sha(Buffer.from(t)), undefined, gabung))).toBe(t);
		expect(String(await baca(rusak, undefined, gabung))).toBe('diubah');
		expect((await Array.fromAsync(gabung.list())).filter((s) => semua.includes(s)).sort()).toEqual(
			[...semua].sort(),
		);
		await moveFiles(store, direktori);
		expect(await Array.fromAsync(store.list())).toEqual([]);
		expect(await direktori.size(sha(Buffer.from('dua')))).toBe(3);
	});
});
