import { KonfigurasiError } from '#platform/config.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { cari } from './cari.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { compute } from './compute.ts';
import { contoh } from './contoh.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { importHasilCommand } from './import-hasil.ts';
import { instrumenCheck, instrumenList } from './instrumen.ts';
import { lepasFaktor } from './lepas-faktor.ts';
import { migrateCommand } from './migrate.ts';
import { peringkat } from './peringkat.ts';
import { verify } from './verify.ts';

export const commands: Command[] = [
	compute,
	peringkat,
	cari,
	contoh,
	importHasilCommand,
	exportCommand,
	instrumenList,
	instrumenCheck,
	migrateCommand,
	lepasFaktor,
	doctor,
	verify,
];

/** The command whose words begin `argv`; of several the longest. */
export function findCommand(argv: string[]): { command: Command; args: string[] } | null {
	const fitting = commands
		.filter(({ nama }) => nama.split(' ').every((word, index) => argv[index] === word))
		.sort((a, b) => b.nama.length - a.nama.length);
	const command = fitting[0];
	return command ? { command, args: argv.slice(command.nama.split(' ').length) } : null;
}

/** Runs one command line. @returns the exit code; never throws. */
export async function runCli(argv: string[], io: Io): Promise<number> {
	try {
		if (argv.length === 0) {
			io.err(overview());
			return exitCode.usage;
		}
		if (['--help', '-h', 'bantuan', 'help'].includes(argv[0] ?? '')) {
			io.out(overview());
			return exitCode.ok;
		}
		const found = findCommand(argv);
		if (!found) throw new UsageError(`Perintah "${argv.join(' ')}" tidak dikenal.\n\n${overview()}`);
		if (found.args.some((arg) => arg === '--help' || arg === '-h')) {
			io.out(`${found.command.bantuan}\n`);
			return exitCode.ok;
		}
		return await found.command.run(io, found.args);
	} catch (error) {
		return explain(error, io);
	}
}

function explain(error: unknown, io: Io): number {
	const { message, code } = error as Error & { code?: string };
	if (error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS')) {
		io.err(`${message}\nJalankan dengan --help untuk melihat cara pakainya.\n`);
		return exitCode.usage;
	}
	if (error instanceof RefusedError || error instanceof DatabaseError || error instanceof KonfigurasiError) {
		io.err(`${message}\n`);
		return exitCode.refused;
	}
	io.err(`Galat tak terduga: ${error instanceof Error ? (error.stack ?? message) : String(error)}\n`);
	return exitCode.internal;
}

function overview(): string {
	const width = Math.max(...commands.map(({ nama }) => nama.length)) + 2;
	const lines = commands.map(({ nama, ringkas }) => `  ${nama.padEnd(width)}${ringkas}`);
	return `matang PERINTAH [pilihan]\n\n${lines.join('\n')}\n\nSetiap perintah menjelaskan diri dengan --help. Keluar: 0 berhasil, 1 ditolak, 2 salah pakai, 3 galat.\n`;
}
