import { countPeranOrang } from '#features/akun/peran.store.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { findInstansiSlug } from '#features/instansi/unit.store.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { findKeputusan } from './notula.store.ts';
import { insertPemberitahuan, listPengisiUnit } from './pemberitahuan.store.ts';
import { insertTugas } from './tugas.store.ts';

export interface BeriTugasMasukan {
	instansiId: number;
	keputusanId: number;
	/** Who is to do it: a unit, or a person with a role in the institution. */
	untuk: { unitId: number } | { orangId: number };
	/** ISO date. */
	tenggat: string;
	/** What is to be done; empty takes the words of the decision. */
	isi: string;
}

export type BeriTugasOutcome =
	| { ok: true; value: { id: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'keputusan_tidak_ada'
				| 'unit_tidak_ada'
				| 'orang_tidak_ada';
	  };

/** Makes a decision a task of a unit or a person; it stands in their queue until it is ticked off. */
export async function assignTugas(ctx: Ctx, input: BeriTugasMasukan): Promise<BeriTugasOutcome> {
	const { instansiId, keputusanId, untuk } = input;
	const boleh = authorize(ctx, 'notula.tulis', { instansiId });
	if (!boleh.ok) return boleh;
	const dibuat = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<BeriTugasOutcome> => {
		const keputusan = await findKeputusan(trx, instansiId, keputusanId);
		if (!keputusan) return { ok: false, reason: 'keputusan_tidak_ada' };
		const penerima = await listPenerima(trx, instansiId, untuk);
		if (!penerima.ok) return penerima;
		const isi = input.isi.trim() || keputusan.isi;
		const id = await insertTugas(trx, {
			instansiId,
			keputusanId,
			isi,
			unitId: 'unitId' in untuk ? untuk.unitId : null,
			orangId: 'orangId' in untuk ? untuk.orangId : null,
			tenggat: input.tenggat,
			dibuat,
			oleh: boleh.orang.id,
		});
		const { slug } = await findInstansiSlug(trx, instansiId);
		await insertPemberitahuan(trx, {
			orangId: penerima.orang.filter((o) => o !== boleh.orang.id),
			instansiId,
			jenis: 'tugas',
			rincian: { isi: isi.slice(0, 200), oleh: boleh.orang.nama },
			tujuan: `/kerja/${slug}/tugas`,
			dibuat,
		});
		await recordActivity(trx, {
			instansiId,
			waktu: dibuat,
			orangId: boleh.orang.id,
			tindakan: 'tugas.beri',
			objek: `tugas/${id}`,
			rincian: { keputusan: keputusanId, ...untuk, tenggat: input.tenggat },
		});
		return { ok: true, value: { id } };
	});
}

async function listPenerima(
	trx: Trx,
	instansiId: number,
	untuk: BeriTugasMasukan['untuk'],
): Promise<{ ok: true; orang: number[] } | { ok: false; reason: 'unit_tidak_ada' | 'orang_tidak_ada' }> {
	if ('orangId' in untuk) {
		const ada = (await countPeranOrang(trx, instansiId, untuk.orangId)) > 0;
		return ada ? { ok: true, orang: [untuk.orangId] } : { ok: false, reason: 'orang_tidak_ada' };
	}
	if (!(await findUnit(trx, instansiId, untuk.unitId))) return { ok: false, reason: 'unit_tidak_ada' };
	return { ok: true, orang: (await listPengisiUnit(trx, instansiId, untuk.unitId)).map((o) => o.id) };
}
