import { describe, expect, it } from 'vitest';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { compare, listIndikator, pecahan, score } from '#scoring';
import { reportTindakan } from '../tindakan/report-tindakan.ts';
import { saveTindakan } from '../tindakan/save-tindakan.ts';
import { openSusun } from './open-susun.ts';
import { pickTerbaru } from './read-awal.ts';
import { readBahan } from './read-bahan.ts';
import { readBanding, readRencana } from './read-simpanan.ts';
import { readOngkos, saveOngkos } from './save-ongkos.ts';
import { saveRencana } from './save-rencana.ts';
import { readSasaran, removeSasaran, saveSasaran } from './save-sasaran.ts';
import { rankOf } from './simpanan.rules.ts';
import { openSimulasi, readBerkasSimulasi, saveSkenario } from './simulasi.ts';
import { sumRupiah, susunTabel } from './tabel-ongkos.rules.ts';

describe('titik awal', () => {
	it.each([
		[
			'tahun terbaru, yang paling terisi',
			[
				[2026, 0],
				[2026, 3],
				[2022, 47],
			],
			1,
		],
		[
			'yang kosong mengalah kepada tahun sebelumnya',
			[
				[2026, 0],
				[2022, 47],
			],
			1,
		],
		[
			'semuanya kosong: yang terbaru',
			[
				[2026, 0],
				[2025, 0],
			],
			0,
		],
	] as const)('%s', (_, daftar, n) => {
		const semua = daftar.map(([tahun, terjawab]) => ({ tahun, terjawab }));
		expect(pickTerbaru(semua)).toBe(semua[n]);
	});
});

describe('peringkat di lapangan tahun lalu', () => {
	it.each([
		[500, 0],
		[320, 1],
		[319, 3],
		[100, 4],
	])('%i: %i di atasnya; yang sama berbagi peringkat', (indeks, diAtas) =>
		expect(rankOf({ tahun: 2024, indeks: [400, 320, 320, 200] }, indeks)).toEqual({
			tahun: 2024,
			diAtas,
			dari: 5,
		}),
	);
	it('tanpa daftar tidak ada peringkat', () => expect(rankOf(null, 300)).toBeNull());
});

describe('tabel ongkos', () => {
	const bawaan = {
		I01: [1, 2].map((biaya) => ({ biaya, hari: 5, bulan: 1, layak: true, peluang: { beri: 1, dari: 2 } })),
	};
	const isi = {
		indikator: 'I01',
		dari: 2,
		usaha: 9,
		rupiah: 500,
		hari: null,
		bulan: 4,
		peluang: 700,
		layak: true,
	};
	it('isian mengganti anggapan, yang kosong tetap anggapan', () => {
		const { I01 } = susunTabel(bawaan, [2, 3], [isi], 'usaha');
		expect(I01?.[0]).toEqual(bawaan.I01[0]);
		expect(I01?.[1]).toEqual({
			biaya: 9,
			hari: 5,
			bulan: 4,
			layak: true,
			peluang: { beri: 700, dari: 1000 },
		});
	});
	it('dalam rupiah yang belum diberi rupiah tidak dapat direncanakan, bukan gratis', () => {
		const { I01 } = susunTabel(bawaan, [2, 3], [isi], 'rupiah');
		expect(I01?.map((l) => [l.layak, l.biaya])).toEqual([
			[false, 0],
			[true, 500],
		]);
	});
	it('jumlah rupiah hanya bila semua langkahnya diisi', () => {
		expect(sumRupiah([isi], 'I01', 200, 300)).toBe(500);
		expect(sumRupiah([isi], 'I01', 100, 300)).toBeNull();
	});
});

async function buatIsi(ctx: Ctx) {
	const kota = await buatKota(ctx);
	const koordinator = await kota.sebagai('budi', { peran: 'koordinator' });
	const tahap = [{ tahap: 'mandiri' as const, mulai: '2000-01-01', selesai: '2099-12-31' }];
	const p = {
		instansiId: kota.id,
		nama: 'Kini',
		tahun: 2026,
		jenis: 'evaluasi' as const,
		instrumen: 'spbe-2020',
		tahap,
	};
	const buka = await openPutaran(koordinator, p);
	if (!buka.ok) return expect.fail(buka.reason);
	const penilaianId = buka.value.penilaianId;
	await isiSemua(koordinator, { instansiId: kota.id, penilaianId, instrumen: 'spbe-2020', nilai: '3' });
	return { kota, koordinator, instansiId: kota.id };
}

const bahanAwal = (ctx: Ctx, instansiId: number) => readBahan(ctx, ctx.who as Orang, instansiId, {});

