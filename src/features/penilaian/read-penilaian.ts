import { canAct, isLuar, listJalur } from '#features/akun/izin.rules.ts';
import type { Unit } from '#features/instansi/unit.rules.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listAspek } from '#scoring';
import { mayAksi, tulisIsi } from './advance-penilaian.ts';
import {
	type AksiAlur,
	aksiAlur,
	canAksi,
	type Halangan,
	type Jadwal,
	listHalangan,
	mayReviu,
	tahapBerikut,
} from './alur.rules.ts';
import { type TandaTangan, updateAlur } from './alur.store.ts';
import type { OrangUnit } from './antrean.store.ts';
import type { NilaiTahapTersimpan } from './interviu.store.ts';
import { type IsiPenilaian, readIsiPenilaian } from './isi-penilaian.store.ts';
import { type Penetapan, susunPenetapan } from './penetapan.rules.ts';
import { listHasilSampai } from './penetapan.store.ts';
import type { SkorTersimpan } from './penilaian.rules.ts';
import { findPenilaian, keadaanOf, listPenilaianStore, type PenilaianTersimpan } from './penilaian.store.ts';
import type { Penugasan } from './penugasan.store.ts';

type Tolak = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada';
};

/** Assessments of an institution; who is limited to a unit sees them too, but within only what is theirs. */
export async function listPenilaian(ctx: Ctx, instansiId: number) {
	if (ctx.who.jenis !== 'orang') return { ok: false as const, reason: 'belum_masuk' as const };
	const { who } = ctx;
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	if (jalur !== 'semua' && jalur.length === 0)
		return { ok: false as const, reason: 'tidak_berwenang' as const };
	const daftar = await inScope(ctx, who, (trx) => listPenilaianStore(trx, instansiId));
	return {
		ok: true as const,
		value: { daftar, bolehBuka: canAct(who, 'penilaian.buka', { instansiId }).ok },
	};
}

export interface BarisIndikator {
	id: string;
	pendek: string;
	/** Name of the aspect. */
	aspek: string;
	/** Hundredths; null while not answered. */
	nilai: number | null;
	/** Id of the newest ledger entry, "0" for none. */
	nilaiId: string;
	tahap: string | null;
	tugas: Penugasan[];
	/** Items of evidence that are not withdrawn, and how many were sent back. */
	bukti: { banyak: number; dikembalikan: number; diterima: number };
	/** The review team's word on the newest value; null where it has none on that one. */
	reviu: 'valid' | 'tidak_valid' | null;
	alasanReviu: string;
	/** Self-assessed value, hundredths. */
	mandiri: number | null;
	/** Of the newest value. */
	justifikasi: string;
	oleh: string | null;
	waktu: Date | null;
}

export interface AlurTerbuka {
	langkah: string;
	halangan: Halangan[];
	/** What this person may do now. */
	aksi: AksiAlur[];
	/** An action that only a second person may take waits for them. */
	tungguOrangKedua: boolean;
	tandaTangan: Omit<TandaTangan, 'isi' | 'orangId'>[];
	/** The review has begun: its words are shown. */
	tampilReviu: boolean;
	berikut: string | null;
}

export interface PenilaianTerbuka {
	id: number;
	nama: string;
	tahun: number;
	jenis: string;
	tahap: string;
	/** The institution's own round, published nowhere. */
	latihan: boolean;
	/** It goes on from an assessment of an earlier year. */
	lanjutan: boolean;
	instrumen: { id: string; nama: string; tingkat: number[] };
	jadwal: Jadwal[];
	skor: SkorTersimpan | null;
	terjawab: number;
	baris: BarisIndikator[];
	/** Only what is assigned within the person's units. */
	terbatas: boolean;
	bolehTugaskan: boolean;
	/** Whom indicators may be given to; empty for who may not give. */
	unit: Unit[];
	pelaksana: OrangUnit[];
	bolehReviu: boolean;
	/** From the determination stage on: what is or was published. */
	penetapan: Penetapan | null;
	alur: AlurTerbuka;
}

/** One assessment with every indicator the person may see, its value and who it is assigned to. */
export async function readPenilaian(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: PenilaianTerbuka } | Tolak> {
	const { instansiId } = input;
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: PenilaianTerbuka } | Tolak> => {
		const p = await findPenilaian(trx, instansiId, input.id);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		await markDibaca(ctx, trx, who, instansiId, p);
		const bolehTugaskan = p.tahap === 'mandiri' && canAct(who, 'penilaian.tugaskan', { instansiId }).ok;
		const isi = await readIsiPenilaian(trx, { instansiId, penilaianId: p.id, tugaskan: bolehTugaskan });
		const { tanda } = isi;
		const semua = susunBaris(isi, p, jalur);
		return {
			ok: true,
			value: {
				id: p.id,
				nama: p.nama,
				tahun: p.tahun,
				jenis: p.jenis,
				tahap: p.tahap,
				latihan: p.penyelenggaraId === instansiId,
				lanjutan: p.dariId !== null && jalur === 'semua',
				instrumen: { id: p.rangka.id, nama: p.rangka.nama, tingkat: daftarTingkat(p.rangka.skala) },
				jadwal: p.jadwal,
				skor: jalur === 'semua' ? p.skor : null,
				terjawab: p.terjawab,
				baris: jalur === 'semua' ? semua : semua.filter((b) => b.tugas.length > 0),
				terbatas: jalur !== 'semua',
				bolehTugaskan,
				unit: isi.unit,
				pelaksana: isi.pelaksana,
				bolehReviu: p.tahap === 'reviu' && mayReviu(who, instansiId, p),
				penetapan: jalur === 'semua' ? await readPenetapan(trx, instansiId, p, tanda) : null,
				alur: susunAlur(ctx, who, instansiId, p, semua, isi),
			},
		};
	});
}

