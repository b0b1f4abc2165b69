import { expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { openPutaran } from './open-putaran.ts';
import { buatKota, lakukan } from './penilaian.testing.ts';

describeDatabase('penetapan meminta bukti diri yang segar', (get) => {
	/** The same person, who proved who they are so many seconds ago. */
	const sejak = (ctx: Ctx, detik: number): Ctx => {
		if (ctx.who.jenis !== 'orang') throw new Error('bukan orang');
		return { ...ctx, who: { ...ctx.who, ditegaskan: new Date(ctx.clock().getTime() - detik * 1000) } };
	};

	it.each(['usulkan', 'tetapkan'] as const)(
		'%s ditolak sesudah sepuluh menit, bukan sebelumnya',
		async (aksi) => {
			const kota = await buatKota(get().ctx);
			const koordinator = await kota.sebagai('koordinator', {});
			const dibuka = await openPutaran(koordinator, {
				instansiId: kota.id,
				nama: 'Latihan',
				tahun: 2026,
				jenis: 'evaluasi',
				instrumen: 'spbe-2020',
				tahap: [{ tahap: 'mandiri', mulai: '2026-07-01', selesai: '2026-12-15' }],
			});
			if (!dibuka.ok) throw new Error(dibuka.reason);
			const kunci = { instansiId: kota.id, penilaianId: dibuka.value.penilaianId };
			expect(await lakukan(sejak(koordinator, 601), kunci, aksi)).toEqual({
				ok: false,
				reason: 'perlu_penegasan',
			});
			expect(await lakukan(sejak(koordinator, 600), kunci, aksi)).toEqual({
				ok: false,
				reason: 'tahap_lewat',
			});
			expect(await lakukan(sejak(koordinator, 601), kunci, 'serahkan')).toMatchObject({
				reason: 'ada_halangan',
			});
			const operator = await kota.sebagai('operator', { peran: 'operator' });
			expect(await lakukan(sejak(operator, 601), kunci, aksi)).toEqual({
				ok: false,
				reason: 'tidak_berwenang',
			});
		},
	);
});
