import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { KonfigurasiError } from '#platform/config-error.ts';
import type { PetaGrup } from '#platform/ctx.ts';
import { peranNasional, peranSchema } from '../akun.schema.ts';
import { isSepenuhnya } from '../peran.rules.ts';

const teks = z.string().trim().min(1).max(300);
const satu = z
	.strictObject({
		grup: teks,
		peran: peranSchema,
		instansi: teks.nullable().default(null),
		unit: teks.nullable().default(null),
	})
	.superRefine((p, tolak) => {
		const nasional = peranNasional.includes(p.peran);
		const salah = (path: string, message: string) =>
			tolak.addIssue({ code: 'custom', path: [path], message });
		if (nasional && p.instansi)
			salah('instansi', 'peran nasional tidak beralamat instansi; hapus instansinya');
		if (!nasional && !p.instansi) salah('instansi', 'sebut instansinya (slug), misalnya "kota-balikpapan"');
		if (p.unit && (nasional || isSepenuhnya(p.peran)))
			salah('unit', 'peran ini berlaku untuk seluruh instansi; hapus unitnya');
	});
const berkas = z.strictObject({ format: z.literal('matang-peta-grup/1'), peta: z.array(satu).max(5000) });

/**
 * The file that maps groups to roles. National roles come from it only where it names them.
 * @throws KonfigurasiError naming the place and what is wrong there
 */
export function bacaPetaGrup(path: string): PetaGrup[] {
	const hasil = berkas.safeParse(bacaJson(path));
	if (hasil.success) return hasil.data.peta;
	const masalah = hasil.error.issues
		.slice(0, 5)
		.map((i) => `  ${i.path.join('.') || '(berkas)'}: ${i.message}`)
		.join('\n');
	throw new KonfigurasiError(
		`MATANG_SSO_PETA ${path} keliru:\n${masalah}\nBentuknya dijelaskan di docs/operasi.md.`,
	);
}

function bacaJson(path: string): unknown {
	try {
		return JSON.parse(readFileSync(path, 'utf8'));
	} catch (cause) {
		const { code } = cause as NodeJS.ErrnoException;
		throw new KonfigurasiError(
			`MATANG_SSO_PETA ${path} tidak dapat dibaca (${code ?? 'bukan JSON'}). Periksa jalur, hak baca, dan bentuk JSON-nya.`,
			{ cause },
		);
	}
}
