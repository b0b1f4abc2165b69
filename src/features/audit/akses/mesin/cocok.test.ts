import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sarankanPeta } from './kolom.rules.ts';
import { bacaNama, isHampirSama, isInisial } from './nama.rules.ts';
import { bacaNip, bacaPeran, bacaStatus } from './nilai.rules.ts';
import {
	bacaTanggal,
	hariDari,
	isoHari,
	putuskanTanggal,
	TGL_KOSONG,
	TGL_RAGU,
	urutanKolom,
} from './tanggal.rules.ts';
import { createPembandingUnit } from './unit.rules.ts';

const hari = (teks: string, urutan: Parameters<typeof putuskanTanggal>[1] = 'hari_dulu') => {
	const nilai = putuskanTanggal(bacaTanggal(teks), urutan);
	return nilai === TGL_KOSONG ? 'kosong' : nilai === TGL_RAGU ? 'ragu' : isoHari(nilai);
};

describe('nama orang', () => {
	it.each([
		['Budi Santoso, S.Kom., M.T.', 'BUDI SANTOSO'],
		['Drs. H. Moh. Joesoef, M.Si', 'Muhammad Yusuf'],
		['Ir. Djoko Soesilo MM', 'Joko Susilo'],
		['dr. Tjut Nja Dewi, Sp.A', 'Cut Nya Dewi'],
		['Hj. Siti Rohmah S.Pd', 'Siti Rohmah'],
		['M. Yudhi Pratama ST', 'Muhamad Yudi Pratama'],
		['Achmad Fauzi', 'Ahmad Fausi'],
		["Nur'aini", 'Nuraini'],
		['Prof. Dr. Andi Wijaya, S.E., Ak., CA', 'Andi Wijaya'],
	])('%s sama dengan %s', (a, b) => expect(bacaNama(a).ejaan).toBe(bacaNama(b).ejaan));
	it.each([
		['Budi Santoso', 'Budi Santosa'],
		['Siti Aminah', 'Siti Aminatun'],
		['Agus', 'Agus Salim'],
	])('%s bukan %s', (a, b) => expect(bacaNama(a).ejaan).not.toBe(bacaNama(b).ejaan));
	it('inisial dan salah ketik dikenali sebagai mirip', () => {
		expect(isInisial(['budi', 's'], ['budi', 'santoso'])).toBe(true);
		expect(isInisial(['b', 's'], ['budi', 'santoso'])).toBe(false);
		expect(isHampirSama('budi santoso', 'budi snatoso')).toBe(true);
		expect(isHampirSama('budi santoso', 'badi santosa')).toBe(false);
	});
	it('gelar di belakang dan huruf besar tidak mengubah nama', () => {
		const kata = fc.constantFrom('Budi', 'Siti', 'Wahyu', 'Rahman', 'Lestari', 'Purnama');
		const gelar = fc.constantFrom('', ', S.Kom.', ', S.H., M.H.', ' ST', ', M.Si');
		fc.assert(
			fc.property(kata, kata, gelar, (a, b, g) => {
				expect(bacaNama(`${a} ${b}${g}`).polos).toBe(`${a} ${b}`.toLowerCase());
				expect(bacaNama(`${a} ${b}${g}`.toUpperCase()).polos).toBe(`${a} ${b}`.toLowerCase());
			}),
		);
	});
});

