import { listTarget } from '#features/hasil/baca-instansi.store.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listAspek, listIndikator, parseDesimal, roundPerseratus } from '#scoring';
import { readBahan } from './read-bahan.ts';
import { mayKelola, requireRencana, type TolakRencana } from './require-rencana.ts';
import { deleteSasaran, type Sasaran, upsertSasaran } from './sasaran.store.ts';

export interface SimpulPilihan {
	id: string;
	nama: string;
	jenis: 'indeks' | 'setiap' | 'domain' | 'aspek' | 'indikator';
}

export interface SasaranTerbuka {
	sasaran: Sasaran[];
	/** Published targets of the institution and the nation, hundredths. */
	terbit: { tahun: number; nilai: number; sumber: string; catatan: string | null; nasional: boolean }[];
	simpul: SimpulPilihan[];
	skala: { min: number; maks: number };
	tahun: number;
	bolehKelola: boolean;
}

/** What the institution wants, year by year, beside what was published. */
export async function readSasaran(
	ctx: Ctx,
	input: { instansiId: number },
): Promise<{ ok: true; value: SasaranTerbuka } | TolakRencana> {
	const { instansiId } = input;
	const boleh = requireRencana(ctx, 'rencana.lihat', instansiId);
	if (!boleh.ok) return boleh;
	const { awal, sasaran, tahun } = await readBahan(ctx, boleh.orang, instansiId, {});
	const terbit = await listTarget(ctx.db, instansiId);
	return {
		ok: true,
		value: {
			sasaran,
			terbit: terbit.map((t) => ({
				...{ tahun: t.tahun, nilai: t.nilai, sumber: t.sumber, catatan: t.catatan },
				nasional: t.instansiId === null,
			})),
			simpul: listSimpulSasaran(awal.instrumen),
			skala: { min: awal.instrumen.skala.min, maks: awal.instrumen.skala.maks },
			tahun,
			bolehKelola: mayKelola(boleh.orang, instansiId),
		},
	};
}

function listSimpulSasaran(instrumen: InstrumenLengkap): SimpulPilihan[] {
	const beri = (jenis: SimpulPilihan['jenis']) => (s: { id: string; nama: string }) => ({
		id: s.id,
		nama: s.nama,
		jenis,
	});
	return [
		{ id: 'indeks', nama: '', jenis: 'indeks' },
		{ id: 'setiap', nama: '', jenis: 'setiap' },
		...instrumen.domain.map(beri('domain')),
		...(listAspek(instrumen) as { id: string; nama: string }[]).map(beri('aspek')),
		...(listIndikator(instrumen) as { id: string; pendek: string }[]).map((i) => ({
			...{ id: i.id, nama: i.pendek, jenis: 'indikator' as const },
		})),
	];
}

export interface SasaranMasukan {
	instansiId: number;
	tahun: string;
	simpul: string;
	/** As typed: "3,20". */
	nilai: string;
	alasan: string;
}

export type SasaranOutcome =
	| { ok: true; value: { tahun: number; simpul: string; nilai: number } }
	| TolakRencana
	| { ok: false; reason: 'tahun_salah' | 'simpul_tidak_ada' | 'nilai_sasaran_salah' };

/** Sets what the institution wants of a year, for the index or a part of it; once more replaces it. */
export async function saveSasaran(ctx: Ctx, input: SasaranMasukan): Promise<SasaranOutcome> {
	const { instansiId, simpul } = input;
	const boleh = requireRencana(ctx, 'rencana.kelola', instansiId);
	if (!boleh.ok) return boleh;
	const { orang } = boleh;
	if (!/^20(1[89]|[2-9]\d)$/.test(input.tahun.trim())) return { ok: false, reason: 'tahun_salah' };
	const tahun = Number(input.tahun);
	const { awal } = await readBahan(ctx, orang, instansiId, {});
	if (!listSimpulSasaran(awal.instrumen).some((s) => s.id === simpul))
		return { ok: false, reason: 'simpul_tidak_ada' };
	const nilai = bacaNilai(input.nilai, simpul, awal.instrumen.skala);
	if (nilai === null) return { ok: false, reason: 'nilai_sasaran_salah' };
	const waktu = ctx.clock();
	await inScope(ctx, orang, async (trx) => {
		const alasan = input.alasan.trim().slice(0, 2000);
		await upsertSasaran(trx, { instansiId, tahun, simpul, nilai, alasan, waktu, oleh: orang.id });
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: orang.id, tindakan: 'sasaran.tetapkan' },
			objek: `sasaran/${tahun}/${simpul}`,
			rincian: { nilai },
		});
	});
	return { ok: true, value: { tahun, simpul, nilai } };
}

/** Whole hundredths within the scale; "each indicator at least" takes whole levels only. */
function bacaNilai(teks: string, simpul: string, skala: { min: number; maks: number }): number | null {
	const pecahan = parseDesimal(teks);
	if (!pecahan || 100n % pecahan.q !== 0n) return null;
	const nilai = roundPerseratus(pecahan);
	// The table holds levels from 1 up.
	if (nilai < Math.max(100, skala.min) || nilai > skala.maks) return null;
	return simpul === 'setiap' && nilai % 100 !== 0 ? null : nilai;
}

/** Takes a target back. */
export async function removeSasaran(
	ctx: Ctx,
	input: { instansiId: number; tahun: string; simpul: string },
): Promise<{ ok: true } | TolakRencana | { ok: false; reason: 'sasaran_tidak_ada' }> {
	const { instansiId, simpul } = input;
	const boleh = requireRencana(ctx, 'rencana.kelola', instansiId);
	if (!boleh.ok) return boleh;
	const tidakAda = { ok: false as const, reason: 'sasaran_tidak_ada' as const };
	if (!/^\d{4}$/.test(input.tahun) || !/^[A-Za-z0-9]{1,20}$/.test(simpul)) return tidakAda;
	const tahun = Number(input.tahun);
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx) => {
		if (!(await deleteSasaran(trx, { instansiId, tahun, simpul }))) return tidakAda;
		await recordActivity(trx, {
			...{ instansiId, waktu, orangId: boleh.orang.id, tindakan: 'sasaran.cabut' },
			objek: `sasaran/${tahun}/${simpul}`,
		});
		return { ok: true as const };
	});
}
