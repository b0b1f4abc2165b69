import { isLuar, listJalur } from '#features/akun/izin.rules.ts';
import { findPenilaian } from '#features/penilaian/penilaian.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { type EntriZip, streamZip } from '#platform/http/stream-zip.ts';
import { formatAngka } from '#ui/format.ts';
import { nomorIndikator, tulisPenjelasan, tulisTautan } from './paket.rules.ts';
import { type BarisPaket, susunPaket, type TolakPaket } from './read-paket.ts';

export interface ArsipPaket {
	/** ASCII without quotes. */
	nama: string;
	isi: ReadableStream<Uint8Array>;
}

/**
 * One indicator's package, or the whole assessment's, as a ZIP that is read straight from the store. What the person
 * may not see is not in it; an outsider's download is recorded.
 */
export async function zipPaket(
	ctx: Ctx,
	input: { instansiId: number; id: number; slug: string; indikator?: string | undefined },
): Promise<{ ok: true; value: ArsipPaket } | TolakPaket> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id, indikator } = input;
	if (listJalur(who, 'penilaian.lihat', instansiId).length === 0)
		return { ok: false, reason: 'tidak_berwenang' };
	const kini = ctx.clock();
	return await inScope(ctx, who, async (trx) => {
		const p = await findPenilaian(trx, instansiId, id);
		if (!p) return { ok: false as const, reason: 'penilaian_tidak_ada' as const };
		const semua = (await susunPaket(trx, who, instansiId, p)).baris;
		const baris = semua.filter((b) => indikator === undefined || b.indikator === indikator);
		if (indikator !== undefined && baris.length === 0)
			return { ok: false as const, reason: 'indikator_tidak_ada' as const };
		if (isLuar(who, instansiId))
			await recordActivity(trx, {
				...{ instansiId, waktu: kini, orangId: who.id, tindakan: 'paket.unduh' },
				objek: `penilaian/${id}${indikator === undefined ? '' : `/${indikator}`}`,
				rincian: { bukti: baris.reduce((n, b) => n + b.butir.length, 0) },
			});
		const nama = `paket-${input.slug}-${p.tahun}${indikator === undefined ? '' : `-${indikator}`}.zip`;
		const isi = streamZip(listEntri(ctx, baris, indikator === undefined, kini));
		return { ok: true as const, value: { nama: nama.replace(/[^\w.-]/g, '_'), isi } };
	});
}

/** Words first, so that the first byte does not wait for a file; files one by one. */
async function* listEntri(
	ctx: Ctx,
	baris: readonly BarisPaket[],
	berfolder: boolean,
	kini: Date,
): AsyncGenerator<EntriZip> {
	for (const b of baris) {
		const n = nomorIndikator(b.indikator);
		const folder = berfolder ? `${b.indikator}/` : '';
		const nilai = b.nilai === null ? '–' : formatAngka(b.nilai, 'id');
		yield {
			...{ nama: `${folder}${n} fakta dan analisis.txt`, waktu: kini },
			isi: tulisPenjelasan({ ...b, id: b.indikator, nilai }),
		};
		const lain = b.butir.filter((x) => x.jenis !== 'berkas');
		if (lain.length > 0)
			yield {
				nama: `${folder}${n} tautan dan catatan.txt`,
				waktu: kini,
				isi: tulisTautan(b.indikator, lain),
			};
		for (const x of b.butir) if (x.berkas) yield await entriBerkas(ctx, folder, x.waktu, x.berkas);
	}
}

async function entriBerkas(
	ctx: Ctx,
	folder: string,
	waktu: string,
	{ nama, sha256 }: { nama: string; sha256: string },
): Promise<EntriZip> {
	const ukuran = await ctx.berkas.size(sha256);
	const dasar = { waktu: new Date(waktu) };
	if (ukuran !== null) return { ...dasar, nama: folder + nama, ukuran, open: () => ctx.berkas.read(sha256) };
	ctx.log.error({ sha256 }, 'berkas bukti tidak ada di penyimpanan');
	return {
		...dasar,
		nama: `${folder}${nama} TIDAK ADA.txt`,
		isi: `Berkas ini tidak ditemukan di penyimpanan. SHA-256: ${sha256}\r\n`,
	};
}
