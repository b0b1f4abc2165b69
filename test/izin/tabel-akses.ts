import { type Baris, type Siapa, seluruh } from './baris.ts';

const r = '/kerja/[slug]/audit/akses';
const alamat = '/kerja/{slug}/audit/akses';

/** Accounts and findings: who answers for the whole. */
const pengelola = seluruh('koordinator admin_instansi auditor');
/** Campaigns: also who decides for the owner unit of the system. */
const pembaca: Siapa = {
	instansi: 'koordinator penanggung_jawab admin_instansi operator auditor',
	unit: 'penanggung_jawab operator',
	saudara: '',
	nasional: '',
};
const pemutus: Siapa = { ...pembaca, instansi: 'koordinator penanggung_jawab admin_instansi operator' };

/** Review of access rights. */
export const tabelAkses: readonly Baris[] = [
	{ pintu: `GET ${r}`, alamat, siapa: { ...pembaca, saudara: 'penanggung_jawab operator' } },
	{ pintu: `GET ${r}/setelan`, alamat: `${alamat}/setelan`, siapa: pengelola },
	{ pintu: `GET ${r}/muat/[id]`, alamat: `${alamat}/muat/{muatSiap}`, siapa: pengelola },
	{
		...{ pintu: `GET ${r}/muat/[id]`, perihal: 'belum dibaca', siapa: pengelola },
		alamat: `${alamat}/muat/{muatTunggu}`,
	},
	{ pintu: `GET ${r}/kampanye/[id]`, alamat: `${alamat}/kampanye/{aksesKampanye}`, siapa: pembaca },
	{
		pintu: `GET ${r}/kampanye/[id]/unduh`,
		alamat: `${alamat}/kampanye/{aksesKampanye}/unduh`,
		siapa: pembaca,
	},
	{
		pintu: `POST ${r}?/muat`,
		alamat: `${alamat}?/muat`,
		isian: { isi: 'pegawai', tanggal: '2026-01-01' },
		berkas: { medan: 'berkas', nama: 'pegawai.csv', isi: 'nip,nama\n198001012005011001,Budi Contoh\n' },
		siapa: pengelola,
		catat: 'akses.unggah',
	},
	{
		pintu: `POST ${r}/muat/[id]?/baca`,
		alamat: `${alamat}/muat/{muatBaca}?/baca`,
		isian: { jenis: 'akun', kolom_nama_akun: 'username', urutan: 'otomatis', publik: 'ya' },
		siapa: pengelola,
		catat: 'akses.baca',
	},
	{
		pintu: `POST ${r}/muat/[id]?/buang`,
		alamat: `${alamat}/muat/{muatBuang}?/buang`,
		isian: {},
		siapa: pengelola,
		jawab: [303, 404],
		catat: 'akses.buang',
	},
	{
		pintu: `POST ${r}/muat/[id]?/kampanye`,
		alamat: `${alamat}/muat/{muatSiap}?/kampanye`,
		isian: { nama: 'Kampanye {n}', tenggat: '2099-12-31', cakupan: 'semua' },
		siapa: pengelola,
		catat: 'akses.kampanye',
	},
	{
		pintu: `POST ${r}/setelan?/simpan`,
		alamat: `${alamat}/setelan?/simpan`,
		isian: { retensi: '400', 'ambang_ACC-01_hari': '60', pasangan: 'bendahara | kasir', unitSama: '' },
		siapa: pengelola,
		catat: 'akses.setelan',
	},
	{
		pintu: `POST ${r}/kampanye/[id]?/putuskan`,
		alamat: `${alamat}/kampanye/{aksesKampanye}?/putuskan`,
		isian: { butir: '{aksesButir}', keputusan: 'cabut', alasan: 'Tidak dipakai {n}' },
		siapa: pemutus,
		catat: 'akses.putuskan',
	},
	{
		pintu: `POST ${r}/kampanye/[id]?/tutup`,
		alamat: `${alamat}/kampanye/{aksesTutup}?/tutup`,
		isian: {},
		siapa: pengelola,
		catat: 'akses.kampanye_tutup',
	},
];
