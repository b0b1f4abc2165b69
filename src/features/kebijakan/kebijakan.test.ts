import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, type KotaUji, titip } from '#features/penilaian/penilaian.testing.ts';
import { readMeja } from '#features/penilaian/read-meja.ts';
import { projectDir } from '#platform/config.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { type Dokumen, hitungDukungan, listEfektif, type Register, selisihBulan } from './kebijakan.rules.ts';
import { mapPasal } from './map-pasal.ts';
import { readAturanKebijakan } from './read-aturan-kebijakan.ts';
import { listKebijakan, openBerkasKebijakan, readKebijakan } from './read-kebijakan.ts';
import { type DokumenMasukan, saveDokumen } from './save-dokumen.ts';
import { saveReviu, withdrawReviu } from './save-reviu.ts';
import { takeKebijakan } from './take-kebijakan.ts';

const himpunan = readAturanKebijakan({ dir: { project: projectDir, data: '' } });
const kini = '2026-11-24';

const aturanOf = (indikator: string) => {
	const a = himpunan.kebijakan.get(indikator);
	if (!a) throw new Error(indikator);
	return a;
};
const dok = (id: number, ubah: Partial<Dokumen> = {}): Dokumen => ({
	...{ id, indukId: null, hubungan: null, reviuId: null, status: 'berlaku', tanggal: '2024-03-01' },
	...ubah,
});
const pasal = (indikator: string, tingkat: string, dokumenId = 1) =>
	(aturanOf(indikator).tingkat[tingkat] ?? []).flatMap((s) =>
		s.jenis === 'muatan' ? s.syarat.map((syarat) => ({ dokumenId, syarat, penunjuk: 'pasal 5' })) : [],
	);
const hitung = (indikator: string, r: Partial<Register>) =>
	hitungDukungan(aturanOf(indikator), { dokumen: [], reviu: [], pasal: [], ...r }, kini);
const lengkap = [...pasal('I01', '3'), ...pasal('I01', '4')];
const reviu = { id: 7, dokumenId: 1, tanggal: '2025-06-01' };
const tindak = dok(2, { indukId: 1, hubungan: 'turunan', reviuId: 7, tanggal: '2025-12-01' });

