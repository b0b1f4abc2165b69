import type { BeritaAcara } from '#features/penilaian/read-berita-acara.ts';
import type { BeritaAcaraPertemuan } from '#features/penilaian/read-interviu.ts';
import { formatAngka, formatTanggal, formatWaktu } from '#ui/format.ts';
import { type Blok, judul, paragraf, paragrafTeks } from './cetak/dokumen.rules.ts';
import { kodeBukti } from './kertas-kerja.rules.ts';
import { teksIndeks } from './laporan-putaran.rules.ts';

const angka = (n: number | string | null) => (n === null ? '–' : formatAngka(n, 'id'));

/** The minutes of the self-assessment, as signed or as they would be signed now. */
export function susunBeritaAcara(instansi: string, ba: BeritaAcara): Blok[] {
	const { skor, tanda, persetujuan } = ba;
	return [
		...(tanda
			? []
			: [
					{
						b: 'catatan' as const,
						judul: 'Rancangan',
						teks: 'Belum ditandatangani; isinya mengikuti nilai yang sekarang.',
					},
				]),
		paragraf(
			`Penilaian mandiri ${instansi} tahun ${ba.tahun} menurut ${ba.instrumen} dilaksanakan dengan hasil sebagai berikut.`,
		),
		{
			b: 'indeks',
			nilai: teksIndeks(skor),
			predikat: skor.predikat ?? '',
			keterangan: ['Indeks menurut penilaian mandiri'],
		},
		{
			...{ b: 'tabel', judul: 'Nilai menurut aspek dan indikator' },
			kolom: [
				{ nama: 'Aspek dan indikator', lebar: 7 },
				{ nama: 'Nilai', lebar: 1.2, angka: true },
			],
			baris: ba.aspek.flatMap((a) => [
				{ sel: [`${a.id} ${a.nama}`, angka(a.nilai)], tebal: true },
				...a.indikator.map((i) => ({ sel: [`${i.id} ${i.nama}`, angka(i.nilai)] })),
			]),
		},
		...(ba.publikasi ? [paragraf('Instansi menyetujui publikasi hasil evaluasinya.')] : []),
		{
			b: 'tanda',
			pihak: [
				...(persetujuan
					? [
							{
								...persetujuan,
								sebagai: 'Persetujuan penanggung jawab',
								waktu: formatWaktu(persetujuan.waktu, 'id'),
							},
						]
					: []),
				tanda
					? {
							sebagai: 'Koordinator',
							nama: tanda.nama,
							jabatan: tanda.jabatan,
							waktu: formatWaktu(tanda.waktu, 'id'),
						}
					: { sebagai: 'Koordinator', nama: '', jabatan: '', waktu: '' },
			],
		},
		...(tanda ? [paragraf(`Sidik isi yang ditandatangani (SHA-256): ${tanda.sidik}`, true)] : []),
	];
}

/** The minutes of an interview or a visit. */
export function susunBeritaPertemuan(
	instansi: string,
	putaran: string,
	ba: BeritaAcaraPertemuan & { isi: NonNullable<BeritaAcaraPertemuan['isi']> },
	pendek: Readonly<Record<string, string>>,
): Blok[] {
	const { isi, jenis } = ba;
	const nama = (id: string) => `${id} ${pendek[id] ?? ''}`;
	const hadir = isi.hadir.split('\n').filter((h) => h.trim() !== '');
	const pihak = (['instansi', 'asesor'] as const).map((sisi) => {
		const t = ba.tanda.find((x) => x.pihak === sisi);
		const sebagai = sisi === 'instansi' ? 'Pihak instansi' : 'Pihak asesor';
		return t
			? { sebagai, nama: t.nama, jabatan: t.jabatan, waktu: formatWaktu(t.waktu, 'id') }
			: { sebagai, nama: '', jabatan: '', waktu: '' };
	});
	return [
		...(ba.tanda.length === 2
			? []
			: [{ b: 'catatan' as const, judul: 'Rancangan', teks: 'Belum ditandatangani kedua pihak.' }]),
		paragraf(
			`${jenis === 'interviu' ? 'Interviu' : 'Visitasi'} ${instansi} dalam ${putaran} dilaksanakan sebagai berikut.`,
		),
		{
			b: 'fakta',
			butir: [
				{ kunci: 'Tanggal', nilai: formatTanggal(isi.tanggal, 'id') },
				{ kunci: 'Tempat', nilai: isi.tempat },
			],
		},
		judul(1, 'Yang hadir'),
		...(hadir.length > 0 ? [{ b: 'daftar' as const, butir: hadir }] : [paragraf('Tidak dicatat.', true)]),
		...(isi.ringkasan.trim() === '' ? [] : [judul(1, 'Ringkasan'), ...paragrafTeks(isi.ringkasan)]),
		...(isi.tanya.length === 0
			? []
			: [
					judul(1, jenis === 'interviu' ? 'Pertanyaan dan jawaban' : 'Catatan kunjungan'),
					...isi.tanya.flatMap((t) => [
						judul(3, nama(t.indikator)),
						...paragrafTeks(t.isi),
						...t.jawaban.flatMap((j) => [paragraf([{ t: 'Jawaban: ', tebal: true }, { t: j }])]),
					]),
				]),
		judul(1, 'Nilai yang dibahas'),
		...(isi.nilai.length === 0
			? [paragraf('Tidak ada nilai yang berubah.')]
			: [
					{
						...{ b: 'tabel' as const, judul: 'Nilai sebelum dan sesudah pertemuan' },
						kolom: [
							{ nama: 'Indikator', lebar: 4 },
							{ nama: 'Dari', lebar: 1, angka: true },
							{ nama: 'Menjadi', lebar: 1.1, angka: true },
							{ nama: 'Justifikasi', lebar: 5 },
						],
						baris: isi.nilai.map((n) => ({
							sel: [nama(n.indikator), angka(n.dari), angka(n.ke), n.justifikasi],
						})),
					},
				]),
		...(isi.bukti.length === 0
			? []
			: [
					judul(1, 'Bukti tambahan yang diterima'),
					{
						b: 'daftar' as const,
						butir: isi.bukti.map(
							(x) => `${kodeBukti(x.indikator, x.huruf)} ${x.judul}${x.penunjuk ? ` (${x.penunjuk})` : ''}`,
						),
					},
				]),
		{ b: 'tanda', pihak },
		...(ba.sidik ? [paragraf(`Sidik isi (SHA-256): ${ba.sidik}`, true)] : []),
	];
}
