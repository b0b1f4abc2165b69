import { describe, expect, it } from 'vitest';
import { cariInstansi } from '#features/hasil/cari-instansi.ts';
import { projectDir } from '#platform/config.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { listIndikator } from '#scoring';
import { assignIndikator } from './assign-indikator.ts';
import { listAntrean } from './list-antrean.ts';
import { makeContoh } from './make-contoh.ts';
import { openPutaran } from './open-putaran.ts';
import { skorPenilaian, tautanWhatsapp } from './penilaian.rules.ts';
import { alatUji, buatKota, isiSemua, lakukan } from './penilaian.testing.ts';
import { readContoh } from './read-contoh.ts';

describe('angka rekaan instansi contoh', () => {
	const { nilai2022 } = readContoh(projectDir);
	const instrumen = alatUji('spbe-2020');
	const id = listIndikator(instrumen).map((i) => i.id);
	const { skor } = skorPenilaian(instrumen, 2022, new Map(id.map((i, n) => [i, (nilai2022[n] ?? 0) * 100])));
	it('menghasilkan angka Balikpapan 2022 yang dipublikasikan', () => {
		expect(skor).toMatchObject({
			indeks: '3.05',
			predikat: 'Baik',
			domain: { D2: '2.60' },
			aspek: { A2: '1.75', A3: '3.25', A4: '3.00', A5: '1.75', A6: '1.00', A7: '3.70' },
		});
		const nilai = (i: string) => nilai2022[id.indexOf(i)];
		expect([nilai('I35'), nilai('I29'), nilai('I30'), nilai('I31')]).toEqual([4, 1, 1, 1]);
		expect(['I45', 'I46', 'I47'].map(nilai)).toContain(4);
	});
});

describe('tautan WhatsApp', () => {
	it.each([
		['0812-3456-7890', 'https://wa.me/6281234567890?text=Halo%20%26%20salam'],
		['+62 812 3456 7890', 'https://wa.me/6281234567890?text=Halo%20%26%20salam'],
		['12345', null],
		[null, null],
	])('%s', (telepon, hasil) => expect(tautanWhatsapp(telepon, 'Halo & salam')).toBe(hasil));
});

describeDatabase('instansi contoh', (get) => {
	it('punya 6 kecamatan dan 34 kelurahan, satu tautan per peran, dan tidak tampil di halaman publik', async () => {
		const { ctx } = get();
		await buatKota(ctx); // brings the province
		const satu = await makeContoh(ctx);
		const dua = await makeContoh(ctx);
		expect(new Set(satu.masuk.map((m) => m.peran)).size).toBe(9);
		expect(dua.masuk.map((m) => m.nama)).toEqual(satu.masuk.map((m) => m.nama));
		expect(new Set([...satu.masuk, ...dua.masuk].map((m) => m.tautan)).size).toBe(20);
		const unit = await ctx.db.selectFrom('unit').select(['jenis']).execute();
		const banyak = (jenis: string) => unit.filter((u) => u.jenis === jenis).length;
		expect([banyak('kecamatan'), banyak('kelurahan')]).toEqual([6, 34]);
		expect(await cariInstansi(ctx, 'Balikpapan contoh')).toEqual([]);
		await expect(makeContoh({ ...ctx, who: { jenis: 'publik' } })).rejects.toThrow('operator');
	});
});

