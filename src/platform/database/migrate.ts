import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { type Database, DatabaseError } from './database.ts';

const advisoryKey = 7_309_142;

export interface Migration {
	nomor: number;
	nama: string;
	sha256: string;
	script: string;
}

/** Reads `migrations/NNNN-nama.sql` in order. @throws DatabaseError on a gap or a wrong name. */
export function readMigration(dir: string): Migration[] {
	const list = readdirSync(dir)
		.filter((file) => file.endsWith('.sql'))
		.sort()
		.map((file) => {
			const match = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file);
			if (!match) throw new DatabaseError(`Nama berkas migrasi ${file} tidak berbentuk 0001-nama.sql.`);
			const script = readFileSync(join(dir, file), 'utf8');
			const sha256 = createHash('sha256').update(script).digest('hex');
			return { nomor: Number(match[1]), nama: String(match[2]), sha256, script };
		});
	list.forEach((migration, index) => {
		if (migration.nomor !== index + 1)
			throw new DatabaseError(`Migrasi ${index + 1} tidak ada; yang ditemukan nomor ${migration.nomor}.`);
	});
	return list;
}

/**
 * Brings the schema to the newest version, each migration in a transaction of its own; forward only.
 * @returns the numbers applied now.
 * @throws DatabaseError when an applied migration differs from the shipped one or the database is newer.
 */
export async function migrate(db: Database, dir: string): Promise<number[]> {
	const shipped = readMigration(dir);
	await db.execScript(
		'create table if not exists migrasi (nomor integer primary key, nama text not null, sha256 text not null, waktu timestamptz not null default now())',
	);
	const applied = await readApplied(db);
	checkApplied(shipped, applied);
	const now: number[] = [];
	for (const migration of shipped.slice(applied.length)) {
		await apply(db, migration);
		now.push(migration.nomor);
	}
	return now;
}

/** Numbers of migrations not yet applied. */
export async function listPending(db: Database, dir: string): Promise<number[]> {
	const applied = await readApplied(db).catch(() => []);
	return readMigration(dir)
		.slice(applied.length)
		.map((m) => m.nomor);
}

async function readApplied(db: Database): Promise<{ nomor: number; sha256: string }[]> {
	const { rows } = await sql<{
		nomor: number;
		sha256: string;
	}>`select nomor, sha256 from migrasi order by nomor`.execute(db.kysely);
	return rows;
}

function checkApplied(shipped: Migration[], applied: { nomor: number; sha256: string }[]): void {
	if (applied.length > shipped.length)
		throw new DatabaseError(
			`Basis data memuat migrasi ${applied.length}, sedangkan Matang ini hanya mengenal ${shipped.length}. Pakai versi Matang yang lebih baru.`,
		);
	applied.forEach((row, index) => {
		if (shipped[index]?.sha256 !== row.sha256)
			throw new DatabaseError(
				`Migrasi ${row.nomor} yang tercatat di basis data berbeda dari berkasnya. Kembalikan berkas aslinya; migrasi tidak boleh diubah.`,
			);
	});
}

/** One script, one transaction; the advisory lock keeps two starting servers from doing it twice. */
async function apply(db: Database, migration: Migration): Promise<void> {
	const { nomor, nama, sha256, script } = migration;
	await db.execScript(`begin;
select pg_advisory_xact_lock(${advisoryKey});
${script};
insert into migrasi (nomor, nama, sha256) values (${nomor}, '${nama}', '${sha256}');
commit;`);
}
