import { type Baris, type Siapa, seluruh } from './baris.ts';

const pintu = 'POST /kerja/[slug]/penilaian/[id]?/alur';

/** A step of the flow; in this order one assessment walks through them. */
const langkah = (perihal: string, penilaian: string, aksi: string, siapa: Siapa): Baris => ({
	pintu,
	perihal,
	alamat: `/kerja/{slug}/penilaian/{${penilaian}}?/alur`,
	isian: { aksi, jabatan: 'Kepala Bidang', publikasi: 'ya', alasan: 'perlu diubah' },
	siapa,
	catat: `alur.${aksi}`,
});

/** What moves an assessment on. Roles stand in the order in which they try: a step can be taken once. */
export const tabelAlur: readonly Baris[] = [
	langkah('serahkan', 'alur', 'serahkan', seluruh('entri_data koordinator penanggung_jawab')),
	langkah('setujui', 'alur', 'setujui', seluruh('penanggung_jawab')),
	langkah('tandatangani', 'alur', 'tandatangani', seluruh('koordinator')),
	langkah('kirim', 'alur', 'kirim', seluruh('koordinator')),
	langkah('tarik', 'alur', 'tarik', seluruh('koordinator')),
	// who handed over may take it back while nobody has approved
	langkah(
		'kembalikan dari pemeriksaan',
		'balikPeriksa',
		'kembalikan',
		seluruh('entri_data koordinator penanggung_jawab'),
	),
	langkah(
		'kembalikan sesudah disetujui',
		'balikSetuju',
		'kembalikan',
		seluruh('koordinator penanggung_jawab'),
	),
	langkah(
		'majukan putaran nasional',
		'nas_dokumen',
		'majukan',
		seluruh('asesor_eksternal', 'admin_nasional'),
	),
	langkah(
		'majukan latihan sendiri',
		'latihanDokumen',
		'majukan',
		seluruh('asesor_eksternal koordinator penanggung_jawab asesor_internal', 'admin_nasional'),
	),
	{
		pintu: 'POST /kerja/[slug]/penilaian/[id]?/reviu',
		alamat: '/kerja/{slug}/penilaian/{nas_reviu}?/reviu',
		isian: { indikator: '{nas_reviu_butir}', putusan: 'valid', alasan: '' },
		siapa: seluruh('', 'tim_reviu'),
		catat: 'reviu.valid',
	},
	langkah('selesaikan reviu', 'nas_reviu', 'majukan', seluruh('', 'tim_reviu')),
	langkah('usulkan penetapan', 'nas_penetapan', 'usulkan', seluruh('', 'admin_nasional tim_reviu')),
	langkah('tetapkan', 'nas_penetapan', 'tetapkan', seluruh('', 'admin_nasional tim_reviu')),
	langkah(
		'usulkan penetapan latihan sendiri',
		'latihanTetap',
		'usulkan',
		seluruh('koordinator penanggung_jawab pimpinan', 'admin_nasional tim_reviu'),
	),
	langkah(
		'tetapkan latihan sendiri',
		'latihanTetap',
		'tetapkan',
		seluruh('koordinator penanggung_jawab pimpinan', 'admin_nasional tim_reviu'),
	),
];

/** Rounds of all institutions. */
export const tabelNasional: readonly Baris[] = [
	{
		pintu: 'GET /kerja/nasional',
		alamat: '/kerja/nasional',
		siapa: { nasionalSaja: 'admin_nasional tim_reviu' },
	},
	{
		pintu: 'POST /kerja/nasional?/buka',
		alamat: '/kerja/nasional?/buka',
		isian: {
			nama: 'Nasional {n}',
			tahun: '2026',
			jenis: 'evaluasi',
			instrumen: 'pemdi-2026',
			'mulai-mandiri': '2026-01-01',
			'selesai-mandiri': '2026-12-31',
			pesertaNama: '{namaA}',
		},
		siapa: { nasionalSaja: 'admin_nasional' },
		catat: 'putaran.buka',
	},
	{
		pintu: 'POST /kerja/nasional?/undang',
		alamat: '/kerja/nasional?/undang',
		isian: { nama: 'Reviu Baru', surel: 'reviu{n}@contoh.invalid', peran: 'tim_reviu' },
		siapa: { nasionalSaja: 'admin_nasional' },
		catat: 'peran.beri',
	},
	{
		pintu: 'GET /kerja/nasional/[id]',
		alamat: '/kerja/nasional/{putaran_dokumen}',
		siapa: { nasionalSaja: 'admin_nasional tim_reviu' },
	},
	{
		pintu: 'POST /kerja/nasional/[id]',
		alamat: '/kerja/nasional/{putaran_dokumen}',
		isian: { nama: 'Asesor Baru', surel: 'tunjuk{n}@contoh.invalid', peserta: '{nas_dokumen}' },
		siapa: { nasionalSaja: 'admin_nasional' },
		catat: 'peran.beri',
	},
];
