import {
	type Baris,
	pengisiTugas,
	peranDalam,
	seluruh,
	semuaNasional,
	siapaPun,
	yangDitugasi,
} from './baris.ts';

const p = '/kerja/[slug]/penilaian/[id]';
const a = '/kerja/{slug}/penilaian/{isi}';
const i = `${p}/[indikator]`;
const pembacaUtuh = seluruh(`${peranDalam} asesor_eksternal`, semuaNasional);

/** The package for the ministry's portal, what goes on from last year, history, sendings of a device. */
export const tabelPaket: readonly Baris[] = [
	// who is limited to units finds in it only what is given to them
	{ pintu: `GET ${p}/paket`, alamat: `${a}/paket`, siapa: siapaPun },
	{ pintu: `GET ${p}/paket/zip`, alamat: `${a}/paket/zip`, siapa: siapaPun, catat: 'paket.unduh' },
	{
		pintu: `GET ${p}/paket/zip`,
		perihal: 'satu indikator',
		alamat: `${a}/paket/zip?indikator=I01`,
		siapa: yangDitugasi,
		catat: 'paket.unduh',
	},
	{
		pintu: `POST ${p}/paket?/centang`,
		alamat: `${a}/paket?/centang`,
		isian: { centang: 'I01' },
		siapa: seluruh('koordinator penanggung_jawab entri_data'),
		catat: 'portal.centang',
	},
	{
		pintu: `GET ${p}/paket/impor`,
		alamat: `${a}/paket/impor`,
		siapa: seluruh('koordinator penanggung_jawab'),
	},
	{
		pintu: `POST ${p}/paket/impor?/tinjau`,
		alamat: `${a}/paket/impor?/tinjau`,
		isian: { tahap: 'dokumen' },
		berkas: { medan: 'berkas', nama: 'status.csv', isi: 'butir,status,alasan\n1.a,Diterima,\n' },
		siapa: seluruh('koordinator penanggung_jawab'),
	},
	{
		pintu: `POST ${p}/paket/impor?/tinjau`,
		perihal: 'berkas yang tidak terbaca',
		alamat: `${a}/paket/impor?/tinjau`,
		berkas: { medan: 'berkas', nama: 'status.csv', isi: 'x' },
		siapa: seluruh('koordinator penanggung_jawab'),
		jawab: [422],
	},
	{
		pintu: `POST ${p}/paket/impor?/terapkan`,
		perihal: 'yang bukan pratinjaunya',
		alamat: `${a}/paket/impor?/terapkan`,
		isian: { tahap: 'dokumen', baris: '[]', sidik: '0'.repeat(64) },
		siapa: seluruh('koordinator penanggung_jawab'),
		jawab: [409],
	},
	{ pintu: `GET ${p}/lalu`, alamat: '/kerja/{slug}/penilaian/{lanjut}/lalu', siapa: pembacaUtuh },
	{
		pintu: `POST ${i}?/ambil`,
		alamat: '/kerja/{slug}/penilaian/{lanjut}/I01?/ambil',
		isian: { asal: 'I01', dasar: '0' },
		siapa: pengisiTugas,
		catat: 'nilai.isi',
	},
	{
		pintu: `POST ${i}?/ambil`,
		perihal: 'yang tidak ada',
		alamat: '/kerja/{slug}/penilaian/{isi}/I01?/ambil',
		isian: { asal: 'I01', dasar: '0' },
		siapa: pengisiTugas,
		jawab: [409],
	},
	{ pintu: `GET ${i}/berkas`, alamat: `${a}/I01/berkas`, siapa: pengisiTugas },
	{
		pintu: `POST ${i}/berkas`,
		alamat: `${a}/I01/berkas`,
		isian: { sha256: '{buktiSha}', tingkat: '1', penunjuk: 'hlm. {n}' },
		siapa: pengisiTugas,
		catat: 'bukti.tambah',
	},
	{ pintu: `GET ${p}/riwayat`, alamat: `${a}/riwayat`, siapa: pembacaUtuh },
	{
		pintu: `GET ${p}/riwayat`,
		perihal: 'satu indikator',
		alamat: `${a}/riwayat?indikator=I01`,
		siapa: yangDitugasi,
	},
	{
		pintu: `POST ${i}/kirim`,
		perihal: 'nilai',
		alamat: `${a}/I05/kirim`,
		isian: {
			...{ orang: '{saya}', kunci: 'kunci-kiriman-uji-{n}', formulir: 'nilai', dasar: '0' },
			...{ nilai: '3', fakta: 'f', analisis: 'a' },
		},
		siapa: pengisiTugas,
		catat: 'nilai.isi',
	},
	{
		pintu: `POST ${i}/kirim`,
		perihal: 'komentar',
		alamat: `${a}/I05/kirim`,
		isian: {
			...{ orang: '{saya}', kunci: 'kunci-kiriman-uji-{n}', formulir: 'utas' },
			...{ jenis: 'komentar', isi: 'dari kotak keluar {n}' },
		},
		siapa: {
			instansi: `${peranDalam} asesor_eksternal`,
			unit: 'penanggung_jawab entri_data asesor_internal operator',
			saudara: '',
			nasional: 'tim_reviu',
		},
		catat: 'utas.komentar',
	},
];

