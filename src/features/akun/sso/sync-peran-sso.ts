import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, PetaGrup } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import type { NamaPeran } from '../akun.schema.ts';
import { isKonflik } from '../peran.rules.ts';
import { insertPeran, listPeranPernah, revokePeranById } from '../peran.store.ts';
import { findUnitKode, listInstansiSlug, listPeranSso } from './sso.store.ts';

interface PeranTujuan {
	peran: NamaPeran;
	instansiId: number | null;
	unitId: number | null;
}

const kunciPeran = (p: { peran: string; instansiId: number | null; unitId: number | null }) =>
	`${p.peran} ${p.instansiId} ${p.unitId}`;

/**
 * Gives the roles that the groups give, and takes those that single sign-on gave before and the groups give no more.
 * Roles given by hand are left alone. Institutions and units that are not here, and conflicts of interest, are passed
 * over with a line in the log.
 */
export async function syncPeranSso(
	ctx: Ctx,
	trx: Trx,
	orangId: number,
	peta: readonly PetaGrup[],
): Promise<void> {
	const tujuan = await resolve(ctx, trx, peta);
	const kini = ctx.clock();
	const catat = (tindakan: string, p: PeranTujuan) =>
		recordActivity(trx, {
			instansiId: p.instansiId,
			waktu: kini,
			orangId: null,
			tindakan,
			objek: `orang/${orangId}`,
			rincian: { peran: p.peran, unit: p.unitId, sumber: 'sso' },
		});
	const harus = new Set(tujuan.map(kunciPeran));
	for (const p of await listPeranSso(trx, orangId))
		if (!harus.has(kunciPeran(p)) && (await revokePeranById(trx, p.instansiId, p.id, kini)))
			await catat('peran.cabut', { ...p, peran: p.peran as NamaPeran });
	for (const p of tujuan) {
		if (await isBentrok(trx, orangId, p)) {
			ctx.log.warn(
				{ orangId, peran: p.peran, instansi: p.instansiId },
				'peran SSO dilewati: konflik kepentingan',
			);
			continue;
		}
		const id = await insertPeran(trx, { orangId, ...p, diberi: kini, oleh: null, sumber: 'sso' });
		if (id !== undefined) await catat('peran.beri', p);
	}
}

async function isBentrok(trx: Trx, orangId: number, p: PeranTujuan): Promise<boolean> {
	if (p.instansiId === null) return false;
	return isKonflik(p.peran, await listPeranPernah(trx, p.instansiId, orangId));
}

/** Slugs and codes as ids; what is not here is left out. */
async function resolve(ctx: Ctx, trx: Trx, peta: readonly PetaGrup[]): Promise<PeranTujuan[]> {
	const instansi = await listInstansiSlug(trx, [...new Set(peta.flatMap((p) => p.instansi ?? []))]);
	const hasil: PeranTujuan[] = [];
	for (const p of peta) {
		const instansiId = p.instansi === null ? null : instansi.get(p.instansi);
		const unitId =
			p.unit === null || instansiId === null || instansiId === undefined
				? null
				: await findUnitKode(trx, instansiId, p.unit);
		if (instansiId === undefined || unitId === undefined)
			ctx.log.warn({ grup: p.grup, instansi: p.instansi, unit: p.unit }, 'peta grup menyebut yang tidak ada');
		else hasil.push({ peran: p.peran as NamaPeran, instansiId, unitId });
	}
	return hasil;
}
