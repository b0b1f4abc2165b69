import type { HasilTahun, InstansiHasil, SimpulHasil } from '#features/hasil/instansi-hasil.schema.ts';
import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { listAspek, listIndikator } from '#scoring/instrumen.ts';
import { formatAngka, formatDelta, formatPersen, formatRentang } from '#ui/format.ts';
import { type Blok, judul, paragraf } from './cetak/dokumen.rules.ts';
import { bagianMetode, bagianRerata, namaAsal, type RerataLaporan } from './laporan-metode.rules.ts';
import { namaIndikator } from './rilis.rules.ts';

export interface BahanLaporan {
	data: InstansiHasil;
	hasil: HasilTahun;
	instrumen: InstrumenLengkap;
	rerata: RerataLaporan;
}

const a = (nilai: number) => formatAngka(nilai, 'id');
const nilaiTeks = (s: Pick<SimpulHasil, 'min' | 'maks'>) => formatRentang(s.min, s.maks, 'id');
const turunan = ({ asal }: Pick<SimpulHasil, 'asal'>) => (asal === 'diumumkan' ? '' : ', turunan');
const atau = (nilai: number | null) => (nilai === null ? '–' : a(nilai));

/** The evaluation report of an institution's published year. */
export function susunLaporanHasil(bahan: BahanLaporan): Blok[] {
	return [
		...bagianRingkasan(bahan),
		...bagianMetode(bahan.instrumen, bahan.hasil),
		...bagianRerata(bahan),
		...bagianNilai(bahan),
		...bagianKekuatan(bahan),
		...bagianRekomendasi(bahan),
		...bagianIndikator(bahan),
		...bagianSumber(bahan),
	];
}

function bagianRingkasan({ data, hasil }: BahanLaporan): Blok[] {
	const { lalu, berikut } = hasil;
	const keterangan = [
		`Indeks ${hasil.instrumen.jenisIndeks} tahun ${hasil.tahun}, skala 1,00 sampai ${a(hasil.instrumen.puncak)}`,
		...(lalu ? [`${formatDelta(lalu.selisih, 'id')} dari ${lalu.tahun} (${a(lalu.indeks)})`] : []),
		...(berikut && berikut.jarak > 0
			? [`${a(berikut.jarak)} poin lagi ke predikat ${berikut.predikat}`]
			: []),
	];
	const tren = data.tren.filter((t) => t.nilai !== null);
	return [
		judul(1, 'Ringkasan eksekutif'),
		{ b: 'indeks', nilai: a(hasil.indeks), predikat: hasil.predikat, keterangan },
		...(hasil.status === 'meragukan'
			? [{ b: 'catatan' as const, judul: 'Angka ini ditandai meragukan', teks: hasil.alasanKalimat.id }]
			: []),
		paragraf(data.kalimat.id.join(' ')),
		...(tren.length > 1
			? [
					{
						...{ b: 'tabel' as const, judul: 'Indeks dari tahun ke tahun' },
						kolom: [
							{ nama: 'Tahun', lebar: 1 },
							{ nama: 'Instrumen', lebar: 2 },
							{ nama: 'Indeks', lebar: 4 },
							{ nama: 'Nasional', lebar: 1, angka: true },
						],
						baris: tren.map((t) => ({
							sel: [
								String(t.tahun),
								t.instrumen,
								{ batang: t.nilai as number, maks: hasil.instrumen.puncak, teks: a(t.nilai as number) },
								atau(data.nasional.find((n) => n.tahun === t.tahun)?.nilai ?? null),
							],
							tebal: t.tahun === hasil.tahun,
						})),
					},
				]
			: []),
	];
}

