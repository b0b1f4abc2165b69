import { findOrangBySurel } from '#features/akun/orang.store.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import type { UnitContoh } from './contoh-unit.ts';
import type { Contoh } from './read-contoh.ts';

/** An address that can never receive mail (RFC 2606). */
export const surelContoh = (nama: string, instansiId: number) =>
	`${nama.toLowerCase().replace(/\W+/g, '.')}.${instansiId}@contoh.invalid`;

/** The demonstration being made: where, of what, and who does it. */
export interface Susunan {
	ctx: Ctx;
	instansiId: number;
	contoh: Contoh;
	unit: UnitContoh;
}

/** The context of one of the invented people, so that what they do goes through the same doors as real work. */
export async function asContoh({ ctx, instansiId, contoh, unit }: Susunan, nama: string): Promise<Ctx> {
	const o = contoh.orang.find((x) => x.nama === nama);
	const orang = await findOrangBySurel(ctx.db, surelContoh(nama, instansiId));
	if (!o || !orang) throw new Error(`contoh: tidak ada ${nama}`);
	const tempat = o.unit === undefined ? undefined : unit.get(o.unit);
	const who: Orang = {
		jenis: 'orang',
		id: orang.id,
		nama,
		sesiId: 0,
		ditegaskan: ctx.clock(),
		peran: [{ peran: o.peran, instansiId, unitId: tempat?.id ?? null, jalur: tempat?.jalur ?? null }],
	};
	return { ...ctx, who };
}

export async function asPeran(s: Susunan, peran: string): Promise<Ctx> {
	return await asContoh(s, s.contoh.orang.find((o) => o.peran === peran)?.nama ?? '');
}

/** What a use case answered, where only a yes is expected of the shipped data. */
export function mustOk<T extends { ok: boolean; reason?: string }>(
	hasil: T,
	apa: string,
): Extract<T, { ok: true }> {
	if (!hasil.ok) throw new Error(`contoh: ${apa} ${hasil.reason}`);
	return hasil as Extract<T, { ok: true }>;
}
