import { mulaiAudit, type PanggungAudit } from '#features/audit/kelola/audit.testing.ts';
import { saveIndeks } from '#features/audit/kelola/kami/save-indeks.ts';
import { answerPermintaan, askBukti } from '#features/audit/kelola/kerja/ask-bukti.ts';
import { planAudit } from '#features/audit/kelola/kerja/plan-audit.ts';
import { readAudit } from '#features/audit/kelola/kerja/read-audit.ts';
import { addProgram } from '#features/audit/kelola/program/save-program.ts';
import { answerTemuan, reportTemuan } from '#features/audit/kelola/temuan/answer-temuan.ts';
import { addTemuan } from '#features/audit/kelola/temuan/save-temuan.ts';
import { titip } from '#features/penilaian/penilaian.testing.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Tempat } from './dunia.ts';
import { harus } from './penyiap.ts';

/** Audits of the unit in the states at which doors can be reached, with a request, findings and an index. */
export async function susunAuditKelola(
	oleh: { auditor: Ctx; koordinator: Ctx },
	t: Tempat,
	bahan: Record<string, string>,
): Promise<void> {
	const { auditor, koordinator } = oleh;
	const instansiId = t.a.id;
	const isi = { instansiId, jenis: 'keamanan' as const, pelaksana: 'internal' as const, objek: 'Portal' };
	const program = harus(await addProgram(auditor, { ...isi, tahun: 2026 })).value.id;
	const panggung = { instansiId, auditor, koordinator, dinas: { id: t.unit, jalur: '' } } as PanggungAudit;
	const audit = await mulaiAudit(panggung);
	const tempat = { instansiId, auditId: audit };
	const { kriteria, audit: dibaca } = harus(await readAudit(auditor, tempat)).value;
	const rencana = async (judul: string) =>
		harus(
			await planAudit(auditor, {
				...{
					instansiId,
					programId: null,
					jenis: 'aplikasi',
					pelaksana: 'internal',
					lembaga: null,
					namaLembaga: '',
				},
				...{ judul, tujuan: '', mulai: '2026-01-05', selesai: '2026-12-20' },
			}),
		).value.id;
	const minta = { ...tempat, unitId: t.unit, kriteriaId: null, isi: 'Daftar akun', tenggat: '2099-01-01' };
	const permintaan = harus(await askBukti(auditor, minta)).value.id;
	const berkas = await titip(koordinator, 'isi daftar akun', 'akun.txt');
	const jawab = { ...tempat, id: permintaan, jawaban: 'Terlampir', tautan: '', berkas };
	harus(await answerPermintaan(koordinator, jawab));
	const temuan = async (judul: string) =>
		harus(
			await addTemuan(auditor, {
				...{ ...tempat, judul, kondisi: 'k', kriteria: '', kriteriaId: null, sebab: '', akibat: '' },
				...{ rekomendasi: 'r', risiko: 'sedang', unitId: t.unit, orangId: null, tenggat: '2026-12-31' },
			}),
		).value.id;
	const ditanggapi = async (judul: string) => {
		const id = await temuan(judul);
		const aksi = { sikap: 'setuju' as const, tanggapan: 'Ya', rencanaAksi: 'Dikerjakan' };
		harus(await answerTemuan(koordinator, { ...tempat, id, ...aksi }));
		return id;
	};
	const menunggu = async (judul: string) => {
		const id = await ditanggapi(judul);
		const bukti = { bukti: 'Selesai', tautan: 'https://contoh.invalid/', berkas: undefined };
		harus(await reportTemuan(koordinator, { ...tempat, id, ...bukti }));
		return id;
	};
	const indeks = async (tanggal: string) =>
		harus(
			await saveIndeks(auditor, {
				...{
					instansiId,
					jenis: 'ikasandi',
					versi: '1',
					tanggal,
					kategori: 'Rendah',
					skorKategori: null,
					area: {},
				},
				...{ total: 100, putusan: 'Baik', penilai: '', catatan: '', tautan: '' },
			}),
		).value.id;
	const terbuka = await temuan('Terbuka');
	const lagi = harus(await readAudit(auditor, tempat)).value.temuan.find((x) => x.id === terbuka);
	Object.assign(bahan, {
		...{ program: String(program), audit: String(audit), auditDiubah: String(dibaca.diubah) },
		...{ auditRencana: String(await rencana('Rencana')), auditBatal: String(await rencana('Dibatalkan')) },
		...{ auditKriteria: String(kriteria[0]?.id), auditKriteriaHapus: String(kriteria[1]?.id) },
		...{ auditLingkup: String(dibaca.lingkup[0]?.id), permintaan: String(permintaan) },
		...{ auditSha: berkas.titipan.sha256, temuan: String(terbuka) },
		...{ temuanDiubah: String(lagi?.diubah), auditTim: String(dibaca.tim[0]?.id) },
		...{
			temuanLapor: String(await ditanggapi('Ditanggapi')),
			temuanVerifikasi: String(await menunggu('Menunggu')),
		},
		...{ temuanTerima: String(await temuan('Diterima')), indeks: String(await indeks('2026-01-01')) },
		indeksTarik: String(await indeks('2026-02-01')),
	});
}