function bagianNilai({ hasil, instrumen }: BahanLaporan): Blok[] {
	const induk = hasil.simpul.filter((s) => s.jenis === 'domain');
	const aspek = hasil.simpul.filter((s) => s.jenis === 'aspek');
	const baris = [...induk, ...aspek.filter((s) => s.induk === null)].flatMap((d) => [
		{ sel: barisNilai(d), tebal: d.jenis === 'domain' },
		...aspek.filter((s) => s.induk === d.id).map((s) => ({ sel: barisNilai(s) })),
	]);
	if (baris.length === 0) return [];
	return [
		judul(1, instrumen.domain.length > 0 ? 'Nilai domain dan aspek' : 'Nilai aspek'),
		...(baris.some((r) => r.sel[3] !== 'diumumkan')
			? [
					paragraf(
						'Nilai bertanda turunan tidak diumumkan: nilainya satu-satunya yang mungkin menurut angka yang diumumkan. Rentang juga turunan: menyebut nilai terendah dan tertinggi yang mungkin.',
						true,
					),
				]
			: []),
		{
			...{ b: 'tabel', judul: `Nilai, bobot, dan poin indeks yang belum diraih, ${hasil.tahun}` },
			kolom: [
				{ nama: instrumen.domain.length > 0 ? 'Domain dan aspek' : 'Aspek', lebar: 5 },
				{ nama: 'Bobot', lebar: 1.2, angka: true },
				{ nama: 'Nilai', lebar: 1.6, angka: true },
				{ nama: 'Asal', lebar: 1.6 },
				{ nama: 'Rerata sejenis', lebar: 1.5, angka: true },
				{ nama: 'Belum diraih', lebar: 1.6, angka: true },
			],
			baris,
		},
	];
}

const barisNilai = (s: SimpulHasil): string[] => [
	`${s.id} ${s.nama}`,
	formatPersen(s.bobot, 'id'),
	nilaiTeks(s),
	namaAsal[s.asal],
	atau(s.tipe),
	formatRentang(s.hilangMin, s.hilangMaks, 'id'),
];

/** What an aspect says of strength and weakness: its indicators where they are known, else its own value. */
function bagianKekuatan({ hasil, instrumen }: BahanLaporan): Blok[] {
	const tahu = new Map(hasil.simpul.filter((s) => s.min === s.maks).map((s) => [s.id, s]));
	const isi = listAspek(instrumen).flatMap((aspek): Blok[] => {
		const nilai = tahu.get(aspek.id);
		const anak = aspek.indikator.flatMap((i) => tahu.get(i.id) ?? []);
		const kuat = anak.filter((s) => s.min >= 400);
		const lemah = anak.filter((s) => s.min <= 200);
		const butir = [
			...kuat.map((s) => `Kekuatan: ${namaIndikator(s.nama)} (${a(s.min)}${turunan(s)}).`),
			...lemah.map((s) => `Kelemahan: ${namaIndikator(s.nama)} (${a(s.min)}${turunan(s)}).`),
		];
		if (butir.length === 0 && nilai)
			butir.push(
				nilai.min >= 400
					? `Kekuatan: nilai aspek ${a(nilai.min)}${turunan(nilai)}.`
					: nilai.min <= 200
						? `Kelemahan: nilai aspek ${a(nilai.min)}${turunan(nilai)}.`
						: `Nilai aspek ${a(nilai.min)}${turunan(nilai)}; rincian indikatornya tidak diumumkan.`,
			);
		return butir.length === 0 ? [] : [judul(3, `${aspek.id} ${aspek.nama}`), { b: 'daftar', butir }];
	});
	const sorot = (judulSorot: string, daftar: HasilTahun['menonjol']): Blok[] =>
		daftar.length === 0
			? []
			: [
					judul(2, judulSorot),
					{
						b: 'daftar',
						butir: daftar.map(
							({ simpul: s, selisihTipe }) =>
								`${s.nama}: ${a(s.min)}${s.asal === 'diumumkan' ? '' : ' (turunan)'}${selisihTipe === null ? '' : `, ${formatDelta(selisihTipe, 'id')} terhadap rerata sejenis`}.`,
						),
					},
				];
	return [
		judul(1, 'Kekuatan dan kelemahan'),
		...sorot('Yang menonjol', hasil.menonjol),
		...sorot('Yang menahan nilai', hasil.menahan),
		...(isi.length > 0 ? [judul(2, 'Menurut aspek'), ...isi] : []),
		...(hasil.menonjol.length + hasil.menahan.length + isi.length === 0
			? [
					paragraf(
						'Sumber hanya mengumumkan indeks, sehingga kekuatan dan kelemahan menurut aspek tidak dapat disebut.',
					),
				]
			: []),
	];
}

const BANYAK_SARAN = 5;

