import type { BarisHasil, BarisNasional, BarisTarget } from './baca-instansi.store.ts';
import type { InstansiHasil, TitikTren } from './instansi-hasil.schema.ts';

/** An instrument as the axis names it, and the first year it is used. */
export interface InstrumenTren {
	id: string;
	singkatan: string;
	mulai: number;
}

/**
 * The institution's and the nation's index by year, with the targets. The year an instrument starts that has no
 * result yet stands on the axis without a figure, so that the coming break is visible.
 */
export function susunTren(
	hasil: readonly BarisHasil[],
	nasional: readonly BarisNasional[],
	target: readonly BarisTarget[],
	instrumen: readonly InstrumenTren[],
): Pick<InstansiHasil, 'tren' | 'nasional' | 'target'> {
	const nama = (id: string) => instrumen.find((i) => i.id === id)?.singkatan ?? id;
	const tahun = [...hasil, ...nasional].map((h) => h.tahun);
	const akhir = Math.max(...tahun);
	const mendatang = instrumen
		.filter((i) => i.mulai > akhir)
		.map((i): TitikTren => ({ tahun: i.mulai, nilai: null, instrumen: i.singkatan, status: 'resmi' }));
	return {
		tren: [
			...hasil.map(
				(h): TitikTren => ({
					tahun: h.tahun,
					nilai: h.indeks,
					instrumen: nama(h.instrumen),
					status: h.lengkap ? 'resmi' : 'menurut_sumber',
				}),
			),
			...mendatang,
		],
		nasional: nasional.map((n) => ({
			tahun: n.tahun,
			nilai: n.nilai,
			instrumen: nama(n.instrumen),
			status: 'resmi',
		})),
		target: pilihTarget(target),
	};
}

/** One target a year and owner: the first recorded is the one the line shows. */
function pilihTarget(target: readonly BarisTarget[]): InstansiHasil['target'] {
	const pertama = new Map<string, InstansiHasil['target'][number]>();
	for (const t of target) {
		const milik = t.instansiId === null ? 'nasional' : 'instansi';
		const kunci = `${milik}${t.tahun}`;
		if (!pertama.has(kunci)) pertama.set(kunci, { tahun: t.tahun, nilai: t.nilai, milik });
	}
	return [...pertama.values()];
}
