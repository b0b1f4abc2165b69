import { BerkasDitolak } from '#features/hasil/import-masalah.ts';
import { findPenilaian, keadaanOf, type PenilaianTersimpan } from '#features/penilaian/penilaian.store.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { canTulis, type NilaiOutcome, recordNilai } from '#features/penilaian/record-nilai.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { bacaLembarKerja } from './baca-lembar-kerja.ts';
import { type BerkasLaporan, namaBerkas, TIPE } from './berkas-laporan.ts';
import { tulisXlsx } from './cetak/tulis-xlsx.ts';
import { listEntriLembar } from './laporan.store.ts';
import { type IsiLembar, susunLembarKerja } from './lembar-kerja.rules.ts';
import {
	type LembarTerbaca,
	type MasalahLembar,
	type RencanaLembar,
	rencanakanLembar,
} from './rencana-lembar.rules.ts';
import type { Ruang } from './unduh-putaran.ts';

type Tempat = { ruang: Ruang; id: number };
export type TolakLembar = {
	ok: false;
	reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' | 'tahap_lewat' | 'sedang_diperiksa';
};

/** The indicators that the person may write now; the reason where there is none. */
async function requireTulis(
	ctx: Ctx,
	trx: Trx,
	who: Orang,
	{ ruang, id }: Tempat,
): Promise<{ ok: true; p: PenilaianTersimpan; indikator: string[] } | TolakLembar> {
	const p = await findPenilaian(trx, ruang.id, id);
	if (!p) return { ok: false, reason: 'penilaian_tidak_ada' };
	const keadaan = { ...keadaanOf(p, ctx.clock()), penyelenggaraId: p.penyelenggaraId };
	const tugas = await listPenugasan(trx, ruang.id, id);
	const putusan = listIndikator(p.rangka).map((i) => ({
		id: i.id,
		...canTulis(who, ruang.id, i.id, keadaan, tugas),
	}));
	const indikator = putusan.filter((x) => x.ok).map((x) => x.id);
	if (indikator.length > 0) return { ok: true, p, indikator };
	const sebab = putusan.find((x) => !x.ok && x.reason !== 'tidak_berwenang');
	return { ok: false, reason: sebab && 'reason' in sebab ? sebab.reason : 'tidak_berwenang' };
}

/** The assessment as a workbook for work without a link: only what the person may fill in. */
export async function unduhLembarKerja(
	ctx: Ctx,
	tempat: Tempat,
): Promise<{ ok: true; value: BerkasLaporan } | TolakLembar> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { ruang, id } = tempat;
	return await inScope(ctx, who, async (trx): Promise<{ ok: true; value: BerkasLaporan } | TolakLembar> => {
		const boleh = await requireTulis(ctx, trx, who, tempat);
		if (!boleh.ok) return boleh;
		const { p, indikator } = boleh;
		const entri = await listEntriLembar(trx, ruang.id, id);
		const isi = await tulisXlsx(
			susunLembarKerja({
				penilaian: p,
				instansi: ruang.nama,
				rangka: p.rangka,
				entri,
				indikator,
				waktu: ctx.clock(),
			}),
		);
		return {
			ok: true,
			value: { nama: namaBerkas(`lembar-kerja-${ruang.slug}-${p.tahun}`, 'xlsx'), tipe: TIPE.xlsx, isi },
		};
	});
}

export type TinjauOutcome =
	| { ok: true; value: RencanaLembar }
	| TolakLembar
	| { ok: false; reason: 'berkas_ditolak'; masalah: MasalahLembar[] };

