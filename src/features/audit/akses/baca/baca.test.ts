import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tulisXlsx } from '#features/laporan/cetak/tulis-xlsx.ts';
import { menurutAkun, pegawaiUji, sumberDari, tinjauUji } from '../akses.testing.ts';
import { createCatatan } from '../mesin/akun.rules.ts';
import { bacaDaftarAkun, bacaDaftarPegawai, intipBerkas } from './baca-daftar.ts';
import { bacaCsv } from './csv.ts';
import { bacaTeks } from './teks.ts';

const cara = { peta: null, sistem: 'uji', tanggal: null, peranIstimewa: ['admin'], publik: null } as const;
const baca = (isi: string | Uint8Array, potong?: number) => bacaDaftarAkun(sumberDari(isi, potong), cara);
const alasan = async (isi: string | Uint8Array) =>
	await baca(isi).then(
		() => 'diterima',
		(g: { reason?: string }) => g.reason ?? String(g),
	);
const akunCsv =
	'username;nama;nip;status;last login\nbudi;Budi Santoso;198001012005011001;aktif;24/11/2026\n';

describe('CSV mengalir', () => {
	async function urai(teks: string, potong: number): Promise<string[][]> {
		const hasil: string[][] = [];
		const bagian = async function* () {
			for (let i = 0; i < teks.length; i += potong) yield teks.slice(i, i + potong);
		};
		for await (const baris of bacaCsv(bagian())) hasil.push(...baris.map((r) => r.sel));
		return hasil;
	}
	it('membaca sama dengan pengurai baku, di mana pun potongannya jatuh', async () => {
		const sel = fc.oneof(
			fc.constantFrom('', 'a', 'b c', '"', 'x,y', 'dua\nbaris', 'k"u"tip', '1'),
			fc.string({ maxLength: 5 }),
		);
		await fc.assert(
			fc.asyncProperty(
				fc.array(fc.array(sel, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }),
				fc.integer({ min: 1, max: 9 }),
				async (tabel, potong) => {
					const kutip = (s: string) => `"${s.replaceAll('"', '""')}"`;
					const teks = `kepala satu,kepala dua\n${tabel.map((b) => b.map(kutip).join(',')).join('\n')}\n`;
					const harap = parse(teks, { relax_column_count: true, record_delimiter: '\n' }) as string[][];
					// the separator is told from the first block: let it hold the first line
					expect(await urai(teks, Math.max(potong, 24))).toEqual(harap);
				},
			),
			{ numRuns: 60 },
		);
	});
	it('menyebut nomor baris tempat rekaman mulai, walau selnya berganti baris', async () => {
		const daftar = await baca('username,nama\na,"dua\nbaris"\nb,c\n');
		expect(daftar.akun.map((a) => [a.akun, a.baris])).toEqual([
			['a', 2],
			['b', 4],
		]);
	});
});

describe('penyandian', () => {
	const teks = async (bytes: Uint8Array) => {
		const catatan = createCatatan();
		let hasil = '';
		for await (const t of bacaTeks(sumberDari(bytes, 7).potong(), catatan)) hasil += t;
		return { hasil, kode: catatan.daftar().map((c) => c.kode) };
	};
	const isi = 'username;nama\nrené;Raden “Café” €\n';
	it('UTF-8 dengan dan tanpa BOM', async () => {
		expect(await teks(Buffer.from(`\uFEFF${isi}`))).toEqual({ hasil: isi, kode: [] });
		expect(await teks(Buffer.from(isi))).toEqual({ hasil: isi, kode: [] });
	});
	it('Windows-1252', async () => {
		const bytes = Buffer.concat([
			Buffer.from('username;nama\nren'),
			Buffer.from([0xe9]),
			Buffer.from(';Raden '),
			Buffer.from([0x93]),
			Buffer.from('Caf'),
			Buffer.from([0xe9, 0x94, 0x20, 0x80, 0x0a]),
		]);
		expect(await teks(bytes)).toEqual({ hasil: isi, kode: ['sandi_huruf'] });
	});
	it('UTF-16 dua arah, dengan BOM', async () => {
		const le = Buffer.from(`\uFEFF${isi}`, 'utf16le');
		expect((await teks(le)).hasil).toBe(isi);
		expect((await teks(Buffer.from(le).swap16())).hasil).toBe(isi);
	});
});

