import { randomBytes } from 'node:crypto';
import { cpSync } from 'node:fs';
import process from 'node:process';
import pg from 'pg';
import { openApp } from '#app';
import { daftarPeran, type NamaPeran, peranNasional } from '#features/akun/akun.schema.ts';
import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { startSesi } from '#features/akun/start-sesi.ts';
import { findInstansiBySlug, insertUnit } from '#features/instansi/unit.store.ts';
import { readConfig } from '#platform/config.ts';
import type { Ctx } from '#platform/ctx.ts';
import { silentLog } from '#platform/log.ts';
import { newDataDir, removeDir } from '../journey/site.ts';
import { susunBahan } from './bahan.ts';

/**
 * Where a person stands to the thing asked for: a role in its whole institution, limited to the unit it is given to,
 * limited to a sibling of that unit, or a role in another institution; or one that is taken away while they are
 * signed in. National roles stand nowhere in particular.
 */
export type Letak = 'instansi' | 'unit' | 'saudara' | 'lain' | 'dicabut' | 'nasional';

export interface Pelaku {
	nama: string;
	peran: NamaPeran;
	letak: Letak;
	id: number;
	peranId: number;
	/** Cookie of a live session. */
	kuki: string;
}

export interface Dunia {
	/** What the server must be started with. */
	env: Record<string, string>;
	dataDir: string;
	pelaku: Pelaku[];
	/** Names in the addresses and forms of the table, "{isi}". */
	bahan: Record<string, string>;
	/** Opens the database again, once the server has stopped. */
	buka: () => Promise<Awaited<ReturnType<typeof openApp>>>;
	hapus: () => Promise<void>;
}

/** Roles that are never limited to a unit (`canGrant`). */
const sepenuhnya: readonly NamaPeran[] = ['koordinator', 'admin_instansi', 'asesor_eksternal'];

const letakPeran = (peran: NamaPeran): Letak[] => {
	if (peranNasional.includes(peran)) return ['nasional', 'dicabut'];
	if (sepenuhnya.includes(peran)) return ['instansi', 'lain', 'dicabut'];
	return ['instansi', 'unit', 'saudara', 'lain', 'dicabut'];
};

let cetakan: Promise<Dunia> | undefined;

/** A database with two institutions, sibling units, and a signed-in person for each role and place. */
export async function susunDunia(jenis: 'pglite' | 'postgresql'): Promise<Dunia> {
	if (jenis === 'postgresql') return await susunBaru(await buatDatabase());
	// made once in this process, then copied
	cetakan ??= susunBaru(null).then((dunia) => {
		process.once('exit', () => removeDir(dunia.dataDir));
		return dunia;
	});
	const contoh = await cetakan;
	const dataDir = newDataDir();
	cpSync(contoh.dataDir, dataDir, { recursive: true });
	return { ...rangkai(dataDir, null), pelaku: contoh.pelaku, bahan: contoh.bahan };
}

function rangkai(dataDir: string, db: Awaited<ReturnType<typeof buatDatabase>> | null) {
	const env = { MATANG_DATA_DIR: dataDir, DATABASE_URL: db?.url ?? '', MATANG_API_LIMIT: '1000000' };
	return {
		env,
		dataDir,
		buka: () => openApp(readConfig({ ...env, LOG_LEVEL: 'silent' }), silentLog, () => {}),
		hapus: async () => {
			removeDir(dataDir);
			await db?.hapus();
		},
	};
}

async function susunBaru(db: Awaited<ReturnType<typeof buatDatabase>> | null): Promise<Dunia> {
	const alat = rangkai(newDataDir(), db);
	const app = await alat.buka();
	try {
		const ctx = app.ctxOf({ jenis: 'operator' });
		const tempat = await susunTempat(ctx);
		const pelaku = await susunPelaku(ctx, tempat);
		return { ...alat, pelaku, bahan: await susunBahan(ctx, tempat) };
	} finally {
		await app.close();
	}
}

async function buatDatabase(): Promise<{ url: string; hapus: () => Promise<void> }> {
	const induk = process.env.TEST_DATABASE_URL ?? '';
	const nama = `matang_uji_${randomBytes(6).toString('hex')}`;
	const url = new URL(induk);
	url.pathname = `/${nama}`;
	const perintah = async (teks: string) => {
		const client = new pg.Client({ connectionString: induk });
		await client.connect();
		await client.query(teks).finally(() => client.end());
	};
	await perintah(`create database ${nama} template template0 encoding 'UTF8'`);
	return { url: url.href, hapus: () => perintah(`drop database if exists ${nama} with (force)`) };
}

export interface Tempat {
	a: { id: number; slug: string; nama: string };
	b: { id: number; slug: string; nama: string };
	unit: number;
	saudara: number;
	unitB: number;
}

async function susunTempat(ctx: Ctx): Promise<Tempat> {
	const cari = async (slug: string) => {
		const ada = await findInstansiBySlug(ctx.db, slug);
		if (!ada) throw new Error(`data bawaan tidak memuat ${slug}`);
		return ada;
	};
	const [a, b] = [await cari('kota-balikpapan'), await cari('kota-samarinda')];
	const unit = async (instansiId: number, nama: string) =>
		(
			await ctx.db
				.transaction()
				.execute((trx) => insertUnit(trx, { instansiId, indukId: null, nama, jenis: 'dinas', kode: null }))
		).id;
	return {
		a,
		b,
		unit: await unit(a.id, 'Dinas Uji'),
		saudara: await unit(a.id, 'Dinas Sebelah'),
		unitB: await unit(b.id, 'Dinas Seberang'),
	};
}

async function susunPelaku(ctx: Ctx, t: Tempat): Promise<Pelaku[]> {
	const semua: Pelaku[] = [];
	for (const peran of daftarPeran)
		for (const letak of letakPeran(peran)) semua.push(await buatPelaku(ctx, t, peran, letak));
	return semua;
}

async function buatPelaku(ctx: Ctx, t: Tempat, peran: NamaPeran, letak: Letak): Promise<Pelaku> {
	const kini = ctx.clock();
	const nama = `${peran}/${letak}`;
	const nasional = peranNasional.includes(peran);
	return await ctx.db.transaction().execute(async (trx) => {
		const surel = `${peran}.${letak}@contoh.invalid`;
		const id = await insertOrang(trx, { nama, surel, dibuat: kini });
		if (id === undefined) throw new Error(`${surel} sudah ada`);
		const peranId = await insertPeran(trx, {
			orangId: id,
			peran,
			instansiId: nasional ? null : letak === 'lain' ? t.b.id : t.a.id,
			unitId: letak === 'unit' ? t.unit : letak === 'saudara' ? t.saudara : null,
			diberi: kini,
			oleh: null,
		});
		const { token } = await startSesi(trx, id, { peramban: 'uji', alamat: '127.0.0.1' }, kini);
		return { nama, peran, letak, id, peranId: peranId ?? 0, kuki: `matang_sesi=${token}` };
	});
}
