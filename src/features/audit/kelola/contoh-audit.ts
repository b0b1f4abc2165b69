import { mapPasal } from '#features/kebijakan/map-pasal.ts';
import { saveDokumen } from '#features/kebijakan/save-dokumen.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import { asPeran, mustOk, type Susunan } from '#features/penilaian/as-contoh.ts';
import type { Ctx } from '#platform/ctx.ts';
import { advanceAudit, issueSurat } from './kerja/advance-audit.ts';
import { answerPermintaan, askBukti, closePermintaan } from './kerja/ask-bukti.ts';
import { concludeAudit, reviewAudit } from './kerja/conclude-audit.ts';
import { KEBIJAKAN_AUDIT } from './kerja/hitung-tingkat.ts';
import { pickKriteria } from './kerja/pick-kriteria.ts';
import { planAudit } from './kerja/plan-audit.ts';
import { readAudit } from './kerja/read-audit.ts';
import { addLingkup } from './kerja/save-lingkup.ts';
import { addTim } from './kerja/save-tim.ts';
import { writeKertas } from './kerja/write-kertas.ts';
import { addProgram, enterPeta } from './program/save-program.ts';
import { answerTemuan, reportTemuan, verifyTemuan } from './temuan/answer-temuan.ts';
import { addTemuan } from './temuan/save-temuan.ts';

const HARI = 86_400_000;
const hari = (s: Susunan, n: number) => hariIni(new Date(s.ctx.clock().getTime() + n * HARI));
const unit = (s: Susunan, nama: string) => s.unit.get(nama)?.id ?? 0;

/** A programme for five years and one finished internal security audit with three findings, one closed and one late. */
export async function fillAuditTikContoh(s: Susunan): Promise<void> {
	const [auditor, koordinator] = [await asPeran(s, 'auditor'), await asPeran(s, 'koordinator')];
	await isiPedoman(s, koordinator);
	const programId = await isiProgram(s, auditor, koordinator);
	const auditId = await isiRencana(s, auditor, programId);
	const tempat = { instansiId: s.instansiId, auditId };
	await isiPermintaan(s, tempat, auditor, koordinator);
	for (const t of s.contoh.auditTik.temuan) await isiTemuan(s, tempat, t, auditor, koordinator);
	await isiHasil(s, tempat, auditor);
}

async function isiPedoman(s: Susunan, koordinator: Ctx): Promise<void> {
	const { nomor, judul, tanggal, pasal } = s.contoh.auditTik.pedoman;
	const kunci = { instansiId: s.instansiId, indikator: KEBIJAKAN_AUDIT };
	const dokumen = await saveDokumen(koordinator, {
		...{
			...kunci,
			jenis: 'keputusan',
			nomor,
			judul,
			status: 'berlaku',
			tanggal,
			tautan: '',
			berkas: undefined,
		},
		...{ indukId: null, hubungan: null, reviuId: null },
	});
	const dokumenId = mustOk(dokumen, judul).value.id;
	mustOk(
		await mapPasal(koordinator, { ...kunci, dokumenId, penunjuk: new Map(Object.entries(pasal)) }),
		judul,
	);
}

async function isiProgram(s: Susunan, auditor: Ctx, koordinator: Ctx): Promise<number> {
	const { instansiId } = s;
	const tahunIni = Number(hari(s, 0).slice(0, 4));
	const id: number[] = [];
	for (const p of s.contoh.auditTik.program)
		id.push(
			mustOk(await addProgram(auditor, { ...p, instansiId, tahun: tahunIni + p.tahun }), p.objek).value.id,
		);
	mustOk(await enterPeta(koordinator, { instansiId }), 'peta audit');
	return id[0] ?? 0;
}

