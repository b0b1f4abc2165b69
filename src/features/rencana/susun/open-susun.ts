import { listTarget } from '#features/hasil/baca-instansi.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import {
	compare,
	fromPerseratus,
	type Instrumen,
	type Pecahan,
	roundPerseratus,
	score,
	toDesimal,
} from '#scoring';
import { type HasilSusun, hitungBatas, hitungRencana, type TitikTampil } from './hitung-rencana.ts';
import {
	bacaMinta,
	type Kueri,
	listSimpul,
	type MasalahMinta,
	type Minta,
	tulisSasaran,
} from './minta.rules.ts';
import type { Awal } from './read-awal.ts';
import { type Bahan, readBahan } from './read-bahan.ts';
import { mayKelola, requireRencana, type TolakRencana } from './require-rencana.ts';
import { type HasilTersimpan, rankOf, type SatuanBiaya } from './simpanan.rules.ts';
import { tingkatPredikat } from './tampil-rencana.ts';

/** Where the institution stands and what it wants; figures are decimal strings. */
export interface KeadaanAwal extends Omit<Awal, 'instrumen' | 'jawaban'> {
	instrumen: { id: string; nama: string; tingkat: number[] };
	indeks: string | null;
	predikat: string | null;
	tingkat: HasilTersimpan['tingkat'];
	peringkat: HasilTersimpan['peringkat'];
	tahun: number;
	/** Target of the index for that year: the institution's own in Matang, one it published, or the national one. */
	sasaran: { nilai: string; asal: 'sendiri' | 'terbit' | 'nasional'; sumber: string } | null;
	/** Every indicator at least at this level, hundredths, where the institution set it. */
	minimum: number | null;
	/** Targets of domains, aspects and indicators of that year, as the plan form takes them; empty where there are none. */
	sasaranSimpul: string;
	tercapai: boolean;
	/** Steps in the history that assessors judged. */
	riwayat: number;
	/** Steps whose cost the institution entered. */
	berongkos: number;
	bolehKelola: boolean;
}

export async function susunKeadaan(
	ctx: Ctx,
	instansiId: number,
	{ awal, lapangan, sasaran, tahun, riwayat, ongkos, tingkat }: Bahan,
	bolehKelola: boolean,
): Promise<KeadaanAwal> {
	const { instrumen, jawaban, ...sisa } = awal;
	const skor = score(instrumen, jawaban);
	const target = await pickSasaran(ctx, instansiId, sasaran, tahun);
	return {
		...sisa,
		instrumen: { id: instrumen.id, nama: instrumen.nama, tingkat },
		indeks: skor.indeks && toDesimal(skor.indeks),
		predikat: skor.predikat,
		tingkat: tingkatPredikat(instrumen, skor.predikat),
		peringkat: skor.indeks ? rankOf(lapangan, roundPerseratus(skor.indeks)) : null,
		tahun,
		sasaran: target && { ...target, nilai: toDesimal(fromPerseratus(target.nilai)) },
		minimum: sasaran.find((s) => s.tahun === tahun && s.simpul === 'setiap')?.nilai ?? null,
		sasaranSimpul: tulisSasaran(pickSasaranSimpul(instrumen, sasaran, tahun)),
		tercapai: Boolean(skor.indeks && target && compare(skor.indeks, fromPerseratus(target.nilai)) >= 0),
		riwayat,
		berongkos: ongkos.length,
		bolehKelola,
	};
}

/** Targets of the year below the index; those of nodes that this instrument does not have are left out. */
function pickSasaranSimpul(
	instrumen: Instrumen,
	sasaran: Bahan['sasaran'],
	tahun: number,
): Record<string, Pecahan> {
	const ids = new Set(listSimpul(instrumen));
	const milik = sasaran.filter((s) => s.tahun === tahun && ids.has(s.simpul));
	return Object.fromEntries(milik.map((s) => [s.simpul, fromPerseratus(s.nilai)]));
}

