import { type Baris, peranBatas, peranDalam, type Siapa, seluruh } from './baris.ts';

const k = '/kerja/[slug]/audit';
const d = '/kerja/{slug}/audit';

/** Everybody of the institution; who is limited to units sees what is theirs. */
const pembaca: Siapa = { instansi: peranDalam, unit: peranBatas, saudara: '', nasional: '' };
const pengelola = seluruh('koordinator admin_instansi auditor');
const pemberi = seluruh('koordinator admin_instansi');
const isi = {
	nama: 'Sistem {n}',
	kekritisan: 'sedang',
	kelasData: 'terbuka',
	unitId: '{unit}',
	alamat: 'a.invalid',
};
const izin = {
	...{ nomor: '{n}', pemberi: 'Kepala Dinas', sasaran: 'a.invalid:443' },
	...{ berlakuDari: '2026-01-01', berlakuSampai: '2026-12-31' },
};

/** The register of systems, their checks and the permits. */
export const tabelAudit: readonly Baris[] = [
	{ pintu: `GET ${k}/sistem`, alamat: `${d}/sistem`, siapa: { ...pembaca, saudara: peranBatas } },
	{
		pintu: `POST ${k}/sistem?/periksa`,
		alamat: `${d}/sistem?/periksa`,
		isian: {},
		siapa: pengelola,
		catat: 'periksa.minta',
	},
	{
		pintu: `POST ${k}/sistem?/jadwal`,
		alamat: `${d}/sistem?/jadwal`,
		isian: { selang: 'tidak' },
		siapa: pengelola,
		catat: 'periksa.jadwal',
	},
	{ pintu: `GET ${k}/sistem/baru`, alamat: `${d}/sistem/baru`, siapa: pengelola },
	{
		pintu: `POST ${k}/sistem/baru`,
		alamat: `${d}/sistem/baru`,
		isian: isi,
		siapa: pengelola,
		catat: 'sistem.buat',
	},
	{ pintu: `GET ${k}/sistem/[id]`, alamat: `${d}/sistem/{sistem}`, siapa: pembaca },
	{
		pintu: `POST ${k}/sistem/[id]?/ubah`,
		alamat: `${d}/sistem/{sistemUbah}?/ubah`,
		isian: { ...isi, id: '{sistemUbah}', diubah: '{sistemDiubah}' },
		siapa: pengelola,
		catat: 'sistem.ubah',
	},
	{
		pintu: `POST ${k}/sistem/[id]?/periksa`,
		alamat: `${d}/sistem/{sistem}?/periksa`,
		isian: {},
		siapa: pengelola,
		catat: 'periksa.minta',
	},
	{
		pintu: `GET ${k}/sistem/[id]/periksa/[nomor]`,
		alamat: `${d}/sistem/{sistem}/periksa/{periksa}`,
		siapa: pembaca,
	},
	{ pintu: `GET ${k}/izin`, alamat: `${d}/izin`, siapa: seluruh(peranDalam) },
	{
		pintu: `POST ${k}/izin?/buat`,
		alamat: `${d}/izin?/buat`,
		isian: izin,
		siapa: pemberi,
		catat: 'izin_periksa.buat',
	},
	{
		pintu: `POST ${k}/izin?/cabut`,
		alamat: `${d}/izin?/cabut`,
		isian: { id: '{izinCabut}' },
		siapa: pemberi,
		jawab: [200, 303, 404, 422],
		catat: 'izin_periksa.cabut',
	},
];
