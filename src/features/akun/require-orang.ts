import type { Ctx, Orang } from '#platform/ctx.ts';
import { canAct, type Tempat, type Tindakan } from './izin.rules.ts';

/** The signed-in person, or why not. */
export type MasukDulu = { ok: true; orang: Orang } | { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

/** First line of a use case: who asks, and whether they may do this there. */
export function authorize(ctx: Pick<Ctx, 'who'>, tindakan: Tindakan, tempat: Tempat): MasukDulu {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const keputusan = canAct(ctx.who, tindakan, tempat);
	return keputusan.ok ? { ok: true, orang: ctx.who } : keputusan;
}
