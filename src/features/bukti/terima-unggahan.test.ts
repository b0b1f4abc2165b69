import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createToken } from '#features/akun/token.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { UMUR_UNGGAHAN } from '#platform/storage/unggahan-store.ts';
import { saveBukti } from './save-bukti.ts';
import { createTerimaUnggahan } from './terima-unggahan.ts';

const sha = (isi: Buffer) => createHash('sha256').update(isi).digest();
const isi = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'perwali ')]);
const meta = (m: Record<string, string | number>) =>
	Object.entries(m)
		.map(([k, v]) => `${k} ${Buffer.from(String(v)).toString('base64')}`)
		.join(',');

describeDatabase('pintu unggahan bertahap', (get) => {
	let ctx: Ctx;
	let kota: KotaUji;
	let peladen: Server;
	let alamat: string;
	let penilaianId: number;
	let kori: { ctx: Ctx; kuki: string };

	/** A person with a session and a role that stand in the database. */
	async function masuk(nama: string, di = kota) {
		const orang = await di.sebagai(nama, {});
		const orangId = orang.who.jenis === 'orang' ? orang.who.id : 0;
		const kini = ctx.clock();
		await ctx.db
			.insertInto('peran')
			.values({
				orang_id: orangId,
				peran: 'koordinator',
				instansi_id: di.id,
				unit_id: null,
				diberi: kini,
				diberi_oleh: null,
				dicabut: null,
			})
			.execute();
		const { token, hash } = createToken();
		await ctx.db
			.insertInto('sesi')
			.values({
				token_hash: hash,
				orang_id: orangId,
				dibuat: kini,
				terakhir: kini,
				kedaluwarsa: new Date(kini.getTime() + 3600_000),
				ditegaskan: kini,
				peramban: '',
				alamat: '',
				dicabut: null,
			})
			.execute();
		return { ctx: orang, kuki: `lain=1; matang_sesi=${token}` };
	}
	const minta = (method: string, jalur: string, headers: Record<string, string> = {}, body?: Buffer) =>
		fetch(new URL(jalur, alamat), {
			method,
			headers: { 'tus-resumable': '1.0.0', cookie: kori.kuki, ...headers },
			...(body && { body: new Uint8Array(body) }),
		});
	const mulai = (ubah: Record<string, string | number> = {}, headers: Record<string, string> = {}) =>
		minta('POST', '/unggahan', {
			'upload-length': String(isi.length),
			'upload-metadata': meta({
				instansi: kota.id,
				penilaian: penilaianId,
				indikator: 'I01',
				filename: 'Perwali é.pdf',
				...ubah,
			}),
			...headers,
		});
	const letak = async () => {
		const jawab = await mulai();
		expect(jawab.status).toBe(201);
		return jawab.headers.get('location') ?? '';
	};
	const kirim = (jalur: string, dari: number, bagian: Buffer, headers: Record<string, string> = {}) =>
		minta(
			'PATCH',
			jalur,
			{ 'content-type': 'application/offset+octet-stream', 'upload-offset': String(dari), ...headers },
			bagian,
		);
	const bersidik = (bagian: Buffer) => ({ 'upload-checksum': `sha256 ${sha(bagian).toString('base64')}` });
	const offset = async (jalur: string) => Number((await minta('HEAD', jalur)).headers.get('upload-offset'));
	const simpan = (unggahan: string, indikator = 'I01', siapa = kori.ctx) =>
		saveBukti(siapa, {
			instansiId: kota.id,
			penilaianId,
			indikator,
			tingkat: 1,
			judul: '',
			unggahan,
			tautan: '',
			catatan: '',
			penunjuk: '',
			tanggal: null,
			berlakuSampai: null,
			ajukan: true,
		});

	beforeAll(async () => {
		ctx = get().ctx;
		kota = await buatKota(ctx);
		kori = await masuk('kori');
		const buka = await openPutaran(kori.ctx, {
			instansiId: kota.id,
			nama: 'Latihan',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'spbe-2020',
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
			dariPenilaianId: null,
		});
		if (!buka.ok) throw new Error(buka.reason);
		penilaianId = buka.value.penilaianId;
		const terima = createTerimaUnggahan(ctx);
		peladen = createServer((req, res) => void terima(req, res));
		peladen.listen(0, '127.0.0.1');
		await once(peladen, 'listening');
		alamat = `http://127.0.0.1:${(peladen.address() as AddressInfo).port}`;
	});
	afterAll(() => void peladen?.close());

	it('dua bagian bersidik menjadi satu berkas bertanda terima, lalu satu bukti meski formulirnya terkirim dua kali', async () => {
		const jalur = await letak();
		const [awal, akhir] = [isi.subarray(0, 100_000), isi.subarray(100_000)];
		expect((await kirim(jalur, 0, awal, bersidik(awal))).headers.get('upload-offset')).toBe('100000');
		const id = jalur.split('/').at(-1) ?? '';
		expect(await simpan(id)).toEqual({ ok: false, reason: 'unggahan_tidak_ada' });
		const tuntas = await kirim(jalur, 100_000, akhir, bersidik(akhir));
		const tanda = [tuntas.status, tuntas.headers.get('upload-sha256'), tuntas.headers.get('upload-waktu')];
		expect(tanda).toEqual([204, sha(isi).toString('hex'), '2026-11-24T02:00:00.000Z']);
		expect((await minta('HEAD', jalur)).headers.get('upload-sha256')).toBe(tanda[1]);
		expect(await simpan(id, 'I02')).toEqual({ ok: false, reason: 'unggahan_tidak_ada' });
		const [satu, dua] = await Promise.all([simpan(id), simpan(id)]);
		expect(satu).toMatchObject({ ok: true, value: { sha256: tanda[1], status: 'diajukan', kode: '1.a' } });
		expect(dua).toEqual(satu);
		const isiBukti = await ctx.db
			.selectFrom('bukti_revisi')
			.select(['judul', 'nama_berkas'])
			.where('instansi_id', '=', kota.id)
			.execute();
		expect(isiBukti).toEqual([{ judul: 'Perwali é.pdf', nama_berkas: 'Perwali é.pdf' }]);
		expect(await ctx.berkas.size(tanda[1] as string)).toBe(isi.length);
		expect((await minta('HEAD', jalur)).status).toBe(404);
	});

	it('bagian yang sidiknya tidak cocok ditolak dengan 460 dan tidak disimpan', async () => {
		const jalur = await letak();
		const awal = isi.subarray(0, 1000);
		const rusak = await kirim(jalur, 0, Buffer.alloc(1000), bersidik(awal));
		expect([rusak.status, rusak.headers.get('matang-sebab')]).toEqual([460, 'sidik_beda']);
		expect(await rusak.text()).toContain('rusak di jalan');
		expect(await offset(jalur)).toBe(0);
		expect((await kirim(jalur, 0, awal, { 'upload-checksum': 'md5 x' })).status).toBe(400);
		expect((await kirim(jalur, 500, awal)).status).toBe(409);
		expect((await kirim(jalur, 0, awal, bersidik(awal))).status).toBe(204);
	});

	it.each([
		[true, 0],
		[false, 60_000],
	])(
		'sambungan putus di tengah bagian (bersidik: %s): yang disebut tersimpan memang tersimpan',
		async (pakai, tersisa) => {
			const jalur = await letak();
			const req = request(new URL(jalur, alamat), {
				method: 'PATCH',
				headers: {
					'tus-resumable': '1.0.0',
					cookie: kori.kuki,
					'content-type': 'application/offset+octet-stream',
					'upload-offset': '0',
					'content-length': String(isi.length),
					...(pakai && bersidik(isi)),
				},
			});
			req.on('error', () => {});
			req.write(isi.subarray(0, 60_000));
			const path = join(tmpdir(), `matang-uji-berkas-${process.pid}`, jalur);
			await expect.poll(() => statSync(path).size).toBe(60_000);
			req.destroy();
			await expect.poll(() => offset(jalur)).toBe(tersisa);
			const sisa = isi.subarray(tersisa);
			const tuntas = await kirim(jalur, tersisa, sisa, bersidik(sisa));
			expect(tuntas.headers.get('upload-sha256')).toBe(sha(isi).toString('hex'));
		},
	);

	it('hanya pemiliknya yang melihat dan melanjutkan; hak yang dicabut mati pada bagian berikutnya', async () => {
		const jalur = await letak();
		const lain = await masuk('lain');
		expect((await minta('HEAD', jalur, { cookie: lain.kuki })).status).toBe(404);
		expect((await minta('DELETE', jalur, { cookie: lain.kuki })).status).toBe(404);
		expect((await minta('HEAD', jalur, { cookie: '' })).status).toBe(401);
		const punya = await mulai({}, { cookie: lain.kuki });
		await ctx.db
			.updateTable('peran')
			.set({ dicabut: ctx.clock() })
			.where('orang_id', '=', lain.ctx.who.jenis === 'orang' ? lain.ctx.who.id : 0)
			.execute();
		const lagi = await kirim(punya.headers.get('location') ?? '', 0, isi, { cookie: lain.kuki });
		expect([lagi.status, lagi.headers.get('matang-sebab')]).toEqual([403, 'penilaian_tidak_ada']);
		const tuntas = await kirim(jalur, 0, isi);
		expect(tuntas.status).toBe(204);
		expect(await simpan(jalur.split('/').at(-1) ?? '', 'I01', lain.ctx)).toEqual({
			ok: false,
			reason: 'unggahan_tidak_ada',
		});
		expect((await minta('DELETE', jalur)).status).toBe(204);
		expect((await minta('HEAD', jalur)).status).toBe(404);
	});

	it('permintaan dari situs lain, ke instansi lain, atau yang keliru ditolak dengan kalimat', async () => {
		const asing = await buatKota(ctx);
		const coba = async (jawab: Promise<Response>) => {
			const j = await jawab;
			expect(await j.text()).toMatch(/^[A-Z].*\.\n$/);
			return [j.status, j.headers.get('matang-sebab')];
		};
		expect(await coba(mulai({}, { origin: 'https://jahat.example' }))).toEqual([403, 'situs_lain']);
		expect(await coba(mulai({}, { 'sec-fetch-site': 'cross-site' }))).toEqual([403, 'situs_lain']);
		expect(await coba(mulai({ instansi: asing.id }))).toEqual([403, 'penilaian_tidak_ada']);
		expect(await coba(mulai({ indikator: 'I99' }))).toEqual([403, 'indikator_tidak_ada']);
		expect(await coba(mulai({ penilaian: '../1' }))).toEqual([422, 'tempat_tidak_jelas']);
		expect(await coba(mulai({}, { 'upload-length': '0' }))).toEqual([422, 'berkas_kosong']);
		expect((await coba(mulai({}, { 'upload-length': String(3 * 1024 ** 3) })))[0]).toBe(413);
		expect((await coba(minta('PATCH', '/unggahan/..%2f..')))[0]).toBe(404);
		expect((await mulai({}, { origin: alamat })).status).toBe(201);
	});

	it('unggahan yang ditinggalkan dibuang sesudah tujuh hari, yang baru tidak', async () => {
		const jalur = await letak();
		const { unggahan } = ctx.berkas;
		await unggahan.removeExpired(new Date());
		expect(await offset(jalur)).toBe(0);
		expect(await unggahan.removeExpired(new Date(Date.now() + UMUR_UNGGAHAN + 1000))).toBeGreaterThan(0);
		expect((await minta('HEAD', jalur)).status).toBe(404);
	});
});

describe('tempat bukti', () => {
	it('kata yang bukan angka tidak terbaca', async () => {
		const { bacaTempat } = await import('./isian-bukti.ts');
		expect(bacaTempat('1/2/I03')).toEqual({ instansiId: 1, penilaianId: 2, indikator: 'I03' });
		for (const teks of ['1/2', '0/1/I01', '1/2/I01/x', 'a/2/I01', '1/2/I 1'])
			expect(bacaTempat(teks)).toBeNull();
	});
});
