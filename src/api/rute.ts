import { galatSchema } from './galat.schema.ts';

const galat = (description: string) => ({
	description,
	content: { 'application/json': { schema: galatSchema } },
});

const daftar = {
	404: galat('Tidak ditemukan.'),
	409: galat('Tahun itu tidak berdaftar lengkap, jadi tidak ada peringkat.'),
	413: galat('Isi permintaan terlalu besar.'),
	415: galat('Isi permintaan bukan JSON.'),
	422: galat('Masukan tidak dapat dipakai; masalah menyebut letak dan sebabnya.'),
	429: galat('Terlalu sering; lihat retry-after.'),
} as const;

/** The refusals of a route as OpenAPI responses; 429 is everywhere. */
export function jawabanGalat<S extends keyof typeof daftar>(...status: S[]) {
	const terpilih = [...status, 429] as (S | 429)[];
	return Object.fromEntries(terpilih.map((s) => [s, daftar[s]])) as Pick<typeof daftar, S | 429>;
}

/** A 200 with its schema and an example that tests compare with the real answer's shape. */
export function jawaban<T>(description: string, schema: T) {
	return { 200: { description, content: { 'application/json': { schema } } } };
}
