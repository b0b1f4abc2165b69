import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua, type KotaUji, lakukan, titip } from '#features/penilaian/penilaian.testing.ts';
import { readMeja } from '#features/penilaian/read-meja.ts';
import { projectDir } from '#platform/config.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import {
	amankanNama,
	bacaHalaman,
	bacaTautan,
	canPindah,
	tingkatDidukung,
	tulisHuruf,
} from './bukti.rules.ts';
import { judgeBukti } from './judge-bukti.ts';
import { moveBukti } from './move-bukti.ts';
import { openBerkas } from './open-berkas.ts';
import { type Diperiksa, ramalkan } from './peringatan.rules.ts';
import { listAturanBukti } from './read-bukti.ts';
import { readCakupan, recordCakupan } from './record-cakupan.ts';
import { type BuktiMasukan, saveBukti } from './save-bukti.ts';

describe('aturan bukti', () => {
	const b = (tingkat: number, status: 'diterima' | 'diajukan' | 'dikembalikan' | 'ditarik') => ({
		tingkat,
		status,
	});
	it.each([
		['tanpa bukti', [], null],
		['tingkat 1 diterima', [b(1, 'diterima')], 1],
		['tingkat 2 tanpa tingkat 1', [b(2, 'diterima')], null],
		['berurutan sampai 3', [b(1, 'diterima'), b(2, 'diterima'), b(3, 'diterima')], 3],
		['bolong di 2', [b(1, 'diterima'), b(3, 'diterima')], 1],
		['satu butir tingkat 2 belum diterima', [b(1, 'diterima'), b(2, 'diterima'), b(2, 'diajukan')], 1],
		['yang ditarik tidak dihitung', [b(1, 'diterima'), b(1, 'ditarik'), b(2, 'ditarik')], 1],
	] as const)('nilai didukung bukti: %s', (_, butir, hasil) => {
		expect(tingkatDidukung(butir, 1)).toBe(hasil);
	});
	it.each([
		['hlm. 12–14, pasal 5', 12],
		['halaman 7', 7],
		['Pasal 5 hal 101', 101],
		['p. 3', 3],
		['pasal 5', null],
		['', null],
	])('penunjuk %j membuka halaman %s', (teks, hasil) => expect(bacaHalaman(teks)).toBe(hasil));
	it('huruf berkas mengikuti abjad, sesudah z menjadi aa', () => {
		expect([1, 2, 26, 27, 52, 53].map(tulisHuruf)).toEqual(['a', 'b', 'z', 'aa', 'az', 'ba']);
	});
	it.each([
		['../../etc/passwd', 'passwd'],
		['C:\\Dokumen\\SK Wali Kota.pdf', 'SK Wali Kota.pdf'],
		['a\u0000b\u202E.pdf', 'a_b_.pdf'],
		['...', 'berkas'],
		[`${'x'.repeat(300)}.pdf`, `${'x'.repeat(146)}.pdf`],
	])('nama %j disimpan sebagai %j', (nama, aman) => expect(amankanNama(nama)).toBe(aman));
	it.each([
		'javascript:alert(1)',
		'file:///etc/passwd',
		'data:text/html,x',
		'https://a:b@contoh.go.id/',
		'bukan alamat',
	])('%j bukan tautan bukti', (teks) => expect(bacaTautan(teks)).toBeNull());
	it('yang ditarik tidak berpindah lagi, dan draf tidak dapat diputus', () => {
		expect(canPindah('ditarik', 'diajukan').ok).toBe(false);
		expect(canPindah('draf', 'diterima').ok).toBe(false);
		expect(canPindah('diajukan', 'dikembalikan').ok).toBe(true);
	});
});

