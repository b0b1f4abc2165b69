import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { tulisPesan } from '../../periksa/pesan.copy.ts';
import { readKatalog } from '../../periksa/read-katalog.ts';
import { findPeriksa, listTerakhir } from '../../sistem/periksa.store.ts';
import type { CalonTemuan } from './take-calon.ts';
import type { Risiko } from './temuan.rules.ts';

/**
 * What the last technical checks of these systems failed.
 * @param unit owner unit by system, of the systems in the audit's scope
 */
export async function listCalonPeriksa(
	ctx: Ctx,
	trx: Trx,
	{ instansiId, unit }: { instansiId: number; unit: ReadonlyMap<number, number | null> },
): Promise<CalonTemuan[]> {
	const gagal = (await listTerakhir(trx, instansiId)).filter((p) => unit.has(p.sistemId) && p.gagal > 0);
	const calon: CalonTemuan[] = [];
	for (const { id, sistemId } of gagal) {
		const p = await findPeriksa(trx, { instansiId, sistemId, id });
		for (const h of p?.hasil ?? [])
			if (p && h.status === 'GAGAL')
				calon.push({
					...uraikan(ctx, h, `${p.host}:${p.porta}`),
					asal: 'periksa',
					id: `${sistemId}/${p.host}:${p.porta}/${h.id}`,
					unitId: unit.get(sistemId) ?? null,
				});
	}
	return calon;
}

function uraikan(ctx: Ctx, h: { id: string; kata: string; isi: readonly string[] }, alamat: string) {
	const cek = readKatalog(ctx).pemeriksaan.get(h.id);
	const tinggi = cek?.keparahan === 'tinggi' || cek?.keparahan === 'sangat tinggi';
	return {
		judul: `${cek?.nama.id ?? h.id}: ${alamat}`.slice(0, 300),
		kondisi: `${tulisPesan(h, 'id')} (pemeriksaan ${h.id} pada ${alamat})`,
		kriteria: (cek?.kendali ?? []).join(', '),
		rekomendasi: cek?.perbaikan.umum.id ?? 'Perbaiki, lalu periksa ulang.',
		risiko: (tinggi ? 'tinggi' : cek?.keparahan === 'sedang' ? 'sedang' : 'rendah') as Risiko,
	};
}
