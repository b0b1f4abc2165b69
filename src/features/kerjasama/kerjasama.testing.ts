import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, type KotaUji } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';

export interface KotaKerja extends KotaUji {
	slug: string;
	koordinator: Ctx;
	/** With stored roles, as work in the background reads them. */
	berperan: (nama: string, peran: string, unit?: { id: number; jalur: string }) => Promise<Ctx>;
	kelurahan: { id: number; jalur: string };
	penilaianId: number;
}

/** A city with a coordinator, a kelurahan and an indicator assigned to it with this due date. */
export async function buatKotaKerja(ctx: Ctx, tenggat: string | null): Promise<KotaKerja> {
	const kota = await buatKota(ctx);
	const kelurahan = await kota.unit('Kelurahan Uji');
	const berperan: KotaKerja['berperan'] = async (nama, peran, unit) => {
		const orang = await kota.sebagai(nama, { peran, unitId: unit?.id ?? null, jalur: unit?.jalur ?? null });
		await ctx.db
			.insertInto('peran')
			.values({
				orang_id: idOf(orang),
				peran,
				instansi_id: kota.id,
				unit_id: unit?.id ?? null,
				diberi: ctx.clock(),
				diberi_oleh: null,
				dicabut: null,
			})
			.execute();
		return orang;
	};
	const koordinator = await berperan('koordinator', 'koordinator');
	const buka = await openPutaran(koordinator, {
		instansiId: kota.id,
		nama: 'Latihan',
		tahun: 2026,
		jenis: 'evaluasi',
		instrumen: 'spbe-2020',
		tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2027-06-30' }],
	});
	if (!buka.ok) throw new Error(buka.reason);
	const { penilaianId } = buka.value;
	await assignIndikator(koordinator, {
		instansiId: kota.id,
		penilaianId,
		indikator: ['I01', 'I02'],
		unitId: kelurahan.id,
		tenggat,
	});
	const { slug } = await ctx.db
		.selectFrom('instansi')
		.select('slug')
		.where('id', '=', kota.id)
		.executeTakeFirstOrThrow();
	return { ...kota, slug, koordinator, berperan, kelurahan, penilaianId };
}

export function idOf(ctx: Ctx): number {
	if (ctx.who.jenis !== 'orang') throw new Error('bukan orang');
	return ctx.who.id;
}
