import type { Readable } from 'node:stream';
import { isLuar, listJalur } from '#features/akun/izin.rules.ts';
import { listPenugasan } from '#features/penilaian/penugasan.store.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { sebabPenyimpanan } from '#platform/storage/file-store.ts';
import { isTampil } from '#platform/storage/judge-file.ts';
import { findBerkasRevisi } from './bukti.store.ts';

export interface BerkasTerbuka {
	nama: string;
	tipe: string;
	/** Bytes. */
	ukuran: number;
	sha256: string;
	/** A browser may show it within the page. */
	tampil: boolean;
	read: (rentang?: { dari: number; sampai: number }) => Readable;
}

export type SebabBuka =
	| 'belum_masuk'
	| 'tidak_berwenang'
	| 'bukti_tidak_ada'
	| 'berkas_hilang'
	| 'berkas_bervirus'
	| 'penyimpanan_gagal';

/** The file of one revision, for those who may see its indicator. Every opening from outside is recorded. */
export async function openBerkas(
	ctx: Ctx,
	input: { instansiId: number; penilaianId: number; buktiId: number; revisi: number },
): Promise<{ ok: true; value: BerkasTerbuka } | { ok: false; reason: SebabBuka }> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, penilaianId } = input;
	const jalur = listJalur(who, 'penilaian.lihat', instansiId);
	if (jalur !== 'semua' && jalur.length === 0) return { ok: false, reason: 'tidak_berwenang' };
	const berkas = await inScope(ctx, who, async (trx) => {
		const f = await findBerkasRevisi(trx, input);
		if (!f) return null;
		if (jalur !== 'semua') {
			const tugas = await listPenugasan(trx, instansiId, penilaianId);
			if (!tugas.some((t) => t.indikator === f.indikator && jalur.some((j) => t.jalur.startsWith(j))))
				return null;
		}
		if (isLuar(who, instansiId))
			await recordActivity(trx, {
				instansiId,
				waktu: ctx.clock(),
				orangId: who.id,
				tindakan: 'bukti.baca',
				objek: `penilaian/${penilaianId}/${f.indikator}`,
				rincian: { bukti: input.buktiId, revisi: input.revisi },
			});
		return f;
	});
	if (!berkas) return { ok: false, reason: 'bukti_tidak_ada' };
	if (berkas.tanda.includes('terinfeksi')) return { ok: false, reason: 'berkas_bervirus' };
	const ada = await adaBerkas(ctx, berkas.sha256);
	if (ada !== true) return { ok: false, reason: ada };
	return {
		ok: true,
		value: {
			nama: berkas.nama ?? 'berkas',
			tipe: berkas.tipe,
			ukuran: Number(berkas.ukuran),
			sha256: berkas.sha256,
			tampil: isTampil(berkas.tipe),
			read: (rentang) => ctx.berkas.read(berkas.sha256, rentang),
		},
	};
}

async function adaBerkas(ctx: Ctx, sha256: string): Promise<true | 'berkas_hilang' | 'penyimpanan_gagal'> {
	try {
		return (await ctx.berkas.size(sha256)) === null ? 'berkas_hilang' : true;
	} catch (cause) {
		if (sebabPenyimpanan(cause) === null) throw cause;
		ctx.log.error({ err: cause }, 'membuka berkas');
		return 'penyimpanan_gagal';
	}
}
