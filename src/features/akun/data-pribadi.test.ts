import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { buatKota, isiSemua, type KotaUji, lakukan } from '#features/penilaian/penilaian.testing.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import { projectDir } from '#platform/config.ts';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { listDataPribadi } from './data-pribadi.ts';
import { exportDataSaya, tulisDataSaya } from './export-data.ts';
import { readSesi } from './read-sesi.ts';
import { removeOrang } from './remove-orang.ts';
import { startSesi } from './start-sesi.ts';

const daftar = listDataPribadi({ dir: { project: projectDir, data: '' } });
const terdaftar = new Set(daftar.tabel.flatMap((t) => t.kolom.map((k) => `${t.tabel}.${k.nama}`)));

describe('daftar data pribadi', () => {
	it('yang dipertahankan menyebut dasarnya, dan tidak ada kolom yang tercatat dua kali', () => {
		const semua = daftar.tabel.flatMap((t) => t.kolom.map((k) => `${t.tabel}.${k.nama}`));
		expect(semua.length).toBe(terdaftar.size);
		expect(daftar.tabel.filter((t) => t.hapus === 'tetap' && !/UU 27\/2022/.test(t.dasar))).toEqual([]);
	});
});

describeDatabase('data pribadi', (get) => {
	let kota: KotaUji;
	let admin: Ctx;
	let budi: Ctx;
	let budiId: number;

	beforeAll(async () => {
		kota = await buatKota(get().ctx);
		admin = await kota.sebagai('admin', { peran: 'admin_instansi' });
		budi = await kota.sebagai('budi rahasia', {});
		budiId = budi.who.jenis === 'orang' ? budi.who.id : 0;
		await peran(admin, 'admin_instansi');
		await peran(budi, 'koordinator');
	});
	const idOf = (ctx: Ctx) => (ctx.who.jenis === 'orang' ? ctx.who.id : 0);
	const peran = (ctx: Ctx, nama: string, instansiId: number | null = kota.id) =>
		get()
			.ctx.db.insertInto('peran')
			.values({
				orang_id: idOf(ctx),
				peran: nama,
				instansi_id: instansiId,
				unit_id: null,
				diberi: get().ctx.clock(),
				diberi_oleh: null,
				dicabut: null,
			})
			.execute();
	const hapus = (orangId: number, oleh = admin) => removeOrang(oleh, { instansiId: kota.id, orangId });

	it('setiap kolom yang menyangkut orang terdaftar, dengan tujuan, dasar, dan lamanya', async () => {
		const { rows } = await sql<{ kolom: string; tabel: string; nama: string; rujuk: boolean }>`
			select c.table_name || '.' || c.column_name as kolom, c.table_name as tabel, c.column_name as nama,
				exists (select from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
					where f.contype = 'f' and f.confrelid = 'orang'::regclass and f.conrelid = c.table_name::regclass
						and a.attname = c.column_name) as rujuk
			from information_schema.columns c where c.table_schema = 'public'`.execute(get().ctx.db);
		const utuh = new Set(daftar.tabel.filter((t) => t.hapus !== 'tetap' && t.orang).map((t) => t.tabel));
		const pribadi = rows.filter(
			(r) =>
				r.rujuk ||
				(utuh.has(r.tabel) && /^(isi|rincian|subjek|kredensial|kunci_publik)$/.test(r.nama)) ||
				(['orang', 'sesi', 'kata_sandi'].includes(r.tabel) && !(r.nama === 'id' && r.tabel !== 'orang')) ||
				/^(nama|surel|telepon|nip|nik|jabatan|alamat|peramban|orang_id|kepada|sesi_id)|_oleh$|token|sandi|rahasia/.test(
					r.nama,
				),
		);
		expect(pribadi.length).toBeGreaterThan(30);
		const tidak = pribadi.filter((r) => !terdaftar.has(r.kolom) && !(r.kolom in daftar.bukan));
		expect(tidak.map((r) => r.kolom)).toEqual([]);
		const ada = new Set(rows.map((r) => r.kolom));
		const konteks = daftar.tabel.flatMap((t) => (t.konteks ?? []).map((k) => `${t.tabel}.${k}`));
		expect([...terdaftar, ...konteks].filter((k) => !ada.has(k))).toEqual([]);
	});

	it('orang mengunduh datanya sendiri tanpa rahasia, dan pengunduhannya tercatat', async () => {
		const hasil = await exportDataSaya(budi);
		if (!hasil.ok) throw new Error(hasil.reason);
		const teks = tulisDataSaya(hasil.value);
		expect(JSON.parse(teks).data[0].baris).toMatchObject([{ id: budiId, nama: 'budi rahasia' }]);
		expect(teks).not.toMatch(/token_hash|argon2/);
		const { data } = hasil.value;
		expect(data.find((d) => d.tabel === 'activity')?.baris).toMatchObject([
			{ tindakan: 'data_pribadi.ekspor' },
		]);
		expect(JSON.stringify(data, (_, n) => (typeof n === 'bigint' ? String(n) : n))).not.toContain('admin@');
		expect(await exportDataSaya(get().ctx)).toEqual({ ok: false, reason: 'belum_masuk' });
	});

	it('admin terakhir, diri sendiri, dan orang yang juga bekerja di tempat lain tidak dihapus', async () => {
		const kedua = await kota.sebagai('kedua', { peran: 'admin_instansi' });
		expect(await hapus(idOf(admin), kedua)).toEqual({ ok: false, reason: 'admin_terakhir' });
		expect(await hapus(idOf(admin))).toEqual({ ok: false, reason: 'diri_sendiri' });
		const operator = await kota.sebagai('operator', { peran: 'operator' });
		expect(await hapus(budiId, operator)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		const lain = await buatKota(get().ctx);
		const ganda = await kota.sebagai('ganda', {});
		await peran(ganda, 'koordinator');
		await peran(ganda, 'koordinator', lain.id);
		expect(await hapus(idOf(ganda))).toEqual({ ok: false, reason: 'peran_di_tempat_lain' });
		expect(await hapus(idOf(await lain.sebagai('asing', {})))).toEqual({
			ok: false,
			reason: 'orang_tidak_ada',
		});
		const nasional = await kota.sebagai('nasional', { peran: 'admin_nasional', instansiId: null });
		expect((await hapus(idOf(ganda), nasional)).ok).toBe(true);
	});

	it('bersama orangnya hilang langkah kedua, kunci sandi, sambungan, isian yang menunggu, pemberitahuan, dan suratnya', async () => {
		const { db, clock } = get().ctx;
		const kini = clock();
		const id = idOf(await isiMilik('dewi rahasia'));
		const rekan = idOf(await isiMilik('rekan dewi'));
		await db
			.insertInto('pemberitahuan')
			.values({
				orang_id: rekan,
				instansi_id: kota.id,
				jenis: 'tugas',
				rincian: JSON.stringify({ isi: 'notula', oleh: 'dewi rahasia' }),
				tujuan: '/kerja',
				dibuat: kini,
				dibaca: null,
			})
			.execute();
		expect(await hitungMilik(id)).toEqual(Object.fromEntries(berakun.map((t) => [t, 1])));
		expect((await hapus(id)).ok).toBe(true);
		expect(await hitungMilik(id)).toEqual(Object.fromEntries(berakun.map((t) => [t, 0])));
		const sisa = await hitungMilik(rekan);
		expect(sisa).toEqual({ ...Object.fromEntries(berakun.map((t) => [t, 1])), pemberitahuan: 2 });
		const { rows } = await sql<{ isi: string }>`select rincian::text as isi from pemberitahuan
			where orang_id = ${rekan} order by id`.execute(db);
		expect(rows.map((r) => JSON.parse(r.isi).oleh)).toEqual([undefined, 'Orang dihapus']);
	}, 60_000);

	const berakun = daftar.tabel
		.filter(
			(t) =>
				t.hapus === 'baris' && t.orang !== null && !['kata_sandi', 'kiriman', 'tautan'].includes(t.tabel),
		)
		.map((t) => t.tabel);

	/** Rows of the person in each table that goes with them; found by their address and sessions of before. */
	const milik = new Map<number, { surel: string; sesi: number }>();
	async function hitungMilik(id: number): Promise<Record<string, number>> {
		const { surel, sesi } = milik.get(id) ?? { surel: '', sesi: 0 };
		const cari = {
			surat: sql`kepada = ${surel}`,
			isian_tertunda: sql`sesi_id = ${sesi}`,
			sso_jalan: sql`sesi_id = ${sesi}`,
		} as Record<string, ReturnType<typeof sql>>;
		const hasil: Record<string, number> = {};
		for (const t of berakun) {
			const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.table(t)}
				where ${cari[t] ?? sql`orang_id = ${id}`}`.execute(get().ctx.db);
			hasil[t] = rows[0]?.n ?? -1;
		}
		return hasil;
	}

	/** Somebody who has one of everything that goes with an account. */
	async function isiMilik(nama: string): Promise<Ctx> {
		const { db, clock } = get().ctx;
		const orang = await kota.sebagai(nama, {});
		await peran(orang, 'koordinator');
		const id = idOf(orang);
		const [kini, kedaluwarsa] = [clock(), new Date(clock().getTime() + 3_600_000)];
		const biner = (isi: string) => Buffer.from(`${isi} ${id}`);
		await db.transaction().execute((trx) => startSesi(trx, id, { peramban: 'uji', alamat: '' }, kini));
		const sesi = await db
			.selectFrom('sesi')
			.select('id')
			.where('orang_id', '=', id)
			.executeTakeFirstOrThrow();
		const { surel } = await db
			.selectFrom('orang')
			.select('surel')
			.where('id', '=', id)
			.executeTakeFirstOrThrow();
		milik.set(id, { surel: surel ?? '', sesi: sesi.id });
		await sql`insert into kode_masuk (orang_id, rahasia, dibuat) values (${id}, ${biner('r')}, ${kini})`.execute(
			db,
		);
		await sql`insert into kode_pemulihan (orang_id, sidik, dibuat) values (${id}, ${biner('s')}, ${kini})`.execute(
			db,
		);
		await sql`insert into kunci (orang_id, kredensial, kunci_publik, hitungan, nama, dibuat)
			values (${id}, ${`k${id}`}, ${biner('p')}, 0, 'telepon', ${kini})`.execute(db);
		await sql`insert into tantangan (sidik, guna, orang_id, kedaluwarsa)
			values (${biner('t')}, 'tegas', ${id}, ${kedaluwarsa})`.execute(db);
		await sql`insert into masuk_setengah (token_hash, orang_id, langkah, cara, dibuat, kedaluwarsa)
			values (${biner('h')}, ${id}, 'kedua', 'sandi', ${kini}, ${kedaluwarsa})`.execute(db);
		await sql`insert into sso_akun (penerbit, subjek, orang_id, dibuat, terakhir)
			values ('https://sso.contoh.invalid', ${String(id)}, ${id}, ${kini}, ${kini})`.execute(db);
		await sql`insert into sso_jalan (sidik, keadaan, penguji, nonce, kedaluwarsa, sesi_id)
			values (${biner('j')}, 'k', 'p', 'n', ${kedaluwarsa}, ${sesi.id})`.execute(db);
		await sql`insert into isian_tertunda (sesi_id, jalur, isi, kedaluwarsa)
			values (${sesi.id}, '/akun/kode', '{}', ${kedaluwarsa})`.execute(db);
		await sql`insert into surat (kepada, kepada_nama, perihal, isi, jenis, dibuat, sampai)
			values (${surel}, ${nama}, 'tautan', 'https://contoh.invalid/tautan/x', 'undangan', ${kini}, ${kedaluwarsa})`.execute(
			db,
		);
		await sql`insert into pemberitahuan (orang_id, instansi_id, jenis, tujuan, dibuat)
			values (${id}, ${kota.id}, 'tugas', '/kerja', ${kini})`.execute(db);
		await sql`insert into pilihan_pemberitahuan (orang_id, jenis, aplikasi, surel)
			values (${id}, 'tugas', true, false)`.execute(db);
		await sql`insert into ringkasan_terkirim (orang_id, hari) values (${id}, '2026-11-02')`.execute(db);
		return orang;
	}

	it('yang dihapus tidak bernama lagi di mana pun kecuali pada berita acara; rantainya tetap utuh', async () => {
		const { db } = get().ctx;
		const buka = await openPutaran(budi, {
			instansiId: kota.id,
			nama: 'Latihan',
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'spbe-2020',
			tahap: [{ tahap: 'mandiri', mulai: '2026-11-01', selesai: '2026-12-15' }],
		});
		if (!buka.ok) throw new Error(buka.reason);
		const p = { instansiId: kota.id, penilaianId: buka.value.penilaianId };
		await isiSemua(budi, { ...p, instrumen: 'spbe-2020', nilai: '3' });
		expect((await lakukan(budi, p, 'serahkan')).ok).toBe(true);
		const token = await db
			.transaction()
			.execute(
				async (trx) =>
					(await startSesi(trx, budiId, { peramban: 'uji', alamat: '' }, get().ctx.clock())).token,
			);
		expect(await readSesi(get().ctx, token)).not.toBeNull();
		expect((await hapus(budiId)).ok).toBe(true);
		expect(await readSesi(get().ctx, token)).toBeNull();
		const orang = await db.selectFrom('orang').selectAll().where('id', '=', budiId).executeTakeFirstOrThrow();
		expect(orang).toMatchObject({ nama: 'Orang dihapus', surel: null, telepon: null, nip: null });
		for (const tabel of ['sesi', 'kata_sandi', 'tautan', 'kiriman'])
			expect(
				(await sql`select 1 from ${sql.table(tabel)} where orang_id = ${budiId}`.execute(db)).rows,
			).toEqual([]);
		const jejak = await db.selectFrom('activity').select('isi').where('orang_id', '=', budiId).execute();
		expect(jejak.length).toBeGreaterThan(47);
		expect(JSON.stringify(jejak)).not.toContain('budi');
		const tanda = await db.selectFrom('tanda_tangan').select('nama').where('orang_id', '=', budiId).execute();
		expect(tanda).toEqual([{ nama: 'budi rahasia' }]);
		expect((await verifyActivity(db)).masalah).toEqual([]);
		expect(await hapus(budiId)).toEqual({ ok: false, reason: 'orang_tidak_ada' });
	}, 60_000);
});
