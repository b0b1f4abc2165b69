import { type Kysely, sql } from 'kysely';
import type { NamaPeran } from '#features/akun/akun.schema.ts';
import { findOrang } from '#features/akun/orang.store.ts';
import { canGrant } from '#features/akun/peran.rules.ts';
import { insertPeran, listPeranPernah, revokePeranById } from '#features/akun/peran.store.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { passTindakan } from '#features/rencana/tindakan/tindakan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { asOwner, inScope, type Trx } from '#platform/database/scope.ts';
import type { Tables } from '#platform/database/tables.ts';
import { insertPemberitahuan } from './pemberitahuan.store.ts';
import { passTugas } from './tugas.store.ts';

export interface SerahTerimaMasukan {
	instansiId: number;
	/** Slug of the institution, for the link. */
	slug: string;
	dariId: number;
	kepadaId: number;
}

export type SerahTerimaOutcome =
	| { ok: true; value: { dari: string; kepada: string; peran: number; tugas: number; tindakan: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'orang_tidak_ada'
				| 'orang_sama'
				| 'tanpa_peran'
				| 'konflik_kepentingan';
	  };

/**
 * Passes everything a person does in the institution to another in one act: their roles, with the queue that follows
 * from them, and their open tasks and actions. What they wrote stays theirs. All or nothing.
 */
export async function handOver(ctx: Ctx, input: SerahTerimaMasukan): Promise<SerahTerimaOutcome> {
	const { instansiId, dariId, kepadaId } = input;
	const boleh = authorize(ctx, 'peran.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	if (dariId === kepadaId) return { ok: false, reason: 'orang_sama' };
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<SerahTerimaOutcome> => {
		const [dari, kepada] = await asOwner(trx, async () => [
			await findOrang(trx, dariId),
			await findOrang(trx, kepadaId),
		]);
		const pernah = kepada ? await listPeranPernah(trx, instansiId, kepadaId) : [];
		if (!dari || !kepada || kepada.nonaktif || pernah.every((p) => p.dicabut !== null))
			return { ok: false, reason: 'orang_tidak_ada' };
		const peran = await listPeranOrang(trx, instansiId, dariId);
		if (peran.length === 0) return { ok: false, reason: 'tanpa_peran' };
		if (peran.some((p) => !canGrant(boleh.orang, { ...p, instansiId, unitId: p.unitId ?? undefined }).ok))
			return { ok: false, reason: 'tidak_berwenang' };
		if (isBentrok(peran, pernah)) return { ok: false, reason: 'konflik_kepentingan' };
		await passPeran(trx, input, peran, boleh.orang.id, waktu);
		const tugas = await passTugas(trx, { instansiId, dari: dariId, kepada: kepadaId });
		const tindakan = await passTindakan(trx, { instansiId, dari: dariId, kepada: kepadaId, waktu });
		const oleh = boleh.orang.id;
		await record(ctx, trx, { ...input, peran, tugas, tindakan, oleh, dari: dari.nama });
		const banyak = { peran: peran.length, tugas, tindakan };
		return { ok: true, value: { dari: dari.nama, kepada: kepada.nama, ...banyak } };
	});
}

interface PeranSerah {
	id: number;
	peran: NamaPeran;
	unitId: number | null;
}

/** Nobody both works for an institution and judges it. */
function isBentrok(
	peran: readonly PeranSerah[],
	pernah: readonly { peran: string; dicabut: Date | null }[],
): boolean {
	return peran.some((p) =>
		p.peran === 'asesor_eksternal'
			? pernah.some((q) => q.peran !== 'asesor_eksternal')
			: pernah.some((q) => q.peran === 'asesor_eksternal' && q.dicabut === null),
	);
}

async function listPeranOrang(trx: Trx, instansiId: number, orangId: number): Promise<PeranSerah[]> {
	return (await trx
		.selectFrom('peran')
		.select(['id', 'peran', 'unit_id as unitId'])
		.where('instansi_id', '=', instansiId)
		.where('orang_id', '=', orangId)
		.where('dicabut', 'is', null)
		.orderBy('id')
		.forUpdate()
		.execute()) as PeranSerah[];
}

async function passPeran(
	trx: Trx,
	{ instansiId, dariId, kepadaId }: SerahTerimaMasukan,
	peran: readonly PeranSerah[],
	oleh: number,
	waktu: Date,
): Promise<void> {
	for (const p of peran) {
		await revokePeranById(trx, instansiId, p.id, waktu);
		// undefined where the receiver has it already
		await insertPeran(trx, {
			orangId: kepadaId,
			peran: p.peran,
			instansiId,
			unitId: p.unitId,
			diberi: waktu,
			oleh,
		});
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: oleh,
			tindakan: 'peran.serah',
			objek: `orang/${dariId}`,
			rincian: { kepada: kepadaId, peran: p.peran, unit: p.unitId },
		});
	}
}

async function record(
	ctx: Ctx,
	trx: Trx,
	s: SerahTerimaMasukan & {
		peran: readonly PeranSerah[];
		tugas: number;
		tindakan: number;
		oleh: number;
		dari: string;
	},
): Promise<void> {
	const waktu = ctx.clock();
	const { instansiId, dariId, kepadaId } = s;
	await trx
		.insertInto('serah_terima')
		.values({
			instansi_id: instansiId,
			dari_id: dariId,
			kepada_id: kepadaId,
			peran: JSON.stringify(s.peran.map(({ peran, unitId }) => ({ peran, unitId }))),
			tugas: s.tugas,
			waktu,
			oleh: s.oleh,
		})
		.execute();
	await insertPemberitahuan(trx, {
		orangId: [kepadaId],
		instansiId,
		jenis: 'serah_terima',
		rincian: { dari: s.dari },
		tujuan: `/kerja/${s.slug}`,
		dibuat: waktu,
	});
	await recordActivity(trx, {
		instansiId,
		waktu,
		orangId: s.oleh,
		tindakan: 'orang.serah_terima',
		objek: `orang/${dariId}`,
		rincian: { kepada: kepadaId, peran: s.peran.length, tugas: s.tugas, tindakan: s.tindakan },
	});
}

export interface SerahTerima {
	id: number;
	dari: string;
	kepada: string;
	oleh: string;
	peran: { peran: NamaPeran; unitId: number | null }[];
	tugas: number;
	waktu: Date;
}

/** What was handed over in the institution, newest first. */
export async function listSerahTerima(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: SerahTerima[] } | { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' }> {
	const boleh = authorize(ctx, 'orang.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	return { ok: true, value: await inScope(ctx, boleh.orang, (trx) => listStore(trx, instansiId)) };
}

/** A national administrator who handed over is not visible to the institution; the handover is. */
async function listStore(db: Kysely<Tables>, instansiId: number): Promise<SerahTerima[]> {
	const { rows } = await sql<SerahTerima>`
		select s.id, d.nama as dari, k.nama as kepada, coalesce(o.nama, '–') as oleh, s.peran, s.tugas, s.waktu
		from serah_terima s join orang d on d.id = s.dari_id join orang k on k.id = s.kepada_id
		left join orang o on o.id = s.oleh
		where s.instansi_id = ${instansiId} order by s.id desc limit 200`.execute(db);
	return rows;
}
