import { canTegas } from '#features/akun/penegasan.rules.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { type MasalahIzin, susunIzin } from '../periksa/izin-periksa.rules.ts';
import { countPeriksaIzin, type IzinTersimpan, insertIzin, listIzin, revokeIzinStore } from './izin.store.ts';

type Tolak = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

export interface IzinTampil extends IzinTersimpan {
	keadaan: 'berlaku' | 'belum_berlaku' | 'berakhir' | 'dicabut';
	/** Checks that it covered. */
	dipakai: number;
}

/** Permits of the institution, newest first. */
export async function readIzinSistem(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: { daftar: IzinTampil[]; kelola: boolean; kini: string } } | Tolak> {
	const boleh = authorize(ctx, 'sistem.lihat', { instansiId });
	if (!boleh.ok) return boleh;
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, boleh.orang, async (trx) => {
		const dipakai = await countPeriksaIzin(trx, instansiId);
		const daftar = (await listIzin(trx, instansiId)).map((i) => ({
			...i,
			keadaan: keadaanOf(i, kini),
			dipakai: dipakai.get(i.id) ?? 0,
		}));
		const kelola = authorize(ctx, 'izin_periksa.kelola', { instansiId }).ok;
		return { ok: true as const, value: { daftar, kelola, kini } };
	});
}

function keadaanOf(i: IzinTersimpan, kini: string): IzinTampil['keadaan'] {
	if (i.dicabut) return 'dicabut';
	if (kini < i.berlakuDari) return 'belum_berlaku';
	return kini > i.berlakuSampai ? 'berakhir' : 'berlaku';
}

export interface IzinMasukan {
	instansiId: number;
	nomor: string;
	pemberi: string;
	berlakuDari: string;
	berlakuSampai: string;
	sasaran: string[];
	tambahan: string[];
}

export type IzinOutcome =
	| { ok: true; value: { id: number } }
	| Tolak
	| { ok: false; reason: 'perlu_penegasan' }
	| { ok: false; reason: 'izin_salah'; masalah: MasalahIzin[] };

/** Records a permit. It opens the institution's systems to being looked at, so a fresh proof of who asks comes first. */
export async function saveIzin(ctx: Ctx, input: IzinMasukan): Promise<IzinOutcome> {
	const { instansiId } = input;
	const boleh = authorize(ctx, 'izin_periksa.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const tegas = canTegas(boleh.orang, ctx.clock());
	if (!tegas.ok) return tegas;
	const izin = susunIzin(input);
	if (!izin.ok) return { ok: false, reason: 'izin_salah', masalah: izin.masalah };
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<IzinOutcome> => {
		const { berlakuDari, berlakuSampai } = izin.value;
		const id = await insertIzin(trx, {
			...input,
			berlakuDari,
			berlakuSampai,
			dibuat: waktu,
			oleh: boleh.orang.id,
		});
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: boleh.orang.id,
				tindakan: 'izin_periksa.buat',
				objek: `izin_periksa/${id}`,
			},
			rincian: {
				dari: berlakuDari,
				sampai: berlakuSampai,
				sasaran: input.sasaran.length,
				tambahan: input.tambahan.join(' '),
			},
		});
		return { ok: true, value: { id } };
	});
}

/** Takes a permit back at once; what it covered stays in the history. */
export async function revokeIzin(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true } | Tolak | { ok: false; reason: 'izin_tidak_ada' }> {
	const { instansiId, id } = input;
	const boleh = authorize(ctx, 'izin_periksa.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		const oleh = boleh.orang.id;
		if (!(await revokeIzinStore(trx, { instansiId, id, waktu, oleh })))
			return { ok: false as const, reason: 'izin_tidak_ada' as const };
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: oleh, tindakan: 'izin_periksa.cabut', objek: `izin_periksa/${id}` },
		});
		return { ok: true as const };
	});
}