describe('tingkat yang didukung register', () => {
	it.each([
		['register kosong', {}, null],
		['baru rancangan', { dokumen: [dok(1, { status: 'draf', tanggal: null })] }, 1],
		['rancangan dengan pasal lengkap tetap 1', { dokumen: [dok(1, { status: 'draf' })], pasal: lengkap }, 1],
		['ditetapkan tanpa pasal', { dokumen: [dok(1)] }, 2],
		['ditetapkan sebagian', { dokumen: [dok(1)], pasal: lengkap.slice(0, 3) }, 2],
		['ditetapkan seluruhnya', { dokumen: [dok(1)], pasal: pasal('I01', '3') }, 3],
		['tanggal penetapan belum tiba', { dokumen: [dok(1, { tanggal: '2026-12-01' })], pasal: lengkap }, 1],
		['seluruhnya dengan reviu', { dokumen: [dok(1)], pasal: lengkap, reviu: [reviu] }, 4],
		[
			'reviu tepat dua tahun',
			{ dokumen: [dok(1)], pasal: lengkap, reviu: [{ ...reviu, tanggal: '2024-11-24' }] },
			4,
		],
		[
			'reviu lewat dua tahun',
			{ dokumen: [dok(1)], pasal: lengkap, reviu: [{ ...reviu, tanggal: '2024-11-23' }] },
			3,
		],
		[
			'reviu yang akan datang',
			{ dokumen: [dok(1)], pasal: lengkap, reviu: [{ ...reviu, tanggal: '2026-12-01' }] },
			3,
		],
		['reviu tanpa muatan tingkat 3', { dokumen: [dok(1)], reviu: [reviu] }, 2],
		['tindak lanjut ditetapkan', { dokumen: [dok(1), tindak], pasal: lengkap, reviu: [reviu] }, 5],
		[
			'tindak lanjut masih draf',
			{ dokumen: [dok(1), { ...tindak, status: 'draf' as const }], pasal: lengkap, reviu: [reviu] },
			4,
		],
		[
			'tindak lanjut lebih tua dari reviunya',
			{ dokumen: [dok(1), { ...tindak, tanggal: '2025-05-31' }], pasal: lengkap, reviu: [reviu] },
			4,
		],
		[
			'pengganti yang lahir dari reviu: pasalnya sendiri yang dihitung',
			{ dokumen: [dok(1), { ...tindak, hubungan: 'mencabut' as const }], pasal: lengkap, reviu: [reviu] },
			2,
		],
		[
			'pengganti dengan pasal lengkap',
			{
				dokumen: [dok(1), { ...tindak, hubungan: 'mencabut' as const }],
				pasal: lengkap.map((p) => ({ ...p, dokumenId: 2 })),
				reviu: [reviu],
			},
			5,
		],
	] satisfies [string, Partial<Register>, number | null][])('%s', (_, r, tingkat) => {
		expect(hitung('I01', r).tingkat).toBe(tingkat);
	});

	it('indikator 3 mengikuti barisnya yang bergeser: sebagian 3, seluruh 4 tanpa reviu, reviu baru di 5', () => {
		const semua = pasal('I03', '4');
		expect(hitung('I03', { dokumen: [dok(1)] }).tingkat).toBe(2);
		expect(hitung('I03', { dokumen: [dok(1)], pasal: semua.slice(0, 1) }).tingkat).toBe(3);
		expect(hitung('I03', { dokumen: [dok(1)], pasal: semua }).tingkat).toBe(4);
		expect(hitung('I03', { dokumen: [dok(1), tindak], pasal: semua, reviu: [reviu] }).tingkat).toBe(5);
		expect(hitung('I03', { dokumen: [dok(1), tindak], pasal: semua }).tingkat).toBe(4);
	});

	it('tiap kebijakan dapat mencapai 5, dan yang kurang disebut namanya', () => {
		for (const [id, aturan] of himpunan.kebijakan) {
			const semua = aturan.syarat.map((s) => ({ dokumenId: 1, syarat: s.id, penunjuk: 'pasal 1' }));
			expect(hitung(id, { dokumen: [dok(1), tindak], pasal: semua, reviu: [reviu] }).tingkat, id).toBe(5);
		}
		const butir = hitung('I01', { dokumen: [dok(1)], pasal: pasal('I01', '3').slice(1) }).rincian[1]
			?.butir[0];
		expect(butir).toMatchObject({ jenis: 'muatan', kurang: [pasal('I01', '3')[0]?.syarat] });
		expect([...himpunan.kebijakan.keys()]).toEqual(
			Array.from({ length: 10 }, (_, n) => `I${String(n + 1).padStart(2, '0')}`),
		);
	});

	it('yang dicabut tidak dihitung, yang diubah tetap', () => {
		const hidup = (d: Dokumen[]) => listEfektif(d, kini).map((x) => x.id);
		expect(hidup([dok(1, { status: 'diubah' }), dok(2, { indukId: 1, hubungan: 'mengubah' })])).toEqual([
			1, 2,
		]);
		expect(hidup([dok(1), dok(2, { indukId: 1, hubungan: 'mencabut' })])).toEqual([2]);
		expect(hidup([dok(1), dok(2, { indukId: 1, hubungan: 'mencabut', status: 'draf' })])).toEqual([1]);
		expect(hidup([dok(1, { status: 'dicabut' })])).toEqual([]);
	});

	it.each([
		['2026-11-24', '2027-06-01', 6],
		['2026-11-24', '2026-11-24', 0],
		['2026-11-24', '2026-10-24', -1],
		['2026-11-24', '2026-11-01', 0],
		['2026-01-31', '2026-02-28', 1],
	])('dari %s ke %s: %i bulan', (a, b, n) => expect(selisihBulan(a, b) + 0).toBe(n));
});

