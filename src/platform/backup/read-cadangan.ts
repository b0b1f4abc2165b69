import { createHash } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join, normalize, sep } from 'node:path';
import { sql } from 'kysely';
import type { Ctx } from '../ctx.ts';
import type { Trx } from '../database/scope.ts';
import { receive } from '../storage/file-store.ts';
import { type ArsipBaca, openArsip } from './arsip.ts';
import { type Cadangan, cadanganSchema } from './cadangan.schema.ts';
import { listTabel, readBaris, readSkema, setBentukTeks, type TabelKatalog } from './katalog.ts';

/** A backup that cannot be restored here. The message says why and what to do, in Indonesian. */
export class CadanganError extends Error {}

export interface Dipulihkan {
	cadangan: Cadangan;
	baris: number;
	berkas: number;
}

/**
 * Restores a backup into an installation that nobody has used yet. The tables come in one transaction that is kept only
 * when every table reads back with the hash it was written with; files are kept only under their own hash.
 * @throws CadanganError
 */
export async function readCadangan(
	ctx: Ctx,
	asal: string,
	lapor: (baris: string) => void,
): Promise<Dipulihkan> {
	if (ctx.who.jenis !== 'operator') throw new Error('cadangan hanya dipulihkan operator mesin');
	const arsip = await openArsip(asal).catch((cause) => {
		throw new CadanganError(`Cadangan ${asal} tidak dapat dibaca (${sebut(cause)}).`, { cause });
	});
	try {
		const cadangan = await readIsi(arsip, asal);
		await requireKosong(ctx, cadangan);
		const berkas = await pulihkanBerkas(ctx, arsip, lapor);
		if (cadangan.berkas.ikut && berkas !== cadangan.berkas.banyak - cadangan.berkas.rusak.length)
			throw new CadanganError(
				`Cadangan memuat ${berkas} berkas yang utuh, sedangkan daftarnya menyebut ${cadangan.berkas.banyak - cadangan.berkas.rusak.length}. Salin ulang cadangannya.`,
			);
		const baris = await ctx.db.transaction().execute((trx) => pulihkanTabel(trx, arsip, cadangan, lapor));
		await sql`analyze`.execute(ctx.db);
		for (const l of cadangan.lampiran) await pulihkanLampiran(ctx, arsip, l);
		return { cadangan, baris, berkas };
	} finally {
		arsip.close();
	}
}

const sebut = (cause: unknown) => (cause as NodeJS.ErrnoException).code ?? String((cause as Error).message);

async function readIsi(arsip: ArsipBaca, asal: string): Promise<Cadangan> {
	const salah = (sebab: string) =>
		new CadanganError(
			`${asal} bukan cadangan Matang yang utuh (${sebab}). Pilih cadangan lain atau salin ulang.`,
		);
	let teks = '';
	try {
		for await (const bagian of await arsip.read('cadangan.json')) teks += String(bagian);
	} catch (cause) {
		throw salah(sebut(cause));
	}
	let isi: unknown;
	try {
		isi = JSON.parse(teks);
	} catch {
		throw salah('cadangan.json rusak');
	}
	const terbaca = cadanganSchema.safeParse(isi);
	if (!terbaca.success) throw salah(`cadangan.json: ${terbaca.error.issues[0]?.path.join('.') ?? ''}`);
	return terbaca.data;
}

