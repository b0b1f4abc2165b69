import type {
	HasilTahun,
	IdentitasInstansi,
	SimpulHasil,
	Sorotan,
} from '#features/hasil/instansi-hasil.schema.ts';
import { dataKalimat } from '#features/hasil/instansi-kalimat.rules.ts';
import { kalimatPeringkat, kalimatTarget } from '#features/hasil/kalimat.rules.ts';
import { formatAngka } from '#ui/format.ts';
import { rangkai, type Sebutan, sebutInstansi } from './sebutan.rules.ts';

/** A press release, ready to be edited. */
export interface Rilis {
	judul: string;
	paragraf: string[];
	/** For the press office, not for the press: what to check before it goes out. */
	catatan: string[];
}

const kepanjangan: Readonly<Record<string, string>> = {
	SPBE: 'Sistem Pemerintahan Berbasis Elektronik (SPBE)',
	Pemdi: 'Pemerintah Digital (Pemdi)',
};

/** The result of a year as a press office would tell it; says nothing that is not in the data. */
export function susunRilis(instansi: IdentitasInstansi, hasil: HasilTahun, dasarHukum: string): Rilis {
	const s = sebutInstansi(instansi, hasil.instrumen.jenisIndeks);
	return {
		judul: tulisJudul(instansi.nama, hasil),
		paragraf: [
			tulisPembuka(s, hasil),
			[...tulisPerubahan(s, hasil), ...tulisPeringkat(instansi, hasil)].join(' '),
			...tulisSorotan(hasil),
			tulisTarget(s, instansi, hasil),
			tulisTerimaKasih(s, hasil),
			tulisTentang(hasil, dasarHukum),
		].filter((p) => p !== ''),
		catatan: tulisCatatan(hasil),
	};
}

const a = (nilai: number) => formatAngka(nilai, 'id');

function tulisJudul(nama: string, { tahun, indeks, predikat, lalu, instrumen }: HasilTahun): string {
	const subjek = `Indeks ${instrumen.jenisIndeks} ${nama} Tahun ${tahun}`;
	if (lalu === null || lalu.selisih > 0)
		return lalu === null
			? `${subjek} Sebesar ${a(indeks)}, Predikat ${predikat}`
			: `${subjek} Naik Menjadi ${a(indeks)}, Predikat ${predikat}`;
	if (lalu.selisih === 0) return `${subjek} Tetap ${a(indeks)}, Predikat ${predikat}`;
	return `${subjek} Sebesar ${a(indeks)}, Turun ${a(-lalu.selisih)} Poin dari ${lalu.tahun}`;
}

function tulisPembuka(
	s: Sebutan,
	{ tahun, indeks, predikat, sumber, instrumen, daftarLengkap }: HasilTahun,
): string {
	const awal = s.tempat === null ? '' : `${s.tempat} – `;
	const apa = kepanjangan[instrumen.jenisIndeks] ?? instrumen.jenisIndeks;
	const asal = daftarLengkap
		? `Angka itu tercantum dalam hasil evaluasi yang diumumkan Kementerian PANRB (${sumberRingkas(sumber)}).`
		: `Angka itu dikutip dari ${sumber}.`;
	return `${awal}${s.nama} memperoleh indeks ${apa} sebesar ${a(indeks)} dengan predikat ${predikat} pada evaluasi tahun ${tahun}. ${asal}`;
}

/** Without the ministry's name, which stands before it, and without remarks on the copy that was read. */
const sumberRingkas = (sumber: string): string =>
	sumber.replace(/^KemenPANRB,\s*/, '').replace(/\s*\(salinan[^()]*\)/, '');

/** "Tingkat Kematangan Layanan Kearsipan" is about Layanan Kearsipan. */
export const namaIndikator = (nama: string): string => nama.replace(/^Tingkat Kematangan\s+/, '');

function tulisPerubahan(s: Sebutan, { lalu, indeks, jedaSampai }: HasilTahun): string[] {
	if (lalu === null)
		return jedaSampai === null
			? []
			: [
					`Hasil sampai tahun ${jedaSampai} diukur dengan instrumen lain, sehingga tidak dibandingkan dengan angka ini.`,
				];
	if (lalu.selisih === 0) return [`Nilai itu sama dengan tahun ${lalu.tahun}, yaitu ${a(lalu.indeks)}.`];
	if (lalu.selisih > 0)
		return [
			`Indeks naik ${a(lalu.selisih)} poin dibandingkan tahun ${lalu.tahun} yang sebesar ${a(lalu.indeks)}.`,
		];
	return [
		`Indeks turun ${a(-lalu.selisih)} poin dibandingkan tahun ${lalu.tahun}, dari ${a(lalu.indeks)} menjadi ${a(indeks)}.`,
		`${s.nama} menjadikan hasil ini bahan perbaikan.`,
	];
}

