import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import type { JawabanCetak, PermintaanCetak } from './cetak.rules.ts';

export interface Pencetak {
	/**
	 * One document after another.
	 * @throws where the document cannot be made, takes longer than `batasMs`, or too many wait (`AntreanPenuh`)
	 */
	print(p: Omit<PermintaanCetak, 'id'>): Promise<Buffer>;
	close(): void;
}

export class AntreanPenuh extends Error {}

const MENUNGGU_TERBANYAK = 40;
const BATAS_MS = 60_000;
const SEPI_MS = 20_000;
/** Documents after which the process is replaced, so that its memory goes back. */
const UMUR = 60;

const lingkungan = Object.fromEntries(
	['PATH', 'SystemRoot', 'TMPDIR', 'TEMP'].flatMap((n) => (process.env[n] ? [[n, process.env[n]]] : [])),
);

interface Tunggu {
	selesai: (isi: Buffer) => void;
	gagal: (sebab: Error) => void;
	batas: NodeJS.Timeout;
}

/** Prints in a process of its own that starts with the first document and ends when nothing comes for a while. */
export function openPencetak(project: string, umur = UMUR, batasMs = BATAS_MS): Pencetak {
	let anak: ChildProcess | null = null;
	let dicetak = 0;
	let urut = 0;
	let sepi: NodeJS.Timeout | undefined;
	const tunggu = new Map<number, Tunggu>();

	const akhiri = (proses: ChildProcess, sebab: Error) => {
		if (anak !== proses) return;
		anak = null;
		for (const { gagal, batas } of tunggu.values()) {
			clearTimeout(batas);
			gagal(sebab);
		}
		tunggu.clear();
		proses.kill('SIGKILL');
	};
	const mulai = (): ChildProcess => {
		const baru = fork(join(project, 'src/features/laporan/cetak/cetak-proses.ts'), [], {
			...{ serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'] },
			stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
			env: lingkungan, // no secrets of the server
		});
		baru.on('message', (jawab: JawabanCetak) => terima(baru, jawab));
		baru.on('error', (sebab) => akhiri(baru, sebab));
		baru.on('exit', () => akhiri(baru, new Error('proses pencetak berhenti')));
		dicetak = 0;
		return baru;
	};
	const terima = (proses: ChildProcess, jawab: JawabanCetak) => {
		const t = tunggu.get(jawab.id);
		if (!t) return;
		tunggu.delete(jawab.id);
		clearTimeout(t.batas);
		if ('isi' in jawab) t.selesai(Buffer.from(jawab.isi));
		else t.gagal(new Error(jawab.galat));
		if (tunggu.size > 0) return;
		if (dicetak >= umur) return akhiri(proses, new Error('diganti'));
		proses.unref();
		proses.channel?.unref();
		sepi = setTimeout(() => akhiri(proses, new Error('sepi')), SEPI_MS).unref();
	};
	return {
		print: (p) =>
			new Promise((selesai, gagal) => {
				if (tunggu.size >= MENUNGGU_TERBANYAK)
					return gagal(new AntreanPenuh('terlalu banyak menunggu cetak'));
				clearTimeout(sepi);
				anak ??= mulai();
				const proses = anak;
				proses.ref();
				proses.channel?.ref();
				const id = ++urut;
				dicetak++;
				const habis = () => akhiri(proses, new Error('cetak melewati batas waktu'));
				tunggu.set(id, { selesai, gagal, batas: setTimeout(habis, batasMs) });
				proses.send({ ...p, id } satisfies PermintaanCetak);
			}),
		close: () => {
			clearTimeout(sepi);
			if (anak) akhiri(anak, new Error('pencetak ditutup'));
		},
	};
}

/** What the printing came to, or that too many wait for it. */
export async function orSibuk<T>(cetak: Promise<T>): Promise<T | 'sibuk'> {
	try {
		return await cetak;
	} catch (error) {
		if (error instanceof AntreanPenuh) return 'sibuk';
		throw error;
	}
}
