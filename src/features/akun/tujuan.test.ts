import { describe, expect, it } from 'vitest';
import { bacaTujuan } from './tujuan.rules.ts';

describe('tujuan sesudah masuk', () => {
	it.each(['/kerja', '/akun', '/en/kerja/kota-balikpapan/orang', '/kerja/nasional/3?isian=lanjut'])(
		'%s dibolehkan',
		(ke) => {
			expect(bacaTujuan(ke)).toBe(ke);
		},
	);
	it.each([
		'https://penipu.example/kerja',
		'//penipu.example/kerja',
		'/\\penipu.example',
		'/kerja/../../keluar\n',
		'/kerjaan',
		'/keluar',
		'/masuk?ke=/kerja',
		'javascript:alert(1)',
		`/kerja/${'a'.repeat(600)}`,
		'',
		null,
	])('%j tidak', (ke) => {
		expect(bacaTujuan(ke)).toBeNull();
	});
});