describe('peringatan sebelum dikirim', () => {
	const aturan = listAturanBukti({ dir: { project: projectDir, data: '' } });
	const revisi = {
		jenis: 'berkas' as const,
		judul: 'Perwali 12/2025',
		isi: '',
		penunjuk: 'hlm. 1',
		tanggal: '2026-01-01',
		berlakuSampai: null,
		sha256: 'a',
		tipe: 'application/pdf',
		namaBerkas: 'perwali.pdf',
		tanda: [] as string[],
	};
	const butir = (
		tingkat: number,
		ubah: Partial<typeof revisi> | { berlakuSampai: string } = {},
	): Diperiksa => ({
		id: 1,
		tingkat,
		revisi: [{ ...revisi, ...ubah }],
	});
	const bawah = { ...butir(1, { sha256: 'b' }), id: 2 };
	const kena = (b: Diperiksa, lain: Diperiksa[] = [bawah], kriteria = '') =>
		ramalkan(aturan, b, {
			semua: [b, ...lain],
			terendah: 1,
			kriteria: new Map([[b.tingkat, kriteria]]),
			cakupan: 0,
			kini: '2026-11-24',
		}).map((p) => p.id);
	it('bukti yang lengkap tidak diperingatkan', () => expect(kena(butir(2))).toEqual([]));
	it.each([
		['kedaluwarsa', butir(2, { berlakuSampai: '2026-11-23' })],
		['rancangan_bukan_penetapan', butir(2, { judul: 'Rancangan Perwali' })],
		['tanpa_penunjuk_halaman', butir(2, { penunjuk: '' })],
		['pindaian_tanpa_teks', butir(2, { tanda: ['tanpa_teks'] })],
		['tangkapan_layar_tanpa_asal', butir(2, { tipe: 'image/png', penunjuk: '' })],
		['instrumen_lama', butir(2, { judul: 'Indeks KAMI 2023' })],
		['berkas_sama_tanggal_berbeda', butir(2, { sha256: 'b', tanggal: '2025-01-01' })],
	])('%s', (id, b) => expect(kena(b)).toEqual([id]));
	it('tingkat bawah yang belum berbukti', () =>
		expect(kena(butir(2), [])).toEqual(['tingkat_bawah_terbuka']));
	it('reviu lebih dari dua tahun hanya pada tingkat 4 dan 5, tepat dua tahun masih boleh', () => {
		const tiga = { ...bawah, tingkat: 3 };
		expect(kena(butir(4, { tanggal: '2024-11-23' }), [tiga])).toEqual(['reviu_lebih_dua_tahun']);
		expect(kena(butir(4, { tanggal: '2024-11-24' }), [tiga])).toEqual([]);
		expect(kena(butir(2, { tanggal: '2020-01-01' }))).toEqual([]);
	});
	it('kriteria yang menyebut cakupan butuh matriks unit', () => {
		expect(kena(butir(2), [bawah], 'Diterapkan di semua unit kerja.')).toEqual(['cakupan_tanpa_penyebut']);
	});
	it('tiap aturan bernama lain dan berkalimat dua bahasa', () => {
		expect(new Set(aturan.map((a) => a.id)).size).toBe(aturan.length);
	});
});

