import {
	type Blok,
	type Dokumen,
	judul,
	paragraf,
	paragrafTeks,
} from '#features/laporan/cetak/dokumen.rules.ts';
import { formatTanggal } from '#ui/format.ts';
import { auditCopy } from '../audit.copy.ts';
import type { AuditTerbuka } from '../kerja/read-audit.ts';
import type { Program } from '../program/program.store.ts';
import { temuanCopy } from '../temuan/temuan.copy.ts';
import type { Temuan } from '../temuan/temuan.store.ts';

const kata = auditCopy.id;
const katTemuan = temuanCopy.id;
const hari = (iso: string | null) => (iso === null ? '–' : formatTanggal(iso, 'id'));
const isi = (teks: string) => (teks.trim() === '' ? '–' : teks);

interface Kepala {
	instansi: string;
	waktu: Date;
}

const bungkus = (k: Kepala, jenis: string, nama: string, subjudul: string, blok: Blok[]): Dokumen => ({
	...{ jenis, judul: nama, subjudul, waktu: k.waktu, isi: blok },
	tentang: k.instansi,
	kaki: 'Matang, dari ruang audit TIK',
});

/** The programme over years. */
export function dokumenProgram(k: Kepala, program: readonly Program[]): Dokumen {
	const tahun = program.map((p) => p.tahun);
	const rentang = `${Math.min(...tahun)}–${Math.max(...tahun)}`;
	return bungkus(k, 'Program audit', `Program Audit TIK ${k.instansi} ${rentang}`, '', [
		paragraf(
			'Audit infrastruktur, aplikasi, dan keamanan SPBE yang direncanakan, beserta keadaannya di Peta Rencana.',
		),
		{
			b: 'tabel',
			judul: 'Program per tahun',
			kolom: [
				{ nama: 'Tahun', lebar: 8 },
				{ nama: 'Jenis', lebar: 22 },
				{ nama: 'Pelaksana', lebar: 12 },
				{ nama: 'Objek', lebar: 40 },
				{ nama: 'Peta Rencana', lebar: 18 },
			],
			baris: program.map((p) => ({
				sel: [
					...[String(p.tahun), kata.jenisNama[p.jenis] ?? '', kata.pelaksanaNama[p.pelaksana] ?? '', p.objek],
					p.petaId === null ? 'belum masuk' : 'masuk',
				],
			})),
		},
	]);
}

const fakta = (a: AuditTerbuka): Blok => ({
	b: 'fakta',
	butir: [
		{ kunci: 'Jenis', nilai: `${kata.jenisNama[a.audit.jenis]}, ${kata.pelaksanaNama[a.audit.pelaksana]}` },
		...(a.audit.lembaga
			? [{ kunci: 'Pelaksana', nilai: `${kata.lembagaNama[a.audit.lembaga]} ${a.audit.namaLembaga}`.trim() }]
			: []),
		{ kunci: 'Waktu', nilai: `${hari(a.audit.mulai)} sampai ${hari(a.audit.selesai)}` },
		{
			kunci: 'Surat tugas',
			nilai: a.audit.stNomor ? `${a.audit.stNomor}, ${hari(a.audit.stTanggal)}` : 'belum ada',
		},
	],
});

const tabelLingkup = (a: AuditTerbuka): Blok => ({
	b: 'tabel',
	judul: 'Lingkup',
	kolom: [
		{ nama: 'Yang diaudit', lebar: 60 },
		{ nama: 'Unit', lebar: 40 },
	],
	baris: a.audit.lingkup.map((l) => ({ sel: [l.nama, l.unit ?? '–'] })),
});

const tabelTim = (a: AuditTerbuka): Blok => ({
	b: 'tabel',
	judul: 'Tim',
	kolom: [
		{ nama: 'Nama', lebar: 35 },
		{ nama: 'Peran', lebar: 25 },
		{ nama: 'Sertifikat', lebar: 40 },
	],
	baris: a.audit.tim.map((t) => ({ sel: [t.nama, kata.peranNama[t.peran] ?? '', isi(t.sertifikat)] })),
});