async function pickSasaran(
	ctx: Ctx,
	instansiId: number,
	sasaran: Bahan['sasaran'],
	tahun: number,
): Promise<{ nilai: number; asal: 'sendiri' | 'terbit' | 'nasional'; sumber: string } | null> {
	const milik = sasaran.find((s) => s.tahun === tahun && s.simpul === 'indeks');
	if (milik) return { nilai: milik.nilai, asal: 'sendiri', sumber: milik.oleh ?? '' };
	const terbit = (await listTarget(ctx.db, instansiId)).filter((t) => t.tahun === tahun);
	const satu = terbit.findLast((t) => t.instansiId === instansiId) ?? terbit.at(-1);
	if (!satu) return null;
	return { nilai: satu.nilai, asal: satu.instansiId === null ? 'nasional' : 'terbit', sumber: satu.sumber };
}

export interface SusunTerbuka {
	awal: KeadaanAwal;
	/** Fields as they stand, with the target of the year where none was asked for. */
	kueri: Kueri;
	satuan: SatuanBiaya;
	masalah: MasalahMinta[];
	/** Units that indicators are assigned to. */
	unit: { id: number; nama: string; banyak: number }[];
	hasil: HasilSusun | null;
	batas: { titik: TitikTampil[]; lengkap: boolean } | null;
}

/** The plan form with its answer: the best plan for what stands in the address, alternatives, and the frontier. */
export async function openSusun(
	ctx: Ctx,
	input: { instansiId: number; kueri: Kueri },
): Promise<{ ok: true; value: SusunTerbuka } | TolakRencana> {
	const boleh = requireRencana(ctx, 'rencana.lihat', input.instansiId);
	if (!boleh.ok) return boleh;
	const bahan = await readBahan(ctx, boleh.orang, input.instansiId, input.kueri);
	const awal = await susunKeadaan(ctx, input.instansiId, bahan, mayKelola(boleh.orang, input.instansiId));
	const kueri = lengkapi(input.kueri, awal);
	const { minta, masalah } = bacaMinta(bahan.awal.instrumen, kueri);
	const siap = masalah.length === 0 && awal.kosong.length === 0;
	const hasil = siap && adaTujuan(minta) ? await hitungRencana(ctx, bahan, minta, kueri) : null;
	return {
		ok: true,
		value: {
			...{ awal, kueri, masalah, hasil },
			satuan: minta.satuan,
			unit: listUnitTugas(bahan),
			batas: siap && hasil ? await hitungBatas(ctx, bahan, minta) : null,
		},
	};
}

const adaTujuan = (m: Minta) =>
	m.target !== null || m.anggaran !== null || m.minTingkat !== null || Object.keys(m.sasaran).length > 0;

/** Where nothing is aimed at, the target of the year is. */
export function lengkapi(
	kueri: Kueri,
	awal: Pick<KeadaanAwal, 'sasaran' | 'minimum' | 'sasaranSimpul'>,
): Kueri {
	if ('target' in kueri || 'anggaran' in kueri || 'min' in kueri || 'sasaran' in kueri) return kueri;
	return {
		...kueri,
		...(awal.sasaran && { target: awal.sasaran.nilai.replace('.', ',') }),
		...(awal.sasaranSimpul !== '' && { sasaran: awal.sasaranSimpul }),
		...(awal.minimum !== null && { min: String(Math.ceil(awal.minimum / 100)) }),
	};
}

function listUnitTugas({ unit }: Bahan): SusunTerbuka['unit'] {
	const daftar = new Map<number, { id: number; nama: string; banyak: number }>();
	for (const { id, nama } of unit.values())
		daftar.set(id, { id, nama, banyak: (daftar.get(id)?.banyak ?? 0) + 1 });
	return [...daftar.values()].sort((a, b) => a.nama.localeCompare(b.nama, 'id'));
}
