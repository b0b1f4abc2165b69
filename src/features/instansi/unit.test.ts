import { beforeAll, describe, expect, it } from 'vitest';
import { canAct } from '#features/akun/izin.rules.ts';
import type { Ctx, Orang, PeranBerlaku } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { importUnit } from './import-unit.ts';
import { listUnit } from './list-unit.ts';
import { type SimpulUnit, urutkanUnit } from './unit.rules.ts';

const baris = (nomor: number, nama: string, induk = '', kode: string | null = null) => ({
	nomor,
	nama,
	induk,
	kode,
	jenis: 'dinas' as const,
});

describe('urutan unit', () => {
	it('induk mendahului anak, di mana pun letaknya dalam berkas', () => {
		const hasil = urutkanUnit([baris(2, 'Kelurahan', 'K1'), baris(3, 'Kecamatan', '', 'K1')], []);
		expect(hasil.ok && hasil.baris.map((b) => b.nama)).toEqual(['Kecamatan', 'Kelurahan']);
	});
	it('menolak induk yang tidak ada, induk yang berputar, dan nama atau kode ganda', () => {
		const nomor = (...isi: ReturnType<typeof baris>[]) => {
			const hasil = urutkanUnit(isi, []);
			return hasil.ok ? [] : hasil.masalah.map((m) => m.baris);
		};
		expect(nomor(baris(2, 'A', 'Z'))).toEqual([2]);
		expect(nomor(baris(2, 'A', 'B'), baris(3, 'B', 'A'))).toEqual([2, 3]);
		expect(nomor(baris(2, 'A'), baris(3, 'A'))).toEqual([3]);
		expect(nomor(baris(2, 'A', '', 'x'), baris(3, 'B', '', 'x'))).toEqual([3]);
	});
});