/** The letter of assignment. */
export function dokumenSurat(k: Kepala, a: AuditTerbuka): Dokumen {
	const { audit } = a;
	return bungkus(k, 'Surat tugas', 'Surat Tugas', `Nomor ${audit.stNomor}`, [
		paragraf(`Menugaskan tim di bawah ini untuk melaksanakan ${audit.judul} pada ${k.instansi}.`),
		fakta(a),
		...(audit.tujuan ? [judul(1, 'Tujuan'), ...paragrafTeks(audit.tujuan)] : []),
		judul(1, 'Tim'),
		tabelTim(a),
		judul(1, 'Lingkup'),
		tabelLingkup(a),
		{
			b: 'tanda',
			pihak: [
				{ sebagai: 'Pemberi tugas', nama: isi(audit.stPemberi), jabatan: '', waktu: hari(audit.stTanggal) },
			],
		},
	]);
}

/** The report of an audit (LHAK). */
export function dokumenLaporan(k: Kepala, a: AuditTerbuka): Dokumen {
	const { audit } = a;
	const sub =
		audit.dilaporkan === null ? 'Rancangan, belum diterbitkan' : `Diterbitkan ${hari(audit.dilaporkan)}`;
	return bungkus(k, 'Laporan hasil audit', `Laporan Hasil Audit: ${audit.judul}`, sub, [
		...bagianOpini(a),
		judul(1, 'Penugasan'),
		fakta(a),
		...(audit.tujuan ? paragrafTeks(audit.tujuan) : []),
		tabelLingkup(a),
		tabelTim(a),
		judul(1, 'Hasil per area'),
		tabelArea(a),
		judul(1, 'Temuan'),
		...(a.temuan.length === 0 ? [paragraf('Tidak ada temuan.')] : a.temuan.flatMap(blokTemuan)),
		judul(1, 'Kriteria dan kertas kerja', true),
		...a.area.flatMap((r) => [judul(2, r.area), tabelKriteria(a, r.area)]),
	]);
}

function bagianOpini(a: AuditTerbuka): Blok[] {
	const { audit, aturanOpini } = a;
	const { edk, eik, efk } = aturanOpini.permil;
	const persen = (n: number) => `${n / 10}%`;
	const pokok = audit.pokok.map((p) => kata.pokokNama[p] ?? p).join(', ');
	return [
		judul(1, 'Kesimpulan'),
		paragraf([{ t: audit.opini ? (kata.opiniNama[audit.opini] ?? '') : 'Belum disimpulkan', tebal: true }]),
		...paragrafTeks(audit.kesimpulan),
		...(pokok ? [paragraf(`Hal pokok teknis yang diperiksa: ${pokok}.`)] : []),
		...(audit.reviuWaktu
			? [paragraf(`Reviu mutu oleh ${audit.reviuOleh ?? '–'}: ${audit.reviuCatatan}`)]
			: []),
		{
			b: 'catatan',
			judul: 'Aturan opini',
			teks: `Menurut aturan: ${a.opini ? kata.opiniNama[a.opini] : 'belum dapat disimpulkan'}. ${
				audit.opiniAlasan ? `Alasan auditor: ${audit.opiniAlasan}. ` : ''
			}Ambang EDK ${persen(edk.M)}/${persen(edk.PP)}, EIK ${persen(eik.S)}, EFK ${persen(efk.E)}/${persen(efk.PP)}, dicocokkan dengan matriks per area. Sumber: ${aturanOpini.sumber}. Kepastian: ${aturanOpini.kepastian}; ini setelan, bukan bunyi peraturan.`,
		},
	];
}

const tabelArea = (a: AuditTerbuka): Blok => ({
	b: 'tabel',
	judul: 'Hasil per area',
	kolom: [
		{ nama: 'Area', lebar: 36 },
		{ nama: 'EDK', lebar: 16 },
		{ nama: 'EIK', lebar: 16 },
		{ nama: 'EFK', lebar: 16 },
		{ nama: 'Opini', lebar: 16 },
	],
	baris: a.area.map((r) => ({
		sel: [
			r.area,
			`${kata.edkNama[r.edk.hasil]} (${r.edk.dapat}/${r.edk.dari})`,
			r.eik ? `${kata.eikNama[r.eik.hasil]} (${r.eik.dapat}/${r.eik.dari})` : '–',
			`${kata.efkNama[r.efk.hasil]} (${r.efk.dapat}/${r.efk.dari})`,
			r.opini ? (kata.opiniNama[r.opini] ?? '') : `${r.belum} belum diuji`,
		],
	})),
});

