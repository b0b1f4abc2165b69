import { canAct } from '#features/akun/izin.rules.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { requireAkses } from './izin-akses.ts';
import { canPutuskan, type Keputusan, type TolakButir } from './kampanye.rules.ts';
import { findKampanye, lockButir, updateKeputusan } from './kampanye.store.ts';

export interface PutusanMasukan {
	instansiId: number;
	kampanyeId: number;
	butir: readonly number[];
	keputusan: Keputusan | null;
	alasan: string;
	/** ISO; only for what is kept although flagged. */
	berlakuSampai: string | null;
}

export type PutusanOutcome =
	| { ok: true; value: { banyak: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'kampanye_tidak_ada'
				| 'kampanye_ditutup'
				| 'tanpa_pilihan'
				| 'butir_tidak_ada'
				| TolakButir;
	  };

/** Decides on accounts of a campaign: keep, change, revoke or move; all of them or none. */
export async function decideButir(ctx: Ctx, input: PutusanMasukan): Promise<PutusanOutcome> {
	const { instansiId, kampanyeId, butir, keputusan, alasan } = input;
	const boleh = requireAkses(ctx, instansiId);
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	const kini = hariIni(waktu);
	return await inScope(ctx, boleh.orang, async (trx): Promise<PutusanOutcome> => {
		const k = await findKampanye(trx, instansiId, kampanyeId, true);
		if (!k) return { ok: false, reason: 'kampanye_tidak_ada' };
		if (!canAct(boleh.orang, 'akses.putuskan', { instansiId, jalur: k.jalur ?? undefined }).ok)
			return { ok: false, reason: 'tidak_berwenang' };
		if (k.ditutup) return { ok: false, reason: 'kampanye_ditutup' };
		if (butir.length === 0) return { ok: false, reason: 'tanpa_pilihan' };
		const ada = await lockButir(trx, instansiId, kampanyeId, butir);
		if (ada.length !== new Set(butir).size) return { ok: false, reason: 'butir_tidak_ada' };
		for (const b of ada) {
			const lengkap = canPutuskan(input, b.temuan > 0, kini);
			if (!lengkap.ok) return lengkap;
		}
		if (keputusan === null) return { ok: false, reason: 'tanpa_keputusan' };
		for (const b of ada)
			await updateKeputusan(trx, ctx, {
				...{
					instansiId,
					kampanyeId,
					id: b.id,
					kunci: b.kunci,
					keputusan,
					alasan,
					waktu,
					oleh: boleh.orang.id,
				},
				berlakuSampai: keputusan === 'pertahankan' && b.temuan > 0 ? input.berlakuSampai : null,
			});
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: boleh.orang.id },
			...{ tindakan: 'akses.putuskan', objek: `akses/kampanye/${kampanyeId}` },
			rincian: {
				putusan: keputusan,
				banyak: ada.length,
				butir: ada
					.slice(0, 50)
					.map((b) => b.id)
					.join(' '),
			},
		});
		return { ok: true, value: { banyak: ada.length } };
	});
}