describeDatabase('register kebijakan satu instansi', (get) => {
	let kota: KotaUji;
	let lain: KotaUji;
	let koordinator: Ctx;
	let penilaianId: number;

	const masukan = (ubah: Partial<DokumenMasukan> = {}): DokumenMasukan => ({
		...{
			instansiId: kota.id,
			indikator: 'I01',
			jenis: 'perkada',
			nomor: '12/2024',
			judul: 'Arsitektur SPBE',
		},
		...{ status: 'berlaku', tanggal: '2024-03-01', tautan: '', berkas: undefined },
		...{ indukId: null, hubungan: null, reviuId: null },
		...ubah,
	});
	const simpan = async (ubah: Partial<DokumenMasukan> = {}, ctx = koordinator) => {
		const hasil = await saveDokumen(ctx, masukan(ubah));
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const baca = async (indikator = 'I01', ctx = koordinator) => {
		const hasil = await readKebijakan(ctx, { instansiId: kota.id, indikator });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	const petakan = (indikator: string, dokumenId: number) =>
		mapPasal(koordinator, {
			...{ instansiId: kota.id, indikator, dokumenId },
			penunjuk: new Map(aturanOf(indikator).syarat.map((s, n) => [s.id, `pasal ${n + 1}, hlm. ${n + 10}`])),
		});
	const reviukan = async (dokumenId: number, indikator = 'I01') => {
		const hasil = await saveReviu(koordinator, {
			...{ instansiId: kota.id, indikator, dokumenId, tanggal: '2025-11-01', tautan: '', penunjuk: '' },
			...{ temuan: 'Domain keamanan belum rinci', rekomendasi: 'Susun SOP keamanan', berkas: undefined },
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value.id;
	};
	const putaran = async (instrumen: string) => {
		const hasil = await openPutaran(koordinator, {
			...{ instansiId: kota.id, nama: 'Latihan', tahun: 2026, jenis: 'evaluasi', instrumen },
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value.penilaianId;
	};

	beforeAll(async () => {
		kota = await buatKota(get().ctx);
		lain = await buatKota(get().ctx);
		koordinator = await kota.sebagai('koordinator', {});
		penilaianId = await putaran('spbe-2020');
	});

	it('rancangan menjadi kebijakan, dipetakan, direviu, ditindaklanjuti: tingkat naik dari 1 ke 5', async () => {
		const tingkat = async () => (await baca()).dukungan.tingkat;
		expect(await tingkat()).toBeNull();
		const { id, versi } = await simpan({ status: 'draf', tanggal: null });
		expect([await tingkat(), (await baca()).dukungan.draf]).toEqual([1, true]);
		await simpan({
			...{ dokumenId: id, dasar: versi },
			berkas: await titip(koordinator, '%PDF-1.7 perwali arsitektur 12/2024'),
		});
		expect(await tingkat()).toBe(2);
		expect((await petakan('I01', id)).ok).toBe(true);
		expect(await tingkat()).toBe(3);
		const reviuId = await reviukan(id);
		expect([await tingkat(), (await baca()).sisaBulan]).toEqual([4, 11]);
		await simpan({
			...{ jenis: 'sop', nomor: '3/2026', judul: 'SOP keamanan arsitektur', tanggal: '2026-02-01' },
			...{ indukId: id, hubungan: 'turunan', reviuId },
		});
		expect(await tingkat()).toBe(5);
		expect((await baca()).dokumen[0]?.versi.map((v) => v.status)).toEqual(['berlaku', 'draf']);
		await expect(sql`update kebijakan_versi set judul = 'x'`.execute(get().ctx.db)).rejects.toThrow(
			/tidak dapat diubah/,
		);
	});

	it('satu ketukan menaruhnya sebagai bukti pada tingkatnya, sekali saja, dan revisi barunya terlihat', async () => {
		const pakai = () =>
			takeKebijakan(koordinator, {
				...{ instansiId: kota.id, indikator: 'I01', penilaianId, tujuan: 'I01', tingkat: null },
			});
		expect(await pakai()).toEqual({ ok: true, value: { baru: 6, diperbarui: 0, tetap: 0 } });
		const meja = async () => {
			const hasil = await readMeja(koordinator, { instansiId: kota.id, id: penilaianId, indikator: 'I01' });
			if (!hasil.ok) throw new Error(hasil.reason);
			return hasil.value.tingkat.map((t) => t.bukti);
		};
		const bukti = await meja();
		expect(bukti.map((b) => b.length)).toEqual([1, 1, 1, 2, 1]);
		expect(bukti[2]?.[0]?.revisi[0]).toMatchObject({
			tanggal: '2024-03-01',
			penunjuk: expect.stringContaining('Arsitektur proses bisnis: pasal 1, hlm. 10'),
			sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
		expect(bukti[3]?.map((b) => b.revisi[0]?.tanggal).sort()).toEqual(['2024-03-01', '2025-11-01']);
		expect(bukti[2]?.[0]?.register).toMatchObject({ indikator: 'I01', baru: false });
		expect(await pakai()).toEqual({ ok: true, value: { baru: 0, diperbarui: 0, tetap: 6 } });
		const id = (await baca()).dokumen[0]?.id ?? 0;
		await simpan({
			dokumenId: id,
			dasar: 2,
			nomor: '12/2024',
			judul: 'Arsitektur SPBE (diubah)',
			status: 'diubah',
		});
		expect((await meja())[2]?.[0]?.register).toMatchObject({ baru: true });
		expect(await pakai()).toEqual({ ok: true, value: { baru: 0, diperbarui: 4, tetap: 2 } });
		const sesudah = (await meja())[2]?.[0];
		expect([sesudah?.revisi.length, sesudah?.register?.baru]).toEqual([2, false]);
	});

	it('ke Pemdi lewat padanan saja, pada tingkat yang dipilih orang', async () => {
		const pemdi = await putaran('pemdi-2026');
		const pakai = (tujuan: string, tingkat: number | null) =>
			takeKebijakan(koordinator, {
				instansiId: kota.id,
				indikator: 'I01',
				penilaianId: pemdi,
				tujuan,
				tingkat,
			});
		expect(await pakai('I02', 1)).toEqual({ ok: false, reason: 'bukan_padanan' });
		expect(await pakai('I01', null)).toEqual({ ok: false, reason: 'tingkat_belum_dipilih' });
		expect(await pakai('I01', 2)).toEqual({ ok: true, value: { baru: 3, diperbarui: 0, tetap: 0 } });
		expect((await baca()).penerus.indikator.map((i) => [i.id, i.kepastian])).toEqual([['I01', 'usulan']]);
	});

	it('yang dilihat orang lain lebih dulu tidak tertimpa, dan isian yang salah ditolak dengan sebabnya', async () => {
		const { id } = await simpan({ indikator: 'I02' });
		await simpan({ indikator: 'I02', dokumenId: id, dasar: 1 });
		const tolak = async (ubah: Partial<DokumenMasukan>) => {
			const hasil = await saveDokumen(koordinator, masukan({ indikator: 'I02', ...ubah }));
			return hasil.ok ? 'ok' : hasil.reason;
		};
		expect(await tolak({ dokumenId: id, dasar: 1 })).toBe('bentrok_kebijakan');
		expect(await tolak({ judul: ' ' })).toBe('isian_kebijakan_salah');
		expect(await tolak({ tanggal: null })).toBe('tanggal_penetapan_kosong');
		expect(await tolak({ tanggal: '2027-01-01' })).toBe('tanggal_penetapan_nanti');
		expect(await tolak({ tautan: 'javascript:alert(1)' })).toBe('tautan_tidak_sah');
		expect(await tolak({ indikator: 'I11' })).toBe('kebijakan_tidak_ada');
		expect(await tolak({ indukId: 999_999, hubungan: 'turunan' })).toBe('dokumen_tidak_ada');
		expect(await tolak({ indukId: id })).toBe('hubungan_salah');
		expect(await tolak({ reviuId: 999_999 })).toBe('reviu_tidak_ada');
		expect(await tolak({ berkas: await titip(koordinator, '<script>') })).toBe(
			'jenis_berkas_ditolak_kebijakan',
		);
		const milikI01 = (await baca()).dokumen[0]?.id ?? 0;
		expect(await tolak({ dokumenId: milikI01, dasar: 3 })).toBe('dokumen_tidak_ada');
		expect(
			await mapPasal(koordinator, {
				...{ instansiId: kota.id, indikator: 'I02', dokumenId: id },
				penunjuk: new Map([['tidak-ada', 'x']]),
			}),
		).toEqual({ ok: false, reason: 'syarat_tidak_ada' });
	});

	it('reviu yang ditarik tidak dihitung, dan pasal yang dikosongkan lepas', async () => {
		const { id } = await simpan({ indikator: 'I09' });
		await petakan('I09', id);
		const reviuId = await reviukan(id, 'I09');
		expect((await baca('I09')).dukungan.tingkat).toBe(4);
		const tarik = () => withdrawReviu(koordinator, { instansiId: kota.id, indikator: 'I09', reviuId });
		expect((await tarik()).ok).toBe(true);
		expect(await tarik()).toEqual({ ok: false, reason: 'reviu_tidak_ada' });
		expect((await baca('I09')).dukungan.tingkat).toBe(3);
		await mapPasal(koordinator, {
			...{ instansiId: kota.id, indikator: 'I09', dokumenId: id },
			penunjuk: new Map([['aplikasi', '']]),
		});
		expect((await baca('I09')).dukungan.tingkat).toBe(2);
	});

	it('pimpinan dan auditor membaca, operator menulis yang ditugaskan kepada unitnya saja, asesor luar tidak', async () => {
		const unit = await kota.unit('Bagian Hukum', 'bagian');
		const terbatas = { peran: 'operator', unitId: unit.id, jalur: unit.jalur };
		const operator = await kota.sebagai('operator', terbatas);
		const pimpinan = await kota.sebagai('pimpinan', { peran: 'pimpinan' });
		const luar = await kota.sebagai('luar', { peran: 'asesor_eksternal' });
		const tetangga = await lain.sebagai('tetangga', {});
		const daftar = async (ctx: Ctx) => {
			const hasil = await listKebijakan(ctx, kota.id);
			return hasil.ok ? hasil.value.baris.map((b) => b.indikator) : hasil.reason;
		};
		expect(await daftar(operator)).toEqual([]);
		await assignIndikator(koordinator, {
			...{ instansiId: kota.id, penilaianId, indikator: ['I08'], unitId: unit.id, tenggat: null },
		});
		expect(await daftar(operator)).toEqual(['I08']);
		expect((await daftar(pimpinan)).length).toBe(10);
		expect(await daftar(luar)).toBe('tidak_berwenang');
		expect(await daftar(tetangga)).toBe('tidak_berwenang');
		const coba = async (ctx: Ctx, indikator: string) => {
			const hasil = await saveDokumen(ctx, masukan({ indikator }));
			return hasil.ok ? 'ok' : hasil.reason;
		};
		expect(await coba(operator, 'I08')).toBe('ok');
		for (const ctx of [operator, pimpinan, luar, tetangga])
			expect(await coba(ctx, 'I07')).toBe('tidak_berwenang');
		expect(await coba(pimpinan, 'I08')).toBe('tidak_berwenang');
		const hitung = (ctx: Ctx) =>
			ctx.who.jenis === 'orang'
				? inScope(ctx, ctx.who, (trx) => trx.selectFrom('kebijakan_versi').selectAll().execute())
				: [];
		expect((await hitung(tetangga)).length).toBe(0);
		expect((await hitung(koordinator)).length).toBeGreaterThan(0);
	});

	it('berkasnya dibuka menurut hak atas kebijakannya', async () => {
		const sha256 = (await baca()).dokumen[0]?.versi[0]?.sha256 ?? '';
		const buka = (ctx: Ctx, indikator: string) =>
			openBerkasKebijakan(ctx, { instansiId: kota.id, indikator, sha256 });
		expect(await buka(koordinator, 'I01')).toMatchObject({ ok: true, value: { tipe: 'application/pdf' } });
		expect(await buka(koordinator, 'I02')).toEqual({ ok: false, reason: 'berkas_kebijakan_tidak_ada' });
		const luar = await kota.sebagai('luar', { peran: 'asesor_eksternal' });
		expect(await buka(luar, 'I01')).toEqual({ ok: false, reason: 'tidak_berwenang' });
	});
});
