import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gatherCalls } from './gather.ts';

const tempat = {};
const tunda = () => new Promise((jadi) => setTimeout(jadi, 5));

describe('panggilan yang dikumpulkan', () => {
	it('yang datang bersama berjalan bersama; yang datang selagi berjalan ikut giliran berikutnya, urut', async () => {
		const giliran: number[][] = [];
		const hitung = gatherCalls(async (isi: readonly number[]) => {
			giliran.push([...isi]);
			await tunda();
			return isi.map((n) => n * 10);
		});
		const satu = hitung(tempat, 'a', 1);
		await expect.poll(() => giliran).toEqual([[1]]);
		const lain = Promise.all([2, 3, 4].map((n) => hitung(tempat, 'a', n)));
		expect(await satu).toBe(10);
		expect(await lain).toEqual([20, 30, 40]);
		expect(giliran).toEqual([[1], [2, 3, 4]]);
	});

	it('yang datang satu demi satu pada setiap putaran ikut giliran yang sama; yang datang sesudah sepi tidak', async () => {
		const giliran: number[][] = [];
		const hitung = gatherCalls(async (isi: readonly number[]) => {
			giliran.push([...isi]);
			return isi;
		}, Number.POSITIVE_INFINITY);
		const semua: Promise<number>[] = [];
		for (let n = 1; n <= 30; n++) {
			semua.push(hitung(tempat, 'a', n));
			await setImmediate();
		}
		await Promise.all(semua);
		await hitung(tempat, 'a', 31);
		expect(giliran).toEqual([Array.from({ length: 30 }, (_, n) => n + 1), [31]]);
	});

	it('yang terus berdatangan tidak menahan giliran melebihi waktunya', async () => {
		let giliran = 0;
		const hitung = gatherCalls(async (isi: readonly number[]) => {
			giliran++;
			return isi;
		}, 0);
		for (let n = 0; n < 5; n++) {
			void hitung(tempat, 'a', n);
			await setImmediate();
		}
		expect(giliran).toBeGreaterThan(1);
	});

	it('kunci dan tempat yang lain tidak saling menunggu', async () => {
		const giliran: string[] = [];
		const sebut = gatherCalls(async (isi: readonly string[]) => {
			giliran.push(isi.join('+'));
			await tunda();
			return isi;
		});
		await Promise.all([sebut(tempat, 'a', 'a'), sebut(tempat, 'b', 'b'), sebut({}, 'a', 'c')]);
		expect(giliran).toEqual(['a', 'b', 'c']);
	});

	it('satu yang gagal tidak menggagalkan yang lain, dan gilirannya tidak macet', async () => {
		const bagi = gatherCalls(async (isi: readonly number[]) => {
			await tunda();
			if (isi.includes(0)) throw new Error('nol');
			return isi.map((n) => 12 / n);
		});
		const awal = bagi(tempat, 'a', 1);
		const hasil = await Promise.allSettled([2, 0, 3].map((n) => bagi(tempat, 'a', n)));
		expect(await awal).toBe(12);
		expect(hasil.map((h) => (h.status === 'fulfilled' ? h.value : 'gagal'))).toEqual([6, 'gagal', 4]);
		expect(await bagi(tempat, 'a', 4)).toBe(3);
	});
});
