import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import type { DataRencana } from './bawaan.rules.ts';
import { peluangBerkasSchema, prasyaratBerkasSchema, usahaBerkasSchema } from './data-rencana.schema.ts';

const terbaca = new Map<string, DataRencana>();

/** The planning assumptions of the installation, read once. @throws where a file of the project is damaged. */
export function readDataRencana(ctx: Pick<Ctx, 'dir'>): DataRencana {
	const dir = join(ctx.dir.project, 'data');
	const ada = terbaca.get(dir);
	if (ada) return ada;
	const baca = (nama: string): unknown => JSON.parse(readFileSync(join(dir, nama), 'utf8'));
	const data = {
		usaha: usahaBerkasSchema.parse(baca('usaha.json')),
		peluang: peluangBerkasSchema.parse(baca('peluang.json')),
		prasyarat: prasyaratBerkasSchema.parse(baca('prasyarat.json')),
	};
	terbaca.set(dir, data);
	return data;
}
