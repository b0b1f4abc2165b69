import { createHash } from 'node:crypto';
import { createServer } from 'node:https';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { buatKota } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { parseAlamat } from '../periksa/alamat.rules.ts';
import { batasBaku } from '../periksa/alat.ts';
import { Kandang, Pabrik } from '../periksa/periksa.testing.ts';
import { barisSambungan } from './fakta-simpan.rules.ts';
import { readIzinSistem, revokeIzin, saveIzin } from './izin-sistem.ts';
import { ingatkanSertifikat, mulaiTerjadwal } from './jaga-sistem.ts';
import { type Jaringan, kerjakanPeriksa } from './kerjakan-periksa.ts';
import { mintaPeriksa, setJadwal } from './minta-periksa.ts';
import { bandingkan, peringatanSertifikat } from './perubahan.rules.ts';
import { listSistem, readPeriksa, readSistem } from './read-sistem.ts';
import { type SistemMasukan, saveSistem } from './save-sistem.ts';

const kandang = new Kandang();
let pabrik: Pabrik;
beforeAll(() => {
	pabrik = new Pabrik();
});
afterEach(() => kandang.kosongkan());
afterAll(() => pabrik.buang());

async function panggung(ctx: Ctx) {
	const kota = await buatKota(ctx);
	const [dinas, seberang] = [await kota.unit('Dinas A', 'dinas'), await kota.unit('Dinas B', 'dinas')];
	const di = (u: { id: number; jalur: string }) => ({ peran: 'operator', unitId: u.id, jalur: u.jalur });
	const koordinator = await kota.sebagai('koordinator', {});
	const operator = await kota.sebagai('operator', di(dinas));
	const peran = { instansi_id: kota.id, diberi: ctx.clock(), diberi_oleh: null, dicabut: null };
	await ctx.db
		.insertInto('peran')
		.values([
			{ ...peran, orang_id: orangOf(koordinator), peran: 'koordinator', unit_id: null },
			{ ...peran, orang_id: orangOf(operator), peran: 'operator', unit_id: dinas.id },
		])
		.execute();
	return {
		...{ kota, instansiId: kota.id, dinas, koordinator },
		auditor: await kota.sebagai('auditor', { peran: 'auditor' }),
		operator,
		lain: await kota.sebagai('lain', di(seberang)),
	};
}
type P = Awaited<ReturnType<typeof panggung>>;

const masukan = (p: P, ubah: Partial<SistemMasukan> = {}): SistemMasukan => ({
	...{
		instansiId: p.instansiId,
		ubah: null,
		nama: 'Portal',
		uraian: '',
		unitId: p.dinas.id,
		kekritisan: 'tinggi',
	},
	...{ kelasData: 'terbatas', kategori: 'tinggi', aktif: true, alamat: [], ...ubah },
});
const harus = <T extends { ok: boolean }>(hasil: T): Extract<T, { ok: true }> => {
	if (!hasil.ok) throw new Error(JSON.stringify(hasil));
	return hasil as Extract<T, { ok: true }>;
};
const orangOf = (ctx: Ctx) => (ctx.who.jenis === 'orang' ? ctx.who.id : 0);
/** The same person, having proved who they are just now. */
const tegas = (ctx: Ctx): Ctx =>
	ctx.who.jenis === 'orang' ? { ...ctx, who: { ...ctx.who, ditegaskan: ctx.clock() } } : ctx;
const izin = (p: P, sasaran: string[], ubah: object = {}) =>
	saveIzin(tegas(p.koordinator), {
		...{ instansiId: p.instansiId, nomor: '1/2026', pemberi: 'Kepala Dinas', sasaran, tambahan: [] },
		...{ berlakuDari: '2026-01-01', berlakuSampai: '2026-12-31', ...ubah },
	});
const jaringan: Jaringan = {
	cariAlamat: async () => [parseAlamat('127.0.0.1')].flatMap((a) => a ?? []),
	resolver: [],
	batas: { ...batasBaku, jeda: 0, sambung: 2000, tukar: 4000 },
	portaPolos: 1,
};
async function jalankan(p: P, sistemId: number): Promise<number> {
	const minta = harus(await mintaPeriksa(p.koordinator, { instansiId: p.instansiId, sistemId }));
	const { pekerjaanId } = minta.value;
	const tugas = { instansiId: p.instansiId, sistemId, pekerjaanId, oleh: orangOf(p.koordinator) };
	const banyak = await kerjakanPeriksa(p.koordinator, jaringan, tugas, async () => undefined);
	await p.koordinator.db
		.updateTable('pekerjaan')
		.set({ keadaan: 'selesai' })
		.where('id', '=', pekerjaanId)
		.execute();
	return banyak;
}
const pemberitahuan = (ctx: Ctx) =>
	ctx.db
		.selectFrom('pemberitahuan')
		.select(['rincian', 'tujuan'])
		.where('orang_id', '=', orangOf(ctx))
		.where('jenis', '=', 'sistem')
		.execute();

