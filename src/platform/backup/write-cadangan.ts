import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import type { Trx } from '../database/scope.ts';
import { type ArsipTulis, createArsip } from './arsip.ts';
import type { Cadangan } from './cadangan.schema.ts';
import { listTabel, readBaris, readSkema, readUrutan, setBentukTeks, type TabelKatalog } from './katalog.ts';

export interface PilihanCadangan {
	/** A directory, or a file that ends in .zip. */
	tujuan: string;
	tanpaBerkas: boolean;
	/** Version of Matang. */
	versi: string;
	basisData: Cadangan['basisData'];
	lapor: (baris: string) => void;
}

/**
 * Writes the whole installation: every table as it stood at one moment, every file, and what else lies in the data
 * directory. Others go on working; on the embedded database they wait while the tables are copied.
 * @throws what the target says (EEXIST, ENOTEMPTY, ENOSPC); nothing stays behind then
 */
export async function writeCadangan(ctx: Ctx, pilihan: PilihanCadangan): Promise<Cadangan> {
	if (ctx.who.jenis !== 'operator') throw new Error('cadangan hanya dibuat operator mesin');
	const arsip = await createArsip(pilihan.tujuan);
	try {
		const isi = await ctx.db.transaction().execute(async (trx) => {
			await sql`set transaction isolation level repeatable read, read only`.execute(trx);
			await setBentukTeks(trx);
			const tabel: Cadangan['tabel'] = [];
			for (const t of await listTabel(trx)) tabel.push(await tulisTabel(arsip, trx, t));
			return { skema: await readSkema(trx), tabel };
		});
		pilihan.lapor(`Tabel: ${isi.tabel.length}, ${isi.tabel.reduce((n, t) => n + t.baris, 0)} baris`);
		const berkas = await tulisBerkas(ctx, arsip, pilihan);
		const lampiran = await tulisLampiran(arsip, ctx.dir.data);
		const { versi: matang, basisData } = pilihan;
		const dibuat = ctx.clock().toISOString();
		const cadangan: Cadangan = {
			format: 'matang-cadangan/1',
			dibuat,
			matang,
			basisData,
			...isi,
			berkas,
			lampiran,
		};
		await arsip.write('cadangan.json', satu(JSON.stringify(cadangan, null, '\t')), true);
		await arsip.finish();
		return cadangan;
	} catch (cause) {
		await arsip.abort();
		throw cause;
	}
}

async function* satu(teks: string): AsyncIterable<Uint8Array> {
	yield Buffer.from(`${teks}\n`);
}

async function tulisTabel(arsip: ArsipTulis, trx: Trx, t: TabelKatalog): Promise<Cadangan['tabel'][number]> {
	let baris = 0;
	async function* isi() {
		for await (const sekali of readBaris(trx, t)) {
			baris += sekali.length;
			yield Buffer.from(`${sekali.join('\n')}\n`);
		}
	}
	const { sha256 } = await arsip.write(`tabel/${t.nama}.ndjson`, isi(), true);
	const urutan: Cadangan['tabel'][number]['urutan'] = [];
	for (const u of t.urutan) urutan.push({ kolom: u.kolom, ...(await readUrutan(trx, u.nama)) });
	return { nama: t.nama, kolom: t.kolom, baris, sha256, urutan };
}

/** Files only ever come in, so those that the tables name are still there after the tables have been copied. */
async function tulisBerkas(
	ctx: Ctx,
	arsip: ArsipTulis,
	{ tanpaBerkas, lapor }: PilihanCadangan,
): Promise<Cadangan['berkas']> {
	const hasil = {
		ikut: !tanpaBerkas,
		banyak: 0,
		byte: 0,
		hilang: await listHilang(ctx),
		rusak: [] as string[],
	};
	async function* daftar() {
		for await (const sha256 of ctx.berkas.list()) {
			const ukuran = (await ctx.berkas.size(sha256)) ?? 0;
			hasil.banyak++;
			hasil.byte += ukuran;
			yield Buffer.from(`${sha256} ${ukuran}\n`);
		}
	}
	if (tanpaBerkas) {
		await arsip.write('berkas.txt', daftar(), true);
		return hasil;
	}
	for await (const sha256 of ctx.berkas.list()) {
		const tertulis = await arsip.write(
			`berkas/${sha256.slice(0, 2)}/${sha256}`,
			ctx.berkas.read(sha256),
			false,
		);
		hasil.banyak++;
		hasil.byte += tertulis.ukuran;
		if (tertulis.sha256 !== sha256) hasil.rusak.push(sha256);
		if (hasil.banyak % 1000 === 0) lapor(`Berkas: ${hasil.banyak}`);
	}
	return hasil;
}

/** Hashes of files that rows name and the store does not have. */
async function listHilang(ctx: Ctx): Promise<string[]> {
	const hilang: string[] = [];
	let id = 0;
	for (;;) {
		const rows = await ctx.db
			.selectFrom('berkas')
			.select(['id', 'sha256'])
			.where('id', '>', id)
			.orderBy('id')
			.limit(1000)
			.execute();
		for (const row of rows) if ((await ctx.berkas.size(row.sha256)) === null) hilang.push(row.sha256);
		const akhir = rows.at(-1);
		if (!akhir) return [...new Set(hilang)];
		id = akhir.id;
	}
}

/** What belongs to the running process, or is written elsewhere in the backup. */
const bukanLampiran = /^(pglite.*|kunci|kendali\.sock|berkas|.*\.baru.*)$/;

async function tulisLampiran(arsip: ArsipTulis, dir: string): Promise<Cadangan['lampiran']> {
	const hasil: Cadangan['lampiran'] = [];
	const jelajah = async (bawah: string): Promise<void> => {
		const isi = await readdir(join(dir, bawah), { withFileTypes: true }).catch(() => []);
		for (const d of isi) {
			const nama = bawah ? `${bawah}/${d.name}` : d.name;
			if (!bawah && bukanLampiran.test(d.name)) continue;
			if (d.isDirectory()) await jelajah(nama);
			else if (d.isFile())
				hasil.push({ nama, ...(await arsip.write(`data/${nama}`, createReadStream(join(dir, nama)), true)) });
		}
	};
	await jelajah('');
	return hasil;
}
