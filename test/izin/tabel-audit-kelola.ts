import { type Baris, peranBatas, peranDalam, peranPengisi, type Siapa, seluruh } from './baris.ts';

const k = '/kerja/[slug]/audit';
const a = '/kerja/{slug}/audit';
const satu = `${a}/{audit}`;
const rencana = `${a}/{auditRencana}`;

const auditor = seluruh('auditor');
const penyusun = seluruh('auditor koordinator penanggung_jawab');
const pengelola = seluruh('koordinator penanggung_jawab');
const semuaDalam = seluruh(peranDalam);
/** Everybody of the institution; who is limited to units sees what is asked of them. */
const pembaca: Siapa = { instansi: peranDalam, unit: peranBatas, saudara: '', nasional: '' };
const penjawab: Siapa = {
	instansi: peranPengisi,
	unit: 'penanggung_jawab entri_data asesor_internal operator',
	saudara: '',
	nasional: '',
};
const berkas = { medan: 'berkas', nama: 'bukti.txt', isi: 'isi bukti' };
const isiAudit = { jenis: 'keamanan', pelaksana: 'internal', mulai: '2026-01-05', selesai: '2026-12-20' };

const program: readonly Baris[] = [
	{ pintu: `GET ${k}`, alamat: a, siapa: { ...pembaca, saudara: peranBatas } },
	{
		pintu: `POST ${k}?/pakai`,
		alamat: `${a}?/pakai`,
		isian: { asal: 'I31', ke: '{spbe}.I31' },
		siapa: seluruh(peranPengisi),
		catat: 'audit.pakai',
	},
	{ pintu: `GET ${k}/program`, alamat: `${a}/program`, siapa: semuaDalam },
	{ pintu: `GET ${k}/program/unduh`, alamat: `${a}/program/unduh?format=docx`, siapa: semuaDalam },
	{
		pintu: `POST ${k}/program?/tambah`,
		alamat: `${a}/program?/tambah`,
		isian: { tahun: '2026', jenis: 'aplikasi', pelaksana: 'internal', objek: 'Objek {n}' },
		siapa: penyusun,
		catat: 'audit.program',
	},
	{
		pintu: `POST ${k}/program?/usul`,
		alamat: `${a}/program?/usul`,
		isian: {},
		siapa: penyusun,
		catat: 'audit.program_usulan',
	},
	{
		pintu: `POST ${k}/program?/peta`,
		alamat: `${a}/program?/peta`,
		isian: {},
		siapa: pengelola,
		catat: 'audit.program_peta',
	},
	{
		pintu: `POST ${k}/program?/hapus`,
		alamat: `${a}/program?/hapus`,
		isian: { id: '{program}' },
		siapa: penyusun,
		catat: 'audit.program_hapus',
	},
	{ pintu: `GET ${k}/baru`, alamat: `${a}/baru`, siapa: auditor },
	{
		pintu: `POST ${k}/baru`,
		alamat: `${a}/baru`,
		isian: { ...isiAudit, judul: 'Audit {n}' },
		siapa: auditor,
		catat: 'audit.rencana',
	},
];

