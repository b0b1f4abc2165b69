import type { Pecahan } from '#scoring';
import { buildTabel } from './dinamis.rules.ts';
import { listDistribusi } from './distribusi.rules.ts';
import { type OpsiPeluang, planPeluang } from './plan-peluang.rules.ts';
import { explainRencana, prepareRencana } from './plan-rencana.ts';
import { listRantai, listRisiko } from './rantai.rules.ts';
import type { HasilBerpeluang, MasukanRencana, PeluangRencana, Rencana } from './rencana.schema.ts';
import { indeksOf } from './tampil.rules.ts';

/**
 * How a plan may end: every index with its chance, and which indicators decide whether the target is reached. Levels
 * that the institution has already are taken as certain; steps are granted independently of each other.
 */
export function chanceRencana(masukan: MasukanRencana, rencana: Pick<Rencana, 'langkah'>): PeluangRencana {
	const siap = prepareRencana(masukan);
	if (!siap.ok) return { distribusi: [], risiko: [] };
	const { semua, soal } = siap;
	const ke = new Map(rencana.langkah.map((l) => [l.indikator, l.ke]));
	const pilih = soal.peubah.map(({ id, anak }) =>
		Math.max(
			0,
			anak.findIndex(({ tingkat }) => tingkat === ke.get(id)),
		),
	);
	const rantai = listRantai(soal.peubah, pilih);
	return {
		distribusi: listDistribusi(rantai).map(({ massa, bawah, atas }) => ({
			indeks: indeksOf(semua, massa),
			bawah,
			atas,
		})),
		risiko: masukan.kendala.target ? listRisiko(rantai, soal.perlu) : [],
	};
}

/** The cheapest plan whose chance of the target is at least `minimal` (0,8 = 4/5), with an honest bound. */
export function planBerpeluang(
	masukan: MasukanRencana,
	minimal: Pecahan,
	opsi: OpsiPeluang = {},
): HasilBerpeluang {
	if (!masukan.kendala.target) return { ok: false, reason: 'tanpa_target' };
	const siap = prepareRencana(masukan);
	if (!siap.ok) return siap;
	const tabel = buildTabel(siap.soal.peubah);
	if (!tabel) return { ok: false, reason: 'tidak_pasti', batas: 0 };
	const { pilih, batas, terbukti } = planPeluang(siap.soal, tabel, minimal, opsi);
	if (!pilih)
		return batas === null
			? { ok: false, reason: 'peluang_tidak_tercapai' }
			: { ok: false, reason: 'tidak_pasti', batas };
	const pemecahan = { pilih, cara: 'program_dinamis', batas: null } as const;
	const rencana = explainRencana(masukan, siap.semua, siap.soal, pemecahan);
	const kepastian = terbukti
		? rencana.kepastian
		: ({ optimal: false, batas: String(batas), alasan: 'batas_waktu' } as const);
	return { ok: true, hasil: { rencana: { ...rencana, kepastian }, terbukti, batas: batas ?? rencana.biaya } };
}
