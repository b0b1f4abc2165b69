import { authorize } from '#features/akun/require-orang.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import {
	findSistem,
	type IsiSistem,
	insertSistem,
	isNamaDipakai,
	replaceAlamat,
	updateSistem,
} from './sistem.store.ts';

export interface SistemMasukan extends IsiSistem {
	instansiId: number;
	/** The system that is changed and when it was last changed as the form saw it; null for a new one. */
	ubah: { id: number; diubah: number } | null;
}

export type SistemOutcome =
	| { ok: true; value: { id: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'sistem_tidak_ada'
				| 'unit_tidak_ada'
				| 'nama_dipakai'
				| 'bentrok_sistem';
	  };

/** Enters a system in the register, or changes it. */
export async function saveSistem(ctx: Ctx, input: SistemMasukan): Promise<SistemOutcome> {
	const { instansiId, ubah } = input;
	const boleh = authorize(ctx, 'sistem.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<SistemOutcome> => {
		const lama = ubah ? await findSistem(trx, instansiId, ubah.id, true) : undefined;
		if (ubah && !lama) return { ok: false, reason: 'sistem_tidak_ada' };
		if (ubah && lama?.diubah.getTime() !== ubah.diubah) return { ok: false, reason: 'bentrok_sistem' };
		if (
			input.unitId !== null &&
			input.unitId !== lama?.unitId &&
			!(await findUnit(trx, instansiId, input.unitId))
		)
			return { ok: false, reason: 'unit_tidak_ada' };
		if (await isNamaDipakai(trx, instansiId, input.nama, ubah?.id ?? 0))
			return { ok: false, reason: 'nama_dipakai' };
		const isi = { ...input, waktu };
		if (ubah) await updateSistem(trx, { ...isi, id: ubah.id });
		const id = ubah?.id ?? (await insertSistem(trx, { ...isi, oleh: boleh.orang.id }));
		await replaceAlamat(trx, { instansiId, id, alamat: input.alamat });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: boleh.orang.id },
			tindakan: ubah ? 'sistem.ubah' : 'sistem.buat',
			objek: `sistem/${id}`,
			rincian: {
				...{
					unit: input.unitId,
					kekritisan: input.kekritisan,
					kelas: input.kelasData,
					kategori: input.kategori,
				},
				...{ aktif: input.aktif, alamat: input.alamat.length },
			},
		});
		return { ok: true, value: { id } };
	});
}
