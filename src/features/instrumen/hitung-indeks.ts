import type { Ctx } from '#platform/ctx.ts';
import type { AturanPredikat } from '#scoring/instrumen.ts';
import { parseJawaban } from '#scoring/nilai.ts';
import { type RingkasanSkor, summary } from '#scoring/ringkasan.ts';
import { score } from '#scoring/score.ts';
import { requireRegistri } from './instrumen.ts';

export interface HitungMasukan {
	/** Instrument id. */
	instrumen: string;
	/** As it came: a list in indicator order, or an object by indicator id. */
	nilai: unknown;
	aturanPredikat?: AturanPredikat | undefined;
	/** Evaluation year; decides the predicate rule where none is given. */
	tahun?: number | undefined;
}

export type HitungOutcome =
	| { ok: true; value: RingkasanSkor }
	| { ok: false; reason: 'instrumen_tidak_dikenal'; pilihan: string[] }
	| { ok: false; reason: 'nilai_tidak_sah'; masalah: { path: string; message: string }[] };

/** Scores answers from outside; nothing is read but the instrument, and nothing is stored. */
export function hitungIndeks(ctx: Pick<Ctx, 'dir'>, masukan: HitungMasukan): HitungOutcome {
	const registri = requireRegistri(ctx);
	const instrumen = registri.get(masukan.instrumen);
	if (!instrumen)
		return { ok: false, reason: 'instrumen_tidak_dikenal', pilihan: registri.list().map((i) => i.id) };
	const terbaca = parseJawaban(instrumen, { nilai: masukan.nilai });
	if (!terbaca.ok)
		return {
			ok: false,
			reason: 'nilai_tidak_sah',
			masalah: terbaca.masalah.map(({ path, pesan }) => ({ path, message: pesan })),
		};
	const { aturanPredikat, tahun } = masukan;
	return {
		ok: true,
		value: summary(instrumen, score(instrumen, terbaca.jawaban, { aturanPredikat, tahun })),
	};
}
