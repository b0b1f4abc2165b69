import {
	kalimatKeputusan,
	kalimatPenahan,
	kalimatPrakiraan,
	kalimatRingkas,
	kalimatTaruhan,
	kalimatTelat,
	potong,
	UNIT_TAMPIL,
} from '#features/rencana/pimpinan/kalimat-pimpinan.ts';
import { pimpinanCopy } from '#features/rencana/pimpinan/pimpinan.copy.ts';
import type { HalamanPimpinan } from '#features/rencana/pimpinan/read-pimpinan.ts';
import { formatAngka, formatBilangan, formatTanggal } from '#ui/format.ts';
import { type Blok, type Dokumen, judul, paragraf, type Teks } from '../cetak/dokumen.rules.ts';

const kata = pimpinanCopy.id;

/** The leader's page as it is printed: what the screen says, on one A4 sheet. */
export function dokumenPimpinan(nama: string, d: HalamanPimpinan, waktu: Date): Dokumen {
	return {
		...{ jenis: kata.judul, judul: potong(nama), subjudul: kata.keadaanPada(formatTanggal(d.kini, 'id')) },
		...{ tentang: nama, kaki: 'Matang, dari catatan instansi', waktu, padat: true },
		isi: [
			susunIndeks(d),
			...susunSasaran(d),
			judul(1, kata.keputusan),
			daftarAtau(d.keputusan.map(tulisKeputusan), kata.keputusanKosong, true),
			judul(1, kata.penahan),
			daftarAtau(
				d.penahan.map((p) => [{ t: `${potong(p.nama)} `, tebal: true }, { t: kalimatPenahan(p, 'id') }]),
				kata.penahanKosong,
			),
			judul(1, kata.telat),
			...susunTelat(d),
		],
	};
}

const daftarAtau = (butir: Teks[], kosong: string, bernomor = false): Blok =>
	butir.length === 0 ? paragraf(kosong) : { b: 'daftar', butir, bernomor };

function susunIndeks({ indeks }: HalamanPimpinan): Blok {
	if (!indeks)
		return { b: 'indeks', nilai: '–', predikat: kata.indeksKosong, keterangan: [kata.indeksKosongIsi] };
	const { nilai, predikat, sumber, tahun, resmi } = indeks;
	const asal = resmi ? kata.resmi(String(tahun)) : kata.sendiri(potong(sumber), String(tahun));
	return { b: 'indeks', nilai: formatAngka(nilai, 'id'), predikat: predikat ?? '', keterangan: [asal] };
}

function susunSasaran(d: HalamanPimpinan): Blok[] {
	const { prakiraan, sasaran } = d;
	const { jarak, hilang, tindakan } = kalimatRingkas(d, 'id');
	const ringkas = [jarak, hilang, tindakan].filter((t) => t !== '').join(' ');
	const nanti =
		prakiraan.nanti === null
			? kata.prakiraanKosong
			: `${formatAngka(prakiraan.nanti, 'id')} ${kalimatPrakiraan(d, 'id')}`;
	const tahunSasaran = (s: NonNullable<HalamanPimpinan['sasaran']>) =>
		(s.sumber === null ? kata.sasaranTahun : kata.sasaranUmum)(String(s.tahun));
	return [
		{
			b: 'fakta',
			butir: [
				{
					kunci: kata.sasaran,
					nilai: sasaran
						? `${formatAngka(sasaran.nilai, 'id')} ${tahunSasaran(sasaran)}`
						: kata.sasaranKosong,
				},
				{ kunci: kata.prakiraan, nilai: nanti },
			],
		},
		...(ringkas === '' ? [] : [paragraf([{ t: ringkas, tebal: true }])]),
	];
}

function tulisKeputusan(k: HalamanPimpinan['keputusan'][number]): Teks {
	const taruhan = kalimatTaruhan(k, 'id');
	return [{ t: kalimatKeputusan(k, 'id'), tebal: true }, { t: taruhan === null ? '' : ` (${taruhan})` }];
}

function susunTelat({ telat }: HalamanPimpinan): Blok[] {
	const lain = telat.length - UNIT_TAMPIL;
	return [
		daftarAtau(
			telat
				.slice(0, UNIT_TAMPIL)
				.map((u) => [{ t: `${potong(u.unit)}: `, tebal: true }, { t: kalimatTelat(u, 'id') }]),
			kata.telatKosong,
		),
		...(lain > 0 ? [paragraf(kata.lainnya(formatBilangan(lain, 'id')), true)] : []),
	];
}
