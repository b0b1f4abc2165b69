import type { Pecahan } from '#scoring';
import { type Instrumen, toDesimal, toPersis } from '#scoring';
import type { Pelonggaran, PeluangTarget, Rencana, TidakLayak } from './rencana.schema.ts';
import { tulisTarget } from './tampil.rules.ts';

/** What `matang plan` prints: figures of the index as strings with a point, levels and costs as numbers. */
export function rencanaJson(instrumen: Pick<Instrumen, 'id'>, rencana: Rencana, target: Pecahan | null) {
	const { kepastian, langkah, peringatan } = rencana;
	return {
		indeks: toDesimal(rencana.indeks),
		biaya: rencana.biaya,
		optimal: kepastian.optimal,
		langkah: langkah.map(({ indikator, dari, ke, biaya, hari, bulan, unit, poin }) => ({
			indikator,
			dari: dari / 100,
			ke: ke / 100,
			biaya,
			hari,
			bulan,
			...(unit !== null && { unit }),
			poin: toPersis(poin),
		})),
		indeksPersis: toPersis(rencana.indeks),
		indeksKini: toDesimal(rencana.indeksKini),
		predikat: rencana.predikat,
		instrumen: instrumen.id,
		target: target && tulisTarget(target),
		...(!kepastian.optimal && { batas: kepastian.batas, alasan: kepastian.alasan }),
		...(rencana.denda > 0 && { denda: rencana.denda }),
		peluang: rencana.peluang && peluangJson(rencana.peluang),
		peringatan: peringatan.map(({ indikator, aturan, teks }) => ({ indikator, aturan, teks: teks.id })),
	};
}

/** Four decimals for reading; the exact fraction would have hundreds of digits. */
const peluangJson = ({ bawah, atas, persis }: PeluangTarget) => ({
	bawah: toDesimal(bawah, 4),
	atas: toDesimal(atas, 4),
	persis,
});

const satuJson = ({ kalimat, ...isi }: Pelonggaran) => ({ ...isi, pesan: kalimat.id });

/** What suffices alone; else pairs as `{"gabungan": […]}`, with `lengkap` false where not every pair was tried. */
export const pelonggaranJson = ({ pelonggaran, gabungan, lengkap }: TidakLayak) => ({
	layak: false,
	pelonggaran: [
		...pelonggaran.map(satuJson),
		...gabungan.map(({ isi, kalimat }) => ({ gabungan: isi.map(satuJson), pesan: kalimat.id })),
	],
	...(!lengkap && { lengkap }),
});
