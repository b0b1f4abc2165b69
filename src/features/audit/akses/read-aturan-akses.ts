import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import { type AturanAkses, aturanAksesSchema } from './akses.schema.ts';

const terbaca = new Map<string, AturanAkses>();

/** The rules of the installation, data/akses.json; read once. */
export function readAturanAkses(ctx: { dir: Pick<Ctx['dir'], 'project'> }): AturanAkses {
	const path = join(ctx.dir.project, 'data', 'akses.json');
	const ada = terbaca.get(path) ?? aturanAksesSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
	terbaca.set(path, ada);
	return ada;
}
