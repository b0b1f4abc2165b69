import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import yauzl from 'yauzl';
import { judgeBukti } from '#features/bukti/judge-bukti.ts';
import { type BuktiMasukan, saveBukti } from '#features/bukti/save-bukti.ts';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, type KotaUji, titip } from '#features/penilaian/penilaian.testing.ts';
import { readMeja } from '#features/penilaian/read-meja.ts';
import { recordNilai } from '#features/penilaian/record-nilai.ts';
import { projectDir } from '#platform/config.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { streamZip } from '#platform/http/stream-zip.ts';
import { type ButirDikenal, pilihAlasan, rencanakan } from './impor-portal.rules.ts';
import { importPortal, readKamusPortal, readPortal } from './import-portal.ts';
import { bacaKode, namaPortal } from './paket.rules.ts';
import { readPaket } from './read-paket.ts';
import { tickPortal } from './tick-portal.ts';
import { zipPaket } from './zip-paket.ts';

const dir = { dir: { project: projectDir, data: '' } };
const kamus = readKamusPortal(dir);

describe('nama dan kode portal', () => {
	const pdf = {
		huruf: 1,
		judul: 'Perwali 12/2025: Arsitektur',
		namaBerkas: 'scan.PDF',
		tipe: 'application/pdf',
	};
	it.each([
		[pdf, '1.a Perwali 12-2025_ Arsitektur.pdf'],
		[{ ...pdf, huruf: 28, judul: '../../etc/passwd' }, '1.ab -..-etc-passwd.pdf'],
		[{ ...pdf, judul: 'foto.exe', tipe: 'image/jpeg' }, '1.a foto.exe.jpg'],
		[{ ...pdf, judul: 'lembar.pdf' }, '1.a lembar.pdf'],
		[{ ...pdf, judul: 'é'.repeat(200) }, `1.a ${'é'.repeat(80)}.pdf`],
		[{ ...pdf, judul: '...', tipe: null, namaBerkas: null }, '1.a berkas.bin'],
	])('%j', (b, nama) => {
		expect(namaPortal('I01', b)).toBe(nama);
		expect(namaPortal('I01', b)).not.toMatch(/[/\\\p{Cc}]/u);
	});
	it.each([
		['1.a', { nomor: 1, huruf: 'a' }],
		['I01.B', { nomor: 1, huruf: 'b' }],
		['12.ab Laporan.pdf', { nomor: 12, huruf: 'ab' }],
		['47 - c', { nomor: 47, huruf: 'c' }],
		['1.abc', null],
		['perwali', null],
		['', null],
	])('kode %j', (teks, hasil) => expect(bacaKode(teks)).toEqual(hasil));
});

describe('status dari portal', () => {
	const butir = (ubah: Partial<ButirDikenal> = {}): ButirDikenal => ({
		...{ id: 1, indikator: 'I01', huruf: 1, status: 'diajukan', revisi: 1, dimasukkan: null, putusan: [] },
		...ubah,
	});
	const baris = (ubah: object = {}) => ({
		...{ nomor: 2, indikator: '', butir: '1.a', status: 'Ditolak', alasan: 'Belum ditetapkan, masih draf' },
		...ubah,
	});
	const rencana = (b: object, d: Partial<ButirDikenal> = {}) => rencanakan([baris(b)], [butir(d)], kamus);
	it('kata portal menjadi putusan dan jenis alasan', () => {
		expect(rencana({}).masuk).toMatchObject([
			{ kode: '1.a', putusan: 'dikembalikan', alasan: 'belum_ditetapkan' },
		]);
		expect(rencana({ status: ' SESUAI ', alasan: '' }).masuk).toMatchObject([
			{ putusan: 'diterima', alasan: null },
		]);
		expect(rencana({ status: 'dalam proses' }).menunggu).toBe(1);
	});
	it.each([
		['Dokumen sudah kadaluarsa', 'kedaluwarsa'],
		['File tidak bisa dibuka', 'tidak_terbaca'],
		['Level di bawah belum dipenuhi', 'tingkat_bawah_belum_terpenuhi'],
		['Mohon dilengkapi', 'lainnya'],
		['', 'lainnya'],
	])('alasan %j menjadi %s', (teks, alasan) => expect(pilihAlasan(teks, kamus)).toBe(alasan));
	it.each([
		['butir yang tidak ada', { butir: '9.z' }, {}, /9\.z tidak ada/],
		['kode tak terbaca', { butir: 'perwali' }, {}, /tidak terbaca/],
		['indikator yang tidak cocok', { indikator: 'I02' }, {}, /bukan milik/],
		['status asing', { status: 'mungkin' }, {}, /tidak dikenal/],
		['butir yang masih draf', {}, { status: 'draf' }, /masih draf/],
		['butir yang ditarik', {}, { status: 'ditarik' }, /sudah ditarik/],
	])('%s disebut baris dan sebabnya', (_, b, d, pesan) => {
		const hasil = rencana(b, d as Partial<ButirDikenal>);
		expect([hasil.masuk, hasil.masalah[0]?.baris]).toEqual([[], 2]);
		expect(hasil.masalah[0]?.pesan).toMatch(pesan);
	});
	it('kolom indikator melengkapi huruf saja, dan butir ganda dilewati', () => {
		expect(rencana({ indikator: 'I01', butir: 'a' }).masuk[0]?.kode).toBe('1.a');
		const ganda = rencanakan([baris(), baris({ nomor: 3 })], [butir()], kamus);
		expect([ganda.masuk.length, ganda.masalah[0]?.baris]).toEqual([1, 3]);
	});
	it('putusan untuk revisi yang dimasukkan ke portal, bukan revisi baru yang belum', () => {
		expect(rencana({}, { revisi: 3, dimasukkan: 2 }).masuk[0]).toMatchObject({ revisi: 2, revisiLama: true });
	});
});