describe('kepala tabel', () => {
	it.each([
		['titik koma', akunCsv],
		['tab', akunCsv.replaceAll(';', '\t')],
		['garis', akunCsv.replaceAll(';', '|')],
		['sep= Excel', `sep=;\n${akunCsv}`],
		['judul dan baris kosong di atasnya', `DAFTAR AKUN SIMDA;;;;\nDicetak 25/11/2026;;;;\n;;;;\n${akunCsv}`],
		['CRLF', akunCsv.replaceAll('\n', '\r\n')],
		['tanpa ganti baris di akhir', akunCsv.trimEnd()],
	])('dikenali: %s', async (_, isi) => {
		const daftar = await baca(isi);
		expect(daftar.akun).toMatchObject([{ akun: 'budi', nip: '198001012005011001', aktif: true }]);
		expect([...daftar.ada].sort()).toEqual([
			'nama_akun',
			'pemilik_nama',
			'pemilik_nip',
			'status',
			'terakhir_masuk',
		]);
	});
	it('sel gabungan dua tingkat digabungkan', async () => {
		const daftar = await baca(
			'No,Akun,,Pemilik,\n,Username,Status,Nama,NIP\n1,budi,aktif,Budi Santoso,198001012005011001\n',
		);
		expect(daftar.akun).toMatchObject([{ akun: 'budi', nama: 'Budi Santoso', nip: '198001012005011001' }]);
	});
	it('peta mengalahkan usulan dan boleh mengosongkannya', async () => {
		const isi = 'kode,username,nama\nB01,budi,Budi Santoso\n';
		const daftar = await bacaDaftarAkun(sumberDari(isi), {
			...cara,
			peta: { nama_akun: 'kode', pemilik_nama: '' },
		});
		expect(daftar.akun).toMatchObject([{ akun: 'B01', nama: '' }]);
	});
	it('intipan menyembunyikan kolom kata sandi dan NIK', async () => {
		const intip = await intipBerkas(
			sumberDari('username,password,nik\nbudi,rahasia,6471000000000001\n'),
			'akun',
		);
		expect(intip.contoh).toEqual([['budi', '••••', '••••']]);
		const daftar = await baca('username,password\nbudi,rahasia\n');
		expect(daftar.catatan.map((c) => c.kode)).toContain('kolom_terlarang');
		expect(JSON.stringify(daftar.akun)).not.toContain('rahasia');
	});
});

describe('isi yang buruk', () => {
	it.each([
		['kosong', '', 'berkas_kosong'],
		['hanya kepala', 'username,nama\n', 'tanpa_baris'],
		['kepala tak dikenal', 'satu,dua\n1,2\n', 'tanpa_kepala'],
		['kutip tak ditutup', 'username,nama\nbudi,"Budi\nx,y\n', 'kutip_rusak'],
		['PDF', '%PDF-1.7\n', 'jenis_berkas'],
		['biner', Buffer.from([1, 2, 0, 3, 4, 5, 6, 7, 8, 9]), 'jenis_berkas'],
		['Excel lama', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), 'xls_lama'],
		['ZIP rusak', Buffer.from('PK\x03\x04rusak'), 'zip_rusak'],
		['LDIF rusak', 'dn: cn=a,dc=b\nobjectClass: person\nini bukan atribut\n', 'ldif_rusak'],
	])('%s ditolak dengan alasan', async (_, isi, harap) => expect(await alasan(isi)).toBe(harap));
	it('2 GB tidak dibaca ke memori: di atas 4 GB ditolak, di bawahnya mengalir', async () => {
		const raksasa = { nama: 'x', ukuran: 5 * 1024 ** 3, potong: async function* () {} };
		await expect(bacaDaftarAkun(raksasa, cara)).rejects.toMatchObject({ reason: 'berkas_terlalu_besar' });
	});
	it('tanggal mustahil dan dua bacaan tampil sebagai meragukan', async () => {
		const isi =
			'username,nama,nip,status,last login,dibuat\na,,198001012005011001,aktif,31/02/2026,2024-01-01\nb,,198505052010051005,aktif,11/25/2026,2024-01-01\nc,,198505052010051005,aktif,25/10/2026,2024-01-01\nd,,199003032015032003,aktif,03/04/2026,2024-01-01\n';
		const hasil = await tinjauUji(isi);
		const ragu = hasil.temuan.filter((t) => t.aturan === 'RAGU-TANGGAL').map((t) => t.akun);
		expect(ragu).toEqual(['a', 'd']);
		expect(hasil.temuan.filter((t) => t.aturan === 'ACC-01')).toEqual([]);
		expect(hasil.aturan.find((a) => a.id === 'ACC-01')?.ragu).toBe(2);
		expect(hasil.catatan.map((c) => c.kode)).toEqual(
			expect.arrayContaining(['tanggal_ragu', 'tanggal_campur']),
		);
	});
	it('kolom yang seluruhnya bulan dulu dibaca demikian dan disebut', async () => {
		const hasil = await tinjauUji(
			'username,nip,status,last login\na,198001012005011001,aktif,11/25/2026\nb,198505052010051005,aktif,11/05/2026\n',
		);
		expect(hasil.temuan.filter((t) => t.aturan === 'ACC-01')).toEqual([]);
		expect(hasil.catatan.map((c) => c.kode)).toContain('tanggal_bulan_dulu');
	});
});

