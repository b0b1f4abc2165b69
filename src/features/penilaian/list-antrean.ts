import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { listPengingat } from '#features/kerjasama/pengingat.store.ts';
import { isTugasSaya } from '#features/kerjasama/tugas.rules.ts';
import { listTugas, type Tugas } from '#features/kerjasama/tugas.store.ts';
import { isTindakanSaya } from '#features/rencana/tindakan/require-tindakan.ts';
import { listTindakanTerbuka, type TindakanTerbuka } from '#features/rencana/tindakan/tindakan.store.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { hariIni, mayEksternal, mayReviu, tindakanAksi } from './alur.rules.ts';
import {
	type BarisPenilaian,
	type BarisTugas,
	listOperatorUnit,
	listPenilaianTerbuka,
	listTugasTerbuka,
	type OrangUnit,
} from './antrean.store.ts';
import { selisihHari } from './penilaian.rules.ts';

/** What is to be done: by a unit, or by a role for the assessment as a whole. */
export type JenisAntrean =
	| 'jawab'
	| 'unggah'
	| 'perbaiki'
	| 'lengkapi'
	| 'periksa_bukti'
	| 'setujui'
	| 'tandatangani'
	| 'kirim'
	| 'nilai_bukti'
	| 'jawab_sanggahan'
	| 'majukan'
	| 'reviu'
	| 'usulkan'
	| 'tetapkan'
	| 'tugas'
	| 'tindakan';

export interface ButirAntrean {
	jenis: JenisAntrean;
	/** 0 where it is about no assessment; then `tujuan` says where to go. */
	penilaianId: number;
	/** Page within the institution's room, "/tugas#tugas-7", where it is not that of the assessment. */
	tujuan?: string;
	/** Null for what concerns the assessment as a whole. */
	indikator: string | null;
	/** Short name of the indicator, or what the task is. */
	pendek: string;
	/** The round, the meeting, or the year of the action. */
	putaran: string;
	unit: string | null;
	/** How many things are meant, or which level's evidence; null for one. */
	banyak: number | null;
	tenggat: string | null;
	/** Days left; negative when late, null without a due date. */
	sisaHari: number | null;
}

export interface Terlambat {
	unitId: number;
	unit: string;
	indikator: string[];
	/** Days since the oldest due date. */
	hari: number;
	orang: { nama: string; telepon: string | null }[];
	/** The reminder of today, where there was one. */
	diingatkan: { waktu: Date; oleh: string } | null;
}

export interface AntreanSaya {
	antrean: ButirAntrean[];
	/** Units that are late; null for whom it does not concern. */
	terlambat: Terlambat[] | null;
}

/** What waits for this person in an institution, most urgent first; nothing that is not theirs. */
export async function listAntrean(ctx: Ctx, instansiId: number): Promise<AntreanSaya> {
	if (ctx.who.jenis !== 'orang') return { antrean: [], terlambat: null };
	const { who } = ctx;
	const lihat = listJalur(who, 'penilaian.lihat', instansiId);
	if (lihat !== 'semua' && lihat.length === 0) return { antrean: [], terlambat: null };
	const mengatur = canAct(who, 'penilaian.tugaskan', { instansiId }).ok;
	const kini = hariIni(ctx.clock());
	const { tugas, penilaian, terlambat, rapat, tindakan } = await inScope(ctx, who, async (trx) => {
		const tugas = await listTugasTerbuka(trx, instansiId);
		return {
			tugas,
			penilaian: lihat === 'semua' ? await listPenilaianTerbuka(trx, instansiId) : [],
			terlambat: mengatur ? await readTerlambat(trx, instansiId, tugas, kini) : null,
			rapat: await listTugas(trx, instansiId),
			tindakan: await listTindakanTerbuka(trx, instansiId),
		};
	});
	const jumlah = new Map(listInstrumen(ctx).map((i) => [i.id, listIndikator(i).length]));
	const nama = new Map(
		listInstrumen(ctx).flatMap((i) => listIndikator(i).map((k) => [`${i.id} ${k.id}`, k.pendek] as const)),
	);
	const milik = listJalur(who, 'nilai.isi', instansiId);
	const antrean = [
		...tugas
			.filter((t) => isGiliran(t, who, milik))
			.flatMap((t) => butirTugas(t, nama.get(`${t.instrumen} ${t.indikator}`) ?? '')),
		...rapat.filter((t) => isTugasSaya(who, instansiId, t)).map(butirRapat),
		...tindakan.filter((t) => isTindakanSaya(who, instansiId, t, kini)).map(butirTindakan),
		...penilaian.flatMap((p) => butirPenilaian(who, instansiId, p, jumlah.get(p.instrumen) ?? 0)),
	].map((b) => ({ ...b, sisaHari: b.tenggat === null ? null : selisihHari(kini, b.tenggat) }));
	antrean.sort((a, b) => (a.sisaHari ?? 9999) - (b.sisaHari ?? 9999));
	return { antrean, terlambat };
}

/** An assignment for one person is theirs alone; any other is everybody's who answers for the unit only. */
function isGiliran(t: BarisTugas, who: Orang, milik: 'semua' | string[]): boolean {
	if (t.orangId !== null) return t.orangId === who.id;
	return milik !== 'semua' && milik.some((j) => t.jalur.startsWith(j));
}

type Butir = Omit<ButirAntrean, 'sisaHari'>;

