import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { pino } from 'pino';
import { openApp } from '#app';
import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { insertSesi } from '#features/akun/sesi.store.ts';
import { createToken } from '#features/akun/token.ts';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import { skorPenilaian, type Tahap } from '#features/penilaian/penilaian.rules.ts';
import { insertPenilaian, insertPutaran } from '#features/penilaian/penilaian.store.ts';
import { readConfig } from '#platform/config.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';

/** The nation as the issue sizes it: institutions, rounds, units of each, evidence items of each in the newest round. */
export const besar = { instansi: 650, putaran: 8, unit: 52, bukti: 232, berkas: 40, bitaBerkas: 5_000_000 };

export interface Isi {
	/** Newest round, still open; its assessment at the institution that is measured. */
	putaranId: number;
	penilaianId: number;
	slug: string;
	/** Session tokens. */
	admin: string;
	koordinator: string;
	operator: string;
	/** Indicators that the operator's unit is assigned. */
	indikator: string[];
	/** One operator per unit of many institutions, for the evening of the deadline. */
	penulis: { token: string; slug: string; penilaianId: number; indikator: string }[];
	/** Kinds of institution that a national round is opened for, and how many institutions that makes. */
	jenis: string[];
	peserta: number;
	jumlah: { penugasan: number; nilai: number; bukti: number };
}

/** Fills a data directory (or the database at DATABASE_URL) with a nation of invented work. */
export async function isiNasional(env: Record<string, string>, penulis: number): Promise<Isi> {
	const app = await openApp(readConfig({ ...process.env, ...env }), pino({ level: 'silent' }), () => {});
	try {
		const ctx = app.ctxOf({ jenis: 'operator' });
		const peserta = await susunInstansi(ctx);
		const rangka = requireInstrumen(ctx, 'spbe-2020');
		const indikator = listIndikator(rangka).map((i) => i.id);
		const admin = await susunOrang(ctx, 'admin', { peran: 'admin_nasional', instansiId: null, unitId: null });
		let putaranId = 0;
		for (let n = 0; n < besar.putaran; n++) {
			const akhir = n === besar.putaran - 1;
			putaranId = await susunPutaran(ctx, { tahun: 2019 + n, akhir, peserta, indikator, oleh: admin.id });
		}
		await susunBukti(ctx, putaranId);
		await susunBerkas(ctx, putaranId);
		await sql`analyze`.execute(ctx.db);
		return await susunIsi(ctx, putaranId, admin.token, penulis);
	} finally {
		await app.close();
	}
}

/** Participants: the institutions of the results, filled up to the number, each with its tree of units. */
async function susunInstansi(ctx: Ctx): Promise<number[]> {
	const kurang = besar.instansi - (await ctx.db.selectFrom('instansi').select('id').execute()).length;
	if (kurang > 0)
		await sql`insert into instansi (slug, nama, jenis)
			select 'rekaan-' || n, 'Badan Rekaan ' || n, 'instansi-lain' from generate_series(1, ${kurang}::int) n`.execute(
			ctx.db,
		);
	const { rows } = await sql<{
		id: number;
	}>`select id from instansi order by id limit ${besar.instansi}`.execute(ctx.db);
	const id = rows.map((r) => r.id);
	await sql`insert into unit (instansi_id, induk_id, nama, jenis, kode, jalur)
		select i.id, null, 'Unit ' || n, case when n <= 20 then 'dinas' else 'kelurahan' end, null, ''
		from instansi i cross join generate_series(1, ${besar.unit}::int) n where i.id = any(${id}::int[])`.execute(
		ctx.db,
	);
	return id;
}

async function susunOrang(
	ctx: Ctx,
	nama: string,
	peran: {
		peran: 'admin_nasional' | 'koordinator' | 'operator';
		instansiId: number | null;
		unitId: number | null;
	},
): Promise<{ id: number; token: string }> {
	const kini = ctx.clock();
	const { token, hash } = createToken();
	return await ctx.db.transaction().execute(async (trx) => {
		const id = await insertOrang(trx, { nama, surel: `${nama}@ukur.invalid`, dibuat: kini });
		if (id === undefined) throw new Error(`orang ${nama} sudah ada`);
		await insertPeran(trx, { orangId: id, ...peran, diberi: kini, oleh: null });
		await insertSesi(trx, {
			token_hash: hash,
			orang_id: id,
			dibuat: kini,
			kedaluwarsa: new Date(kini.getTime() + 86_400_000),
			peramban: 'ukur',
			alamat: '127.0.0.1',
		});
		return { id, token };
	});
}

