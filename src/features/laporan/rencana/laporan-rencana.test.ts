import { beforeAll, describe, expect, it } from 'vitest';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import { savePeta } from '#features/rencana/peta/save-peta.ts';
import type { HalamanPimpinan } from '#features/rencana/pimpinan/read-pimpinan.ts';
import { readPimpinan } from '#features/rencana/pimpinan/read-pimpinan.ts';
import { readSimpanan, type Simpanan } from '#features/rencana/susun/read-simpanan.ts';
import { saveRencana } from '#features/rencana/susun/save-rencana.ts';
import { saveSasaran } from '#features/rencana/susun/save-sasaran.ts';
import { startTindakan } from '#features/rencana/tindakan/start-tindakan.ts';
import { projectDir } from '#platform/config.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { formatAngka, formatBilangan } from '#ui/format.ts';
import type { BerkasLaporan } from '../berkas-laporan.ts';
import { renderDokumen } from '../cetak/render-pdf.ts';
import { adaPoppler, adaSoffice, bacaDocxLuar, bacaPdf, infoPdf, isiBerkas } from '../laporan.testing.ts';
import type { Ruang } from '../unduh-putaran.ts';
import { dokumenPimpinan } from './laporan-pimpinan.rules.ts';
import { unduhPeta, unduhPimpinan, unduhRencana } from './unduh-rencana.ts';

const satuBaris = (isi: Uint8Array) => bacaPdf(isi).replace(/\s+/g, ' ');
const isiDari = async (hasil: { ok: true; value: BerkasLaporan } | { ok: false; reason: string }) => {
	if (!hasil.ok) throw new Error(hasil.reason);
	return await isiBerkas(hasil.value);
};

