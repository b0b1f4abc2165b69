import { BIDANG, letakTitik, type Ruas, susunRuas, type TitikLetak, tinggiNilai } from './garis.ts';
import { bulat, renggangkan } from './skala.ts';
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
	label: { x: number; y: number; nilai: number; peran: Peran }[];
}

/** Everything the trend draws: axis, lines, dashed targets and the figures beside them, free of overlap. */
export function susunTren(
	titik: readonly TitikTahun[],
	nasional: readonly TitikTahun[],
	target: readonly TargetTahun[],
): Tren {
	const sumbu = susunSumbuTahun([titik, nasional]);
	const ada = target.filter((t) => sumbu.slot.some((s) => s.tahun === t.tahun));
	const utama = letakTitik(titik, sumbu);
	const grey = letakTitik(nasional, sumbu);
	return {
		sumbu,
		utama: { titik: utama, ruas: susunRuas(titik, sumbu) },
		nasional: { titik: grey, ruas: susunRuas(nasional, sumbu) },
		target: ada.map((t) => ({ ...ruasTarget(t, sumbu), milik: t.milik })),
		label: sumbu.slot.flatMap((s) => labelTahun(s, utama, grey, ada)),
	};
}

function ruasTarget(t: TargetTahun, sumbu: SumbuTahun): Ruas {
	const x = sumbu.slot.find((s) => s.tahun === t.tahun)?.x ?? 0;
	const y = tinggiNilai(t.nilai);
	const setengah = Math.min(sumbu.setengah, 8) * 0.92;
	return { x1: bulat(x - setengah), x2: bulat(x + setengah), y1: y, y2: y };
}

const JARAK_LABEL = 14;

/** The figures of one year: the higher series above its mark, the lower below; targets only where they change. */
function labelTahun(
	slot: SumbuTahun['slot'][number],
	utama: TitikLetak[],
	nasional: TitikLetak[],
	target: readonly TargetTahun[],
): Tren['label'] {
	const a = utama.find((t) => t.tahun === slot.tahun);
	const b = nasional.find((t) => t.tahun === slot.tahun);
	const ingin: { y: number; nilai: number; peran: Peran }[] = [];
	const [atas, bawah] = [-10, 18];
	if (a) ingin.push({ y: a.y + (b && b.nilai > a.nilai ? bawah : atas), nilai: a.nilai, peran: 'utama' });
	if (b) ingin.push({ y: b.y + (a && b.nilai <= a.nilai ? bawah : atas), nilai: b.nilai, peran: 'nasional' });
	for (const t of target) {
		const sama = target.some((u) => u.milik === t.milik && u.tahun === t.tahun - 1 && u.nilai === t.nilai);
		if (t.tahun === slot.tahun && !sama)
			ingin.push({ y: tinggiNilai(t.nilai) - 5, nilai: t.nilai, peran: 'target' });
	}
	const y = renggangkan(
		ingin.map((l) => l.y),
		JARAK_LABEL,
		14,
		BIDANG.bawah + 16,
	);
	return ingin.map((l, i) => ({ ...l, x: slot.x, y: y[i] ?? l.y }));
}
