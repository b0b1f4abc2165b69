import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { asOwner, inScope, type Trx } from '#platform/database/scope.ts';
import type { NamaPeran } from './akun.schema.ts';
import { issueTautan } from './issue-tautan.ts';
import { mailTautan } from './mail-tautan.ts';
import { findOrangBySurel, insertOrang } from './orang.store.ts';
import { isPeranBerat, isTegas } from './penegasan.rules.ts';
import { canGrant, canOpenAkun, isKonflik } from './peran.rules.ts';
import { insertPeran, listPeranOrang, listPeranPernah } from './peran.store.ts';
import { authorize } from './require-orang.ts';

export interface UndanganMasukan {
	/** Null for a national role. */
	instansiId: number | null;
	nama: string;
	surel: string;
	telepon?: string | undefined;
	peran: NamaPeran;
	/** Limits the role to a unit and those below it. */
	unitId?: number | undefined;
	/** The caller mails the link itself. */
	tanpaSurel?: boolean;
}

export type UndanganOutcome =
	| {
			ok: true;
			value: {
				orangId: number;
				/**
				 * Path of the one-time link, shown once; null for somebody who has a password already, or whose account
				 * opens roles that the inviter could not have given.
				 */
				tautan: string | null;
				/** Whether the link is also on its way by mail. */
				surel: boolean;
			};
	  }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'unit_tidak_ada'
				| 'peran_sudah_ada'
				| 'peran_salah_tempat'
				| 'konflik_kepentingan'
				| 'perlu_penegasan';
	  };

/**
 * Gives somebody a role in the institution, making their account where there is none. A person known from another
 * institution keeps name and password; only the role is new.
 */
export async function inviteOrang(ctx: Ctx, input: UndanganMasukan): Promise<UndanganOutcome> {
	const boleh = authorize(ctx, 'orang.kelola', { instansiId: input.instansiId });
	if (!boleh.ok) return boleh;
	const cocok = canGrant(boleh.orang, input);
	if (!cocok.ok) return cocok;
	const kini = ctx.clock();
	if (isPeranBerat(input.peran) && !isTegas(boleh.orang, kini))
		return { ok: false, reason: 'perlu_penegasan' };
	return await inScope(ctx, boleh.orang, async (trx): Promise<UndanganOutcome> => {
		if (
			input.instansiId !== null &&
			input.unitId !== undefined &&
			!(await isUnitAda(trx, input.instansiId, input.unitId))
		)
			return { ok: false, reason: 'unit_tidak_ada' };
		if (
			input.instansiId !== null &&
			(await asOwner(trx, () => isBentrok(trx, { ...input, instansiId: input.instansiId ?? 0 })))
		)
			return { ok: false, reason: 'konflik_kepentingan' };
		const { orangId, bersandi } = await asOwner(trx, () => ensureOrang(trx, input, kini));
		const peranId = await insertPeran(trx, {
			orangId,
			peran: input.peran,
			instansiId: input.instansiId,
			unitId: input.unitId ?? null,
			diberi: kini,
			oleh: boleh.orang.id,
		});
		if (peranId === undefined) return { ok: false, reason: 'peran_sudah_ada' };
		await recordActivity(trx, {
			instansiId: input.instansiId,
			waktu: kini,
			orangId: boleh.orang.id,
			tindakan: 'peran.beri',
			objek: `orang/${orangId}`,
			rincian: { peran: input.peran, unit: input.unitId ?? null },
		});
		const tautan = await asOwner(trx, async () =>
			!bersandi && canOpenAkun(boleh.orang, await listPeranOrang(trx, orangId))
				? await issueTautan(trx, 'undangan', orangId, kini)
				: null,
		);
		const surel =
			tautan !== null &&
			!input.tanpaSurel &&
			(await mailTautan(ctx, trx, { ...input, guna: 'undangan', tautan }));
		return { ok: true, value: { orangId, tautan, surel } };
	});
}

/** Conflict of interest; nobody known yet has one. */
async function isBentrok(
	trx: Trx,
	input: { instansiId: number; surel: string; peran: NamaPeran },
): Promise<boolean> {
	const ada = await findOrangBySurel(trx, input.surel);
	return ada ? isKonflik(input.peran, await listPeranPernah(trx, input.instansiId, ada.id)) : false;
}

async function isUnitAda(trx: Trx, instansiId: number, id: number): Promise<boolean> {
	const unit = await trx
		.selectFrom('unit')
		.select('id')
		.where('instansi_id', '=', instansiId)
		.where('id', '=', id)
		.executeTakeFirst();
	return unit !== undefined;
}

async function ensureOrang(
	trx: Trx,
	input: UndanganMasukan,
	kini: Date,
): Promise<{ orangId: number; bersandi: boolean }> {
	const ada = await findOrangBySurel(trx, input.surel);
	if (ada) return { orangId: ada.id, bersandi: Boolean(ada.sandi) };
	const baru = await insertOrang(trx, { ...input, dibuat: kini });
	// undefined: invited by somebody else at the same moment
	const orangId = baru ?? (await findOrangBySurel(trx, input.surel))?.id;
	if (orangId === undefined) throw new Error('orang dibuat bersamaan');
	return { orangId, bersandi: false };
}
