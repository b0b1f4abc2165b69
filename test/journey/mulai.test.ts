import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { projectDir } from '#platform/config.ts';
import { newDataDir, readAddress, removeDir, type Site, startSite } from './site.ts';

const dirs: string[] = [];
const makeDir = () => {
	const dir = newDataDir();
	dirs.push(dir);
	return dir;
};
afterAll(() => dirs.forEach(removeDir));

/** Starts the server and waits until it gives up. */
function refuse(env: Record<string, string>): Promise<{ code: number | null; text: string }> {
	const child = spawn(process.execPath, [join(projectDir, 'src', 'main.ts')], {
		env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', ...env },
	});
	let text = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
	return new Promise((resolve) => child.once('exit', (code) => resolve({ code, text })));
}

async function kill(child: ChildProcess): Promise<void> {
	const gone = new Promise((resolve) => child.once('exit', resolve));
	child.kill('SIGKILL');
	await gone;
}

async function expectWhole(site: Site): Promise<void> {
	const page = await fetch(`${site.url}/instansi/kota-balikpapan`);
	expect(page.status).toBe(200);
	expect(await page.text()).toContain('3,96');
}

describe('mulai', () => {
	it('selamat dari kill -9 pada saat mana pun di awal pertama', async () => {
		const dir = makeDir();
		for (const after of [50, 600, 1500, 2500, 4000]) {
			const child = spawn(process.execPath, [join(projectDir, 'src', 'main.ts')], {
				env: { ...process.env, PORT: '0', LOG_LEVEL: 'silent', MATANG_DATA_DIR: dir },
				stdio: 'ignore',
			});
			await new Promise((resolve) => setTimeout(resolve, after));
			await kill(child);
		}
		const site = await startSite({}, dir);
		await expectWhole(site);
		await kill(site.child);
		const again = await startSite({}, dir);
		await expectWhole(again);
		await again.stop();
		expect(readdirSync(dir).filter((name) => name.startsWith('pglite.baru'))).toEqual([]);
	}, 120_000);

	it('berhenti bersih dengan SIGTERM dan melepas kuncinya', async () => {
		const site = await startSite({}, makeDir());
		expect(existsSync(join(site.dataDir, 'kunci'))).toBe(true);
		expect(statSync(join(site.dataDir, 'kendali.sock')).mode & 0o777).toBe(0o600);
		await site.stop();
		expect(site.child.exitCode).toBe(0);
		expect(existsSync(join(site.dataDir, 'kunci'))).toBe(false);
	}, 60_000);

	it.skipIf(process.platform === 'win32')(
		'berhenti bersih bila npm tiada, yang tidak meneruskan isyarat kepada anaknya',
		async () => {
			const dir = makeDir();
			for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
				const npm = spawn('sh', ['-c', "sh -c 'node bootstrap.js start; :'; :"], {
					cwd: projectDir,
					env: {
						...process.env,
						npm_lifecycle_event: 'start',
						PORT: '0',
						LOG_LEVEL: 'silent',
						MATANG_DATA_DIR: dir,
					},
					stdio: ['ignore', 'pipe', 'ignore'],
				});
				const { url } = await readAddress(npm);
				npm.kill(signal);
				await expect.poll(() => existsSync(join(dir, 'kunci')), { timeout: 30_000 }).toBe(false);
				await expect(fetch(url)).rejects.toThrow();
			}
		},
		120_000,
	);

	it('menolak direktori yang sedang dipakai, porta yang sudah dipakai, dan basis data yang tak terjangkau', async () => {
		const site = await startSite({}, makeDir());
		const busy = await refuse({ MATANG_DATA_DIR: site.dataDir });
		expect(busy.code).toBe(1);
		expect(busy.text).toContain(`PID ${site.child.pid}`);
		const taken = await refuse({ MATANG_DATA_DIR: makeDir(), PORT: new URL(site.url).port });
		expect(taken.code).toBe(1);
		expect(taken.text).toContain('sudah dipakai program lain');
		await site.stop();
		const gone = await refuse({
			MATANG_DATA_DIR: makeDir(),
			DATABASE_URL: `postgresql://a:rahasia@127.0.0.1:${await freePort()}/x`,
		});
		expect(gone.code).toBe(1);
		expect(gone.text).toContain('DATABASE_URL');
		expect(gone.text).not.toContain('rahasia');
	}, 90_000);

	it('menolak direktori data yang tidak dapat dipakai dengan kalimat yang menyebut jalannya', async () => {
		const dir = makeDir();
		mkdirSync(dir, { recursive: true });
		writeFileSync(join(dir, 'berkas'), '');
		const { code, text } = await refuse({ MATANG_DATA_DIR: join(dir, 'berkas', 'data') });
		expect(code).toBe(1);
		expect(text).toContain('MATANG_DATA_DIR');
	}, 30_000);
});

function freePort(): Promise<number> {
	return new Promise((resolve) => {
		const server = createServer().listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}