describeDatabase('register sistem', (get) => {
	it('didaftarkan, diubah, dan hanya terlihat oleh yang berhak', async () => {
		const p = await panggung(get().ctx);
		const { instansiId } = p;
		expect(await saveSistem(p.operator, masukan(p))).toMatchObject({ reason: 'tidak_berwenang' });
		const alamat = [{ host: 'app.kota.go.id', porta: 443 }];
		const { id } = harus(await saveSistem(p.auditor, masukan(p, { alamat }))).value;
		expect(await saveSistem(p.koordinator, masukan(p, { nama: 'PORTAL' }))).toMatchObject({
			reason: 'nama_dipakai',
		});
		expect(await saveSistem(p.koordinator, masukan(p, { nama: 'X', unitId: 999_999 }))).toMatchObject({
			reason: 'unit_tidak_ada',
		});
		const lihat = async (ctx: Ctx) =>
			harus(await listSistem(ctx, instansiId)).value.daftar.map((s) => s.nama);
		expect([await lihat(p.operator), await lihat(p.lain)]).toEqual([['Portal'], []]);
		expect(await readSistem(p.lain, { instansiId, id })).toMatchObject({ reason: 'tidak_berwenang' });
		const { diubah } = harus(await readSistem(p.koordinator, { instansiId, id })).value.sistem;
		const ubah = { id, diubah: diubah.getTime() };
		harus(await saveSistem(p.koordinator, masukan(p, { ubah, alamat: [{ host: 'b.go.id', porta: 80 }] })));
		expect(harus(await readSistem(p.operator, { instansiId, id })).value.alamat).toEqual([
			{ teks: 'b.go.id:80', terakhir: null, izin: null },
		]);
		expect(await saveSistem(p.koordinator, masukan(p, { ubah: { id, diubah: 1 } }))).toMatchObject({
			reason: 'bentrok_sistem',
		});
		const asing = await buatKota(get().ctx);
		const luar = await asing.sebagai('koordinator', {});
		expect(await readSistem(luar, { instansiId, id })).toMatchObject({ reason: 'sistem_tidak_ada' });
	});

	it('izin memerlukan penegasan, ditolak bila salah, dan dapat dicabut sekali', async () => {
		const p = await panggung(get().ctx);
		const { instansiId } = p;
		const isi = {
			instansiId,
			nomor: '1',
			pemberi: 'Sekda',
			berlakuDari: '2026-01-01',
			berlakuSampai: '2026-12-31',
		};
		const lama =
			p.koordinator.who.jenis === 'orang'
				? { ...p.koordinator.who, ditegaskan: new Date(0) }
				: p.koordinator.who;
		const usang = { ...p.koordinator, who: lama };
		expect(await saveIzin(usang, { ...isi, sasaran: ['a.go.id:443'], tambahan: [] })).toMatchObject({
			reason: 'perlu_penegasan',
		});
		expect(
			await saveIzin(tegas(p.auditor), { ...isi, sasaran: ['a.go.id:443'], tambahan: [] }),
		).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await izin(p, ['*.go.id:443', 'a.go.id:443'])).toMatchObject({
			...{ reason: 'izin_salah', masalah: [{ jenis: 'sasaran', nomor: 1, alasan: 'jelajah' }] },
		});
		const { id } = harus(await izin(p, ['a.go.id:443'])).value;
		const baca = async () => harus(await readIzinSistem(p.auditor, instansiId)).value.daftar[0]?.keadaan;
		expect(await baca()).toBe('berlaku');
		expect(await revokeIzin(p.auditor, { instansiId, id })).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await revokeIzin(p.koordinator, { instansiId, id })).toEqual({ ok: true });
		expect(await revokeIzin(p.koordinator, { instansiId, id })).toMatchObject({ reason: 'izin_tidak_ada' });
		expect(await baca()).toBe('dicabut');
		expect(await readIzinSistem(p.operator, instansiId)).toMatchObject({ reason: 'tidak_berwenang' });
	});

	it('tanpa izin yang berlaku tidak ada sambungan, dan itu tercatat sebagai penolakan', async () => {
		const p = await panggung(get().ctx);
		const jebak = await kandang.jebakan();
		const alamat = [{ host: '127.0.0.1', porta: jebak.porta }];
		const { id } = harus(await saveSistem(p.koordinator, masukan(p, { alamat }))).value;
		const cabut = harus(await izin(p, [`127.0.0.1:${jebak.porta}`])).value;
		await revokeIzin(p.koordinator, { instansiId: p.instansiId, id: cabut.id });
		harus(await izin(p, [`127.0.0.1:${jebak.porta}`], { berlakuSampai: '2026-01-02' }));
		harus(await izin(p, [`127.0.0.1:${jebak.porta + 1}`]));
		expect(await jalankan(p, id)).toBe(1);
		const { riwayat } = harus(await readSistem(p.operator, { instansiId: p.instansiId, id })).value;
		expect(riwayat).toMatchObject([{ keadaan: 'ditolak', alasan: 'di_luar_izin', huruf: null }]);
		expect(jebak.banyak()).toBe(0);
	});

	it('diperiksa, tercatat dengan sidik semua sambungan, dan yang memburuk diberitahukan sekali', async () => {
		const p = await panggung(get().ctx);
		const { instansiId } = p;
		let header: Record<string, string> = {
			'x-content-type-options': 'nosniff',
			'set-cookie': 'sesi=RAHASIA; Secure; HttpOnly',
		};
		const pasang = pabrik.terbit(`s${Math.random()}`.replace('.', ''), 'IP:127.0.0.1');
		const porta = await kandang.dengar(
			createServer(
				pasang,
				(_, jawab) => void jawab.writeHead(200, { ...header, 'content-type': 'text/html' }).end('<html>'),
			),
		);
		const alamat = [{ host: '127.0.0.1', porta }];
		const { id } = harus(await saveSistem(p.koordinator, masukan(p, { alamat }))).value;
		harus(await izin(p, [`127.0.0.1:${porta}`]));
		await jalankan(p, id);
		const satu = harus(await readSistem(p.operator, { instansiId, id })).value;
		expect(satu.sistem).toMatchObject({
			keadaan: 'perlu_perbaikan',
			memburuk: false,
			sertifikatSampai: '2035-01-01',
		});
		expect(satu.alamat[0]?.izin).toBe('1/2026');
		const utuh = harus(
			await readPeriksa(p.operator, { instansiId, sistemId: id, id: satu.riwayat[0]?.id ?? 0 }),
		).value.periksa;
		expect(JSON.stringify(utuh)).not.toContain('RAHASIA');
		expect(utuh.sambungan.length).toBeGreaterThan(8);
		const catatan = await p.koordinator.db
			.selectFrom('activity')
			.select('isi')
			.where('tindakan', '=', 'periksa.jalan')
			.where('objek', '=', `sistem/${id}`)
			.execute();
		const sidik = createHash('sha256').update(barisSambungan(utuh.sambungan)).digest('hex');
		expect(catatan.length).toBe(1);
		expect(JSON.parse(String(catatan[0]?.isi)).rincian).toMatchObject({
			sambungan: utuh.sambungan.length,
			periksa: utuh.id,
			sidik,
		});
		expect(await pemberitahuan(p.operator)).toEqual([]);
		header = {};
		await jalankan(p, id);
		const dua = harus(await readSistem(p.operator, { instansiId, id })).value;
		expect(dua.sistem.memburuk).toBe(true);
		expect(dua.riwayat[0]?.perubahan).toContainEqual({ jenis: 'gagal_baru', pemeriksaan: ['HDR-03'] });
		expect(await pemberitahuan(p.operator)).toMatchObject([
			{ rincian: { apa: 'memburuk', nama: 'Portal', gagal: 1 } },
		]);
		expect((await pemberitahuan(p.koordinator)).length).toBe(1);
		expect(await pemberitahuan(p.lain)).toEqual([]);
		await jalankan(p, id);
		expect((await pemberitahuan(p.operator)).length).toBe(1);
	});

	it('pekerjaan yang diulang tidak memeriksa dua kali', async () => {
		const p = await panggung(get().ctx);
		const jebak = await kandang.jebakan();
		const { id } = harus(
			await saveSistem(p.koordinator, masukan(p, { alamat: [{ host: '127.0.0.1', porta: jebak.porta }] })),
		).value;
		expect(await mintaPeriksa(p.operator, { instansiId: p.instansiId, sistemId: id })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		const satu = harus(await mintaPeriksa(p.koordinator, { instansiId: p.instansiId, sistemId: id })).value;
		expect(
			harus(await mintaPeriksa(p.koordinator, { instansiId: p.instansiId, sistemId: id })).value,
		).toEqual(satu);
		const tugas = { instansiId: p.instansiId, sistemId: id, ...satu, oleh: orangOf(p.koordinator) };
		expect(await kerjakanPeriksa(p.koordinator, jaringan, tugas, async () => undefined)).toBe(1);
		expect(await kerjakanPeriksa(p.koordinator, jaringan, tugas, async () => undefined)).toBe(0);
	});

	it('jadwal memulai semua sistem pada harinya dan maju; sertifikat diingatkan pada 30 dan 7 hari', async () => {
		const p = await panggung(get().ctx);
		const { instansiId } = p;
		const { id } = harus(
			await saveSistem(p.koordinator, masukan(p, { alamat: [{ host: 'a.go.id', porta: 443 }] })),
		).value;
		expect(await setJadwal(p.operator, { instansiId, selang: 'mingguan' })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		harus(await setJadwal(p.koordinator, { instansiId, selang: 'mingguan' }));
		const pada = (hari: string): Ctx => ({ ...p.koordinator, clock: () => new Date(`${hari}T02:00:00Z`) });
		expect(await mulaiTerjadwal(pada('2026-11-24'))).toBe(0);
		expect(await mulaiTerjadwal(pada('2026-11-25'))).toBe(1);
		expect(await mulaiTerjadwal(pada('2026-11-26'))).toBe(0);
		expect(harus(await listSistem(p.koordinator, instansiId)).value.jadwal).toEqual({
			selang: 'mingguan',
			berikut: '2026-12-02',
		});
		harus(await setJadwal(p.koordinator, { instansiId, selang: null }));
		const baris = {
			instansi_id: instansiId,
			sistem_id: id,
			host: 'a.go.id',
			porta: 443,
			keadaan: 'selesai' as const,
		};
		const kosong = { alasan: null, izin_id: null, pekerjaan_id: null, nilai: null, huruf: null, oleh: null };
		await p.koordinator.db
			.insertInto('periksa')
			.values({
				...baris,
				...kosong,
				waktu: new Date(),
				hasil: '[]',
				fakta: '{}',
				sambungan: '[]',
				perubahan: '[]',
				sertifikat_sampai: '2027-01-31',
			})
			.execute();
		const kali = async (hari: string) => {
			const dahulu = (await pemberitahuan(p.operator)).length;
			await ingatkanSertifikat(pada(hari));
			return (await pemberitahuan(p.operator)).length - dahulu;
		};
		expect([await kali('2026-12-01'), await kali('2027-01-01'), await kali('2027-01-02')]).toEqual([0, 1, 0]);
		expect([await kali('2027-01-24'), await kali('2027-01-25'), await kali('2027-02-10')]).toEqual([1, 0, 0]);
	});
});

it('hanya yang tadinya terpenuhi lalu gagal yang dihitung memburuk', () => {
	const h = (status: string) => [{ id: 'TLS-08', status }];
	expect(bandingkan(undefined, { huruf: 'F', hasil: h('GAGAL') })).toEqual([]);
	expect(bandingkan({ huruf: 'A', hasil: h('TIDAK DIUJI') }, { huruf: 'A', hasil: h('GAGAL') })).toEqual([]);
	expect(bandingkan({ huruf: 'A', hasil: h('LULUS') }, { huruf: null, hasil: h('TIDAK DIUJI') })).toEqual([]);
	expect(bandingkan({ huruf: 'A', hasil: h('LULUS') }, { huruf: 'B+', hasil: h('GAGAL') })).toEqual([
		{ jenis: 'huruf_turun', dari: 'A', ke: 'B+' },
		{ jenis: 'gagal_baru', pemeriksaan: ['TLS-08'] },
	]);
	expect(peringatanSertifikat(null, '2026-01-01', '')).toBeNull();
	expect(peringatanSertifikat('2026-01-05', '2026-01-01', '2026-01-05/30')).toEqual({
		sisa: 4,
		tanda: '2026-01-05/7',
	});
});