const tabelKriteria = (a: AuditTerbuka, area: string): Blok => ({
	b: 'tabel',
	judul: area,
	kolom: [
		{ nama: 'Kriteria', lebar: 38 },
		{ nama: 'Uji (EDK, EIK, EFK)', lebar: 20 },
		{ nama: 'Yang diperiksa', lebar: 26 },
		{ nama: 'Sampel dan catatan', lebar: 16 },
	],
	baris: a.kriteria
		.filter((k) => k.area === area)
		.map((k) => ({
			sel: [
				`${k.kode} ${k.teks}`,
				[kata.edkNama[k.edk ?? ''], kata.eikNama[k.eik ?? ''], kata.efkNama[k.efk ?? '']]
					.map((u) => u ?? '–')
					.join(', '),
				isi(k.diperiksa),
				isi([k.sampel, k.catatan, k.tautan].filter((t) => t !== '').join('; ')),
			],
		})),
});

function blokTemuan(t: Temuan): Blok[] {
	const butir = [
		[katTemuan.risiko, katTemuan.risikoNama[t.risiko] ?? ''],
		[katTemuan.unit, t.unit ?? katTemuan.tanpaUnit],
		[katTemuan.kondisi, t.kondisi],
		[katTemuan.kriteria, isi(t.kriteria)],
		[katTemuan.sebab, isi(t.sebab)],
		[katTemuan.akibat, isi(t.akibat)],
		[katTemuan.rekomendasi, isi(t.rekomendasi)],
		[katTemuan.tanggapan, t.sikap ? `${katTemuan.sikapNama[t.sikap]}. ${t.tanggapan}` : '–'],
		[katTemuan.rencanaAksi, isi(t.rencanaAksi)],
		[katTemuan.penanggung, t.orang ?? katTemuan.tanpaOrang],
		[katTemuan.tenggat, hari(t.tenggat)],
		[katTemuan.keadaan, keadaanTemuan(t)],
	] as const;
	return [
		judul(2, `${t.nomor}. ${t.judul}`),
		{ b: 'fakta', butir: butir.map(([kunci, nilai]) => ({ kunci, nilai })) },
	];
}

const keadaanTemuan = (t: Temuan): string =>
	`${katTemuan.keadaanNama[t.keadaan]}${t.sampai ? ` sampai ${hari(t.sampai)}` : ''}`;

/** Rows of the follow-up matrix. */
export const kolomTindakLanjut = [
	{ nama: 'No', lebar: 6 },
	{ nama: 'Temuan', lebar: 32 },
	{ nama: 'Risiko', lebar: 10 },
	{ nama: 'Unit', lebar: 24 },
	{ nama: 'Rekomendasi', lebar: 40 },
	{ nama: 'Tanggapan', lebar: 32 },
	{ nama: 'Rencana aksi', lebar: 32 },
	{ nama: 'Penanggung jawab', lebar: 20 },
	{ nama: 'Tenggat', lebar: 12 },
	{ nama: 'Keadaan', lebar: 20 },
	{ nama: 'Bukti', lebar: 40 },
	{ nama: 'Ditutup', lebar: 12 },
] as const;

export const barisTindakLanjut = (temuan: readonly Temuan[]): (string | number)[][] =>
	temuan.map((t) => [
		...[t.nomor, t.judul, katTemuan.risikoNama[t.risiko] ?? '', t.unit ?? katTemuan.tanpaUnit, t.rekomendasi],
		...[
			t.sikap ? `${katTemuan.sikapNama[t.sikap]}. ${t.tanggapan}` : '',
			t.rencanaAksi,
			t.orang ?? '',
			t.tenggat,
		],
		...[
			keadaanTemuan(t),
			[t.bukti, t.tautan, t.namaBerkas ?? ''].filter((b) => b !== '').join('\n'),
			t.tutup ?? '',
		],
	]);
