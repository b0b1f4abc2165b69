import { createHash } from 'node:crypto';
import { canAct } from '#features/akun/izin.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listAspek } from '#scoring';
import type { Jadwal } from './alur.rules.ts';
import { mayEksternal } from './alur.rules.ts';
import { listTandaTangan, type TandaTangan } from './alur.store.ts';
import {
	type BuktiTambahan,
	listBuktiTambahan,
	listNilaiTahap,
	listPertemuan,
	listTanya,
	type NilaiTahapTersimpan,
	type Pertemuan,
	type Tanya,
} from './interviu.store.ts';
import { findPenilaian, type PenilaianTersimpan } from './penilaian.store.ts';
import {
	canBeritaAcara,
	dokumenPertemuan,
	type IsiPertemuan,
	type JenisPertemuan,
	listPihak,
	type Pihak,
	susunIsiPertemuan,
} from './pertemuan.rules.ts';

export type { Pertemuan };

export interface BahasanIndikator {
	id: string;
	pendek: string;
	aspek: string;
	/** Newest values of the self-assessment and of the document stage, hundredths. */
	mandiri: number | null;
	dokumen: number | null;
	tanya: Tanya[];
	bukti: BuktiTambahan[];
}

export interface BeritaAcaraPertemuan {
	jenis: JenisPertemuan;
	/** Null while nobody has written the minutes. */
	isi: IsiPertemuan | null;
	/** Hash of exactly what is shown; signing names it. */
	sidik: string | null;
	tanda: { pihak: Pihak; nama: string; jabatan: string; waktu: Date }[];
	bolehTulis: boolean;
	/** Sides for which this person may sign now. */
	bolehTanda: Pihak[];
}

export interface Interviu {
	id: number;
	nama: string;
	tahun: number;
	tahap: string;
	jadwal: Jadwal[];
	indikator: BahasanIndikator[];
	pertemuan: BeritaAcaraPertemuan[];
	bolehTanya: boolean;
}

/** Interview and visit of one assessment: questions and answers by indicator, extra evidence, minutes. */
export async function readInterviu(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<
	| { ok: true; value: Interviu }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' }
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId } = input;
	if (!canAct(who, 'penilaian.lihat', { instansiId }).ok) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansiId, input.id);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' } as const;
		const bahan = await readBahan(trx, instansiId, p.id);
		const tanda = await listTandaTangan(trx, instansiId, p.id);
		const pihak = listPihak(who, instansiId, p);
		const asesor = mayEksternal(who, instansiId, p);
		const jenis: JenisPertemuan[] = ['interviu', ...(isVisitasi(p, bahan) ? (['visitasi'] as const) : [])];
		const value: Interviu = {
			id: p.id,
			nama: p.nama,
			tahun: p.tahun,
			tahap: p.tahap,
			jadwal: p.jadwal,
			indikator: susunBahasan(p, bahan),
			pertemuan: jenis.map((j) => susunPertemuan(p, j, bahan, tanda, { pihak, asesor, orangId: who.id })),
			bolehTanya: p.tahap !== 'mandiri' && p.tahap !== 'selesai' && asesor,
		};
		return { ok: true, value } as const;
	});
}

export interface BahanPertemuan {
	tanya: Tanya[];
	bukti: BuktiTambahan[];
	nilai: NilaiTahapTersimpan[];
	pertemuan: Pertemuan[];
}

export async function readBahan(trx: Trx, instansiId: number, penilaianId: number): Promise<BahanPertemuan> {
	return {
		tanya: await listTanya(trx, instansiId, penilaianId),
		bukti: await listBuktiTambahan(trx, instansiId, penilaianId),
		nilai: await listNilaiTahap(trx, instansiId, penilaianId),
		pertemuan: await listPertemuan(trx, instansiId, penilaianId),
	};
}

/** Text of the minutes and its hash; null where nobody has written them. */
export function tulisPertemuan(
	penilaianId: number,
	jenis: JenisPertemuan,
	bahan: BahanPertemuan,
): { isi: IsiPertemuan; teks: string; sidik: string } | null {
	const pertemuan = bahan.pertemuan.find((b) => b.jenis === jenis);
	if (!pertemuan) return null;
	const isi = susunIsiPertemuan(penilaianId, pertemuan, bahan);
	const teks = JSON.stringify(isi);
	return { isi, teks, sidik: createHash('sha256').update(teks).digest('hex') };
}

const isVisitasi = (p: PenilaianTersimpan, bahan: BahanPertemuan) =>
	p.jadwal.some((j) => j.tahap === 'visitasi') || bahan.tanya.some((t) => t.jenis === 'kunjungan');

function susunBahasan(p: PenilaianTersimpan, bahan: BahanPertemuan): BahasanIndikator[] {
	const nilai = new Map(bahan.nilai.map((n) => [`${n.indikator} ${n.tahap}`, n.nilai]));
	return listAspek(p.rangka).flatMap((a) =>
		a.indikator.map((i) => {
			const mandiri = nilai.get(`${i.id} mandiri`) ?? null;
			return {
				id: i.id,
				pendek: i.pendek,
				aspek: a.nama,
				mandiri,
				dokumen: nilai.get(`${i.id} dokumen`) ?? mandiri,
				tanya: bahan.tanya.filter((t) => t.indikator === i.id),
				bukti: bahan.bukti.filter((b) => b.indikator === i.id),
			};
		}),
	);
}

function susunPertemuan(
	p: PenilaianTersimpan,
	jenis: JenisPertemuan,
	bahan: BahanPertemuan,
	semua: readonly TandaTangan[],
	hak: { pihak: readonly Pihak[]; asesor: boolean; orangId: number },
): BeritaAcaraPertemuan {
	const kini = tulisPertemuan(p.id, jenis, bahan);
	const tanda = semua.filter((t) => t.dokumen === dokumenPertemuan[jenis]);
	const beku = tanda.length === 2 ? tanda[0] : undefined;
	const buka = canBeritaAcara(p.tahap, jenis).ok && !beku;
	const sah = tanda.filter((t) => beku || t.sidik === kini?.sidik);
	return {
		jenis,
		isi: beku ? (JSON.parse(beku.isi) as IsiPertemuan) : (kini?.isi ?? null),
		sidik: beku?.sidik ?? kini?.sidik ?? null,
		tanda: sah.map((t) => ({
			pihak: t.pihak ?? 'instansi',
			nama: t.nama,
			jabatan: t.jabatan,
			waktu: t.waktu,
		})),
		bolehTulis: buka && hak.asesor,
		bolehTanda:
			buka && kini && !sah.some((t) => t.orangId === hak.orangId)
				? hak.pihak.filter((s) => !sah.some((t) => t.pihak === s))
				: [],
	};
}