describeDatabase('sasaran', (get) => {
	it('ditetapkan per tahun dan simpul, mengganti yang lama, dan menjadi tujuan rencana', async () => {
		const { kota, koordinator, instansiId } = await buatIsi(get().ctx);
		const tahun = String(get().ctx.clock().getUTCFullYear());
		const isi = { instansiId, tahun, simpul: 'indeks', nilai: '3,05', alasan: 'RPJMD' };
		expect((await saveSasaran(koordinator, { ...isi, nilai: '3,5' })).ok).toBe(true);
		expect((await saveSasaran(koordinator, isi)).ok).toBe(true);
		expect((await saveSasaran(koordinator, { ...isi, simpul: 'setiap', nilai: '3' })).ok).toBe(true);
		for (const [ubah, reason] of [
			[{ nilai: '5,5' }, 'nilai_sasaran_salah'],
			[{ nilai: '3.205' }, 'nilai_sasaran_salah'],
			[{ nilai: 'tinggi' }, 'nilai_sasaran_salah'],
			[{ simpul: 'setiap', nilai: '3,5' }, 'nilai_sasaran_salah'],
			[{ simpul: 'D9' }, 'simpul_tidak_ada'],
			[{ tahun: '26' }, 'tahun_salah'],
		] as const)
			expect(await saveSasaran(koordinator, { ...isi, ...ubah })).toEqual({ ok: false, reason });
		const baca = await readSasaran(koordinator, { instansiId });
		expect(baca.ok && baca.value.sasaran.map((s) => [s.simpul, s.nilai, s.oleh])).toEqual([
			['indeks', 305, 'budi'],
			['setiap', 300, 'budi'],
		]);
		const rencana = await readRencana(koordinator, { instansiId });
		expect(rencana.ok && rencana.value.awal.sasaran).toEqual({
			nilai: '3.05',
			asal: 'sendiri',
			sumber: 'budi',
		});
		const susun = await openSusun(koordinator, { instansiId, kueri: {} });
		expect(susun.ok && susun.value.kueri).toEqual({ target: '3,05', min: '3' });
		const pimpinan = await kota.sebagai('wali', { peran: 'pimpinan' });
		expect(await saveSasaran(pimpinan, isi)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await removeSasaran(pimpinan, isi)).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await removeSasaran(koordinator, isi)).toEqual({ ok: true });
		expect(await removeSasaran(koordinator, isi)).toMatchObject({ reason: 'sasaran_tidak_ada' });
	});
});

describeDatabase('sasaran domain, aspek, dan indikator dalam rencana', (get) => {
	it('menjadi kendala rencana, dapat diubah pada alamat, dan yang tidak terbaca disebut', async () => {
		const { koordinator, instansiId } = await buatIsi(get().ctx);
		const tahun = String(get().ctx.clock().getUTCFullYear());
		for (const [simpul, nilai] of [
			['D2', '3,1'],
			['I29', '4'],
		] as const)
			expect((await saveSasaran(koordinator, { instansiId, tahun, simpul, nilai, alasan: '' })).ok).toBe(
				true,
			);
		const buka = await openSusun(koordinator, { instansiId, kueri: {} });
		if (!buka.ok || buka.value.hasil?.keadaan !== 'ada') return expect.fail('tanpa rencana');
		expect(buka.value.kueri.sasaran).toBe('D2=3,10 I29=4,00');
		const { langkah, kepastian } = buka.value.hasil.hasil;
		expect(kepastian?.optimal).toBe(true);
		expect(langkah.find((l) => l.indikator === 'I29')?.ke).toBe(400);
		const { instrumen } = (await bahanAwal(koordinator, instansiId)).awal;
		const nanti = Object.fromEntries(
			listIndikator(instrumen).map(({ id }) => [id, langkah.find((l) => l.indikator === id)?.ke ?? 300]),
		);
		const domain = score(instrumen, nanti).simpul.anak.find(({ id }) => id === 'D2')?.nilai;
		expect(domain && compare(domain, pecahan(31, 10))).not.toBe(-1);
		const tanpa = await openSusun(koordinator, { instansiId, kueri: { target: '3' } });
		expect(tanpa.ok && tanpa.value.kueri.sasaran).toBeUndefined();
		const rusak = await openSusun(koordinator, { instansiId, kueri: { sasaran: 'D2=3,1, X9=3 I29=7' } });
		expect(rusak.ok && rusak.value.masalah).toMatchObject([
			{ medan: 'sasaran', pesan: { id: expect.stringContaining('X9=3, I29=7') } },
		]);
	});

	it('bila tidak ada satu yang cukup, dua kendala ditawarkan sekaligus dan alamatnya memberi rencana', async () => {
		const { koordinator, instansiId } = await buatIsi(get().ctx);
		const kueri = { sasaran: 'I29=4', min: '4', anggaran: '3', kecuali: 'I29' };
		const buka = await openSusun(koordinator, { instansiId, kueri });
		if (!buka.ok || buka.value.hasil?.keadaan !== 'tidak_layak') return expect.fail('seharusnya tidak layak');
		const { pelonggaran, berdua, lengkap } = buka.value.hasil;
		expect([berdua, lengkap]).toEqual([true, true]);
		expect(pelonggaran.length).toBeGreaterThan(0);
		for (const p of pelonggaran) {
			const lagi = await openSusun(koordinator, {
				instansiId,
				kueri: Object.fromEntries(new URLSearchParams(p.kueri)),
			});
			expect(lagi.ok && lagi.value.hasil?.keadaan, p.kalimat.id).toBe('ada');
			expect(p.kalimat.id).toContain('; dan ');
		}
	});
});