function susunAlur(
	ctx: Ctx,
	who: Orang,
	instansiId: number,
	p: PenilaianTersimpan,
	baris: readonly BarisIndikator[],
	{ tanda, hitungan }: IsiPenilaian,
): AlurTerbuka {
	const usul = tanda.find((t) => t.dokumen === 'penetapan_usul') ?? null;
	const k = keadaanOf(p, ctx.clock());
	const semua = Object.keys(aksiAlur) as AksiAlur[];
	const boleh = semua.filter((a) => mayAksi(who, instansiId, p, a));
	return {
		langkah: p.langkah,
		halangan: listHalangan(p, { ...hitungan, indikator: baris.length, terjawab: p.terjawab }),
		aksi: boleh.filter((a) => canAksi(k, a, usul, who.id).ok),
		tungguOrangKedua: boleh.includes('tetapkan') && usul?.orangId === who.id,
		tampilReviu: ['reviu', 'penetapan', 'selesai'].includes(p.tahap),
		tandaTangan: tanda.map(({ isi: _, orangId: __, ...t }) => t),
		berikut: tahapBerikut(k),
	};
}

async function readPenetapan(
	trx: Trx,
	instansiId: number,
	p: PenilaianTersimpan,
	tanda: readonly TandaTangan[],
): Promise<Penetapan | null> {
	if (p.tahap !== 'penetapan') return null;
	const usul = tanda.find((t) => t.dokumen === 'penetapan_usul');
	return susunPenetapan({
		skor: p.skor,
		tahun: p.tahun,
		instrumen: p.rangka.id,
		bagian: p.rangka.domain.length > 0 ? p.rangka.domain : p.rangka.aspek,
		hasil: await listHasilSampai(trx, instansiId, p.tahun),
		usul: usul
			? {
					nama: usul.nama,
					jabatan: usul.jabatan,
					waktu: usul.waktu,
					berubah: usul.isi !== (await tulisIsi(trx, instansiId, p)),
				}
			: null,
		setuju: tanda.some((t) => t.dokumen === 'persetujuan_publikasi'),
		latihan: p.penyelenggaraId === instansiId,
	});
}

/** From the first opening by somebody from outside the institution cannot recall what it sent. */
async function markDibaca(
	ctx: Ctx,
	trx: Trx,
	who: Orang,
	instansiId: number,
	p: PenilaianTersimpan,
): Promise<void> {
	if (p.tahap !== 'dokumen' || p.dibaca !== null || !isLuar(who, instansiId)) return;
	const waktu = ctx.clock();
	await updateAlur(trx, { instansiId, id: p.id, tahap: p.tahap, langkah: p.langkah, dibaca: waktu });
	await recordActivity(trx, {
		instansiId,
		waktu,
		orangId: who.id,
		tindakan: 'penilaian.dibaca',
		objek: `penilaian/${p.id}`,
	});
}

function susunBaris(
	{ nilai: semua, tugas: semuaTugas, bukti, reviu: semuaReviu }: IsiPenilaian,
	p: PenilaianTersimpan,
	jalur: 'semua' | string[],
): BarisIndikator[] {
	const nilai = terbaruTiap(semua);
	const tugas = semuaTugas.filter((t) => jalur === 'semua' || jalur.some((j) => t.jalur.startsWith(j)));
	const reviu = ['reviu', 'penetapan', 'selesai'].includes(p.tahap)
		? new Map(semuaReviu.map((r) => [`${r.indikator} ${r.nilaiId}`, r]))
		: new Map<string, { putusan: 'valid' | 'tidak_valid'; alasan: string }>();
	const jumlah = (id: string, status?: string) =>
		bukti
			.filter((b) => b.indikator === id && (status === undefined || b.status === status))
			.reduce((n, b) => n + b.banyak, 0);
	return listAspek(p.rangka).flatMap((a) =>
		a.indikator.map((i) => {
			const n = nilai.get(i.id);
			return {
				id: i.id,
				pendek: i.pendek,
				aspek: a.nama,
				nilai: n?.nilai ?? null,
				nilaiId: String(n?.id ?? 0),
				tahap: n?.tahap ?? null,
				tugas: tugas.filter((t) => t.indikator === i.id),
				bukti: {
					banyak: jumlah(i.id),
					dikembalikan: jumlah(i.id, 'dikembalikan'),
					diterima: jumlah(i.id, 'diterima'),
				},
				reviu: reviu.get(`${i.id} ${n?.id}`)?.putusan ?? null,
				alasanReviu: reviu.get(`${i.id} ${n?.id}`)?.alasan ?? '',
				mandiri: semua.find((s) => s.indikator === i.id && s.tahap === 'mandiri')?.nilai ?? null,
				justifikasi: n?.justifikasi ?? '',
				oleh: n?.oleh ?? null,
				waktu: n?.waktu ?? null,
			};
		}),
	);
}

/** Whole levels of a scale given in hundredths. */
const daftarTingkat = ({ min, maks }: { min: number; maks: number }): number[] =>
	Array.from(
		{ length: Math.floor(maks / 100) - Math.ceil(min / 100) + 1 },
		(_, n) => Math.ceil(min / 100) + n,
	);

function terbaruTiap(nilai: readonly NilaiTahapTersimpan[]): Map<string, NilaiTahapTersimpan> {
	const terbaru = new Map<string, NilaiTahapTersimpan>();
	for (const n of nilai) if (n.id > (terbaru.get(n.indikator)?.id ?? 0n)) terbaru.set(n.indikator, n);
	return terbaru;
}
