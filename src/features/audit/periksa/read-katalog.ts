import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import type { Ambang } from './hasil.rules.ts';
import {
	type KatalogBerkas,
	type Kendali,
	katalogSchema,
	kendaliSchema,
	type Pemeriksaan,
} from './katalog.schema.ts';

export interface Katalog {
	berkas: KatalogBerkas;
	ambang: Ambang;
	/** By id, in the order of the file. */
	pemeriksaan: ReadonlyMap<string, Pemeriksaan>;
	kendali: ReadonlyMap<string, Kendali>;
}
const terbaca = new Map<string, Katalog>();

/** The checks and controls of the installation; read once. @throws ZodError when a file is damaged */
export function readKatalog({ dir }: Pick<Ctx, 'dir'>): Katalog {
	const ada = terbaca.get(dir.project);
	if (ada) return ada;
	const baca = (nama: string) => JSON.parse(readFileSync(join(dir.project, 'data', nama), 'utf8'));
	const berkas = katalogSchema.parse(baca('pemeriksaan.json'));
	const { kendali } = kendaliSchema.parse(baca('kendali-bssn-4-2021.json'));
	const angka = Object.fromEntries(Object.entries(berkas.ambang).map(([k, { nilai }]) => [k, nilai]));
	const katalog = {
		berkas,
		ambang: { ...angka, kataSusupan: berkas.kataSusupan.nilai } as unknown as Ambang,
		pemeriksaan: new Map(berkas.pemeriksaan.map((p) => [p.id, p])),
		kendali: new Map(kendali.map((k) => [k.id, k])),
	};
	terbaca.set(dir.project, katalog);
	return katalog;
}
