import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, SetelanSso } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { advanceMasuk } from '../advance-masuk.ts';
import { namaSchema, surelSchema } from '../akun.schema.ts';
import { findOrangBySurel, insertOrang } from '../orang.store.ts';
import type { Asal, SesiTerbuka } from '../start-sesi.ts';
import { hashToken } from '../token.ts';
import { exchangeSso } from './exchange-sso.ts';
import type { GalatSso } from './galat-sso.ts';
import { type Identitas, listPeranGrup } from './identitas.rules.ts';
import { findSsoAkun, insertSsoAkun, takeJalan, touchSsoAkun } from './sso.store.ts';
import { syncPeranSso } from './sync-peran-sso.ts';

export type SelesaiSsoOutcome =
	| { ok: true; value: SesiTerbuka & { ke: string | null } }
	| { ok: false; reason: GalatSso };
type Gagal = Extract<SelesaiSsoOutcome, { ok: false }>;

/**
 * Ends the round trip to the identity provider: checks its answer, finds or makes the account, gives and takes roles
 * as the groups say, and signs in. A second factor that the person set up here is still asked for.
 * @param input.token of the cookie the round trip began with
 * @param input.url the address the browser came back to, with the provider's answer
 */
export async function finishSso(
	ctx: Ctx,
	input: { token: string; url: URL } & Asal,
): Promise<SelesaiSsoOutcome> {
	const { sso } = ctx.setelan;
	if (!sso) return { ok: false, reason: 'sso_tidak_disetel' };
	const jalan = await takeJalan(ctx.db, hashToken(input.token), ctx.clock());
	if (!jalan || jalan.sesi_id !== null || input.url.searchParams.get('state') !== jalan.keadaan)
		return { ok: false, reason: 'sso_kedaluwarsa' };
	const jawaban = await exchangeSso(ctx, sso, input.url, jalan);
	if (!jawaban.ok) return jawaban;
	const { identitas } = jawaban;
	return await ctx.db.transaction().execute(async (trx): Promise<SelesaiSsoOutcome> => {
		const pemilik = await findPemilik(ctx, trx, sso, identitas);
		if (!pemilik.ok) return pemilik;
		await syncPeranSso(ctx, trx, pemilik.orangId, listPeranGrup(sso.peta, identitas.grup));
		const sesi = await advanceMasuk(ctx, trx, { orangId: pemilik.orangId, asal: input, cara: 'sso' });
		return { ok: true, value: { ...sesi, ke: jalan.ke } };
	});
}

type Pemilik = { ok: true; orangId: number } | Gagal;

/** Whose identity it is: linked before, or by a verified address; somebody new only where their groups give a role. */
async function findPemilik(ctx: Ctx, trx: Trx, sso: SetelanSso, identitas: Identitas): Promise<Pemilik> {
	const kini = ctx.clock();
	const { penerbit } = sso;
	const { subjek } = identitas;
	const kenal = await findSsoAkun(trx, penerbit, subjek);
	if (kenal) {
		if (kenal.nonaktif) return { ok: false, reason: 'sso_akun_ditutup' };
		await touchSsoAkun(trx, penerbit, subjek, kini);
		return { ok: true, orangId: kenal.id };
	}
	const surel = surelSchema.safeParse(identitas.surel ?? '');
	if (!surel.success) return { ok: false, reason: 'sso_surel_belum_terbukti' };
	const ada = await findOrangBySurel(trx, surel.data);
	if (ada?.nonaktif) return { ok: false, reason: 'sso_akun_ditutup' };
	const orangId = ada?.id ?? (await insertBaru(ctx, trx, sso, identitas, surel.data));
	if (orangId === null) return { ok: false, reason: 'sso_tanpa_akun' };
	if (!(await insertSsoAkun(trx, { penerbit, subjek, orangId, kini })))
		return { ok: false, reason: 'sso_akun_lain' };
	await recordActivity(trx, {
		instansiId: null,
		waktu: kini,
		orangId,
		tindakan: 'sso.hubungkan',
		objek: `orang/${orangId}`,
		rincian: { baru: !ada },
	});
	return { ok: true, orangId };
}

async function insertBaru(
	ctx: Ctx,
	trx: Trx,
	sso: SetelanSso,
	identitas: Identitas,
	surel: string,
): Promise<number | null> {
	if (listPeranGrup(sso.peta, identitas.grup).length === 0) return null;
	const nama = namaSchema.safeParse(identitas.nama ?? surel);
	return (
		(await insertOrang(trx, { nama: nama.success ? nama.data : surel, surel, dibuat: ctx.clock() })) ?? null
	);
}