describeDatabase('unit kerja', (get) => {
	let kota: number;
	let lain: number;
	const sebagai = (...peran: Partial<PeranBerlaku>[]): Ctx => {
		const who: Orang = {
			jenis: 'orang',
			id: 1,
			nama: 'Uji',
			sesiId: 1,
			ditegaskan: new Date(),
			peran: peran.map((p) => ({
				peran: 'admin_instansi',
				instansiId: kota,
				unitId: null,
				jalur: null,
				...p,
			})),
		};
		return { ...get().ctx, who };
	};
	const impor = (ctx: Ctx, teks: string, instansiId = kota) =>
		importUnit(ctx, { instansiId, isi: Buffer.from(teks) });
	const nama = (pohon: readonly SimpulUnit[]): unknown[] =>
		pohon.map((u) => (u.anak.length > 0 ? [u.nama, nama(u.anak)] : u.nama));
	const pohon = async (ctx: Ctx) => {
		const hasil = await listUnit(ctx, kota);
		return hasil.ok ? nama(hasil.value.pohon) : hasil.reason;
	};
	const berkas =
		'nama;jenis;kode;induk\nKelurahan Damai;kelurahan;64.71.01.1;64.71.01\nKecamatan Kota;kecamatan;64.71.01;\nDinas Kominfo;dinas;;\n';

	beforeAll(async () => {
		const { db } = get().ctx;
		await db
			.insertInto('provinsi')
			.values({ kode: '64', nama: 'Kalimantan Timur', pulau: 'Kalimantan' })
			.execute();
		const ids = await db
			.insertInto('instansi')
			.values(
				['a', 'b'].map((s) => ({ slug: s, nama: s, jenis: 'kota', provinsi_kode: '64', kode_wilayah: null })),
			)
			.returning('id')
			.execute();
		[kota, lain] = ids.map((i) => i.id) as [number, number];
	});

	it('dimuat dari berkas sebagai pohon; memuat dua kali tidak mengubah apa pun', async () => {
		expect(await impor(sebagai({}), berkas)).toEqual({ ok: true, value: { baru: 3, berubah: 0, sama: 0 } });
		expect(await pohon(sebagai({}))).toEqual(['Dinas Kominfo', ['Kecamatan Kota', ['Kelurahan Damai']]]);
		expect(await impor(sebagai({}), berkas)).toEqual({ ok: true, value: { baru: 0, berubah: 0, sama: 3 } });
	});

	it('nama baru dengan kode lama mengganti nama, tidak menambah unit', async () => {
		const ganti = 'nama,jenis,kode,induk\nKelurahan Damai Baru,kelurahan,64.71.01.1,64.71.01\n';
		expect(await impor(sebagai({}), ganti)).toMatchObject({
			ok: true,
			value: { baru: 0, berubah: 1, sama: 0 },
		});
	});

	it('berkas yang salah ditolak seluruhnya dengan baris dan sebabnya', async () => {
		const salah = await impor(sebagai({}), 'nama,jenis\nDinas Baru,dinas\n,dinas\nX,kerajaan\n');
		expect(salah).toMatchObject({ ok: false, reason: 'berkas_ditolak' });
		expect(
			!salah.ok && salah.reason === 'berkas_ditolak' && salah.masalah.map((m) => [m.baris, m.kolom]),
		).toEqual([
			[3, 'nama'],
			[4, 'jenis'],
		]);
		expect(JSON.stringify(await pohon(sebagai({})))).not.toContain('Dinas Baru');
		expect(await impor(sebagai({}), 'judul\nx\n')).toMatchObject({ ok: false, reason: 'berkas_ditolak' });
		expect(await impor(sebagai({}), '%PDF-1.7')).toMatchObject({ ok: false, reason: 'berkas_ditolak' });
	});

	it('yang terbatas pada satu unit hanya melihat unit itu dan bawahannya', async () => {
		const kecamatan = await get()
			.ctx.db.selectFrom('unit')
			.select(['id', 'jalur'])
			.where('kode', '=', '64.71.01')
			.executeTakeFirstOrThrow();
		const operator = sebagai({ peran: 'operator', unitId: kecamatan.id, jalur: kecamatan.jalur });
		expect(await pohon(operator)).toEqual([['Kecamatan Kota', ['Kelurahan Damai Baru']]]);
		expect(await impor(operator, berkas)).toEqual({ ok: false, reason: 'tidak_berwenang' });
	});

	it('peran di instansi lain tidak berarti apa-apa di sini', async () => {
		const seberang = sebagai({ instansiId: lain });
		expect(await pohon(seberang)).toBe('tidak_berwenang');
		expect(await impor(seberang, berkas)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(await pohon({ ...get().ctx, who: { jenis: 'publik' } })).toBe('belum_masuk');
	});
});

describe('izin', () => {
	const peran = (p: Partial<PeranBerlaku>): Pick<Orang, 'peran'> => ({
		peran: [{ peran: 'koordinator', instansiId: 1, unitId: null, jalur: null, ...p }],
	});
	it('berlaku dalam instansi sendiri; yang nasional di mana-mana', () => {
		expect(canAct(peran({}), 'unit.kelola', { instansiId: 1 }).ok).toBe(true);
		expect(canAct(peran({}), 'unit.kelola', { instansiId: 2 }).ok).toBe(false);
		expect(
			canAct(peran({ peran: 'admin_nasional', instansiId: null }), 'unit.kelola', { instansiId: 2 }).ok,
		).toBe(true);
	});
	it('yang terbatas pada unit tidak mencakup unit sebelah, induknya, atau seluruh instansi', () => {
		const terbatas = peran({ unitId: 7, jalur: '/3/7/' });
		expect(canAct(terbatas, 'unit.lihat', { instansiId: 1, jalur: '/3/7/9/' }).ok).toBe(true);
		for (const jalur of ['/3/8/', '/3/', '/3/77/', undefined])
			expect(canAct(terbatas, 'unit.lihat', { instansiId: 1, ...(jalur && { jalur }) }).ok).toBe(false);
	});
	it('yang tidak punya peran tidak boleh apa-apa', () => {
		expect(canAct({ peran: [] }, 'unit.lihat', { instansiId: 1 })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
	});
});
