import { canAct, listJalur } from '#features/akun/izin.rules.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import {
	bacaTingkat,
	type IndikatorHitung,
	type InstrumenHitung,
	pickInstrumenHitung,
} from '#features/instrumen/instrumen-hitung.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listAspek, listIndikator } from '#scoring';
import { type SkorTersimpan, selisihHari } from './penilaian.rules.ts';
import {
	findPenilaian,
	listNilaiTerbaru,
	listPenilaianStore,
	listRiwayatNilai,
	listTahap,
} from './penilaian.store.ts';
import { listBelumDijawab, listPenugasan, type Penugasan } from './penugasan.store.ts';
import { canFill } from './record-nilai.ts';

type Tolak = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' | 'indikator_tidak_ada';
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
	tahap: string | null;
	tugas: Penugasan[];
}

export interface PenilaianTerbuka {
	id: number;
	nama: string;
	tahun: number;
	jenis: string;
	tahap: string;
	instrumen: { id: string; nama: string };
	jadwal: { tahap: string; mulai: string; selesai: string }[];
	skor: SkorTersimpan | null;
	terjawab: number;
	baris: BarisIndikator[];
	/** Only what is assigned within the person's units. */
	terbatas: boolean;
	bolehTugaskan: boolean;
}

/** One assessment with every indicator the person may see, its value and who it is assigned to. */
export async function readPenilaian(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: PenilaianTerbuka } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const jalur = listJalur(who, 'penilaian.lihat', input.instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: PenilaianTerbuka } | Tolak> => {
		const p = await findPenilaian(trx, input.instansiId, input.id);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const nilai = new Map((await listNilaiTerbaru(trx, input.instansiId, p.id)).map((n) => [n.indikator, n]));
		const tugas = await listPenugasan(trx, input.instansiId, p.id);
		const terlihat =
			jalur === 'semua' ? tugas : tugas.filter((t) => jalur.some((j) => t.jalur.startsWith(j)));
		const semua = susunBaris(p.rangka, nilai, terlihat);
		return {
			ok: true,
			value: {
				id: p.id,
				nama: p.nama,
				tahun: p.tahun,
				jenis: p.jenis,
				tahap: p.tahap,
				instrumen: { id: p.rangka.id, nama: p.rangka.nama },
				jadwal: await listTahap(trx, p.id),
				skor: jalur === 'semua' ? p.skor : null,
				terjawab: p.terjawab,
				baris: jalur === 'semua' ? semua : semua.filter((b) => b.tugas.length > 0),
				terbatas: jalur !== 'semua',
				bolehTugaskan: canAct(who, 'penilaian.tugaskan', { instansiId: input.instansiId }).ok,
			},
		};
	});
}

function susunBaris(
	rangka: Parameters<typeof pickInstrumenHitung>[0],
	nilai: ReadonlyMap<string, { nilai: number | null; tahap: string }>,
	tugas: readonly Penugasan[],
): BarisIndikator[] {
	return listAspek(rangka).flatMap((a) =>
		a.indikator.map((i) => ({
			id: i.id,
			pendek: i.pendek,
			aspek: a.nama,
			nilai: nilai.get(i.id)?.nilai ?? null,
			tahap: nilai.get(i.id)?.tahap ?? null,
			tugas: tugas.filter((t) => t.indikator === i.id),
		})),
	);
}

export interface MejaIndikator {
	penilaian: { id: number; nama: string; tahap: string };
	instrumen: Pick<InstrumenHitung, 'id' | 'nama' | 'skala'>;
	indikator: IndikatorHitung;
	kriteria: { tingkat: number; nama: string | null; kriteria: string | null; umum: boolean }[];
	riwayat: Awaited<ReturnType<typeof listRiwayatNilai>>;
	tugas: Penugasan[];
	bolehIsi: boolean;
	/** Ids of the indicators before and after, among those the person may see. */
	sebelum: string | null;
	berikut: string | null;
}

/** The workbench of one indicator: criteria, the ledger's entries, who it is assigned to. */
export async function readMeja(
	ctx: Ctx,
	input: { instansiId: number; id: number; indikator: string },
): Promise<{ ok: true; value: MejaIndikator } | Tolak> {
	const buka = await readPenilaian(ctx, input);
	if (!buka.ok) return buka;
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const letak = buka.value.baris.findIndex((b) => b.id === input.indikator);
	if (letak < 0) return { ok: false, reason: 'indikator_tidak_ada' };
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: MejaIndikator } | Tolak> => {
		const p = await findPenilaian(trx, input.instansiId, input.id);
		const rangka = p && pickInstrumenHitung(p.rangka);
		const indikator = rangka && listIndikator(rangka).find((i) => i.id === input.indikator);
		if (!p || !rangka || !indikator) return { ok: false, reason: 'indikator_tidak_ada' };
		const { min, maks } = rangka.skala;
		const tugas = buka.value.baris[letak]?.tugas ?? [];
		return {
			ok: true,
			value: {
				penilaian: { id: p.id, nama: p.nama, tahap: p.tahap },
				instrumen: { id: rangka.id, nama: rangka.nama, skala: rangka.skala },
				indikator,
				kriteria: Array.from({ length: Math.floor((maks - min) / 100) + 1 }, (_, n) => {
					const tingkat = Math.ceil(min / 100) + n;
					return { tingkat, ...bacaTingkat(rangka, indikator, tingkat) };
				}),
				riwayat: await listRiwayatNilai(trx, input.instansiId, p.id, input.indikator),
				tugas,
				bolehIsi: p.tahap === 'mandiri' && canFill(who, input.instansiId, tugas, input.indikator),
				sebelum: buka.value.baris[letak - 1]?.id ?? null,
				berikut: buka.value.baris[letak + 1]?.id ?? null,
			},
		};
	});
}

export interface ButirAntrean {
	penilaianId: number;
	indikator: string;
	/** Short name of the indicator. */
	pendek: string;
	putaran: string;
	unit: string;
	tenggat: string | null;
	/** Days left; negative when late, null without a due date. */
	sisaHari: number | null;
}

/** What waits for this person in an institution, most urgent first; nothing that is not theirs. */
export async function listAntrean(ctx: Ctx, instansiId: number): Promise<ButirAntrean[]> {
	if (ctx.who.jenis !== 'orang') return [];
	const { who } = ctx;
	const jalur = listJalur(who, 'nilai.isi', instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return [];
	const baris = await inScope(ctx, who, (trx) => listBelumDijawab(trx, instansiId));
	const kini = ctx.clock().toISOString().slice(0, 10);
	const nama = new Map(
		listInstrumen(ctx).flatMap((i) => listIndikator(i).map((k) => [`${i.id} ${k.id}`, k.pendek] as const)),
	);
	return baris
		.filter((b) => jalur === 'semua' || jalur.some((j) => b.jalur.startsWith(j)))
		.map(({ jalur: _, instrumen, ...b }) => ({
			...b,
			pendek: nama.get(`${instrumen} ${b.indikator}`) ?? '',
			sisaHari: b.tenggat === null ? null : selisihHari(kini, b.tenggat),
		}));
}
