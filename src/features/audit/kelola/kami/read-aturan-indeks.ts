import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { type AturanIndeks, daftarKategori, type VersiIndeks } from './indeks.rules.ts';

const teks = z.string().min(1);
const batas = z.array(z.int().min(0)).length(4);
const schema = z.strictObject({
	format: z.literal('matang-kami/1'),
	judul: teks,
	keterangan: teks,
	sumber: z.strictObject({ alamat: z.array(teks), kepastian: teks }),
	area: z.array(z.strictObject({ id: teks, nama: teks, kontrol: z.int() })),
	kategori: z.array(z.strictObject({ id: z.enum(daftarKategori), min: z.int(), maks: z.int() })),
	kategoriSumber: teks,
	putusan: z.array(teks).length(4),
	versi: z.array(
		z.strictObject({
			id: teks,
			total: z.int(),
			kepastian: teks,
			batas: z.strictObject({ Rendah: batas, Tinggi: batas, Strategis: batas }),
		}),
	),
	berlakuBulan: z.strictObject({ nilai: z.int().min(1), sumber: teks, kepastian: teks }),
	frekuensi: teks,
});

export interface AturanIndeksBerkas extends AturanIndeks {
	/** Areas whose scores add up: without the category and the supplement. */
	area: { id: string; nama: string }[];
	versi: VersiIndeks[];
	sumber: { alamat: string[]; kepastian: string; masa: string; keterangan: string };
}
const terbaca = new Map<string, AturanIndeksBerkas>();

/** Thresholds of security indices of the installation, data/kami.json; read once. @throws ZodError when damaged */
export function readAturanIndeks({ dir }: Pick<Ctx, 'dir'>): AturanIndeksBerkas {
	const ada = terbaca.get(dir.project);
	if (ada) return ada;
	const b = schema.parse(JSON.parse(readFileSync(join(dir.project, 'data', 'kami.json'), 'utf8')));
	const aturan = {
		area: b.area.filter((a) => a.id !== 'I' && a.id !== 'Suplemen').map(({ id, nama }) => ({ id, nama })),
		...{ versi: b.versi, putusan: b.putusan, kategori: b.kategori, berlakuBulan: b.berlakuBulan.nilai },
		sumber: { ...b.sumber, masa: b.berlakuBulan.sumber, keterangan: b.keterangan },
	};
	terbaca.set(dir.project, aturan);
	return aturan;
}