describe('arsip yang mengalir', () => {
	it('pembaca yang pergi menutup sumbernya, dan yang berikutnya tidak dibuka', async () => {
		let dibuka = 0;
		let ditutup = 0;
		const open = () => {
			dibuka++;
			const sumber = new Readable({
				read() {
					this.push(Buffer.alloc(65_536));
				},
			});
			sumber.once('close', () => ditutup++);
			return sumber;
		};
		const entri = [1, 2, 3].map((n) => ({ nama: `${n}.bin`, waktu: new Date(0), ukuran: 1e12, open }));
		const pembaca = streamZip(entri).getReader();
		for (let n = 0; n < 5; n++) await pembaca.read();
		await pembaca.cancel();
		await expect.poll(() => ditutup).toBe(1);
		expect(dibuka).toBe(1);
	});
	it('sumber yang rusak menggagalkan arsip, bukan memotongnya diam-diam', async () => {
		const open = () =>
			Readable.from(
				(async function* () {
					yield Buffer.from('a');
					throw new Error('cakram');
				})(),
			);
		const isi = streamZip([{ nama: 'a', waktu: new Date(0), ukuran: 10, open }]);
		await expect(buffer(isi)).rejects.toThrow(/cakram/);
	});
});

describeDatabase('paket portal satu penilaian', (get) => {
	let kota: KotaUji;
	let koordinator: Ctx;
	let kunci: { instansiId: number; penilaianId: number };
	const isiPdf = '%PDF-1.7 perwali arsitektur untuk paket';

	const simpan = async (ubah: Partial<BuktiMasukan>, ctx = koordinator) => {
		const hasil = await saveBukti(ctx, {
			...{ ...kunci, indikator: 'I01', tingkat: 1, judul: 'Perwali 12/2025', tautan: '', catatan: '' },
			...{ penunjuk: 'hlm. 3', tanggal: null, berlakuSampai: null, ajukan: true, ...ubah },
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const paket = async (ctx = koordinator) => {
		const hasil = await readPaket(ctx, { instansiId: kota.id, id: kunci.penilaianId });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const unduh = async (ctx: Ctx, indikator?: string) => {
		const hasil = await zipPaket(ctx, {
			instansiId: kota.id,
			id: kunci.penilaianId,
			slug: 'kota',
			indikator,
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		const zip = await yauzl.fromBufferPromise(await buffer(hasil.value.isi), { lazyEntries: true });
		const isi = new Map<string, string>();
		for await (const e of zip.eachEntry())
			isi.set(e.fileName, (await buffer(await zip.openReadStreamPromise(e))).toString('utf8'));
		return isi;
	};
	const impor = async (teks: string | Uint8Array, sidik?: string) => {
		const baca = await readPortal(dir, typeof teks === 'string' ? Buffer.from(teks) : teks);
		if (!baca.ok) throw new Error(baca.masalah[0]?.pesan);
		return await importPortal(koordinator, {
			...kunci,
			baris: baca.baris,
			tahap: 'dokumen',
			sidik: sidik ?? null,
		});
	};

	beforeAll(async () => {
		kota = await buatKota(get().ctx);
		koordinator = await kota.sebagai('koordinator', {});
		const buka = await openPutaran(koordinator, {
			...{ instansiId: kota.id, nama: 'Latihan', tahun: 2026, jenis: 'evaluasi', instrumen: 'spbe-2020' },
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!buka.ok) throw new Error(buka.reason);
		kunci = { instansiId: kota.id, penilaianId: buka.value.penilaianId };
		await recordNilai(koordinator, {
			...{
				...kunci,
				indikator: 'I01',
				nilai: '3',
				fakta: 'Perwali 12/2025 pasal 5',
				analisis: 'Memuat enam domain',
			},
			...{ justifikasi: '', luar: '', dasar: '0' },
		});
		await simpan({ berkas: await titip(koordinator, isiPdf) });
		await simpan({ judul: 'JDIH', tautan: 'https://jdih.contoh.go.id/12' });
		await simpan({ indikator: 'I02', judul: 'Peta Rencana', berkas: await titip(koordinator, isiPdf) });
	});

	it('arsip memuat berkas bernama portal, Fakta dan Analisis, dan tautan', async () => {
		const satu = await unduh(koordinator, 'I01');
		expect([...satu.keys()].sort()).toEqual([
			'1 fakta dan analisis.txt',
			'1 tautan dan catatan.txt',
			'1.a Perwali 12-2025.pdf',
		]);
		expect(satu.get('1.a Perwali 12-2025.pdf')).toBe(isiPdf);
		expect(satu.get('1 fakta dan analisis.txt')).toContain('Memuat enam domain');
		expect(satu.get('1 tautan dan catatan.txt')).toContain('https://jdih.contoh.go.id/12');
		const semua = await unduh(koordinator);
		expect(semua.has('I02/2.a Peta Rencana.pdf')).toBe(true);
		expect(semua.size).toBe(47 + 3);
	});

	it('operator hanya mendapat tugas unitnya, orang lain tidak, dan unduhan orang luar tercatat', async () => {
		const unit = await kota.unit('Kelurahan Damai');
		const terbatas = { peran: 'operator', unitId: unit.id, jalur: unit.jalur };
		const operator = await kota.sebagai('operator', terbatas);
		await assignIndikator(koordinator, { ...kunci, indikator: ['I02'], unitId: unit.id, tenggat: null });
		expect([...(await unduh(operator)).keys()].filter((n) => n.endsWith('.pdf'))).toEqual([
			'I02/2.a Peta Rencana.pdf',
		]);
		const coba = (ctx: Ctx, indikator: string) =>
			zipPaket(ctx, { instansiId: kota.id, id: kunci.penilaianId, slug: 'kota', indikator });
		expect(await coba(operator, 'I01')).toEqual({ ok: false, reason: 'indikator_tidak_ada' });
		const tetangga = await (await buatKota(get().ctx)).sebagai('tetangga', {});
		expect(await coba(tetangga, 'I01')).toEqual({ ok: false, reason: 'tidak_berwenang' });
		await unduh(await kota.sebagai('luar', { peran: 'asesor_eksternal' }), 'I01');
		const { rows } = await sql<{ isi: string }>`
			select isi from activity where rantai = ${kota.id} and tindakan = 'paket.unduh'`.execute(get().ctx.db);
		expect(rows.map((r) => JSON.parse(r.isi).rincian)).toEqual([{ bukti: 2 }]);
	});

	it('yang sudah masuk portal ditandai siapa dan kapan, dapat dibatalkan, dan revisi baru membukanya lagi', async () => {
		const tanda = (isi: { buktiId: number | null; batal?: boolean }, ctx = koordinator) =>
			tickPortal(ctx, { ...kunci, indikator: 'I01', batal: false, ...isi });
		const baris = async () => (await paket()).baris[0];
		const id = (await baris())?.butir[0]?.id ?? 0;
		expect(await tanda({ buktiId: id })).toEqual({ ok: true, value: { berubah: true } });
		await tanda({ buktiId: null });
		expect([(await baris())?.centang, (await baris())?.butir[0]?.centang]).toMatchObject([
			{ oleh: 'koordinator', lama: false },
			{ oleh: 'koordinator', lama: false },
		]);
		await simpan({ buktiId: id, catatan: 'halaman diperbaiki' });
		expect((await baris())?.butir[0]?.centang?.lama).toBe(true);
		await tanda({ buktiId: id });
		expect((await baris())?.butir[0]?.centang?.lama).toBe(false);
		expect(await tanda({ buktiId: id, batal: true })).toEqual({ ok: true, value: { berubah: true } });
		expect(await tanda({ buktiId: id, batal: true })).toEqual({ ok: true, value: { berubah: false } });
		expect((await baris())?.butir[0]?.centang).toBeNull();
		expect(await tanda({ buktiId: 999_999 })).toEqual({ ok: false, reason: 'bukti_tidak_ada' });
		const pimpinan = await kota.sebagai('pimpinan', { peran: 'pimpinan' });
		expect(await tanda({ buktiId: id }, pimpinan)).toEqual({ ok: false, reason: 'tidak_berwenang' });
	});

	it('status yang kembali ditinjau dulu, dicatat sebagai putusan portal, dan dua kali tidak mengubah apa pun', async () => {
		const teks =
			'Indikator;Butir;Status;Catatan\nI01;1.a;Sesuai;\nI01;b;Ditolak;Tautan tidak dapat dibuka\nI09;9.c;Sesuai;\n';
		const tinjau = await impor(teks);
		if (!tinjau.ok) throw new Error(tinjau.reason);
		const { rencana, sidik } = tinjau.value;
		expect(rencana.masuk.map((m) => [m.kode, m.putusan, m.alasan])).toEqual([
			['1.a', 'diterima', null],
			['1.b', 'dikembalikan', 'tidak_terbaca'],
		]);
		expect(rencana.masalah).toMatchObject([{ baris: 4, kolom: 'butir' }]);
		const meja = async () => {
			const hasil = await readMeja(koordinator, {
				instansiId: kota.id,
				id: kunci.penilaianId,
				indikator: 'I01',
			});
			if (!hasil.ok) throw new Error(hasil.reason);
			return hasil.value.tingkat.flatMap((t) => t.bukti);
		};
		expect((await meja()).map((b) => b.putusan.length)).toEqual([0, 0]);
		expect(await impor(teks, sidik)).toMatchObject({ ok: true, value: { tertulis: true } });
		expect((await meja()).map((b) => [b.status, b.putusan[0]?.sumber, b.putusan[0]?.tahap])).toEqual([
			['diterima', 'portal', 'dokumen'],
			['dikembalikan', 'portal', 'dokumen'],
		]);
		const lagi = await impor(teks);
		expect(lagi).toMatchObject({ ok: true, value: { rencana: { masuk: [], sama: 2 } } });
		expect(await impor(teks, sidik)).toMatchObject({ ok: false, reason: 'berubah_sejak_pratinjau' });
		expect((await meja()).map((b) => b.putusan.length)).toEqual([1, 1]);
	});

	it('putusan orang di sini tidak tertimpa diam-diam: terlihat dalam tinjauan dan tetap tersimpan', async () => {
		const internal = await kota.sebagai('internal', { peran: 'asesor_internal' });
		const { id } = await simpan({ indikator: 'I05', judul: 'Aturan', catatan: 'isi' });
		await judgeBukti(internal, {
			...{ ...kunci, bukti: [{ id, revisi: 1 }], putusan: 'diterima', alasan: null, catatan: 'cocok' },
		});
		const berkas = await writeXlsxFile([
			{
				data: [
					['kode', 'status', 'alasan'].map((value) => ({ value })),
					['5.a', 'revisi', 'kadaluarsa'].map((value) => ({ value })),
				],
				sheet: 'status',
			},
		]).toBuffer();
		const tinjau = await impor(new Uint8Array(berkas));
		if (!tinjau.ok) throw new Error(tinjau.reason);
		expect(tinjau.value.rencana.masuk[0]?.sebelum).toEqual({ status: 'diterima', oleh: expect.any(String) });
		await impor(new Uint8Array(berkas), tinjau.value.sidik);
		const hasil = await readMeja(koordinator, {
			instansiId: kota.id,
			id: kunci.penilaianId,
			indikator: 'I05',
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		const b = hasil.value.tingkat.flatMap((t) => t.bukti)[0];
		expect([b?.status, b?.putusan.map((p) => [p.sumber, p.putusan, p.catatan])]).toEqual([
			'dikembalikan',
			[
				['portal', 'dikembalikan', 'kadaluarsa'],
				['matang', 'diterima', 'cocok'],
			],
		]);
	});

	it('hanya koordinator dan penanggung jawab memuat status; berkas tanpa kolom ditolak dengan namanya', async () => {
		const entri = await kota.sebagai('entri', { peran: 'entri_data' });
		expect(await importPortal(entri, { ...kunci, baris: [], tahap: 'dokumen', sidik: null })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		const baca = await readPortal(dir, Buffer.from('nama,nilai\na,1\n'));
		expect(baca.ok ? [] : baca.masalah.map((m) => m.kolom)).toEqual(['butir', 'status']);
	});
});
