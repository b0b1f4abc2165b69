import { inviteOrang } from '#features/akun/invite-orang.ts';
import { canAct } from '#features/akun/izin.rules.ts';
import { mailTautan } from '#features/akun/mail-tautan.ts';
import { authorize } from '#features/akun/require-orang.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { type Asesor, listAsesor, listPeranKonflik } from './asesor.store.ts';
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
		const asesor: Asesor[] = bolehTunjuk ? await listAsesor(trx, id) : [];
		return {
			ok: true as const,
			value: { putaran, peserta: await listPeserta(trx, id), asesor, bolehTunjuk },
		};
	});
}

/** An institution that the person may not judge, with the roles there that stand against it. */
export interface Konflik {
	instansi: string;
	peran: { peran: string; masih: boolean }[];
}

export type TunjukOutcome =
	| {
			ok: true;
			value: {
				nama: string;
				banyak: number;
				sudah: number;
				tautan: string | null;
				konflik: Konflik[];
				surel: boolean;
			};
	  }
	| Tolak
	| { ok: false; reason: 'peserta_kosong' | 'asesor_tidak_ada' };

/**
 * Appoints an external assessor for participants of a national round: one known already by id, or a new person by name
 * and address. Institutions with a conflict of interest are left out and named with what stands against it; those
 * already theirs are passed over.
 */
export async function appointAsesor(
	ctx: Ctx,
	input: {
		putaranId: number;
		penilaianId: readonly number[];
		siapa: number | { nama: string; surel: string };
	},
): Promise<TunjukOutcome> {
	const boleh = authorize(ctx, 'asesor.tunjuk', { instansiId: null });
	if (!boleh.ok) return boleh;
	const { peserta, asesor } = await inScope(ctx, boleh.orang, async (trx) => ({
		peserta: await listPeserta(trx, input.putaranId),
		asesor: typeof input.siapa === 'number' ? await listAsesor(trx, input.putaranId) : [],
	}));
	const dipilih = peserta.filter((p) => input.penilaianId.includes(p.id));
	if (dipilih.length === 0) return { ok: false, reason: 'peserta_kosong' };
	const siapa = typeof input.siapa === 'number' ? asesor.find((a) => a.id === input.siapa) : input.siapa;
	if (!siapa?.surel) return { ok: false, reason: 'asesor_tidak_ada' };
	const { nama, surel } = siapa;
	const hasil: Extract<TunjukOutcome, { ok: true }>['value'] = {
		nama,
		banyak: 0,
		sudah: 0,
		tautan: null,
		konflik: [],
		surel: false,
	};
	for (const p of dipilih) {
		const undangan = await inviteOrang(ctx, {
			instansiId: p.instansiId,
			nama,
			surel,
			peran: 'asesor_eksternal',
			tanpaSurel: true, // one mail with the last link: each new one ends the one before
		});
		if (undangan.ok) {
			hasil.banyak++;
			hasil.tautan = undangan.value.tautan ?? hasil.tautan;
		} else if (undangan.reason === 'peran_sudah_ada') hasil.sudah++;
		else if (undangan.reason === 'konflik_kepentingan')
			hasil.konflik.push({
				instansi: p.nama,
				peran: await inScope(ctx, boleh.orang, (trx) => listPeranKonflik(trx, p.instansiId, surel)),
			});
	}
	const { tautan } = hasil;
	if (tautan !== null)
		hasil.surel = await ctx.db
			.transaction()
			.execute((trx) => mailTautan(ctx, trx, { nama, surel, guna: 'undangan', tautan, instansiId: null }));
	return { ok: true, value: hasil };
}