describeDatabase('ongkos langkah', (get) => {
	it('hanya yang berbeda dari anggapan yang disimpan, dan rencana memakainya', async () => {
		const { kota, koordinator, instansiId } = await buatIsi(get().ctx);
		const baca = await readOngkos(koordinator, { instansiId, kueri: {}, indikator: 'I19' });
		const langkah = baca.ok ? (baca.value.baris[0]?.langkah ?? []) : [];
		const anggapan = Object.fromEntries(
			langkah.flatMap(({ dari, bawaan: b }) => [
				[`usaha-${dari}`, String(b.usaha)],
				[`hari-${dari}`, String(b.hari)],
				[`bulan-${dari}`, String(b.bulan)],
				[`peluang-${dari}`, b.peluang],
				[`layak-${dari}`, 'ya'],
			]),
		);
		const kunci = { instansiId, instrumen: 'spbe-2020', indikator: 'I19' };
		expect(await saveOngkos(koordinator, { ...kunci, isian: anggapan })).toEqual({
			ok: true,
			value: { banyak: 0 },
		});
		const isian = { ...anggapan, 'usaha-3': '1000', 'rupiah-3': 'Rp 150.000.000' };
		expect(await saveOngkos(koordinator, { ...kunci, isian })).toEqual({ ok: true, value: { banyak: 1 } });
		const salah = await saveOngkos(koordinator, {
			...kunci,
			isian: { ...isian, 'rupiah-3': '1.500', 'hari-3': '-1' },
		});
		expect(salah).toMatchObject({
			reason: 'isian_ongkos_salah',
			masalah: [{ medan: 'rupiah-3' }, { medan: 'hari-3' }],
		});
		const lagi = await readOngkos(koordinator, { instansiId, kueri: {}, indikator: 'I19' });
		const milik = lagi.ok && lagi.value.baris[0]?.langkah.flatMap((l) => l.milik ?? []);
		expect(milik).toMatchObject([{ dari: 3, usaha: 1000, rupiah: 150_000_000, hari: null, layak: true }]);
		const susun = await openSusun(koordinator, { instansiId, kueri: { tetap: 'I19=4', target: '3,02' } });
		const hasil = susun.ok ? susun.value.hasil : null;
		const satu =
			hasil?.keadaan === 'ada' ? hasil.hasil.langkah.find((l) => l.indikator === 'I19') : undefined;
		expect(satu).toMatchObject({ biaya: 1000, rupiah: 150_000_000 });
		const rupiah = await openSusun(koordinator, { instansiId, kueri: { satuan: 'rupiah', target: '3,02' } });
		const dalam = rupiah.ok ? rupiah.value.hasil : null;
		expect(dalam?.keadaan === 'ada' && dalam.hasil.langkah.map((l) => [l.indikator, l.biaya])).toEqual([
			['I19', 150_000_000],
		]);
		const auditor = await kota.sebagai('audit', { peran: 'auditor' });
		expect(await saveOngkos(auditor, { ...kunci, isian })).toMatchObject({ reason: 'tidak_berwenang' });
		expect(await saveOngkos(koordinator, { ...kunci, indikator: 'I99', isian })).toMatchObject({
			reason: 'indikator_tidak_ada',
		});
		expect(await saveOngkos(koordinator, { ...kunci, isian: anggapan })).toEqual({
			ok: true,
			value: { banyak: 0 },
		});
	});
});

