import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { golonganOf, parseAlamat, parseRentang } from './alamat.rules.ts';
import { canPeriksa, canSambung, type IzinPeriksa, susunIzin } from './izin-periksa.rules.ts';
import { readIzinBerkas } from './read-izin-berkas.ts';
import { parseSasaran, parseTarget } from './sasaran.rules.ts';

const alamat = (teks: string) => {
	const a = parseAlamat(teks);
	if (!a) throw new Error(teks);
	return a;
};
const izin = (sasaran: string[], ubah: Partial<IzinPeriksa> = {}): IzinPeriksa => {
	const hasil = susunIzin({
		...{ nomor: '1', pemberi: 'Kepala Dinas', berlakuDari: '2026-01-01', berlakuSampai: '2026-12-31' },
		...{ tambahan: [], ...ubah, sasaran },
	});
	if (!hasil.ok) throw new Error(JSON.stringify(hasil.masalah));
	return hasil.value;
};

describe('alamat', () => {
	it.each([
		['127.0.0.1', 'loopback'],
		['127.255.1.2', 'loopback'],
		['::1', 'loopback'],
		['::ffff:127.0.0.1', 'loopback'],
		['::ffff:7f00:1', 'loopback'],
		['0:0:0:0:0:ffff:10.0.0.1', 'pribadi'],
		['169.254.1.1', 'link_local'],
		['fe80::1', 'link_local'],
		['169.254.169.254', 'metadata'],
		['::ffff:169.254.169.254', 'metadata'],
		['fd00:ec2::254', 'metadata'],
		['100.100.100.200', 'metadata'],
		['10.1.2.3', 'pribadi'],
		['172.31.0.1', 'pribadi'],
		['192.168.1.1', 'pribadi'],
		['100.64.0.1', 'pribadi'],
		['fc00::1', 'pribadi'],
		['fd12:3456::1', 'pribadi'],
		['64:ff9b::7f00:1', 'khusus'],
		['64:ff9b::10.0.0.1', 'khusus'],
		['64:ff9b:1::1', 'khusus'],
		['2002:7f00:1::', 'khusus'],
		['2001:0:1::', 'khusus'],
		['::7f00:1', 'khusus'],
		['2001:db8::1', 'khusus'],
		['198.18.0.1', 'khusus'],
		['240.0.0.1', 'khusus'],
		['4000::1', 'khusus'],
		['0.0.0.0', 'mustahil'],
		['255.255.255.255', 'mustahil'],
		['224.0.0.1', 'mustahil'],
		['ff02::1', 'mustahil'],
		['::', 'mustahil'],
		['172.32.0.1', 'umum'],
		['103.10.1.1', 'umum'],
		['2404:6800::1', 'umum'],
	])('%s adalah %s', (teks, golongan) => expect(golonganOf(alamat(teks))).toBe(golongan));

	it.each([
		'127.1',
		'0177.0.0.1',
		'2130706433',
		'256.1.1.1',
		'1.2.3',
		'1.2.3.4.5',
		'1:2',
		':::',
		'1::2::3',
		'g::1',
		'::ffff:1.2.3',
		'1.2.3.4 ',
		'',
	])('%j bukan alamat', (teks) => expect(parseAlamat(teks)).toBeNull());

	it('IPv4 di dalam IPv6 selalu dibaca sebagai IPv4 yang dituju', () =>
		fc.assert(
			fc.property(fc.ipV4(), (teks) => {
				const a = alamat(teks);
				expect(alamat(`::ffff:${teks}`)).toMatchObject({ versi: 4, angka: a.angka, teks });
			}),
		));

	it('rentang memuat alamatnya sendiri dan bukan tetangganya', () => {
		expect(parseRentang('10.1.2.3/24')).toMatchObject({
			versi: 4,
			panjang: 24,
			dasar: alamat('10.1.2.0').angka,
		});
		expect(parseRentang('10.0.0.0/33')).toBeNull();
		expect(parseRentang('::ffff:10.0.0.0/104')).toMatchObject({ versi: 4, panjang: 8 });
		expect(parseRentang('::ffff:10.0.0.0/8')).toBeNull();
	});
});

