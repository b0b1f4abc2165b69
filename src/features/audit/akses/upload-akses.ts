import { createReadStream } from 'node:fs';
import { authorize } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import type { Titipan } from '#platform/storage/file-store.ts';
import { listSistemAkses } from './akses.store.ts';
import { insertMuat, insertPotong, type Potong } from './muat.store.ts';

/** Bytes of a file that is loaded on a page; larger ones are for the command line. */
export const MAKS_AKSES = 64 * 1024 * 1024;
const POTONG = 256 * 1024;

export type UploadOutcome =
	| { ok: true; value: { id: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'sistem_tidak_ada' | 'tanggal_salah' };

/** Who may load a file, before it is received. */
export const canUpload = (ctx: Ctx, instansiId: number) => authorize(ctx, 'akses.kelola', { instansiId });

/**
 * Keeps a file sealed until its columns are settled; the received file itself is given up. Without a system it is the
 * personnel list.
 * @param tanggal the day the file shows, ISO
 */
export async function uploadAkses(
	ctx: Ctx,
	input: { instansiId: number; sistemId: number | null; tanggal: string; berkas: Titipan },
): Promise<UploadOutcome> {
	const { instansiId, sistemId, berkas, tanggal } = input;
	try {
		const boleh = canUpload(ctx, instansiId);
		if (!boleh.ok) return boleh;
		const { orang } = boleh;
		const dibuat = ctx.clock();
		if (!/^20\d\d-\d\d-\d\d$/.test(tanggal) || tanggal > hariIni(dibuat) || Number.isNaN(Date.parse(tanggal)))
			return { ok: false, reason: 'tanggal_salah' };
		return await inScope(ctx, orang, async (trx): Promise<UploadOutcome> => {
			if (sistemId !== null && !(await listSistemAkses(trx, instansiId)).some((s) => s.id === sistemId))
				return { ok: false, reason: 'sistem_tidak_ada' };
			const isi = { instansiId, sistemId, tanggal, dibuat, oleh: orang.id };
			const id = await insertMuat(trx, { ...isi, ukuran: berkas.ukuran });
			await insertPotong(trx, ctx, { instansiId, muatId: id, jenis: 'berkas' }, potongBerkas(berkas.path));
			await recordActivity(trx, {
				...{ instansiId, waktu: dibuat, orangId: orang.id },
				...{ tindakan: 'akses.unggah', objek: `akses/${id}` },
				rincian: { sistem: sistemId, ukuran: berkas.ukuran },
			});
			return { ok: true, value: { id } };
		});
	} finally {
		await ctx.berkas.discard(berkas);
	}
}

async function* potongBerkas(path: string): AsyncGenerator<Potong> {
	let nomor = 0;
	for await (const isi of createReadStream(path, { highWaterMark: POTONG }))
		yield { nomor: nomor++, isi: isi as Buffer };
}