describeDatabase('ongkos yang dipelajari dari tindakan tuntas', (get) => {
	it('disarankan per jenis indikator dengan banyaknya kasus, dan tidak mengubah rencana', async () => {
		const { koordinator, instansiId } = await buatIsi(get().ctx);
		const ongkosI19 = async () => {
			const baca = await readOngkos(koordinator, { instansiId, kueri: {}, indikator: 'I19' });
			return baca.ok ? baca.value.baris[0] : undefined;
		};
		const semula = await ongkosI19();
		expect(semula?.pelajaran).toBeNull();
		const kini = get().ctx.clock().getTime();
		const mulai = new Date(kini - 100 * 86_400_000).toISOString().slice(0, 10);
		for (const [realisasi, keadaan] of [
			[90_000_000n, 'selesai'],
			[null, 'berjalan'],
		] as const) {
			const tindakan = await saveTindakan(koordinator, {
				...{ instansiId, ubah: null, tahun: 2026, judul: 'Tim koordinasi', uraian: '', bukti: '' },
				...{
					indikator: 'I19',
					dari: 100,
					ke: 300,
					unitId: null,
					orangId: null,
					mulai,
					tenggat: '2099-12-31',
				},
				...{ program: '', kegiatan: '', subKegiatan: '', kodeRekening: '', sumberDana: '', pagu: null },
				...{ realisasi, menunggu: [] },
			});
			if (!tindakan.ok) return expect.fail(tindakan.reason);
			await reportTindakan(koordinator, { instansiId, id: tindakan.value.id, keadaan });
		}
		const sesudah = await ongkosI19();
		expect(sesudah?.pelajaran).toEqual({
			...{ banyak: 1, bulan: 2, rupiah: { nilai: 45_000_000, banyak: 1 } },
		});
		expect(sesudah?.langkah).toEqual(semula?.langkah);
	});
});

describeDatabase('simulasi dan perbandingan', (get) => {
	it('skenario disimpan dengan perubahannya dan disandingkan dengan rencana', async () => {
		const { koordinator, instansiId } = await buatIsi(get().ctx);
		const buka = await openSimulasi(koordinator, { instansiId, kueri: {} });
		if (!buka.ok) return expect.fail(buka.reason);
		const isian = { ...buka.value.isian, I11: '5', I15: '2' };
		const simpan = await saveSkenario(koordinator, {
			instansiId,
			kueri: {},
			isian,
			nama: 'Coba',
			alasan: '',
		});
		if (!simpan.ok) return expect.fail(simpan.reason);
		const kurang = await saveSkenario(koordinator, {
			instansiId,
			kueri: {},
			isian: { I11: '5' },
			nama: 'x',
			alasan: '',
		});
		expect(kurang).toEqual({ ok: false, reason: 'skenario_tidak_lengkap' });
		const berkas = (isi: string) =>
			readBerkasSimulasi(koordinator, { instansiId, kueri: { n: 'x' }, isi: new TextEncoder().encode(isi) });
		expect(await berkas('{"instrumen":"spbe-2020","nilai":{"I02":4}}')).toMatchObject({
			ok: true,
			value: { kueri: expect.stringMatching(/^n=1-4-+$/) },
		});
		expect(await berkas('{"instrumen":"pemdi-2026","nilai":{}}')).toMatchObject({
			reason: 'instrumen_berkas_lain',
		});
		expect(await berkas('{')).toMatchObject({ reason: 'berkas_ditolak' });
		expect(await berkas('')).toMatchObject({ reason: 'berkas_kosong' });
		const rencana = await saveRencana(koordinator, {
			instansiId,
			kueri: { target: '3,02' },
			nama: 'Rencana',
			alasan: '',
		});
		const id = [simpan.value.id, rencana.ok ? rencana.value.id : 0, 999_999];
		const banding = await readBanding(koordinator, { instansiId, id });
		if (!banding.ok) return expect.fail(banding.reason);
		const [skenario] = banding.value.daftar;
		expect(banding.value.daftar.map((d) => d.nama)).toEqual(['Coba', 'Rencana']);
		expect(skenario?.hasil.langkah.map((l) => [l.indikator, l.dari, l.ke, l.biaya === null])).toEqual([
			['I11', 300, 500, false],
			['I15', 300, 200, true],
		]);
		// both weigh 2.5 %: up two, down one
		expect(skenario?.hasil.persis).toBe('3.025');
		const beda = banding.value.beda.find((b) => b.id === 'I15');
		expect(beda).toMatchObject({ awal: '3', ke: ['2', '3'] });
		const seberang = await (await buatKota(get().ctx)).sebagai('lain', { peran: 'koordinator' });
		expect(await readBanding(seberang, { instansiId, id })).toMatchObject({ reason: 'tidak_berwenang' });
	});
});