describeDatabase('isi instansi contoh', (get) => {
	it('ada sesuatu di setiap ruang, dan semuanya mengaku contoh atau rekaan', async () => {
		const { ctx } = get();
		await buatKota(ctx);
		await makeContoh(ctx);
		const bukti = await ctx.db.selectFrom('bukti').select('status').execute();
		const revisi = await ctx.db.selectFrom('bukti_revisi').select('judul').execute();
		expect(new Set(bukti.map((b) => b.status))).toEqual(
			new Set(['draf', 'diajukan', 'diterima', 'dikembalikan']),
		);
		const kebijakan = await ctx.db.selectFrom('kebijakan_versi').select(['status', 'judul']).execute();
		expect(kebijakan.map((k) => k.status).sort()).toEqual(['berlaku', 'berlaku', 'ditetapkan', 'draf']);
		const keputusan = await ctx.db.selectFrom('keputusan').select('isi').execute();
		const nilai = await ctx.db
			.selectFrom('nilai')
			.select('analisis')
			.where('indikator', '=', 'I24')
			.execute();
		const teks = [...revisi, ...kebijakan].map((b) => b.judul);
		for (const isi of [...teks, ...keputusan.map((k) => k.isi), ...nilai.map((n) => n.analisis)])
			expect(isi.toLowerCase()).toMatch(/contoh|rekaan/);
		const banyak = async (tabel: 'tugas' | 'cakupan' | 'kebijakan_reviu') =>
			(await ctx.db.selectFrom(tabel).select('instansi_id').execute()).length;
		expect([await banyak('tugas'), await banyak('cakupan'), await banyak('kebijakan_reviu')]).toEqual([
			2, 8, 1,
		]);
	});
});

describeDatabase('antrean menurut peran', (get) => {
	it('tiap orang melihat gilirannya saja, dari pengisian sampai penetapan', async () => {
		const kota = await buatKota(get().ctx);
		const unit = await kota.unit('Kelurahan Damai');
		const orang = {
			koordinator: await kota.sebagai('koordinator', {}),
			pj: await kota.sebagai('pj', { peran: 'penanggung_jawab' }),
			internal: await kota.sebagai('internal', { peran: 'asesor_internal' }),
			operator: await kota.sebagai('operator', { peran: 'operator', unitId: unit.id, jalur: unit.jalur }),
			auditor: await kota.sebagai('auditor', { peran: 'auditor' }),
		};
		const buka = await openPutaran(orang.koordinator, {
			instansiId: kota.id,
			nama: 'Latihan',
			tahun: 2026,
			jenis: 'pemantauan',
			instrumen: 'pemdi-2026',
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		const kunci = { instansiId: kota.id, penilaianId: buka.ok ? buka.value.penilaianId : 0 };
		await assignIndikator(orang.koordinator, {
			...kunci,
			indikator: ['I01'],
			unitId: unit.id,
			tenggat: '2026-11-20',
		});
		const giliran = async () =>
			Object.fromEntries(
				await Promise.all(
					Object.entries(orang).map(async ([nama, ctx]) => [
						nama,
						(await listAntrean(ctx, kota.id)).antrean.map((a) => a.jenis),
					]),
				),
			);
		const kosong = { koordinator: [], pj: [], internal: [], operator: [], auditor: [] };
		const lengkapi = ['lengkapi'];
		expect(await giliran()).toEqual({
			...kosong,
			koordinator: lengkapi,
			pj: lengkapi,
			internal: lengkapi,
			operator: ['jawab'],
		});
		const { terlambat } = await listAntrean(orang.koordinator, kota.id);
		expect(terlambat?.map((t) => [t.unit, t.indikator, t.hari])).toEqual([['Kelurahan Damai', ['I01'], 4]]);
		expect((await listAntrean(orang.operator, kota.id)).terlambat).toBeNull();
		await isiSemua(orang.koordinator, { ...kunci, instrumen: 'pemdi-2026', nilai: '3' });
		expect(await giliran()).toEqual(kosong);
		await lakukan(orang.koordinator, kunci, 'serahkan');
		expect(await giliran()).toEqual({ ...kosong, pj: ['setujui'] });
		await lakukan(orang.pj, kunci, 'setujui');
		expect(await giliran()).toEqual({ ...kosong, koordinator: ['tandatangani'] });
		await lakukan(orang.koordinator, kunci, 'tandatangani');
		expect(await giliran()).toEqual({ ...kosong, koordinator: ['kirim'] });
		await lakukan(orang.koordinator, kunci, 'kirim');
		const bertiga = (jenis: string) => ({ ...kosong, koordinator: [jenis], pj: [jenis], internal: [jenis] });
		expect(await giliran()).toEqual(bertiga('majukan'));
		await lakukan(orang.internal, kunci, 'majukan');
		expect(await giliran()).toEqual(bertiga('reviu'));
	});
});
