import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe } from 'vitest';
import { projectDir } from '../config.ts';
import type { Ctx } from '../ctx.ts';
import type { Jobs } from '../jobs/jobs.ts';
import { silentLog } from '../log.ts';
import { type Mail, openMail } from '../mail/mail.ts';
import { openFileStore } from '../storage/file-store.ts';
import type { Database } from './database.ts';
import { migrate, readMigration } from './migrate.ts';
import { openMemory } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';

const migrations = join(projectDir, 'migrations');
let template: Promise<Blob> | undefined;

/**
 * Runs the same test body on PGlite always and on PostgreSQL when TEST_DATABASE_URL is set, each on a
 * migrated, otherwise empty database of its own.
 */
export function describeDatabase(name: string, body: (get: () => { db: Database; ctx: Ctx }) => void): void {
	describe(`${name} (PGlite)`, () => run(openTestPglite, body));
	const url = process.env.TEST_DATABASE_URL;
	describe.skipIf(!url)(`${name} (PostgreSQL)`, () => run(() => openTestPostgres(url ?? ''), body));
}

function run(open: () => Promise<Database>, body: (get: () => { db: Database; ctx: Ctx }) => void): void {
	let db: Database | undefined;
	beforeAll(async () => {
		db = await open();
	}, 60_000);
	afterAll(() => db?.close());
	body(() => {
		if (!db) throw new Error('basis data uji belum terbuka');
		return { db, ctx: testCtx(db) };
	});
}

/** Work handed over, kept instead of done; `tugas` is what a test looks at or carries out. */
export function pencatatJobs(): Jobs & { tugas: { jenis: string; isi: object }[] } {
	const tugas: { jenis: string; isi: object }[] = [];
	return { tugas, enqueue: async (_, jenis, isi) => void tugas.push({ jenis, isi }) };
}

/** Mail that is set up, on a queue that only takes notes; read what would leave from the table `surat`. */
export const mailUji = (jobs: Jobs = pencatatJobs()): Mail => openMail(jobs, 'https://matang.uji.go.id');

/** A context of an operator with a fixed clock, without mail. */
export function testCtx(db: Database): Ctx {
	const jobs = pencatatJobs();
	return {
		jobs,
		mail: openMail(jobs, null),
		who: { jenis: 'operator' },
		db: db.kysely,
		clock: () => new Date('2026-11-24T02:00:00Z'),
		log: silentLog,
		berkas: openFileStore(join(tmpdir(), `matang-uji-berkas-${process.pid}`)),
		dir: { project: projectDir, data: join(projectDir, '.matang-uji') },
		setelan: { kebijakanSandi: 'asvs-5', alamat: null, kunciRahasia: Buffer.alloc(32, 7), sso: null },
	};
}

/** A migrated in-memory database, loaded from a template that all test processes share. */
export async function openTestPglite(): Promise<Database> {
	template ??= readTemplate();
	return openMemory(await template);
}

/** The template lies under the hash of the migrations and the libraries; whoever comes first makes it, and a rename makes it whole. */
async function readTemplate(): Promise<Blob> {
	const hash = createHash('sha256').update(readFileSync(join(projectDir, 'package-lock.json')));
	for (const { sha256 } of readMigration(migrations)) hash.update(sha256);
	const path = join(tmpdir(), `matang-uji-templat-${hash.digest('hex').slice(0, 16)}`);
	if (existsSync(path)) return new Blob([readFileSync(path)]);
	const db = await openMemory();
	await migrate(db, migrations);
	const dump = await db.dump();
	await db.close();
	const baru = `${path}.${process.pid}`;
	writeFileSync(baru, Buffer.from(await dump.arrayBuffer()));
	renameSync(baru, path);
	return dump;
}

/** A database of its own on the given server, dropped at `close`. */
export async function openTestPostgres(url: string): Promise<Database> {
	const own = await createTestPostgres(url);
	const db = await openPostgres(own.url, 4);
	await migrate(db, migrations);
	const close = async () => {
		await db.close();
		await own.drop();
	};
	return { ...db, close };
}

/** An empty database of its own on the given server, for who opens it by its address. */
export async function createTestPostgres(url: string): Promise<{ url: string; drop: () => Promise<void> }> {
	const name = `matang_uji_${randomBytes(6).toString('hex')}`;
	await admin(url, `create database ${name} template template0 encoding 'UTF8'`);
	const own = new URL(url);
	own.pathname = `/${name}`;
	return { url: own.href, drop: () => admin(url, `drop database if exists ${name} with (force)`) };
}

async function admin(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(statement).finally(() => client.end());
}
