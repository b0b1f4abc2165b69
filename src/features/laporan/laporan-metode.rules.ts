import { instansiCopy } from '#features/hasil/instansi-hasil.copy.ts';
import type { AsalNilai, HasilTahun } from '#features/hasil/instansi-hasil.schema.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { listAspek, listIndikator } from '#scoring/instrumen.ts';
import { pecahan, roundPerseratus } from '#scoring/pecahan.ts';
import { formatAngka, formatBilangan, formatPersen } from '#ui/format.ts';
import { type Blok, judul, paragraf } from './cetak/dokumen.rules.ts';

export const namaAsal: Record<AsalNilai, string> = {
	diumumkan: 'diumumkan',
	turunan: 'turunan',
	rentang: 'rentang',
};

export interface RerataLaporan {
	/** By kind of institution; `jumlah` in hundredths. */
	jenis: { kelompok: string; kunci: string; simpul: string; jumlah: bigint; banyak: number }[];
	/** Published national figures by node, hundredths. */
	nasional: { simpul: string; nilai: number; sumber: string | null }[];
}

const a = (nilai: number) => formatAngka(nilai, 'id');
const persen = (bobot: number, { total }: InstrumenLengkap['satuanBobot']) =>
	formatPersen(roundPerseratus(pecahan(bobot * 100, total)), 'id');

/** How an index of this instrument comes about: structure, weights, predicates. */
export function bagianMetode(
	instrumen: InstrumenLengkap,
	hasil: Pick<HasilTahun, 'tahun' | 'aturanPredikat'>,
): Blok[] {
	const aspek = listAspek(instrumen);
	const bagian = instrumen.domain.length > 0 ? `${instrumen.domain.length} domain, ` : '';
	const berdomain = instrumen.domain.length > 0;
	const induk = (id: string) => instrumen.domain.find((d) => d.aspek.some((x) => x.id === id))?.nama ?? '';
	return [
		judul(1, 'Metode'),
		paragraf(
			`Evaluasi memakai instrumen ${instrumen.nama} (${instrumen.singkatan}) menurut ${instrumen.dasarHukum.peraturan}: ${bagian}${aspek.length} aspek, ${listIndikator(instrumen).length} indikator. Setiap indikator dinilai ${a(instrumen.skala.min)} sampai ${a(instrumen.skala.maks)}. Indeks adalah jumlah nilai dikali bobot; angka dibulatkan dua desimal hanya saat ditampilkan.`,
		),
		{
			...{ b: 'tabel', judul: 'Bobot' },
			kolom: [
				...(berdomain ? [{ nama: 'Domain', lebar: 3 }] : []),
				{ nama: 'Aspek', lebar: 5 },
				{ nama: 'Indikator', lebar: 1.2, angka: true },
				{ nama: 'Bobot', lebar: 1.2, angka: true },
			],
			baris: aspek.map((x) => ({
				sel: [
					...(berdomain ? [induk(x.id)] : []),
					`${x.id} ${x.nama}`,
					String(x.indikator.length),
					persen(x.bobot, instrumen.satuanBobot),
				],
			})),
		},
		{
			...{
				b: 'tabel',
				judul: `Predikat (menurut indeks ${hasil.aturanPredikat === 'persis' ? 'sebelum' : 'sesudah'} dibulatkan)`,
			},
			kolom: [
				{ nama: 'Predikat', lebar: 2 },
				{ nama: 'Indeks', lebar: 3 },
			],
			baris: instrumen.predikat.pita.map((p) => ({
				sel: [p.nama, `${a(p.min)} sampai ${p.maksTermasuk ? '' : 'kurang dari '}${a(p.maks)}`],
			})),
		},
	];
}

/** National index and means by kind of institution of the year. */
export function bagianRerata({
	hasil,
	instrumen,
	rerata,
}: {
	hasil: HasilTahun;
	instrumen: InstrumenLengkap;
	rerata: RerataLaporan;
}): Blok[] {
	const { jenis, nasional } = rerata;
	const simpul = ['indeks', ...instrumen.domain.map((d) => d.id)];
	const cari = (kunci: string, s: string) =>
		jenis.find((r) => r.kelompok === 'jenis' && r.kunci === kunci && r.simpul === s);
	const kunci = jenis.filter((r) => r.kelompok === 'jenis' && r.simpul === 'indeks').map((r) => r.kunci);
	const teks = (r: { jumlah: bigint; banyak: number } | undefined) =>
		r ? a(roundPerseratus(pecahan(r.jumlah, r.banyak * 100))) : '–';
	const terbit = (s: string) => {
		const n = nasional.find((x) => x.simpul === s);
		return n ? a(n.nilai) : '–';
	};
	if (kunci.length === 0 && nasional.length === 0)
		return [judul(1, 'Rerata nasional'), paragraf(`Angka nasional tahun ${hasil.tahun} tidak tersedia.`)];
	const nama = (k: string) => (instansiCopy.id.jenis as Record<string, string>)[k] ?? k;
	const diri = (s: string) => {
		const n = hasil.simpul.find((x) => x.id === s);
		return s === 'indeks' ? a(hasil.indeks) : n && n.min === n.maks ? a(n.min) : '–';
	};
	return [
		judul(1, 'Rerata nasional'),
		...(kunci.length > 0
			? [
					paragraf(
						'Indeks nasional adalah angka yang diumumkan. Rerata menurut jenis dihitung Matang dari daftar hasil tahun itu (turunan).',
						true,
					),
				]
			: []),
		{
			...{ b: 'tabel', judul: `Indeks nasional dan rerata menurut jenis instansi, ${hasil.tahun}` },
			kolom: [
				{ nama: 'Kelompok', lebar: 4 },
				{ nama: 'Instansi', lebar: 1.2, angka: true },
				...simpul.map((s) => ({ nama: s === 'indeks' ? 'Indeks' : s, lebar: 1.1, angka: true })),
			],
			baris: [
				{ sel: ['Instansi ini', '', ...simpul.map(diri)], tebal: true },
				{ sel: ['Nasional (diumumkan)', '', ...simpul.map(terbit)] },
				...kunci.map((k) => ({
					sel: [
						nama(k),
						formatBilangan(cari(k, 'indeks')?.banyak ?? 0, 'id'),
						...simpul.map((s) => teks(cari(k, s))),
					],
				})),
			],
		},
	];
}
