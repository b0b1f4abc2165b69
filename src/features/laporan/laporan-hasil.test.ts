import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getInstansiHasil } from '#features/hasil/get-instansi-hasil.ts';
import type { HasilTahun, IdentitasInstansi } from '#features/hasil/instansi-hasil.schema.ts';
import { muatAwal } from '#features/hasil/muat-awal.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Database } from '#platform/database/database.ts';
import { openTestPglite, testCtx } from '#platform/database/testing.ts';
import { formatAngka } from '#ui/format.ts';
import { getRilis, unduhRilis } from './get-rilis.ts';
import {
	adaPoppler,
	adaSoffice,
	bacaDocxLuar,
	bacaPdf,
	bacaXlsxLuar,
	infoPdf,
	isiBerkas,
} from './laporan.testing.ts';
import { susunRilis } from './rilis.rules.ts';
import { rangkai, sebutInstansi } from './sebutan.rules.ts';
import { unduhLaporanHasil } from './unduh-laporan-hasil.ts';

let db: Database;
let ctx: Ctx;
beforeAll(async () => {
	db = await openTestPglite();
	ctx = testCtx(db);
	await muatAwal(ctx, () => {});
}, 120_000);
afterAll(() => db.close());

const bacaRilis = async (slug: string, tahun: number) => {
	const hasil = await getRilis(ctx, { slug, tahun });
	if (!hasil.ok) throw new Error(hasil.reason);
	return { ...hasil.value, teks: [hasil.value.judul, ...hasil.value.paragraf].join('\n') };
};

