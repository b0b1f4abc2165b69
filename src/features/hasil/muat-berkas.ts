import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { getRegencies } from 'idn-area-data';
import {
	type Alias,
	aliasSchema,
	type Provinsi,
	provinsiSchema,
} from '#features/instansi/instansi.schema.ts';
import type { Wilayah } from '#features/instansi/susun-instansi.rules.ts';
import {
	klaimBerkasSchema,
	rincianBerkasSchema,
	tahunBerkasSchema,
	targetBerkasSchema,
} from './muat-berkas.schema.ts';

const nama = [
	'provinsi.csv',
	'instansi-alias.csv',
	'hasil.csv',
	'tahun.json',
	'target.json',
	'klaim.json',
	'rincian.json',
] as const;
type NamaBerkas = (typeof nama)[number];

/** The shipped data, unread; `sidik` names each source with its hash. */
export interface BerkasBawaan {
	isi: Record<NamaBerkas, Buffer>;
	wilayah: Wilayah[];
	sidik: { nama: string; sha256: string }[];
}

/** Reads the shipped files of `dir` and the area data, with their hashes. */
export async function bacaBawaan(dir: string): Promise<BerkasBawaan> {
	const isi = Object.fromEntries(nama.map((n) => [n, readFileSync(join(dir, n))])) as Record<
		NamaBerkas,
		Buffer
	>;
	const wilayah = (await getRegencies()).map((r) => ({ kode: r.code, nama: r.name }));
	return {
		isi,
		wilayah,
		sidik: [
			...nama.map((n) => ({ nama: `data/${n}`, sha256: sidik(isi[n]) })),
			{ nama: 'wilayah', sha256: sidik(JSON.stringify(wilayah)) },
		],
	};
}

export function sidik(isi: string | Uint8Array): string {
	return createHash('sha256').update(isi).digest('hex');
}

/** Parses what was read. @throws ZodError when a shipped file is damaged. */
export function uraikanBawaan({ isi, wilayah }: BerkasBawaan) {
	const json = (n: NamaBerkas): unknown => JSON.parse(isi[n].toString('utf8'));
	return {
		wilayah,
		provinsi: bacaTabel(isi['provinsi.csv'], ({ kode, nama: n, pulau, nama_wilayah }) =>
			provinsiSchema.parse({ kode, nama: n, pulau, namaWilayah: nama_wilayah || null }),
		) satisfies Provinsi[],
		alias: bacaTabel(isi['instansi-alias.csv'], ({ nama_baku, varian }) =>
			aliasSchema.parse({ namaBaku: nama_baku, varian }),
		) satisfies Alias[],
		tahun: tahunBerkasSchema.parse(json('tahun.json')).tahun,
		target: targetBerkasSchema.parse(json('target.json')).target,
		klaim: klaimBerkasSchema.parse(json('klaim.json')).klaim,
		rincian: rincianBerkasSchema.parse(json('rincian.json')).rincian,
		hasil: isi['hasil.csv'],
	};
}
export type DataBawaan = ReturnType<typeof uraikanBawaan>;

function bacaTabel<T>(isi: Buffer, baca: (baris: Record<string, string>) => T): T[] {
	return (parse(isi, { columns: true, bom: true }) as Record<string, string>[]).map(baca);
}
