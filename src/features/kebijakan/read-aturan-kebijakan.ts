import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import type { AturanKebijakan } from './kebijakan.rules.ts';

const kode = z.string().min(1);
const syaratTingkat = z.discriminatedUnion('jenis', [
	z.strictObject({ jenis: z.literal('ditetapkan') }),
	z.strictObject({
		jenis: z.literal('muatan'),
		syarat: z.array(kode).min(1),
		sebagian: z.boolean().optional(),
	}),
	z.strictObject({ jenis: z.literal('reviu'), bulan: z.int().min(1) }),
	z.strictObject({ jenis: z.literal('tindak_lanjut') }),
]);
const himpunanSchema = z
	.strictObject({
		format: z.literal('matang-kebijakan/1'),
		instrumen: z.string(),
		keterangan: z.string(),
		sumber: z.array(z.string()).min(1),
		ketidakpastian: z.array(z.string()),
		kebijakan: z.record(
			z.string().regex(/^I\d{2}$/),
			z.strictObject({
				syarat: z.array(z.strictObject({ id: kode, teks: z.string().min(1) })),
				tingkat: z.record(z.string().regex(/^[2-9]$/), z.array(syaratTingkat).min(1)),
				ketidakpastian: z.array(z.string()),
			}),
		),
	})
	.refine(
		(h) =>
			Object.values(h.kebijakan).every((k) =>
				Object.values(k.tingkat)
					.flat()
					.every((s) => s.jenis !== 'muatan' || s.syarat.every((id) => k.syarat.some((x) => x.id === id))),
			),
		'tingkat menyebut butir yang tidak ada',
	);

export interface HimpunanKebijakan {
	instrumen: string;
	keterangan: string;
	sumber: string[];
	ketidakpastian: string[];
	/** By indicator. */
	kebijakan: ReadonlyMap<string, AturanKebijakan>;
}
const terbaca = new Map<string, HimpunanKebijakan>();

/** The rule set of the installation, data/kebijakan-spbe-2020.json; read once. @throws ZodError when damaged. */
export function readAturanKebijakan(ctx: Pick<Ctx, 'dir'>): HimpunanKebijakan {
	const path = join(ctx.dir.project, 'data', 'kebijakan-spbe-2020.json');
	const ada = terbaca.get(path);
	if (ada) return ada;
	const { kebijakan, instrumen, keterangan, sumber, ketidakpastian } = himpunanSchema.parse(
		JSON.parse(readFileSync(path, 'utf8')),
	);
	const himpunan = {
		instrumen,
		keterangan,
		sumber,
		ketidakpastian,
		kebijakan: new Map(Object.entries(kebijakan)),
	};
	terbaca.set(path, himpunan);
	return himpunan;
}
