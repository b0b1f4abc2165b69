import { sql } from 'kysely';
import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { saveDokumen } from '#features/kebijakan/save-dokumen.ts';
import { saveReviu } from '#features/kebijakan/save-reviu.ts';
import { assignTugas } from '#features/kerjasama/assign-tugas.ts';
import { saveNotula } from '#features/kerjasama/save-notula.ts';
import { assignIndikator } from '#features/penilaian/assign-indikator.ts';
import { openPutaran } from '#features/penilaian/open-putaran.ts';
import { titip } from '#features/penilaian/penilaian.testing.ts';
import { readInterviu } from '#features/penilaian/read-interviu.ts';
import { recordPertemuan } from '#features/penilaian/sign-pertemuan.ts';
import { saveRencana } from '#features/rencana/susun/save-rencana.ts';
import { saveSasaran } from '#features/rencana/susun/save-sasaran.ts';
import type { Ctx } from '#platform/ctx.ts';
import { susunAkses } from './bahan-akses.ts';
import { susunAudit } from './bahan-audit.ts';
import { susunTindakan } from './bahan-tindakan.ts';
import type { Tempat } from './dunia.ts';
import { harus, penyiap, tahap } from './penyiap.ts';

type Bahan = Record<string, string>;

/** What the rooms around an assessment need: policies, minutes and tasks, meetings, work in the background. */
export async function susunBahanRuang(
	ctx: Ctx,
	t: Tempat,
	oleh: { koordinator: Ctx; nasional: Ctx },
	bahan: Bahan,
): Promise<void> {
	await susunLatihan(oleh.koordinator, t, bahan);
	await susunKebijakan(oleh.koordinator, t.a.id, bahan);
	await susunNotula(oleh.koordinator, t, bahan);
	await susunRencana(oleh.koordinator, t.a.id, bahan);
	await susunTindakan(oleh.koordinator, t, bahan);
	await susunAkses(oleh.koordinator, t, bahan);
	await susunAudit(oleh.koordinator, t, bahan);
	await susunPertemuan(ctx, t.a.id, bahan);
	await susunSerah(ctx, t.a.id, bahan);
	await susunPekerjaan(oleh.koordinator, t.a.id, 'pekerjaan', bahan);
	await susunPekerjaan(oleh.nasional, null, 'pekerjaanNasional', bahan);
}

/** A rehearsal under the instrument of the policy register, with work that is late; and one that goes on from another. */
async function susunLatihan(ctx: Ctx, t: Tempat, bahan: Bahan): Promise<void> {
	const buka = async (nama: string, instrumen: string, dariPenilaianId: number | null) => {
		const p = { nama, tahun: 2026, jenis: 'evaluasi' as const, instrumen, dariPenilaianId };
		return harus(await openPutaran(ctx, { ...p, instansiId: t.a.id, tahap: [tahap('mandiri')] })).value
			.penilaianId;
	};
	const bagi = async (penilaianId: number, indikator: string, unitId: number, tenggat: string | null) =>
		harus(
			await assignIndikator(ctx, {
				...{ instansiId: t.a.id, penilaianId, indikator: [indikator], unitId, tenggat },
			}),
		);
	const spbe = await buka('Register', 'spbe-2020', null);
	await bagi(spbe, 'I01', t.unit, '2020-01-31');
	await bagi(spbe, 'I02', t.saudara, null);
	const lanjut = await buka('Lanjutan', 'pemdi-2026', Number(bahan.alur));
	await bagi(lanjut, 'I01', t.unit, null);
	Object.assign(bahan, { spbe: String(spbe), lanjut: String(lanjut) });
}

async function susunKebijakan(ctx: Ctx, instansiId: number, bahan: Bahan): Promise<void> {
	const dasar = { instansiId, indikator: 'I01', tautan: '' };
	const berkas = await titip(ctx, 'isi perwali arsitektur', 'arsitektur.txt');
	bahan.kebijakanSha = berkas.titipan.sha256;
	const { id } = harus(
		await saveDokumen(ctx, {
			...{ ...dasar, berkas, jenis: 'perkada', nomor: '1', judul: 'Arsitektur', status: 'berlaku' },
			...{ tanggal: '2025-01-02', indukId: null, hubungan: null, reviuId: null },
		}),
	).value;
	const reviu = harus(
		await saveReviu(ctx, {
			...{ ...dasar, dokumenId: id, tanggal: '2026-01-02', temuan: 't', rekomendasi: 'r' },
			...{ penunjuk: '', berkas: undefined },
		}),
	);
	Object.assign(bahan, { kebijakan: String(id), kebijakanReviu: String(reviu.value.id) });
}

