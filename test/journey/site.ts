import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '#platform/config.ts';

export interface Site {
	url: string;
	/** The one-time link for the first administrator, where the server printed one. */
	adminPertama: string | null;
	dataDir: string;
	child: ChildProcess;
	stop: () => Promise<void>;
}

/** Starts the real server on a loaded data directory of its own (or the one given) and waits until it is ready. */
export async function startSite(env: Record<string, string> = {}, dataDir = copyRumah()): Promise<Site> {
	const child = spawn(process.execPath, ['--max-semi-space-size=64', join(projectDir, 'src', 'main.ts')], {
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: '0',
			LOG_LEVEL: 'warn',
			MATANG_DATA_DIR: dataDir,
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const { url, adminPertama } = await readAddress(child);
	return { url, adminPertama, dataDir, child, stop: () => stopChild(child) };
}

/** A copy of what `rumah.ts` loaded; empty where nothing was loaded, so that the site loads it itself. */
function copyRumah(): string {
	const dir = newDataDir();
	const rumah = process.env.MATANG_UJI_RUMAH;
	if (rumah) cpSync(rumah, dir, { recursive: true });
	return dir;
}

export function newDataDir(): string {
	return mkdtempSync(join(tmpdir(), 'matang-perjalanan-'));
}

export function removeDir(dir: string): void {
	rmSync(dir, { recursive: true, force: true });
}

/** Waits until the server, or what started it, prints that it is ready. */
export function readAddress(child: ChildProcess): Promise<Pick<Site, 'url' | 'adminPertama'>> {
	return new Promise((resolve, reject) => {
		let text = '';
		const take = (chunk: Buffer) => {
			text += chunk;
			const match = /Matang siap di (http:\/\/\S+)/.exec(text);
			const link = /admin pertama .*: (http:\/\/\S+)/.exec(text);
			if (match?.[1]) resolve({ url: match[1], adminPertama: link?.[1] ?? null });
		};
		child.stdout?.on('data', take);
		child.stderr?.on('data', take);
		child.once('exit', (code, signal) =>
			reject(new Error(`peladen berhenti (${code ?? signal}) sebelum siap:\n${text}`)),
		);
	});
}

async function stopChild(child: ChildProcess): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGTERM');
	await gone;
}

const candidates = [
	process.env.CHROMIUM_PATH,
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
];

/** An installed browser, or undefined: then journeys are skipped, loudly. */
export const browserPath = candidates.find((path) => path && existsSync(path));
if (!browserPath)
	process.stderr.write(
		'\nPERHATIAN: tidak ada Chromium, maka perjalanan di peramban DILEWATI (pasang chromium atau setel CHROMIUM_PATH).\n',
	);
