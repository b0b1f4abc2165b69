import { isLuar, listJalur } from '#features/akun/izin.rules.ts';
import { type BuktiTersimpan, listBukti } from '#features/bukti/bukti.store.ts';
import { listTandaTangan, type TandaTangan } from '#features/penilaian/alur.store.ts';
import { findPenilaian, type PenilaianTersimpan } from '#features/penilaian/penilaian.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { type Entri, listEntri } from './laporan.store.ts';

/** Everything the documents of one assessment are made of. */
export interface BahanPutaran {
	instansi: { id: number; nama: string; slug: string; jenis: string };
	p: PenilaianTersimpan;
	/** Newest entry of every indicator in every stage. */
	entri: Entri[];
	/** Without what was withdrawn. */
	bukti: BuktiTersimpan[];
	tanda: TandaTangan[];
}

export type TolakPutaran = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' | 'indikator_tidak_ada';
};

export interface TempatPutaran {
	instansiId: number;
	id: number;
	/** Only this one; who is limited to units may have it where it is given to them. */
	indikator?: string | undefined;
}

/**
 * Reads an assessment for a document. The whole is for those who may read the whole of it; a download by somebody from
 * outside the institution is recorded.
 */
export async function readBahanPutaran(
	ctx: Ctx,
	input: TempatPutaran,
	tindakan: string,
): Promise<{ ok: true; value: BahanPutaran } | TolakPutaran> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id, indikator } = input;
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	if (jalur !== 'semua' && (jalur.length === 0 || indikator === undefined))
		return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: BahanPutaran } | TolakPutaran> => {
		const bahan = await bacaBahan(trx, instansiId, id, indikator);
		if (!bahan) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (indikator !== undefined && !(await mayIndikator(trx, bahan, indikator, jalur)))
			return { ok: false, reason: 'indikator_tidak_ada' };
		if (isLuar(who, instansiId))
			await recordActivity(trx, {
				...{ instansiId, waktu: ctx.clock(), orangId: who.id, tindakan },
				objek: `penilaian/${id}${indikator === undefined ? '' : `/${indikator}`}`,
			});
		return { ok: true, value: bahan };
	});
}

/** The same without asking who reads; the caller has. */
export async function bacaBahan(
	trx: Trx,
	instansiId: number,
	id: number,
	indikator?: string,
): Promise<BahanPutaran | null> {
	const p = await findPenilaian(trx, instansiId, id);
	if (!p) return null;
	const instansi = await trx
		.selectFrom('instansi')
		.select(['id', 'nama', 'slug', 'jenis'])
		.where('id', '=', instansiId)
		.executeTakeFirstOrThrow();
	const bukti = await listBukti(trx, instansiId, id);
	return {
		...{ instansi, p, entri: await listEntri(trx, instansiId, id, indikator) },
		bukti: bukti.filter((b) => b.status !== 'ditarik'),
		tanda: await listTandaTangan(trx, instansiId, id),
	};
}

async function mayIndikator(
	trx: Trx,
	{ instansi, p }: BahanPutaran,
	indikator: string,
	jalur: 'semua' | string[],
): Promise<boolean> {
	const ada = [...p.rangka.domain.flatMap((d) => d.aspek), ...p.rangka.aspek].some((a) =>
		a.indikator.some((i) => i.id === indikator),
	);
	if (!ada || jalur === 'semua') return ada;
	const tugas = await listPenugasan(trx, instansi.id, p.id);
	return tugas.some((t) => t.indikator === indikator && jalur.some((j) => t.jalur.startsWith(j)));
}