const audit: readonly Baris[] = [
	{ pintu: `GET ${k}/[id]`, alamat: satu, siapa: pembaca },
	{
		pintu: `GET ${k}/[id]/unduh`,
		alamat: `${satu}/unduh?dokumen=laporan&format=docx`,
		siapa: semuaDalam,
		catat: 'audit.unduh',
	},
	{ pintu: `GET ${k}/[id]/berkas/[sha]`, alamat: `${satu}/berkas/{auditSha}`, siapa: pembaca },
	{
		pintu: `POST ${k}/[id]?/ubah`,
		alamat: `${satu}?/ubah`,
		isian: { ...isiAudit, judul: 'Diubah {n}', diubah: '{auditDiubah}' },
		siapa: auditor,
		catat: 'audit.ubah',
	},
	{
		pintu: `POST ${k}/[id]?/lingkup`,
		alamat: `${rencana}?/lingkup`,
		isian: { nama: 'Objek {n}', unitId: '{unit}' },
		siapa: auditor,
		catat: 'audit.lingkup',
	},
	{
		pintu: `POST ${k}/[id]?/hapusLingkup`,
		alamat: `${satu}?/hapusLingkup`,
		isian: { id: '{auditLingkup}' },
		siapa: auditor,
		catat: 'audit.lingkup_hapus',
	},
	{
		pintu: `POST ${k}/[id]?/tim`,
		alamat: `${rencana}?/tim`,
		isian: { nama: 'Orang {n}', peran: 'anggota' },
		siapa: auditor,
		catat: 'audit.tim',
	},
	{
		pintu: `POST ${k}/[id]?/hapusTim`,
		alamat: `${satu}?/hapusTim`,
		isian: { id: '{auditTim}' },
		siapa: auditor,
		catat: 'audit.tim_hapus',
	},
	{
		pintu: `POST ${k}/[id]?/surat`,
		alamat: `${rencana}?/surat`,
		isian: { nomor: 'ST {n}', tanggal: '2026-01-02', pemberi: 'Inspektur' },
		siapa: auditor,
		catat: 'audit.surat_tugas',
	},
	{ pintu: `POST ${k}/[id]?/maju`, alamat: `${rencana}?/maju`, isian: {}, siapa: auditor, jawab: [409] },
	{
		pintu: `POST ${k}/[id]?/batal`,
		alamat: `${a}/{auditBatal}?/batal`,
		isian: { alasan: 'Diganti' },
		siapa: auditor,
		catat: 'audit.batal',
	},
	{
		pintu: `POST ${k}/[id]?/opini`,
		alamat: `${satu}?/opini`,
		isian: { pokok: 'kinerja', opini: 'PP', alasan: 'Pertimbangan', kesimpulan: 'Simpulan {n}' },
		siapa: auditor,
		catat: 'audit.opini',
	},
	{
		pintu: `POST ${k}/[id]?/reviu`,
		alamat: `${satu}?/reviu`,
		isian: { catatan: 'Baik' },
		siapa: auditor,
		jawab: [409],
	},
];

const kriteria: readonly Baris[] = [
	{ pintu: `GET ${k}/[id]/kriteria`, alamat: `${satu}/kriteria`, siapa: semuaDalam },
	{
		pintu: `POST ${k}/[id]/kriteria?/pilih`,
		alamat: `${satu}/kriteria?/pilih`,
		isian: { kode: 'P20.a' },
		siapa: auditor,
		catat: 'audit.kriteria',
	},
	{
		pintu: `POST ${k}/[id]/kriteria?/hapus`,
		alamat: `${satu}/kriteria?/hapus`,
		isian: { id: '{auditKriteriaHapus}' },
		siapa: auditor,
		catat: 'audit.kriteria_hapus',
	},
	{
		pintu: `POST ${k}/[id]/kriteria?/impor`,
		alamat: `${satu}/kriteria?/impor`,
		isian: { nama: 'Daftar {n}' },
		berkas: { medan: 'berkas', nama: 'daftar.csv', isi: 'id;teks\nA1;Ruang terkunci\n' },
		siapa: auditor,
		catat: 'audit.daftar',
	},
	{
		pintu: `GET ${k}/[id]/kriteria/[kriteriaId]`,
		alamat: `${satu}/kriteria/{auditKriteria}`,
		siapa: semuaDalam,
	},
	{
		pintu: `POST ${k}/[id]/kriteria/[kriteriaId]`,
		alamat: `${satu}/kriteria/{auditKriteria}`,
		isian: { versi: '0', diperiksa: 'Berkas', edk: 'M', eik: 'S', efk: 'E' },
		siapa: auditor,
		catat: 'audit.kertas',
	},
	{ pintu: `GET ${k}/[id]/permintaan`, alamat: `${satu}/permintaan`, siapa: pembaca },
	{
		pintu: `POST ${k}/[id]/permintaan?/minta`,
		alamat: `${satu}/permintaan?/minta`,
		isian: { unitId: '{unit}', isi: 'Bukti {n}', tenggat: '2099-01-01' },
		siapa: auditor,
		catat: 'audit.minta',
	},
	{
		pintu: `POST ${k}/[id]/permintaan?/jawab`,
		alamat: `${satu}/permintaan?/jawab`,
		isian: { id: '{permintaan}', jawaban: 'Jawaban {n}' },
		berkas,
		siapa: penjawab,
		catat: 'audit.jawab',
	},
	{
		pintu: `POST ${k}/[id]/permintaan?/tutup`,
		alamat: `${satu}/permintaan?/tutup`,
		isian: { id: '{permintaan}', tutup: 'ya' },
		siapa: auditor,
		catat: 'audit.permintaan_tutup',
	},
];

