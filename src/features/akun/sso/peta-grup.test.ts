import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bacaPetaGrup } from './peta-grup.schema.ts';

const dir = mkdtempSync(join(tmpdir(), 'matang-peta-'));
afterAll(() => rmSync(dir, { recursive: true }));
const tulis = (isi: unknown): string => {
	const path = join(dir, 'peta.json');
	writeFileSync(path, typeof isi === 'string' ? isi : JSON.stringify(isi));
	return path;
};
const peta = (...baris: unknown[]) => tulis({ format: 'matang-peta-grup/1', peta: baris });

describe('peta kelompok ke peran', () => {
	it('terbaca, dengan instansi dan unit yang boleh tidak ada', () => {
		expect(
			bacaPetaGrup(
				peta(
					{ grup: 'a', peran: 'operator', instansi: 'kota-uji', unit: 'K1' },
					{ grup: 'b', peran: 'tim_reviu' },
				),
			),
		).toEqual([
			{ grup: 'a', peran: 'operator', instansi: 'kota-uji', unit: 'K1' },
			{ grup: 'b', peran: 'tim_reviu', instansi: null, unit: null },
		]);
	});
	it.each([
		[{ grup: 'a', peran: 'raja', instansi: 'x' }, 'peta.0.peran'],
		[{ grup: 'a', peran: 'operator' }, 'peta.0.instansi'],
		[{ grup: 'a', peran: 'admin_nasional', instansi: 'x' }, 'peta.0.instansi'],
		[{ grup: 'a', peran: 'koordinator', instansi: 'x', unit: 'K1' }, 'peta.0.unit'],
		[{ grup: 'a', peran: 'operator', instansi: 'x', Unit: 'K1' }, 'Unit'],
	])('yang keliru disebut letaknya: %j', (baris, letak) => {
		expect(() => bacaPetaGrup(peta(baris))).toThrow(letak);
	});
	it('berkas yang tidak ada atau bukan JSON disebut begitu', () => {
		expect(() => bacaPetaGrup(join(dir, 'tidak-ada.json'))).toThrow('ENOENT');
		expect(() => bacaPetaGrup(tulis('{'))).toThrow('bukan JSON');
	});
});
