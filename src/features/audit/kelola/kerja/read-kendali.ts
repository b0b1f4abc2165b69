import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Ctx } from '#platform/ctx.ts';
import { kendaliSchema } from '../../periksa/katalog.schema.ts';
import type { Butir } from './kriteria.store.ts';

/** A control of BSSN 4/2021 as a criterion. */
export interface Kendali extends Butir {
	/** Code of its area: "WEB". */
	areaId: string;
	topik: readonly string[];
}
export interface DaftarKendali {
	area: { id: string; nama: string }[];
	topik: string[];
	kendali: Kendali[];
}
const terbaca = new Map<string, DaftarKendali>();
export const SUMBER_KENDALI = 'Peraturan BSSN 4/2021';

/** The controls of the installation as criteria; read once. @throws ZodError when the file is damaged */
export function readKendali({ dir }: Pick<Ctx, 'dir'>): DaftarKendali {
	const ada = terbaca.get(dir.project);
	if (ada) return ada;
	const path = join(dir.project, 'data', 'kendali-bssn-4-2021.json');
	const { area, kendali } = kendaliSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
	const daftar: DaftarKendali = {
		area: Object.entries(area).map(([id, nama]) => ({ id, nama })),
		topik: [...new Set(kendali.flatMap((k) => k.topik))].sort(),
		kendali: kendali.map((k) => ({
			kode: k.id,
			areaId: k.area,
			area: area[k.area] ?? k.area,
			teks: `${k.fungsi}: ${k.ringkas}`,
			sumber: `${SUMBER_KENDALI} ${tulisPasal(k)}`,
			topik: k.topik,
		})),
	};
	terbaca.set(dir.project, daftar);
	return daftar;
}

const tulisPasal = (k: { pasal: number; ayat: string | number | null; huruf: string | null }): string =>
	[`Pasal ${k.pasal}`, k.ayat === null ? '' : `ayat (${k.ayat})`, k.huruf === null ? '' : `huruf ${k.huruf}`]
		.filter((b) => b !== '')
		.join(' ');
