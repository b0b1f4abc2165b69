import { authorize } from '#features/akun/require-orang.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { findTindakan } from '../tindakan/tindakan.store.ts';
import { deletePeta, insertPeta, listPetaStore, type PetaTulis, updatePeta } from './peta.store.ts';

export type PetaMasukan = Omit<PetaTulis, 'waktu' | 'oleh'> & { id: number | null };

type Tolak = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'peta_tidak_ada' };
export type PetaOutcome =
	| { ok: true; value: { id: number } }
	| Tolak
	| { ok: false; reason: 'unit_tidak_ada' | 'tindakan_tidak_ada' | 'peta_terlalu_banyak' };

/** Rows that one roadmap can have. */
const MAKS = 1000;

/** Writes a row of the roadmap, or changes one. */
export async function savePeta(ctx: Ctx, input: PetaMasukan): Promise<PetaOutcome> {
	const { instansiId } = input;
	const boleh = authorize(ctx, 'rencana.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<PetaOutcome> => {
		const rujukan = await periksaRujukan(trx, input);
		if (!rujukan.ok) return rujukan;
		const isi = { ...input, waktu, oleh: boleh.orang.id };
		if (input.id !== null && !(await updatePeta(trx, { ...isi, id: input.id })))
			return { ok: false, reason: 'peta_tidak_ada' };
		const id = input.id ?? (await insertPeta(trx, isi));
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: boleh.orang.id,
			tindakan: input.id === null ? 'peta.tambah' : 'peta.ubah',
			objek: `peta/${id}`,
			rincian: {
				...{ tahun: input.tahun, muatan: input.muatan, unit: input.unitId },
				kebutuhan: input.kebutuhan === null ? null : String(input.kebutuhan),
				anggaran: input.anggaran === null ? null : String(input.anggaran),
			},
		});
		return { ok: true, value: { id } };
	});
}

async function periksaRujukan(
	trx: Trx,
	{ instansiId, id, unitId, tindakanId }: PetaMasukan,
): Promise<{ ok: true } | Exclude<PetaOutcome, { ok: true }>> {
	const ada = await listPetaStore(trx, instansiId);
	if (id === null && ada.length >= MAKS) return { ok: false, reason: 'peta_terlalu_banyak' };
	const lama = ada.find((b) => b.id === id);
	if (id !== null && !lama) return { ok: false, reason: 'peta_tidak_ada' };
	if (unitId !== null && unitId !== lama?.unitId && !(await findUnit(trx, instansiId, unitId)))
		return { ok: false, reason: 'unit_tidak_ada' };
	if (tindakanId !== null && !(await findTindakan(trx, instansiId, tindakanId)))
		return { ok: false, reason: 'tindakan_tidak_ada' };
	return { ok: true };
}

/** Takes a row away. */
export async function removePeta(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<{ ok: true } | Tolak> {
	const boleh = authorize(ctx, 'rencana.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx): Promise<{ ok: true } | Tolak> => {
		if (!(await deletePeta(trx, instansiId, id))) return { ok: false, reason: 'peta_tidak_ada' };
		await recordActivity(trx, {
			instansiId,
			waktu: ctx.clock(),
			orangId: boleh.orang.id,
			tindakan: 'peta.hapus',
			objek: `peta/${id}`,
		});
		return { ok: true };
	});
}