describeDatabase('rencana, peta rencana, dan halaman pimpinan sebagai dokumen', (get) => {
	let kota: KotaUji;
	let ruang: Ruang;
	let kori: Ctx;
	let operator: Ctx;
	let simpanan: Simpanan;
	const pdf = { format: 'pdf', arsip: false } as const;
	const docx = { format: 'docx', arsip: false } as const;
	beforeAll(async () => {
		const { ctx } = get();
		kota = await buatKota(ctx);
		ruang = { id: kota.id, slug: `kota-${kota.id}`, nama: 'Kota Uji' };
		const instansiId = kota.id;
		kori = await kota.sebagai('koordinator', {});
		const unit = await kota.unit('Dinas Uji', 'dinas');
		operator = await kota.sebagai('operator', { peran: 'operator', unitId: unit.id, jalur: unit.jalur });
		const buka = await openPutaran(kori, {
			...{ instansiId, nama: 'Kini', tahun: 2026, jenis: 'evaluasi', instrumen: 'spbe-2020' },
			tahap: [{ tahap: 'mandiri', mulai: '2000-01-01', selesai: '2099-12-31' }],
		});
		if (!buka.ok) throw new Error(buka.reason);
		await isiSemua(kori, {
			...{ instansiId, penilaianId: buka.value.penilaianId, instrumen: 'spbe-2020', nilai: '3' },
		});
		const sasaran = { instansiId, tahun: '2026', simpul: 'indeks', nilai: '3,2', alasan: '' };
		if (!(await saveSasaran(kori, sasaran)).ok) throw new Error('sasaran');
		const simpan = await saveRencana(kori, {
			...{ instansiId, kueri: { target: '3,2' }, nama: 'Menuju #strong[3,20]', alasan: 'RPJMD =SUM(A1)' },
		});
		if (!simpan.ok) throw new Error(simpan.reason);
		const baca = await readSimpanan(kori, { instansiId, id: simpan.value.id });
		if (!baca.ok) throw new Error(baca.reason);
		simpanan = baca.value.simpanan;
		await startTindakan(kori, { instansiId, id: simpanan.id, unit: {}, tenggat: null });
		const butir = { instansiId, id: null, indikator: null, tindakanId: null, subKegiatan: '' };
		for (const [judul, tahun, muatan, kebutuhan, anggaran, unitId] of [
			['Audit aplikasi $x$', 2026, 'audit_tik', 150_000_000n, 120_000_000n, null],
			['Arsitektur SPBE', 2027, 'tata_kelola', 1_234_567_890n, null, unit.id],
		] as const) {
			const hasil = await savePeta(kori, { ...butir, judul, tahun, muatan, kebutuhan, anggaran, unitId });
			if (!hasil.ok) throw new Error(hasil.reason);
		}
	});

	it.skipIf(!adaPoppler)('rencana memuat setiap langkah dan angka yang tersimpan', async () => {
		const isi = await isiDari(await unduhRencana(kori, { ruang, id: simpanan.id, ...pdf }));
		expect(infoPdf(isi).Tagged).toBe('yes');
		const teks = satuBaris(isi);
		const { hasil } = simpanan;
		expect(hasil.langkah.length).toBeGreaterThan(3);
		for (const l of hasil.langkah) {
			const baris = bacaPdf(isi)
				.split('\n')
				.find((b) => b.trim().startsWith(`${l.indikator} `));
			expect(baris, l.indikator).toContain(`${l.dari / 100} ke ${l.ke / 100}`);
			expect(baris, l.indikator).toMatch(new RegExp(`\\s${formatBilangan(l.biaya ?? -1, 'id')}\\s`));
		}
		for (const potong of [
			formatAngka(hasil.indeks, 'id'),
			`${formatBilangan(hasil.biaya ?? -1, 'id')} poin usaha`,
			'Menuju #strong[3,20]',
			'RPJMD =SUM(A1)',
			'Terbukti terbaik',
		])
			expect(teks).toContain(potong);
	});
	it.skipIf(!adaPoppler)('peta rencana memuat butir, jumlah tiap tahun, dan yang belum sesuai', async () => {
		const teks = satuBaris(await isiDari(await unduhPeta(kori, { ruang, ...pdf })));
		for (const potong of ['Audit aplikasi $x$', '1.234.567.890', '150.000.000', 'Rp 30.000.000', 'Dinas Uji'])
			expect(teks.replaceAll('\u00a0', ' ')).toContain(potong);
		expect(teks).toMatch(/Kebutuhan Muatan 2026 2027 2028 2029 2030/);
		expect(teks).toContain('Jumlah 150.000.000 1.234.567.890 0 0 0');
	});
	it.skipIf(!adaPoppler)('yang dibatasi unit mendapat butir unitnya saja', async () => {
		const teks = satuBaris(await isiDari(await unduhPeta(operator, { ruang, ...pdf })));
		expect(teks).toContain('Arsitektur SPBE');
		expect(teks).toContain('Hanya butir unit Anda');
		expect(teks).not.toContain('Audit aplikasi');
	});
	it.skipIf(!adaPoppler)('halaman pimpinan satu lembar dengan angka di layar', async () => {
		const d = await readPimpinan(kori, kota.id);
		if (!d.ok) throw new Error(d.reason);
		const isi = await isiDari(await unduhPimpinan(kori, { ruang, arsip: false }));
		expect(infoPdf(isi)).toMatchObject({ Pages: '1', Tagged: 'yes' });
		expect(infoPdf(isi)['Page size']).toContain('A4');
		const teks = satuBaris(isi);
		const { indeks, prakiraan, penahan, keputusan } = d.value;
		expect(keputusan.length).toBeGreaterThan(0);
		for (const potong of [
			formatAngka(indeks?.nilai ?? '', 'id'),
			`Sasaran: 3,20 tahun 2026`,
			`Prakiraan: ${formatAngka(prakiraan.nanti ?? '', 'id')} pada`,
			...penahan.flatMap((p) => [p.nama, formatAngka(p.hilang, 'id')]),
		])
			expect(teks).toContain(potong);
	});
	it('bentuk arsip menyebut dirinya PDF/A', async () => {
		for (const hasil of [
			await unduhRencana(kori, { ruang, id: simpanan.id, format: 'pdf', arsip: true }),
			await unduhPeta(kori, { ruang, format: 'pdf', arsip: true }),
			await unduhPimpinan(kori, { ruang, arsip: true }),
		])
			expect((await isiDari(hasil)).toString('latin1')).toContain('<pdfaid:part>2</pdfaid:part>');
	});
	it.skipIf(!adaSoffice)(
		'DOCX dibaca LibreOffice dengan angka yang sama',
		async () => {
			const rencana = bacaDocxLuar(
				await isiDari(await unduhRencana(kori, { ruang, id: simpanan.id, ...docx })),
			);
			for (const l of simpanan.hasil.langkah) expect(rencana).toContain(`${l.indikator} ${l.pendek}`);
			expect(rencana).toContain('RPJMD =SUM(A1)');
			const peta = bacaDocxLuar(await isiDari(await unduhPeta(kori, { ruang, ...docx })));
			expect(peta).toContain('1.234.567.890');
			expect(peta).toContain('Audit aplikasi $x$');
		},
		120_000,
	);
	it('hanya yang boleh membaca mendapatnya', async () => {
		const id = simpanan.id;
		expect(await unduhRencana(operator, { ruang, id, ...pdf })).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await unduhRencana(kori, { ruang, id: 999_999, ...pdf })).toMatchObject({
			reason: 'rencana_tidak_ada',
		});
		expect(await unduhPimpinan(operator, { ruang, arsip: false })).toMatchObject({
			reason: 'tidak_berwenang',
		});
		const lain = await (await buatKota(get().ctx)).sebagai('koordinator', {});
		expect(await unduhPeta(lain, { ruang, ...pdf })).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await unduhPimpinan(get().ctx, { ruang, arsip: false })).toMatchObject({ reason: 'belum_masuk' });
	});
});

