import { type Baris, peranDalam, seluruh } from './baris.ts';

const r = '/kerja/[slug]/rencana';
const alamat = '/kerja/{slug}/rencana';
const dari = 'dari={spbe}&anggap=1&target=1,05';

/** Plans concern the whole institution: who is limited to a unit has no part in them. */
const pembaca = seluruh(peranDalam);
const pengelola = seluruh('koordinator penanggung_jawab');

/** Targets, costs, what-if, plans, and the step from a plan to work. */
export const tabelRencana: readonly Baris[] = [
	{ pintu: `GET ${r}`, alamat, siapa: pembaca },
	{ pintu: `GET ${r}/susun`, alamat: `${alamat}/susun`, siapa: pembaca },
	{ pintu: `GET ${r}/simulasi`, alamat: `${alamat}/simulasi`, siapa: pembaca },
	{ pintu: `GET ${r}/sasaran`, alamat: `${alamat}/sasaran`, siapa: pembaca },
	{ pintu: `GET ${r}/ongkos`, alamat: `${alamat}/ongkos`, siapa: pembaca },
	{ pintu: `GET ${r}/ongkos/[indikator]`, alamat: `${alamat}/ongkos/I01`, siapa: pembaca },
	{ pintu: `GET ${r}/banding`, alamat: `${alamat}/banding`, siapa: pembaca },
	{ pintu: `GET ${r}/simpanan/[id]`, alamat: `${alamat}/simpanan/{rencana}`, siapa: pembaca },
	{
		pintu: `GET ${r}/simpanan/[id]/unduh`,
		alamat: `${alamat}/simpanan/{rencana}/unduh?format=docx`,
		siapa: pembaca,
	},
	{
		pintu: `POST ${r}/susun?/simpan`,
		alamat: `${alamat}/susun?/simpan&${dari}`,
		isian: { nama: 'Rencana {n}', alasan: '' },
		siapa: pengelola,
		catat: 'rencana.simpan',
	},
	{
		pintu: `POST ${r}/simulasi?/simpan`,
		perihal: 'tingkat belum lengkap',
		alamat: `${alamat}/simulasi?/simpan&${dari}`,
		isian: { nama: 'Skenario {n}', alasan: '', I01: '2' },
		siapa: pengelola,
		jawab: [422],
	},
	{
		pintu: `POST ${r}/simulasi?/berkas`,
		alamat: `${alamat}/simulasi?/berkas&${dari}`,
		berkas: { medan: 'berkas', nama: 'hitung.csv', isi: 'instrumen,id,nilai\nspbe-2020,I01,2\n' },
		siapa: pembaca,
	},
	{
		pintu: `POST ${r}/sasaran?/tetapkan`,
		alamat: `${alamat}/sasaran?/tetapkan`,
		isian: { tahun: '2030', simpul: 'indeks', nilai: '3,5', alasan: '{n}' },
		siapa: pengelola,
		catat: 'sasaran.tetapkan',
	},
	{
		pintu: `POST ${r}/sasaran?/cabut`,
		alamat: `${alamat}/sasaran?/cabut`,
		isian: { tahun: '2031', simpul: 'indeks' },
		siapa: pengelola,
		catat: 'sasaran.cabut',
	},
	{
		pintu: `POST ${r}/ongkos/[indikator]?/simpan`,
		alamat: `${alamat}/ongkos/I01?/simpan`,
		isian: { instrumen: 'spbe-2020', 'usaha-2': '7', 'layak-2': 'ya', 'rupiah-2': '15000000' },
		siapa: pengelola,
		catat: 'ongkos.isi',
	},
	{
		pintu: `POST ${r}/simpanan/[id]?/jadikan`,
		alamat: `${alamat}/simpanan/{rencana}?/jadikan`,
		isian: { tenggat: '' },
		siapa: pengelola,
		catat: 'rencana.jalankan',
	},
	{
		pintu: `POST ${r}/simpanan/[id]?/arsip`,
		alamat: `${alamat}/simpanan/{rencanaArsip}?/arsip`,
		isian: {},
		siapa: pengelola,
		catat: 'rencana.arsip',
	},
];
