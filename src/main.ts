import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type App, openApp } from '#app';
import { runCli } from '#cli/run.ts';
import { issueAdminPertama } from '#features/akun/issue-tautan.ts';
import { createTerimaUnggahan } from '#features/bukti/terima-unggahan.ts';
import { guardActivity } from '#platform/activity/guard-activity.ts';
import { type Config, KonfigurasiError, prepareDataDir, readConfig } from '#platform/config.ts';
import { controlPath } from '#platform/control/control-path.ts';
import { listenControl } from '#platform/control/control-server.ts';
import { DataVersion } from '#platform/data-version.ts';
import { DatabaseError } from '#platform/database/database.ts';
import { leaveCtx } from '#platform/handoff.ts';
import { watchSql } from '#platform/http/metrics.ts';
import { BADAN_UNGGAHAN, Front, type Handler } from '#platform/http/server.ts';
import { createLog } from '#platform/log.ts';

const tell = (line: string) => process.stdout.write(`  ${line}\n`);

try {
	await start(readConfig(process.env));
} catch (error) {
	if (!(error instanceof KonfigurasiError || error instanceof DatabaseError)) throw error;
	process.stderr.write(`\nMatang tidak dapat dimulai.\n${error.message}\n`);
	process.exitCode = 1;
	process.disconnect?.();
}

async function start(config: Config): Promise<void> {
	const log = createLog(config.logLevel);
	prepareDataDir(config.dataDir);
	const front = new Front(log);
	const address = await listen(front, config);
	const closers: (() => unknown)[] = [() => front.close()];
	const close = onStop(closers);
	try {
		const app = await openApp(config, log, tell);
		closers.push(() => app.close());
		await serve(app, front, closers);
		await tellAdminPertama(app, address);
	} catch (error) {
		await close();
		throw error;
	}
	process.stdout.write(`\nMatang siap di ${address}\nTekan Ctrl-C untuk berhenti.\n`);
}

/** Where nobody has an account yet, a one-time link for the first one; on the terminal only, never in the log. */
async function tellAdminPertama(app: App, address: string): Promise<void> {
	const tautan = await issueAdminPertama(app.ctxOf({ jenis: 'operator' }));
	if (tautan)
		process.stdout.write(
			`\nBelum ada akun. Buat admin pertama (sekali pakai, 24 jam): ${address}${tautan}\nIngin mencoba dulu? "npm run matang -- contoh" menyiapkan instansi contoh.\n`,
		);
}

async function serve(app: App, front: Front, closers: (() => unknown)[]): Promise<void> {
	await app.startJobs();
	watchSql(front.metrics.registry, app.db.statistik);
	const version = new DataVersion(app.db.kysely, (error) => app.log.error({ err: error }, 'versi data'));
	await version.refresh();
	closers.unshift(() => version.stop());
	leaveCtx({ ...app.ctxOf({ jenis: 'publik' }), dataBerubah: () => version.refresh() });
	process.env.MATANG_KIT_PROTOCOL_HEADER = 'x-matang-proto';
	process.env.MATANG_KIT_ADDRESS_HEADER ??= 'x-matang-alamat';
	process.env.MATANG_KIT_BODY_SIZE_LIMIT = String(BADAN_UNGGAHAN); // the front has refused what is too large elsewhere
	const bundle = pathToFileURL(join(app.config.projectDir, 'build', 'handler.js')).href;
	const { handler } = (await import(bundle)) as { handler: Handler };
	const control = await listenControl(controlPath(app.config.dataDir), async (request, reply) => {
		const code = await runCli(request.argv, {
			cwd: request.cwd,
			out: (text) => reply({ out: text }),
			err: (text) => reply({ err: text }),
			openApp: async () => ({ ...app, close: async () => {} }),
		});
		await version.refresh();
		return code;
	});
	closers.unshift(() => control.close());
	closers.unshift(tidyUnggahan(app));
	const penjaga = guardActivity(app.ctxOf({ jenis: 'operator' }));
	closers.splice(-1, 0, () => penjaga.stop()); // after the last request, before the database closes
	front.open({
		handler,
		version: () => version.value,
		unggahan: createTerimaUnggahan(app.ctxOf({ jenis: 'publik' })),
		check: async () =>
			Boolean(await app.db.kysely.selectFrom('versi_data').select('nomor').executeTakeFirst()),
	});
}

/** Removes uploads that nobody finished, now and every hour. @returns what ends it. */
function tidyUnggahan(app: App): () => void {
	const { berkas, clock, log } = app.ctxOf({ jenis: 'operator' });
	const tidy = () => {
		berkas.unggahan
			.removeExpired(clock())
			.catch((error) => log.error({ err: error }, 'unggahan kedaluwarsa'));
	};
	tidy();
	const timer = setInterval(tidy, 3600_000);
	return () => clearInterval(timer);
}

async function listen(front: Front, config: Config): Promise<string> {
	front.server.listen(config.port, config.host);
	try {
		await once(front.server, 'listening');
	} catch (cause) {
		throw new KonfigurasiError(listenProblem(cause as NodeJS.ErrnoException, config), { cause });
	}
	const address = front.server.address();
	const port = typeof address === 'object' && address ? address.port : config.port;
	return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
}

function listenProblem(cause: NodeJS.ErrnoException, { host, port }: Config): string {
	if (cause.code === 'EADDRINUSE')
		return `Porta ${port} sudah dipakai program lain. Hentikan program itu, atau pilih porta lain: PORT=${port + 1} npm start.`;
	if (cause.code === 'EACCES')
		return `Porta ${port} tidak boleh dipakai pengguna ini. Pilih porta di atas 1023, misalnya PORT=3000.`;
	if (cause.code === 'EADDRNOTAVAIL' || cause.code === 'ENOTFOUND')
		return `HOST "${host}" bukan alamat mesin ini. Pakai 127.0.0.1 (hanya mesin ini) atau 0.0.0.0 (semua antarmuka).`;
	return `Tidak dapat mendengarkan di ${host}:${port} (${cause.code ?? cause.message}).`;
}

/** Ctrl-C, kill, and the end of the process that started us all close once, in order, then exit 0. */
function onStop(closers: (() => unknown)[]): () => Promise<void> {
	let closing: Promise<void> | undefined;
	const close = () => {
		closing ??= (async () => {
			for (const closer of closers.splice(0)) await closer();
		})();
		return closing;
	};
	const stop = () => void close().then(() => process.exit());
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
	process.on('disconnect', stop);
	process.on('message', (message) => message === 'berhenti' && stop());
	return close;
}
