import { authorize } from '#features/akun/require-orang.ts';
import { findInstansiSlug } from '#features/instansi/unit.store.ts';
import { insertPemberitahuan, listPengisiUnit } from '#features/kerjasama/pemberitahuan.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listSistemAkses } from './akses.store.ts';
import { closeKampanyeStore, findKampanye, insertButir, insertKampanye } from './kampanye.store.ts';
import { type AkunTersimpan, bacaAkunPotong } from './muat.rules.ts';
import { findMuat, readPotong } from './muat.store.ts';

/** More cannot be decided one by one; the flagged ones alone usually fit. */
export const BUTIR_TERBANYAK = 5000;

export interface KampanyeBaru {
	instansiId: number;
	muatId: number;
	nama: string;
	/** ISO */
	tenggat: string;
	/** Every active account, or only those with findings. */
	cakupan: 'semua' | 'bertemuan';
}

export type KampanyeOutcome =
	| { ok: true; value: { id: number; banyak: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'muat_tidak_ada'
				| 'tanpa_nama'
				| 'tenggat_salah'
				| 'tanpa_akun'
				| 'terlalu_banyak';
	  };

/** Freezes the accounts of an export for decision, and tells those who fill in for the owner unit. */
export async function openKampanye(ctx: Ctx, input: KampanyeBaru): Promise<KampanyeOutcome> {
	const { instansiId, muatId, nama, tenggat, cakupan } = input;
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	if (nama === '') return { ok: false, reason: 'tanpa_nama' };
	if (!/^20\d\d-\d\d-\d\d$/.test(tenggat) || Number.isNaN(Date.parse(tenggat)) || tenggat < hariIni(waktu))
		return { ok: false, reason: 'tenggat_salah' };
	return await inScope(ctx, boleh.orang, async (trx): Promise<KampanyeOutcome> => {
		const muat = await findMuat(trx, instansiId, muatId);
		if (muat?.keadaan !== 'siap' || muat.sistemId === null || muat.dihapus)
			return { ok: false, reason: 'muat_tidak_ada' };
		const akun: AkunTersimpan[] = [];
		for await (const isi of readPotong(trx, ctx, { instansiId, muatId, jenis: 'isi' })) {
			akun.push(
				...bacaAkunPotong(isi).filter((a) => a.aktif && (cakupan === 'semua' || a.temuan.length > 0)),
			);
			if (akun.length > BUTIR_TERBANYAK) return { ok: false, reason: 'terlalu_banyak' };
		}
		if (akun.length === 0) return { ok: false, reason: 'tanpa_akun' };
		const { sistemId } = muat;
		const oleh = boleh.orang.id;
		const id = await insertKampanye(trx, {
			instansiId,
			sistemId,
			muatId,
			nama,
			tenggat,
			dibuat: waktu,
			oleh,
		});
		await insertButir(trx, ctx, { instansiId, kampanyeId: id, sistemId }, akun);
		const sistem = (await listSistemAkses(trx, instansiId)).find((s) => s.id === sistemId);
		if (sistem?.unitId) {
			const { slug } = await findInstansiSlug(trx, instansiId);
			const pengisi = await listPengisiUnit(trx, instansiId, sistem.unitId);
			await insertPemberitahuan(trx, {
				orangId: pengisi.map((o) => o.id).filter((o) => o !== oleh),
				...{ instansiId, jenis: 'tugas', dibuat: waktu },
				rincian: { isi: `${nama}: ${sistem.nama}`.slice(0, 200), oleh: boleh.orang.nama },
				tujuan: `/kerja/${slug}/audit/akses/kampanye/${id}`,
			});
		}
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: oleh, tindakan: 'akses.kampanye', objek: `akses/kampanye/${id}` },
			rincian: { sistem: sistemId, banyak: akun.length, tenggat },
		});
		return { ok: true, value: { id, banyak: akun.length } };
	});
}

/** Ends a campaign: nothing more is decided, and the next exports are still compared with it. */
export async function closeKampanye(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<
	| { ok: true }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'kampanye_tidak_ada' | 'kampanye_ditutup' }
> {
	const boleh = authorize(ctx, 'akses.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		const k = await findKampanye(trx, instansiId, id, true);
		if (!k) return { ok: false as const, reason: 'kampanye_tidak_ada' as const };
		if (k.ditutup) return { ok: false as const, reason: 'kampanye_ditutup' as const };
		await closeKampanyeStore(trx, { instansiId, id, waktu, oleh: boleh.orang.id });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: boleh.orang.id },
			...{ tindakan: 'akses.kampanye_tutup', objek: `akses/kampanye/${id}` },
		});
		return { ok: true as const };
	});
}
