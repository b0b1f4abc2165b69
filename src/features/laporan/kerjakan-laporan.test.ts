import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { forgetLama } from '#features/kerjasama/forget-lama.ts';
import { listPemberitahuanSaya } from '#features/kerjasama/list-pemberitahuan.ts';
import { readPekerjaan } from '#features/kerjasama/read-pekerjaan.ts';
import { openPutaranNasional } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase, pencatatJobs } from '#platform/database/testing.ts';
import { formatAngka } from '#ui/format.ts';
import { listLaporanSaya, unduhLaporan } from './baca-laporan.ts';
import { urutIndeks } from './buku-nasional.rules.ts';
import { pekerjaLaporan } from './kerjakan-laporan.ts';
import { adaPoppler, adaSoffice, bacaPdf, bacaXlsxLuar, infoPdf, isiBerkas } from './laporan.testing.ts';
import { mintaBuku, mintaKertasKerja } from './minta-laporan.ts';
import { unduhLembarNasional } from './unduh-nasional.ts';

describeDatabase('laporan panjang sebagai pekerjaan', (get) => {
	const jobs = pencatatJobs();
	const kota: KotaUji[] = [];
	let admin: Ctx;
	let kori: Ctx;
	let putaranId: number;
	const penilaian: number[] = [];
	const ctxDi = (ctx: Ctx): Ctx => ({ ...ctx, jobs });
	beforeAll(async () => {
		const { ctx } = get();
		for (let n = 0; n < 3; n++) kota.push(await buatKota(ctx));
		const [a] = kota;
		if (!a) throw new Error('tanpa kota');
		admin = ctxDi(await a.sebagai('admin', { peran: 'admin_nasional', instansiId: null }));
		kori = ctxDi(await a.sebagai('kori', {}));
		for (const [siapa, peran, instansiId] of [
			[admin, 'admin_nasional', null],
			[kori, 'koordinator', a.id],
		] as const)
			await ctx.db
				.insertInto('peran')
				.values({
					orang_id: siapa.who.jenis === 'orang' ? siapa.who.id : 0,
					peran,
					instansi_id: instansiId,
					unit_id: null,
					diberi: ctx.clock(),
					diberi_oleh: null,
				} as never)
				.execute();
		const nama = await ctx.db
			.selectFrom('instansi')
			.select('nama')
			.where(
				'id',
				'in',
				kota.map((k) => k.id),
			)
			.orderBy('id')
			.execute();
		const buka = await openPutaranNasional(admin, {
			...{ nama: 'Nasional uji', tahun: 2025, jenis: 'evaluasi', instrumen: 'spbe-2020', pesertaJenis: [] },
			pesertaNama: nama.map((n) => n.nama),
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!buka.ok) throw new Error(JSON.stringify(buka));
		const daftar = await ctx.db
			.selectFrom('penilaian')
			.select(['id', 'putaran_id', 'instansi_id'])
			.where(
				'instansi_id',
				'in',
				kota.map((k) => k.id),
			)
			.orderBy('instansi_id')
			.execute();
		putaranId = daftar[0]?.putaran_id ?? 0;
		for (const [n, p] of daftar.entries()) {
			penilaian.push(p.id);
			const siapa = await kota[n]?.sebagai('pengisi', {});
			if (siapa && n < 2)
				await isiSemua(siapa, {
					instansiId: p.instansi_id,
					penilaianId: p.id,
					instrumen: 'spbe-2020',
					nilai: String(n + 3),
				});
		}
	});
	const kerjakan = () => pekerjaLaporan(ctxDi(get().ctx)).kerjakan(jobs.tugas.at(-1)?.isi);
	const id = async (hasil: ReturnType<typeof mintaBuku>) => {
		const h = await hasil;
		if (!h.ok) throw new Error(h.reason);
		return h.value.pekerjaanId;
	};
	const terakhir = async (siapa: Ctx) => {
		const h = await listLaporanSaya(siapa);
		const [l] = h.ok ? h.value.siap : [];
		if (!l) throw new Error('belum ada laporan');
		const unduh = await unduhLaporan(siapa, l.id);
		if (!unduh.ok) throw new Error(unduh.reason);
		return { ...l, isi: await isiBerkas(unduh.value) };
	};

	it('kertas kerja semua indikator: diminta, dikerjakan, diberitahukan, diunduh pemintanya saja', async () => {
		const pekerjaanId = await id(
			mintaKertasKerja(kori, { instansiId: kota[0]?.id ?? 0, penilaianId: penilaian[0] ?? 0 }),
		);
		expect(await readPekerjaan(kori, pekerjaanId)).toMatchObject({
			value: { keadaan: 'menunggu', jumlah: 47 },
		});
		expect(await listLaporanSaya(kori)).toMatchObject({ value: { siap: [], kerja: [{ id: pekerjaanId }] } });
		const lagi = await id(
			mintaKertasKerja(kori, { instansiId: kota[0]?.id ?? 0, penilaianId: penilaian[0] ?? 0 }),
		);
		expect(lagi).toBe(pekerjaanId);
		await kerjakan();
		expect(await readPekerjaan(kori, pekerjaanId)).toMatchObject({
			value: { keadaan: 'selesai', selesai: 47, hasil: '/kerja/laporan' },
		});
		const l = await terakhir(kori);
		expect(Number(l.ukuran)).toBe(l.isi.byteLength);
		expect(l.isi.subarray(0, 5).toString()).toBe('%PDF-');
		expect(await listPemberitahuanSaya(kori)).toMatchObject({
			value: [{ jenis: 'laporan', rincian: { nama: l.nama }, tujuan: '/kerja/laporan' }],
		});
		const rekan = await kota[0]?.sebagai('rekan', {});
		if (rekan) expect(await unduhLaporan(rekan, l.id)).toEqual({ ok: false, reason: 'laporan_tidak_ada' });
		expect(await unduhLaporan(admin, l.id)).toEqual({ ok: false, reason: 'laporan_tidak_ada' });
		const dicabut = { ...kori, who: { ...kori.who, peran: [] } } as Ctx;
		expect(await unduhLaporan(dicabut, l.id)).toEqual({ ok: false, reason: 'laporan_tidak_ada' });
	});
	it('dikerjakan dua kali tetap satu berkas dan satu pemberitahuan', async () => {
		await kerjakan();
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from laporan`.execute(get().ctx.db);
		expect(rows[0]?.n).toBe(1);
		expect(await listPemberitahuanSaya(kori)).toMatchObject({ value: { length: 1 } });
	});
	it('buku ZIP: laporan tiap instansi dan ringkasannya', async () => {
		await id(mintaBuku(admin, { putaranId, bentuk: 'zip' }));
		await kerjakan();
		const { isi } = await terakhir(admin);
		const zip = await yauzl.fromBufferPromise(isi, { lazyEntries: true });
		const ada = new Map<string, Buffer>();
		for await (const e of zip.eachEntry())
			ada.set(e.fileName, await buffer(await zip.openReadStreamPromise(e)));
		expect([...ada.keys()].filter((n) => n.endsWith('.pdf'))).toHaveLength(3);
		expect(ada.has('00 ringkasan.xlsx')).toBe(true);
		for (const [nama, pdf] of ada) if (nama.endsWith('.pdf')) expect(infoPdf(pdf).Tagged, nama).toBe('yes');
	});
	it.skipIf(!adaPoppler)('buku satu PDF: tabel tertinggi lebih dulu, lalu tiap instansi', async () => {
		await id(mintaBuku(admin, { putaranId, bentuk: 'pdf' }));
		await kerjakan();
		const { isi } = await terakhir(admin);
		expect(infoPdf(isi).Tagged).toBe('yes');
		const teks = bacaPdf(isi);
		expect(teks).toMatch(/1\s+kota-uji-\S+\s+Kota\s+4,00/);
		expect(teks).toMatch(/2\s+kota-uji-\S+\s+Kota\s+3,00/);
		expect(teks.match(/Penilaian mandiri /g)?.length).toBeGreaterThanOrEqual(3);
	});
	it.skipIf(!adaSoffice)(
		'XLSX putaran nasional dibaca LibreOffice: instansi dan setiap nilai',
		async () => {
			const hasil = await unduhLembarNasional(admin, putaranId);
			if (!hasil.ok) throw new Error(hasil.reason);
			const csv = bacaXlsxLuar(await isiBerkas(hasil.value));
			expect(csv.get('Instansi')?.split('\n')[1]).toMatch(/,4,Sangat Baik,4,4,4,4/);
			expect(csv.get('Nilai')?.trim().split('\n')).toHaveLength(1 + 2 * 47);
			expect(await unduhLembarNasional(kori, putaranId)).toMatchObject({ reason: 'tidak_berwenang' });
			expect(await unduhLembarNasional(admin, 999_999)).toMatchObject({ reason: 'penilaian_tidak_ada' });
		},
		120_000,
	);
	it('yang tidak berwenang ditolak seketika, tanpa pekerjaan', async () => {
		const banyak = jobs.tugas.length;
		expect(await mintaBuku(kori, { putaranId, bentuk: 'zip' })).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await mintaBuku(admin, { putaranId: 999_999, bentuk: 'zip' })).toMatchObject({
			reason: 'penilaian_tidak_ada',
		});
		expect(
			await mintaKertasKerja(kori, { instansiId: kota[1]?.id ?? 0, penilaianId: penilaian[1] ?? 0 }),
		).toMatchObject({ reason: 'tidak_berwenang' });
		expect(jobs.tugas).toHaveLength(banyak);
	});
	it('yang lewat masanya hilang dari daftar dan dihapus', async () => {
		const { ctx } = get();
		const l = await terakhir(admin);
		const nanti = { ...admin, clock: () => new Date(ctx.clock().getTime() + 8 * 86_400_000) };
		expect(await unduhLaporan(nanti, l.id)).toMatchObject({ reason: 'laporan_tidak_ada' });
		expect(await listLaporanSaya(nanti)).toMatchObject({ value: { siap: [] } });
		await forgetLama(nanti);
		const { rows } = await sql<{ n: number }>`select count(*)::int as n from laporan_potong`.execute(ctx.db);
		expect(rows[0]?.n).toBe(0);
	});
	it('hak yang dicabut sebelum dikerjakan menggagalkannya, tanpa berkas', async () => {
		const { db, clock } = get().ctx;
		const pekerjaanId = await id(mintaBuku(admin, { putaranId, bentuk: 'pdf' }));
		await db.updateTable('peran').set({ dicabut: clock() }).where('peran', '=', 'admin_nasional').execute();
		await kerjakan();
		expect(await readPekerjaan(admin, pekerjaanId)).toMatchObject({
			value: { keadaan: 'gagal', galat: 'tidak_berwenang' },
		});
	});
	it('urutan menurut angka, yang belum berindeks terakhir', () => {
		const p = (nama: string, indeks: string | null) => ({
			nama,
			jenis: 'kota',
			tahap: 'mandiri',
			terjawab: 0,
			putaran: '',
			tahun: 2026,
			skor: indeks === null ? null : { indeks, rentang: null, predikat: null, domain: {}, aspek: {} },
		});
		expect(
			urutIndeks([p('a', '2.99'), p('b', null), p('c', '3.05'), p('d', '3.05')]).map((x) => x.nama),
		).toEqual(['c', 'd', 'a', 'b']);
		expect(formatAngka('3.05', 'id')).toBe('3,05');
	});
});
