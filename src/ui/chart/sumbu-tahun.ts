import { bulat } from './skala.ts';

/** A year's figure in hundredths under an instrument; null where nothing was published. */
export interface TitikTahun {
	tahun: number;
	nilai: number | null;
	/** Name of the instrument, as shown; years of different instruments are never joined. */
	instrumen: string;
	/** How the figure came about; anything but `resmi` is drawn hollow. */
	status?: 'resmi' | 'turunan' | 'menurut_sumber';
}

export interface SumbuTahun {
	/** Centre of each year, percent of the width. */
	slot: { tahun: number; x: number }[];
	/** Half the width of a year, percent. */
	setengah: number;
	/** Where the instrument changes. */
	jeda: { x: number; dari: string; ke: string; tahunDari: number; tahunKe: number }[];
	/** Centre of the years of one instrument; `baris` 1 where the name before it would be too near. */
	kelompok: { instrumen: string; x: number; baris: 0 | 1 }[];
}

/** Room at the left (axis figures) and right, and extra width of a break, in years. */
const KIRI = 9;
const KANAN = 9;
const LEBAR_JEDA = 0.6;
/** Names of instruments nearer than this (percent) are set on two lines. */
const JARAK_NAMA = 24;

/** Years from first to last of all series, missing ones included, with gaps where the instrument changes. */
export function susunSumbuTahun(seri: readonly (readonly TitikTahun[])[]): SumbuTahun {
	const instrumen = new Map<number, string>();
	for (const t of seri.flat()) if (!instrumen.has(t.tahun)) instrumen.set(t.tahun, t.instrumen);
	const tahunAda = [...instrumen.keys()].sort((a, b) => a - b);
	const awal = tahunAda[0];
	if (awal === undefined) return { slot: [], setengah: 0, jeda: [], kelompok: [] };
	return letakkan(awal, tahunAda.at(-1) ?? awal, instrumen);
}

function letakkan(awal: number, akhir: number, instrumen: Map<number, string>): SumbuTahun {
	const posisi: { tahun: number; u: number }[] = [];
	const jeda: (Omit<SumbuTahun['jeda'][number], 'x'> & { u: number })[] = [];
	let u = 0;
	let terakhir = { tahun: awal, nama: instrumen.get(awal) ?? '' };
	for (let tahun = awal; tahun <= akhir; tahun++) {
		const nama = instrumen.get(tahun);
		if (tahun > awal) u += 1;
		if (nama !== undefined && nama !== terakhir.nama) {
			u += LEBAR_JEDA;
			jeda.push({
				u: u - (1 + LEBAR_JEDA) / 2,
				dari: terakhir.nama,
				ke: nama,
				tahunDari: terakhir.tahun,
				tahunKe: tahun,
			});
		}
		if (nama !== undefined) terakhir = { tahun, nama };
		posisi.push({ tahun, u });
	}
	const lebar = 100 - KIRI - KANAN;
	const x = (p: number) => bulat(u === 0 ? 50 : KIRI + (p * lebar) / u);
	const slot = posisi.map((p) => ({ tahun: p.tahun, x: x(p.u) }));
	return {
		slot,
		setengah: u === 0 ? 20 : bulat(lebar / u / 2),
		jeda: jeda.map(({ u: di, ...sisa }) => ({ x: x(di), ...sisa })),
		kelompok: susunKelompok(slot, instrumen),
	};
}

function susunKelompok(slot: SumbuTahun['slot'], instrumen: Map<number, string>): SumbuTahun['kelompok'] {
	const kelompok: { instrumen: string; a: number; b: number }[] = [];
	for (const s of slot) {
		const nama = instrumen.get(s.tahun);
		if (nama === undefined) continue;
		const ini = kelompok.at(-1);
		if (ini?.instrumen === nama) ini.b = s.x;
		else kelompok.push({ instrumen: nama, a: s.x, b: s.x });
	}
	let sebelum = { x: Number.NEGATIVE_INFINITY, baris: 0 as 0 | 1 };
	return kelompok.map(({ instrumen: nama, a, b }) => {
		const x = bulat((a + b) / 2);
		sebelum = { x, baris: x - sebelum.x < JARAK_NAMA && sebelum.baris === 0 ? 1 : 0 };
		return { instrumen: nama, ...sebelum };
	});
}
