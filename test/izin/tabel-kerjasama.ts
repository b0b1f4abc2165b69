import { type Baris, peranDalam, type Siapa, seluruh, semuaNasional, siapaPun } from './baris.ts';

const n = '/kerja/[slug]/notula';
const penulis = seluruh('koordinator penanggung_jawab admin_instansi');
const rapat = {
	judul: 'Rapat {n}',
	tanggal: '2026-02-03',
	tempat: 'Aula',
	agenda: '',
	hadirNama: 'Camat',
	keputusan: 'Kumpulkan bukti',
};
/** Who has the task's unit, and who writes the minutes. */
const pengerja: Siapa = {
	...penulis,
	unit: 'penanggung_jawab entri_data asesor_internal operator',
};

/** Working together: minutes and their tasks, reminders, handing over. */
export const tabelKerjasama: readonly Baris[] = [
	{
		pintu: 'POST /kerja/[slug]?/ingatkan',
		alamat: '/kerja/{slug}?/ingatkan',
		isian: { unitId: '{unit}', ulang: 'ya' },
		siapa: penulis,
		catat: 'unit.ingatkan',
	},
	{ pintu: `GET ${n}`, alamat: '/kerja/{slug}/notula', siapa: seluruh(peranDalam) },
	{
		pintu: `POST ${n}`,
		alamat: '/kerja/{slug}/notula',
		isian: rapat,
		siapa: penulis,
		catat: 'notula.tulis',
	},
	{ pintu: `GET ${n}/[id]`, alamat: '/kerja/{slug}/notula/{notula}', siapa: seluruh(peranDalam) },
	{
		pintu: `POST ${n}/[id]?/ubah`,
		alamat: '/kerja/{slug}/notula/{notula}?/ubah',
		isian: { ...rapat, revisi: '1' },
		siapa: penulis,
		catat: 'notula.ubah',
	},
	{
		pintu: `POST ${n}/[id]?/keputusan`,
		alamat: '/kerja/{slug}/notula/{notula}?/keputusan',
		isian: { keputusan: 'Keputusan {n}' },
		siapa: penulis,
		catat: 'notula.tambah_keputusan',
	},
	{
		pintu: `POST ${n}/[id]?/tugas`,
		alamat: '/kerja/{slug}/notula/{notula}?/tugas',
		isian: { keputusanId: '{keputusan}', untuk: 'unit-{unit}', tenggat: '2026-12-31', isi: '' },
		siapa: penulis,
		catat: 'tugas.beri',
	},
	// everybody sees only what is theirs to see; an outsider sees an empty page
	{ pintu: 'GET /kerja/[slug]/tugas', alamat: '/kerja/{slug}/tugas', siapa: siapaPun },
	{
		pintu: 'POST /kerja/[slug]/tugas',
		alamat: '/kerja/{slug}/tugas',
		isian: { id: '{tugasRapat}', selesai: 'ya' },
		siapa: pengerja,
		catat: 'tugas.selesai',
	},
	{
		pintu: 'POST /kerja/[slug]/tugas',
		perihal: 'dibuka lagi',
		alamat: '/kerja/{slug}/tugas',
		isian: { id: '{tugasRapat}', selesai: 'tidak' },
		siapa: pengerja,
		catat: 'tugas.buka_lagi',
	},
	{
		pintu: 'GET /kerja/[slug]/orang/serah-terima',
		alamat: '/kerja/{slug}/orang/serah-terima',
		siapa: seluruh('koordinator admin_instansi penanggung_jawab', 'admin_nasional'),
	},
	{
		pintu: 'POST /kerja/[slug]/orang/serah-terima',
		alamat: '/kerja/{slug}/orang/serah-terima',
		isian: { dari: '{serahDari}', kepada: '{serahKepada}' },
		siapa: seluruh('admin_instansi', 'admin_nasional'),
		catat: 'peran.serah orang.serah_terima',
	},
	{
		pintu: 'POST /kerja/[slug]/orang/serah-terima',
		perihal: 'penilainya',
		alamat: '/kerja/{slug}/orang/serah-terima',
		isian: { dari: '{asesorDari}', kepada: '{asesorKepada}' },
		siapa: seluruh('', 'admin_nasional'),
		catat: 'peran.serah orang.serah_terima',
	},
	{ pintu: 'GET /kerja/pemberitahuan', alamat: '/kerja/pemberitahuan', siapa: 'masuk', jawab: [200] },
	{
		pintu: 'POST /kerja/pemberitahuan?/buka',
		perihal: 'yang bukan miliknya',
		alamat: '/kerja/pemberitahuan?/buka',
		isian: { id: '1' },
		siapa: 'masuk',
		jawab: [303],
	},
	{
		pintu: 'POST /kerja/pemberitahuan?/semua',
		alamat: '/kerja/pemberitahuan?/semua',
		isian: {},
		siapa: 'masuk',
		jawab: [303],
	},
	{ pintu: 'GET /kerja/kotak-keluar', alamat: '/kerja/kotak-keluar', siapa: 'masuk', jawab: [200] },
	{
		pintu: 'GET /kerja/pekerjaan/[id]',
		alamat: '/kerja/pekerjaan/{pekerjaan}',
		siapa: { ...siapaPun, tolak: 404 },
	},
	{
		pintu: 'GET /kerja/pekerjaan/[id]',
		perihal: 'yang bukan milik satu instansi',
		alamat: '/kerja/pekerjaan/{pekerjaanNasional}',
		siapa: { ...seluruh('', semuaNasional), tolak: 404 },
	},
];

const pengelola = seluruh('admin_instansi', 'admin_nasional');
const pembaca = seluruh('koordinator admin_instansi auditor', 'admin_nasional');

/** The trace, and what belongs to people. */
export const tabelJejak: readonly Baris[] = [
	{ pintu: 'GET /kerja/[slug]/aktivitas', alamat: '/kerja/{slug}/aktivitas', siapa: pembaca },
	{
		pintu: 'GET /kerja/[slug]/aktivitas/unduh',
		alamat: '/kerja/{slug}/aktivitas/unduh',
		siapa: pembaca,
		catat: 'aktivitas.ekspor',
	},
	{
		pintu: 'GET /kerja/[slug]/orang/[orangId]/hapus',
		alamat: '/kerja/{slug}/orang/{orangHapus}/hapus',
		siapa: pengelola,
	},
	{
		pintu: 'POST /kerja/[slug]/orang/[orangId]/hapus',
		alamat: '/kerja/{slug}/orang/{orangHapus}/hapus',
		isian: { yakin: 'ya' },
		siapa: pengelola,
		catat: 'orang.hapus',
	},
];
