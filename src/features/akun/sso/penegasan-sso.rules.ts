/** How far the provider's clock may differ from ours, in milliseconds. */
const selisihJam = 60_000;

/**
 * Whether a proof was given for this question: after it was asked, and not in the future, by clocks that differ by at
 * most a minute. A provider that does not say when it was given proves nothing.
 * @param terbukti `auth_time` of the provider, seconds since 1970
 * @param ditanya when the browser was sent there
 */
export function isBuktiBaru(terbukti: number | null, ditanya: Date, kini: Date): boolean {
	if (terbukti === null || !Number.isFinite(terbukti)) return false;
	const ms = terbukti * 1000;
	const mulai = Math.floor(ditanya.getTime() / 1000) * 1000;
	return ms >= mulai - selisihJam && ms <= kini.getTime() + selisihJam;
}
