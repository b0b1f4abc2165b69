import { mul, pecahan, score } from '#scoring';
import { peluangTarget } from './distribusi.rules.ts';
import { suggestPelonggaran } from './pelonggaran.ts';
import { findLingkaran, listPeringatan } from './prasyarat.rules.ts';
import { listRantai } from './rantai.rules.ts';
import type {
	HasilRencana,
	Kepastian,
	LangkahRencana,
	MasukanRencana,
	Peluang,
	Rencana,
} from './rencana.schema.ts';
import { buildSoal, dendaOf, type Soal, totalOf } from './soal.rules.ts';
import { type Pemecahan, solveSoal } from './solve-soal.ts';
import { toPersisIndeks } from './tampil.rules.ts';
import { buildTangga, type TanggaSemua } from './tangga.rules.ts';

/**
 * The best plan for an institution that stands at `jawaban`, with its explanation: least cost to the target, or
 * without a target the highest index under the budget. Nothing is read or stored; pages, CLI and jobs call this.
 * Refuses with the indicators not answered, the circle of prerequisites, or what would have to give way.
 */
export async function planRencana(masukan: MasukanRencana): Promise<HasilRencana> {
	const siap = prepareRencana(masukan);
	if (!siap.ok) return siap;
	const hasil = await solveSoal(siap.soal);
	if (hasil.ok) return { ok: true, rencana: explainRencana(masukan, siap.semua, siap.soal, hasil.pemecahan) };
	if (!hasil.pasti) return { ok: false, reason: 'tidak_pasti' };
	return {
		ok: false,
		reason: 'tidak_layak',
		...(await suggestPelonggaran(masukan.instrumen, siap.semua, masukan.kendala)),
	};
}

export type Siap =
	| { ok: true; semua: TanggaSemua; soal: Soal }
	| Extract<HasilRencana, { reason: 'belum_dijawab' | 'prasyarat_melingkar' }>;

/** Ladders and problem in whole numbers, or why there can be none. */
export function prepareRencana({ instrumen, jawaban, tabel, kendala }: MasukanRencana): Siap {
	const tangga = buildTangga(instrumen, jawaban, tabel);
	if (!tangga.ok) return { ok: false, reason: 'belum_dijawab', indikator: tangga.belum };
	const lingkaran = findLingkaran(kendala.prasyarat);
	if (lingkaran) return { ok: false, reason: 'prasyarat_melingkar', lingkaran };
	return { ok: true, semua: tangga.semua, soal: buildSoal(tangga.semua, kendala) };
}

/** What a choice of rungs means: the index is scored anew from the answers, never taken from the solver. */
export function explainRencana(
	{ instrumen, jawaban, kendala, catatan = [], tahun }: MasukanRencana,
	semua: TanggaSemua,
	soal: Soal,
	{ pilih, cara, batas }: Pemecahan,
): Rencana {
	const nanti = Object.fromEntries(semua.tangga.map(({ id, jawab }, n) => [id, jawab(pilih[n] ?? 0)]));
	const skor = score(instrumen, nanti, { tahun });
	const kini = score(instrumen, jawaban, { tahun });
	if (!skor.indeks || !kini.indeks) throw new Error('indeks rencana tidak dapat dihitung');
	const langkah = listLangkah(semua, kendala.unit, pilih);
	const tingkat = (id: string) => {
		const n = semua.tangga.findIndex((t) => t.id === id);
		return semua.tangga[n]?.anak[pilih[n] ?? 0]?.tingkat ?? Number.POSITIVE_INFINITY;
	};
	const { biaya } = totalOf(soal.peubah, pilih);
	return {
		langkah,
		biaya,
		denda: dendaOf(soal, pilih),
		indeks: skor.indeks,
		indeksKini: kini.indeks,
		predikat: skor.predikat,
		jawaban: nanti,
		kepastian: kepastianOf(semua, soal, batas),
		cara,
		peringatan: listPeringatan(
			langkah,
			tingkat,
			kendala.prasyarat.filter(({ sifat }) => sifat === 'lunak'),
			catatan,
		),
		peluang: kendala.target ? peluangTarget(listRantai(soal.peubah, pilih), soal.perlu) : null,
	};
}

export function kepastianOf(semua: TanggaSemua, { tujuan }: Soal, batas: Pemecahan['batas']): Kepastian {
	if (!batas) return { optimal: true };
	const { nilai, alasan } = batas;
	return {
		optimal: false,
		batas: tujuan === 'indeks' ? toPersisIndeks(semua, nilai) : String(nilai),
		alasan,
	};
}

function listLangkah(
	{ tangga, satuan }: TanggaSemua,
	unit: Readonly<Record<string, string>>,
	pilih: readonly number[],
): LangkahRencana[] {
	return tangga.flatMap(({ id, anak }, n) => {
		const [kini, ke] = [anak[0], anak[pilih[n] ?? 0]];
		if (!ke || ke === kini) return [];
		const peluang = anak.slice(1, (pilih[n] ?? 0) + 1).map((a) => a.langkah?.peluang ?? { beri: 1, dari: 1 });
		return [
			{
				indikator: id,
				dari: kini.tingkat,
				ke: ke.tingkat,
				biaya: ke.biaya,
				hari: ke.hari,
				bulan: ke.bulan,
				unit: unit[id] ?? null,
				poin: mul(pecahan(ke.massa), satuan),
				peluang: kaliPeluang(peluang),
			},
		];
	});
}

/** Product in lowest terms. @throws RangeError where it does not fit whole numbers below 2^53. */
function kaliPeluang(daftar: readonly Peluang[]): Peluang {
	const { p, q } = daftar.reduce((n, { beri, dari }) => mul(n, pecahan(beri, dari)), pecahan(1));
	return { beri: Number(p), dari: Number(q) };
}