describe('sasaran izin', () => {
	it.each([
		['app.kota.go.id:443', { jenis: 'nama', nama: 'app.kota.go.id', porta: 443 }],
		['App.Kota.GO.ID.:8443', { nama: 'app.kota.go.id', porta: 8443 }],
		['kota.pésan.id:443', { nama: 'kota.xn--psan-bpa.id' }],
		['103.10.1.7:443', { jenis: 'rentang', porta: 443, rentang: { panjang: 32 } }],
		['10.1.0.0/16:443', { rentang: { versi: 4, panjang: 16 } }],
		['127.0.0.0/8:8443', { rentang: { panjang: 8 } }],
		['[2404:6800::1]:443', { rentang: { versi: 6, panjang: 128 } }],
		['[2404:6800::/48]:443', { rentang: { versi: 6, panjang: 48 } }],
		['2404:6800::/48:443', { rentang: { versi: 6, panjang: 48 }, porta: 443 }],
	])('%s dibaca', (teks, isi) => expect(parseSasaran(teks)).toMatchObject({ ok: true, value: isi }));

	it.each([
		['', 'kosong'],
		['*:443', 'jelajah'],
		['*.kota.go.id:443', 'jelajah'],
		['app.kota.go.id:*', 'jelajah'],
		['app.kota.go.id', 'tanpa_porta'],
		['10.0.0.0/24', 'tanpa_porta'],
		['app.kota.go.id:0', 'porta_salah'],
		['app.kota.go.id:65536', 'porta_salah'],
		['app.kota.go.id:1-1024', 'porta_salah'],
		['app.kota.go.id:', 'porta_salah'],
		['0.0.0.0/0:443', 'terlalu_luas'],
		['103.0.0.0/8:443', 'terlalu_luas'],
		['[::/0]:443', 'terlalu_luas'],
		['[2000::/3]:443', 'terlalu_luas'],
		['0.0.0.0:443', 'alamat_mustahil'],
		['224.0.0.0/24:443', 'alamat_mustahil'],
		['999.1.1.1:443', 'bukan_alamat'],
		['127.1:443', 'bukan_alamat'],
		['2130706433:443', 'bukan_alamat'],
		['0x7f000001:443', 'bukan_alamat'],
		['10.0.0.0/33:443', 'bukan_alamat'],
		['https://app.kota.go.id:443', 'bukan_alamat'],
		['app kota:443', 'bukan_alamat'],
		['user@kota.go.id:443', 'bukan_alamat'],
		['-app.kota.go.id:443', 'bukan_alamat'],
	])('%j ditolak: %s', (teks, reason) => expect(parseSasaran(teks)).toEqual({ ok: false, reason }));

	it('masukan apa pun ditolak atau dibaca, tidak pernah galat', () =>
		fc.assert(
			fc.property(fc.string({ maxLength: 60 }), (teks) => {
				expect(typeof parseSasaran(teks).ok).toBe('boolean');
				expect(typeof parseTarget(teks).ok).toBe('boolean');
			}),
		));

	it('target tanpa porta memakai 443', () => {
		expect(parseTarget('Kota.go.id')).toEqual({ ok: true, value: { host: 'kota.go.id', porta: 443 } });
		expect(parseTarget('[2404::1]:8443')).toEqual({ ok: true, value: { host: '2404::1', porta: 8443 } });
		expect(parseTarget('2404::1')).toMatchObject({ value: { host: '2404::1', porta: 443 } });
		expect(parseTarget('::ffff:127.0.0.1')).toMatchObject({ value: { host: '127.0.0.1' } });
	});
});

