import { authorize, type MasukDulu } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { readDasar } from '../tindakan/dasar-prakiraan.ts';
import { listTindakanStore, lockSyarat } from '../tindakan/tindakan.store.ts';
import { tebakMuatan } from './peta.rules.ts';
import { insertPeta, listPetaStore } from './peta.store.ts';

/** A row for every action that has none; a second time adds nothing. */
export async function fillPeta(
	ctx: Ctx,
	instansiId: number,
): Promise<{ ok: true; value: { baru: number } } | Extract<MasukDulu, { ok: false }>> {
	const boleh = authorize(ctx, 'rencana.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		await lockSyarat(trx, instansiId); // two at once would both add
		const ada = new Set((await listPetaStore(trx, instansiId)).map((b) => b.tindakanId));
		const { instrumen } = await readDasar(trx, instansiId, hariIni(waktu));
		const nama = new Map(instrumen ? listIndikator(instrumen).map((i) => [i.id, i.nama]) : []);
		const baru = (await listTindakanStore(trx, instansiId)).filter(
			(t) => t.keadaan !== 'batal' && !ada.has(t.id),
		);
		for (const t of baru)
			await insertPeta(trx, {
				...{ instansiId, tahun: t.tahun, judul: t.judul, indikator: t.indikator, unitId: t.unitId },
				muatan: tebakMuatan(nama.get(t.indikator ?? '') ?? t.judul),
				...{ kebutuhan: t.pagu, anggaran: t.pagu, subKegiatan: t.subKegiatan, tindakanId: t.id },
				...{ waktu, oleh: boleh.orang.id },
			});
		if (baru.length > 0)
			await recordActivity(trx, {
				instansiId,
				waktu,
				orangId: boleh.orang.id,
				tindakan: 'peta.isi_tindakan',
				objek: 'peta',
				rincian: { baru: baru.length },
			});
		return { ok: true as const, value: { baru: baru.length } };
	});
}
