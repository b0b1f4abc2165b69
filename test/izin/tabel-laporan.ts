import {
	type Baris,
	pengisiTugas,
	peranDalam,
	seluruh,
	semuaNasional,
	siapaPun,
	yangDitugasi,
} from './baris.ts';

const publik = (pintu: string, alamat: string): Baris => ({ pintu, alamat, siapa: 'semua', jawab: [200] });
const t = '/instansi/[slug]/[tahun]';
const b = '/instansi/kota-balikpapan/2024';

/** Reports of published results. */
export const tabelLaporanTerbit: readonly Baris[] = [
	publik(`GET ${t}/rilis`, `${b}/rilis`),
	publik(`GET ${t}/rilis/unduh`, `${b}/rilis/unduh`),
	publik(`GET ${t}/laporan/unduh`, `${b}/laporan/unduh?format=pdf`),
];

const p = '/kerja/[slug]/penilaian/[id]/laporan';
const a = '/kerja/{slug}/penilaian/{isi}/laporan';
const n = '/kerja/nasional/[id]/laporan';
/** Whoever fills in something of the assessment, a sibling unit its own part. */
const pengisiBagian: Baris['siapa'] = { ...pengisiTugas, saudara: pengisiTugas.unit };
const pembacaUtuh = seluruh(`${peranDalam} asesor_eksternal`, semuaNasional);
const unduh = (perihal: string, kueri: string, siapa: Baris['siapa'], catat?: string): Baris => ({
	...{ pintu: `GET ${p}/unduh`, perihal, alamat: `${a}/unduh?dokumen=${kueri}`, siapa },
	...(catat !== undefined && { catat }),
});

/** Reports of a round and of the nation. */
export const tabelLaporan: readonly Baris[] = [
	// who is limited to units finds in it only what is given to them
	{ pintu: `GET ${p}`, alamat: a, siapa: siapaPun },
	unduh('laporan evaluasi', 'evaluasi&format=docx', pembacaUtuh, 'laporan.unduh'),
	unduh('berita acara', 'mandiri&format=docx', pembacaUtuh),
	unduh('semua kertas kerja', 'kertas-kerja&format=docx', pembacaUtuh, 'kertas_kerja.unduh'),
	unduh('satu kertas kerja', 'kertas-kerja&format=docx&indikator=I01', yangDitugasi, 'kertas_kerja.unduh'),
	unduh('lembar kerja', 'lembar-kerja&format=xlsx', pengisiBagian),
	{ pintu: `POST ${p}?/minta`, alamat: `${a}?/minta`, isian: {}, siapa: pembacaUtuh, catat: 'laporan.minta' },
	{ pintu: `GET ${p}/muat`, alamat: `${a}/muat`, siapa: pengisiBagian },
	{
		pintu: `POST ${p}/muat?/tinjau`,
		alamat: `${a}/muat?/tinjau`,
		berkas: { medan: 'berkas', nama: 'lembar.xlsx', isi: 'x' },
		siapa: pengisiBagian,
		jawab: [422],
	},
	{
		pintu: `POST ${p}/muat?/terapkan`,
		alamat: `${a}/muat?/terapkan`,
		isian: { masuk: '[]', bentrok: '[]' },
		siapa: pengisiBagian,
		jawab: [200],
	},
	{ pintu: 'GET /kerja/laporan', alamat: '/kerja/laporan', siapa: 'masuk', jawab: [200] },
	// only whoever asked for it, and that is none of these
	{
		pintu: 'GET /kerja/laporan/[id]/unduh',
		alamat: '/kerja/laporan/{laporan}/unduh',
		siapa: { ...seluruh(''), tolak: 404 },
	},
	{
		pintu: `GET ${n}`,
		alamat: '/kerja/nasional/{putaran_dokumen}/laporan',
		siapa: { nasionalSaja: semuaNasional },
	},
	{
		pintu: `POST ${n}?/buku`,
		alamat: '/kerja/nasional/{putaran_dokumen}/laporan?/buku',
		isian: { bentuk: 'pdf' },
		siapa: { nasionalSaja: 'admin_nasional' },
		catat: 'laporan.minta',
	},
	{
		pintu: `GET ${n}/unduh`,
		alamat: '/kerja/nasional/{putaran_dokumen}/laporan/unduh',
		siapa: { nasionalSaja: semuaNasional },
	},
];
