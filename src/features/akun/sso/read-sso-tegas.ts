import type { Ctx, Orang } from '#platform/ctx.ts';
import { isTerhubungSso } from './sso.store.ts';

/** Name of the identity provider through which the person can prove anew who they are; null where they cannot. */
export async function readSsoTegas(ctx: Ctx, orang: Orang): Promise<string | null> {
	const { sso } = ctx.setelan;
	return sso && (await isTerhubungSso(ctx.db, sso.penerbit, orang.id)) ? sso.nama : null;
}
