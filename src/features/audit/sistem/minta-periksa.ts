import { authorize } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { findSama, startPekerjaan } from '#platform/jobs/pekerjaan.ts';
import { deleteJadwal, listBelumDiperiksa, upsertJadwal } from './periksa.store.ts';

export const JENIS_PERIKSA = 'periksa';

/** What is to be looked at, as it stands in the work's row. */
export interface PermintaanPeriksa {
	instansiId: number;
	/** Null for every system in use. */
	sistemId: number | null;
}

type Tolak = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' };

/** Asks for checks in the background: of one system, or of all. What is being done already is not begun twice. */
export async function mintaPeriksa(
	ctx: Ctx,
	input: PermintaanPeriksa,
): Promise<{ ok: true; value: { pekerjaanId: number } } | Tolak | { ok: false; reason: 'tanpa_alamat' }> {
	const { instansiId, sistemId } = input;
	const boleh = authorize(ctx, 'periksa.jalankan', { instansiId });
	if (!boleh.ok) return boleh;
	const oleh = boleh.orang.id;
	return await inScope(ctx, boleh.orang, async (trx) => {
		const isi: PermintaanPeriksa = { instansiId, sistemId };
		const alamat = await listBelumDiperiksa(trx, { ...isi, pekerjaanId: 0 });
		if (alamat.length === 0) return { ok: false as const, reason: 'tanpa_alamat' as const };
		const sama = await findSama(trx, { jenis: JENIS_PERIKSA, isi, oleh });
		if (sama !== undefined) return { ok: true as const, value: { pekerjaanId: sama } };
		const pekerjaanId = await startPekerjaan(ctx, trx, {
			...{ jenis: JENIS_PERIKSA, instansiId, jumlah: alamat.length, isi, oleh },
		});
		await recordActivity(trx, {
			...{ instansiId, waktu: ctx.clock(), orangId: oleh, tindakan: 'periksa.minta' },
			objek: sistemId === null ? `instansi/${instansiId}` : `sistem/${sistemId}`,
			rincian: { alamat: alamat.length },
		});
		return { ok: true as const, value: { pekerjaanId } };
	});
}

/** How often everything is looked at; null ends it. The first time is the day after. */
export async function setJadwal(
	ctx: Ctx,
	input: { instansiId: number; selang: 'mingguan' | 'bulanan' | null },
): Promise<{ ok: true } | Tolak> {
	const { instansiId, selang } = input;
	const boleh = authorize(ctx, 'periksa.jalankan', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	const oleh = boleh.orang.id;
	return await inScope(ctx, boleh.orang, async (trx) => {
		if (selang === null) await deleteJadwal(trx, instansiId);
		else
			await upsertJadwal(trx, {
				instansiId,
				selang,
				waktu,
				oleh,
				berikut: hariIni(new Date(waktu.getTime() + 86_400_000)),
			});
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: oleh, tindakan: 'periksa.jadwal', objek: `instansi/${instansiId}` },
			rincian: { selang },
		});
		return { ok: true as const };
	});
}
