import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Ctx } from '#platform/ctx.ts';
import { daftarJenisAudit, daftarOpini, daftarPokok } from './audit.rules.ts';
import { type AturanOpini, daftarEdk, daftarEfk, daftarEik } from './opini.rules.ts';
import type { AturanProgram } from './program.rules.ts';
import type { AturanTingkat } from './tingkat-audit.rules.ts';

const teks = z.string().min(1);
const setelan = <T extends z.ZodType>(nilai: T) => z.strictObject({ nilai, sumber: teks, kepastian: teks });
const permil = z.int().min(0).max(1000);
const schema = z.strictObject({
	format: z.literal('matang-audit/1'),
	keterangan: teks,
	dasar: z.array(
		z.strictObject({
			peraturan: teks,
			isi: teks.optional(),
			alamat: z.array(z.string()).optional(),
			kepastian: teks,
		}),
	),
	jenis: z
		.array(z.strictObject({ id: z.enum(daftarJenisAudit), indikator: teks, objek: z.array(teks) }))
		.length(daftarJenisAudit.length),
	pokok: z.strictObject({
		sumber: teks,
		kepastian: teks,
		isi: z.array(z.strictObject({ id: z.enum(daftarPokok), nama: teks })).length(daftarPokok.length),
	}),
	frekuensi: z.strictObject({
		instansiTahun: setelan(z.int().min(1).max(10)),
		umumTahun: setelan(z.int().min(1).max(10)),
	}),
	programTahun: setelan(z.int().min(2).max(10)),
	berlakuBulan: setelan(z.int().min(1).max(120)),
	tingkatDuaPerluAudit: setelan(z.boolean()),
	opini: z.strictObject({
		sumber: teks,
		kepastian: teks,
		permil: z.strictObject({
			edk: z.strictObject({ M: permil, PP: permil }),
			eik: z.strictObject({ S: permil }),
			efk: z.strictObject({ E: permil, PP: permil }),
		}),
		matriks: z.array(
			z.strictObject({
				edk: z.enum(daftarEdk),
				eik: z.enum([...daftarEik, '-']),
				efk: z.enum(daftarEfk),
				hasil: z.enum(daftarOpini),
			}),
		),
		keseluruhan: z.strictObject({ tmMenjadiTM: z.int().min(1) }),
	}),
	pengujian: z.strictObject({ sumber: teks, kepastian: teks }),
	kertasKerja: z.array(z.tuple([teks, teks])),
});
export type BerkasAudit = z.infer<typeof schema>;

export interface AturanAudit {
	berkas: BerkasAudit;
	tingkat: AturanTingkat;
	program: AturanProgram;
	opini: AturanOpini;
}
const terbaca = new Map<string, AturanAudit>();

/** Settings of ICT audits of the installation, data/audit-tik.json; read once. @throws ZodError when damaged */
export function readAturanAudit({ dir }: Pick<Ctx, 'dir'>): AturanAudit {
	const ada = terbaca.get(dir.project);
	if (ada) return ada;
	const berkas = schema.parse(JSON.parse(readFileSync(join(dir.project, 'data', 'audit-tik.json'), 'utf8')));
	const { frekuensi, programTahun, berlakuBulan, tingkatDuaPerluAudit } = berkas;
	const aturan: AturanAudit = {
		berkas,
		tingkat: {
			jarakTahun: frekuensi.instansiTahun.nilai,
			berlakuBulan: berlakuBulan.nilai,
			tingkatDuaPerluAudit: tingkatDuaPerluAudit.nilai,
		},
		program: {
			tahun: programTahun.nilai,
			instansiTahun: frekuensi.instansiTahun.nilai,
			umumTahun: frekuensi.umumTahun.nilai,
		},
		opini: berkas.opini,
	};
	terbaca.set(dir.project, aturan);
	return aturan;
}
