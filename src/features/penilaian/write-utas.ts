import { canAct } from '#features/akun/izin.rules.ts';
import { once } from '#features/luring/kiriman.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { canSanggah, mayEksternal } from './alur.rules.ts';
import { adaIndikator } from './penilaian.rules.ts';
import { findPenilaian, keadaanOf, type PenilaianTersimpan } from './penilaian.store.ts';
import { listPenugasan } from './penugasan.store.ts';
import { canFill } from './record-nilai.ts';
import { findUtas, insertUtas } from './utas.store.ts';

export const daftarJenisUtas = [
	'komentar',
	'pertanyaan',
	'kunjungan',
	'sanggahan',
	'catatan',
	'jawaban',
] as const;
export type JenisUtas = (typeof daftarJenisUtas)[number];

export interface UtasMasukan {
	instansiId: number;
	penilaianId: number;
	indikator: string;
	jenis: JenisUtas;
	/** What is answered; with `jawaban` only. */
	balasId: number | null;
	/** The assessor's word on an objection. */
	putusan: 'diterima' | 'ditolak' | null;
	isi: string;
	/** Key of the sending, where it may come twice; a second one gets the first one's answer. */
	kunci?: string | undefined;
}

export type UtasOutcome =
	| { ok: true; value: { id: number } }
	| {
			ok: false;
			reason:
				| 'belum_masuk'
				| 'tidak_berwenang'
				| 'penilaian_tidak_ada'
				| 'indikator_tidak_ada'
				| 'utas_tidak_ada'
				| 'tahap_lewat'
				| 'isi_kosong'
				| 'terlalu_panjang'
				| 'putusan_kosong'
				| 'kunci_terpakai';
	  };

/** Says something about an indicator: a comment, an interview question, a visit note, an objection, an answer. */
export async function writeUtas(ctx: Ctx, input: UtasMasukan): Promise<UtasOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const orang = ctx.who;
	const { instansiId, penilaianId, indikator } = input;
	const isi = input.isi.trim();
	if (isi === '') return { ok: false, reason: 'isi_kosong' };
	if (isi.length > 10_000) return { ok: false, reason: 'terlalu_panjang' };
	const waktu = ctx.clock();
	return await inScope(ctx, orang, async (trx): Promise<UtasOutcome> => {
		const p = await findPenilaian(trx, instansiId, penilaianId);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		if (!adaIndikator(p.rangka, indikator)) return { ok: false, reason: 'indikator_tidak_ada' };
		const kiriman = { orangId: orang.id, instansiId, kunci: input.kunci, isi: input, waktu };
		return await once(
			trx,
			kiriman,
			(j: { id: number }) => j,
			() => ucapkan(trx, orang, p, { ...input, isi }, waktu),
		);
	});
}

async function ucapkan(
	trx: Trx,
	orang: Orang,
	p: PenilaianTersimpan,
	input: UtasMasukan,
	waktu: Date,
): Promise<UtasOutcome> {
	const { instansiId, penilaianId, indikator, jenis, isi } = input;
	const tugas = await listPenugasan(trx, instansiId, penilaianId);
	if (!maySpeak(orang, instansiId, indikator, tugas)) return { ok: false, reason: 'tidak_berwenang' };
	const asal = input.balasId === null ? null : await findUtas(trx, instansiId, penilaianId, input.balasId);
	if (jenis === 'jawaban' && asal?.indikator !== indikator) return { ok: false, reason: 'utas_tidak_ada' };
	if (!mayJenis(orang, instansiId, p, jenis, asal?.jenis)) return { ok: false, reason: 'tidak_berwenang' };
	if (jenis === 'sanggahan') {
		const boleh = canSanggah(keadaanOf(p, waktu));
		if (!boleh.ok) return boleh;
	}
	const sanggah = asal?.jenis === 'sanggahan';
	if (sanggah && !input.putusan) return { ok: false, reason: 'putusan_kosong' };
	const putusan = sanggah ? input.putusan : null;
	const id = await insertUtas(trx, {
		instansiId,
		penilaianId,
		indikator,
		buktiId: null,
		balasId: jenis === 'jawaban' ? input.balasId : null,
		jenis,
		putusan,
		isi,
		tahap: p.tahap,
		orangId: orang.id,
		waktu,
	});
	await recordActivity(trx, {
		instansiId,
		waktu,
		orangId: orang.id,
		tindakan: `utas.${jenis}`,
		objek: `penilaian/${penilaianId}/${indikator}`,
		rincian: { utas: id, balas: input.balasId, putusan },
	});
	return { ok: true, value: { id } };
}

/** What some kinds ask for beyond the right to speak. */
function mayJenis(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	p: { tahap: string; penyelenggaraId: number | null },
	jenis: JenisUtas,
	dijawab: string | undefined,
): boolean {
	if (jenis === 'sanggahan') return canAct(orang, 'sanggahan.ajukan', { instansiId }).ok;
	const asesor = jenis === 'pertanyaan' || jenis === 'kunjungan' || dijawab === 'sanggahan';
	return !asesor || (p.tahap !== 'mandiri' && mayEksternal(orang, instansiId, p));
}

function maySpeak(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	indikator: string,
	tugas: Parameters<typeof canFill>[2],
): boolean {
	return canAct(orang, 'utas.tulis', { instansiId }).ok || canFill(orang, instansiId, tugas, indikator);
}
