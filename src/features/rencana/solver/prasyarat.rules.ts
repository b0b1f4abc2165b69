import type { Catatan, Peringatan, Prasyarat } from './rencana.schema.ts';

interface Titik {
	id: string;
	tingkat: number;
}

const tulis = ({ id, tingkat }: Titik) => `${id} tingkat ${String(tingkat / 100).replace('.', ',')}`;

/**
 * A circle of prerequisites, as texts in order ("I12 tingkat 3" needs "I19 tingkat 3" needs …, the first again at
 * the end), or null. Level-aware: I12 at 3 may need I19 at 2 while I19 at 3 needs I12 at 3.
 */
export function findLingkaran(prasyarat: readonly Prasyarat[]): string[] | null {
	const selesai = new Set<string>();
	const jalan: Titik[] = [];
	const visit = (titik: Titik): string[] | null => {
		const ulang = jalan.findIndex((t) => t.id === titik.id && t.tingkat <= titik.tingkat);
		if (ulang >= 0) return [...jalan.slice(ulang), titik].map(tulis);
		if (selesai.has(tulis(titik))) return null;
		jalan.push(titik);
		for (const p of prasyarat) {
			if (p.indikator !== titik.id || p.tingkat > titik.tingkat) continue;
			const lingkaran = visit({ id: p.syarat, tingkat: p.tingkatSyarat });
			if (lingkaran) return lingkaran;
		}
		jalan.pop();
		selesai.add(tulis(titik));
		return null;
	};
	for (const p of prasyarat) {
		const lingkaran = visit({ id: p.indikator, tingkat: p.tingkat });
		if (lingkaran) return lingkaran;
	}
	return null;
}

/** A warning for every soft rule that the plan breaks and every raised indicator that another index decides. */
export function listPeringatan(
	naik: readonly { indikator: string; ke: number }[],
	tingkat: (indikator: string) => number,
	prasyarat: readonly Prasyarat[],
	catatan: readonly Catatan[],
): Peringatan[] {
	const ke = new Map(naik.map((l) => [l.indikator, l.ke]));
	const langgar = prasyarat.filter(
		(p) => (ke.get(p.indikator) ?? -1) >= p.tingkat && tingkat(p.syarat) < p.tingkatSyarat,
	);
	return [
		...langgar.map(({ id, indikator, alasan }) => ({
			kode: 'prasyarat' as const,
			indikator,
			aturan: id,
			teks: alasan,
		})),
		...catatan
			.filter(({ indikator }) => ke.has(indikator))
			.map(({ indikator, alasan }) => ({
				kode: 'indeks_luar' as const,
				indikator,
				aturan: indikator,
				teks: alasan,
			})),
	];
}
