import { letakTitik, type Ruas, susunRuas, type TitikLetak, tinggiNilai } from './garis.ts';
import { bulat } from './skala.ts';
import { type SumbuTahun, susunSumbuTahun, type TitikTahun } from './sumbu-tahun.ts';

/** A target of one year, hundredths; `milik` tells the national from the institution's own. */
export interface TargetTahun {
	tahun: number;
	nilai: number;
	milik: 'nasional' | 'instansi';
}
type Peran = 'utama' | 'nasional' | 'target';

export interface Tren {
	sumbu: SumbuTahun;
	utama: { titik: TitikLetak[]; ruas: Ruas[] };
	nasional: { titik: TitikLetak[]; ruas: Ruas[] };
	target: (Ruas & { milik: TargetTahun['milik'] })[];
	/** `sampingan` figures give way where the chart is narrow; the table has them all. */
	label: { x: number; y: number; nilai: number; peran: Peran; sampingan: boolean }[];
}

/** Everything the trend draws: axis, lines, dashed targets and the figures beside them, free of overlap. */
export function susunTren(
	titik: readonly TitikTahun[],
	nasional: readonly TitikTahun[],
	target: readonly TargetTahun[],
): Tren {
	const sumbu = susunSumbuTahun([titik, nasional]);
	const ada = target.filter((t) => sumbu.slot.some((s) => s.tahun === t.tahun));
	const dasar = {
		sumbu,
		utama: { titik: letakTitik(titik, sumbu), ruas: susunRuas(titik, sumbu) },
		nasional: { titik: letakTitik(nasional, sumbu), ruas: susunRuas(nasional, sumbu) },
	};
	const label = sumbu.slot.flatMap((s) => labelTahun(s, dasar.utama.titik, dasar.nasional.titik));
	return {
		...dasar,
		target: ada.map((t) => ({ ...ruasTarget(t, sumbu), milik: t.milik })),
		label: [...label, ...labelTarget(ada, { ...dasar, label })],
	};
}

function ruasTarget(t: TargetTahun, sumbu: SumbuTahun): Ruas {
	const x = sumbu.slot.find((s) => s.tahun === t.tahun)?.x ?? 0;
	const y = tinggiNilai(t.nilai);
	const setengah = Math.min(sumbu.setengah, 8) * 0.92;
	return { x1: bulat(x - setengah), x2: bulat(x + setengah), y1: y, y2: y };
}

/** The higher series has its figure above its mark, the lower below. */
function labelTahun(
	slot: SumbuTahun['slot'][number],
	utama: TitikLetak[],
	nasional: TitikLetak[],
): Tren['label'] {
	const [atas, bawah] = [-10, 19];
	const a = utama.find((t) => t.tahun === slot.tahun);
	const b = nasional.find((t) => t.tahun === slot.tahun);
	const aDiAtas = !a || !b || a.nilai >= b.nilai;
	const akhir = nasional.at(-1)?.tahun === slot.tahun;
	const label: Tren['label'] = [];
	if (a)
		label.push({
			x: slot.x,
			y: bulat(a.y + (aDiAtas ? atas : bawah)),
			nilai: a.nilai,
			peran: 'utama',
			sampingan: false,
		});
	if (b) {
		const y = bulat(b.y + (a && aDiAtas ? bawah : atas));
		label.push({ x: slot.x, y, nilai: b.nilai, peran: 'nasional', sampingan: !akhir });
	}
	return label;
}

const JARAK_TARGET = 15;

/** One figure per run of equal targets, in the first year where it covers no other figure; else the legend has it. */
function labelTarget(
	target: readonly TargetTahun[],
	tren: Pick<Tren, 'sumbu' | 'label' | 'utama' | 'nasional'>,
): Tren['label'] {
	const sudah = new Set<string>();
	return target.flatMap((t) => {
		const x = tren.sumbu.slot.find((s) => s.tahun === t.tahun)?.x ?? 0;
		const y = bulat(tinggiNilai(t.nilai) - 5);
		const sekitar = [...tren.label, ...tren.utama.titik, ...tren.nasional.titik].filter((l) => l.x === x);
		const kunci = `${t.milik} ${t.nilai}`;
		if (sudah.has(kunci) || sekitar.some((l) => Math.abs(l.y - y) < JARAK_TARGET)) return [];
		sudah.add(kunci);
		return [{ x, y, nilai: t.nilai, peran: 'target' as const, sampingan: false }];
	});
}

/** Targets of one owner for the legend: each figure with the years it held, in order. */
export function ringkasTarget(
	target: readonly TargetTahun[],
	milik: TargetTahun['milik'],
): { nilai: number; tahun: number[] }[] {
	const hasil: { nilai: number; tahun: number[] }[] = [];
	for (const t of target.filter((x) => x.milik === milik).sort((a, b) => a.tahun - b.tahun)) {
		const ini = hasil.at(-1);
		if (ini?.nilai === t.nilai) ini.tahun.push(t.tahun);
		else hasil.push({ nilai: t.nilai, tahun: [t.tahun] });
	}
	return hasil;
}
