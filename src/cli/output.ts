import { parseArgs } from 'node:util';
import { UsageError } from './command.ts';

type OptionSpec = { type: 'string' | 'boolean'; short?: string };

export interface Parsed<F extends string = 'teks' | 'json'> {
	posisi: string[];
	pilihan: Record<string, string | boolean | undefined>;
	/** --format; the first of those allowed when it is not given. */
	format: F;
}

/**
 * Reads options and positional words strictly; every command knows --format.
 * @throws UsageError on an unknown option, a wrong format, or another number of positional words.
 */
export function readArgs<const F extends string = 'teks' | 'json'>(
	args: string[],
	options: Record<string, OptionSpec>,
	jumlah: [number, number],
	formats: readonly [F, ...F[]] = ['teks', 'json'] as unknown as [F, ...F[]],
): Parsed<F> {
	const { values, positionals } = parseStrict(args, { ...options, format: { type: 'string' } });
	const format = formats.find((one) => one === (values.format ?? formats[0]));
	if (!format)
		throw new UsageError(
			`--format "${String(values.format)}" tidak dikenal; pilih ${formats.join(' atau ')}.`,
		);
	const [min, max] = jumlah;
	if (positionals.length < min)
		throw new UsageError(min === 1 ? 'Masukannya belum disebut.' : 'Ada masukan yang kurang.');
	if (positionals.length > max)
		throw new UsageError(`Terlalu banyak masukan: "${positionals.slice(max).join(' ')}".`);
	return { posisi: positionals, pilihan: values as Parsed['pilihan'], format };
}

function parseStrict(args: string[], options: Record<string, OptionSpec>) {
	try {
		return parseArgs({ args, options, allowPositionals: true, strict: true });
	} catch (cause) {
		const { code, message } = cause as Error & { code?: string };
		const name = /'(-[^' ]*)/.exec(message)?.[1] ?? '';
		if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') throw new UsageError(`Pilihan ${name} tidak dikenal.`);
		if (code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
			throw new UsageError(
				message.includes('does not take')
					? `Pilihan ${name} tidak memakai nilai.`
					: `Pilihan ${name} memerlukan nilai.`,
			);
		throw cause;
	}
}

/** The text of an option, or undefined when it was not given. */
export function readText({ pilihan }: Parsed<string>, nama: string): string | undefined {
	const nilai = pilihan[nama];
	return typeof nilai === 'string' ? nilai : undefined;
}

/** @throws UsageError when the option is no year. */
export function readYear(parsed: Parsed<string>, nama = 'tahun'): number | undefined {
	const text = readText(parsed, nama);
	if (text === undefined) return undefined;
	if (!/^20\d\d$/.test(text))
		throw new UsageError(`--${nama} "${text}" bukan tahun; tulis misalnya --${nama} 2024.`);
	return Number(text);
}

/** A column-aligned table for people; the first row is the head. */
export function toTable(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, i) => Math.max(...rows.map((cells) => cells[i]?.length ?? 0)));
	return `${rows
		.map((cells) =>
			cells
				.map((cell, i) => cell.padEnd(widths[i] ?? 0))
				.join('  ')
				.trimEnd(),
		)
		.join('\n')}\n`;
}

export const toJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