describe('halaman pimpinan yang penuh', () => {
	const panjang = (n: number) => 'Pengembangan '.repeat(40).slice(0, n);
	const telat = (unitId: number) => ({
		...{ unitId, unit: `${unitId} ${panjang(200)}`, penugasan: 47, tugas: 120, tindakan: 99, hari: 3650 },
	});
	const penuh: HalamanPimpinan = {
		indeks: { nilai: '3.05', predikat: 'Sangat Baik', sumber: panjang(200), tahun: 2026, resmi: false },
		sasaran: { nilai: 320, tahun: 2026, sumber: 'x' },
		prakiraan: {
			...{ kini: '3.05', nanti: '3.10', naik: '0.050', hilang: '0.045' },
			dari: { nama: panjang(200), tahun: 2026 },
			batas: { tanggal: '2026-12-15', sumber: 'tahap' } as unknown as HalamanPimpinan['prakiraan']['batas'],
		},
		penahan: [1, 2, 3].map((n) => ({
			...{ nama: `${n} ${panjang(150)}`, nilai: '1.75', hilang: '0.12', terbesar: panjang(150) },
		})),
		telat: Array.from({ length: 30 }, (_, n) => telat(n + 1)),
		keputusan: [
			{ jenis: 'perintahkan_unit', unitId: 1, unit: panjang(200), banyak: 9, hari: 99, poin: '0.045' },
			{ jenis: 'putuskan_anggaran', tahun: 2026, judul: panjang(300), rupiah: 1_000_000_000_000_000n },
			{ jenis: 'majukan_tenggat', id: 1, judul: panjang(300), poin: '0.026' },
		],
		tindakan: { semua: 999, selesai: 1, terlambat: 900 },
		kini: '2026-11-24',
	};
	it.skipIf(!adaPoppler)('tetap satu lembar dan menyebut yang tidak tertulis', async () => {
		const ctx = { dir: { project: projectDir, data: '' } };
		const dokumen = dokumenPimpinan(panjang(200), penuh, new Date('2026-11-24T00:00:00Z'));
		const isi = await renderDokumen(ctx as never, dokumen);
		expect(infoPdf(isi).Pages).toBe('1');
		expect(satuBaris(isi)).toContain('dan 25 unit lain');
	});
});
