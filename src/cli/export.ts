import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type BerkasEkspor, exportHasil } from '#features/hasil/export-hasil.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { readArgs, readText, readYear } from './output.ts';
import { withApp } from './with-app.ts';

export const exportCommand: Command = {
	nama: 'export',
	ringkas: 'menulis hasil terbitan sebagai CSV, JSON, atau XLSX',
	basisData: true,
	bantuan: `matang export [--tahun N] [--format csv|json|xlsx] [--keluar BERKAS]

Semua tahun, atau satu. CSV (bawaan) berkepala sama dengan yang dibaca matang import hasil. Tanpa --keluar, isinya ke
keluaran baku; XLSX selalu memerlukan --keluar.

Contoh: matang export --tahun 2024 --format xlsx --keluar hasil-2024.xlsx`,
	async run(io, args) {
		const options = { tahun: { type: 'string' }, keluar: { type: 'string' } } as const;
		const parsed = readArgs(args, options, [0, 0], ['csv', 'json', 'xlsx']);
		const tahun = readYear(parsed);
		const keluar = readText(parsed, 'keluar');
		const { format } = parsed;
		if (format === 'xlsx' && keluar === undefined)
			throw new UsageError('XLSX bukan teks: sebutkan berkasnya dengan --keluar.');
		await withApp(io, async (ctx) => {
			const hasil = await exportHasil(ctx, { tahun, format });
			if (!hasil.ok) throw new RefusedError(`Tidak ada hasil untuk tahun ${tahun}.`);
			if (keluar === undefined) await printAll(io, hasil.value);
			else await writeFile(io, resolve(io.cwd, keluar), hasil.value);
		});
		return exitCode.ok;
	},
};

const pieceLength = 64 * 1024;

export async function printAll(io: Io, { isi }: Pick<BerkasEkspor, 'isi'>): Promise<void> {
	let piece = '';
	for await (const part of isi) {
		piece += String(part);
		if (piece.length < pieceLength) continue;
		io.out(piece);
		piece = '';
	}
	if (piece) io.out(piece);
}

/** Written beside and renamed, so that a file of that name is whole or untouched. */
export async function writeFile(io: Io, path: string, { isi }: Pick<BerkasEkspor, 'isi'>): Promise<void> {
	const beside = `${path}.baru-${process.pid}`;
	try {
		await pipeline(Readable.from(isi), createWriteStream(beside));
		await rename(beside, path);
	} catch (cause) {
		await rm(beside, { force: true });
		const { code } = cause as NodeJS.ErrnoException;
		if (code) throw new RefusedError(`${path} tidak dapat ditulis (${code}).`);
		throw cause;
	}
	io.err(`Ditulis: ${path}\n`);
}
