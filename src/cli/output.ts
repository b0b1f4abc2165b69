import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

type OptionSpec = { type: 'string' | 'boolean'; short?: string };

export interface Parsed {
	posisi: string[];
	pilihan: Record<string, string | boolean | undefined>;
	/** --format: teks (default) or json. */
	format: 'teks' | 'json';
}

/**
 * Reads options and positional words strictly; every command knows --format.
 * @throws UsageError on an unknown option, a wrong format, or another number of positional words.
 */
export function readArgs(args: string[], options: Record<string, OptionSpec>, jumlah: [number, number]): Parsed {
	const { values, positionals } = parseArgs({
		args,
		options: { ...options, format: { type: 'string' } },
		allowPositionals: true,
		strict: true,
	});
	const format = values.format ?? 'teks';
	if (format !== 'teks' && format !== 'json')
		throw new UsageError(`--format "${String(format)}" tidak dikenal; pilih teks atau json.`);
	const [min, max] = jumlah;
	if (positionals.length < min) throw new UsageError('Ada masukan yang kurang.');
	if (positionals.length > max) throw new UsageError(`Terlalu banyak masukan: "${positionals.slice(max).join(' ')}".`);
	return { posisi: positionals, pilihan: values as Parsed['pilihan'], format };
}

/** A column-aligned table for people; the first row is the head. */
export function toTable(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
	return `${rows.map((cells) => cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ').trimEnd()).join('\n')}\n`;
}

export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
