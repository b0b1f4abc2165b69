import { type RawBuilder, sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { describeDatabase } from '#platform/database/testing.ts';

/** Public data: published results and what belongs to them. Nothing in them is anybody's own. */
const terbuka = [
	'hasil',
	'hasil_nilai',
	'instansi',
	'instansi_alias',
	'klaim',
	'provinsi',
	'tahun_evaluasi',
	'target',
];

/** What belongs to one person: colleagues of the same institution do not see it either. */
const pribadi = ['kiriman', 'laporan', 'pemberitahuan'];

/** What a column of a type may hold, whatever it means; the test has taken the checks away. */
const contoh: Record<string, (n: number) => RawBuilder<unknown>> = {
	integer: (n) => sql`${n}::integer`,
	bigint: (n) => sql`${n}::bigint`,
	smallint: (n) => sql`${n % 100}::smallint`,
	numeric: (n) => sql`${n}::numeric`,
	'double precision': (n) => sql`${n}::float8`,
	text: (n) => sql`${`isi-${n}`}`,
	uuid: () => sql`gen_random_uuid()`,
	bytea: (n) => sql`${`isi-${n}`}::text::bytea`,
	boolean: () => sql`true`,
	date: () => sql`'2026-01-01'::date`,
	'timestamp with time zone': () => sql`now()`,
	jsonb: () => sql`'{}'::jsonb`,
	json: () => sql`'{}'::json`,
	ARRAY: () => sql`'{}'`,
};

interface Kolom {
	nama: string;
	jenis: string;
	dibuat: boolean;
}

describeDatabase('isolasi instansi', (get) => {
	const [a, b] = [910_001, 910_002];
	let tabel: { nama: string; aman: boolean }[];
	let urut = 920_000;

	/** The person of the institution to whom its rows belong, where they belong to anybody. */
	const pemilik = (instansiId: number | null) => 900_000 + (instansiId === null ? 9 : instansiId % 10);
	const orang = (instansiId: number | null, id = pemilik(instansiId)): Orang => ({
		jenis: 'orang',
		id,
		nama: 'Uji',
		sesiId: 0,
		ditegaskan: new Date(0),
		peran: instansiId ? [{ peran: 'koordinator', instansiId, unitId: null, jalur: null }] : [],
	});

	/** A row of the table in the institution. */
	async function isi(
		ctx: Pick<Ctx, 'db'>,
		nama: string,
		instansiId: number,
		orangId = pemilik(instansiId),
	): Promise<void> {
		const { rows } = await sql<Kolom>`select column_name as nama, data_type as jenis,
			(is_identity = 'YES' or is_generated = 'ALWAYS') as dibuat
			from information_schema.columns where table_schema = 'public' and table_name = ${nama}`.execute(ctx.db);
		const kolom = rows.filter((k) => !k.dibuat);
		const nilai = kolom.map((k) => {
			const buat = contoh[k.jenis];
			if (!buat) throw new Error(`${nama}.${k.nama}: jenis ${k.jenis} belum dikenal uji ini`);
			if (k.nama === 'orang_id') return sql`${orangId}::integer`;
			return k.nama === 'instansi_id' ? sql`${instansiId}::integer` : buat(++urut);
		});
		await sql`insert into ${sql.table(nama)} (${sql.join(kolom.map((k) => sql.ref(k.nama)))}) values (${sql.join(nilai)})`.execute(
			ctx.db,
		);
	}

	beforeAll(async () => {
		const { db } = get().ctx;
		const hasil = await sql<{ nama: string; aman: boolean }>`
			select c.relname as nama, c.relrowsecurity as aman from pg_class c
			join pg_attribute k on k.attrelid = c.oid and k.attname = 'instansi_id' and not k.attisdropped
			where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace order by 1`.execute(db);
		tabel = hasil.rows;
		const ikatan = await sql<{ tabel: string; nama: string }>`
			select conrelid::regclass::text as tabel, conname as nama from pg_constraint
			where contype in ('c', 'f') and connamespace = 'public'::regnamespace`.execute(db);
		for (const i of ikatan.rows)
			await sql`alter table ${sql.table(i.tabel)} drop constraint ${sql.ref(i.nama)}`.execute(db);
		for (const { nama } of tabel.filter((t) => t.aman)) {
			await isi({ db }, nama, a);
			await isi({ db }, nama, b);
		}
	});

	it('setiap tabel milik instansi dijaga keamanan baris', () => {
		expect(tabel.length).toBeGreaterThan(12);
		expect(tabel.filter((t) => !t.aman && !terbuka.includes(t.nama)).map((t) => t.nama)).toEqual([]);
	});

	it('yang boleh dibaca peran aplikasi dijaga keamanan baris, atau memang terbuka untuk umum', async () => {
		const { rows } = await sql<{ nama: string }>`select c.relname as nama from pg_class c
			where c.relkind in ('r', 'p', 'v', 'm') and c.relnamespace = 'public'::regnamespace
			and has_any_column_privilege('matang_aplikasi', c.oid, 'select') and not c.relrowsecurity`.execute(
			get().ctx.db,
		);
		expect(rows.map((r) => r.nama).filter((n) => !terbuka.includes(n))).toEqual([]);
	});

	it('kueri yang lupa menyaring hanya melihat instansi sendiri', async () => {
		const { ctx } = get();
		let terbaca = 0;
		for (const { nama } of tabel.filter((t) => t.aman)) {
			const lihat = (instansiId: number | null) =>
				inScope(ctx, orang(instansiId), (trx) =>
					sql<{ instansi_id: number }>`select * from ${sql.table(nama)}`.execute(trx),
				).then(
					({ rows }) => rows.map((r) => r.instansi_id),
					(galat: Error) => {
						if (!/permission denied/.test(galat.message)) throw galat;
						return null; // the application role may not read it at all
					},
				);
			const milikA = await lihat(a);
			if (milikA === null) continue;
			terbaca++;
			expect([nama, milikA]).toEqual([nama, [a]]);
			expect([nama, await lihat(b)]).toEqual([nama, [b]]);
			expect([nama, await lihat(null)]).toEqual([nama, []]);
		}
		expect(terbaca).toBeGreaterThan(10);
	});

	it('yang milik seseorang tidak terbaca oleh rekannya', async () => {
		for (const nama of pribadi) {
			expect(tabel.map((t) => t.nama)).toContain(nama);
			const { rows } = await inScope(get().ctx, orang(a, 900_500), (trx) =>
				sql`select 1 from ${sql.table(nama)}`.execute(trx),
			);
			expect([nama, rows]).toEqual([nama, []]);
		}
	});

	it('tulisan yang lupa menyaring tidak mengubah, menghapus, atau menambah baris instansi lain', async () => {
		const { ctx } = get();
		for (const { nama } of tabel.filter((t) => t.aman)) {
			const coba = (work: Parameters<typeof inScope<unknown>>[2]) =>
				inScope(ctx, orang(a), work).then(
					() => 'selesai',
					(galat: Error) => galat.message,
				);
			const t = sql.table(nama);
			await coba((trx) =>
				sql`update ${t} set instansi_id = instansi_id where instansi_id = ${b}`.execute(trx),
			);
			await coba((trx) => sql`delete from ${t} where instansi_id = ${b}`.execute(trx));
			const rebut = await coba((trx) => sql`update ${t} set instansi_id = ${b}`.execute(trx));
			const tambah = await coba((trx) => isi({ db: trx }, nama, b, pemilik(a)));
			expect([nama, rebut]).toEqual([nama, expect.stringMatching(/permission denied|row-level|tidak dapat/)]);
			expect([nama, tambah]).toEqual([nama, expect.stringMatching(/permission denied|row-level/)]);
			const { rows } = await sql<{
				n: number;
			}>`select count(*)::int as n from ${t} where instansi_id = ${b}`.execute(ctx.db);
			expect([nama, rows[0]?.n]).toEqual([nama, 1]);
		}
	});
});
