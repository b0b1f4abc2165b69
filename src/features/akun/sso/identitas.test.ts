import { describe, expect, it } from 'vitest';
import { bacaIdentitas, listPeranGrup } from './identitas.rules.ts';

describe('identitas dari SSO', () => {
	it.each([
		[true, 'budi@uji.go.id'],
		['true', 'budi@uji.go.id'],
		[false, null],
		['ya', null],
		[1, null],
		[undefined, null],
	])('surel hanya dipercaya bila penyedianya menjamin: %j', (email_verified, surel) => {
		expect(bacaIdentitas({ sub: 'x', email: ' Budi@uji.go.id', email_verified }, 'groups').surel).toBe(surel);
	});
	it.each([
		[{ groups: ['a', 'b', 3, null, ''] }, 'groups', ['a', 'b']],
		[{ groups: 'a' }, 'groups', ['a']],
		[{ realm_access: { roles: ['r'] } }, 'realm_access.roles', ['r']],
		[{ 'https://x.go.id/grup': ['u'] }, 'https://x.go.id/grup', ['u']],
		[{}, 'groups', []],
		[{ a: 'teks' }, 'a.b.c', []],
	])('grup dibaca dari %j menurut "%s"', (klaim, nama, grup) => {
		expect(bacaIdentitas(klaim, nama).grup).toEqual(grup);
	});
	it('peran hanya dari grup yang dipetakan, masing-masing sekali', () => {
		const satu = { grup: 'a', peran: 'koordinator', instansi: 'kota-uji', unit: null };
		const peta = [satu, { ...satu, grup: 'b' }, { ...satu, grup: 'c', peran: 'pimpinan' }];
		expect(listPeranGrup(peta, ['a', 'b', 'admin_nasional'])).toHaveLength(1);
		expect(listPeranGrup(peta, [])).toEqual([]);
	});
});