const t = `${k}/[id]/temuan`;
const temuan: readonly Baris[] = [
	{ pintu: `GET ${t}`, alamat: `${satu}/temuan`, siapa: pembaca },
	{
		pintu: `POST ${t}?/ambil`,
		alamat: `${satu}/temuan?/ambil`,
		isian: { calon: 'tidak ada' },
		siapa: auditor,
		jawab: [422],
	},
	{
		pintu: `POST ${t}?/tambah`,
		alamat: `${satu}/temuan?/tambah`,
		isian: { judul: 'Temuan {n}', kondisi: 'k', rekomendasi: 'r', tenggat: '2026-12-31', unitId: '{unit}' },
		siapa: auditor,
		catat: 'audit.temuan',
	},
	{ pintu: `GET ${t}/[temuanId]`, alamat: `${satu}/temuan/{temuan}`, siapa: pembaca },
	{
		pintu: `POST ${t}/[temuanId]?/ubah`,
		alamat: `${satu}/temuan/{temuan}?/ubah`,
		isian: {
			judul: 'Diubah',
			kondisi: 'k',
			rekomendasi: 'r',
			tenggat: '2026-12-31',
			unitId: '{unit}',
			diubah: '{temuanDiubah}',
		},
		siapa: auditor,
		catat: 'audit.temuan_ubah',
	},
	{
		pintu: `POST ${t}/[temuanId]?/tanggapi`,
		alamat: `${satu}/temuan/{temuan}?/tanggapi`,
		isian: { sikap: 'setuju', tanggapan: 'Ya {n}', rencanaAksi: 'Dikerjakan' },
		siapa: penjawab,
		catat: 'audit.temuan_tanggapi',
	},
	{
		pintu: `POST ${t}/[temuanId]?/lapor`,
		alamat: `${satu}/temuan/{temuanLapor}?/lapor`,
		isian: { bukti: 'Selesai {n}' },
		berkas,
		siapa: penjawab,
		catat: 'audit.temuan_lapor',
	},
	{
		pintu: `POST ${t}/[temuanId]?/verifikasi`,
		alamat: `${satu}/temuan/{temuanVerifikasi}?/verifikasi`,
		isian: { putusan: 'terima', catatan: 'Diperiksa' },
		siapa: auditor,
		catat: 'audit.temuan_terima_bukti',
	},
	{
		pintu: `POST ${t}/[temuanId]?/terima`,
		alamat: `${satu}/temuan/{temuanTerima}?/terima`,
		isian: { alasan: 'Diganti', sampai: '2099-01-01' },
		siapa: pengelola,
		catat: 'audit.temuan_terima_risiko',
	},
	{
		pintu: `POST ${t}/[temuanId]?/buka`,
		alamat: `${satu}/temuan/{temuanTerima}?/buka`,
		isian: { catatan: 'Belum' },
		siapa: auditor,
		catat: 'audit.temuan_buka',
	},
];

const indeks: readonly Baris[] = [
	{ pintu: `GET ${k}/kami`, alamat: `${a}/kami`, siapa: semuaDalam },
	{
		pintu: `POST ${k}/kami?/catat`,
		alamat: `${a}/kami?/catat`,
		isian: {
			jenis: 'ikasandi',
			versi: '1',
			tanggal: '2026-03-01',
			kategori: 'Rendah',
			total: '100',
			putusan: 'Baik',
		},
		siapa: penyusun,
		catat: 'audit.indeks',
	},
	{
		pintu: `POST ${k}/kami?/muat`,
		alamat: `${a}/kami?/muat`,
		isian: {},
		berkas: { medan: 'berkas', nama: 'kami.csv', isi: 'nama;nilai\nversi;5.0\n' },
		siapa: penyusun,
	},
	{
		pintu: `POST ${k}/kami?/tarik`,
		alamat: `${a}/kami?/tarik`,
		isian: { id: '{indeksTarik}' },
		siapa: penyusun,
		catat: 'audit.indeks_batal',
	},
	{
		pintu: `POST ${k}/kami?/pakai`,
		alamat: `${a}/kami?/pakai`,
		isian: { id: '{indeks}', ke: '{spbe}.I31', tingkat: '3' },
		siapa: seluruh(peranPengisi),
		catat: 'audit.indeks_pakai',
	},
];

/** The room of ICT audits. */
export const tabelAuditKelola: readonly Baris[] = [...program, ...audit, ...kriteria, ...temuan, ...indeks];
