/** Entry of the thread that solves plans: the integer solver computes for seconds without giving way. */
import { parentPort } from 'node:worker_threads';
import { planBerpeluang } from './chance-rencana.ts';
import { listAlternatif } from './list-alternatif.ts';
import { planRencana } from './plan-rencana.ts';
import type { MasukanRencana, TitikBatas } from './rencana.schema.ts';
import { walkBatas } from './walk-batas.ts';

const kerja = {
	alternatif: listAlternatif,
	rencana: planRencana,
	peluang: planBerpeluang,
	/** As many points of the frontier as fit into the time. */
	batas: async (masukan: MasukanRencana, banyak: number, ms: number) => {
		const mulai = performance.now();
		const titik: TitikBatas[] = [];
		for await (const t of walkBatas(masukan, banyak)) {
			titik.push(t);
			if (performance.now() - mulai > ms) return { titik, lengkap: false };
		}
		return { titik, lengkap: true };
	},
};
export type Kerja = typeof kerja;

export interface Pesanan {
	id: number;
	nama: keyof Kerja;
	isi: unknown[];
}
export type Jawaban = { id: number; hasil: unknown } | { id: number; galat: string };

parentPort?.on('message', async ({ id, nama, isi }: Pesanan) => {
	const jawab = (j: Jawaban) => parentPort?.postMessage(j);
	try {
		jawab({ id, hasil: await (kerja[nama] as (...isi: unknown[]) => unknown)(...isi) });
	} catch (sebab) {
		jawab({ id, galat: (sebab as Error).message });
	}
});
