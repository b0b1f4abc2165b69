import { massaRantai, peluangTarget, type Rantai } from './distribusi.rules.ts';
import type { PeluangTarget, Risiko } from './rencana.schema.ts';
import type { Peubah } from './soal.rules.ts';

/** The steps that a choice of rungs climbs; indicators that stay are left out. */
export function listRantai(
	peubah: readonly Pick<Peubah, 'id' | 'anak'>[],
	pilih: readonly number[],
): Rantai[] {
	return peubah.flatMap(({ id, anak }, n) => {
		const langkah = anak.slice(1, (pilih[n] ?? 0) + 1).map((a, r) => ({
			massa: a.massa - (anak[r]?.massa ?? 0),
			peluang: a.langkah?.peluang ?? { beri: 1, dari: 1 },
		}));
		return langkah.length > 0 ? [{ id, langkah }] : [];
	});
}

const selisih = ({ pasti, ditolak }: Risiko) => lebar(pasti) - lebar(ditolak);
const lebar = ({ bawah, atas }: PeluangTarget) =>
	(Number(bawah.p) / Number(bawah.q) + Number(atas.p) / Number(atas.q)) / 2;

/**
 * Which indicators carry the risk: the chance of gaining `perlu` when one is granted in full and when nothing of it
 * is. The widest difference first; equals in instrument order. (Floating point only sorts.)
 */
export function listRisiko(rantai: readonly Rantai[], perlu: number): Risiko[] {
	return rantai
		.map((satu) => {
			const lain = rantai.filter((r) => r !== satu);
			return {
				indikator: satu.id,
				pasti: peluangTarget(lain, perlu - massaRantai(satu)),
				ditolak: peluangTarget(lain, perlu),
			};
		})
		.sort((a, b) => selisih(b) - selisih(a));
}
