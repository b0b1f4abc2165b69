import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { CekTitik, type JenisMasalahTitik } from './cek-titik.ts';
import type { Titik } from './titik.ts';

export interface Masalah {
	/** 0 for what belongs to no institution. */
	rantai: number;
	nomor: string;
	masalah:
		| 'hash_tidak_cocok'
		| 'nomor_terlewat'
		| 'kolom_tidak_cocok'
		| 'kepala_tidak_cocok'
		| 'titik_hilang'
		| JenisMasalahTitik;
}

/** What stands outside the database: its checkpoints are compared, and only this key is believed. */
export interface Saksi {
	titik: readonly Titik[];
	kunci: string | null;
}

const sekali = 2000;

/**
 * Walks every chain from its first entry and reports whatever does not follow from the entry before, or does not
 * agree with a signed checkpoint: an altered entry, an end cut off, a chain computed anew.
 */
export async function verifyActivity(
	db: Kysely<Tables>,
	saksi: Saksi = { titik: [], kunci: null },
): Promise<{ rantai: number; baris: number; titik: number; masalah: Masalah[] }> {
	const kepala = await db.selectFrom('activity_kepala').selectAll().orderBy('rantai').execute();
	const yatim = await db
		.selectFrom('activity')
		.select('rantai')
		.distinct()
		.where('rantai', 'not in', (eb) => eb.selectFrom('activity_kepala').select('rantai'))
		.execute();
	const masalah: Masalah[] = yatim.map(({ rantai }) => ({
		rantai,
		nomor: '0',
		masalah: 'kepala_tidak_cocok',
	}));
	const titik = await readTitik(db);
	const ada = new Set(titik.map((t) => t.tanda));
	const hilang = saksi.titik.filter((s) => !ada.has(s.tanda));
	for (const { rantai, nomor } of hilang) masalah.push({ rantai, nomor, masalah: 'titik_hilang' });
	const semua = Map.groupBy([...titik, ...hilang], (t) => t.rantai);
	const rantai = new Map(kepala.map((k) => [k.rantai, k]));
	for (const r of semua.keys()) if (!rantai.has(r)) rantai.set(r, { rantai: r, nomor: 0n, hash: '' });
	let baris = 0;
	for (const { rantai: r, nomor, hash } of rantai.values()) {
		const cek = new CekTitik(semua.get(r) ?? [], saksi.kunci);
		const akhir = await walk(db, r, masalah, cek);
		baris += Number(akhir.nomor);
		if (akhir.nomor !== nomor || akhir.hash !== hash)
			masalah.push({ rantai: r, nomor: String(nomor), masalah: 'kepala_tidak_cocok' });
		masalah.push(...cek.finish().map((m) => ({ rantai: r, ...m })));
	}
	return { rantai: kepala.length, baris, titik: titik.length, masalah };
}

export async function readTitik(db: Kysely<Tables>, rantai?: number): Promise<Titik[]> {
	const rows = await db
		.selectFrom('activity_titik')
		.selectAll()
		.$if(rantai !== undefined, (q) => q.where('rantai', '=', rantai ?? 0))
		.orderBy('rantai')
		.orderBy('nomor')
		.execute();
	return rows.map((t) => ({
		...t,
		nomor: String(t.nomor),
		dari: String(t.dari),
		waktu: t.waktu.toISOString(),
	}));
}

async function walk(
	db: Kysely<Tables>,
	rantai: number,
	masalah: Masalah[],
	cek: CekTitik,
): Promise<{ nomor: bigint; hash: string }> {
	let nomor = 0n;
	let hash = '';
	for (;;) {
		const rows = await db
			.selectFrom('activity')
			.selectAll()
			.where('rantai', '=', rantai)
			.where('nomor', '>', nomor)
			.orderBy('nomor')
			.limit(sekali)
			.execute();
		for (const row of rows) {
			const catat = (jenis: Masalah['masalah']) =>
				masalah.push({ rantai, nomor: String(row.nomor), masalah: jenis });
			if (row.nomor !== nomor + 1n) catat('nomor_terlewat');
			if (row.hash !== hashKejadian(hash, row.isi)) catat('hash_tidak_cocok');
			if (!isSesuai(row)) catat('kolom_tidak_cocok');
			cek.take(row.nomor, row.hash);
			nomor = row.nomor;
			hash = row.hash;
		}
		if (rows.length < sekali) return { nomor, hash };
	}
}

/** Hash of an entry: SHA-256, hex, of the hash before it, a newline and its text. */
export function hashKejadian(sebelum: string, isi: string): string {
	return createHash('sha256').update(`${sebelum}\n${isi}`).digest('hex');
}

/** The columns used for searching must say what the hashed text says. */
function isSesuai(row: {
	waktu: Date;
	orang_id: number | null;
	tindakan: string;
	objek: string;
	isi: string;
}): boolean {
	try {
		const isi = JSON.parse(row.isi) as {
			waktu: string;
			orang: number | null;
			tindakan: string;
			objek: string;
		};
		return (
			isi.waktu === row.waktu.toISOString() &&
			isi.orang === row.orang_id &&
			isi.tindakan === row.tindakan &&
			isi.objek === row.objek
		);
	} catch {
		return false;
	}
}
