import type { Ctx } from '#platform/ctx.ts';
import { createApi } from './api.ts';

/** A request that the reference page shows with its real answer; tests run every one. */
export interface Contoh {
	operationId: string;
	metode: 'GET' | 'POST';
	jalur: string;
	isi?: unknown;
	/** What is to be seen there, where it is not the plain answer. */
	status: number;
}

/** Invented answers to all 47 indicators. */
const contohNilai = [
	5, 5, 4, 4, 5, 4, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 4, 4, 4, 4, 3, 3, 2, 3, 3, 2, 2, 2, 3, 3, 2, 5, 5, 4, 4, 4,
	5, 5, 4, 4, 4, 4, 5, 4, 4, 4, 4,
];

export const daftarContoh: Contoh[] = [
	{ operationId: 'listInstansi', metode: 'GET', jalur: '/api/v1/instansi?q=balikpapan&per=1', status: 200 },
	{ operationId: 'getInstansi', metode: 'GET', jalur: '/api/v1/instansi/kota-balikpapan', status: 200 },
	{
		operationId: 'listHasil',
		metode: 'GET',
		jalur: '/api/v1/hasil?tahun=2024&instansi=kota-balikpapan',
		status: 200,
	},
	{
		operationId: 'listPeringkat',
		metode: 'GET',
		jalur: '/api/v1/peringkat?tahun=2024&provinsi=64&per=2',
		status: 200,
	},
	{ operationId: 'listPeringkat', metode: 'GET', jalur: '/api/v1/peringkat?tahun=2022', status: 409 },
	{ operationId: 'listInstrumen', metode: 'GET', jalur: '/api/v1/instrumen', status: 200 },
	{ operationId: 'getInstrumen', metode: 'GET', jalur: '/api/v1/instrumen/spbe-2020', status: 200 },
	{
		operationId: 'hitung',
		metode: 'POST',
		jalur: '/api/v1/hitung',
		isi: { instrumen: 'spbe-2020', nilai: contohNilai },
		status: 200,
	},
	{
		operationId: 'hitung',
		metode: 'POST',
		jalur: '/api/v1/hitung',
		isi: { instrumen: 'spbe-2020', nilai: { I01: 6 } },
		status: 422,
	},
	{ operationId: 'getIndeks', metode: 'GET', jalur: '/api/v1', status: 200 },
];

export interface ContohTerjawab extends Contoh {
	/** A line for the shell; `$MATANG` stands for the address of the server. */
	curl: string;
	/** The answer as indented JSON, at most `barisTerbanyak` lines. */
	jawaban: string;
	dipotong: boolean;
}

const barisTerbanyak = 40;

/** Asks the interface itself for every example, so that the page shows what a caller gets. */
export async function jawabContoh(ctx: Ctx): Promise<ContohTerjawab[]> {
	const api = createApi({ batas: daftarContoh.length + 1 });
	return await Promise.all(
		daftarContoh.map(async (contoh) => {
			const isi = contoh.isi === undefined ? null : JSON.stringify(contoh.isi);
			const permintaan = new Request(`http://matang${contoh.jalur}`, {
				method: contoh.metode,
				...(isi ? { body: isi, headers: { 'content-type': 'application/json' } } : {}),
			});
			const jawaban = await api.fetch(permintaan, { ctx, alamat: 'rujukan' });
			const baris = JSON.stringify(await jawaban.json(), null, 2).split('\n');
			return {
				...contoh,
				status: jawaban.status,
				curl: tulisCurl(contoh.jalur, isi),
				jawaban: baris.slice(0, barisTerbanyak).join('\n'),
				dipotong: baris.length > barisTerbanyak,
			};
		}),
	);
}

function tulisCurl(jalur: string, isi: string | null): string {
	if (!isi) return `curl "$MATANG${jalur}"`;
	return `curl "$MATANG${jalur}" -H 'content-type: application/json' -d '${isi}'`;
}
