import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';
import { jalurMerkle } from './merkle.ts';
import type { Titik } from './titik.ts';
import { readTitik } from './verify-activity.ts';

export const FORMAT = 'matang-aktivitas/1';
const sekali = 1000;
const baris = (isi: unknown) => `${JSON.stringify(isi)}\n`;

/** A whole chain as JSON Lines: a head, every entry, each checkpoint after the entry it signs, and an end. */
export async function* eksporRantai(
	db: Kysely<Tables>,
	rantai: number,
	kepala: Record<string, string>,
): AsyncGenerator<string> {
	yield baris({ format: FORMAT, jenis: 'rantai', rantai, ...kepala });
	const titik = await readTitik(db, rantai);
	let [nomor, hash] = [0n, ''];
	for (;;) {
		const rows = await listEntri(db, rantai, nomor, sekali);
		let teks = '';
		for (const row of rows) {
			teks += baris({ n: String(row.nomor), isi: row.isi, hash: row.hash });
			for (const t of titik) if (t.nomor === String(row.nomor)) teks += baris({ titik: t });
			[nomor, hash] = [row.nomor, row.hash];
		}
		if (teks) yield teks;
		if (rows.length < sekali) break;
	}
	yield baris({ akhir: { nomor: String(nomor), hash } });
}

/** Entries about one object and what lies below it, each with its path up to a signed checkpoint. */
export async function* eksporCuplikan(
	db: Kysely<Tables>,
	rantai: number,
	objek: string,
	kepala: Record<string, string>,
): AsyncGenerator<string> {
	yield baris({ format: FORMAT, jenis: 'cuplikan', rantai, objek, ...kepala });
	const cocok = await listCocok(db, rantai, objek);
	let banyak = 0;
	for (const t of await readTitik(db, rantai)) {
		const [dari, sampai] = [BigInt(t.dari), BigInt(t.nomor)];
		const milik = cocok.filter((c) => c.nomor >= dari && c.nomor <= sampai);
		if (milik.length === 0) continue;
		banyak += milik.length;
		yield baris({ titik: t }) + (await cuplik(db, t, milik)).join('');
	}
	yield baris({ akhir: { banyak } });
}

async function listCocok(db: Kysely<Tables>, rantai: number, objek: string) {
	return await db
		.selectFrom('activity')
		.select(['nomor', 'isi', 'hash'])
		.where('rantai', '=', rantai)
		.where((eb) =>
			eb.or([
				eb('objek', '=', objek),
				eb(eb.fn('left', ['objek', eb.val(objek.length + 1)]), '=', `${objek}/`),
			]),
		)
		.orderBy('nomor')
		.execute();
}

async function cuplik(
	db: Kysely<Tables>,
	t: Titik,
	cocok: readonly { nomor: bigint; isi: string; hash: string }[],
): Promise<string[]> {
	const dari = BigInt(t.dari);
	const semua = await db
		.selectFrom('activity')
		.select('hash')
		.where('rantai', '=', t.rantai)
		.where('nomor', '>=', dari - 1n)
		.where('nomor', '<=', BigInt(t.nomor))
		.orderBy('nomor')
		.execute();
	const hash = semua.map((s) => s.hash);
	if (dari === 1n) hash.unshift(''); // before the first entry stands nothing
	const daun = hash.slice(1);
	return cocok.map((c) => {
		const letak = Number(c.nomor - dari);
		const jalur = jalurMerkle(daun, letak);
		return baris({
			n: String(c.nomor),
			sebelum: hash[letak],
			isi: c.isi,
			hash: c.hash,
			jalur,
			pada: t.nomor,
		});
	});
}

async function listEntri(db: Kysely<Tables>, rantai: number, sesudah: bigint, banyak: number) {
	return await db
		.selectFrom('activity')
		.select(['nomor', 'isi', 'hash'])
		.where('rantai', '=', rantai)
		.where('nomor', '>', sesudah)
		.orderBy('nomor')
		.limit(banyak)
		.execute();
}
