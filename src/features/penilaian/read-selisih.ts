import { canAct } from '#features/akun/izin.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listAspek } from '#scoring';
import { listNilaiTahap } from './interviu.store.ts';
import { skorPenilaian } from './penilaian.rules.ts';
import { findPenilaian, listPutaranNasional } from './penilaian.store.ts';
import { listPenugasan } from './penugasan.store.ts';
import {
	type AsesorBanding,
	type BarisSelisih,
	type JenisBanding,
	type Ringkasan,
	rerata,
	ringkas,
	ringkasAsesor,
	ringkasJenis,
	ringkasUnit,
	susunBaris,
} from './selisih.rules.ts';
import { listJumlahAsesor, listPasanganAsesor } from './selisih.store.ts';

type Tolak = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' };

export interface Pasangan {
	satu: string;
	dua: string;
	banyak: number;
	sama: number;
	/** Mean absolute difference, hundredths. */
	rerata: number | null;
}

export interface Selisih {
	id: number;
	nama: string;
	tahun: number;
	tahap: string;
	baris: BarisSelisih[];
	semua: Ringkasan;
	/** Aspects by the self-assessment alone and by the newest values, as decimals with a point. */
	aspek: { nama: string; mandiri: string | null; akhir: string | null }[];
	indeks: { mandiri: string | null; akhir: string | null };
	unit: (Ringkasan & { nama: string })[];
	asesor: AsesorBanding[];
}

/** How far the assessors' values are from the institution's own: per indicator, unit and assessor. */
export async function readSelisih(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: Selisih } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId } = input;
	if (!canAct(who, 'penilaian.lihat', { instansiId }).ok) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: Selisih } | Tolak> => {
		const p = await findPenilaian(trx, instansiId, input.id);
		if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
		const nilai = await listNilaiTahap(trx, instansiId, p.id);
		const aspek = listAspek(p.rangka);
		const baris = aspek.flatMap((a) =>
			a.indikator.map((i) =>
				susunBaris(
					{ id: i.id, pendek: i.pendek, aspek: a.nama },
					nilai.filter((n) => n.indikator === i.id),
				),
			),
		);
		const mandiri = skorPenilaian(p.rangka, p.tahun, new Map(baris.map((b) => [b.id, b.mandiri]))).skor;
		const akhir = skorPenilaian(p.rangka, p.tahun, new Map(baris.map((b) => [b.id, b.akhir]))).skor;
		return {
			ok: true,
			value: {
				id: p.id,
				nama: p.nama,
				tahun: p.tahun,
				tahap: p.tahap,
				baris,
				semua: ringkas(baris),
				aspek: aspek.map((a) => ({
					nama: a.nama,
					mandiri: mandiri.aspek[a.id] ?? null,
					akhir: akhir.aspek[a.id] ?? null,
				})),
				indeks: { mandiri: mandiri.indeks, akhir: akhir.indeks },
				unit: ringkasUnit(baris, await listPenugasan(trx, instansiId, p.id)),
				asesor: ringkasAsesor(await listJumlahAsesor(trx, { penilaianId: p.id })),
			},
		};
	});
}

export interface SelisihNasional {
	putaran: { id: number; nama: string; tahun: number };
	asesor: AsesorBanding[];
	jenis: JenisBanding[];
	pasangan: Pasangan[];
}

/** Assessors of a national round side by side: mean difference, by kind of institution, and where two judged the same. */
export async function readSelisihNasional(
	ctx: Ctx,
	putaranId: number,
): Promise<{ ok: true; value: SelisihNasional } | Tolak> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	if (!ctx.who.peran.some((p) => p.instansiId === null)) return { ok: false, reason: 'tidak_berwenang' };
	return await inScope(ctx, ctx.who, async (trx): Promise<{ ok: true; value: SelisihNasional } | Tolak> => {
		const putaran = (await listPutaranNasional(trx)).find((p) => p.id === putaranId);
		if (!putaran) return { ok: false, reason: 'penilaian_tidak_ada' };
		const jumlah = await listJumlahAsesor(trx, { putaranId });
		const pasangan = await listPasanganAsesor(trx, { putaranId });
		return {
			ok: true,
			value: {
				putaran: { id: putaran.id, nama: putaran.nama, tahun: putaran.tahun },
				asesor: ringkasAsesor(jumlah),
				jenis: ringkasJenis(jumlah),
				pasangan: pasangan.map((p) => ({
					satu: p.satu ?? '–',
					dua: p.dua ?? '–',
					banyak: p.banyak,
					sama: p.sama,
					rerata: rerata(p.jumlah, p.banyak),
				})),
			},
		};
	});
}