/** A round of every participant: assignments, and of earlier rounds the scores of four stages. */
async function susunPutaran(
	ctx: Ctx,
	p: {
		tahun: number;
		akhir: boolean;
		peserta: readonly number[];
		indikator: readonly string[];
		oleh: number;
	},
): Promise<number> {
	const rangka = requireInstrumen(ctx, 'spbe-2020');
	const tahap: { tahap: Tahap; mulai: string; selesai: string }[] = [
		{ tahap: 'mandiri', mulai: `${p.tahun}-07-01`, selesai: `${p.tahun}-12-31` },
	];
	return await ctx.db.transaction().execute(async (trx) => {
		const putaranId = await insertPutaran(trx, {
			nama: `Evaluasi ${p.tahun}`,
			tahun: p.tahun,
			jenis: 'evaluasi',
			instrumen: rangka,
			penyelenggaraId: null,
			tahap,
			dibuat: ctx.clock(),
			oleh: p.oleh,
		});
		const { skor } = skorPenilaian(rangka, p.tahun, new Map(p.indikator.map((i) => [i, 300])));
		await insertPenilaian(trx, { putaranId, peserta: p.peserta, skor });
		await isiPutaran(trx, putaranId, p);
		if (!p.akhir)
			await sql`update penilaian set tahap = 'selesai', langkah = 'terkirim', terjawab = 47 where putaran_id = ${putaranId}`.execute(
				trx,
			);
		return putaranId;
	});
}

async function isiPutaran(
	trx: Trx,
	putaranId: number,
	p: { akhir: boolean; indikator: readonly string[]; oleh: number; tahun: number },
): Promise<void> {
	await sql`insert into penugasan (instansi_id, penilaian_id, indikator, unit_id, tenggat, dibuat, dibuat_oleh)
		select a.instansi_id, a.id, i.id, u.id, make_date(${p.tahun}::int, 12, 15), now(), ${p.oleh}
		from penilaian a cross join unnest(${p.indikator}::text[]) with ordinality i (id, n)
		join unit u on u.instansi_id = a.instansi_id and u.nama = 'Unit ' || (1 + i.n % 20)
		where a.putaran_id = ${putaranId}`.execute(trx);
	// The open round is still being answered: its stages hold entries of half as many again to come.
	for (const tahap of ['mandiri', 'dokumen', 'interviu', 'reviu'])
		await sql`insert into nilai (instansi_id, penilaian_id, tahap, indikator, nilai, fakta, analisis, justifikasi, orang_id, waktu)
			select a.instansi_id, a.id, ${p.akhir ? 'mandiri' : tahap}::text, i.id, 100 * (1 + (a.id + i.n) % 5),
				'Perwali 12/2025 pasal 5, hlm. 12–14', 'Memuat seluruh kriteria tingkat ini.', '', ${p.oleh}, now()
			from penilaian a cross join unnest(${p.indikator}::text[]) with ordinality i (id, n)
			where a.putaran_id = ${putaranId} and (not ${p.akhir}::boolean or i.n % 2 = 0)`.execute(trx);
}

async function susunBukti(ctx: Ctx, putaranId: number): Promise<void> {
	await sql`insert into bukti (instansi_id, penilaian_id, indikator, tingkat, huruf, status, asal_id, dibuat)
		select a.instansi_id, a.id, 'I' || lpad((1 + n % 47)::text, 2, '0'), 1 + (n / 47) % 5, 1 + n / 47,
			(array['diajukan', 'diajukan', 'diterima', 'dikembalikan'])[1 + n % 4], null, now()
		from penilaian a cross join generate_series(0, ${besar.bukti - 1}::int) n where a.putaran_id = ${putaranId}`.execute(
		ctx.db,
	);
	await sql`insert into bukti_revisi (instansi_id, bukti_id, nomor, jenis, judul, isi, penunjuk, tanggal, orang_id, waktu)
		select b.instansi_id, b.id, 1, 'tautan', 'Dokumen ' || b.id, 'https://contoh.go.id/' || b.id, 'hlm. 3', date '2026-03-01',
			(select min(id) from orang), now()
		from bukti b join penilaian a on a.id = b.penilaian_id where a.putaran_id = ${putaranId}`.execute(ctx.db);
}

