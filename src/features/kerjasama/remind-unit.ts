import { authorize } from '#features/akun/require-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { listTugasTerbuka } from '#features/penilaian/antrean.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { insertPemberitahuan, listPengisiUnit, listPilihan } from './pemberitahuan.store.ts';
import { listPengingat } from './pengingat.store.ts';
import { suratKerjasamaCopy } from './surat-kerjasama.copy.ts';

export interface IngatkanMasukan {
	instansiId: number;
	/** Slug of the institution, for the link. */
	slug: string;
	unitId: number;
	/** Again, although the unit was reminded today. */
	ulang: boolean;
}

export type IngatkanOutcome =
	| { ok: true; value: { unit: string; orang: string[]; surel: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'tidak_terlambat' | 'tanpa_operator' }
	| { ok: false; reason: 'sudah_diingatkan'; waktu: Date; oleh: string };

const SEHARI = 86_400_000;

/** Reminds a unit of what is late or due today: within the application, and by mail to those who did not mute it. */
export async function remindUnit(ctx: Ctx, input: IngatkanMasukan): Promise<IngatkanOutcome> {
	const { instansiId, unitId } = input;
	const boleh = authorize(ctx, 'penilaian.tugaskan', { instansiId });
	if (!boleh.ok) return boleh;
	const waktu = ctx.clock();
	const hari = hariIni(waktu);
	return await inScope(ctx, boleh.orang, async (trx): Promise<IngatkanOutcome> => {
		const lewat = (await listTugasTerbuka(trx, instansiId)).filter(
			(t) => t.unitId === unitId && t.tenggat !== null && t.tenggat <= hari,
		);
		if (lewat.length === 0) return { ok: false, reason: 'tidak_terlambat' };
		const tadi = (await listPengingat(trx, instansiId, hari)).find((p) => p.unitId === unitId);
		if (tadi && !input.ulang)
			return { ok: false, reason: 'sudah_diingatkan', waktu: tadi.waktu, oleh: tadi.oleh };
		const orang = await listPengisiUnit(trx, instansiId, unitId);
		if (orang.length === 0) return { ok: false, reason: 'tanpa_operator' };
		const unit = lewat[0]?.unit ?? '';
		const indikator = [...new Set(lewat.map((t) => t.indikator))].join(', ');
		await trx
			.insertInto('pengingat')
			.values({ instansi_id: instansiId, unit_id: unitId, indikator, hari, waktu, orang_id: boleh.orang.id })
			.execute();
		await insertPemberitahuan(trx, {
			orangId: orang.map((o) => o.id),
			instansiId,
			jenis: 'ingatkan',
			rincian: { unit, indikator, oleh: boleh.orang.nama },
			tujuan: `/kerja/${input.slug}`,
			dibuat: waktu,
		});
		const surel = await mailPengingat(ctx, trx, orang, { unit, indikator, slug: input.slug });
		await recordActivity(trx, {
			instansiId,
			waktu,
			orangId: boleh.orang.id,
			tindakan: 'unit.ingatkan',
			objek: `unit/${unitId}`,
			rincian: { indikator, orang: orang.length, surel },
		});
		return { ok: true, value: { unit, orang: orang.map((o) => o.nama), surel } };
	});
}

async function mailPengingat(
	ctx: Ctx,
	trx: Trx,
	orang: readonly { id: number; nama: string; surel: string | null }[],
	isi: { unit: string; indikator: string; slug: string },
): Promise<number> {
	if (!ctx.mail.aktif) return 0;
	const pilihan = await listPilihan(
		trx,
		orang.map((o) => o.id),
	);
	const kata = suratKerjasamaCopy.id;
	const dibuat = ctx.clock();
	let banyak = 0;
	for (const o of orang) {
		if (o.surel === null || pilihan.some((p) => p.orang_id === o.id && p.jenis === 'ingatkan' && !p.surel))
			continue;
		const terkirim = await ctx.mail.send(trx, {
			kepada: { nama: o.nama, alamat: o.surel },
			perihal: kata.ingatkanPerihal(isi.unit),
			isi: kata.ingatkan(
				o.nama,
				isi.unit,
				isi.indikator,
				ctx.mail.tautan(`/kerja/${isi.slug}`),
				ctx.mail.tautan('/akun/pemberitahuan'),
			),
			jenis: 'ingatkan',
			dibuat,
			sampai: new Date(dibuat.getTime() + SEHARI),
		});
		if (terkirim) banyak++;
	}
	return banyak;
}
