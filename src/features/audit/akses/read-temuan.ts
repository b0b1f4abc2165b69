import { authorize } from '#features/akun/require-orang.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import type { Catatan } from './mesin/akun.rules.ts';
import { type AkunTersimpan, bacaAkunPotong, bacaCatatanPotong } from './muat.rules.ts';
import { findMuat, type Muat, readPotong } from './muat.store.ts';
import type { TolakMuat } from './open-muat.ts';

export const PER_HALAMAN = 50;
/** One account as a page shows it. */
export type AkunTampil = Omit<AkunTersimpan, 'pemilik'>;

export interface TemuanMuat {
	muat: Muat;
	catatan: Catatan[];
	akun: AkunTampil[];
	/** Accounts that the filter lets through; null where not all of them were looked at. */
	ada: number;
	halaman: number;
}

/** Accounts of an export with their findings, fifty a page, the gravest first; by rule where one is named. */
export async function readTemuan(
	ctx: Ctx,
	input: { instansiId: number; id: number; aturan?: string | undefined; halaman: number },
): Promise<{ ok: true; value: TemuanMuat } | TolakMuat> {
	const { instansiId, id, aturan } = input;
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	return await inScope(
		ctx,
		boleh.orang,
		async (trx): Promise<{ ok: true; value: TemuanMuat } | TolakMuat> => {
			const muat = await findMuat(trx, instansiId, id);
			if (muat?.keadaan !== 'siap') return { ok: false, reason: 'muat_tidak_ada' };
			const p = { instansiId, muatId: id };
			const catatan: Catatan[] = [];
			for await (const isi of readPotong(trx, ctx, { ...p, jenis: 'catatan' }))
				catatan.push(...bacaCatatanPotong(isi));
			if (muat.sistemId === null) return { ok: true, value: { muat, catatan, akun: [], ada: 0, halaman: 1 } };
			const ada = hitungAda(muat, aturan);
			const halaman = Math.min(Math.max(1, input.halaman), Math.max(1, Math.ceil(ada / PER_HALAMAN)));
			const akun: AkunTampil[] = [];
			let lewat = (halaman - 1) * PER_HALAMAN;
			baca: for await (const isi of readPotong(trx, ctx, { ...p, jenis: 'isi', aturan })) {
				for (const { pemilik: _, ...a } of bacaAkunPotong(isi)) {
					if (aturan ? !a.temuan.some((t) => t.aturan === aturan) : a.temuan.length === 0) continue;
					if (lewat-- > 0) continue;
					akun.push(a);
					if (akun.length >= PER_HALAMAN) break baca;
				}
			}
			return { ok: true, value: { muat, catatan, akun, ada, halaman } };
		},
	);
}

/** At most one finding for a rule and an account, so the rule's count is that of accounts. */
function hitungAda({ ringkas }: Muat, aturan: string | undefined): number {
	if (aturan === undefined) return ringkas.bertemuan ?? 0;
	return ringkas.perAturan?.[aturan] ?? 0;
}