function bagianRekomendasi({ hasil, instrumen }: BahanLaporan): Blok[] {
	const bagian = hasil.simpul
		.filter((s) => s.jenis === (instrumen.domain.length > 0 ? 'domain' : 'aspek') && s.asal !== 'rentang')
		.toSorted((x, y) => y.hilangMin - x.hilangMin || x.no - y.no)
		.slice(0, 3)
		.filter((s) => s.hilangMin > 0)
		.map(
			(s) =>
				`${s.nama} (nilai ${a(s.min)}, bobot ${formatPersen(s.bobot, 'id')}): nilai penuh di sini menambah indeks paling banyak ${a(s.hilangMin)} poin.`,
		);
	const rendah = hasil.simpul
		.filter((s) => s.jenis === 'indikator' && s.min === s.maks && s.min % 100 === 0 && s.min < 300)
		.toSorted((x, y) => x.min - y.min || y.bobot - x.bobot || x.no - y.no)
		.slice(0, BANYAK_SARAN)
		.map((s) => {
			const berikut = syaratTingkat(instrumen, s.id, s.min / 100 + 1);
			return `${namaIndikator(s.nama)} (tingkat ${s.min / 100}).${berikut === '' ? '' : ` Syarat tingkat ${s.min / 100 + 1}: ${berikut}`}`;
		});
	const butir = [...bagian, ...rendah];
	return [
		judul(1, 'Rekomendasi'),
		...(butir.length === 0
			? [
					paragraf(
						'Rekomendasi menurut domain dan indikator memerlukan nilainya, yang tidak diumumkan untuk tahun ini.',
					),
				]
			: [
					paragraf('Disusun Matang dari letak poin yang belum diraih; bukan rekomendasi asesor.', true),
					{ b: 'daftar' as const, bernomor: true, butir },
				]),
	];
}

/** What a level asks for, in the instrument's words; empty where it says nothing. */
export function syaratTingkat(
	instrumen: Pick<InstrumenLengkap, 'domain' | 'aspek' | 'keluargaTingkat'>,
	id: string,
	tingkat: number,
): string {
	const indikator = listIndikator(instrumen).find((i) => i.id === id);
	return (
		indikator?.tingkat[tingkat] ??
		instrumen.keluargaTingkat[indikator?.keluarga ?? '']?.tingkat[tingkat]?.kriteria ??
		''
	);
}

function bagianIndikator({ hasil, instrumen }: BahanLaporan): Blok[] {
	const tahu = new Map(hasil.simpul.map((s) => [s.id, s]));
	const semua = listIndikator(instrumen);
	const ada = semua.filter((i) => tahu.has(i.id));
	if (ada.length === 0)
		return [
			judul(1, 'Tabel indikator'),
			paragraf(`Nilai ${semua.length} indikator tahun ${hasil.tahun} tidak diumumkan.`),
		];
	return [
		judul(1, 'Tabel indikator'),
		...(ada.length < semua.length
			? [
					paragraf(
						`Sumber menyebut ${ada.length} dari ${semua.length} indikator; yang lain tidak diumumkan.`,
						true,
					),
				]
			: []),
		{
			...{ b: 'tabel', judul: `Nilai indikator ${hasil.tahun}` },
			kolom: [
				{ nama: 'Indikator', lebar: 6 },
				{ nama: 'Bobot', lebar: 1, angka: true },
				{ nama: 'Nilai', lebar: 1.3, angka: true },
				{ nama: 'Asal', lebar: 1.6 },
			],
			baris: ada.flatMap(({ id }) => {
				const s = tahu.get(id);
				return s
					? [
							{
								sel: [
									`${s.id} ${namaIndikator(s.nama)}`,
									formatPersen(s.bobot, 'id'),
									nilaiTeks(s),
									namaAsal[s.asal],
								],
							},
						]
					: [];
			}),
		},
	];
}

function bagianSumber({ hasil, instrumen }: BahanLaporan): Blok[] {
	const sumberSimpul = [
		...new Set(hasil.simpul.flatMap((s) => (s.sumber && s.sumber !== hasil.sumber ? [s.sumber] : []))),
	];
	return [
		judul(1, 'Penjelasan dan sumber'),
		{
			b: 'fakta',
			butir: [
				{ kunci: 'Sumber hasil', nilai: hasil.sumber },
				...sumberSimpul.map((nilai) => ({ kunci: 'Sumber nilai lain', nilai })),
				...(hasil.catatan ? [{ kunci: 'Catatan sumber', nilai: hasil.catatan }] : []),
				{
					kunci: 'Predikat',
					nilai: `Ditentukan dari indeks ${hasil.aturanPredikat === 'persis' ? 'sebelum' : 'sesudah'} dibulatkan${hasil.predikatTurunan ? '; sumber tidak menyebut predikat, jadi diturunkan dari pita indeks' : ''}.`,
				},
				{ kunci: 'Dasar hukum', nilai: instrumen.dasarHukum.peraturan },
				{ kunci: 'Naskah instrumen', nilai: instrumen.statusNaskah },
			],
		},
	];
}
