import type { Dokumen } from '#api/dokumen.ts';

/** A piece of a type: words of the catalogue, a code, or the name of a schema that is explained below. */
export type Potongan = { kata: KataBentuk } | { kode: string } | { rujuk: string };
export type KataBentuk =
	| 'teks'
	| 'bulat'
	| 'bilangan'
	| 'benar'
	| 'kosong'
	| 'objek'
	| 'daftar'
	| 'peta'
	| 'atau'
	| 'apaSaja';

export interface Medan {
	nama: string;
	wajib: boolean;
	bentuk: Potongan[];
	uraian: string;
}

export interface Operasi {
	id: string;
	metode: string;
	jalur: string;
	bagian: string;
	ringkas: string;
	uraian: string;
	parameter: (Medan & { letak: 'path' | 'query' })[];
	isi: string | null;
	jawaban: { status: string; uraian: string; rujuk: string | null }[];
}

export interface Rujukan {
	uraian: string[];
	operasi: Operasi[];
	skema: { nama: string; uraian: string; medan: Medan[]; bentuk: Potongan[] }[];
}

/** The parts of JSON Schema that our document uses. */
export interface Skema {
	$ref?: string;
	type?: string | string[];
	enum?: string[];
	anyOf?: Skema[];
	items?: Skema;
	prefixItems?: Skema[];
	properties?: Record<string, Skema>;
	additionalProperties?: boolean | Skema;
	required?: string[];
	description?: string;
	minimum?: number;
	maximum?: number;
}

interface OperasiDokumen {
	operationId: string;
	summary?: string;
	description?: string;
	tags?: string[];
	parameters?: {
		name: string;
		in: 'path' | 'query';
		required?: boolean;
		description?: string;
		schema: Skema;
	}[];
	requestBody?: { content: Record<string, { schema: Skema }> };
	responses: Record<string, { description: string; content?: Record<string, { schema: Skema }> }>;
}

const namaRujuk = (skema: Skema | undefined) => skema?.$ref?.split('/').at(-1) ?? null;

/** Rearranges the OpenAPI document for reading from top to bottom. */
export function susunRujukan(dokumen: Dokumen): Rujukan {
	const skema = (dokumen.components?.schemas ?? {}) as Record<string, Skema>;
	return {
		uraian: (dokumen.info.description ?? '').split(/\n\n?(?=- )|\n\n/).map((p) =>
			p
				.replaceAll('`', '')
				.replaceAll(/\s*\n\s*/g, ' ')
				.trim(),
		),
		operasi: Object.entries(dokumen.paths ?? {}).flatMap(([jalur, butir]) =>
			Object.entries(butir).map(([metode, isi]) => susunOperasi(metode, jalur, isi as OperasiDokumen)),
		),
		skema: Object.entries(skema).map(([nama, isi]) => ({
			nama,
			uraian: isi.description ?? '',
			medan: listMedan(isi),
			bentuk: bacaBentuk(isi),
		})),
	};
}

function susunOperasi(metode: string, jalur: string, isi: OperasiDokumen): Operasi {
	const json = (content: Record<string, { schema: Skema }> | undefined) =>
		namaRujuk(content?.['application/json']?.schema);
	return {
		id: isi.operationId,
		metode: metode.toUpperCase(),
		jalur,
		bagian: isi.tags?.[0] ?? '',
		ringkas: isi.summary ?? '',
		uraian: isi.description ?? '',
		parameter: (isi.parameters ?? []).map((p) => ({
			nama: p.name,
			letak: p.in,
			wajib: p.required ?? false,
			bentuk: bacaBentuk(p.schema),
			uraian: p.description ?? '',
		})),
		isi: json(isi.requestBody?.content),
		jawaban: Object.entries(isi.responses).map(([status, jawaban]) => ({
			status,
			uraian: jawaban.description,
			rujuk: json(jawaban.content),
		})),
	};
}

/** The fields of an object; those of an unnamed object inside follow under a dotted name. */
export function listMedan(skema: Skema, awalan = ''): Medan[] {
	return Object.entries(skema.properties ?? {}).flatMap(([nama, isi]) => [
		{
			nama: awalan + nama,
			wajib: skema.required?.includes(nama) ?? false,
			bentuk: bacaBentuk(isi),
			uraian: isi.description ?? '',
		},
		...listMedan(isi, `${awalan}${nama}.`),
		...listMedan(isi.items ?? {}, `${awalan}${nama}[].`),
	]);
}

const kataJenis: Record<string, KataBentuk> = {
	string: 'teks',
	integer: 'bulat',
	number: 'bilangan',
	boolean: 'benar',
	null: 'kosong',
	object: 'objek',
};

/** What a value looks like, in pieces that the page puts into words. */
export function bacaBentuk(skema: Skema): Potongan[] {
	const rujuk = namaRujuk(skema);
	if (rujuk) return [{ rujuk }];
	if (skema.enum) return skema.enum.map((kode) => ({ kode }));
	if (skema.anyOf) return gabung(skema.anyOf.map(bacaBentuk));
	if (skema.prefixItems)
		return [{ kata: 'daftar' }, { kode: '[' }, ...skema.prefixItems.flatMap(bacaBentuk), { kode: ']' }];
	const jenis = [skema.type ?? []].flat();
	if (jenis.length === 0) return [{ kata: 'apaSaja' }];
	return gabung(jenis.map((satu) => bacaJenis(satu, skema)));
}

function bacaJenis(jenis: string, skema: Skema): Potongan[] {
	if (jenis === 'array') return [{ kata: 'daftar' }, ...bacaBentuk(skema.items ?? {})];
	if (jenis === 'object' && typeof skema.additionalProperties === 'object' && !skema.properties)
		return [{ kata: 'peta' }, ...bacaBentuk(skema.additionalProperties)];
	const kata: Potongan = { kata: kataJenis[jenis] ?? 'apaSaja' };
	if (skema.minimum === undefined || skema.maximum === undefined) return [kata];
	return [kata, { kode: `${skema.minimum}–${skema.maximum}` }];
}

const gabung = (bagian: Potongan[][]): Potongan[] =>
	bagian.flatMap((potongan, i) => (i === 0 ? potongan : [{ kata: 'atau' as const }, ...potongan]));
