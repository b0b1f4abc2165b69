import { authorize } from '#features/akun/require-orang.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { findPeta, type PetaTersimpan } from './akses.store.ts';
import { type Intipan, intipBerkas } from './baca/baca-daftar.ts';
import type { Sumber } from './baca/buka-tabel.ts';
import { BerkasAksesDitolak } from './baca/tolak-berkas.ts';
import { deleteMuatMenunggu, findMuat, type Muat, readPotong } from './muat.store.ts';

export type TolakMuat = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'muat_tidak_ada' };

export interface MuatMenunggu {
	muat: Muat;
	/** Null where the file cannot be read at all. */
	intipan: Intipan | null;
	galat: BerkasAksesDitolak | null;
	peta: PetaTersimpan | null;
}

/** The raw file of a load, opened piece by piece from what was read in one transaction. */
export async function sumberMuat(ctx: Ctx, trx: Trx, muat: Muat, instansiId: number): Promise<Sumber> {
	const potong: Buffer[] = [];
	for await (const p of readPotong(trx, ctx, { instansiId, muatId: muat.id, jenis: 'berkas' }))
		potong.push(p);
	return {
		nama: '',
		ukuran: Number(muat.ukuran),
		potong: async function* () {
			yield* potong;
		},
	};
}

/** A file whose columns are to be settled: what it has, what they seem to be, and what was settled last time. */
export async function openMuat(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<{ ok: true; value: MuatMenunggu } | TolakMuat> {
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const dibuka = await inScope(ctx, boleh.orang, async (trx) => {
		const muat = await findMuat(trx, instansiId, id);
		if (!muat) return null;
		const menunggu = muat.keadaan === 'menunggu';
		return {
			muat,
			sumber: menunggu ? await sumberMuat(ctx, trx, muat, instansiId) : null,
			peta: (await findPeta(trx, instansiId, muat.sistemId)) ?? null,
		};
	});
	if (!dibuka) return { ok: false, reason: 'muat_tidak_ada' };
	const { muat, sumber, peta } = dibuka;
	if (!sumber) return { ok: true, value: { muat, intipan: null, galat: null, peta } };
	try {
		const jenis = muat.sistemId === null ? 'pegawai' : 'akun';
		const intipan = await intipBerkas(sumber, jenis, peta?.peta ?? null);
		return { ok: true, value: { muat, intipan, galat: null, peta } };
	} catch (galat) {
		if (!(galat instanceof BerkasAksesDitolak)) throw galat;
		return { ok: true, value: { muat, intipan: null, galat, peta } };
	}
}

/** Gives up a file that waits for its columns. */
export async function discardMuat(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<{ ok: true } | TolakMuat> {
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx): Promise<{ ok: true } | TolakMuat> => {
		if (!(await deleteMuatMenunggu(trx, instansiId, id))) return { ok: false, reason: 'muat_tidak_ada' };
		await recordActivity(trx, {
			...{ instansiId, waktu: ctx.clock(), orangId: boleh.orang.id },
			...{ tindakan: 'akses.buang', objek: `akses/${id}` },
		});
		return { ok: true };
	});
}
