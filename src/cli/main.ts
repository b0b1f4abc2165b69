import { join } from 'node:path';
import { openApp } from '#app';
import { KonfigurasiError, readConfig } from '#platform/config.ts';
import { askServer } from '#platform/control/control-client.ts';
import { controlPath } from '#platform/control/control-path.ts';
import { readLockOwner } from '#platform/database/lock.ts';
import { createLog } from '#platform/log.ts';
import type { Io } from './command.ts';
import { findCommand, runCli } from './run.ts';

const out = (text: string) => process.stdout.write(text);
const err = (text: string) => process.stderr.write(text);
const argv = process.argv.slice(2);
// `npm run matang` works in the project folder; file names belong to the folder where it was typed.
const cwd = (process.env.npm_lifecycle_event === 'matang' && process.env.INIT_CWD) || process.cwd();

process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
process.exitCode = await main().catch((error) => {
	if (!(error instanceof KonfigurasiError)) throw error;
	err(`${error.message}\n`);
	return 1;
});

async function main(): Promise<number> {
	const config = readConfig(process.env);
	const io: Io = {
		cwd,
		out,
		err,
		openApp: () => openApp(config, createLog('warn'), (line) => err(`  ${line}\n`)),
	};
	const needsDatabase = findCommand(argv)?.command.basisData && !argv.includes('--help');
	if (!needsDatabase || config.databaseUrl || !readLockOwner(join(config.dataDir, 'kunci')))
		return runCli(argv, io);
	const code = await askServer(controlPath(config.dataDir), { argv, cwd }, (message) => {
		if ('out' in message) out(message.out);
		else if ('err' in message) err(message.err);
	});
	if (code !== null) return code;
	return runCli(argv, io); // the holder is starting or stopping: opening says who holds it
}
