import { error } from '@sveltejs/kit';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { type InstansiRuang, readRuang } from '#features/instansi/read-ruang.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import type { Lang } from '#ui/lang.ts';
import { penilaianCopy } from './penilaian.copy.ts';

/** The institution an action of the workspace is about; signs in first, and answers 404 where it is not theirs. */
export async function requireRuang(
	locals: { ctx: Ctx; orang: Orang | null; lang: Lang },
	slug: string,
	url: URL,
): Promise<InstansiRuang> {
	requireMasuk(locals, url);
	const ruang = await readRuang(locals.ctx, slug);
	if (!ruang.ok) error(404, penilaianCopy[locals.lang].galat.tidak_berwenang);
	return ruang.value;
}

/** An assessment's id from the address; 404 for anything that is none. */
export function requireId(teks: string, lang: Lang): number {
	const id = Number(teks);
	if (!/^\d{1,9}$/.test(teks)) error(404, penilaianCopy[lang].galat.penilaian_tidak_ada);
	return id;
}
