import { describe, expect, it } from 'vitest';
import type { Ctx } from '#platform/ctx.ts';
import { describeDatabase } from '#platform/database/testing.ts';
import { kalimatTingkat } from './aturan/kalimat-tingkat.ts';
import {
	beriPeran,
	catatTemuan,
	harus,
	mulaiAudit,
	orangId,
	type PanggungAudit,
	panggungAudit,
	siapkanPedoman,
	siapkanProgram,
	temuanUji,
	ujiDanSimpulkan,
} from './audit.testing.ts';
import { advanceAudit, cancelAudit, issueSurat } from './kerja/advance-audit.ts';
import { answerPermintaan, askBukti, closePermintaan } from './kerja/ask-bukti.ts';
import { concludeAudit, reviewAudit } from './kerja/conclude-audit.ts';
import { importKriteria } from './kerja/import-kriteria.ts';
import { listAudit } from './kerja/list-audit.ts';
import { dropKriteria, pickKriteria } from './kerja/pick-kriteria.ts';
import { changeAudit, planAudit } from './kerja/plan-audit.ts';
import { readAudit } from './kerja/read-audit.ts';
import { addLingkup } from './kerja/save-lingkup.ts';
import { addTim } from './kerja/save-tim.ts';
import { writeKertas } from './kerja/write-kertas.ts';
import { addProgram, enterPeta, removeProgram, suggestProgram } from './program/save-program.ts';
import {
	acceptRisiko,
	answerTemuan,
	reopenTemuan,
	reportTemuan,
	verifyTemuan,
} from './temuan/answer-temuan.ts';
import { addTemuan, changeTemuan, takeTemuan } from './temuan/save-temuan.ts';
import { desakan } from './temuan/temuan.rules.ts';

const ruang = async (ctx: Ctx, p: PanggungAudit) => harus(await listAudit(ctx, p.instansiId)).value;
const tingkat = async (p: PanggungAudit, indikator = 'I31') => {
	const ada = (await ruang(p.auditor, p)).semua?.tingkat.find((t) => t.indikator === indikator);
	if (!ada) throw new Error(indikator);
	return kalimatTingkat(ada.dukungan, 'id');
};
const tindakan = async (p: PanggungAudit) =>
	(
		await p.auditor.db
			.selectFrom('activity')
			.select('tindakan')
			.where('rantai', '=', p.instansiId)
			.where('tindakan', 'like', 'audit.%')
			.orderBy('nomor')
			.execute()
	).map((a) => a.tindakan);
const tutup = async (p: PanggungAudit, auditId: number, id: number) => {
	const t = { instansiId: p.instansiId, auditId, id };
	const jawab = { ...t, sikap: 'setuju' as const, tanggapan: 'Benar', rencanaAksi: 'Dinonaktifkan' };
	harus(await answerTemuan(p.operator, jawab));
	harus(
		await reportTemuan(p.operator, {
			...t,
			bukti: 'Akun dinonaktifkan',
			tautan: 'https://contoh.go.id/ba',
			berkas: undefined,
		}),
	);
	harus(await verifyTemuan(p.auditor, { ...t, terima: true, catatan: 'Diperiksa ulang' }));
};

