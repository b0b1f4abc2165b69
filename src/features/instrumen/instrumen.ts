import { join } from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import type { InstrumenLengkap } from './instrumen.schema.ts';
import { loadInstrumen, type RegistriInstrumen } from './load-instrumen.ts';

type DirCtx = Pick<Ctx, 'dir'> & Partial<Pick<Ctx, 'log'>>;

const termuat = new Map<string, RegistriInstrumen>();

/**
 * The instruments of this installation, read once per process: shipped from the project's `instruments/`, own ones
 * from `instrumen/` in the data directory. Own files that were left out go to the log.
 * @throws Error when a shipped file is bad: the installation is damaged.
 */
export function requireRegistri(ctx: DirCtx): RegistriInstrumen {
	const kunci = `${ctx.dir.project}\n${ctx.dir.data}`;
	const ada = termuat.get(kunci);
	if (ada) return ada;
	const registri = loadInstrumen(join(ctx.dir.project, 'instruments'), join(ctx.dir.data, 'instrumen'));
	const rusak = registri.masalah.find((m) => m.asal === 'bawaan');
	if (rusak) throw new Error(`instrumen bawaan rusak: ${rusak.berkas}: ${rusak.path} ${rusak.pesan}`);
	for (const m of registri.masalah) ctx.log?.warn(m, 'instrumen tambahan tidak dipakai');
	termuat.set(kunci, registri);
	return registri;
}

/** All instruments, shipped ones first, each kind by first year. */
export function listInstrumen(ctx: DirCtx): readonly InstrumenLengkap[] {
	return requireRegistri(ctx).list();
}

/** @throws Error for an id that no instrument has; ask `requireRegistri(ctx).get` where the id comes from outside. */
export function requireInstrumen(ctx: DirCtx, id: string): InstrumenLengkap {
	const instrumen = requireRegistri(ctx).get(id);
	if (!instrumen) throw new Error(`instrumen ${id} tidak ada`);
	return instrumen;
}
