import type { Baris } from './baris.ts';

/** A public page or file. */
const publik = (pintu: string, alamat = pintu.split(' ')[1] ?? ''): Baris => ({
	pintu,
	alamat,
	siapa: 'semua',
	jawab: [200],
});

/** What everybody may do. */
export const tabelPublik: readonly Baris[] = [
	publik('GET /'),
	publik('GET /aksesibilitas'),
	publik('GET /bandingkan', '/bandingkan?i=kota-balikpapan&i=kota-samarinda'),
	publik('GET /cari', '/cari?q=balikpapan'),
	publik('GET /data'),
	publik('GET /data/[berkas]', '/data/hasil-2024.csv'),
	publik('GET /data/api'),
	publik('GET /hitung'),
	publik('GET /instansi'),
	publik('GET /instansi/[slug]', '/instansi/kota-balikpapan'),
	{ ...publik('GET /instansi/[slug]/[tahun]', '/instansi/kota-balikpapan/2024'), jawab: [308] },
	publik('GET /instansi/[slug]/[tahun]/[simpul]', '/instansi/kota-balikpapan/2024/D1'),
	publik('GET /instansi/[slug]/unduh', '/instansi/kota-balikpapan/unduh?format=csv'),
	publik('GET /instrumen'),
	publik('GET /instrumen/[id]', '/instrumen/spbe-2020'),
	publik('GET /instrumen/[id]/[indikator]', '/instrumen/spbe-2020/I01'),
	publik('GET /instrumen/padanan'),
	publik('GET /metode'),
	publik('GET /peringkat'),
	publik('GET /peringkat/unduh', '/peringkat/unduh?format=csv'),
	publik('GET /tentang'),
	{
		pintu: 'POST /hitung?/hitung',
		alamat: '/hitung?/hitung&instrumen=spbe-2020',
		isian: { I01: '3' },
		siapa: 'semua',
		jawab: [303],
	},
	{
		pintu: 'POST /hitung?/impor',
		alamat: '/hitung?/impor',
		berkas: { medan: 'berkas', nama: 'x.json', isi: '{}' },
		siapa: 'semua',
		jawab: [422],
	},
	{
		pintu: 'POST /hitung/unduh',
		alamat: '/hitung/unduh?format=json',
		isian: { instrumen: 'spbe-2020', I01: '3' },
		siapa: 'semua',
		jawab: [200],
	},
	...(
		[
			['listInstansi', '/api/v1/instansi'],
			['getInstansi', '/api/v1/instansi/kota-balikpapan'],
			['listHasil', '/api/v1/hasil?tahun=2024'],
			['listPeringkat', '/api/v1/peringkat?tahun=2024'],
			['listInstrumen', '/api/v1/instrumen'],
			['getInstrumen', '/api/v1/instrumen/spbe-2020'],
			['getIndeks', '/api/v1'],
			['getDokumen', '/api/v1/openapi.json'],
		] as const
	).map(([nama, alamat]) => publik(`API ${nama}`, alamat)),
	{
		pintu: 'API hitung',
		alamat: '/api/v1/hitung',
		json: { instrumen: 'spbe-2020', nilai: { I01: 3 } },
		siapa: 'semua',
		jawab: [200],
	},
	// Answered by the interface itself, whose operations stand above: another method than they have.
	{ pintu: '* /api/v1/[...jalur]', alamat: '/api/v1/tidak-ada', siapa: 'semua', jawab: [404] },
];
