import { countPeranOrang } from '#features/akun/peran.store.ts';
import { authorize } from '#features/akun/require-orang.ts';
import { findInstansiSlug } from '#features/instansi/unit.store.ts';
import { insertPemberitahuan, listPengisiUnit } from '#features/kerjasama/pemberitahuan.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { findUnit } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { readDasar } from './dasar-prakiraan.ts';
import type { TolakTindakan } from './require-tindakan.ts';
import { temukanLingkaran } from './tindakan.rules.ts';
import {
	findTindakan,
	type IsiTindakan,
	insertTindakan,
	listTindakanStore,
	lockSyarat,
	replaceSyarat,
	type Tindakan,
	updateTindakan,
} from './tindakan.store.ts';

export interface TindakanMasukan extends IsiTindakan {
	instansiId: number;
	/** The action that is changed and when it was last changed as the form saw it; null for a new one. */
	ubah: { id: number; diubah: number } | null;
	/** Actions it waits for. */
	menunggu: readonly number[];
}

export type TindakanOutcome =
	| { ok: true; value: { id: number } }
	| TolakTindakan
	| {
			ok: false;
			reason:
				| 'unit_tidak_ada'
				| 'orang_tidak_ada'
				| 'indikator_tidak_ada'
				| 'syarat_tidak_ada'
				| 'bentrok_tindakan';
	  }
	/** Titles of the actions in a circle, the first again at the end. */
	| { ok: false; reason: 'lingkaran'; lingkaran: string[] };

/** Writes a new action or changes one; the unit it is newly given to is told. */
export async function saveTindakan(ctx: Ctx, input: TindakanMasukan): Promise<TindakanOutcome> {
	const { instansiId, ubah } = input;
	const boleh = authorize(ctx, 'rencana.kelola', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<TindakanOutcome> => {
		const menunggu = await lockSyarat(trx, instansiId);
		const lama = ubah ? await findTindakan(trx, instansiId, ubah.id, true) : undefined;
		if (ubah && !lama) return { ok: false, reason: 'tindakan_tidak_ada' };
		if (ubah && lama?.diubah.getTime() !== ubah.diubah) return { ok: false, reason: 'bentrok_tindakan' };
		const rujukan = await periksaRujukan(trx, input, lama, menunggu, hariIni(waktu));
		if (!rujukan.ok) return rujukan;
		const isi = { ...input, instansiId, waktu };
		if (ubah) await updateTindakan(trx, { ...isi, id: ubah.id });
		const id = ubah?.id ?? (await insertTindakan(trx, { ...isi, oleh: boleh.orang.id }));
		await replaceSyarat(trx, { instansiId, id, menunggu: input.menunggu });
		if (input.unitId !== (lama?.unitId ?? null))
			await kabariUnit(trx, boleh.orang, { ...isi, id, unitId: input.unitId });
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: boleh.orang.id,
			tindakan: ubah ? 'tindakan.ubah' : 'tindakan.buat',
			objek: `tindakan/${id}`,
			rincian: {
				...{ indikator: input.indikator, dari: input.dari, ke: input.ke, unit: input.unitId },
				...{ tenggat: input.tenggat, pagu: input.pagu === null ? null : String(input.pagu) },
			},
		});
		return { ok: true, value: { id } };
	});
}

type Rujukan = { ok: true } | Exclude<TindakanOutcome, { ok: true }>;

/** Whether what the action refers to is there, and waits for nothing that waits for it. */
async function periksaRujukan(
	trx: Trx,
	input: TindakanMasukan,
	lama: Tindakan | undefined,
	menunggu: ReadonlyMap<number, readonly number[]>,
	kini: string,
): Promise<Rujukan> {
	const { instansiId, unitId, orangId, indikator } = input;
	if (unitId !== null && unitId !== lama?.unitId && !(await findUnit(trx, instansiId, unitId)))
		return { ok: false, reason: 'unit_tidak_ada' };
	if (
		orangId !== null &&
		orangId !== lama?.orangId &&
		(await countPeranOrang(trx, instansiId, orangId)) === 0
	)
		return { ok: false, reason: 'orang_tidak_ada' };
	if (indikator !== null && indikator !== lama?.indikator) {
		const { instrumen } = await readDasar(trx, instansiId, kini);
		if (!instrumen || !listIndikator(instrumen).some((i) => i.id === indikator))
			return { ok: false, reason: 'indikator_tidak_ada' };
	}
	if (input.menunggu.length === 0) return { ok: true };
	const judul = new Map((await listTindakanStore(trx, instansiId)).map((t) => [t.id, t.judul]));
	const id = lama?.id ?? 0;
	judul.set(id, input.judul);
	if (input.menunggu.some((m) => !judul.has(m) || (lama === undefined && m === 0)))
		return { ok: false, reason: 'syarat_tidak_ada' };
	const lingkaran = temukanLingkaran(menunggu, id, input.menunggu);
	return lingkaran
		? { ok: false, reason: 'lingkaran', lingkaran: lingkaran.map((n) => judul.get(n) ?? '') }
		: { ok: true };
}

async function kabariUnit(
	trx: Trx,
	oleh: Orang,
	t: { instansiId: number; id: number; unitId: number | null; judul: string; waktu: Date },
): Promise<void> {
	if (t.unitId === null) return;
	const { slug } = await findInstansiSlug(trx, t.instansiId);
	const pengisi = await listPengisiUnit(trx, t.instansiId, t.unitId);
	await insertPemberitahuan(trx, {
		orangId: pengisi.map((o) => o.id).filter((id) => id !== oleh.id),
		instansiId: t.instansiId,
		jenis: 'tugas',
		rincian: { isi: t.judul.slice(0, 200), oleh: oleh.nama },
		tujuan: `/kerja/${slug}/tindakan/${t.id}`,
		dibuat: t.waktu,
	});
}
