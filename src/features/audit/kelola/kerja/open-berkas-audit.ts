import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import type { BerkasKirim } from '#platform/http/send-file.ts';
import { isTampil } from '#platform/storage/judge-file.ts';
import { readAudit } from './read-audit.ts';
import type { TolakAudit } from './require-audit.ts';

/** A file that an answer or a finding of the audit refers to, for those who see it. */
export async function openBerkasAudit(
	ctx: Ctx,
	input: { instansiId: number; auditId: number; sha256: string },
): Promise<{ ok: true; value: BerkasKirim } | TolakAudit | { ok: false; reason: 'berkas_tidak_ada' }> {
	const { instansiId, sha256 } = input;
	const hasil = await readAudit(ctx, input);
	if (!hasil.ok) return hasil;
	const tidakAda = { ok: false as const, reason: 'berkas_tidak_ada' as const };
	const nama = [...hasil.value.permintaan, ...hasil.value.temuan].find(
		(b) => b.sha256 === sha256,
	)?.namaBerkas;
	if (!nama || ctx.who.jenis !== 'orang' || (await ctx.berkas.size(sha256)) === null) return tidakAda;
	const ada = await inScope(ctx, ctx.who, (trx) =>
		trx
			.selectFrom('berkas')
			.select(['tipe', 'ukuran'])
			.where('instansi_id', '=', instansiId)
			.where('sha256', '=', sha256)
			.executeTakeFirst(),
	);
	if (!ada) return tidakAda;
	const { tipe, ukuran } = ada;
	return {
		ok: true,
		value: {
			...{ nama, tipe, sha256, ukuran: Number(ukuran), tampil: isTampil(tipe) },
			read: (rentang) => ctx.berkas.read(sha256, rentang),
		},
	};
}
