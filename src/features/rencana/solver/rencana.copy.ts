import type { Gabungan, Pelonggaran } from './rencana.schema.ts';
import { tulisBulat } from './tampil.rules.ts';

type Dwibahasa = { id: string; en: string };

const koma = (teks: string) => teks.replace('.', ',');
const bulat = (teks: string) => tulisBulat(Number(teks));
const selisih = ({ dari, ke }: Pick<Pelonggaran, 'dari' | 'ke'>) => tulisBulat(Number(ke) - Number(dari));

/** What to change, as a sentence. */
export function kalimatPelonggaran(p: Omit<Pelonggaran, 'kalimat'>): Dwibahasa {
	return kalimat[p.kendala](p);
}

/** Both changes, the one that is named first with a small letter after the other. */
export function kalimatGabungan(isi: Gabungan['isi']): Dwibahasa {
	const [a, b] = isi.map(({ kalimat: k }) => k) as [Dwibahasa, Dwibahasa];
	const sambung = (satu: string, dua: string, dan: string) =>
		`${satu.replace(/\.$/, '')}; ${dan} ${dua.charAt(0).toLowerCase()}${dua.slice(1)}`;
	return { id: sambung(a.id, b.id, 'dan'), en: sambung(a.en, b.en, 'and') };
}

type Isi = Omit<Pelonggaran, 'kalimat'>;

const kalimat: Record<Pelonggaran['kendala'], (p: Isi) => Dwibahasa> = {
	target: ({ dari, ke }) => ({
		id: `Turunkan target dari ${koma(dari)} ke ${koma(ke)}: itu yang tertinggi yang masih tercapai.`,
		en: `Lower the target from ${dari} to ${ke}: the highest that can be reached.`,
	}),
	anggaran: (p) => ({
		id: `Tambah anggaran ${selisih(p)} menjadi ${bulat(p.ke)} (kini ${bulat(p.dari)}).`,
		en: `Raise the budget by ${selisih(p)} to ${bulat(p.ke)} (now ${bulat(p.dari)}).`,
	}),
	min_tingkat: ({ dari, ke }) => ({
		id: `Turunkan tingkat minimum semua indikator dari ${dari} ke ${ke}.`,
		en: `Lower the minimum level of all indicators from ${dari} to ${ke}.`,
	}),
	min_indikator: ({ tentang, dari, ke }) => ({
		id: `Turunkan tingkat minimum ${tentang} dari ${dari} ke ${ke}.`,
		en: `Lower the minimum level of ${tentang} from ${dari} to ${ke}.`,
	}),
	sasaran: ({ tentang, dari, ke }) => ({
		id: `Turunkan sasaran ${tentang} dari ${koma(dari)} ke ${koma(ke)}: itu yang tertinggi yang masih tercapai.`,
		en: `Lower the target of ${tentang} from ${dari} to ${ke}: the highest that can be reached.`,
	}),
	kapasitas: (p) => ({
		id: `Tambah kapasitas ${p.tentang} ${selisih(p)} hari orang menjadi ${bulat(p.ke)}.`,
		en: `Raise the capacity of ${p.tentang} by ${selisih(p)} person-days to ${bulat(p.ke)}.`,
	}),
	tenggat: ({ dari, ke }) => ({
		id: `Perpanjang tenggat dari ${dari} menjadi ${ke} bulan.`,
		en: `Extend the deadline from ${dari} to ${ke} months.`,
	}),
	kecuali: ({ tentang }) => ({
		id: `Izinkan ${tentang} dinaikkan; kini dikecualikan.`,
		en: `Allow ${tentang} to be raised; it is excluded now.`,
	}),
	tetap: ({ tentang }) => ({
		id: `Lepaskan tingkat tetap ${tentang}.`,
		en: `Release the fixed level of ${tentang}.`,
	}),
	prasyarat: ({ tentang }) => ({
		id: `Jadikan prasyarat ${tentang} lunak: diingatkan, tidak dilarang.`,
		en: `Make prerequisite ${tentang} soft: a warning, not a ban.`,
	}),
};

const daftar = (ids: readonly string[]) => ids.join(', ');

/** Refusals of a plan: what is wrong and what to do next. */
export const rencanaCopy = {
	belumDijawab: (ids: readonly string[]): Dwibahasa => ({
		id: `Belum dijawab, jadi tidak dapat direncanakan: ${daftar(ids)}. Isi tingkatnya dahulu.`,
		en: `Not answered, so it cannot be planned: ${daftar(ids)}. Fill in the level first.`,
	}),
	melingkar: (lingkaran: readonly string[]): Dwibahasa => ({
		id: `Prasyarat melingkar: ${lingkaran.join(' memerlukan ')}. Hapus salah satunya.`,
		en: `Circular prerequisites: ${lingkaran.join(' needs ')}. Remove one of them.`,
	}),
	tidakPasti: {
		id: 'Tidak dapat dipastikan ada tidaknya rencana dalam batas waktu. Kurangi kendala, atau tulis biaya dalam satuan lebih besar (misalnya juta rupiah).',
		en: 'Whether there is a plan could not be settled in time. Use fewer constraints, or write costs in a larger unit (such as millions of rupiah).',
	},
	sudahTercapai: (target: string, indeks: string): Dwibahasa => ({
		id: `Target ${koma(target)} sudah tercapai: indeks kini ${koma(indeks)}. Tidak ada yang perlu dinaikkan untuk target itu.`,
		en: `Target ${target} is reached already: the index is ${indeks}. Nothing has to be raised for it.`,
	}),
};
