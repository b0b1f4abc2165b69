import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { removeDir, startSite } from '../test/journey/site.ts';
import type { Row } from './row.ts';

/** Runs `measure` with the address of a database of its own at TEST_DATABASE_URL; without one it says so. */
export async function withPostgres(measure: (databaseUrl: string) => Promise<Row[]>): Promise<Row[]> {
	const base = process.env.TEST_DATABASE_URL;
	if (!base) {
		process.stderr.write('  PostgreSQL tidak diukur: TEST_DATABASE_URL tidak disetel.\n');
		return [];
	}
	const name = `matang_ukur_${randomBytes(4).toString('hex')}`;
	const own = new URL(base);
	own.pathname = `/${name}`;
	await admin(base, `create database ${name} template template0 encoding 'UTF8'`);
	try {
		return await measure(own.href);
	} finally {
		await admin(base, `drop database if exists ${name} with (force)`);
	}
}

/** As withPostgres, on a server over that database. */
export const withPostgresSite = (measure: (url: string) => Promise<Row[]>): Promise<Row[]> =>
	withPostgres(async (databaseUrl) => {
		const site = await startSite({ DATABASE_URL: databaseUrl });
		const rows = await measure(site.url).finally(site.stop);
		removeDir(site.dataDir);
		return rows;
	});

async function admin(url: string, statement: string): Promise<void> {
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query(statement).finally(() => client.end());
}
