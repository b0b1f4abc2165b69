import { describe, expect, it } from 'vitest';
import { relyingParty } from './relying-party.rules.ts';

const dari = (alamat: string | null, url: string) => relyingParty(alamat, new URL(url));

describe('alamat kunci sandi', () => {
	it('adalah alamat publik yang disetel, dan hanya itu', () => {
		expect(dari('https://matang.contoh.go.id', 'https://matang.contoh.go.id/masuk')).toEqual({
			ok: true,
			value: { id: 'matang.contoh.go.id', origin: 'https://matang.contoh.go.id' },
		});
		expect(dari('https://matang.contoh.go.id', 'http://localhost:3000/masuk')).toEqual({
			ok: false,
			reason: 'alamat_lain',
		});
	});
	it('tanpa setelan hanya nama mesin ini sendiri, bukan kepala Host dari jaringan', () => {
		expect(dari(null, 'http://localhost:3000/akun')).toEqual({
			ok: true,
			value: { id: 'localhost', origin: 'http://localhost:3000' },
		});
		expect(dari(null, 'https://penipu.example/akun')).toEqual({ ok: false, reason: 'alamat_belum_disetel' });
	});
	it.each(['http://127.0.0.1:3000/', 'http://[::1]:3000/'])('bukan angka: %s', (url) => {
		expect(dari(null, url)).toEqual({ ok: false, reason: 'alamat_angka' });
	});
});
