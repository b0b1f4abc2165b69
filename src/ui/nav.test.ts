import { expect, test } from 'vitest';
import { currentNav, pilihHalaman } from './nav.ts';

test.each([
	['/', '/', 'page'],
	['/', '/peringkat', undefined],
	['/instrumen', '/instrumen', 'page'],
	['/instrumen', '/instrumen/spbe-2020', 'true'],
	['/data', '/database', undefined],
] as const)('menu %s pada halaman %s ditandai %s', (butir, path, tanda) => {
	expect(currentNav(butir, path)).toBe(tanda);
});

test.each([
	[1, 1, [1]],
	[1, 4, [1, 2, 3, 4]],
	[1, 9, [1, 2, null, 9]],
	[5, 9, [1, null, 4, 5, 6, null, 9]],
	[4, 9, [1, 2, 3, 4, 5, null, 9]],
	[9, 9, [1, null, 8, 9]],
	[99, 3, [1, 2, 3]],
	[1, 0, []],
])('pada halaman %i dari %i ditampilkan %j', (halaman, jumlah, harap) => {
	expect(pilihHalaman(halaman, jumlah)).toEqual(harap);
});