const m = `${p}/interviu`;
const nas = '/kerja/{slug}/penilaian/{nas_interviu}';
const pertemuan = {
	jenis: 'interviu',
	tanggal: '2026-02-04',
	tempat: 'Daring',
	hadir: 'Asesor {n}',
	ringkasan: '',
};
const tanda = (pihak: string) => ({
	...{ jenis: 'interviu', pihak, jabatan: 'Kepala Bidang', sidik: '{pertemuanSidik}' },
});

/** The assessors' side: interview, minutes of both sides, differences. */
export const tabelAsesor: readonly Baris[] = [
	{ pintu: `GET ${m}`, alamat: `${nas}/interviu`, siapa: pembacaUtuh },
	{
		pintu: `POST ${m}?/tanya`,
		alamat: `${nas}/interviu?/tanya`,
		isian: { indikator: 'I01', jenis: 'pertanyaan', isi: 'mana bukti pelaksanaannya? {n}' },
		siapa: seluruh('asesor_eksternal'),
		catat: 'utas.pertanyaan',
	},
	{ pintu: `GET ${m}/berita-acara`, alamat: `${nas}/interviu/berita-acara`, siapa: pembacaUtuh },
	{
		pintu: `POST ${m}/berita-acara?/tulis`,
		alamat: `${nas}/interviu/berita-acara?/tulis`,
		isian: pertemuan,
		siapa: seluruh('asesor_eksternal'),
		catat: 'pertemuan.tulis',
	},
	{
		pintu: `POST ${m}/berita-acara?/tulis`,
		perihal: 'latihan sendiri',
		alamat: '/kerja/{slug}/penilaian/{latihanInterviu}/interviu/berita-acara?/tulis',
		isian: pertemuan,
		siapa: seluruh('asesor_internal asesor_eksternal'),
		catat: 'pertemuan.tulis',
	},
	{
		pintu: `POST ${m}/berita-acara?/tanda`,
		perihal: 'pihak asesor',
		alamat: '/kerja/{slug}/penilaian/{nas_reviu}/interviu/berita-acara?/tanda',
		isian: tanda('asesor'),
		siapa: seluruh('asesor_eksternal'),
		catat: 'pertemuan.tandatangan',
	},
	{
		pintu: `POST ${m}/berita-acara?/tanda`,
		perihal: 'pihak instansi',
		alamat: '/kerja/{slug}/penilaian/{nas_reviu}/interviu/berita-acara?/tanda',
		isian: tanda('instansi'),
		siapa: seluruh('koordinator penanggung_jawab'),
		catat: 'pertemuan.tandatangan',
	},
	{ pintu: `GET ${p}/selisih`, alamat: `${nas}/selisih`, siapa: pembacaUtuh },
	{
		pintu: 'GET /kerja/nasional/[id]/selisih',
		alamat: '/kerja/nasional/{putaran_dokumen}/selisih',
		siapa: { nasionalSaja: semuaNasional },
	},
];
