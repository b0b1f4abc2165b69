import { insertOrang } from '#features/akun/orang.store.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';

export const tahap = (nama: 'mandiri' | 'sanggah') => ({
	tahap: nama,
	mulai: '2000-01-01',
	selesai: '2099-12-31',
});

/** Somebody who prepares the ground and asks for nothing afterwards. */
export async function penyiap(
	ctx: Ctx,
	nama: string,
	peran: string,
	instansiId: number | null,
): Promise<Ctx> {
	const id = await insertOrang(ctx.db, { nama, surel: `${nama}@contoh.invalid`, dibuat: ctx.clock() });
	if (id === undefined) throw new Error(`${nama} sudah ada`);
	const who: Orang = {
		jenis: 'orang',
		id,
		nama,
		sesiId: 0,
		ditegaskan: ctx.clock(),
		peran: [{ peran, instansiId, unitId: null, jalur: null }],
	};
	return { ...ctx, who };
}

export function harus<T extends { ok: boolean }>(hasil: T): Extract<T, { ok: true }> {
	if (!hasil.ok) throw new Error(JSON.stringify(hasil));
	return hasil as Extract<T, { ok: true }>;
}
