import { listOrangInstansi } from '#features/akun/peran.store.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import {
	findNotula,
	insertKeputusan,
	insertNotula,
	type NotulaIsi,
	replaceHadir,
	updateNotula,
} from './notula.store.ts';

export interface NotulaMasukan extends NotulaIsi {
	instansiId: number;
	/** Null for new minutes; otherwise with the revision that was shown. */
	ubah: { id: number; revisi: number } | null;
	/** People with a role in the institution. */
	hadirId: readonly number[];
	/** Others, by name. */
	hadirNama: readonly string[];
	/** Decisions of new minutes; later ones are added apart. */
	keputusan: readonly string[];
}

type Tolak<R extends string> = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | R };
export type NotulaOutcome =
	| { ok: true; value: { id: number } }
	| Tolak<'notula_tidak_ada' | 'bentrok' | 'hadir_kosong'>;

/** Writes minutes of the coordination team, or corrects their head and attendance. Decisions are never rewritten. */
export async function saveNotula(ctx: Ctx, input: NotulaMasukan): Promise<NotulaOutcome> {
	const { instansiId, ubah } = input;
	const boleh = authorize(ctx, 'notula.tulis', { instansiId });
	if (!boleh.ok) return boleh;
	const dibuat = ctx.clock();
	const oleh = boleh.orang.id;
	return await inScope(ctx, boleh.orang, async (trx): Promise<NotulaOutcome> => {
		const hadir = await susunHadir(trx, input);
		if (hadir.length === 0) return { ok: false, reason: 'hadir_kosong' };
		if (ubah && !(await findNotula(trx, instansiId, ubah.id)))
			return { ok: false, reason: 'notula_tidak_ada' };
		if (ubah && !(await updateNotula(trx, { ...input, ...ubah }))) return { ok: false, reason: 'bentrok' };
		const id = ubah?.id ?? (await insertNotula(trx, { ...input, dibuat, oleh }));
		await replaceHadir(trx, { instansiId, id, hadir });
		if (!ubah) await insertKeputusan(trx, { instansiId, notulaId: id, isi: input.keputusan, dibuat, oleh });
		await recordActivity(trx, {
			instansiId,
			waktu: dibuat,
			orangId: oleh,
			tindakan: ubah ? 'notula.ubah' : 'notula.tulis',
			objek: `notula/${id}`,
			rincian: {
				tanggal: input.tanggal,
				hadir: hadir.length,
				keputusan: ubah ? null : input.keputusan.length,
			},
		});
		return { ok: true, value: { id } };
	});
}

async function susunHadir(
	trx: Trx,
	{ instansiId, hadirId, hadirNama }: NotulaMasukan,
): Promise<{ orangId: number | null; nama: string }[]> {
	const orang = hadirId.length > 0 ? await listOrangInstansi(trx, instansiId) : [];
	return [
		...orang.filter((o) => hadirId.includes(o.id)).map((o) => ({ orangId: o.id, nama: o.nama })),
		...hadirNama.map((nama) => ({ orangId: null, nama })),
	];
}

export type KeputusanOutcome = { ok: true } | Tolak<'notula_tidak_ada' | 'keputusan_kosong'>;

/** Adds decisions to minutes that stand. */
export async function addKeputusan(
	ctx: Ctx,
	input: { instansiId: number; notulaId: number; isi: readonly string[] },
): Promise<KeputusanOutcome> {
	const { instansiId, notulaId, isi } = input;
	const boleh = authorize(ctx, 'notula.tulis', { instansiId });
	if (!boleh.ok) return boleh;
	if (isi.length === 0) return { ok: false, reason: 'keputusan_kosong' };
	const dibuat = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<KeputusanOutcome> => {
		if (!(await findNotula(trx, instansiId, notulaId))) return { ok: false, reason: 'notula_tidak_ada' };
		await insertKeputusan(trx, { instansiId, notulaId, isi, dibuat, oleh: boleh.orang.id });
		await recordActivity(trx, {
			instansiId,
			waktu: dibuat,
			orangId: boleh.orang.id,
			tindakan: 'notula.tambah_keputusan',
			objek: `notula/${notulaId}`,
			rincian: { keputusan: isi.length },
		});
		return { ok: true };
	});
}
