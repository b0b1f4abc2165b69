import { json } from '@sveltejs/kit';
import type { Ctx } from '#platform/ctx.ts';
import type { TawarOutcome } from './faktor/offer-kunci.ts';
import type { RelyingParty } from './faktor/relying-party.rules.ts';
import { relyingParty } from './faktor/relying-party.rules.ts';

const status: Record<string, number> = { terlalu_sering: 429, belum_masuk: 401 };

/** Answers a request for a challenge with the options for the browser, or with the reason why there are none. */
export async function answerTantangan<T>(
	ctx: Ctx,
	url: URL,
	tawar: (rp: RelyingParty) => Promise<TawarOutcome<T>>,
): Promise<Response> {
	const rp = relyingParty(ctx.setelan.alamat, url);
	if (!rp.ok) return json({ reason: rp.reason }, { status: 409 });
	const hasil = await tawar(rp.value);
	return hasil.ok
		? json(hasil.value)
		: json({ reason: hasil.reason }, { status: status[hasil.reason] ?? 409 });
}

/** The same for whoever is signed in; nobody else is told anything about this installation. */
export async function answerTantanganSaya<T>(
	ctx: Ctx,
	url: URL,
	tawar: (rp: RelyingParty) => Promise<TawarOutcome<T>>,
): Promise<Response> {
	if (ctx.who.jenis !== 'orang') return json({ reason: 'belum_masuk' }, { status: 401 });
	return await answerTantangan(ctx, url, tawar);
}
