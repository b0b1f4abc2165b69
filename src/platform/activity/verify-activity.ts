import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

export interface Masalah {
	/** 0 for what belongs to no institution. */
	rantai: number;
	nomor: string;
	masalah: 'hash_tidak_cocok' | 'nomor_terlewat' | 'kolom_tidak_cocok' | 'kepala_tidak_cocok';
}

const sekali = 2000;

/** Walks every chain from its first entry and reports whatever does not follow from the entry before. */
export async function verifyActivity(
	db: Kysely<Tables>,
): Promise<{ rantai: number; baris: number; masalah: Masalah[] }> {
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
	let baris = 0;
	for (const { rantai, nomor, hash } of kepala) {
		const akhir = await walk(db, rantai, masalah);
		baris += Number(akhir.nomor);
		if (akhir.nomor !== nomor || akhir.hash !== hash)
			masalah.push({ rantai, nomor: String(nomor), masalah: 'kepala_tidak_cocok' });
	}
	return { rantai: kepala.length, baris, masalah };
}

async function walk(
	db: Kysely<Tables>,
	rantai: number,
	masalah: Masalah[],
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
