import { buktiCopy } from '#features/bukti/bukti.copy.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { listAspek, listIndikator } from '#scoring/instrumen.ts';
import { formatWaktu } from '#ui/format.ts';
import type { BarisXlsx, GayaSel, LembarXlsx, SelXlsx } from './cetak/tulis-xlsx.ts';
import { type ButirLaporan, kodeBukti, namaTahap, statusBukti } from './kertas-kerja.rules.ts';
import { syaratTingkat } from './laporan-hasil.rules.ts';
import { angka } from './lembar-hasil.rules.ts';
import type { EntriNilai, NilaiIndikator } from './nilai-putaran.rules.ts';

const atau = (n: number | null | undefined): SelXlsx => (n == null ? null : angka(n));

/** The working papers as a workbook: the indicators in one table, then a sheet for each of them. */
export function lembarKertasKerja(
	rangka: InstrumenLengkap,
	nilai: readonly NilaiIndikator[],
	bukti: readonly ButirLaporan[],
): LembarXlsx[] {
	return [ringkasan(rangka, nilai, bukti), ...nilai.map((n) => lembarIndikator(rangka, n, bukti))];
}

function ringkasan(
	rangka: InstrumenLengkap,
	nilai: readonly NilaiIndikator[],
	bukti: readonly ButirLaporan[],
): LembarXlsx {
	const tahap = [...new Set(nilai.flatMap((n) => n.luar.map((e) => e.tahap)))];
	const aspek = new Map(listAspek(rangka).map((a) => [a.id, a.nama]));
	const desimal = (nama: string) => ({ nama, lebar: 12, gaya: 'desimal' as const });
	return {
		nama: 'Ringkasan',
		kolom: [
			...[
				{ nama: 'Kode', lebar: 8, gaya: 'tebal' as const },
				{ nama: 'Indikator', lebar: 50 },
				{ nama: 'Aspek', lebar: 34 },
				{ nama: 'Bobot', lebar: 9 },
			],
			...['Mandiri', ...tahap.map(namaTahap), 'Berlaku'].map(desimal),
			...[
				{ nama: 'Bukti', lebar: 8 },
				{ nama: 'Bukti dikembalikan', lebar: 12 },
			],
		],
		baris: nilai.map((n) => {
			const milik = bukti.filter((b) => b.indikator === n.id);
			return [
				...[n.id, n.nama, aspek.get(n.aspek) ?? n.aspek, n.bobot, atau(n.mandiri?.nilai)],
				...tahap.map((t) => atau(n.luar.find((e) => e.tahap === t)?.nilai)),
				...[atau(n.kini?.nilai), milik.length, milik.filter((b) => b.status === 'dikembalikan').length],
			];
		}),
	};
}

type Baris = [bagian: string, isi: string, nilai?: SelXlsx, oleh?: string, waktu?: string];
const tebal: readonly GayaSel[] = ['tebal', 'tebal'];

function lembarIndikator(
	rangka: InstrumenLengkap,
	n: NilaiIndikator,
	bukti: readonly ButirLaporan[],
): LembarXlsx {
	const aspek = listAspek(rangka).find((a) => a.id === n.aspek)?.nama ?? n.aspek;
	const i = listIndikator(rangka).find((x) => x.id === n.id);
	const entri = [n.mandiri, ...n.luar].filter((e): e is EntriNilai => e !== null);
	const baris: BarisXlsx[] = [
		penuhi(['Indikator', n.nama], tebal),
		penuhi(['Aspek', aspek]),
		...(i?.pertanyaan ? [penuhi(['Pertanyaan', i.pertanyaan])] : []),
		...susunKriteria(rangka, n, Object.keys(i?.tingkat ?? {})),
		...(entri.length === 0 ? [penuhi(['Nilai', 'Belum dinilai.'])] : entri.map(barisNilai)),
		...penjelasan('Fakta', n.mandiri?.fakta),
		...penjelasan('Analisis', n.mandiri?.analisis),
		...n.luar.flatMap((e) => penjelasan(`Justifikasi, ${namaTahap(e.tahap)}`, e.justifikasi)),
		...bukti.filter((b) => b.indikator === n.id).flatMap(barisBukti),
	];
	return {
		nama: n.id,
		kolom: [
			...[
				{ nama: n.id, lebar: 26, gaya: 'tebal' as const },
				{ nama: 'Isi', lebar: 80 },
			],
			{ nama: 'Nilai', lebar: 9, gaya: 'desimal' },
			...[
				{ nama: 'Oleh', lebar: 30 },
				{ nama: 'Waktu', lebar: 24 },
			],
		],
		baris,
	};
}

const penuhi = (
	[bagian, isi, nilai = null, oleh = '', waktu = '']: Baris,
	gaya: readonly (GayaSel | null)[] = [],
): BarisXlsx => ({ sel: [bagian, isi, nilai, oleh, waktu], gaya });

const penjelasan = (nama: string, teks: string | undefined): BarisXlsx[] =>
	(teks ?? '').trim() === '' ? [] : [penuhi([nama, teks ?? ''])];

/** The criteria of every level; that of the value that stands is in bold. */
function susunKriteria(rangka: InstrumenLengkap, n: NilaiIndikator, tingkat: readonly string[]): BarisXlsx[] {
	return tingkat
		.map((t) => ({ t, teks: syaratTingkat(rangka, n.id, Number(t)) }))
		.filter(({ teks }) => teks !== '')
		.map(({ t, teks }) =>
			penuhi([`Kriteria tingkat ${t}`, teks], n.kini?.nilai === Number(t) * 100 ? tebal : []),
		);
}

const barisNilai = (e: EntriNilai): BarisXlsx =>
	penuhi([`Nilai, ${namaTahap(e.tahap)}`, '', atau(e.nilai), e.oleh ?? '', formatWaktu(e.waktu, 'id')]);

/** An item of evidence, and why it was returned where it was. */
function barisBukti(b: ButirLaporan): BarisXlsx[] {
	const r = b.revisi[0];
	const letak = r?.penunjuk ? ` (${r.penunjuk})` : '';
	const isi = `${r?.judul ?? '–'}${letak}: ${statusBukti(b.status)}`;
	const putusan = b.status === 'dikembalikan' ? b.putusan[0] : undefined;
	const alasan = putusan?.alasan ? (buktiCopy.id.alasanNama[putusan.alasan] ?? putusan.alasan) : '';
	const sebab = [alasan, putusan?.catatan ?? ''].filter((t) => t !== '').join('. ');
	return [
		penuhi([`Bukti ${kodeBukti(b.indikator, b.huruf)}, tingkat ${b.tingkat}`, isi]),
		...(sebab === '' ? [] : [penuhi(['Alasan dikembalikan', sebab])]),
	];
}
