import type { Ctx, Orang } from '#platform/ctx.ts';

/** How long a form waits for the fresh proof, in milliseconds. */
const umur = 60 * 60_000;
/** What a form may weigh to be kept, in characters. */
const bobotMaks = 100_000;

/** Fields that are never kept. */
const rahasia = new Set(['sandi', 'lama', 'kode', 'jawaban']);

/**
 * Keeps the text fields of a form that has to wait for a fresh proof, one form a session, so that nothing typed is
 * lost on the way; passwords and codes are left out.
 * @param jalur the page it belongs to
 */
export async function keepIsian(ctx: Ctx, orang: Orang, jalur: string, form: FormData): Promise<void> {
	const isi = JSON.stringify(
		Object.fromEntries(
			[...form].filter(
				(medan): medan is [string, string] => typeof medan[1] === 'string' && !rahasia.has(medan[0]),
			),
		),
	).replaceAll('\\u0000', '');
	if (isi.length > bobotMaks) return;
	const baris = { jalur, isi, kedaluwarsa: new Date(ctx.clock().getTime() + umur) };
	await ctx.db.deleteFrom('isian_tertunda').where('kedaluwarsa', '<=', ctx.clock()).execute();
	await ctx.db
		.insertInto('isian_tertunda')
		.values({ sesi_id: orang.sesiId, ...baris })
		.onConflict((oc) => oc.column('sesi_id').doUpdateSet(baris))
		.execute();
}

/** What was kept for this page in this session; null where nothing was. */
export async function readIsian(
	ctx: Ctx,
	orang: Orang,
	jalur: string,
): Promise<Record<string, string> | null> {
	const baris = await ctx.db
		.selectFrom('isian_tertunda')
		.select('isi')
		.where('sesi_id', '=', orang.sesiId)
		.where('jalur', '=', jalur)
		.where('kedaluwarsa', '>', ctx.clock())
		.executeTakeFirst();
	return baris?.isi ?? null;
}