describeDatabase('audit TIK', (get) => {
	it('dari program sampai temuan tertutup, I31 mendukung tingkat 3 dan menyebut yang kurang', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId } = p;
		expect(await tingkat(p)).toBe(
			'mendukung tingkat 1; untuk tingkat 2 kurang: program audit beberapa tahun yang masih berjalan, audit yang dilaporkan dalam dua tahun terakhir',
		);
		const programId = await siapkanProgram(p);
		await siapkanPedoman(p);
		const auditId = await mulaiAudit(p, programId);
		const temuan = await catatTemuan(p, auditId);
		await ujiDanSimpulkan(p, auditId);
		const laporan = { instansiId, auditId, dilaporkan: '2026-11-01' };
		expect(await advanceAudit(p.auditor, laporan)).toEqual({
			ok: false,
			reason: 'belum_siap',
			belum: ['temuan_belum_ditanggapi'],
		});
		harus(
			await answerTemuan(p.operator, {
				instansiId,
				auditId,
				id: temuan,
				sikap: 'setuju',
				tanggapan: 'Ya',
				rencanaAksi: 'Nonaktifkan',
			}),
		);
		harus(await advanceAudit(p.auditor, laporan));
		expect(await tingkat(p)).toBe(
			'mendukung tingkat 3; untuk tingkat 4 kurang: auditor eksternal bersertifikat',
		);
		expect(await tingkat(p, 'I29')).toContain('mendukung tingkat 1');
		expect(await advanceAudit(p.auditor, { ...laporan, dilaporkan: null })).toMatchObject({
			belum: ['temuan_terbuka'],
		});
		await tutup(p, auditId, temuan);
		expect(await advanceAudit(p.auditor, { ...laporan, dilaporkan: null })).toEqual({
			ok: true,
			value: { keadaan: 'selesai' },
		});
		expect((await ruang(p.koordinator, p)).semua?.audit[0]).toMatchObject({
			keadaan: 'selesai',
			temuan: 1,
			temuanTerbuka: 0,
			opini: 'M',
		});
		expect(await tindakan(p)).toEqual([
			...[
				'audit.program',
				'audit.program',
				'audit.program_peta',
				'audit.rencana',
				'audit.lingkup',
				'audit.tim',
			],
			...[
				'audit.surat_tugas',
				'audit.kriteria',
				'audit.maju',
				'audit.temuan',
				'audit.kertas',
				'audit.kertas',
			],
			...['audit.maju', 'audit.opini', 'audit.reviu', 'audit.temuan_tanggapi', 'audit.maju'],
			...['audit.temuan_tanggapi', 'audit.temuan_lapor', 'audit.temuan_terima_bukti', 'audit.maju'],
		]);
	});

	it('program: usulan tidak menggandakan, masuk Peta Rencana sekali, yang terpakai tidak dihapus', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId } = p;
		expect(harus(await suggestProgram(p.auditor, { instansiId, seringkali: [] })).value.baru).toBe(15);
		expect(harus(await suggestProgram(p.auditor, { instansiId, seringkali: [] })).value.baru).toBe(0);
		expect(await enterPeta(p.auditor, { instansiId })).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(harus(await enterPeta(p.koordinator, { instansiId })).value.baru).toBe(15);
		expect(harus(await enterPeta(p.koordinator, { instansiId })).value.baru).toBe(0);
		const peta = await p.auditor.db
			.selectFrom('peta_rencana')
			.select(['muatan', 'indikator'])
			.where('instansi_id', '=', instansiId)
			.execute();
		expect(peta).toHaveLength(15);
		expect(new Set(peta.map((b) => b.muatan))).toEqual(new Set(['audit_tik']));
		const isi = { instansiId, tahun: 2026, jenis: 'keamanan' as const, pelaksana: 'internal' as const };
		expect(await addProgram(p.auditor, { ...isi, objek: 'x' })).toEqual({
			ok: false,
			reason: 'program_sudah_ada',
		});
		expect(await addProgram(p.auditor, { ...isi, tahun: 1990, objek: 'x' })).toEqual({
			ok: false,
			reason: 'isian_program_salah',
		});
		const program = (await ruang(p.auditor, p)).semua?.program.find((b) => b.jenis === 'keamanan');
		await mulaiAudit(p, program?.id ?? 0);
		expect(await removeProgram(p.auditor, { instansiId, id: program?.id ?? 0 })).toEqual({
			ok: false,
			reason: 'program_terpakai',
		});
		expect(await removeProgram(p.auditor, { instansiId, id: 999_999 })).toEqual({
			ok: false,
			reason: 'program_tidak_ada',
		});
		const lain = (await ruang(p.auditor, p)).semua?.program.find((b) => b.auditId === null);
		expect(await removeProgram(p.auditor, { instansiId, id: lain?.id ?? 0 })).toEqual({ ok: true });
	});

	it('baris Peta Rencana yang dihapus membuat program tidak lagi masuk peta', async () => {
		const p = await panggungAudit(get().ctx);
		await siapkanProgram(p);
		await p.auditor.db.deleteFrom('peta_rencana').where('instansi_id', '=', p.instansiId).execute();
		expect((await ruang(p.auditor, p)).semua?.program.map((b) => b.petaId)).toEqual([null, null]);
	});

	it('audit tidak mulai sebelum lingkup, tim independen, surat tugas, dan kriteria ada', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor } = p;
		const isi = {
			instansiId,
			programId: null,
			jenis: 'aplikasi' as const,
			pelaksana: 'internal' as const,
			lembaga: null,
			namaLembaga: '',
			tujuan: '',
			mulai: '2026-02-01',
			selesai: '2026-03-01',
		};
		expect(await planAudit(auditor, { ...isi, judul: ' ' })).toEqual({
			ok: false,
			reason: 'isian_audit_salah',
		});
		expect(await planAudit(auditor, { ...isi, judul: 'A', pelaksana: 'eksternal' })).toEqual({
			ok: false,
			reason: 'isian_audit_salah',
		});
		expect(await planAudit(auditor, { ...isi, judul: 'A', selesai: '2026-01-01' })).toEqual({
			ok: false,
			reason: 'tanggal_audit_salah',
		});
		expect(await planAudit(p.koordinator, { ...isi, judul: 'A' })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		const auditId = harus(await planAudit(auditor, { ...isi, judul: 'A' })).value.id;
		const t = { instansiId, auditId };
		expect(await advanceAudit(auditor, { ...t, dilaporkan: null })).toMatchObject({
			belum: ['lingkup_kosong', 'tim_tanpa_ketua', 'surat_tugas_kosong', 'kriteria_kosong'],
		});
		expect(await issueSurat(auditor, { ...t, nomor: 'ST', tanggal: '2027-01-01', pemberi: '' })).toEqual({
			ok: false,
			reason: 'surat_tugas_salah',
		});
		const lihat = harus(await readAudit(auditor, t)).value.audit;
		expect(await changeAudit(auditor, { ...isi, ...t, judul: 'B', diubah: 1 })).toEqual({
			ok: false,
			reason: 'bentrok_audit',
		});
		harus(await changeAudit(auditor, { ...isi, ...t, judul: 'B', diubah: lihat.diubah }));
		expect(await cancelAudit(auditor, { ...t, alasan: '' })).toEqual({
			ok: false,
			reason: 'alasan_batal_kosong',
		});
		harus(await cancelAudit(auditor, { ...t, alasan: 'Diganti' }));
		expect(await addLingkup(auditor, { ...t, nama: 'x', unitId: null, sistemId: null })).toEqual({
			ok: false,
			reason: 'audit_terkunci',
		});
	});

	it('orang dari unit yang diaudit tidak masuk tim, dan anggota tim tidak menjadi penanggung jawab temuan', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor } = p;
		const auditId = await mulaiAudit(p);
		const tim = { instansiId, auditId, nama: '', peran: 'anggota' as const, sertifikat: '' };
		await beriPeran(p.operator, instansiId, 'operator', p.dinas.id);
		await beriPeran(p.koordinator, instansiId, 'koordinator');
		expect(await addTim(auditor, { ...tim, orangId: orangId(p.operator), unitId: null })).toEqual({
			ok: false,
			reason: 'tidak_independen',
			gangguan: ['unit_diaudit'],
		});
		expect(await addTim(auditor, { ...tim, orangId: null, nama: 'Tamu', unitId: p.dinas.id })).toMatchObject({
			reason: 'tidak_independen',
		});
		expect(await addTim(auditor, { ...tim, orangId: 987_654, unitId: null })).toEqual({
			ok: false,
			reason: 'orang_tidak_ada',
		});
		harus(await addTim(auditor, { ...tim, orangId: orangId(p.koordinator), unitId: p.seberang.id }));
		expect(await addTim(auditor, { ...tim, orangId: orangId(p.koordinator), unitId: null })).toEqual({
			ok: false,
			reason: 'tim_sudah_ada',
		});
		expect(await addTemuan(auditor, temuanUji(p, auditId, { orangId: orangId(p.koordinator) }))).toEqual({
			ok: false,
			reason: 'orang_auditor',
		});
		harus(
			await addLingkup(auditor, {
				instansiId,
				auditId,
				nama: 'Sistem B',
				unitId: p.seberang.id,
				sistemId: null,
			}),
		);
		expect(
			harus(await readAudit(auditor, { instansiId, auditId })).value.gangguan.map((g) => g.gangguan),
		).toEqual([[], ['unit_diaudit']]);
	});

	it('kertas kerja: rancangan tidak memadai tidak dicari pelaksanaannya, dan yang menimpa orang lain ditolak', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor } = p;
		const auditId = await mulaiAudit(p);
		const [k, lain] = harus(await readAudit(auditor, { instansiId, auditId })).value.kriteria;
		const isi = {
			instansiId,
			auditId,
			id: k?.id ?? 0,
			versi: 0,
			edk: 'TM' as const,
			eik: null,
			efk: 'BE' as const,
			diperiksa: 'Berkas',
			sampel: '',
			catatan: '',
			tautan: '',
		};
		expect(await writeKertas(auditor, { ...isi, eik: 'S' })).toEqual({
			ok: false,
			reason: 'eik_tanpa_desain',
		});
		expect(await writeKertas(auditor, { ...isi, diperiksa: ' ' })).toEqual({
			ok: false,
			reason: 'diperiksa_kosong',
		});
		expect(await writeKertas(auditor, { ...isi, tautan: 'javascript:alert(1)' })).toEqual({
			ok: false,
			reason: 'tautan_tidak_sah',
		});
		expect(await writeKertas(p.koordinator, isi)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(await writeKertas(auditor, isi)).toEqual({ ok: true });
		expect(await writeKertas(auditor, isi)).toEqual({ ok: false, reason: 'bentrok_kertas' });
		const tempat = { instansiId, auditId };
		expect(await dropKriteria(auditor, { ...tempat, id: isi.id })).toEqual({
			ok: false,
			reason: 'kriteria_sudah_diuji',
		});
		harus(await dropKriteria(auditor, { ...tempat, id: lain?.id ?? 0 }));
		expect(harus(await readAudit(auditor, tempat)).value).toMatchObject({
			opini: 'PP',
			area: [{ jumlah: 1, opini: 'TM' }],
		});
		harus(await advanceAudit(auditor, { ...tempat, dilaporkan: null }));
		const simpul = { ...tempat, pokok: ['kinerja'] as const, kesimpulan: 'x' };
		expect(await concludeAudit(auditor, { ...simpul, opini: 'M', alasan: '' })).toEqual({
			ok: false,
			reason: 'opini_tanpa_alasan',
		});
		harus(await concludeAudit(auditor, { ...simpul, opini: 'PP', alasan: 'Pertimbangan auditor' }));
		expect(await reviewAudit(auditor, { ...tempat, catatan: '' })).toEqual({
			ok: false,
			reason: 'reviu_kosong',
		});
	});

	it('yang mengerjakan audit tidak mereviu mutunya, dan kesimpulan yang diubah menggugurkan reviu', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor } = p;
		const auditId = await mulaiAudit(p);
		const t = { instansiId, auditId };
		await beriPeran(auditor, instansiId, 'auditor');
		harus(
			await addTim(auditor, {
				...t,
				orangId: orangId(auditor),
				nama: '',
				peran: 'anggota',
				unitId: null,
				sertifikat: '',
			}),
		);
		await ujiDanSimpulkan(p, auditId);
		expect(await reviewAudit(auditor, { ...t, catatan: 'Baik' })).toEqual({
			ok: false,
			reason: 'reviu_oleh_tim',
		});
		harus(
			await concludeAudit(auditor, { ...t, pokok: ['kinerja'], opini: 'M', alasan: '', kesimpulan: 'Lain' }),
		);
		expect(await advanceAudit(auditor, { ...t, dilaporkan: '2026-11-01' })).toMatchObject({
			belum: ['reviu_mutu_kosong'],
		});
		harus(await reviewAudit(p.pengendali, { ...t, catatan: 'Baik' }));
		expect(await advanceAudit(auditor, { ...t, dilaporkan: '2999-01-01' })).toEqual({
			ok: false,
			reason: 'tanggal_laporan_salah',
		});
	});

	it('daftar kriteria sendiri dimuat dari CSV dan dipakai; baris yang salah disebut', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor } = p;
		const auditId = await mulaiAudit(p);
		const muat = (isi: string) =>
			importKriteria(auditor, { instansiId, nama: 'Infrastruktur', isi: new TextEncoder().encode(isi) });
		expect(await muat('id;teks\nA1;\n;tanpa id\nA2;b\nA2;c\n')).toMatchObject({
			reason: 'berkas_ditolak',
			masalah: [
				{ baris: 2, kolom: 'teks' },
				{ baris: 3, kolom: 'kode' },
				{ baris: 5, kolom: 'kode' },
			],
		});
		expect(await muat('kode saja\nA\n')).toMatchObject({ reason: 'berkas_ditolak' });
		const daftar = harus(
			await muat('\ufeffid;teks;sumber;area\nA1;Ruang server terkunci;SNI;Fisik\nA2;Pendingin dua jalur;;\n'),
		).value;
		expect(daftar.jumlah).toBe(2);
		const pilih = { instansiId, auditId, kode: [], daftarId: daftar.id };
		expect(await pickKriteria(auditor, pilih)).toEqual({ ok: true, value: { baru: 2 } });
		expect(await pickKriteria(auditor, pilih)).toEqual({ ok: true, value: { baru: 0 } });
		const { kriteria } = harus(await readAudit(auditor, { instansiId, auditId })).value;
		expect(kriteria.map((k) => [k.kode, k.area]).slice(2)).toEqual([
			['A1', 'Fisik'],
			['A2', 'Infrastruktur'],
		]);
		expect(await pickKriteria(auditor, { ...pilih, daftarId: null, kode: ['tidak ada'] })).toEqual({
			ok: false,
			reason: 'kriteria_tidak_dipilih',
		});
	});

	it('permintaan bukti sampai ke orang unitnya saja, dijawab, lalu ditutup auditor', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor, operator } = p;
		const auditId = await mulaiAudit(p);
		const t = { instansiId, auditId };
		await beriPeran(operator, instansiId, 'operator', p.dinas.id);
		const lain = await p.kota.sebagai('lain', {
			peran: 'operator',
			unitId: p.seberang.id,
			jalur: p.seberang.jalur,
		});
		const minta = { ...t, unitId: p.dinas.id, kriteriaId: null, isi: 'Daftar akun', tenggat: '2099-01-01' };
		expect(await askBukti(auditor, { ...minta, tenggat: '2020-01-01' })).toEqual({
			ok: false,
			reason: 'permintaan_salah',
		});
		const { id } = harus(await askBukti(auditor, minta)).value;
		expect(
			await operator.db
				.selectFrom('pemberitahuan')
				.select('tujuan')
				.where('orang_id', '=', orangId(operator))
				.execute(),
		).toHaveLength(1);
		expect((await ruang(operator, p)).permintaan.map((x) => x.id)).toEqual([id]);
		expect((await ruang(operator, p)).semua).toBeNull();
		expect((await ruang(lain, p)).permintaan).toEqual([]);
		expect(await readAudit(lain, t)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		const jawab = { ...t, id, jawaban: 'Terlampir', tautan: '', berkas: undefined };
		expect(await answerPermintaan(lain, jawab)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		expect(await answerPermintaan(operator, { ...jawab, jawaban: ' ' })).toEqual({
			ok: false,
			reason: 'jawaban_kosong',
		});
		harus(await answerPermintaan(operator, jawab));
		expect(await closePermintaan(operator, { ...t, id, tutup: true })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		harus(await closePermintaan(auditor, { ...t, id, tutup: true }));
		expect(await answerPermintaan(operator, jawab)).toEqual({ ok: false, reason: 'permintaan_ditutup' });
	});

	it('temuan: urutan langkah dijaga, tidak diverifikasi sendiri, risiko diterima dengan batas', async () => {
		const p = await panggungAudit(get().ctx);
		const { instansiId, auditor, operator, koordinator } = p;
		const auditId = await mulaiAudit(p);
		const id = await catatTemuan(p, auditId);
		const t = { instansiId, auditId, id };
		const lapor = { ...t, bukti: 'Selesai', tautan: 'https://contoh.go.id', berkas: undefined };
		const jawab = { ...t, sikap: 'setuju' as const, tanggapan: 'Ya', rencanaAksi: 'Matikan' };
		expect(await reportTemuan(operator, lapor)).toEqual({ ok: false, reason: 'langkah_temuan_salah' });
		expect(await answerTemuan(operator, { ...jawab, rencanaAksi: '' })).toEqual({
			ok: false,
			reason: 'tanggapan_kosong',
		});
		expect(await answerTemuan(auditor, jawab)).toEqual({ ok: false, reason: 'tidak_berwenang' });
		harus(await answerTemuan(operator, jawab));
		expect(await reportTemuan(operator, { ...lapor, tautan: '' })).toEqual({
			ok: false,
			reason: 'bukti_temuan_kosong',
		});
		harus(await reportTemuan(operator, lapor));
		expect(await verifyTemuan(auditor, { ...t, terima: true, catatan: '' })).toEqual({
			ok: false,
			reason: 'catatan_verifikasi_kosong',
		});
		const rangkap = await p.kota.sebagai('operator', { peran: 'auditor' });
		expect(await verifyTemuan(rangkap, { ...t, terima: true, catatan: 'ok' })).toEqual({
			ok: false,
			reason: 'verifikasi_sendiri',
		});
		harus(await verifyTemuan(auditor, { ...t, terima: false, catatan: 'Masih ada satu akun' }));
		expect(await acceptRisiko(operator, { ...t, alasan: 'x', sampai: '2099-01-01' })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		expect(await acceptRisiko(koordinator, { ...t, alasan: 'x', sampai: '2020-01-01' })).toEqual({
			ok: false,
			reason: 'terima_risiko_salah',
		});
		await beriPeran(koordinator, instansiId, 'koordinator');
		harus(await acceptRisiko(koordinator, { ...t, alasan: 'Diganti sistem baru', sampai: '2099-01-01' }));
		expect(harus(await readAudit(auditor, { instansiId, auditId })).value.temuan[0]).toMatchObject({
			keadaan: 'risiko_diterima',
			sampai: '2099-01-01',
			terimaOleh: 'koordinator',
		});
		harus(await reopenTemuan(auditor, { ...t, catatan: 'Sistem baru batal' }));
		const [ada] = harus(await readAudit(auditor, { instansiId, auditId })).value.temuan;
		expect(ada?.langkah.map((l) => l.keadaan)).toEqual([
			'terbuka',
			'ditindaklanjuti',
			'menunggu_verifikasi',
			'ditindaklanjuti',
			'risiko_diterima',
			'ditindaklanjuti',
		]);
	});

	it('temuan dari pemeriksaan teknis diambil sekali, dan isinya diubah selama belum dilaporkan', async () => {
		const p = await panggungAudit(get().ctx);
		const auditId = await mulaiAudit(p);
		const ambil = { ...temuanUji(p, auditId), asal: { jenis: 'periksa' as const, id: 'hasil-7/TLS-01' } };
		const { id, nomor } = harus(await takeTemuan(p.auditor, ambil)).value;
		expect(nomor).toBe(1);
		expect(await takeTemuan(p.auditor, ambil)).toEqual({ ok: false, reason: 'temuan_sudah_diambil' });
		const [ada] = harus(await readAudit(p.auditor, { instansiId: p.instansiId, auditId })).value.temuan;
		expect(ada).toMatchObject({ asal: 'periksa', asalId: 'hasil-7/TLS-01' });
		const ubah = { ...temuanUji(p, auditId, { risiko: 'sedang' }), id };
		expect(await changeTemuan(p.auditor, { ...ubah, diubah: 1 })).toEqual({
			ok: false,
			reason: 'bentrok_temuan',
		});
		harus(await changeTemuan(p.auditor, { ...ubah, diubah: ada?.diubah ?? 0 }));
		expect(await addTemuan(p.auditor, temuanUji(p, auditId, { kondisi: '' }))).toEqual({
			ok: false,
			reason: 'temuan_salah',
		});
		expect(await addTemuan(p.auditor, temuanUji(p, auditId, { tenggat: '2020-01-01' }))).toEqual({
			ok: false,
			reason: 'tenggat_temuan_salah',
		});
	});

	it('audit instansi lain tidak terbaca dan tidak terjamah', async () => {
		const [p, q] = [await panggungAudit(get().ctx), await panggungAudit(get().ctx)];
		const auditId = await mulaiAudit(p);
		expect(await readAudit(q.auditor, { instansiId: q.instansiId, auditId })).toEqual({
			ok: false,
			reason: 'audit_tidak_ada',
		});
		expect(await readAudit(q.auditor, { instansiId: p.instansiId, auditId })).toEqual({
			ok: false,
			reason: 'tidak_berwenang',
		});
		expect(await addTemuan(q.auditor, { ...temuanUji(q, auditId), instansiId: q.instansiId })).toEqual({
			ok: false,
			reason: 'audit_tidak_ada',
		});
	});
});

describe('desakan temuan', () => {
	it.each([
		['terbuka', '2026-01-01', null, 'terlambat'],
		['ditindaklanjuti', '2026-12-31', null, 'berjalan'],
		['selesai', '2026-01-01', null, 'tuntas'],
		['risiko_diterima', '2026-01-01', '2026-11-20', 'tuntas'],
		['risiko_diterima', '2026-01-01', '2026-11-19', 'habis'],
	])('%s dengan tenggat %s dan batas %s: %s', (keadaan, tenggat, sampai, harap) => {
		expect(desakan({ keadaan, tenggat, sampai }, '2026-11-20')).toBe(harap);
	});
});
