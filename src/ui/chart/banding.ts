import { BIDANG, letakTitik, type Ruas, susunRuas, type TitikLetak } from './garis.ts';
import { renggangkan } from './skala.ts';
import { type SumbuTahun, susunSumbuTahun, type TitikTahun } from './sumbu-tahun.ts';

export interface SeriBanding {
	nama: string;
	titik: readonly TitikTahun[];
}
type Nomor = 1 | 2 | 3 | 4 | 5;
export interface Banding {
	sumbu: SumbuTahun;
	seri: { nama: string; nomor: Nomor; huruf: string; titik: TitikLetak[]; ruas: Ruas[] }[];
	/** Letters at the last point of each line, spread so that none covers another. */
	huruf: { x: number; y: number; nomor: Nomor; huruf: string }[];
}

/**
 * Lines of up to five institutions over the years.
 * @throws RangeError for more than five: a sixth line could not be told apart without colour
 */
export function susunBanding(seri: readonly SeriBanding[]): Banding {
	if (seri.length > 5) throw new RangeError('paling banyak lima instansi');
	const sumbu = susunSumbuTahun(seri.map((s) => s.titik));
	const garis = seri.map((s, i) => ({
		nama: s.nama,
		nomor: (i + 1) as Nomor,
		huruf: 'ABCDE'[i] ?? '',
		titik: letakTitik(s.titik, sumbu),
		ruas: susunRuas(s.titik, sumbu),
	}));
	return { sumbu, seri: garis, huruf: letakHuruf(garis) };
}

function letakHuruf(seri: Banding['seri']): Banding['huruf'] {
	const akhir = seri.flatMap(({ nomor, huruf, titik }) => {
		const ujung = titik.at(-1);
		return ujung ? [{ nomor, huruf, x: ujung.x, y: ujung.y }] : [];
	});
	return [...new Set(akhir.map((a) => a.x))].flatMap((x) => {
		const sekolom = akhir.filter((a) => a.x === x);
		const y = renggangkan(
			sekolom.map((a) => a.y),
			14,
			BIDANG.atas,
			BIDANG.bawah,
		);
		return sekolom.map((a, i) => ({ ...a, y: y[i] ?? a.y }));
	});
}