describe('rilis pers', () => {
	it('Kota Balikpapan 2022: hasil, naik, klaim, kekuatan, kelemahan, kedua target, terima kasih', async () => {
		const { judul, teks, catatan } = await bacaRilis('kota-balikpapan', 2022);
		expect(judul).toBe('Indeks SPBE Kota Balikpapan Tahun 2022 Naik Menjadi 3,05, Predikat Baik');
		expect(teks).toContain('BALIKPAPAN – Pemerintah Kota Balikpapan memperoleh indeks');
		expect(teks).toContain('naik 0,61 poin dibandingkan tahun 2021 yang sebesar 2,44');
		expect(teks).toContain('tertinggi di Kalimantan Timur');
		expect(teks).toMatch(/menonjol.*Layanan Administrasi Pemerintahan Berbasis Elektronik \(3,70\)/);
		expect(teks).toMatch(
			/diperkuat.*Pelaksanaan Audit TIK \(1,00\), Penerapan Manajemen SPBE \(1,75\), dan Perencanaan Strategis SPBE \(1,75\)/,
		);
		expect(teks).toContain('melampaui target nasional 2,60 dengan selisih 0,45');
		expect(teks).toContain('belum mencapai target yang ditetapkannya sendiri 3,10; kurang 0,05');
		expect(teks).toContain(
			'kepada Wali Kota Balikpapan, Sekretaris Daerah selaku Koordinator SPBE, seluruh perangkat daerah, kecamatan, dan kelurahan',
		);
		expect(teks).not.toMatch(/Peringkatnya \d/);
		expect(catatan.join(' ')).toContain('peringkat tidak dihitung');
	});
	it('tahun dengan daftar lengkap menyebut peringkat', async () => {
		expect((await bacaRilis('kota-balikpapan', 2024)).teks).toContain(
			'Peringkatnya 1 dari 11 di Kalimantan Timur',
		);
	});
	it('tanpa tahun sebelumnya tidak menyebut perubahan', async () => {
		const { judul, teks, catatan } = await bacaRilis('kota-balikpapan', 2021);
		expect(judul).toContain('Sebesar 2,44');
		expect(teks).not.toMatch(/dibandingkan tahun|sama dengan tahun/);
		expect(catatan.join(' ')).toContain('perubahan tidak disebut');
	});
	it('setiap hasil 2024: angka dan arah sama dengan data, tanpa kata yang tidak cocok bagi jenisnya', async () => {
		const daftar = await db.kysely
			.selectFrom('hasil')
			.innerJoin('instansi', 'instansi.id', 'hasil.instansi_id')
			.select(['slug', 'jenis', 'nama', 'indeks', 'predikat', 'selisih', 'indeks_lalu as lalu'])
			.where('tahun', '=', 2024)
			.orderBy('slug')
			.execute();
		expect(daftar.length).toBeGreaterThan(600);
		const lihat = { naik: 0, turun: 0, tetap: 0 };
		for (const [n, h] of daftar.entries()) {
			if (n % 4 !== 0 && (h.selisih ?? 1) > 0) continue; // every fall and standstill, a quarter of the rises
			const { judul, teks } = await bacaRilis(h.slug, 2024);
			expect(teks).toContain(`sebesar ${formatAngka(h.indeks, 'id')} dengan predikat ${h.predikat}`);
			if (h.selisih !== null && h.lalu !== null) {
				const besar = formatAngka(Math.abs(h.selisih), 'id');
				if (h.selisih > 0) expect(teks, h.slug).toContain(`naik ${besar} poin`);
				else if (h.selisih < 0)
					expect(teks, h.slug).toContain(
						`turun ${besar} poin dibandingkan tahun 2023, dari ${formatAngka(h.lalu, 'id')}`,
					);
				else expect(judul, h.slug).toContain('Tetap');
				lihat[h.selisih > 0 ? 'naik' : h.selisih < 0 ? 'turun' : 'tetap']++;
			}
			if (h.selisih !== null && h.selisih < 0) expect(judul).not.toContain('Naik');
			if (!['kota', 'kabupaten'].includes(h.jenis))
				expect(teks, h.slug).not.toMatch(/kelurahan|kecamatan|Bupati|Wali Kota/);
			if (!['kota', 'kabupaten', 'provinsi'].includes(h.jenis))
				expect(teks, h.slug).not.toMatch(/Sekretaris Daerah|perangkat daerah/);
			expect(teks).not.toMatch(/undefined|NaN|null|\d\.\d\d/);
		}
		expect(lihat.turun).toBeGreaterThan(20);
		expect(lihat.naik).toBeGreaterThan(50);
	}, 120_000);
	it.each([
		[
			'kota',
			'Kota Balikpapan',
			'64',
			'Pemerintah Kota Balikpapan',
			'Wali Kota Balikpapan',
			/kecamatan, dan kelurahan$/,
		],
		[
			'kabupaten',
			'Kabupaten Paser',
			'64',
			'Pemerintah Kabupaten Paser',
			'Bupati Paser',
			/kecamatan, kelurahan, dan desa$/,
		],
		[
			'kabupaten',
			'Kabupaten Biak Numfor',
			'91',
			'Pemerintah Kabupaten Biak Numfor',
			'Bupati Biak Numfor',
			/distrik, kelurahan, dan kampung$/,
		],
		[
			'provinsi',
			'Provinsi Aceh',
			'11',
			'Pemerintah Provinsi Aceh',
			'Gubernur Aceh',
			/unit pelaksana teknis$/,
		],
		[
			'kementerian',
			'Kementerian Sosial',
			null,
			'Kementerian Sosial',
			'Menteri',
			/seluruh unit kerja, dan unit pelaksana teknis$/,
		],
		[
			'lpnk',
			'Badan Pusat Statistik',
			null,
			'Badan Pusat Statistik',
			'Pimpinan Badan Pusat Statistik',
			/seluruh unit kerja/,
		],
	] as const)('sebutan %s %s', (jenis, nama, provinsiKode, sebutan, pimpinan, akhir) => {
		const s = sebutInstansi({ jenis, nama, provinsiKode }, 'SPBE');
		expect([s.nama, s.pimpinan]).toEqual([sebutan, pimpinan]);
		expect(rangkai(s.terimaKasih)).toMatch(akhir);
	});
	it('hasil yang meragukan diperingatkan di catatan, bukan di teksnya', async () => {
		const terbit = await getInstansiHasil(ctx, { slug: 'kota-balikpapan', tahun: 2024 });
		if (!terbit.ok || !terbit.value.hasil) throw new Error('tidak ada');
		const ragu: HasilTahun = {
			...terbit.value.hasil,
			status: 'meragukan',
			alasanKalimat: { id: 'Domain kosong.', en: '' },
		};
		const rilis = susunRilis(terbit.value.instansi as IdentitasInstansi, ragu, 'Peraturan X');
		expect(rilis.catatan[0]).toMatch(/meragukan: Domain kosong/);
	});
	it('tahun dan instansi yang tidak ada ditolak', async () => {
		expect(await getRilis(ctx, { slug: 'kota-balikpapan', tahun: 1999 })).toEqual({
			ok: false,
			reason: 'tahun_tidak_ada',
		});
		expect(await getRilis(ctx, { slug: 'kota-x', tahun: 2024 })).toEqual({
			ok: false,
			reason: 'instansi_tidak_ada',
		});
	});
	it.skipIf(!adaSoffice)(
		'DOCX dibaca LibreOffice dengan teks yang sama',
		async () => {
			const { paragraf, judul } = await bacaRilis('kota-balikpapan', 2022);
			const berkas = await unduhRilis(ctx, { slug: 'kota-balikpapan', tahun: 2022 });
			if (!berkas.ok) throw new Error(berkas.reason);
			const teks = bacaDocxLuar(await isiBerkas(berkas.value));
			for (const p of [judul, ...paragraf]) expect(teks).toContain(p);
		},
		120_000,
	);
});