describe('XLSX', () => {
	it('dibaca dari lembar yang memuat daftar, dengan tanggal sebagai angka Excel', async () => {
		const kolom = ['Username', 'Nama', 'NIP', 'Status', 'Last Login'].map((nama) => ({ nama, lebar: 20 }));
		const berkas = await tulisXlsx([
			{ nama: 'Petunjuk', kolom: [{ nama: 'Cara mengisi', lebar: 40 }], baris: [['Isi lembar berikut.']] },
			{ nama: 'Akun', kolom, baris: [['budi', 'Budi & Santoso', '198001012005011001', 'aktif', 46_300]] },
		]);
		const daftar = await baca(berkas, 1000);
		expect(daftar.akun).toMatchObject([{ akun: 'budi', nama: 'Budi & Santoso', nip: '198001012005011001' }]);
		expect(daftar.akun[0]?.masuk).toBe(46_300 - 25_569);
		expect(daftar.catatan.map((c) => c.kode)).toContain('lembar_lain');
	});
});

const ldif = `version: 1

# pengguna
dn: CN=Budi Santoso,OU=Diskominfo,DC=kota,DC=go,DC=id
objectClass: top
objectClass: person
objectClass: user
sAMAccountName: budi
displayName:: QnVkaSBTYW50b3Nv
employeeID: 198001012005011001
userAccountControl: 66048
lastLogonTimestamp: 134082432000000000
pwdLastSet: 0
accountExpires: 9223372036854775807
jpegPhoto:: ${'A'.repeat(300)}
 ${'B'.repeat(300)}
unicodePwd:: cmFoYXNpYQ==
memberOf: CN=Domain Admins,CN=Users,DC=kota,DC=go,DC=id
memberOf: CN=VPN,OU=Grup,DC=kota,DC=go,DC=id

dn: CN=svc,OU=Layanan,DC=kota,DC=go,DC=id
objectClass: user
sAMAccountName: svc-cadangan
userAccountControl: 514
servicePrincipalName: HOST/cadangan

dn: CN=PC1,OU=Komputer,DC=kota,DC=go,DC=id
objectClass: user
objectClass: computer
sAMAccountName: PC1$

dn: CN=Grup,OU=Grup,DC=kota,DC=go,DC=id
objectClass: group
sAMAccountName: VPN
`;

describe('LDIF', () => {
	it('membaca Active Directory: bit, FILETIME, grup, dan yang dilipat', async () => {
		const daftar = await baca(ldif, 50);
		expect(daftar.akun).toMatchObject([
			{
				...{ akun: 'budi', nama: 'Budi Santoso', nip: '198001012005011001', unit: 'Diskominfo' },
				...{ aktif: true, sandiAbadi: true, istimewa: true, peran: ['Domain Admins', 'VPN'], akhir: -1 },
			},
			{ akun: 'svc-cadangan', aktif: false, jenis: 'layanan' },
		]);
		expect(daftar.ada.has('mfa')).toBe(false);
		expect(daftar.ada.has('status')).toBe(true);
		expect(JSON.stringify(daftar.akun)).not.toMatch(/rahasia|cmFo/);
	});
	it('aturan membaca LDIF seperti berkas lain', async () => {
		const hasil = menurutAkun(await tinjauUji(ldif));
		expect(hasil.budi).toEqual(expect.arrayContaining(['ACC-07', 'ACC-10']));
		expect(hasil['svc-cadangan'] ?? []).not.toContain('ACC-12');
	});
});

describe('daftar pegawai', () => {
	it('NIP ganda memakai jabatan terakhir', async () => {
		const daftar = await bacaDaftarPegawai(
			sumberDari(`${pegawaiUji}198001012005011001,Budi Santoso,,Dinas Sosial,Kepala,Aktif,2025-01-01,\n`),
			{ peta: null, tanggal: null },
		);
		expect(daftar.pegawai.find((p) => p.nip === '198001012005011001')?.unit).toBe('Dinas Sosial');
		expect(daftar.catatan.map((c) => c.kode)).toEqual(['pegawai_ganda']);
	});
});
