import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Jawaban, Kerja, Pesanan } from './pekerja.ts';

/** What cannot be answered now: too many wait, or it took longer than anybody waits. */
export class SolverSibuk extends Error {}

const MENUNGGU_TERBANYAK = 20;
const BATAS_MS = 30_000;

interface Tunggu {
	jadi: (hasil: never) => void;
	gagal: (sebab: Error) => void;
	batas: NodeJS.Timeout;
}
interface Utas {
	worker: Worker;
	tunggu: Map<number, Tunggu>;
}

const utas = new Map<string, Utas>();
let urut = 0;

/**
 * Solves in a thread beside the server, which answers others meanwhile. The thread starts with the first plan and
 * stays; one that hangs is replaced.
 * @throws SolverSibuk
 */
export function solveAside<N extends keyof Kerja>(
	project: string,
	nama: N,
	...isi: Parameters<Kerja[N]>
): Promise<Awaited<ReturnType<Kerja[N]>>> {
	const u = utas.get(project) ?? start(project);
	if (u.tunggu.size >= MENUNGGU_TERBANYAK) return Promise.reject(new SolverSibuk('antrean penuh'));
	const id = ++urut;
	return new Promise((jadi, gagal) => {
		const batas = setTimeout(() => stop(project, u, new SolverSibuk('terlalu lama')), BATAS_MS);
		u.tunggu.set(id, { jadi, gagal, batas });
		u.worker.ref();
		u.worker.postMessage({ id, nama, isi } satisfies Pesanan);
	});
}

function start(project: string): Utas {
	const worker = new Worker(join(project, 'src/features/rencana/solver/pekerja.ts'));
	const u: Utas = { worker, tunggu: new Map() };
	utas.set(project, u);
	worker.on('message', (j: Jawaban) => {
		const t = u.tunggu.get(j.id);
		if (!t) return;
		u.tunggu.delete(j.id);
		clearTimeout(t.batas);
		if (u.tunggu.size === 0) worker.unref();
		if ('galat' in j) t.gagal(new Error(j.galat));
		else t.jadi(j.hasil as never);
	});
	worker.on('error', (sebab) => stop(project, u, sebab as Error));
	worker.unref();
	return u;
}

function stop(project: string, u: Utas, sebab: Error): void {
	if (utas.get(project) === u) utas.delete(project);
	for (const { gagal, batas } of u.tunggu.values()) {
		clearTimeout(batas);
		gagal(sebab);
	}
	u.tunggu.clear();
	void u.worker.terminate();
}