async function isiRencana(s: Susunan, auditor: Ctx, programId: number): Promise<number> {
	const { judul, tujuan, lingkup, tim, suratTugas, pemberi, kriteria, mulai, selesai } = s.contoh.auditTik;
	const { instansiId } = s;
	const rencana = await planAudit(auditor, {
		...{
			instansiId,
			programId,
			jenis: 'keamanan',
			pelaksana: 'internal',
			lembaga: null,
			namaLembaga: '',
			judul,
			tujuan,
		},
		...{ mulai: hari(s, mulai), selesai: hari(s, selesai) },
	});
	const auditId = mustOk(rencana, judul).value.id;
	const tempat = { instansiId, auditId };
	for (const l of lingkup)
		mustOk(
			await addLingkup(auditor, { ...tempat, nama: l.nama, unitId: unit(s, l.unit), sistemId: null }),
			l.nama,
		);
	for (const t of tim) {
		const peran = t.ketua ? ('ketua' as const) : ('anggota' as const);
		const unitId = unit(s, 'Inspektorat Daerah');
		mustOk(
			await addTim(auditor, { ...tempat, orangId: null, nama: t.nama, peran, unitId, sertifikat: '' }),
			t.nama,
		);
	}
	mustOk(
		await issueSurat(auditor, { ...tempat, nomor: suratTugas, tanggal: hari(s, mulai - 3), pemberi }),
		'surat',
	);
	const kode = kriteria.map((k) => k.kode);
	mustOk(await pickKriteria(auditor, { ...tempat, kode, daftarId: null }), 'kriteria');
	mustOk(await advanceAudit(auditor, { ...tempat, dilaporkan: null }), 'pelaksanaan');
	return auditId;
}

type Tempat = { instansiId: number; auditId: number };

async function isiPermintaan(s: Susunan, tempat: Tempat, auditor: Ctx, koordinator: Ctx): Promise<void> {
	const { unit: nama, isi, jawaban } = s.contoh.auditTik.permintaan;
	const minta = { ...tempat, unitId: unit(s, nama), kriteriaId: null, isi, tenggat: hari(s, 7) };
	const { id } = mustOk(await askBukti(auditor, minta), isi).value;
	mustOk(
		await answerPermintaan(koordinator, { ...tempat, id, jawaban, tautan: '', berkas: undefined }),
		jawaban,
	);
	mustOk(await closePermintaan(auditor, { ...tempat, id, tutup: true }), isi);
}

async function isiTemuan(
	s: Susunan,
	tempat: Tempat,
	t: Susunan['contoh']['auditTik']['temuan'][number],
	auditor: Ctx,
	koordinator: Ctx,
): Promise<void> {
	const { judul, kondisi, kriteria, sebab, akibat, rekomendasi, risiko } = t;
	const temuan = await addTemuan(auditor, {
		...{ ...tempat, judul, kondisi, kriteria, sebab, akibat, rekomendasi, risiko },
		...{ kriteriaId: null, unitId: unit(s, t.unit), orangId: null, tenggat: hari(s, t.tenggat) },
	});
	const letak = { ...tempat, id: mustOk(temuan, judul).value.id };
	const jawab = { ...letak, sikap: 'setuju' as const, tanggapan: t.tanggapan, rencanaAksi: t.aksi };
	mustOk(await answerTemuan(koordinator, jawab), judul);
	if (t.bukti === undefined) return;
	const tautan = 'https://contoh.invalid/bukti';
	mustOk(await reportTemuan(koordinator, { ...letak, bukti: t.bukti, tautan, berkas: undefined }), judul);
	mustOk(
		await verifyTemuan(auditor, { ...letak, terima: true, catatan: 'Diperiksa ulang (contoh).' }),
		judul,
	);
}

async function isiHasil(s: Susunan, tempat: Tempat, auditor: Ctx): Promise<void> {
	const { kriteria, opini, alasan, kesimpulan, reviu, dilaporkan } = s.contoh.auditTik;
	const ada = mustOk(await readAudit(auditor, tempat), 'audit').value.kriteria;
	for (const k of ada) {
		const isi = kriteria.find((x) => x.kode === k.kode);
		if (!isi) throw new Error(`contoh: kriteria ${k.kode}`);
		const { edk, eik, efk, diperiksa, sampel } = isi;
		const kertas = {
			...tempat,
			id: k.id,
			versi: 0,
			edk,
			eik,
			efk,
			diperiksa,
			sampel,
			catatan: '',
			tautan: '',
		};
		mustOk(await writeKertas(auditor, kertas), k.kode);
	}
	mustOk(await advanceAudit(auditor, { ...tempat, dilaporkan: null }), 'pelaporan');
	const pokok = ['tata_kelola', 'fungsionalitas', 'kinerja', 'lainnya'] as const;
	mustOk(await concludeAudit(auditor, { ...tempat, pokok, opini, alasan, kesimpulan }), 'opini');
	mustOk(await reviewAudit(auditor, { ...tempat, catatan: reviu }), 'reviu');
	mustOk(await advanceAudit(auditor, { ...tempat, dilaporkan: hari(s, dilaporkan) }), 'laporan');
}
