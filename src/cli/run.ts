import { KonfigurasiError } from '#platform/config.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { aktivitasEkspor } from './aktivitas.ts';
import { auditPeriksa } from './audit-periksa.ts';
import { berkasPindah, berkasPindai } from './berkas.ts';
import { cadangkan } from './cadangkan.ts';
import { cari } from './cari.ts';
import { type Command, exitCode, type Io, RefusedError, UsageError } from './command.ts';
import { compute } from './compute.ts';
import { contoh } from './contoh.ts';
import { doctor } from './doctor.ts';
import { exportCommand } from './export.ts';
import { fsck } from './fsck.ts';
import { importHasilCommand } from './import-hasil.ts';
import { instrumenCheck, instrumenList } from './instrumen.ts';
import { lepasFaktor } from './lepas-faktor.ts';
import { migrateCommand } from './migrate.ts';
import { peringkat } from './peringkat.ts';
import { plan } from './plan.ts';
import { pulihkan } from './pulihkan.ts';
import { verify } from './verify.ts';

export const commands: Command[] = [
	compute,
	plan,
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
	aktivitasEkspor,
	cadangkan,
	pulihkan,
	fsck,
	berkasPindah,
	berkasPindai,
	auditPeriksa,
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
		if (!found) return explainGroup(argv, io);
		if (found.args.some((arg) => arg === '--help' || arg === '-h')) {
			io.out(`${found.command.bantuan}\n`);
			return exitCode.ok;
		}
		return await runCommand(found.command, found.args, io);
	} catch (error) {
		return explain(error, io);
	}
}

async function runCommand(command: Command, args: string[], io: Io): Promise<number> {
	try {
		return await command.run(io, args);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		const [caraPakai = ''] = command.bantuan.split('\n');
		io.err(`${error.message}\nCara pakai: ${caraPakai}\nSelengkapnya: matang ${command.nama} --help\n`);
		return exitCode.usage;
	}
}

/** `matang import`, `matang instrumen --help`: the commands that begin so; else all of them. */
function explainGroup(argv: string[], io: Io): number {
	const group = commands.filter(({ nama }) => nama.startsWith(`${argv[0]} `));
	const help = argv.some((arg) => arg === '--help' || arg === '-h');
	if (group.length > 0 && (help || argv.length === 1)) {
		const text = group.map(({ bantuan }) => `${bantuan}\n`).join('\n');
		(help ? io.out : io.err)(text);
		return help ? exitCode.ok : exitCode.usage;
	}
	io.err(`Perintah "${argv.join(' ')}" tidak dikenal.\n\n${overview()}`);
	return exitCode.usage;
}

function explain(error: unknown, io: Io): number {
	const { message } = error as Error;
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
