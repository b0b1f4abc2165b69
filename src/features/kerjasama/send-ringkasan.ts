import { type Kysely, sql } from 'kysely';
import { readOrang } from '#features/akun/read-orang.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { listAntrean } from '#features/penilaian/list-antrean.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import type { Tables } from '#platform/database/tables.ts';
import type { Pekerja } from '#platform/jobs/jobs.ts';
import { forgetLama } from './forget-lama.ts';
import { type Menunggu, ringkas, susunPilihan } from './pemberitahuan.rules.ts';
import { insertPemberitahuan, listPilihan } from './pemberitahuan.store.ts';
import { suratKerjasamaCopy } from './surat-kerjasama.copy.ts';

const SEHARI = 86_400_000;
/** The hour in western Indonesia from which the day's digest goes out. */
const PAGI = 6;

/** Looks every half hour whose digest of the day is still to go, so that a server that was off at six catches up. */
export function pekerjaRingkasan(ctx: Ctx): Pekerja {
	return {
		batas: 3600,
		ulang: 2,
		jeda: 60,
		jadwal: '*/30 * * * *',
		kerjakan: async () => {
			await sendRingkasan(ctx);
			await forgetLama(ctx);
		},
	};
}

/**
 * The day's digest to everybody for whom something is due within three days, late, or returned; once a day and person,
 * however often it is asked for. Each person is a transaction of their own, so that a stop half-way loses nothing.
 * @returns how many were told
 */
export async function sendRingkasan(ctx: Ctx): Promise<number> {
	const kini = ctx.clock();
	if (jamWib(kini) < PAGI) return 0;
	const hari = hariIni(kini);
	let banyak = 0;
	for (const id of await listBelumRingkasan(ctx.db, hari)) {
		const orang = await readOrang(ctx.db, id);
		if (orang && (await tellOrang(ctx, orang, hari))) banyak++;
	}
	return banyak;
}

interface PerInstansi extends Menunggu {
	id: number;
	slug: string;
	nama: string;
}

async function tellOrang(ctx: Ctx, orang: Orang, hari: string): Promise<boolean> {
	const perInstansi: PerInstansi[] = [];
	for (const i of await listInstansiOrang(ctx.db, orang.id)) {
		const { antrean } = await listAntrean({ ...ctx, who: orang }, i.id);
		const menunggu = ringkas(antrean);
		if (menunggu) perInstansi.push({ ...i, ...menunggu });
	}
	return await ctx.db.transaction().execute(async (trx) => {
		const { numInsertedOrUpdatedRows } = await trx
			.insertInto('ringkasan_terkirim')
			.values({ orang_id: orang.id, hari })
			.onConflict((oc) => oc.doNothing())
			.executeTakeFirst();
		if (numInsertedOrUpdatedRows !== 1n || perInstansi.length === 0) return false;
		for (const i of perInstansi)
			await insertPemberitahuan(trx, {
				orangId: [orang.id],
				instansiId: i.id,
				jenis: 'ringkasan',
				rincian: { banyak: i.banyak, dikembalikan: i.dikembalikan, terdekat: i.terdekat ?? '' },
				tujuan: `/kerja/${i.slug}`,
				dibuat: ctx.clock(),
			});
		await mailRingkasan(ctx, trx, orang, perInstansi);
		return true;
	});
}

async function mailRingkasan(
	ctx: Ctx,
	trx: Trx,
	orang: Orang,
	daftar: readonly PerInstansi[],
): Promise<void> {
	const mau = susunPilihan(await listPilihan(trx, [orang.id])).find((p) => p.jenis === 'ringkasan')?.surel;
	const o = await trx.selectFrom('orang').select('surel').where('id', '=', orang.id).executeTakeFirst();
	if (!ctx.mail.aktif || !mau || !o?.surel) return;
	const kata = suratKerjasamaCopy.id;
	const baris = daftar.map((i) =>
		kata.barisRingkasan(
			i.nama,
			String(i.banyak),
			i.dikembalikan > 0 ? kata.kembali(String(i.dikembalikan)) : '',
			i.terdekat === null ? '' : kata.tenggat(i.terdekat),
			ctx.mail.tautan(`/kerja/${i.slug}`),
		),
	);
	const dibuat = ctx.clock();
	await ctx.mail.send(trx, {
		kepada: { nama: orang.nama, alamat: o.surel },
		perihal: kata.ringkasanPerihal(String(daftar.reduce((jumlah, i) => jumlah + i.banyak, 0))),
		isi: kata.ringkasan(orang.nama, baris.join('\n\n'), ctx.mail.tautan('/akun/pemberitahuan')),
		jenis: 'ringkasan',
		dibuat,
		sampai: new Date(dibuat.getTime() + SEHARI),
	});
}

/** Active people with a role in an institution whose digest of the day has not been looked at; not the national roles. */
async function listBelumRingkasan(db: Kysely<Tables>, hari: string): Promise<number[]> {
	const { rows } = await sql<{ id: number }>`
		select o.id from orang o
		where o.nonaktif is null
			and exists (select from peran p where p.orang_id = o.id and p.dicabut is null and p.instansi_id is not null)
			and not exists (select from ringkasan_terkirim r where r.orang_id = o.id and r.hari = ${hari})
		order by o.id`.execute(db);
	return rows.map((r) => r.id);
}

async function listInstansiOrang(db: Kysely<Tables>, orangId: number) {
	return await db
		.selectFrom('instansi')
		.select(['id', 'slug', 'nama'])
		.where('id', 'in', (eb) =>
			eb
				.selectFrom('peran')
				.select('peran.instansi_id')
				.where('peran.orang_id', '=', orangId)
				.where('peran.dicabut', 'is', null)
				.$narrowType<{ instansi_id: number }>(),
		)
		.orderBy('nama')
		.execute();
}

const jam = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Jakarta', hour: '2-digit', hourCycle: 'h23' });
const jamWib = (waktu: Date): number => Number(jam.format(waktu));