/** Two kept plans, one to be put to work and one to be set aside, and a target to be taken back. */
async function susunRencana(ctx: Ctx, instansiId: number, bahan: Bahan): Promise<void> {
	const simpan = async (nama: string) => {
		const kueri = { dari: String(bahan.spbe), anggap: '1', target: '1,05' };
		return String(harus(await saveRencana(ctx, { instansiId, kueri, nama, alasan: '' })).value.id);
	};
	bahan.rencana = await simpan('Dijalankan');
	bahan.rencanaArsip = await simpan('Diarsipkan');
	harus(await saveSasaran(ctx, { instansiId, tahun: '2031', simpul: 'indeks', nilai: '4', alasan: '' }));
}

/** Minutes with one decision, and a task of the unit that follows from it. */
async function susunNotula(ctx: Ctx, t: Tempat, bahan: Bahan): Promise<void> {
	const instansiId = t.a.id;
	const notula = harus(
		await saveNotula(ctx, {
			...{ instansiId, ubah: null, judul: 'Rapat', tanggal: '2026-01-05', tempat: 'Aula', agenda: '' },
			...{ hadirId: [], hadirNama: ['Sekretaris'], keputusan: ['Lengkapi bukti'] },
		}),
	).value.id;
	const keputusan = await ctx.db
		.selectFrom('keputusan')
		.select('id')
		.where('notula_id', '=', notula)
		.executeTakeFirstOrThrow();
	const tugas = harus(
		await assignTugas(ctx, {
			...{ instansiId, keputusanId: keputusan.id, untuk: { unitId: t.unit } },
			...{ tenggat: '2026-12-31', isi: '' },
		}),
	).value.id;
	Object.assign(bahan, {
		notula: String(notula),
		keputusan: String(keputusan.id),
		tugasRapat: String(tugas),
	});
}

/** Minutes of an interview that wait for both signatures. */
async function susunPertemuan(ctx: Ctx, instansiId: number, bahan: Bahan): Promise<void> {
	const asesor = await penyiap(ctx, 'siap.asesor', 'asesor_eksternal', instansiId);
	const penilaianId = Number(bahan.nas_reviu);
	harus(
		await recordPertemuan(asesor, {
			...{ instansiId, penilaianId, jenis: 'interviu', tanggal: '2026-01-06', tempat: 'Daring' },
			...{ hadir: 'Asesor', ringkasan: '' },
		}),
	);
	const { value } = harus(await readInterviu(asesor, { instansiId, id: penilaianId }));
	bahan.pertemuanSidik = value.pertemuan.find((p) => p.jenis === 'interviu')?.sidik ?? '';
}

/** People whose work is handed over or who are removed. */
async function susunSerah(ctx: Ctx, instansiId: number, bahan: Bahan): Promise<void> {
	const dibuat = ctx.clock();
	const buat = async (nama: string, peran: 'operator' | 'asesor_eksternal' = 'operator') => {
		const id = (await insertOrang(ctx.db, { nama, surel: `${nama}@contoh.invalid`, dibuat })) ?? 0;
		await insertPeran(ctx.db, { orangId: id, peran, instansiId, unitId: null, diberi: dibuat, oleh: null });
		return String(id);
	};
	Object.assign(bahan, {
		serahDari: await buat('pindah.tugas'),
		serahKepada: await buat('pengganti'),
		asesorDari: await buat('asesor.pindah', 'asesor_eksternal'),
		asesorKepada: await buat('asesor.pengganti', 'asesor_eksternal'),
		orangHapus: await buat('akan.dihapus'),
	});
}

async function susunPekerjaan(
	oleh: Ctx,
	instansiId: number | null,
	nama: string,
	bahan: Bahan,
): Promise<void> {
	const id = oleh.who.jenis === 'orang' ? oleh.who.id : 0;
	const { rows } = await sql<{
		id: number;
	}>`insert into pekerjaan (jenis, instansi_id, keadaan, isi, dibuat, oleh)
		values ('buka_putaran', ${instansiId}, 'selesai', '{}', now(), ${id}) returning id`.execute(oleh.db);
	bahan[nama] = String(rows[0]?.id);
	if (instansiId === null) return;
	const laporan = await sql<{
		id: number;
	}>`insert into laporan (pekerjaan_id, orang_id, instansi_id, nama, tipe, dibuat, siap, hapus)
		values (${rows[0]?.id}, ${id}, ${instansiId}, 'kertas-kerja.pdf', 'application/pdf', now(), now(), '2099-01-01') returning id`.execute(
		oleh.db,
	);
	bahan.laporan = String(laporan.rows[0]?.id);
}
