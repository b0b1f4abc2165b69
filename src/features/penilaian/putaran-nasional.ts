import { inviteOrang } from '#features/akun/invite-orang.ts';
import { canAct } from '#features/akun/izin.rules.ts';
import { mailTautan } from '#features/akun/mail-tautan.ts';
import { authorize } from '#features/akun/require-orang.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { listPeserta, listPutaranNasional } from './penilaian.store.ts';

type Tolak = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'penilaian_tidak_ada' };

const mayLihat = (ctx: Ctx) => {
	if (ctx.who.jenis !== 'orang') return { ok: false as const, reason: 'belum_masuk' as const };
	const nasional = ctx.who.peran.some((p) => p.instansiId === null);
	return nasional
		? { ok: true as const, orang: ctx.who }
		: { ok: false as const, reason: 'tidak_berwenang' as const };
};

/** National rounds with how many assessments stand at which stage. */
export async function listNasional(ctx: Ctx) {
	const boleh = mayLihat(ctx);
	if (!boleh.ok) return boleh;
	const daftar = await inScope(ctx, boleh.orang, (trx) => listPutaranNasional(trx));
	return {
		ok: true as const,
		value: { daftar, bolehBuka: canAct(boleh.orang, 'putaran.kelola', { instansiId: null }).ok },
	};
}

/** One national round with its participants, where each stands and who assesses it. */
export async function readNasional(ctx: Ctx, id: number) {
	const boleh = mayLihat(ctx);
	if (!boleh.ok) return boleh;
	return await inScope(ctx, boleh.orang, async (trx) => {
		const putaran = (await listPutaranNasional(trx)).find((p) => p.id === id);
		if (!putaran) return { ok: false as const, reason: 'penilaian_tidak_ada' as const };
		const bolehTunjuk = canAct(boleh.orang, 'asesor.tunjuk', { instansiId: null }).ok;
		return { ok: true as const, value: { putaran, peserta: await listPeserta(trx, id), bolehTunjuk } };
	});
}

export type TunjukOutcome =
	| { ok: true; value: { banyak: number; tautan: string | null; konflik: string[]; surel: boolean } }
	| Tolak
	| { ok: false; reason: 'peserta_kosong' };

/**
 * Appoints an external assessor for participants of a national round. Institutions with a conflict of interest are
 * left out and named; those already theirs are passed over.
 */
export async function appointAsesor(
	ctx: Ctx,
	input: { putaranId: number; penilaianId: readonly number[]; nama: string; surel: string },
): Promise<TunjukOutcome> {
	const boleh = authorize(ctx, 'asesor.tunjuk', { instansiId: null });
	if (!boleh.ok) return boleh;
	const peserta = await inScope(ctx, boleh.orang, (trx) => listPeserta(trx, input.putaranId));
	const dipilih = peserta.filter((p) => input.penilaianId.includes(p.id));
	if (dipilih.length === 0) return { ok: false, reason: 'peserta_kosong' };
	let tautan: string | null = null;
	const konflik: string[] = [];
	let banyak = 0;
	for (const { instansiId, nama } of dipilih) {
		const hasil = await inviteOrang(ctx, {
			instansiId,
			nama: input.nama,
			surel: input.surel,
			peran: 'asesor_eksternal',
			tanpaSurel: true, // one mail with the last link: each new one ends the one before
		});
		if (hasil.ok) {
			banyak++;
			tautan = hasil.value.tautan ?? tautan;
		} else if (hasil.reason === 'konflik_kepentingan') konflik.push(nama);
	}
	const undangan = tautan;
	const surel =
		undangan !== null &&
		(await ctx.db
			.transaction()
			.execute((trx) =>
				mailTautan(ctx, trx, { ...input, guna: 'undangan', tautan: undangan, instansiId: null }),
			));
	return { ok: true, value: { banyak, tautan, konflik, surel } };
}