describe('tanggal', () => {
	it.each([
		['25/11/2026', '2026-11-25'],
		['2026-11-25T08:00:00Z', '2026-11-25'],
		['25-Nov-26', '2026-11-25'],
		['25 Nopember 2026', '2026-11-25'],
		['Nov 25, 2026', '2026-11-25'],
		['46351', '2026-11-25'],
		['46351.5', '2026-11-25'],
		['20261125083000.0Z', '2026-11-25'],
		['134085888000000000', '2025-11-26'],
		['1795564800', '2026-11-25'],
		['', 'kosong'],
		['Never', 'kosong'],
		['0', 'kosong'],
		['01/01/1601', 'kosong'],
		['9223372036854775807', 'kosong'],
		['31/02/2026', 'ragu'],
		['32/13/2026', 'ragu'],
		['kemarin', 'ragu'],
		['12345678901234567890', 'ragu'],
	])('"%s" dibaca %s', (teks, harap) => expect(hari(teks)).toBe(harap));
	it('dua bacaan diputuskan menurut kolomnya', () => {
		expect(hari('03/04/2026')).toBe('2026-04-03');
		expect(hari('03/04/2026', 'bulan_dulu')).toBe('2026-03-04');
		expect(hari('03/04/2026', 'campur')).toBe('ragu');
		expect(hari('25/04/2026', 'campur')).toBe('2026-04-25');
		expect([urutanKolom(3, 0), urutanKolom(0, 2), urutanKolom(1, 1)]).toEqual([
			'hari_dulu',
			'bulan_dulu',
			'campur',
		]);
	});
	it('setiap hari kalender kembali utuh dari empat bentuk', () => {
		fc.assert(
			fc.property(fc.integer({ min: 5000, max: 30_000 }), (n) => {
				const iso = isoHari(n);
				const [t = '', b = '', h = ''] = iso.split('-');
				expect(hariDari(Number(t), Number(b), Number(h))).toBe(n);
				for (const teks of [iso, `${h}/${b}/${t}`, `${h}.${b}.${t} 10:20`, `${t}${b}${h}`])
					expect(hari(teks)).toBe(iso);
			}),
		);
	});
	it('teks apa pun dibaca tanpa galat', () => {
		fc.assert(fc.property(fc.string(), (teks) => Number.isInteger(bacaTanggal(teks))));
	});
});

describe('isi sel', () => {
	it('NIP berspasi dan berkutip dirapikan, angka pangkat bukan NIP', () => {
		expect(bacaNip("'19800101 200501 1 001")).toBe('198001012005011001');
		expect(bacaNip('1,98001E+17')).toBe('');
		expect(bacaNip('-')).toBe('');
	});
	it('nama panjang grup direktori menjadi CN-nya', () => {
		expect(bacaPeran('CN=Domain Admins,CN=Users,DC=kota;CN=VPN\\, Dinas,DC=kota')).toEqual([
			'Domain Admins',
			'VPN, Dinas',
		]);
		expect(bacaPeran('operator, bendahara|kasir')).toEqual(['operator', 'bendahara', 'kasir']);
	});
	it('status tak dikenal tidak ditebak', () => {
		expect([bacaStatus('Tidak Aktif'), bacaStatus('AKTIF'), bacaStatus('514'), bacaStatus('')]).toEqual([
			false,
			true,
			false,
			null,
		]);
		expect(bacaStatus('entahlah')).toBeUndefined();
	});
	it('unit sama dalam singkatan, kata sambung, dan pasangan sendiri', () => {
		const sama = createPembandingUnit([['Setda', 'Sekretariat Daerah']]);
		expect(sama('Diskominfo', 'Dinas Komunikasi dan Informatika Kota')).toBe(true);
		expect(sama('SETDA', 'Sekretariat Daerah')).toBe(true);
		expect(sama('Dinkes', 'Dinas Pendidikan')).toBe(false);
	});
	it('kolom diusulkan dari namanya, kata sandi dan NIK tidak pernah', () => {
		expect(
			sarankanPeta(
				['User Login', 'Nama Lengkap', 'NIP Baru', 'NIK', 'Password', 'Password Never Expires', 'Last Logon'],
				'akun',
			),
		).toEqual({
			...{ nama_akun: 'User Login', pemilik_nama: 'Nama Lengkap', pemilik_nip: 'NIP Baru' },
			...{ sandi_tak_kedaluwarsa: 'Password Never Expires', terakhir_masuk: 'Last Logon' },
		});
	});
});
