import {
	kalimatBiaya,
	kalimatKepastian,
	kalimatNaik,
	kalimatPeluang,
	kalimatPeringkat,
	tulisPersis,
	tulisPoin,
} from '#features/rencana/susun/kalimat-hasil.ts';
import type { Simpanan } from '#features/rencana/susun/read-simpanan.ts';
import { simpananCopy } from '#features/rencana/susun/simpanan.copy.ts';
import type { HasilTersimpan, LangkahTampil } from '#features/rencana/susun/simpanan.rules.ts';
import { susunCopy } from '#features/rencana/susun/susun.copy.ts';
import { formatAngka, formatBilangan, formatPersen, formatWaktu } from '#ui/format.ts';
import {
	type Blok,
	type Dokumen,
	judul,
	type KolomTabel,
	paragraf,
	paragrafTeks,
} from '../cetak/dokumen.rules.ts';

const kata = susunCopy.id;
const simpan = simpananCopy.id;
const b = (n: number | null) => (n === null ? '–' : formatBilangan(n, 'id'));

/** A kept plan or what-if as it was then. */
export function dokumenRencana(nama: string, s: Simpanan, waktu: Date): Dokumen {
	const jenis = simpan.jenis[s.jenis] ?? s.jenis;
	return {
		...{ jenis, judul: `${s.nama}`, subjudul: `${jenis} ${nama} tahun ${s.tahun}` },
		...{ tentang: `${nama} · ${s.tahun}`, kaki: 'Matang, dari rencana yang disimpan', waktu, mendatar: true },
		isi: [
			susunIndeks(s.hasil),
			...susunRingkas(s),
			...(s.hasil.langkah.length === 0
				? [paragraf(kata.tanpaLangkah)]
				: [judul(1, kata.langkah), tabelLangkah(s.hasil), ...susunPeringatan(s.hasil)]),
			...susunRisiko(s.hasil),
		],
	};
}

function susunIndeks(h: HasilTersimpan): Blok {
	return {
		...{ b: 'indeks', nilai: formatAngka(h.indeks, 'id'), predikat: h.predikat ?? '' },
		keterangan: [
			`${kata.dari(formatAngka(h.kini, 'id'))} · ${kata.persis(tulisPersis(h.persis, 'id'))}`,
			...[kalimatBiaya(h, 'id'), kalimatPeluang(h, 'id'), kalimatPeringkat(h, 'id')].filter(
				(t) => t !== null,
			),
		],
	};
}

function susunRingkas({ masukan, alasan, oleh, dibuat, hasil }: Simpanan): Blok[] {
	const pasti = kalimatKepastian(hasil, 'id');
	return [
		{
			b: 'fakta',
			butir: [
				...(masukan.target === null
					? []
					: [{ kunci: kata.target, nilai: formatAngka(masukan.target, 'id') }]),
				{ kunci: simpan.titikAwal, nilai: masukan.asal.id },
				{ kunci: simpan.dibuat, nilai: simpan.oleh(oleh ?? '–', formatWaktu(dibuat, 'id')) },
				...(pasti === null ? [] : [{ kunci: simpan.kepastian, nilai: pasti }]),
			],
		},
		...(alasan.trim() === '' ? [] : [judul(1, simpan.alasan), ...paragrafTeks(alasan)]),
	];
}

/** The steps in the plan's order, with their sums. */
function tabelLangkah(h: HasilTersimpan): Blok {
	const rupiah = h.satuan === 'usaha' && h.langkah.some((l) => l.rupiah !== null);
	const kolom: KolomTabel[] = [
		...[
			{ nama: kata.indikator, lebar: 4.6 },
			{ nama: kata.tingkat, lebar: 1.1 },
			{ nama: kata.unit, lebar: 3.4 },
		],
		{ nama: h.satuan === 'usaha' ? kata.usahaKolom : 'Rupiah', lebar: 1.4, angka: true },
		...(rupiah ? [{ nama: 'Rupiah', lebar: 1.8, angka: true }] : []),
		...[
			{ nama: kata.hariKolom, lebar: 0.9, angka: true },
			{ nama: kata.bulanKolom, lebar: 0.9, angka: true },
			{ nama: kata.poin, lebar: 1.2, angka: true },
			{ nama: kata.peluangKolom, lebar: 1.2, angka: true },
		],
	];
	const selOf = (l: LangkahTampil) => [
		...[`${l.indikator} ${l.pendek}`, kalimatNaik(l, 'id'), l.unit ?? kata.belumUnit, b(l.biaya)],
		...(rupiah ? [b(l.rupiah)] : []),
		...[b(l.hari), b(l.bulan), tulisPoin(l.poin, 'id')],
		l.peluang === null ? '–' : formatPersen(l.peluang, 'id'),
	];
	const jumlah = [
		...[kata.jumlah, '', '', b(h.biaya)],
		...[...(rupiah ? [''] : []), b(h.hari), h.bulan === null ? '–' : kata.bulan(b(h.bulan)), '', ''],
	];
	const baris = h.langkah.map((l) => ({ sel: selOf(l) }));
	return {
		...{ b: 'tabel', judul: `${kata.langkah}: ${b(h.langkah.length)}`, kolom },
		baris: h.biaya === null ? baris : [...baris, { sel: jumlah, tebal: true }],
	};
}

function susunPeringatan({ langkah }: HasilTersimpan): Blok[] {
	const butir = langkah.flatMap((l) =>
		l.peringatan.map((p) => [{ t: `${l.indikator}: `, tebal: true }, { t: p.id }]),
	);
	return butir.length === 0 ? [] : [judul(1, kata.peringatan), { b: 'daftar', butir }];
}

function susunRisiko({ risiko }: HasilTersimpan): Blok[] {
	if (risiko.length === 0) return [];
	const butir = risiko.map((r) => [
		{ t: `${r.indikator} ${r.pendek}: `, tebal: true },
		{ t: kata.risikoIsi(formatPersen(r.pasti, 'id'), formatPersen(r.ditolak, 'id')) },
	]);
	return [judul(1, kata.risiko), { b: 'daftar', butir, bernomor: true }, paragraf(kata.peluangArti, true)];
}
