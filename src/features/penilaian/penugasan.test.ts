import { expect, it } from 'vitest';
import { insertPeran } from '#features/akun/peran.store.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { assignIndikator } from './assign-indikator.ts';
import { listAntrean } from './list-antrean.ts';
import { openPutaran } from './open-putaran.ts';
import { buatKota, titip } from './penilaian.testing.ts';

const idOf = (ctx: Ctx) => (ctx.who.jenis === 'orang' ? ctx.who.id : 0);

describeDatabase('penugasan sampai orang dan tingkat', (get) => {
	async function siap() {
		const { ctx } = get();
		const kota = await buatKota(ctx);
		const damai = await kota.unit('Kelurahan Damai');
		const sepinggan = await kota.unit('Kelurahan Sepinggan');
		const operator = async (nama: string, unit: typeof damai) => {
			const dia = await kota.sebagai(nama, { peran: 'operator', unitId: unit.id, jalur: unit.jalur });
			await ctx.db.transaction().execute((trx) =>
				insertPeran(trx, {
					orangId: idOf(dia),
					peran: 'operator',
					instansiId: kota.id,
					unitId: unit.id,
					diberi: ctx.clock(),
					oleh: null,
				}),
			);
			return dia;
		};
		const koordinator = await kota.sebagai('kori', { peran: 'koordinator' });
		const buka = await openPutaran(koordinator, {
			instansiId: kota.id,
			nama: 'Latihan',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'spbe-2020',
			tahap: [{ tahap: 'mandiri', mulai: '2026-07-01', selesai: '2026-12-31' }],
		});
		if (!buka.ok) throw new Error(buka.reason);
		const tempat = { instansiId: kota.id, penilaianId: buka.value.penilaianId };
		return {
			kota,
			damai,
			koordinator,
			tempat,
			ani: await operator('ani', damai),
			budi: await operator('budi', damai),
			cici: await operator('cici', sepinggan),
			antrean: async (ctx: Ctx) =>
				(await listAntrean(ctx, kota.id)).antrean.map((a) => [a.jenis, a.indikator, a.banyak]),
		};
	}

	it('yang diberikan kepada satu orang hanya ada di antreannya, dan hanya ia yang diingatkan', async () => {
		const { koordinator, tempat, damai, ani, budi, antrean, kota } = await siap();
		const beri = { ...tempat, unitId: damai.id, tenggat: '2026-11-20' };
		expect(
			await assignIndikator(koordinator, { ...beri, indikator: ['I01'], orangId: idOf(ani) }),
		).toMatchObject({ ok: true });
		expect(await antrean(ani)).toEqual([['jawab', 'I01', null]]);
		expect(await antrean(budi)).toEqual([]);
		const terlambat = async () =>
			(await listAntrean(koordinator, kota.id)).terlambat?.map((t) => t.orang.map((o) => o.nama));
		expect(await terlambat()).toEqual([['ani']]);
		await assignIndikator(koordinator, { ...beri, indikator: ['I02'] });
		expect(await antrean(budi)).toEqual([['jawab', 'I02', null]]);
		expect(await terlambat()).toEqual([['ani', 'budi']]);
	});

	it('bukti satu tingkat selesai begitu diajukan; indikatornya tetap ditugaskan terpisah', async () => {
		const { koordinator, tempat, damai, ani, antrean } = await siap();
		const beri = { ...tempat, unitId: damai.id, tenggat: null, indikator: ['I03'] };
		await assignIndikator(koordinator, { ...beri, tingkat: 2 });
		expect(await antrean(ani)).toEqual([['unggah', 'I03', 2]]);
		const bukti = {
			...tempat,
			indikator: 'I03',
			tingkat: 2,
			judul: 'Perwali 12/2025',
			tautan: '',
			catatan: '',
			penunjuk: 'hlm. 3',
			tanggal: null,
			berlakuSampai: null,
		};
		await saveBukti(ani, { ...bukti, berkas: await titip(ani, '%PDF-1.7 draf'), ajukan: false });
		expect(await antrean(ani)).toEqual([['unggah', 'I03', 2]]);
		await saveBukti(ani, { ...bukti, berkas: await titip(ani, '%PDF-1.7 jadi'), ajukan: true });
		expect(await antrean(ani)).toEqual([]);
		await assignIndikator(koordinator, beri);
		expect(await antrean(ani)).toEqual([['jawab', 'I03', null]]);
	});

	it('menolak orang dari unit lain dan tingkat di luar skala', async () => {
		const { koordinator, tempat, damai, cici, antrean } = await siap();
		const beri = { ...tempat, unitId: damai.id, tenggat: null, indikator: ['I04'] };
		expect(await assignIndikator(koordinator, { ...beri, orangId: idOf(cici) })).toEqual({
			ok: false,
			reason: 'orang_bukan_unit',
		});
		expect(await assignIndikator(koordinator, { ...beri, orangId: 999_999 })).toEqual({
			ok: false,
			reason: 'orang_bukan_unit',
		});
		expect(await assignIndikator(koordinator, { ...beri, tingkat: 6 })).toEqual({
			ok: false,
			reason: 'tingkat_tidak_ada',
		});
		expect(await antrean(cici)).toEqual([]);
	});
});
