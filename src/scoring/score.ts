import { type Aspek, type Domain, type Indikator, type Instrumen, listIndikator } from './instrumen.ts';
import { butirOf, type Jawaban, type NilaiJawaban } from './nilai.ts';
import { type Pecahan, pecahan } from './pecahan.ts';
import { aturanPredikatOf, type OpsiPredikat, predikatOf } from './predikat.ts';
import type { JenisSimpul, Mengapa, SimpulSkor, Skor } from './skor.ts';

/**
 * Scores the answers: aspect = Σ(value × indicator weight) ÷ aspect weight, and so on upwards
 * (PermenPANRB 59/2020, annex chapter II), nothing rounded on the way. Each node adds up whole-number masses
 * (weight × hundredths, times a common multiple of the item counts), so no fraction is lost.
 */
export function score(instrumen: Instrumen, jawaban: Jawaban, opsi: OpsiPredikat = {}): Skor {
	const skala = buatSkala(instrumen, jawaban);
	const atas = { id: 'indeks', no: 0, nama: 'Indeks', bobot: instrumen.satuanBobot.total };
	const anak =
		instrumen.domain.length > 0
			? instrumen.domain.map((d) => hitungDomain(d, jawaban, skala))
			: instrumen.aspek.map((a) => hitungAspek(a, jawaban, skala));
	const { simpul } = jumlahkan('indeks', atas, anak, skala);
	return {
		simpul,
		indeks: simpul.nilai,
		rentang: simpul.rentang,
		predikat: simpul.nilai && predikatOf(instrumen, simpul.nilai, aturanPredikatOf(instrumen, opsi)),
		terjawab: simpul.terjawab,
		jumlah: simpul.jumlah,
	};
}

interface Skala {
	min: number;
	maks: number;
	total: bigint;
	/** Every mass counts 1/(100 × kali) of a weight unit times a level. */
	kali: bigint;
}

interface Massa {
	min: bigint;
	maks: bigint;
	simpul: SimpulSkor;
}

type Pokok = Pick<SimpulSkor, 'id' | 'no' | 'nama' | 'bobot'>;

function buatSkala({ skala, satuanBobot, ...instrumen }: Instrumen, jawaban: Jawaban): Skala {
	let kali = 1n;
	for (const { id } of listIndikator(instrumen)) {
		const banyak = BigInt(butirOf(jawaban[id]).length);
		if (kali % banyak !== 0n) kali *= banyak;
	}
	return { min: skala.min, maks: skala.maks, total: BigInt(satuanBobot.total), kali };
}

const hitungDomain = (domain: Domain, jawaban: Jawaban, skala: Skala): Massa =>
	jumlahkan(
		'domain',
		domain,
		domain.aspek.map((a) => hitungAspek(a, jawaban, skala)),
		skala,
	);

const hitungAspek = (aspek: Aspek, jawaban: Jawaban, skala: Skala): Massa =>
	jumlahkan(
		'aspek',
		aspek,
		aspek.indikator.map((i) => hitungIndikator(i, jawaban[i.id], skala)),
		skala,
	);

function jumlahkan(jenis: JenisSimpul, pokok: Pokok, bagian: readonly Massa[], skala: Skala): Massa {
	const anak = bagian.map((b) => b.simpul);
	const min = bagian.reduce((n, b) => n + b.min, 0n);
	const maks = bagian.reduce((n, b) => n + b.maks, 0n);
	const belum = anak.filter((a) => a.nilai === null).map((a) => a.id);
	const mengapa: Mengapa = {
		rumus: 'rerata_berbobot',
		jumlah: belum.length === 0 ? pecahan(min, 100n * skala.kali) : null,
		pembagi: pokok.bobot,
		belum,
	};
	const hitung = (dari: 'terjawab' | 'jumlah') => anak.reduce((n, a) => n + a[dari], 0);
	return buatSimpul(
		{ jenis, pokok, min, maks, mengapa, anak, terjawab: hitung('terjawab'), jumlah: hitung('jumlah') },
		skala,
	);
}

function hitungIndikator(indikator: Indikator, isi: NilaiJawaban | undefined, skala: Skala): Massa {
	const butir = butirOf(isi);
	const satuan = BigInt(indikator.bobot) * (skala.kali / BigInt(butir.length));
	const jumlah = (kosong: number) => satuan * BigInt(butir.reduce<number>((n, b) => n + (b ?? kosong), 0));
	const terjawab = butir.includes(null) ? 0 : 1;
	const mengapa = jelaskan(indikator, butir);
	const [min, maks] = [jumlah(skala.min), jumlah(skala.maks)];
	return buatSimpul(
		{ jenis: 'indikator', pokok: indikator, min, maks, mengapa, anak: [], terjawab, jumlah: 1 },
		skala,
	);
}

function jelaskan({ butir }: Indikator, isi: readonly (number | null)[]): Mengapa {
	const [satu] = isi;
	if (isi.every((b) => b === null) || satu === undefined) return { rumus: 'belum_dijawab' };
	if (!butir && satu !== null) return { rumus: 'jawaban', nilai: satu };
	const maks = butir?.maks ?? isi.length;
	const asumsi = isi.length < maks ? 'butir_kurang_dari_maksimum' : null;
	return { rumus: 'rerata_butir', butir: isi, maks, asumsi };
}

interface Isi {
	jenis: JenisSimpul;
	pokok: Pokok;
	min: bigint;
	maks: bigint;
	mengapa: Mengapa;
	anak: SimpulSkor[];
	terjawab: number;
	jumlah: number;
}

function buatSimpul({ pokok, min, maks, anak, terjawab, jumlah, ...isi }: Isi, skala: Skala): Massa {
	const perNilai = 100n * skala.kali * BigInt(pokok.bobot);
	const perIndeks = 100n * skala.kali * skala.total;
	const lengkap = terjawab === jumlah;
	const bawah = pecahan(min, perNilai);
	const rentang: [Pecahan, Pecahan] = [bawah, lengkap ? bawah : pecahan(maks, perNilai)];
	const penuh = BigInt(skala.maks) * skala.kali * BigInt(pokok.bobot);
	const { id, no, nama, bobot } = pokok;
	const simpul: SimpulSkor = {
		id,
		no,
		nama,
		jenis: isi.jenis,
		bobot,
		nilai: lengkap ? bawah : null,
		rentang,
		kontribusi: lengkap ? pecahan(min, perIndeks) : null,
		hilang: lengkap ? pecahan(penuh - min, perIndeks) : null,
		mengapa: isi.mengapa,
		terjawab,
		jumlah,
		anak,
	};
	return { min, maks, simpul };
}
