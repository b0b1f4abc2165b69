import { findInstansiSlug } from '#features/instansi/unit.store.ts';
import { insertPemberitahuan, listPengisiUnit } from '#features/kerjasama/pemberitahuan.store.ts';
import type { Orang } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';

/** Tells the people of a unit that the audit wants something of them. */
export async function tellUnit(
	trx: Trx,
	oleh: Orang,
	p: { instansiId: number; unitId: number | null; isi: string; ekor: string; waktu: Date },
): Promise<void> {
	if (p.unitId === null) return;
	const { slug } = await findInstansiSlug(trx, p.instansiId);
	const pengisi = await listPengisiUnit(trx, p.instansiId, p.unitId);
	await insertPemberitahuan(trx, {
		orangId: pengisi.map((o) => o.id).filter((id) => id !== oleh.id),
		instansiId: p.instansiId,
		jenis: 'tugas',
		rincian: { isi: p.isi.slice(0, 200), oleh: oleh.nama },
		tujuan: `/kerja/${slug}/audit/${p.ekor}`,
		dibuat: p.waktu,
	});
}