/** An installation is empty while nobody has an account and nothing was written beyond what Matang brings along. */
async function requireKosong(ctx: Ctx, cadangan: Cadangan): Promise<void> {
	for (const tabel of ['orang', 'activity', 'impor', 'berkas'] as const) {
		const { rows } = await sql`select 1 from ${sql.table(tabel)} limit 1`.execute(ctx.db);
		if (rows.length > 0)
			throw new CadanganError(
				`Pemasangan ini sudah dipakai (tabel ${tabel} berisi). Pulihkan ke pemasangan baru: MATANG_DATA_DIR lain yang kosong, atau basis data PostgreSQL baru.`,
			);
	}
	const skema = await readSkema(ctx.db);
	const sama = (a: { nomor: number; sha256: string }, i: number) => a.sha256 === cadangan.skema[i]?.sha256;
	if (skema.length !== cadangan.skema.length || !skema.every(sama))
		throw new CadanganError(
			`Cadangan ini berskema ${cadangan.skema.length} (Matang ${cadangan.matang}), pemasangan ini ${skema.length}. Pulihkan dengan Matang berskema sama, lalu perbarui.`,
		);
}

async function pulihkanBerkas(ctx: Ctx, arsip: ArsipBaca, lapor: (baris: string) => void): Promise<number> {
	let banyak = 0;
	for await (const satu of arsip.list('berkas/')) {
		const sha256 = /^berkas\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(satu.nama)?.[1];
		if (!sha256) throw new CadanganError(`Nama ${satu.nama} tidak dikenal dalam cadangan.`);
		const titipan = await ctx.berkas.receive(await satu.read(), Number.MAX_SAFE_INTEGER);
		if (titipan.sha256 === sha256) {
			await ctx.berkas.keep(titipan);
			banyak++;
			if (banyak % 1000 === 0) lapor(`Berkas: ${banyak}`);
		} else {
			await ctx.berkas.discard(titipan);
			lapor(`Berkas ${sha256} rusak dalam cadangan; tidak dipulihkan.`);
		}
	}
	return banyak;
}

async function pulihkanTabel(
	trx: Trx,
	arsip: ArsipBaca,
	cadangan: Cadangan,
	lapor: (baris: string) => void,
): Promise<number> {
	await setBentukTeks(trx);
	const tabel = await listTabel(trx);
	const beda = tabel.find((t) => !cadangan.tabel.some((c) => c.nama === t.nama && samaKolom(c, t)));
	if (beda || tabel.length !== cadangan.tabel.length)
		throw new CadanganError(`Tabel ${beda?.nama ?? ''} berbeda dari yang ada dalam cadangan.`);
	const kunci = await lepasKunci(trx, tabel);
	await sql`truncate ${sql.join(tabel.map((t) => sql.table(t.nama)))}`.execute(trx);
	let baris = 0;
	for (const t of tabel) {
		baris += await isiTabel(trx, arsip, t);
		const c = cadangan.tabel.find(({ nama }) => nama === t.nama);
		for (const u of c?.urutan ?? []) {
			const milik = t.urutan.find(({ kolom }) => kolom === u.kolom);
			if (milik)
				await sql`select setval(${milik.nama}::regclass, ${u.nilai}::bigint, ${u.terpakai})`.execute(trx);
		}
	}
	await pasangKunci(trx, tabel, kunci);
	for (const t of tabel) await requireSama(trx, t, cadangan);
	lapor(`Tabel: ${tabel.length}, ${baris} baris, sidik semuanya cocok`);
	return baris;
}

const samaKolom = (a: Cadangan['tabel'][number], b: TabelKatalog) =>
	JSON.stringify(a.kolom.map((k) => [k.nama, k.tipe])) ===
	JSON.stringify(b.kolom.map((k) => [k.nama, k.tipe]));

/** Foreign keys are made anew afterwards, which checks them all: no order of tables and no circle stands in the way. */
async function lepasKunci(
	trx: Trx,
	tabel: TabelKatalog[],
): Promise<{ tabel: string; nama: string; isi: string }[]> {
	const { rows } = await sql<{ tabel: string; nama: string; isi: string }>`
		select c.relname as tabel, k.conname as nama, pg_get_constraintdef(k.oid) as isi
		from pg_constraint k join pg_class c on c.oid = k.conrelid
		where k.contype = 'f' and c.relnamespace = 'public'::regnamespace order by c.relname, k.conname`.execute(
		trx,
	);
	for (const k of rows)
		await sql`alter table ${sql.table(k.tabel)} drop constraint ${sql.ref(k.nama)}`.execute(trx);
	for (const t of tabel) await sql`alter table ${sql.table(t.nama)} disable trigger user`.execute(trx);
	return rows;
}

