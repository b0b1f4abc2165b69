import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { type Io, RefusedError } from './command.ts';

const largestBytes = 4 * 1024 * 1024;

/**
 * The text of a file relative to where the command was typed; "-" is standard input.
 * @throws RefusedError when it cannot be read or is larger than 4 MB.
 */
export async function readInput(io: Io, nama: string): Promise<string> {
	const isi = nama === '-' ? await text(process.stdin) : await readText(resolve(io.cwd, nama), nama);
	if (isi.length > largestBytes) throw new RefusedError(`${nama}: lebih besar dari 4 MB.`);
	return isi.replace(/^\uFEFF/, '');
}

async function readText(path: string, nama: string): Promise<string> {
	try {
		return await readFile(path, 'utf8');
	} catch (cause) {
		throw new RefusedError(
			`${nama}: ${reasons[(cause as NodeJS.ErrnoException).code ?? ''] ?? 'tidak dapat dibaca'}.`,
		);
	}
}

const reasons: Record<string, string> = {
	ENOENT: 'berkas tidak ada',
	EISDIR: 'itu direktori, bukan berkas',
	EACCES: 'tidak boleh dibaca pengguna ini',
};