function butirTugas(t: BarisTugas, pendek: string): Butir[] {
	const dasar = {
		penilaianId: t.penilaianId,
		indikator: t.indikator,
		pendek,
		putaran: t.putaran,
		unit: t.unit,
		tenggat: t.tenggat,
	};
	return [
		...(t.dikembalikan > 0 ? [{ ...dasar, jenis: 'perbaiki' as const, banyak: t.dikembalikan }] : []),
		...(t.terjawab
			? []
			: [
					{
						...dasar,
						jenis: t.tingkat === null ? ('jawab' as const) : ('unggah' as const),
						banyak: t.tingkat,
					},
				]),
	];
}

const butirRapat = (t: Tugas): Butir => ({
	jenis: 'tugas',
	penilaianId: 0,
	tujuan: `/tugas#tugas-${t.id}`,
	indikator: null,
	pendek: t.isi,
	putaran: t.rapat,
	unit: t.unit,
	banyak: null,
	tenggat: t.tenggat,
});

const butirTindakan = (t: TindakanTerbuka): Butir => ({
	jenis: 'tindakan',
	penilaianId: 0,
	tujuan: `/tindakan/${t.id}`,
	indikator: null,
	pendek: t.judul,
	putaran: String(t.tahun),
	unit: t.unit,
	banyak: null,
	tenggat: t.tenggat,
});

/** What the person's role for the whole institution asks of them in this assessment. */
function butirPenilaian(who: Orang, instansiId: number, p: BarisPenilaian, indikator: number): Butir[] {
	const boleh = (...tindakan: Parameters<typeof canAct>[1][]) =>
		tindakan.some((t) => canAct(who, t, { instansiId }).ok);
	const rangka = { penyelenggaraId: p.latihan ? instansiId : null };
	const eksternal = p.tahap !== 'mandiri' && mayEksternal(who, instansiId, rangka);
	const aksi = (a: 'majukan' | 'usulkan' | 'tetapkan') =>
		boleh(...tindakanAksi(a, { tahap: p.tahap, latihan: p.latihan }));
	const mandiri = p.tahap === 'mandiri' ? p.langkah : '';
	const luar = ['dokumen', 'interviu', 'visitasi'].includes(p.tahap);
	const daftar: [JenisAntrean, boolean, number | null][] = [
		[
			'lengkapi',
			mandiri === 'pengisian' && p.terjawab < indikator && boleh('nilai.isi'),
			indikator - p.terjawab,
		],
		['perbaiki', mandiri === 'pengisian' && p.dikembalikan > 0 && boleh('nilai.isi'), p.dikembalikan],
		['periksa_bukti', mandiri === 'pengisian' && p.diajukan > 0 && boleh('bukti.periksa'), p.diajukan],
		['setujui', mandiri === 'diperiksa' && boleh('alur.setujui'), null],
		['tandatangani', mandiri === 'disetujui' && boleh('alur.tandatangani'), null],
		['kirim', mandiri === 'ditandatangani' && boleh('alur.tandatangani'), null],
		['nilai_bukti', eksternal && p.diajukan > 0, p.diajukan],
		['jawab_sanggahan', eksternal && p.sanggahan > 0, p.sanggahan],
		['majukan', luar && p.diajukan === 0 && p.sanggahan === 0 && aksi('majukan'), null],
		['reviu', p.tahap === 'reviu' && mayReviu(who, instansiId, rangka), null],
		['usulkan', p.tahap === 'penetapan' && p.pengusul === null && aksi('usulkan'), null],
		[
			'tetapkan',
			p.tahap === 'penetapan' && p.pengusul !== null && p.pengusul !== who.id && aksi('tetapkan'),
			null,
		],
	];
	return daftar
		.filter(([, kena]) => kena)
		.map(([jenis, , banyak]) => ({
			jenis,
			penilaianId: p.id,
			indikator: null,
			pendek: '',
			putaran: p.putaran,
			unit: null,
			banyak,
			tenggat: p.selesai,
		}));
}

async function readTerlambat(
	trx: Trx,
	instansiId: number,
	tugas: readonly BarisTugas[],
	kini: string,
): Promise<Terlambat[]> {
	const lewat = tugas.filter((t) => t.tenggat !== null && t.tenggat < kini);
	if (lewat.length === 0) return [];
	const operator = await listOperatorUnit(trx, instansiId);
	const pengingat = await listPengingat(trx, instansiId, kini);
	return [...new Set(lewat.map((t) => t.unitId))]
		.map((id) => {
			const milik = lewat.filter((t) => t.unitId === id);
			return {
				unitId: id,
				unit: milik[0]?.unit ?? '',
				indikator: [...new Set(milik.map((t) => t.indikator))],
				hari: Math.max(...milik.map((t) => -selisihHari(kini, t.tenggat ?? kini))),
				orang: pilihOrang(
					milik,
					operator.filter((o) => o.unitId === id),
				),
				diingatkan: pengingat.find((p) => p.unitId === id) ?? null,
			};
		})
		.sort((a, b) => b.hari - a.hari);
}

/** Whom to remind: those named in the assignments, and everybody of the unit where one names nobody. */
function pilihOrang(tugas: readonly BarisTugas[], operator: readonly OrangUnit[]): Terlambat['orang'] {
	const semua = tugas.some((t) => t.orangId === null);
	return operator
		.filter((o) => semua || tugas.some((t) => t.orangId === o.orangId))
		.map(({ nama, telepon }) => ({ nama, telepon }));
}
