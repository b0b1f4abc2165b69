import { beforeAll, expect, it } from 'vitest';
import { judgeBukti } from '#features/bukti/judge-bukti.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { alatUji, buatKota, isiSemua, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import { readPenilaian } from '#features/penilaian/read-penilaian.ts';
import { recordNilai } from '#features/penilaian/record-nilai.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { listIndikator } from '#scoring';
import { formatAngka } from '#ui/format.ts';
import type { DokumenDiminta } from './isian-laporan.ts';
import {
	adaPoppler,
	adaSoffice,
	bacaDocxLuar,
	bacaPdf,
	bacaXlsxLuar,
	infoPdf,
	isiBerkas,
} from './laporan.testing.ts';
import { readRuangLaporan } from './read-ruang-laporan.ts';
import { unduhDokumen } from './unduh-dokumen.ts';
import type { Ruang } from './unduh-putaran.ts';

describeDatabase('laporan putaran', (get) => {
	let kota: KotaUji;
	let ruang: Ruang;
	let id: number;
	let kori: Ctx;
	let operator: Ctx;
	beforeAll(async () => {
		const { ctx } = get();
		kota = await buatKota(ctx);
		ruang = { id: kota.id, slug: `kota-${kota.id}`, nama: 'Kota Uji' };
		await ctx.db.updateTable('instansi').set({ nama: 'Kota Uji' }).where('id', '=', kota.id).execute();
		kori = await kota.sebagai('koordinator', {});
		const unit = await kota.unit('Dinas Uji', 'dinas');
		operator = await kota.sebagai('operator', { peran: 'operator', unitId: unit.id, jalur: unit.jalur });
		const buka = await openPutaran(kori, {
			...{
				instansiId: kota.id,
				nama: 'Putaran #uji',
				tahun: 2026,
				jenis: 'evaluasi',
				instrumen: 'spbe-2020',
			},
			...{ tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }], dariPenilaianId: null },
		});
		if (!buka.ok) throw new Error(buka.reason);
		id = buka.value.penilaianId;
		const tempat = { instansiId: kota.id, penilaianId: id };
		await isiSemua(kori, { ...tempat, instrumen: 'spbe-2020', nilai: '3' });
		for (const [indikator, nilai] of [
			['I01', '5'],
			['I29', '1'],
			['I30', '2'],
		] as const) {
			const p = await readPenilaian(kori, { instansiId: kota.id, id });
			const dasar = p.ok ? (p.value.baris.find((b) => b.id === indikator)?.nilaiId ?? '0') : '0';
			const hasil = await recordNilai(kori, {
				...tempat,
				indikator,
				nilai,
				dasar,
				luar: '',
				justifikasi: '',
				fakta: `Fakta ${indikator} =SUM(A1) #strong[x]`,
				analisis: `Analisis ${indikator}\nbaris kedua`,
			});
			if (!hasil.ok) throw new Error(hasil.reason);
		}
		await assignIndikator(kori, { ...tempat, indikator: ['I02'], unitId: unit.id, tenggat: null });
		const bukti = await saveBukti(kori, {
			...tempat,
			indikator: 'I01',
			tingkat: 1,
			judul: 'Perwali @1/2025 $x$',
			tautan: 'https://jdih.contoh.go.id/1',
			catatan: '',
			penunjuk: 'hlm. 7',
			tanggal: '2026-01-31',
			berlakuSampai: null,
			ajukan: true,
		});
		if (!bukti.ok) throw new Error(bukti.reason);
		const putusan = { putusan: 'dikembalikan', alasan: 'kedaluwarsa', catatan: '' } as const;
		const dinilai = await judgeBukti(kori, {
			...tempat,
			bukti: [{ id: bukti.value.id, revisi: 1 }],
			...putusan,
		});
		if (!dinilai.ok) throw new Error(dinilai.reason);
	});
	const unduh = async (siapa: Ctx, d: DokumenDiminta) => await unduhDokumen(siapa, ruang, id, d);
	const isi = async (d: DokumenDiminta, siapa = kori) => {
		const hasil = await unduh(siapa, d);
		if (!hasil.ok) throw new Error(hasil.reason);
		return await isiBerkas(hasil.value);
	};
	const skor = async () => {
		const p = await readPenilaian(kori, { instansiId: kota.id, id });
		if (!p.ok || !p.value.skor) throw new Error('tanpa skor');
		return p.value.skor;
	};

	it.skipIf(!adaPoppler)(
		'PDF memuat indeks, setiap aspek dan setiap indikator seperti pohon skor',
		async () => {
			const pdf = await isi({ dokumen: 'evaluasi', format: 'pdf', arsip: false });
			expect(infoPdf(pdf).Tagged).toBe('yes');
			const teks = bacaPdf(pdf);
			const { indeks, predikat, aspek, domain } = await skor();
			expect(teks).toContain(formatAngka(indeks ?? '', 'id'));
			expect(teks).toContain(predikat ?? '?');
			const baris = (kode: string) =>
				teks
					.split('\n')
					.filter((b) => b.trim().startsWith(`${kode} `))
					.join('\n');
			for (const [kode, nilai] of Object.entries({ ...aspek, ...domain }))
				expect(baris(kode), kode).toContain(formatAngka(nilai ?? '', 'id'));
			for (const i of listIndikator(alatUji('spbe-2020'))) {
				const nilai = { I01: '5,00', I29: '1,00', I30: '2,00' }[i.id] ?? '3,00';
				expect(baris(i.id), i.id).toContain(nilai);
			}
			const satu = teks.replace(/\s+/g, ' ');
			for (const potong of [
				'Belum ditetapkan',
				'Fakta I01 =SUM(A1) #strong[x]',
				'baris kedua',
				'Perwali @1/2025 $x$',
				'hlm. 7',
				'Putaran #uji',
				'Daftar isi',
				'Dikembalikan: Kedaluwarsa',
			])
				expect(satu).toContain(potong);
			expect(satu).toMatch(/Kelemahan: Pelaksanaan Audit Infrastruktur SPBE \(1,00\)/);
		},
	);
	it.skipIf(!adaSoffice)(
		'DOCX dan XLSX dibaca LibreOffice dengan angka yang sama',
		async () => {
			const { indeks } = await skor();
			const teks = bacaDocxLuar(await isi({ dokumen: 'evaluasi', format: 'docx', arsip: false }));
			for (const potong of [
				formatAngka(indeks ?? '', 'id'),
				'Fakta I01 =SUM(A1) #strong[x]',
				'Perwali @1/2025 $x$',
				'Rekomendasi',
			])
				expect(teks).toContain(potong);
			const csv = bacaXlsxLuar(await isi({ dokumen: 'evaluasi', format: 'xlsx', arsip: false }));
			expect(csv.get('Nilai')).toContain(`,${Number(indeks)},${Number(indeks)}`);
			expect(csv.get('Indikator')).toMatch(/^I29,.*,A6,1,,,,1,Fakta I29 =SUM\(A1\)/m);
			expect(csv.get('Bukti')).toContain('Perwali @1/2025 $x$');
		},
		120_000,
	);
	it('masukan sama, byte sama', async () => {
		const d = { dokumen: 'evaluasi', format: 'pdf', arsip: true } as const;
		expect(Buffer.compare(await isi(d), await isi(d))).toBe(0);
	});
	it.skipIf(!adaPoppler)(
		'kertas kerja memuat kriteria, penjelasan, dan riwayat indikatornya saja',
		async () => {
			const satu = bacaPdf(await isi({ dokumen: 'kertas-kerja', format: 'pdf', indikator: 'I01' })).replace(
				/\s+/g,
				' ',
			);
			expect(satu).toContain('Kriteria tingkat I01');
			expect(satu).toContain('Analisis I01 baris kedua');
			expect(satu).toContain('Riwayat nilai I01');
			expect(satu).not.toContain('Fakta I29');
			const semua = bacaPdf(await isi({ dokumen: 'kertas-kerja', format: 'pdf' }));
			for (const i of listIndikator(alatUji('spbe-2020')))
				expect(semua).toContain(`Kriteria tingkat ${i.id}`);
		},
	);
	it.skipIf(!adaSoffice)(
		'kertas kerja sebagai buku kerja: satu lembar per indikator, dibaca LibreOffice, teks orang bukan rumus',
		async () => {
			const csv = bacaXlsxLuar(await isi({ dokumen: 'kertas-kerja', format: 'xlsx' }));
			const { aspek } = await skor();
			expect(Object.keys(aspek).length).toBe(8);
			const indikator = listIndikator(alatUji('spbe-2020'));
			expect([...csv.keys()].sort()).toEqual(['Ringkasan', ...indikator.map((i) => i.id)].sort());
			const ringkas = csv.get('Ringkasan') ?? '';
			for (const i of indikator) {
				const nilai = { I01: 5, I29: 1, I30: 2 }[i.id] ?? 3;
				expect(ringkas, i.id).toMatch(new RegExp(`^${i.id},.*,${i.bobot},${nilai},${nilai},`, 'm'));
				expect(csv.get(i.id), i.id).toMatch(new RegExp(`^"?Nilai, Penilaian mandiri"?,,${nilai},`, 'm'));
			}
			const satu = csv.get('I01') ?? '';
			expect(satu).toContain('Fakta,Fakta I01 =SUM(A1) #strong[x]');
			expect(satu).toContain('Perwali @1/2025 $x$ (hlm. 7): Dikembalikan');
			expect(satu).toContain('Alasan dikembalikan,Kedaluwarsa');
			expect(satu).toContain('Kriteria tingkat 5');
			expect(satu).not.toContain('Fakta I29');
		},
		180_000,
	);
	it.skipIf(!adaPoppler)(
		'berita acara mandiri memuat nilai sekarang dan menyebut dirinya rancangan',
		async () => {
			const teks = bacaPdf(await isi({ dokumen: 'mandiri', format: 'pdf' }));
			expect(teks).toContain('Rancangan');
			expect(teks).toMatch(/I29 .*1,00/);
			expect((await isi({ dokumen: 'mandiri', format: 'docx' })).byteLength).toBeGreaterThan(2000);
		},
	);
	it('berita acara yang belum ditulis ditolak', async () => {
		expect(await unduh(kori, { dokumen: 'interviu', format: 'pdf' })).toMatchObject({
			ok: false,
			reason: 'ba_belum_ditulis',
		});
	});
	it('yang dibatasi unit hanya mendapat indikatornya', async () => {
		const semua = { dokumen: 'evaluasi', format: 'pdf', arsip: false } as const;
		expect(await unduh(operator, semua)).toMatchObject({ ok: false, reason: 'tidak_berwenang' });
		expect(await unduh(operator, { dokumen: 'kertas-kerja', format: 'pdf' })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		expect(await unduh(operator, { dokumen: 'mandiri', format: 'pdf' })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		expect(
			await unduh(operator, { dokumen: 'kertas-kerja', format: 'docx', indikator: 'I02' }),
		).toMatchObject({ ok: true });
		expect(
			await unduh(operator, { dokumen: 'kertas-kerja', format: 'docx', indikator: 'I01' }),
		).toMatchObject({ reason: 'indikator_tidak_ada' });
		expect(
			await unduh(operator, { dokumen: 'kertas-kerja', format: 'xlsx', indikator: 'I02' }),
		).toMatchObject({ ok: true });
		expect(await unduh(operator, { dokumen: 'kertas-kerja', format: 'xlsx' })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		const halaman = await readRuangLaporan(operator, { instansiId: kota.id, id });
		expect(halaman).toMatchObject({
			ok: true,
			value: { utuh: false, lembar: true, indikator: [{ id: 'I02' }] },
		});
	});
	it('orang lain dan yang tidak masuk tidak mendapat apa-apa', async () => {
		const lain = await (await buatKota(get().ctx)).sebagai('koordinator', {});
		const d = { dokumen: 'evaluasi', format: 'docx', arsip: false } as const;
		expect(await unduh(lain, d)).toMatchObject({ ok: false, reason: 'tidak_berwenang' });
		expect(await unduh(get().ctx, d)).toMatchObject({ ok: false, reason: 'belum_masuk' });
	});
	it('unduhan orang luar tercatat, unduhan orang dalam tidak', async () => {
		const asesor = await kota.sebagai('asesor', { peran: 'asesor_eksternal' });
		await isi({ dokumen: 'evaluasi', format: 'docx', arsip: false }, asesor);
		const catatan = await get()
			.ctx.db.selectFrom('activity')
			.select('tindakan')
			.where('tindakan', '=', 'laporan.unduh')
			.execute();
		expect(catatan.length).toBe(1);
	});
});
