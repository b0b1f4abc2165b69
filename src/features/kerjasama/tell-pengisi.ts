import { findInstansiSlug } from '#features/instansi/unit.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import type { Trx } from '#platform/database/scope.ts';
import { insertPemberitahuan, listPengisiUnit } from './pemberitahuan.store.ts';

/**
 * Tells those who fill in for the units of these indicators that evidence came back, one notice per indicator.
 * @param indikator one entry per returned item
 */
export async function tellPengisi(
	trx: Trx,
	p: { instansiId: number; penilaianId: number },
	indikator: readonly string[],
	kini: Date,
): Promise<void> {
	const { instansiId, penilaianId } = p;
	const tugas = await listPenugasan(trx, instansiId, penilaianId);
	const { slug } = await findInstansiSlug(trx, instansiId);
	for (const id of new Set(indikator)) {
		const unit = new Set(tugas.filter((t) => t.indikator === id).map((t) => t.unitId));
		const orang = new Set<number>();
		for (const u of unit) for (const o of await listPengisiUnit(trx, instansiId, u)) orang.add(o.id);
		await insertPemberitahuan(trx, {
			orangId: [...orang],
			instansiId,
			jenis: 'dikembalikan',
			rincian: { indikator: id, banyak: indikator.filter((i) => i === id).length },
			tujuan: `/kerja/${slug}/penilaian/${penilaianId}/${id}`,
			dibuat: kini,
		});
	}
}