async function pasangKunci(
	trx: Trx,
	tabel: TabelKatalog[],
	kunci: { tabel: string; nama: string; isi: string }[],
): Promise<void> {
	for (const t of tabel) await sql`alter table ${sql.table(t.nama)} enable trigger user`.execute(trx);
	for (const k of kunci)
		await sql`alter table ${sql.table(k.tabel)} add constraint ${sql.ref(k.nama)} ${sql.raw(k.isi)}`.execute(
			trx,
		);
}

/** About so many characters of rows are written at once. */
const SEKALI = 1_000_000;

async function isiTabel(trx: Trx, arsip: ArsipBaca, t: TabelKatalog): Promise<number> {
	const kolom = sql.join(t.kolom.map((k) => sql.ref(k.nama)));
	const nilai = sql.join(t.kolom.map((k, i) => sql`(r ->> ${sql.lit(i)})::${sql.raw(k.tipe)}`));
	let antre: string[] = [];
	let besar = 0;
	let banyak = 0;
	const tulis = async () => {
		if (antre.length === 0) return;
		await sql`insert into ${sql.table(t.nama)} (${kolom}) overriding system value
			select ${nilai} from jsonb_array_elements(${`[${antre.join(',')}]`}::jsonb) r`.execute(trx);
		banyak += antre.length;
		[antre, besar] = [[], 0];
	};
	for await (const baris of pecahBaris(await arsip.read(`tabel/${t.nama}.ndjson`))) {
		antre.push(baris);
		besar += baris.length;
		if (besar > SEKALI) await tulis();
	}
	await tulis();
	return banyak;
}

/** Lines end at a newline only: what else some call the end of a line (U+2028) may stand within. */
async function* pecahBaris(sumber: AsyncIterable<Uint8Array>): AsyncIterable<string> {
	const sandi = new TextDecoder('utf-8', { fatal: true });
	let sisa = '';
	for await (const bagian of sumber) {
		const baris = (sisa + sandi.decode(bagian, { stream: true })).split('\n');
		sisa = baris.pop() ?? '';
		yield* baris;
	}
	if (sisa !== '') yield sisa;
}

/** Reads the table back: the hash of its lines must be that of the backup. */
async function requireSama(trx: Trx, t: TabelKatalog, cadangan: Cadangan): Promise<void> {
	const hash = createHash('sha256');
	for await (const sekali of readBaris(trx, t)) hash.update(`${sekali.join('\n')}\n`);
	if (hash.digest('hex') !== cadangan.tabel.find(({ nama }) => nama === t.nama)?.sha256)
		throw new CadanganError(
			`Isi tabel ${t.nama} tidak sama dengan sidiknya dalam cadangan; tidak ada yang dipulihkan. Salin ulang cadangannya.`,
		);
}

async function pulihkanLampiran(ctx: Ctx, arsip: ArsipBaca, l: Cadangan['lampiran'][number]): Promise<void> {
	const nama = normalize(l.nama);
	if (nama.startsWith('..') || nama.startsWith(sep)) throw new CadanganError(`Nama ${l.nama} tidak aman.`);
	const tujuan = join(ctx.dir.data, nama);
	await mkdir(dirname(tujuan), { recursive: true, mode: 0o700 });
	await rm(`${tujuan}.baru-pulih`, { force: true });
	const titipan = await receive(`${tujuan}.baru-pulih`, await arsip.read(`data/${l.nama}`), l.ukuran);
	if (titipan.sha256 !== l.sha256) throw new CadanganError(`${l.nama} rusak dalam cadangan.`);
	await rename(titipan.path, tujuan);
}
