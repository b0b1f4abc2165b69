import type { Ctx } from '#platform/ctx.ts';
import { type Api, createApi } from './api.ts';
import { buatDokumen } from './dokumen.ts';
import { periksaSkema, type Skema } from './skema-testing.ts';

export interface Jawaban {
	status: number;
	kepala: Headers;
	// biome-ignore lint/suspicious/noExplicitAny: what came over the wire; tests look into it freely
	badan: any;
}

export interface OperasiUji {
	operationId: string;
	metode: string;
	jalur: string;
	parameter: { name: string; in: string; required?: boolean; schema: Skema }[];
	isi: Skema | undefined;
	jawaban: Record<string, { content?: Record<string, { schema: Skema }> }>;
}

/** Every operation of the OpenAPI document, and the schemas they name. */
export function bacaOperasi(api: Api): { operasi: OperasiUji[]; komponen: Record<string, Skema> } {
	const dokumen = buatDokumen(api);
	const operasi = Object.entries(dokumen.paths ?? {}).flatMap(([jalur, butir]) =>
		// biome-ignore lint/suspicious/noExplicitAny: the library types every possible OpenAPI document
		Object.entries(butir as Record<string, any>).map(([metode, isi]) => ({
			operationId: isi.operationId as string,
			metode: metode.toUpperCase(),
			jalur,
			parameter: isi.parameters ?? [],
			isi: isi.requestBody?.content['application/json'].schema,
			jawaban: isi.responses,
		})),
	);
	return { operasi, komponen: (dokumen.components?.schemas ?? {}) as Record<string, Skema> };
}

/** A client in this process, and a check of every answer against the document. */
export function bukaKlien(ctx: () => Ctx, batas = 1_000_000) {
	const api = createApi({ batas });
	const { operasi, komponen } = bacaOperasi(api);
	const minta = async (metode: string, jalur: string, isi?: unknown, kepala: Record<string, string> = {}) => {
		const badan = isi === undefined ? null : typeof isi === 'string' ? isi : JSON.stringify(isi);
		const permintaan = new Request(`http://matang${jalur}`, {
			method: metode,
			headers: { ...(badan === null ? {} : { 'content-type': 'application/json' }), ...kepala },
			body: badan,
		});
		const jawaban = await api.fetch(permintaan, { ctx: ctx(), alamat: '203.0.113.7' });
		const teks = await jawaban.text();
		const hasil: Jawaban = {
			status: jawaban.status,
			kepala: jawaban.headers,
			badan: teks ? JSON.parse(teks) : null,
		};
		return hasil;
	};
	return { api, minta, ambil: (jalur: string) => minta('GET', jalur), operasi, komponen };
}

export type Klien = ReturnType<typeof bukaKlien>;

/** What in an answer the document does not promise; an undocumented status is one such thing. */
export function periksaJawaban(
	{ operasi, komponen }: Pick<Klien, 'operasi' | 'komponen'>,
	metode: string,
	jalur: string,
	jawaban: Jawaban,
): string[] {
	const path = jalur.split('?', 1)[0] ?? '';
	const milik = operasi.find((o) => {
		const pola = new RegExp(`^${o.jalur.replaceAll(/\{.+?\}/g, '[^/]+')}$`);
		return o.metode === metode && pola.test(path);
	});
	if (!milik) return [`${metode} ${path} tidak ada dalam dokumen`];
	const skema = milik.jawaban[jawaban.status]?.content?.['application/json']?.schema;
	if (!skema) return [`${metode} ${path}: status ${jawaban.status} tidak ada dalam dokumen`];
	return periksaSkema(skema, jawaban.badan, komponen);
}
