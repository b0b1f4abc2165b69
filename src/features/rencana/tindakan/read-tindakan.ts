import { canAct } from '#features/akun/izin.rules.ts';
import { listOrangInstansi } from '#features/akun/peran.store.ts';
import { listUnitStore } from '#features/instansi/unit.store.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import type { DasarPrakiraan } from './dasar-prakiraan.ts';
import { type BarisTindakan, readSemuaTindakan } from './list-tindakan.ts';
import { isTampak, type TolakTindakan } from './require-tindakan.ts';
import { type Peringatan, periksaTindakan } from './tindakan.rules.ts';

/** What the form of an action lets choose from; empty for who may not write one. */
export interface PilihanTindakan {
	indikator: { id: string; pendek: string; kini: number | null }[];
	unit: { id: number; nama: string }[];
	orang: { id: number; nama: string }[];
	lain: { id: number; judul: string }[];
}

export interface TindakanTerbuka {
	tindakan: BarisTindakan;
	/** What it waits for, and what waits for it. */
	menunggu: { id: number; judul: string; keadaan: string; tenggat: string }[];
	ditunggu: { id: number; judul: string }[];
	peringatan: Peringatan[];
	batas: DasarPrakiraan['batas'];
	pilihan: PilihanTindakan;
	kelola: boolean;
	kini: string;
}

/** One action with everything that belongs to it. */
export async function readTindakan(
	ctx: Ctx,
	input: { instansiId: number; id: number },
): Promise<{ ok: true; value: TindakanTerbuka } | TolakTindakan> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	const { instansiId, id } = input;
	const kini = hariIni(ctx.clock());
	return await inScope(
		ctx,
		who,
		async (trx): Promise<{ ok: true; value: TindakanTerbuka } | TolakTindakan> => {
			const { baris, dasar } = await readSemuaTindakan(trx, who, instansiId, kini);
			const tindakan = baris.find((t) => t.id === id);
			if (!tindakan) return { ok: false, reason: 'tindakan_tidak_ada' };
			if (!isTampak(who, instansiId, tindakan)) return { ok: false, reason: 'tidak_berwenang' };
			const menunggu = baris.filter((t) => tindakan.menunggu.includes(t.id));
			const kelola = canAct(who, 'rencana.kelola', { instansiId }).ok;
			const lain = baris.filter((t) => t.id !== id && t.keadaan !== 'batal');
			return {
				ok: true,
				value: {
					tindakan,
					menunggu: menunggu.map((t) => ({
						...{ id: t.id, judul: t.judul, keadaan: t.keadaan, tenggat: t.tenggat },
					})),
					ditunggu: baris.filter((t) => t.menunggu.includes(id)).map((t) => ({ id: t.id, judul: t.judul })),
					peringatan: periksaTindakan(tindakan, menunggu),
					batas: dasar.batas,
					pilihan: kelola ? await readPilihan(trx, instansiId, dasar, lain) : kosong,
					kelola,
					kini,
				},
			};
		},
	);
}

const kosong: PilihanTindakan = { indikator: [], unit: [], orang: [], lain: [] };

/** What the form of a new action needs. */
export async function readTindakanBaru(
	ctx: Ctx,
	instansiId: number,
): Promise<
	| { ok: true; value: { pilihan: PilihanTindakan; kini: string; batas: DasarPrakiraan['batas'] } }
	| TolakTindakan
> {
	if (ctx.who.jenis !== 'orang') return { ok: false, reason: 'belum_masuk' };
	const { who } = ctx;
	if (!canAct(who, 'rencana.kelola', { instansiId }).ok) return { ok: false, reason: 'tidak_berwenang' };
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, who, async (trx) => {
		const { baris, dasar } = await readSemuaTindakan(trx, who, instansiId, kini);
		const lain = baris.filter((t) => t.keadaan !== 'batal');
		const pilihan = await readPilihan(trx, instansiId, dasar, lain);
		return { ok: true as const, value: { pilihan, kini, batas: dasar.batas } };
	});
}

async function readPilihan(
	trx: Trx,
	instansiId: number,
	{ instrumen, jawaban }: DasarPrakiraan,
	lain: readonly { id: number; judul: string }[],
): Promise<PilihanTindakan> {
	const indikator = instrumen ? listIndikator(instrumen) : [];
	return {
		indikator: indikator.map(({ id, pendek }) => {
			const nilai = jawaban[id];
			return { id, pendek, kini: typeof nilai === 'number' ? nilai : null };
		}),
		unit: (await listUnitStore(trx, instansiId)).filter((u) => u.aktif).map(({ id, nama }) => ({ id, nama })),
		orang: (await listOrangInstansi(trx, instansiId))
			.filter((o) => o.peran.some((p) => p.peran !== 'asesor_eksternal'))
			.map(({ id, nama }) => ({ id, nama })),
		lain: lain.map(({ id, judul }) => ({ id, judul })),
	};
}