describe('izin', () => {
	const nama = { host: 'app.kota.go.id', porta: 443 };
	it.each([
		['2025-12-31', 'izin_belum_berlaku'],
		['2027-01-01', 'izin_berakhir'],
	])('pada %s ditolak: %s', (hari, reason) =>
		expect(canPeriksa(izin(['app.kota.go.id:443']), nama, hari)).toEqual({ ok: false, reason }),
	);

	it('hanya host dan porta yang disebut, pada hari pertama dan terakhir pula', () => {
		const i = izin(['app.kota.go.id:443']);
		for (const hari of ['2026-01-01', '2026-12-31']) expect(canPeriksa(i, nama, hari)).toEqual({ ok: true });
		for (const lain of [
			{ ...nama, porta: 8443 },
			{ ...nama, host: 'kota.go.id' },
			{ ...nama, host: 'x.app.kota.go.id' },
		])
			expect(canPeriksa(i, lain, '2026-06-01')).toEqual({ ok: false, reason: 'di_luar_izin' });
	});

	it.each([
		[['app.kota.go.id:443'], '103.10.1.1', 443, true],
		[['app.kota.go.id:443'], '103.10.1.1', 80, 'di_luar_izin'],
		[['lain.kota.go.id:443'], '103.10.1.1', 443, 'di_luar_izin'],
		[['app.kota.go.id:443'], '127.0.0.1', 443, 'alamat_loopback'],
		[['app.kota.go.id:443'], '::ffff:127.0.0.1', 443, 'alamat_loopback'],
		[['app.kota.go.id:443'], '10.0.0.5', 443, 'alamat_pribadi'],
		[['app.kota.go.id:443', '10.0.0.0/24:443'], '10.0.0.5', 443, true],
		[['app.kota.go.id:443', '10.0.0.0/24:80'], '10.0.0.5', 443, 'alamat_pribadi'],
		[['app.kota.go.id:443', '10.0.0.0/24:443'], '10.0.1.5', 443, 'alamat_pribadi'],
		[['app.kota.go.id:443', '169.254.0.0/16:443'], '169.254.169.254', 443, 'alamat_metadata'],
		[['169.254.169.254:443'], '169.254.169.254', 443, true],
		[['app.kota.go.id:443', '127.0.0.0/8:443'], '64:ff9b::7f00:1', 443, 'alamat_khusus'],
		[['127.0.0.1:443'], '::ffff:127.0.0.1', 443, true],
		[['app.kota.go.id:443'], '0.0.0.0', 443, 'alamat_mustahil'],
		[['103.10.0.0/16:443'], '103.10.1.1', 443, true],
	])('%j untuk app.kota.go.id di %s porta %d: %s', (sasaran, ip, porta, harap) => {
		const hasil = canSambung(izin(sasaran), { ...nama, porta }, alamat(ip));
		expect(hasil.ok ? true : hasil.reason).toBe(harap);
	});

	it('localhost hanya menyebut loopback', () => {
		const i = izin(['localhost:443']);
		const target = { host: 'localhost', porta: 443 };
		expect(canSambung(i, target, alamat('127.0.0.1')).ok).toBe(true);
		expect(canSambung(i, target, alamat('10.0.0.1')).ok).toBe(false);
	});

	const berkas = (ubah: object) =>
		JSON.stringify({
			...{ nomor: '1/2026', pemberi: 'Sekda', berlakuDari: '2026-01-01', berlakuSampai: '2026-12-31' },
			...{ sasaran: ['app.kota.go.id:443'], ...ubah },
		});
	it.each([
		['{', 'bukan JSON'],
		['[]', 'seharusnya objek'],
		['null', 'seharusnya objek'],
		[berkas({ nomor: ' ' }), 'nomor'],
		[berkas({ pemberi: 5 }), 'pemberi'],
		[berkas({ berlakuDari: '2026-02-30' }), 'berlakuDari "2026-02-30" bukan tanggal'],
		[berkas({ berlakuSampai: '31/12/2026' }), 'berlakuSampai "31/12/2026" bukan tanggal'],
		[berkas({ berlakuSampai: '2025-12-31' }), 'mendahului'],
		[berkas({ sasaran: [] }), 'sasaran'],
		[berkas({ sasaran: ['*.go.id:443'] }), 'tanda *'],
		[berkas({ sasaran: ['a.go.id:443', '0.0.0.0/0:443'] }), 'Sasaran 2 "0.0.0.0/0:443" terlalu luas'],
		[berkas({ sasaran: [443] }), 'sasaran'],
		[berkas({ tambahan: 'WEB-07' }), 'tambahan'],
	])('berkas %s ditolak dan menyebut %s', (isi, sebut) => {
		const hasil = readIzinBerkas(isi);
		expect(hasil.ok ? '' : hasil.masalah.join(' ')).toContain(sebut);
	});
});