/** What a working paper would change; writes nothing. */
export async function tinjauLembarKerja(ctx: Ctx, tempat: Tempat, isi: Uint8Array): Promise<TinjauOutcome> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { ruang, id } = tempat;
	const awal = await inScope(ctx, who, (trx) => requireTulis(ctx, trx, who, tempat)); // before the file is read
	if (!awal.ok) return awal;
	const lembar = await bacaAtauTolak(isi);
	if (Array.isArray(lembar)) return { ok: false, reason: 'berkas_ditolak', masalah: lembar };
	const asing = periksaIdentitas(lembar, id, awal.p);
	if (asing)
		return { ok: false, reason: 'berkas_ditolak', masalah: [{ lembar: null, baris: null, pesan: asing }] };
	return await inScope(ctx, who, async (trx): Promise<TinjauOutcome> => {
		const boleh = await requireTulis(ctx, trx, who, tempat);
		if (!boleh.ok) return boleh;
		const { p, indikator } = boleh;
		const entri = await listEntriLembar(trx, ruang.id, id, [...lembar.posisi.values()]);
		const luar = p.tahap !== 'mandiri';
		return {
			ok: true,
			value: rencanakanLembar(lembar, { rangka: p.rangka, entri, boleh: (i) => indikator.includes(i), luar }),
		};
	});
}

async function bacaAtauTolak(isi: Uint8Array): Promise<LembarTerbaca | MasalahLembar[]> {
	try {
		return await bacaLembarKerja(isi);
	} catch (error) {
		if (error instanceof BerkasDitolak)
			return error.masalah.map(({ baris, pesan }) => ({ lembar: null, baris, pesan }));
		throw error;
	}
}

/** Why a paper is not of this assessment as it stands; null where it is. */
function periksaIdentitas({ identitas }: LembarTerbaca, id: number, p: PenilaianTersimpan): string | null {
	if (identitas.penilaian !== String(id))
		return `Lembar ini milik penilaian lain: ${(identitas.keterangan ?? 'tanpa keterangan').slice(0, 200)}. Muat di halaman penilaian itu, atau unduh lembar baru di sini.`;
	if (identitas.instrumen !== p.rangka.id)
		return `Lembar ini memakai instrumen ${(identitas.instrumen ?? '').slice(0, 60)}, sedangkan penilaian ini ${p.rangka.id}. Unduh lembar baru.`;
	if (identitas.tahap !== p.tahap)
		return 'Tahap penilaian sudah berganti sejak lembar ini diunduh. Unduh lembar baru, lalu salin isian yang masih perlu.';
	return null;
}

export interface BarisTerapan extends IsiLembar {
	indikator: string;
	dasar: string;
}

export interface HasilTerapan {
	tersimpan: string[];
	/** Not written, with why; a value's own sentence where there is one. */
	gagal: {
		indikator: string;
		alasan: Extract<NilaiOutcome, { ok: false }>['reason'];
		pesan: string | null;
	}[];
}

/**
 * Writes what was shown, one by one as if typed, each over exactly the entry that was shown: where somebody came in
 * between it is refused and named, and the rest stands.
 */
export async function terapkanLembarKerja(
	ctx: Ctx,
	{ ruang, id }: Tempat,
	baris: readonly BarisTerapan[],
): Promise<{ ok: true; value: HasilTerapan } | TolakLembar> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const siap = await inScope(ctx, who, async (trx) => {
		const boleh = await requireTulis(ctx, trx, who, { ruang, id });
		return boleh.ok ? { ok: true as const, entri: await listEntriLembar(trx, ruang.id, id) } : boleh;
	});
	if (!siap.ok) return siap;
	const hasil: HasilTerapan = { tersimpan: [], gagal: [] };
	for (const b of baris) {
		const luar = siap.entri.findLast((e) => e.indikator === b.indikator)?.luar ?? null;
		const teksLuar = luar === null ? '' : `${Math.trunc(luar / 100)}.${String(luar % 100).padStart(2, '0')}`;
		const tulis = await recordNilai(ctx, { ...b, instansiId: ruang.id, penilaianId: id, luar: teksLuar });
		if (tulis.ok) hasil.tersimpan.push(b.indikator);
		else
			hasil.gagal.push({
				indikator: b.indikator,
				alasan: tulis.reason,
				pesan: 'pesan' in tulis ? tulis.pesan : null,
			});
	}
	return { ok: true, value: hasil };
}