describe('laporan hasil yang diumumkan', () => {
	const unduh = async (format: 'pdf' | 'xlsx', tahun: number, slug = 'kota-balikpapan', arsip = false) => {
		const hasil = await unduhLaporanHasil(ctx, { slug, tahun, format, arsip });
		if (!hasil.ok) throw new Error(hasil.reason);
		return hasil.value;
	};
	it.skipIf(!adaPoppler)('PDF memuat angka halaman instansi, dengan turunan ditandai', async () => {
		const isi = await isiBerkas(await unduh('pdf', 2022));
		expect(infoPdf(isi).Tagged).toBe('yes');
		const teks = bacaPdf(isi);
		const satu = teks.replace(/\s+/g, ' ');
		for (const potong of [
			'3,05',
			'+0,61 dari 2021 (2,44)',
			'Ringkasan eksekutif',
			'Metode',
			'Rerata nasional',
			'Kekuatan dan kelemahan',
			'Rekomendasi',
			'Tabel indikator',
			'web.balikpapan.go.id/berita/read/9229',
		])
			expect(satu).toContain(potong);
		const terbit = await getInstansiHasil(ctx, { slug: 'kota-balikpapan', tahun: 2022 });
		if (!terbit.ok || !terbit.value.hasil) throw new Error('tidak ada');
		for (const s of terbit.value.hasil.simpul.filter(
			(x) => x.jenis !== 'indikator' && x.asal !== 'rentang',
		)) {
			const baris = teks
				.split('\n')
				.filter((b) => b.trim().startsWith(`${s.id} `))
				.join('\n');
			expect(baris, s.id).toContain(formatAngka(s.min, 'id'));
			expect(baris, s.id).toContain(s.asal);
		}
	});
	it.skipIf(!adaPoppler)('tiap instrumen dan tahun, juga yang hanya berindeks, tercetak', async () => {
		for (const [slug, tahun] of [
			['kota-denpasar', 2018],
			['kota-balikpapan', 2021],
			['kota-balikpapan', 2023],
		] as const)
			expect(bacaPdf(await isiBerkas(await unduh('pdf', tahun, slug)))).toContain(`Tahun ${tahun}`);
	});
	it('salinan arsip adalah PDF/A', async () => {
		const isi = await isiBerkas(await unduh('pdf', 2024, 'kota-balikpapan', true));
		expect(isi.toString('latin1')).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
	});
	it.skipIf(!adaSoffice)(
		'XLSX dibaca LibreOffice dengan angka yang sama',
		async () => {
			const csv = bacaXlsxLuar(await isiBerkas(await unduh('xlsx', 2024)));
			expect(csv.get('Ringkasan')).toContain('Indeks,3.96');
			expect(csv.get('Domain dan aspek')).toMatch(/D3,Manajemen SPBE,,16\.5,2\.64,2\.64,diumumkan/);
			expect(csv.get('Rerata')).toContain('nasional,diumumkan,indeks,3.12');
		},
		120_000,
	);
});