function tulisPeringkat(instansi: IdentitasInstansi, hasil: HasilTahun): string[] {
	const data = dataKalimat(instansi, hasil, 'id');
	// without a complete list and without anybody's claim there is nothing to tell
	return hasil.daftarLengkap || data.klaim.length > 0 ? kalimatPeringkat(data, 'id') : [];
}

const sebut = ({ simpul }: Sorotan): string =>
	`${simpul.nama} (${a(simpul.min)}${simpul.asal === 'diumumkan' ? '' : ', turunan dari angka yang diumumkan'})`;

function tulisSorotan({
	menonjol,
	menahan,
	tingkatSorotan,
	sorotanLengkap,
	simpul,
	instrumen,
}: HasilTahun): string[] {
	const kuat = menonjol.map(sebut);
	const lemah = menahan.map(sebut);
	const di = sorotanLengkap ? '' : ' di antara yang nilainya diketahui';
	const hasil: string[] = [];
	if (kuat.length > 0) hasil.push(`Capaian yang menonjol${di} ada pada ${tingkatSorotan} ${rangkai(kuat)}.`);
	if (lemah.length > 0)
		hasil.push(`Yang masih perlu diperkuat${di} adalah ${tingkatSorotan} ${rangkai(lemah)}.`);
	const indikator = simpul.filter((i) => i.jenis === 'indikator' && i.asal === 'diumumkan');
	return [...hasil, ...tulisIndikator(indikator, instrumen.puncak)];
}

const BANYAK_INDIKATOR = 4;

/** Single indicators that a source states: those a level below the top or higher, and those at the bottom. */
function tulisIndikator(indikator: readonly SimpulHasil[], puncak: number): string[] {
	const nama = (daftar: readonly SimpulHasil[]) =>
		rangkai(daftar.slice(0, BANYAK_INDIKATOR).map((i) => `${namaIndikator(i.nama)} (${a(i.min)})`));
	const tinggi = indikator.filter((i) => i.min >= puncak - 100);
	const rendah = indikator.filter((i) => i.min <= 200);
	return [
		...(tinggi.length > 0 ? [`Di tingkat indikator, nilai tinggi antara lain dicatat ${nama(tinggi)}.`] : []),
		...(rendah.length > 0 ? [`Indikator yang masih rendah antara lain ${nama(rendah)}.`] : []),
	];
}

function tulisTarget(s: Sebutan, instansi: IdentitasInstansi, hasil: HasilTahun): string {
	const kalimat = kalimatTarget(dataKalimat(instansi, hasil, 'id'), 'id');
	const { berikut } = hasil;
	if (berikut && berikut.jarak > 0)
		kalimat.push(
			`Untuk mencapai predikat ${berikut.predikat} (mulai ${a(berikut.batas)}), ${s.nama} perlu menaikkan indeks ${a(berikut.jarak)} poin lagi.`,
		);
	return kalimat.join(' ');
}

function tulisTerimaKasih(s: Sebutan, { instrumen, lalu }: HasilTahun): string {
	const capaian = lalu !== null && lalu.selisih < 0 ? 'kerja bersama' : 'capaian';
	return `${s.nama} menyampaikan terima kasih kepada ${rangkai(s.terimaKasih)} atas ${capaian} penyelenggaraan ${instrumen.jenisIndeks} ini.`;
}

function tulisTentang({ instrumen }: HasilTahun, dasarHukum: string): string {
	return `Evaluasi ${instrumen.jenisIndeks} diselenggarakan Kementerian Pendayagunaan Aparatur Negara dan Reformasi Birokrasi berdasarkan ${dasarHukum}. Indeksnya berskala 1,00 sampai ${a(instrumen.puncak)}.`;
}

function tulisCatatan({
	status,
	alasanKalimat,
	predikatTurunan,
	lalu,
	jedaSampai,
	daftarLengkap,
	tahun,
	sumber,
	klaim,
}: HasilTahun): string[] {
	return [
		...(status === 'meragukan'
			? [`Angka ini ditandai meragukan: ${alasanKalimat.id} Periksa sumbernya sebelum dikirim.`]
			: []),
		...(predikatTurunan ? ['Predikat diturunkan dari pita indeks; sumbernya tidak menyebut predikat.'] : []),
		...(lalu === null && jedaSampai === null
			? ['Hasil tahun sebelumnya tidak tercatat, jadi perubahan tidak disebut.']
			: []),
		...(daftarLengkap
			? []
			: [
					`Daftar hasil ${tahun} yang tersedia tidak lengkap, jadi peringkat tidak dihitung${klaim.length > 0 ? '; yang disebut adalah pernyataan sumber' : ''}.`,
				]),
		`Sumber angka: ${sumber}. Lengkapi tanggal, kutipan pimpinan, dan narahubung sebelum dikirim.`,
	];
}
