import { sql } from 'kysely';
import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { startSesi } from '#features/akun/start-sesi.ts';
import { moveBukti } from '#features/bukti/move-bukti.ts';
import { saveBukti } from '#features/bukti/save-bukti.ts';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran, openPutaranNasional } from '#features/penilaian/open-putaran.ts';
import { isiSemua, titip } from '#features/penilaian/penilaian.testing.ts';
import { writeUtas } from '#features/penilaian/write-utas.ts';
import type { Ctx } from '#platform/ctx.ts';
import { susunAuditKelola } from './bahan-audit-kelola.ts';
import { susunBahanRuang } from './bahan-ruang.ts';
import type { Tempat } from './dunia.ts';
import { harus, penyiap, tahap } from './penyiap.ts';

/**
 * Assessments in the stages at which doors can be reached, with evidence, assignments and words, and what the rows of
 * the table name.
 */
export async function susunBahan(ctx: Ctx, t: Tempat): Promise<Record<string, string>> {
	const koordinator = await penyiap(ctx, 'siap.koordinator', 'koordinator', t.a.id);
	const nasional = await penyiap(ctx, 'siap.nasional', 'admin_nasional', null);
	const bahan: Record<string, string> = {
		slug: t.a.slug,
		slugB: t.b.slug,
		namaA: t.a.nama,
		unit: String(t.unit),
		saudara: String(t.saudara),
		unitB: String(t.unitB),
		// `izin.test.ts` puts in who really asks
		saya: 'bukan-siapa-pun',
	};
	const latihan = async (nama: string) => {
		const p = { nama, tahun: 2026, jenis: 'evaluasi' as const, instrumen: 'pemdi-2026' };
		return harus(await openPutaran(koordinator, { ...p, instansiId: t.a.id, tahap: [tahap('mandiri')] }))
			.value.penilaianId;
	};
	const isi = await latihan('Pengisian');
	const bagi = async (penilaianId: number, indikator: string, unitId: number) =>
		harus(
			await assignIndikator(koordinator, {
				instansiId: t.a.id,
				penilaianId,
				indikator: [indikator],
				unitId,
				tenggat: null,
			}),
		);
	await bagi(isi, 'I01', t.unit);
	await bagi(isi, 'I02', t.saudara);
	await bagi(isi, 'I05', t.unit);
	await susunBukti(koordinator, t.a.id, isi, bahan);

	const alur = await latihan('Alur');
	await isiSemua(koordinator, { instansiId: t.a.id, penilaianId: alur, instrumen: 'pemdi-2026', nilai: '3' });
	await bagi(alur, 'I01', t.unit);
	Object.assign(bahan, { isi: String(isi), alur: String(alur) });
	for (const [nama, ke, langkah] of [
		['balikPeriksa', 'mandiri', 'diperiksa'],
		['balikSetuju', 'mandiri', 'disetujui'],
		['latihanDokumen', 'dokumen', 'terkirim'],
		['latihanInterviu', 'interviu', 'terkirim'],
		['latihanTetap', 'penetapan', 'terkirim'],
	] as const)
		bahan[nama] = await pindah(ctx, await latihan(nama), alur, ke, langkah);

	for (const ke of ['dokumen', 'interviu', 'reviu', 'penetapan'] as const) {
		const id = await bukaNasional(nasional, t.a.nama, `Nasional ${ke}`);
		bahan[`nas_${ke}`] = await pindah(ctx, id, alur, ke, 'terkirim');
		bahan[`putaran_${ke}`] = await idPutaran(ctx, id);
	}
	await susunNilai(ctx, bahan);
	await susunUtas(koordinator, t.a.id, Number(bahan.nas_interviu), bahan);
	await susunUndangan(ctx, t, bahan);
	await susunBahanRuang(ctx, t, { koordinator, nasional }, bahan);
	const auditor = await penyiap(ctx, 'siap.auditor', 'auditor', t.a.id);
	await susunAuditKelola({ auditor, koordinator }, t, bahan);
	return bahan;
}

/** Evidence at every state that a door needs, on the indicator of the unit. */
async function susunBukti(ctx: Ctx, instansiId: number, penilaianId: number, bahan: Record<string, string>) {
	const dasar = { instansiId, penilaianId, indikator: 'I01', tingkat: 1, penunjuk: '', tanggal: null };
	const simpan = async (judul: string, ajukan: boolean, berkas?: Awaited<ReturnType<typeof titip>>) =>
		harus(
			await saveBukti(ctx, {
				...dasar,
				judul,
				berlakuSampai: null,
				tautan: '',
				catatan: berkas ? '' : 'isi',
				ajukan,
				berkas,
			}),
		).value.id;
	const berkas = await titip(ctx, 'isi berkas rahasia', 'perwali.txt');
	bahan.buktiSha = berkas.titipan.sha256;
	bahan.buktiBerkas = String(await simpan('Perwali', true, berkas));
	bahan.buktiDraf = String(await simpan('Draf', false));
	bahan.buktiTarik = String(await simpan('Ditarik', false));
	harus(await moveBukti(ctx, { instansiId, penilaianId, buktiId: Number(bahan.buktiTarik), ke: 'ditarik' }));
}

