import { describe, expect, it } from 'vitest';
import { kelompokAlamat } from './laju.ts';

describe('alamat yang dihitung bersama', () => {
	it.each([
		['203.0.113.7', '203.0.113.7'],
		['::ffff:203.0.113.7', '203.0.113.7'],
		['::FFFF:203.0.113.7', '203.0.113.7'],
		['2001:db8:1:2:aaaa::1', '2001:db8:1:2::/64'],
		['2001:0db8:0001:0002:bbbb:0:0:9', '2001:db8:1:2::/64'],
		['2001:db8::1', '2001:db8:0:0::/64'],
		['::1', '0:0:0:0::/64'],
		['fe80::1%eth0', 'fe80:0:0:0::/64'],
	])('%s → %s', (alamat, kelompok) => {
		expect(kelompokAlamat(alamat)).toBe(kelompok);
	});
});
