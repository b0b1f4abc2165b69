import { canAct } from '#features/akun/izin.rules.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { isMilik, requireAkses } from './izin-akses.ts';
import { type KeadaanButir, keadaanButir } from './kampanye.rules.ts';
import {
	type AngkaKampanye,
	type Butir,
	findKampanye,
	type Kampanye,
	listAngkaKampanye,
	listButir,
} from './kampanye.store.ts';
import type { AkunTampil } from './read-temuan.ts';

export const BUTIR_PER_HALAMAN = 50;
export type TolakKampanye = { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'kampanye_tidak_ada' };
export type ButirTampil = Omit<Butir, 'akun'> & { akun: AkunTampil | null; keadaan: KeadaanButir };

export interface KampanyeTerbuka {
	kampanye: Kampanye;
	angka: AngkaKampanye;
	butir: ButirTampil[];
	/** Accounts that the filter lets through. */
	ada: number;
	halaman: number;
	/** The person may decide; and close. */
	putuskan: boolean;
	kelola: boolean;
	kini: string;
}

const nol = (id: number): AngkaKampanye => ({
	...{ id, banyak: 0, bertanda: 0, belum: 0, habis: 0, pertahankan: 0, ubah: 0, cabut: 0, alihkan: 0 },
	...{ terpenuhi: 0, belumTerpenuhi: 0 },
});

/** A campaign with its accounts, fifty a page. */
export async function readKampanye(
	ctx: Ctx,
	input: { instansiId: number; id: number; hanya?: 'belum' | 'gagal' | undefined; halaman: number },
): Promise<{ ok: true; value: KampanyeTerbuka } | TolakKampanye> {
	const { instansiId, id, hanya } = input;
	const boleh = requireAkses(ctx, instansiId);
	if (!boleh.ok) return boleh;
	const kini = hariIni(ctx.clock());
	return await inScope(
		ctx,
		boleh.orang,
		async (trx): Promise<{ ok: true; value: KampanyeTerbuka } | TolakKampanye> => {
			const kampanye = await findKampanye(trx, instansiId, id);
			if (!kampanye) return { ok: false, reason: 'kampanye_tidak_ada' };
			if (!isMilik(boleh.jalur, kampanye.jalur)) return { ok: false, reason: 'tidak_berwenang' };
			const [angka = nol(id)] = await listAngkaKampanye(trx, instansiId, kini, id);
			const ada =
				hanya === 'belum'
					? angka.belum + angka.habis
					: hanya === 'gagal'
						? angka.belumTerpenuhi
						: angka.banyak;
			const halaman = Math.min(Math.max(1, input.halaman), Math.max(1, Math.ceil(ada / BUTIR_PER_HALAMAN)));
			const putuskan = canAct(boleh.orang, 'akses.putuskan', {
				instansiId,
				jalur: kampanye.jalur ?? undefined,
			}).ok;
			return {
				ok: true,
				value: {
					...{ kampanye, angka, ada, halaman, kini, kelola: boleh.kelola },
					butir: await tampilkan(ctx, trx, {
						instansiId,
						id,
						hanya,
						kini,
						mulai: (halaman - 1) * BUTIR_PER_HALAMAN,
						banyak: BUTIR_PER_HALAMAN,
					}),
					putuskan: putuskan && !kampanye.ditutup && !kampanye.dihapus,
				},
			};
		},
	);
}

async function tampilkan(
	ctx: Ctx,
	trx: Trx,
	p: {
		instansiId: number;
		id: number;
		hanya?: 'belum' | 'gagal' | undefined;
		kini: string;
		mulai: number;
		banyak: number;
	},
): Promise<ButirTampil[]> {
	const butir = await listButir(trx, ctx, { ...p, kampanyeId: p.id });
	return butir.map((b) => {
		if (!b.akun) return { ...b, akun: null, keadaan: keadaanButir(b, p.kini) };
		const { pemilik: _, ...akun } = b.akun;
		return { ...b, akun, keadaan: keadaanButir(b, p.kini) };
	});
}

/** The whole campaign, for its report. */
export async function readKampanyeUtuh(
	ctx: Ctx,
	{ instansiId, id }: { instansiId: number; id: number },
): Promise<
	| { ok: true; value: { kampanye: Kampanye; angka: AngkaKampanye; butir: ButirTampil[]; kini: string } }
	| TolakKampanye
> {
	const boleh = requireAkses(ctx, instansiId);
	if (!boleh.ok) return boleh;
	const kini = hariIni(ctx.clock());
	return await inScope(ctx, boleh.orang, async (trx) => {
		const kampanye = await findKampanye(trx, instansiId, id);
		if (!kampanye) return { ok: false as const, reason: 'kampanye_tidak_ada' as const };
		if (!isMilik(boleh.jalur, kampanye.jalur))
			return { ok: false as const, reason: 'tidak_berwenang' as const };
		const [angka = nol(id)] = await listAngkaKampanye(trx, instansiId, kini, id);
		const butir = await tampilkan(ctx, trx, { instansiId, id, kini, mulai: 0, banyak: 100_000 });
		return { ok: true as const, value: { kampanye, angka, butir, kini } };
	});
}