/** Files of the first assessment's evidence, so that its package is large. */
async function susunBerkas(ctx: Ctx, putaranId: number): Promise<void> {
	const bukti = await ctx.db
		.selectFrom('bukti')
		.innerJoin('penilaian', 'penilaian.id', 'bukti.penilaian_id')
		.select(['bukti.id', 'bukti.instansi_id'])
		.where('penilaian.id', '=', (q) =>
			q
				.selectFrom('penilaian')
				.select((e) => e.fn.min('id').as('id'))
				.where('putaran_id', '=', putaranId),
		)
		.orderBy('bukti.id')
		.limit(besar.berkas)
		.execute();
	const oleh = Number(
		(await sql<{ id: number }>`select min(id) as id from orang`.execute(ctx.db)).rows[0]?.id,
	);
	for (const b of bukti) {
		const isi = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(besar.bitaBerkas)]);
		const titipan = await ctx.berkas.receive(Readable.from([isi]), 2 * besar.bitaBerkas);
		await ctx.berkas.keep(titipan);
		await sql`with b as (insert into berkas (instansi_id, sha256, ukuran, tipe, tanda, dibuat, dibuat_oleh)
				values (${b.instansi_id}, ${titipan.sha256}, ${isi.length}, 'application/pdf', '{}', now(), ${oleh}) returning id)
			insert into bukti_revisi (instansi_id, bukti_id, nomor, jenis, judul, berkas_id, nama_berkas, penunjuk, tanggal, orang_id, waktu)
			select ${b.instansi_id}, ${b.id}, 2, 'berkas', 'Berkas', b.id, 'dokumen-' || ${b.id}::text || '.pdf', 'hlm. 3', date '2026-03-01', ${oleh}, now() from b`.execute(
			ctx.db,
		);
	}
}

async function susunIsi(ctx: Ctx, putaranId: number, admin: string, penulis: number): Promise<Isi> {
	const { rows } = await sql<{
		instansiId: number;
		slug: string;
		penilaianId: number;
		unitId: number;
		indikator: string[];
	}>`
		select i.id as "instansiId", i.slug, a.id as "penilaianId", t.unit_id as "unitId", array_agg(t.indikator order by t.indikator) as indikator
		from penilaian a join instansi i on i.id = a.instansi_id join penugasan t on t.penilaian_id = a.id
		where a.putaran_id = ${putaranId} group by i.id, i.slug, a.id, t.unit_id order by a.id, t.unit_id limit ${penulis}`.execute(
		ctx.db,
	);
	const pertama = rows[0];
	if (!pertama) throw new Error('tidak ada penugasan');
	const koordinator = await susunOrang(ctx, 'koordinator', {
		peran: 'koordinator',
		instansiId: pertama.instansiId,
		unitId: null,
	});
	const daftar: Isi['penulis'] = [];
	for (const [n, r] of rows.entries()) {
		const { token } = await susunOrang(ctx, `operator${n}`, {
			peran: 'operator',
			instansiId: r.instansiId,
			unitId: r.unitId,
		});
		daftar.push({ token, slug: r.slug, penilaianId: r.penilaianId, indikator: r.indikator[0] ?? '' });
	}
	const { rows: jenis } = await sql<{ jenis: string; n: number }>`
		select jenis, count(*)::int as n from instansi where not contoh group by jenis order by jenis`.execute(
		ctx.db,
	);
	const hitung = async (tabel: 'penugasan' | 'nilai' | 'bukti') =>
		Number(
			(
				await ctx.db
					.selectFrom(tabel)
					.select((eb) => eb.fn.countAll<bigint>().as('n'))
					.executeTakeFirstOrThrow()
			).n,
		);
	return {
		putaranId,
		penilaianId: pertama.penilaianId,
		slug: pertama.slug,
		admin,
		koordinator: koordinator.token,
		operator: daftar[0]?.token ?? '',
		indikator: pertama.indikator,
		penulis: daftar,
		jenis: jenis.map((j) => j.jenis),
		peserta: jenis.reduce((n, j) => n + j.n, 0),
		jumlah: {
			penugasan: await hitung('penugasan'),
			nilai: await hitung('nilai'),
			bukti: await hitung('bukti'),
		},
	};
}
