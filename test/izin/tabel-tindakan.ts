import { type Baris, peranBatas, peranDalam, peranPengisi, type Siapa, seluruh } from './baris.ts';

const k = '/kerja/[slug]/tindakan';
const satu = '/kerja/{slug}/tindakan/{tindakan}';

/** Everybody of the institution; who is limited to units sees what is theirs. */
const pembaca: Siapa = { instansi: peranDalam, unit: peranBatas, saudara: '', nasional: '' };
const pengelola = seluruh('koordinator penanggung_jawab');
const pengerja: Siapa = {
	instansi: peranPengisi,
	unit: 'penanggung_jawab entri_data asesor_internal operator',
	saudara: '',
	nasional: '',
};
const isi = {
	...{ judul: 'Tindakan {n}', tahun: '2026', mulai: '2026-01-01', tenggat: '2099-12-31' },
	...{ unitId: '{unit}', pagu: 'Rp 1.500.000' },
};

/** Actions, the roadmap and the leader's page. */
export const tabelTindakan: readonly Baris[] = [
	{ pintu: `GET ${k}`, alamat: '/kerja/{slug}/tindakan', siapa: { ...pembaca, saudara: peranBatas } },
	{
		pintu: `POST ${k}?/pindah`,
		alamat: '/kerja/{slug}/tindakan?/pindah',
		isian: { id: '{tindakan}', keadaan: 'berjalan' },
		siapa: pengerja,
		catat: 'tindakan.lapor',
	},
	{
		pintu: `POST ${k}?/pindah`,
		perihal: 'membatalkan',
		alamat: '/kerja/{slug}/tindakan?/pindah',
		isian: { id: '{tindakanBatal}', keadaan: 'batal' },
		siapa: pengelola,
		catat: 'tindakan.lapor',
	},
	{ pintu: `GET ${k}/baru`, alamat: '/kerja/{slug}/tindakan/baru', siapa: pengelola },
	{
		pintu: `POST ${k}/baru`,
		alamat: '/kerja/{slug}/tindakan/baru',
		isian: isi,
		siapa: pengelola,
		catat: 'tindakan.buat',
	},
	{ pintu: `GET ${k}/[id]`, alamat: satu, siapa: pembaca },
	{
		pintu: `POST ${k}/[id]?/ubah`,
		alamat: '/kerja/{slug}/tindakan/{tindakanUbah}?/ubah',
		isian: { ...isi, id: '{tindakanUbah}', diubah: '{tindakanDiubah}' },
		siapa: pengelola,
		catat: 'tindakan.ubah',
	},
	{
		pintu: `POST ${k}/[id]?/lapor`,
		alamat: `${satu}?/lapor`,
		isian: { keadaan: 'berjalan', kemajuan: '40', realisasi: '{n}' },
		siapa: pengerja,
		catat: 'tindakan.lapor',
	},
	{
		pintu: `POST ${k}/[id]?/tonggak`,
		alamat: `${satu}?/tonggak`,
		isian: { nama: 'Tonggak {n}', tanggal: '2026-12-01' },
		siapa: pengerja,
		catat: 'tindakan.tonggak',
	},
	{
		pintu: `POST ${k}/[id]?/centang`,
		alamat: `${satu}?/centang`,
		isian: { tonggakId: '{tonggak}', selesai: 'ya' },
		siapa: pengerja,
		catat: 'tindakan.tonggak_selesai',
	},
	{
		pintu: `POST ${k}/[id]?/hapusTonggak`,
		alamat: `${satu}?/hapusTonggak`,
		isian: { tonggakId: '{tonggakHapus}' },
		siapa: pengerja,
		catat: 'tindakan.tonggak_hapus',
	},
	{
		pintu: 'GET /kerja/[slug]/peta',
		alamat: '/kerja/{slug}/peta',
		siapa: { ...pembaca, saudara: peranBatas },
	},
	{
		pintu: 'GET /kerja/[slug]/peta/unduh',
		alamat: '/kerja/{slug}/peta/unduh?format=csv',
		siapa: { ...pembaca, saudara: peranBatas },
	},
	{
		pintu: 'POST /kerja/[slug]/peta?/simpan',
		alamat: '/kerja/{slug}/peta?/simpan',
		isian: { judul: 'Butir {n}', tahun: '2026', muatan: 'aplikasi', kebutuhan: '1.000' },
		siapa: pengelola,
		catat: 'peta.tambah',
	},
	{
		pintu: 'POST /kerja/[slug]/peta?/isi',
		alamat: '/kerja/{slug}/peta?/isi',
		isian: {},
		siapa: pengelola,
		catat: 'peta.isi_tindakan',
	},
	{
		pintu: 'POST /kerja/[slug]/peta?/hapus',
		alamat: '/kerja/{slug}/peta?/hapus',
		isian: { id: '{peta}' },
		siapa: pengelola,
		catat: 'peta.hapus',
	},
	{
		pintu: 'GET /kerja/[slug]/pimpinan',
		alamat: '/kerja/{slug}/pimpinan',
		siapa: seluruh('pimpinan koordinator penanggung_jawab admin_instansi'),
	},
	{
		pintu: 'GET /kerja/[slug]/pimpinan/unduh',
		alamat: '/kerja/{slug}/pimpinan/unduh',
		siapa: seluruh('pimpinan koordinator penanggung_jawab admin_instansi'),
	},
];