async function bukaNasional(ctx: Ctx, nama: string, judul: string): Promise<number> {
	harus(
		await openPutaranNasional(ctx, {
			nama: judul,
			tahun: 2026,
			jenis: 'evaluasi',
			instrumen: 'pemdi-2026',
			tahap: [tahap('mandiri'), tahap('sanggah')],
			pesertaJenis: [],
			pesertaNama: [nama, 'Kota Samarinda'],
		}),
	);
	const { id } = await ctx.db
		.selectFrom('penilaian')
		.innerJoin('putaran', 'putaran.id', 'penilaian.putaran_id')
		.innerJoin('instansi', 'instansi.id', 'penilaian.instansi_id')
		.select('penilaian.id')
		.where('putaran.nama', '=', judul)
		.where('instansi.nama', '=', nama)
		.executeTakeFirstOrThrow();
	return id;
}

async function idPutaran(ctx: Ctx, penilaianId: number): Promise<string> {
	const q = ctx.db.selectFrom('penilaian').select('putaran_id').where('id', '=', penilaianId);
	return String((await q.executeTakeFirstOrThrow()).putaran_id);
}

/** Puts an assessment at a stage, with the answers of another one; the steps in between have their own tests. */
async function pindah(
	ctx: Ctx,
	id: number,
	contoh: number,
	ke: string,
	langkah: 'diperiksa' | 'disetujui' | 'terkirim',
): Promise<string> {
	await sql`insert into nilai (instansi_id, penilaian_id, tahap, indikator, nilai, fakta, analisis, justifikasi, orang_id, waktu)
		select instansi_id, ${id}, tahap, indikator, nilai, fakta, analisis, justifikasi, orang_id, waktu
		from nilai where penilaian_id = ${contoh} order by id`.execute(ctx.db);
	const dari = ctx.db.selectFrom('penilaian').where('id', '=', contoh);
	await ctx.db
		.updateTable('penilaian')
		.set({
			tahap: ke,
			langkah,
			skor: dari.select('skor'),
			terjawab: dari.select('terjawab'),
		} as never)
		.where('id', '=', id)
		.execute();
	return String(id);
}

/** The ledger entries that forms name. */
async function susunNilai(ctx: Ctx, bahan: Record<string, string>): Promise<void> {
	for (const nama of ['latihanDokumen', 'nas_dokumen', 'nas_interviu', 'nas_reviu']) {
		const baris = await ctx.db
			.selectFrom('nilai')
			.select(['id', 'indikator'])
			.where('penilaian_id', '=', Number(bahan[nama]))
			.orderBy('id')
			.execute();
		bahan[`${nama}_I01`] = String(baris.find((b) => b.indikator === 'I01')?.id);
		bahan[`${nama}_butir`] = baris.map((b) => `${b.indikator}.${b.id}`).join(' ');
	}
}

async function susunUtas(
	ctx: Ctx,
	instansiId: number,
	penilaianId: number,
	bahan: Record<string, string>,
): Promise<void> {
	const dasar = { instansiId, penilaianId, indikator: 'I01', balasId: null, putusan: null };
	bahan.komentar = String(harus(await writeUtas(ctx, { ...dasar, jenis: 'komentar', isi: 'halo' })).value.id);
	bahan.sanggahan = String(
		harus(await writeUtas(ctx, { ...dasar, jenis: 'sanggahan', isi: 'kami keberatan' })).value.id,
	);
}

/** Somebody invited who never came, a role and an assignment to be taken away, and a session of somebody else. */
async function susunUndangan(ctx: Ctx, t: Tempat, bahan: Record<string, string>): Promise<void> {
	const dibuat = ctx.clock();
	const buat = async (nama: string, jenis: 'operator' | 'asesor_eksternal' = 'operator') => {
		const id = await insertOrang(ctx.db, { nama, surel: `${nama}@contoh.invalid`, dibuat });
		const peran = { orangId: id ?? 0, peran: jenis, instansiId: t.a.id, unitId: null };
		return { id: id ?? 0, peranId: await insertPeran(ctx.db, { ...peran, diberi: dibuat, oleh: null }) };
	};
	bahan.orangTertunda = String((await buat('belum.datang')).id);
	bahan.peranKorban = String((await buat('akan.dicabut')).peranId);
	const asesor = await buat('asesor.tertunda', 'asesor_eksternal');
	Object.assign(bahan, { asesorTertunda: String(asesor.id), peranAsesor: String(asesor.peranId) });
	const asal = { peramban: 'uji', alamat: '127.0.0.1' };
	const saksi = (await buat('saksi')).id;
	await ctx.db.transaction().execute((trx) => startSesi(trx, saksi, asal, dibuat));
	const sesi = ctx.db.selectFrom('sesi').select('id').where('orang_id', '=', saksi);
	bahan.sesiLain = String((await sesi.executeTakeFirstOrThrow()).id);
	const tugas = ctx.db.selectFrom('penugasan').select('id').where('penilaian_id', '=', Number(bahan.alur));
	bahan.tugasAlur = String((await tugas.executeTakeFirstOrThrow()).id);
}
