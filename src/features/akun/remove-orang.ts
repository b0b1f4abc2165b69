import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { asOwner, inScope, type Trx } from '#platform/database/scope.ts';
import {
	closeOrang,
	countAdminLain,
	deletePercobaanOrang,
	eraseMilikOrang,
	listPeranKini,
	renamePemberitahuan,
} from './data-pribadi.store.ts';
import { listDataPribadi } from './data-pribadi.ts';
import { findOrang } from './orang.store.ts';
import { listPeranPernah } from './peran.store.ts';
import { authorize } from './require-orang.ts';

export type HapusOrangOutcome =
	| { ok: true; value: { orangId: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'orang_tidak_ada'
				| 'diri_sendiri'
				| 'peran_di_tempat_lain'
				| 'admin_terakhir';
	  };

/**
 * Removes a person: what the register says is emptied or deleted, every role and session ends. Their number stays in
 * the log and the ledger, so that the chain still verifies; signed minutes keep the name they were signed with.
 */
export async function removeOrang(
	ctx: Ctx,
	input: { instansiId: number; orangId: number },
): Promise<HapusOrangOutcome> {
	const { instansiId, orangId } = input;
	const boleh = authorize(ctx, 'orang.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	if (orangId === boleh.orang.id) return { ok: false, reason: 'diri_sendiri' };
	const kini = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<HapusOrangOutcome> => {
		const tolak = await asOwner(trx, () => canRemove(trx, boleh.orang, input));
		if (tolak) return { ok: false, reason: tolak };
		await asOwner(trx, () => erase(ctx, trx, orangId, kini));
		await recordActivity(trx, {
			instansiId,
			waktu: kini,
			orangId: boleh.orang.id,
			tindakan: 'orang.hapus',
			objek: `orang/${orangId}`,
		});
		return { ok: true, value: { orangId } };
	});
}

/** Why not, or null. Somebody who also serves elsewhere is removed by national administrators only. */
async function canRemove(
	trx: Trx,
	oleh: Orang,
	{ instansiId, orangId }: { instansiId: number; orangId: number },
): Promise<'orang_tidak_ada' | 'peran_di_tempat_lain' | 'admin_terakhir' | null> {
	const orang = await findOrang(trx, orangId);
	if (!orang || orang.nonaktif || (await listPeranPernah(trx, instansiId, orangId)).length === 0)
		return 'orang_tidak_ada';
	const peran = await listPeranKini(trx, orangId);
	const nasional = oleh.peran.some((p) => p.peran === 'admin_nasional');
	if (!nasional && peran.some((p) => p.instansiId !== instansiId)) return 'peran_di_tempat_lain';
	for (const p of peran)
		if (
			['admin_instansi', 'admin_nasional'].includes(p.peran) &&
			(await countAdminLain(trx, { ...p, orangId })) === 0
		)
			return 'admin_terakhir';
	return null;
}

async function erase(ctx: Ctx, trx: Trx, orangId: number, kini: Date): Promise<void> {
	const orang = await findOrang(trx, orangId);
	if (orang?.surel) await deletePercobaanOrang(trx, orang.surel);
	const { tabel } = listDataPribadi(ctx);
	const ganti = tabel.find((t) => t.tabel === 'orang')?.kolom.find((k) => k.nama === 'nama')?.ganti ?? '–';
	if (orang) await renamePemberitahuan(trx, { orangId, nama: orang.nama, ganti });
	await closeOrang(trx, orangId, kini);
	// what is found through another table, before that table's own rows
	const urut = [...tabel.filter((t) => t.lewat), ...tabel.filter((t) => !t.lewat)];
	for (const t of urut) await eraseMilikOrang(trx, t, orangId);
}
