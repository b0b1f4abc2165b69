import { canAct } from '#features/akun/izin.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listPekerjaan, type Pekerjaan } from '#platform/jobs/pekerjaan.ts';
import type { BerkasLaporan } from './berkas-laporan.ts';
import { JENIS_LAPORAN } from './minta-laporan.ts';
import { findLaporan, findPotong, type LaporanTersimpan, listLaporan } from './simpan-laporan.store.ts';

const SEHARI = 86_400_000;

/** Reports that the person asked for: ready ones, and those being made or that failed within a day. */
export async function listLaporanSaya(
	ctx: Ctx,
): Promise<
	{ ok: true; value: { siap: LaporanTersimpan[]; kerja: Pekerjaan[] } } | { ok: false; reason: 'belum_masuk' }
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const kini = ctx.clock();
	return await inScope(ctx, who, async (trx) => {
		const siap = (await listLaporan(trx, who.id, kini)).filter((l) => mayUnduh(who, l));
		const semua = await listPekerjaan(trx, JENIS_LAPORAN, new Date(kini.getTime() - SEHARI));
		return { ok: true as const, value: { siap, kerja: semua.filter((p) => p.oleh === who.id) } };
	});
}

/** Who has lost the right to what it says may not have it any more. */
const mayUnduh = (who: Orang, { instansiId }: Pick<LaporanTersimpan, 'instansiId'>): boolean =>
	canAct(who, instansiId === null ? 'putaran.kelola' : 'penilaian.lihat', { instansiId }).ok;

/** A report of one's own, piece by piece from the database. */
export async function unduhLaporan(
	ctx: Ctx,
	id: number,
): Promise<{ ok: true; value: BerkasLaporan } | { ok: false; reason: 'belum_masuk' | 'laporan_tidak_ada' }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const laporan = await inScope(ctx, who, (trx) => findLaporan(trx, who.id, id, ctx.clock()));
	if (!laporan || !mayUnduh(who, laporan)) return { ok: false, reason: 'laporan_tidak_ada' };
	let nomor = 0;
	const isi = new ReadableStream<Uint8Array>(
		{
			async pull(kendali) {
				const potong = await inScope(ctx, who, (trx) => findPotong(trx, id, nomor++));
				if (potong) kendali.enqueue(new Uint8Array(potong));
				else kendali.close();
			},
		},
		{ highWaterMark: 0 },
	);
	return { ok: true, value: { nama: laporan.nama, tipe: laporan.tipe, isi } };
}
