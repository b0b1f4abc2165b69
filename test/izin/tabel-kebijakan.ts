import { type Baris, pengisiTugas, peranBatas, peranDalam, type Siapa } from './baris.ts';

const k = '/kerja/[slug]/kebijakan/[kode]';
const alamat = '/kerja/{slug}/kebijakan/I01';

/** Everybody of the institution; who is limited to units sees what is given to them. Outsiders see evidence only. */
const pembaca: Siapa = { instansi: peranDalam, unit: peranBatas, saudara: '', nasional: '' };
const penulis: Siapa = {
	instansi: 'koordinator penanggung_jawab entri_data operator',
	unit: 'penanggung_jawab entri_data operator',
	saudara: '',
	nasional: '',
};

/** The register of internal policies. */
export const tabelKebijakan: readonly Baris[] = [
	{
		pintu: 'GET /kerja/[slug]/kebijakan',
		alamat: '/kerja/{slug}/kebijakan',
		siapa: { ...pembaca, saudara: peranBatas },
	},
	{ pintu: `GET ${k}`, alamat, siapa: pembaca },
	{ pintu: `GET ${k}/berkas/[sha]`, alamat: `${alamat}/berkas/{kebijakanSha}`, siapa: pembaca },
	{
		pintu: `POST ${k}?/dokumen`,
		alamat: `${alamat}?/dokumen`,
		isian: { jenis: 'sop', judul: 'SOP {n}', status: 'draf' },
		berkas: { medan: 'berkas', nama: 'sop.txt', isi: 'isi sop' },
		siapa: penulis,
		catat: 'kebijakan.tambah',
	},
	{
		pintu: `POST ${k}?/reviu`,
		alamat: `${alamat}?/reviu`,
		isian: { dokumenId: '{kebijakan}', tanggal: '2026-02-01', temuan: 't{n}', rekomendasi: 'r' },
		berkas: { medan: 'berkas', nama: 'reviu.txt', isi: 'isi reviu' },
		siapa: penulis,
		catat: 'kebijakan.reviu',
	},
	{
		pintu: `POST ${k}?/pasal`,
		alamat: `${alamat}?/pasal`,
		isian: { dokumenId: '{kebijakan}', 'syarat-data': 'pasal {n}' },
		siapa: penulis,
		catat: 'kebijakan.pasal',
	},
	{
		pintu: `POST ${k}?/pakai`,
		alamat: `${alamat}?/pakai`,
		isian: { ke: '{spbe}.I01' },
		siapa: pengisiTugas,
		catat: 'kebijakan.pakai',
	},
	{
		pintu: `POST ${k}?/tarik`,
		alamat: `${alamat}?/tarik`,
		isian: { reviuId: '{kebijakanReviu}' },
		siapa: penulis,
		catat: 'kebijakan.reviu_batal',
	},
];
