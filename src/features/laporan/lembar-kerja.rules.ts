import type { IndikatorLengkap, InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { formatAngka } from '#ui/format.ts';
import type { LembarXlsx, SelXlsx } from './cetak/tulis-xlsx.ts';
import { angka } from './lembar-hasil.rules.ts';

/** What a person fills in; the value as typed, "" for none. */
export interface IsiLembar {
	nilai: string;
	fakta: string;
	analisis: string;
	justifikasi: string;
}

export interface EntriLembarKerja extends Omit<IsiLembar, 'nilai'> {
	id: bigint;
	indikator: string;
	/** Hundredths. */
	nilai: number | null;
	oleh: string | null;
	waktu: Date;
}

export const FORMAT_LEMBAR = 'matang-lembar-kerja/1';
export const LEMBAR_IDENTITAS = '_matang';
/** Characters of one explanation that the ledger takes. */
export const HURUF_PENJELASAN = 20_000;

/** Headings as they stand in the first row; a paper is read by them, not by their order. */
export const kolomLembar = {
	kode: 'Kode',
	indikator: 'Indikator',
	nilai: 'Nilai',
	fakta: 'Fakta',
	analisis: 'Analisis',
	justifikasi: 'Justifikasi',
	kriteria: 'Kriteria tingkat',
} as const;

export interface BahanLembar {
	penilaian: { id: number; nama: string; tahun: number; tahap: string };
	instansi: string;
	rangka: InstrumenLengkap;
	/** Newest entry of every indicator. */
	entri: readonly EntriLembarKerja[];
	/** Indicators that the person fills in. */
	indikator: readonly string[];
	waktu: Date;
}

/** Where an institution's assessment stands, to be worked on without a link: one sheet per domain or aspect. */
export function susunLembarKerja(bahan: BahanLembar): LembarXlsx[] {
	const { rangka, indikator } = bahan;
	const bagian =
		rangka.domain.length > 0
			? rangka.domain.map((d) => ({ ...d, isi: d.aspek.flatMap((a) => a.indikator) }))
			: rangka.aspek.map((a) => ({ ...a, isi: a.indikator }));
	return [
		petunjuk(bahan),
		...bagian
			.map((b) => ({ ...b, isi: b.isi.filter((i) => indikator.includes(i.id)) }))
			.filter((b) => b.isi.length > 0)
			.map((b) => lembarBagian(bahan, `${b.id} ${b.nama}`, b.isi)),
		identitas(bahan),
	];
}

function petunjuk({ penilaian, instansi, rangka, waktu }: BahanLembar): LembarXlsx {
	const { min, maks, desimal } = rangka.skala;
	const skala =
		desimal === 0
			? `tingkat ${min / 100} sampai ${maks / 100}`
			: `angka ${formatAngka(min, 'id')} sampai ${formatAngka(maks, 'id')}`;
	return {
		...{ nama: 'Petunjuk', terkunci: true, kolom: [{ nama: 'Lembar kerja penilaian', lebar: 110 }] },
		baris: [
			[`${instansi} · ${penilaian.nama} · ${penilaian.tahun}`],
			[`Diunduh ${waktu.toISOString().slice(0, 16).replace('T', ' ')} UTC`],
			[`Isi sel berwarna kuning: Nilai (${skala}, kosong berarti belum dinilai), Fakta, dan Analisis.`],
			['Sel lain dikunci. Baris boleh diurutkan ulang; judul kolom dan kolom Kode jangan diubah.'],
			[
				'Muat kembali di halaman Laporan putaran ini. Yang berubah ditampilkan dulu; tidak ada yang ditimpa diam-diam.',
			],
			['Lembar ini hanya untuk penilaian yang disebut di atas.'],
		],
	};
}

function lembarBagian(
	{ rangka, entri, penilaian }: BahanLembar,
	nama: string,
	isi: readonly IndikatorLengkap[],
): LembarXlsx {
	const { min, maks, desimal } = rangka.skala;
	const luar = penilaian.tahap !== 'mandiri';
	const tingkat =
		desimal === 0 ? Array.from({ length: (maks - min) / 100 + 1 }, (_, n) => String(min / 100 + n)) : [];
	const k = kolomLembar;
	return {
		...{ nama, terkunci: true },
		kolom: [
			{ nama: k.kode, lebar: 8, gaya: 'tebal' },
			{ nama: k.indikator, lebar: 40 },
			{ nama: k.nilai, lebar: 8, gaya: 'bukaAngka' },
			{ nama: k.fakta, lebar: 50, gaya: 'buka' },
			{ nama: k.analisis, lebar: 50, gaya: 'buka' },
			...(luar ? [{ nama: k.justifikasi, lebar: 50, gaya: 'buka' as const }] : []),
			{ nama: k.kriteria, lebar: 70, gaya: 'redup' },
		],
		baris: isi.map((i): SelXlsx[] => {
			const e = entri.find((x) => x.indikator === i.id);
			return [
				...[i.id, i.nama, e?.nilai == null ? null : angka(e.nilai), e?.fakta ?? '', e?.analisis ?? ''],
				...(luar ? [e?.justifikasi ?? ''] : []),
				tulisKriteria(rangka, i),
			];
		}),
		...(tingkat.length > 0 && {
			pilihan: [
				{
					kolom: 2,
					sampai: isi.length + 1,
					isi: tingkat,
					pesan: `Pilih ${tingkat[0]} sampai ${tingkat.at(-1)}`,
				},
			],
		}),
	};
}

const tulisKriteria = ({ keluargaTingkat }: InstrumenLengkap, i: IndikatorLengkap): string => {
	const keluarga = keluargaTingkat[i.keluarga]?.tingkat ?? {};
	return [...new Set([...Object.keys(i.tingkat), ...Object.keys(keluarga)])]
		.sort()
		.map((t) => ({ t, teks: i.tingkat[t] ?? keluarga[t]?.kriteria ?? '' }))
		.filter(({ teks }) => teks !== '')
		.map(({ t, teks }) => `${t}: ${teks}`)
		.join('\n');
};

function identitas({ penilaian, instansi, rangka, entri, indikator, waktu }: BahanLembar): LembarXlsx {
	const posisi = indikator.map((id): SelXlsx[] => [
		`posisi:${id}`,
		String(entri.find((e) => e.indikator === id)?.id ?? 0n),
	]);
	return {
		...{ nama: LEMBAR_IDENTITAS, tersembunyi: true, terkunci: true },
		kolom: [
			{ nama: 'kunci', lebar: 20 },
			{ nama: 'isi', lebar: 40 },
		],
		baris: [
			['format', FORMAT_LEMBAR],
			['penilaian', String(penilaian.id)],
			['keterangan', `${instansi} · ${penilaian.nama} · ${penilaian.tahun}`],
			['instrumen', rangka.id],
			['tahap', penilaian.tahap],
			['diunduh', waktu.toISOString()],
			...posisi,
		],
	};
}