describeDatabase('bukti satu penilaian', (get) => {
	let kota: KotaUji;
	let kunci: { instansiId: number; penilaianId: number };
	let koordinator: Ctx;
	let internal: Ctx;

	const masukan = (ubah: Partial<BuktiMasukan> = {}): BuktiMasukan => ({
		...kunci,
		indikator: 'I01',
		tingkat: 1,
		judul: 'Notulen penyusunan',
		tautan: '',
		catatan: 'Rapat 5 Januari',
		penunjuk: '',
		tanggal: null,
		berlakuSampai: null,
		ajukan: true,
		...ubah,
	});
	const simpan = async (ctx: Ctx, ubah: Partial<BuktiMasukan> = {}) => {
		const hasil = await saveBukti(ctx, masukan(ubah));
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const bukaPutaran = async (dariPenilaianId: number | null = null) => {
		const buka = await openPutaran(koordinator, {
			instansiId: kota.id,
			nama: 'Latihan',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'spbe-2020',
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
			dariPenilaianId,
		});
		if (!buka.ok) throw new Error(buka.reason);
		return buka.value;
	};
	const meja = async (ctx: Ctx, indikator = 'I01', id = kunci.penilaianId) => {
		const hasil = await readMeja(ctx, { instansiId: kota.id, id, indikator });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};

	beforeAll(async () => {
		kota = await buatKota(get().ctx);
		koordinator = await kota.sebagai('koordinator', {});
		internal = await kota.sebagai('internal', { peran: 'asesor_internal' });
		kunci = { instansiId: kota.id, penilaianId: (await bukaPutaran()).penilaianId };
	});

	it('berkas diterima menurut isinya, bertanda terima, dan disimpan sekali untuk dua indikator', async () => {
		const isi = '%PDF-1.7 perwali arsitektur';
		const satu = await simpan(koordinator, { indikator: 'I02', berkas: await titip(koordinator, isi) });
		const dua = await simpan(koordinator, {
			indikator: 'I03',
			berkas: await titip(koordinator, isi, 'lain.bin'),
		});
		expect(satu.sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(dua.sha256).toBe(satu.sha256);
		expect([satu.kode, dua.kode]).toEqual(['2.a', '3.a']);
		const berkas = await get()
			.ctx.db.selectFrom('berkas')
			.select(['tipe'])
			.where('sha256', '=', satu.sha256 ?? '')
			.execute();
		expect(berkas).toEqual([{ tipe: 'application/pdf' }]);
		const b = (await meja(koordinator, 'I02')).tingkat[0]?.bukti[0];
		expect([b?.jugaDi, b?.revisi[0]?.sha256]).toEqual([['I03'], satu.sha256]);
	});

	it.each([
		['laman', '<html><script>alert(1)</script></html>'],
		['gambar dengan skrip', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
		['program', Buffer.from('7f454c4602010100', 'hex')],
		['kosong', ''],
	])('berkas %s ditolak, keterangannya tersimpan sebagai draf', async (_, isi) => {
		const hasil = await simpan(koordinator, {
			indikator: 'I04',
			berkas: await titip(koordinator, isi, 'bukti.pdf'),
		});
		expect(hasil).toMatchObject({ status: 'draf', sha256: null, peringatan: 'jenis_berkas_ditolak' });
		expect(await moveBukti(koordinator, { ...kunci, buktiId: hasil.id, ke: 'diajukan' })).toEqual({
			ok: false,
			reason: 'berkas_belum_ada',
		});
	});

	it('dikembalikan dengan alasan, diperbaiki, diterima: semua revisi dan putusan tetap ada', async () => {
		const { id } = await simpan(koordinator);
		const putusan = { ...kunci, catatan: 'Tanggalnya?' };
		expect(
			await judgeBukti(internal, {
				...putusan,
				bukti: [{ id, revisi: 1 }],
				putusan: 'dikembalikan',
				alasan: null,
			}),
		).toEqual({ ok: false, reason: 'alasan_kosong' });
		expect(
			(
				await judgeBukti(internal, {
					...putusan,
					bukti: [{ id, revisi: 1 }],
					putusan: 'dikembalikan',
					alasan: 'tidak_terbaca',
				})
			).ok,
		).toBe(true);
		await simpan(koordinator, { buktiId: id, catatan: 'Rapat 5 Januari 2026' });
		expect(
			await judgeBukti(internal, {
				...putusan,
				bukti: [{ id, revisi: 1 }],
				putusan: 'diterima',
				alasan: null,
			}),
		).toEqual({ ok: false, reason: 'revisi_baru' });
		expect(
			(
				await judgeBukti(internal, {
					...putusan,
					bukti: [{ id, revisi: 2 }],
					putusan: 'diterima',
					alasan: null,
				})
			).ok,
		).toBe(true);
		const m = await meja(koordinator);
		const b = m.tingkat[0]?.bukti.find((x) => x.id === id);
		expect(b?.revisi.map((r) => [r.nomor, r.isi])).toEqual([
			[2, 'Rapat 5 Januari 2026'],
			[1, 'Rapat 5 Januari'],
		]);
		expect(b?.putusan.map((p) => [p.revisi, p.putusan, p.alasan])).toEqual([
			[2, 'diterima', null],
			[1, 'dikembalikan', 'tidak_terbaca'],
		]);
		expect([b?.status, m.didukung]).toEqual(['diterima', 1]);
		await expect(sql`update bukti_revisi set isi = 'x'`.execute(get().ctx.db)).rejects.toThrow(
			/tidak dapat diubah/,
		);
		await expect(sql`delete from bukti_putusan`.execute(get().ctx.db)).rejects.toThrow(/tidak dapat diubah/);
	});

	it('putusan serentak untuk beberapa bukti berlaku semua atau tidak sama sekali', async () => {
		const a = await simpan(koordinator, { indikator: 'I05' });
		const b = await simpan(koordinator, { indikator: 'I05', ajukan: false });
		const bukti = [a, b].map(({ id }) => ({ id, revisi: 1 }));
		expect(
			await judgeBukti(internal, { ...kunci, bukti, putusan: 'diterima', alasan: null, catatan: '' }),
		).toEqual({ ok: false, reason: 'status_tidak_cocok' });
		expect((await meja(koordinator, 'I05')).tingkat[0]?.bukti.map((x) => x.status)).toEqual([
			'diajukan',
			'draf',
		]);
	});

	it('operator menambah bukti pada tugas unitnya saja, dan membuka berkasnya; orang instansi lain tidak', async () => {
		const unit = await kota.unit('Kelurahan Damai');
		const operator = await kota.sebagai('operator', {
			peran: 'operator',
			unitId: unit.id,
			jalur: unit.jalur,
		});
		expect(await saveBukti(operator, masukan({ indikator: 'I06' }))).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		await assignIndikator(koordinator, { ...kunci, indikator: ['I06'], unitId: unit.id, tenggat: null });
		const { id, sha256 } = await simpan(operator, {
			indikator: 'I06',
			berkas: await titip(operator, '%PDF-1.4 milik unit'),
		});
		const buka = (ctx: Ctx) => openBerkas(ctx, { ...kunci, buktiId: id, revisi: 1 });
		expect(await buka(operator)).toMatchObject({ ok: true, value: { sha256, tampil: true } });
		const unitLain = await kota.unit('Kelurahan Lain');
		const lain = await kota.sebagai('lain', {
			peran: 'operator',
			unitId: unitLain.id,
			jalur: unitLain.jalur,
		});
		expect(await buka(lain)).toEqual({ ok: false, reason: 'bukti_tidak_ada' });
		const kotaLain = await buatKota(get().ctx);
		expect(await buka(await kotaLain.sebagai('asing', {}))).toEqual({ ok: false, reason: 'tidak_berwenang' });
		const palsu = await kotaLain.sebagai('palsu', {}, { peran: 'asesor_eksternal' });
		expect(
			await openBerkas(palsu, {
				instansiId: kotaLain.id,
				penilaianId: kunci.penilaianId,
				buktiId: id,
				revisi: 1,
			}),
		).toEqual({ ok: false, reason: 'bukti_tidak_ada' });
		expect(
			await judgeBukti(operator, {
				...kunci,
				bukti: [{ id, revisi: 1 }],
				putusan: 'diterima',
				alasan: null,
				catatan: '',
			}),
		).toEqual({ ok: false, reason: 'tidak_berwenang' });
	});

	it('pembacaan berkas oleh orang luar tercatat', async () => {
		const { id } = await simpan(koordinator, {
			indikator: 'I07',
			berkas: await titip(koordinator, '%PDF-1.4 dibaca'),
		});
		const asesor = await kota.sebagai('asesor', { peran: 'asesor_eksternal' });
		await openBerkas(koordinator, { ...kunci, buktiId: id, revisi: 1 });
		await openBerkas(asesor, { ...kunci, buktiId: id, revisi: 1 });
		const jejak = await get()
			.ctx.db.selectFrom('activity')
			.select('orang_id')
			.where('rantai', '=', kota.id)
			.where('tindakan', '=', 'bukti.baca')
			.execute();
		expect(jejak).toEqual([{ orang_id: asesor.who.jenis === 'orang' ? asesor.who.id : 0 }]);
	});

	it('matriks cakupan: sekian dari sekian unit, yang tidak terkait tidak dihitung, unit mengisi miliknya sendiri', async () => {
		const unit = await Promise.all(['A', 'B', 'C'].map((n) => kota.unit(`Unit ${n}`, 'dinas')));
		const [a, b, c] = unit as [
			{ id: number; jalur: string },
			{ id: number; jalur: string },
			{ id: number; jalur: string },
		];
		const isi = (ctx: Ctx, baris: { unitId: number; keadaan: 'ya' | 'belum' | 'tidak_berlaku' }[]) =>
			recordCakupan(ctx, { ...kunci, indikator: 'I08', baris: baris.map((x) => ({ ...x, catatan: '' })) });
		const semua = (await readCakupan(koordinator, { ...kunci, indikator: 'I08' })) as {
			ok: true;
			value: { dari: number };
		};
		await isi(koordinator, [
			{ unitId: a.id, keadaan: 'ya' },
			{ unitId: b.id, keadaan: 'tidak_berlaku' },
		]);
		const operator = await kota.sebagai('operator-c', { peran: 'operator', unitId: c.id, jalur: c.jalur });
		expect(await isi(operator, [{ unitId: a.id, keadaan: 'belum' }])).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		expect(await isi(operator, [{ unitId: c.id, keadaan: 'ya' }])).toEqual({
			ok: true,
			value: { banyak: 1 },
		});
		expect(await isi(operator, [{ unitId: c.id, keadaan: 'ya' }])).toEqual({
			ok: true,
			value: { banyak: 0 },
		});
		const m = await readCakupan(koordinator, { ...kunci, indikator: 'I08' });
		expect(m.ok && [m.value.ya, m.value.dari]).toEqual([2, semua.value.dari - 1]);
	});

	it('putaran berikutnya membawa bukti sebagai draf, revisi terakhir saja, tanpa yang ditarik', async () => {
		const { id } = await simpan(koordinator, {
			indikator: 'I09',
			judul: 'SK lama',
			berlakuSampai: '2026-10-01',
		});
		await simpan(koordinator, {
			indikator: 'I09',
			buktiId: id,
			judul: 'SK baru',
			berlakuSampai: '2026-10-01',
		});
		const tarik = await simpan(koordinator, { indikator: 'I09', judul: 'keliru' });
		await moveBukti(koordinator, { ...kunci, buktiId: tarik.id, ke: 'ditarik' });
		const { penilaianId, bukti } = await bukaPutaran(kunci.penilaianId);
		expect(bukti).toBeGreaterThan(0);
		const dibawa = (await meja(koordinator, 'I09', penilaianId)).tingkat[0]?.bukti;
		expect(dibawa?.map((x) => [x.status, x.asalId, x.revisi.length, x.revisi[0]?.judul])).toEqual([
			['draf', id, 1, 'SK baru'],
		]);
		expect(dibawa?.[0]?.peringatan.map((p) => p.id)).toContain('kedaluwarsa');
	});

	it('sesudah diserahkan bukti tidak berubah, kecuali dalam jendela perbaikan bukti', async () => {
		const buka = await openPutaran(koordinator, {
			instansiId: kota.id,
			nama: 'Dengan perbaikan',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'pemdi-2026',
			tahap: [
				{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' },
				{ tahap: 'perbaikan', mulai: '2026-11-20', selesai: '2026-11-25' },
			],
		});
		const lain = { instansiId: kota.id, penilaianId: buka.ok ? buka.value.penilaianId : 0 };
		const pj = await kota.sebagai('pj', { peran: 'penanggung_jawab' });
		await isiSemua(koordinator, { ...lain, instrumen: 'pemdi-2026', nilai: '2' });
		await lakukan(koordinator, lain, 'serahkan');
		expect(await saveBukti(koordinator, { ...masukan(), ...lain })).toEqual({
			ok: false,
			reason: 'sedang_diperiksa',
		});
		await lakukan(pj, lain, 'setujui');
		await lakukan(koordinator, lain, 'tandatangani');
		await lakukan(koordinator, lain, 'kirim');
		expect((await saveBukti(koordinator, { ...masukan(), ...lain })).ok).toBe(true);
		const nanti = { ...koordinator, clock: () => new Date('2026-11-26T02:00:00Z') };
		expect(await saveBukti(nanti, { ...masukan(), ...lain })).toEqual({ ok: false, reason: 'tahap_lewat' });
	});
});
