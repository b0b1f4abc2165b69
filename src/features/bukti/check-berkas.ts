import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { type Masalah, verifyActivity } from '#platform/activity/verify-activity.ts';
import type { Ctx } from '#platform/ctx.ts';

export interface TemuanBerkas {
	jenis:
		| 'berkas_hilang'
		| 'ukuran_beda'
		| 'isi_beda'
		| 'tanpa_baris'
		| 'rantai_putus'
		| 'unggahan_belum_selesai';
	/** Hash, chain or upload. */
	apa: string;
	rincian: string;
}

export interface Pemeriksaan {
	baris: number;
	berkas: number;
	catatan: number;
	temuan: TemuanBerkas[];
}

/** What is no fault, only something to know. */
export const isKeterangan = (t: TemuanBerkas): boolean => t.jenis === 'unggahan_belum_selesai';

/**
 * Compares rows and files both ways, follows the chains of the activity log, and lists unfinished uploads. With `hash`
 * every file is read and hashed. Looks only; changes nothing.
 */
export async function checkBerkas(ctx: Ctx, { hash }: { hash: boolean }): Promise<Pemeriksaan> {
	if (ctx.who.jenis !== 'operator') throw new Error('pemeriksaan hanya untuk operator mesin');
	const temuan: TemuanBerkas[] = [];
	// Files first: one that is being added now has its row by the time the rows are asked.
	const berkas = await cariTanpaBaris(ctx, temuan);
	const baris = await periksaBaris(ctx, hash, temuan);
	const aktivitas = await verifyActivity(ctx.db);
	for (const m of aktivitas.masalah) temuan.push(sebutRantai(m));
	for await (const u of ctx.berkas.unggahan.list())
		if (u.hasil === undefined)
			temuan.push({
				jenis: 'unggahan_belum_selesai',
				apa: u.id,
				rincian: `orang ${u.orangId}, ${u.offset} dari ${u.ukuran} byte, sejak ${u.dibuat}`,
			});
	return { baris, berkas, catatan: aktivitas.baris, temuan };
}

const sebutRantai = (m: Masalah): TemuanBerkas => ({
	jenis: 'rantai_putus',
	apa: `${m.rantai}/${m.nomor}`,
	rincian: m.masalah,
});

async function cariTanpaBaris(ctx: Ctx, temuan: TemuanBerkas[]): Promise<number> {
	let banyak = 0;
	let antre: string[] = [];
	const periksa = async () => {
		if (antre.length === 0) return;
		const { rows } = await sql<{ sha256: string }>`
			select distinct sha256 from berkas where sha256 = any (${antre}::text[])`.execute(ctx.db);
		const ada = new Set(rows.map((r) => r.sha256));
		for (const sha256 of antre)
			if (!ada.has(sha256)) temuan.push({ jenis: 'tanpa_baris', apa: sha256, rincian: '' });
		antre = [];
	};
	for await (const sha256 of ctx.berkas.list()) {
		banyak++;
		antre.push(sha256);
		if (antre.length === 500) await periksa();
	}
	await periksa();
	return banyak;
}

async function periksaBaris(ctx: Ctx, hash: boolean, temuan: TemuanBerkas[]): Promise<number> {
	let banyak = 0;
	let sesudah = '';
	for (;;) {
		const { rows } = await sql<{ sha256: string; ukuran: string; instansi: string }>`
			select sha256, min(ukuran)::text as ukuran, string_agg(instansi_id::text, ', ' order by instansi_id) as instansi
			from berkas where sha256 > ${sesudah} group by sha256 order by sha256 limit 500`.execute(ctx.db);
		for (const row of rows) {
			const t = await periksaSatu(ctx, hash, row);
			if (t) temuan.push({ jenis: t, apa: row.sha256, rincian: `instansi ${row.instansi}` });
		}
		banyak += rows.length;
		const akhir = rows.at(-1);
		if (!akhir) return banyak;
		sesudah = akhir.sha256;
	}
}

async function periksaSatu(
	ctx: Ctx,
	hash: boolean,
	{ sha256, ukuran }: { sha256: string; ukuran: string },
): Promise<TemuanBerkas['jenis'] | null> {
	const ada = await ctx.berkas.size(sha256);
	if (ada === null) return 'berkas_hilang';
	if (String(ada) !== ukuran) return 'ukuran_beda';
	if (!hash) return null;
	const sidik = createHash('sha256');
	try {
		for await (const bagian of ctx.berkas.read(sha256)) sidik.update(bagian as Buffer);
	} catch {
		return 'isi_beda';
	}
	return sidik.digest('hex') === sha256 ? null : 'isi_beda';
}
