import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { App } from '#app';
import { skorPenilaian } from '#features/penilaian/penilaian.rules.ts';
import { findPenilaian, listNilaiTerbaru } from '#features/penilaian/penilaian.store.ts';
import { verifyActivity } from '#platform/activity/verify-activity.ts';
import type { Catatan } from './tulis.ts';

/**
 * What is wrong with the database and the files after a fault: an acknowledged write that is missing or doubled, a
 * score that the ledger does not give, an act without its trace, a row without its file, a broken chain.
 */
export async function periksa(app: App, catatan: Catatan): Promise<string[]> {
	return [
		...(await periksaTulisan(app, catatan)),
		...(await periksaSkor(app)),
		...(await periksaJejak(app)),
		...(await periksaBerkas(app, catatan)),
		...(await verifyActivity(app.db.kysely)).masalah.map((m) => `rantai aktivitas: ${JSON.stringify(m)}`),
	];
}

async function periksaTulisan(app: App, { terkirim, diakui, tandaTerima }: Catatan): Promise<string[]> {
	const { rows } = await sql<{ token: string; banyak: number; sidik: string | null }>`
		select token, count(*)::int as banyak, min(sidik) as sidik from (
			select fakta as token, null as sidik from nilai where fakta like 't-%'
			union all select isi, null from utas where isi like 't-%'
			union all select r.judul, b.sha256 from bukti_revisi r left join berkas b on b.id = r.berkas_id where r.judul like 't-%'
		) x group by token`.execute(app.db.kysely);
	const ada = new Map(rows.map((r) => [r.token, r]));
	return [
		...[...diakui].filter((t) => !ada.has(t)).map((t) => `${t} (${terkirim.get(t)}) diakui, tetapi hilang`),
		...rows
			.filter((r) => r.banyak > 1)
			.map((r) => `${r.token} (${terkirim.get(r.token)}) tertulis ${r.banyak}×`),
		...rows.filter((r) => !terkirim.has(r.token)).map((r) => `${r.token} tidak pernah dikirim`),
		...[...tandaTerima]
			.filter(([t, s]) => ada.get(t)?.sidik !== s)
			.map(([t]) => `${t}: sidik bukan yang diakui`),
	];
}

async function periksaSkor(app: App): Promise<string[]> {
	const { kysely } = app.db;
	const semua = await kysely
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.select(['penilaian.id', 'instansi_id'])
		.where('putaran.nama', 'like', 'Medan %')
		.execute();
	const salah: string[] = [];
	for (const { id, instansi_id } of semua) {
		const p = await findPenilaian(kysely, instansi_id, id);
		if (!p) continue;
		const nilai = new Map(
			(await listNilaiTerbaru(kysely, instansi_id, id)).map((n) => [n.indikator, n.nilai] as const),
		);
		const { skor, terjawab } = skorPenilaian(p.rangka, p.tahun, nilai);
		const urut = (isi: unknown) =>
			JSON.stringify(isi, (_, v) =>
				v && typeof v === 'object' && !Array.isArray(v) ? Object.fromEntries(Object.entries(v).sort()) : v,
			);
		if (urut(skor) !== urut(p.skor) || terjawab !== p.terjawab)
			salah.push(`penilaian ${id}: skor tersimpan bukan hasil bukunya`);
	}
	return salah;
}

/** Each thing written has its act in the log, and each act its thing. */
async function periksaJejak(app: App): Promise<string[]> {
	const pasangan = [
		['nilai.isi', sql`(select count(*) from nilai where fakta like 't-%')`],
		['utas.komentar', sql`(select count(*) from utas where isi like 't-%')`],
		['bukti.tambah', sql`(select count(*) from bukti_revisi where judul like 't-%')`],
	] as const;
	const salah: string[] = [];
	for (const [tindakan, banyak] of pasangan) {
		const { rows } = await sql<{
			jejak: number;
			baris: number;
		}>`select count(*)::int as jejak, ${banyak}::int as baris
			from activity a join orang o on o.id = a.orang_id and o.nama like 'penulis %' where a.tindakan = ${tindakan}`.execute(
			app.db.kysely,
		);
		const { jejak = 0, baris = 0 } = rows[0] ?? {};
		if (jejak !== baris) salah.push(`${tindakan}: ${baris} baris, ${jejak} jejak`);
	}
	const { rows } = await sql<{ id: number }>`select b.id from bukti b
		where not exists (select from bukti_revisi r where r.bukti_id = b.id)`.execute(app.db.kysely);
	return [...salah, ...rows.map((r) => `bukti ${r.id} tanpa revisi`)];
}

/** Every row has its file, whole; a file without a row is one whose upload nobody was told had arrived. */
async function periksaBerkas(app: App, { tandaTerima }: Catatan): Promise<string[]> {
	const { berkas } = app.ctxOf({ jenis: 'operator' });
	const baris = await app.db.kysely.selectFrom('berkas').select(['sha256', 'ukuran']).execute();
	const salah: string[] = [];
	for (const { sha256, ukuran } of baris) {
		if ((await berkas.size(sha256)) !== Number(ukuran)) {
			salah.push(`berkas ${sha256} hilang atau terpotong`);
			continue;
		}
		const hash = createHash('sha256');
		for await (const bagian of berkas.read(sha256)) hash.update(bagian as Buffer);
		if (hash.digest('hex') !== sha256) salah.push(`isi berkas ${sha256} berubah`);
	}
	const dikenal = new Set(baris.map((b) => b.sha256));
	const diakui = new Set(tandaTerima.values());
	for await (const sha of berkas.list())
		if (!dikenal.has(sha) && diakui.has(sha)) salah.push(`berkas ${sha} diakui, tetapi tanpa baris`);
	return salah;
}
