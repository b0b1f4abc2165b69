// Runs on the machine's own Node (20.19 or newer): installs and builds what is missing, then hands over
// to the pinned Node. Everything else in this project runs on the pinned one only.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const installStamp = join(root, 'node_modules', '.matang-terpasang');
const installMark = join(root, 'node_modules', '.matang-memasang');
const buildStamp = join(root, 'build', '.matang-terbangun');
const say = (text) => process.stderr.write(`${text}\n`);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19))
	fail(`Matang memerlukan Node 20.19 atau lebih baru; mesin ini memakai ${process.version}.`);

/** What runs on the pinned Node, and whether it needs the built pages. */
const commands = {
	start: { script: 'src/main.ts', pages: true, server: true },
	cli: { script: 'src/cli/main.ts', pages: false, server: false },
	test: { script: 'test/run.ts', pages: true, server: false },
	bench: { script: 'bench/run.ts', pages: true, server: false },
	faults: { script: 'test/faults/run.ts', pages: true, server: false },
};
const [name = '', ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, name)) fail(`Perintah bootstrap tidak dikenal: ${name}`);
const command = commands[name];

/** The child that is being waited for, and how it is asked to stop. */
let child;
let stop = () => child?.kill('SIGTERM');
let stopping = false;
stopWithOthers();
await install();
if (command.pages) await build();
await run(command.script, args, command.server);

/** Installs exactly the lock file. A killed install leaves half-written files that npm takes for whole: it is done anew. */
async function install() {
	const wanted = digest([readFileSync(join(root, 'package-lock.json')), process.platform, process.arch]);
	if (read(installStamp) === wanted) return;
	say('Memasang pustaka (sekali saja) …');
	if (existsSync(installMark)) rmSync(join(root, 'node_modules'), { recursive: true, force: true });
	mkdirSync(dirname(installMark), { recursive: true });
	writeFileSync(installMark, '');
	const npm = process.env.npm_execpath;
	// Not `npm ci`: it refuses a lock file without every other platform's optional binaries, which some
	// registries do not hold. `--no-save` keeps to the lock file and leaves it as it is.
	const npmArgs = ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
	const options = { cwd: root, stdio: ['ignore', 2, 2] };
	await step(
		npm
			? spawn(process.execPath, [npm, ...npmArgs], options)
			: spawn('npm', npmArgs, { ...options, shell: process.platform === 'win32' }),
		'Pemasangan pustaka gagal; pesan npm ada di atas. Periksa sambungan lalu coba lagi.',
	);
	writeFileSync(installStamp, wanted);
	rmSync(installMark, { force: true });
}

/** Builds the pages when a source has changed since the last whole build. */
async function build() {
	const wanted = digest(listSource());
	if (read(buildStamp) === wanted) return;
	say('Membangun halaman (sekali saja) …');
	rmSync(buildStamp, { force: true });
	await step(
		spawn(pinnedNode(), ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'error'], {
			cwd: root,
			stdio: ['ignore', 2, 2],
			env: { ...process.env, NODE_ENV: 'production' }, // whatever the shell says: else a bundle for debugging
		}),
		'Pembangunan halaman gagal; pesannya ada di atas.',
	);
	mkdirSync(dirname(buildStamp), { recursive: true });
	writeFileSync(buildStamp, wanted);
}

function listSource() {
	const files = ['package-lock.json', 'package.json', 'vite.config.ts', 'tsconfig.json'];
	for (const dir of ['src', 'static'])
		for (const entry of readdirSync(join(root, dir), { recursive: true, withFileTypes: true }))
			if (entry.isFile() && !entry.name.endsWith('.test.ts')) files.push(join(entry.parentPath, entry.name));
	return files
		.sort()
		.flatMap((file) => [file.replace(root, ''), readFileSync(join(file.startsWith(root) ? '' : root, file))]);
}

async function run(script, args, server) {
	// Rendering a page makes some megabytes of short-lived text; a larger nursery lets it die young.
	const flags = server ? ['--max-semi-space-size=64'] : [];
	const started = spawn(pinnedNode(), [...flags, join(root, script), ...args], {
		cwd: server ? root : process.cwd(),
		stdio: server ? ['inherit', 'inherit', 'inherit', 'ipc'] : 'inherit',
		env: { ...process.env, npm_config_engine_strict: undefined },
	});
	// Ctrl-C reaches the child by itself; it stops once, however often it is asked.
	if (server) stop = () => started.connected && started.send('berhenti');
	process.exit(await wait(started));
}

/** One thing to do before the command; nothing follows it when it fails or when we were told to stop. */
async function step(started, sentence) {
	const code = await wait(started);
	if (stopping) process.exit(1);
	if (code !== 0) fail(sentence);
}

/** @returns the exit code of a child, once it has ended */
function wait(started) {
	child = started;
	return new Promise((resolve) => {
		started.once('error', (error) => fail(`${started.spawnfile}: ${error.message}`));
		started.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
	});
}

/**
 * A signal stops the child. npm hands its signals to a shell that does not pass them on, and `kill -9`
 * tells nobody: so when npm or that shell is gone, the work for it ends as well.
 */
function stopWithOthers() {
	const end = () => {
		stopping = true;
		stop();
	};
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, end);
	if (!process.env.npm_lifecycle_event) return;
	const parents = readParents();
	setInterval(() => readParents() !== parents && end(), 500).unref();
}

/** The parent; and where that is a shell made for one command, whoever made it (Linux). */
function readParents() {
	try {
		const [shell = '', option] = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').split('\0');
		const made = option === '-c' && /(^|\/)(ba|da)?sh$/.test(shell);
		const status = readFileSync(`/proc/${process.ppid}/status`, 'utf8');
		return `${process.ppid} ${made ? /^PPid:\s*(\d+)/m.exec(status)?.[1] : ''}`;
	} catch {
		return `${process.ppid}`;
	}
}

function pinnedNode() {
	const path = join(
		root,
		'node_modules',
		`node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`,
	);
	const binary = join(path, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
	if (existsSync(binary)) return binary;
	if (major >= 24) return process.execPath;
	return fail(
		`Untuk ${process.platform}-${process.arch} tidak ada Node 24 di registri paket. Pasang Node 24 LTS lalu jalankan lagi.`,
	);
}

function digest(parts) {
	const hash = createHash('sha256');
	for (const part of parts) hash.update(part).update('\0');
	return hash.digest('hex');
}

function read(path) {
	return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function fail(message) {
	say(message);
	process.exit(1);
}
