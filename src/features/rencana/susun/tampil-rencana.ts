import { tingkatPita } from '#features/instrumen/predikat-tampil.rules.ts';
import { type Instrumen, listIndikator, pecahan, roundPerseratus, toDesimal, toPersis } from '#scoring';
import { tulisIsian, tulisKode } from '../hitung-isian.rules.ts';
import type { Peluang, PeluangTarget, Rencana, Risiko } from '../solver/rencana.schema.ts';
import type { Bahan } from './read-bahan.ts';
import { type HasilTersimpan, type LangkahTampil, rankOf, type SatuanBiaya } from './simpanan.rules.ts';
import { sumRupiah } from './tabel-ongkos.rules.ts';

/** A chance in percent with one decimal; bounds are never rounded towards the better. */
const persen = ({ beri, dari }: Peluang) => toDesimal(pecahan(BigInt(beri) * 100n, dari), 1);
const lantai = ({ p, q }: { p: bigint; q: bigint }) => toDesimal(pecahan((p * 1000n) / q, 10n), 1);
const atap = ({ p, q }: { p: bigint; q: bigint }) => toDesimal(pecahan((p * 1000n + q - 1n) / q, 10n), 1);

export const peluangTampil = ({ bawah, atas, persis }: PeluangTarget) =>
	persis
		? { bawah: lantai(bawah), atas: lantai(bawah), persis }
		: { bawah: lantai(bawah), atas: atap(atas), persis };

export const namaPendek = (instrumen: Instrumen): Map<string, string> =>
	new Map(
		(listIndikator(instrumen) as { id: string; pendek?: string }[]).map((i) => [i.id, i.pendek ?? i.id]),
	);

export const tingkatPredikat = (instrumen: Instrumen, predikat: string | null) => {
	const { pita } = instrumen.predikat;
	return tingkatPita(
		pita.length,
		pita.findIndex((p) => p.nama === predikat),
	);
};

/** A plan as it is shown and kept: figures as texts, names beside identifiers. */
export function tampilkanRencana(
	{ awal, ongkos, unit, lapangan }: Bahan,
	rencana: Rencana,
	{ satuan, tujuan }: { satuan: SatuanBiaya; tujuan: 'biaya' | 'indeks' },
	risiko: readonly Risiko[],
): HasilTersimpan {
	const { instrumen } = awal;
	const nama = namaPendek(instrumen);
	const langkah = rencana.langkah.map((l): LangkahTampil => {
		const u = unit.get(l.indikator);
		return {
			...{ indikator: l.indikator, pendek: nama.get(l.indikator) ?? '', dari: l.dari, ke: l.ke },
			...{ biaya: l.biaya, hari: l.hari, bulan: l.bulan, unitId: u?.id ?? null, unit: u?.nama ?? null },
			rupiah: sumRupiah(ongkos, l.indikator, l.dari, l.ke),
			poin: toPersis(l.poin),
			peluang: persen(l.peluang),
			peringatan: rencana.peringatan.filter((p) => p.indikator === l.indikator).map((p) => p.teks),
		};
	});
	const { kepastian } = rencana;
	return {
		indeks: toDesimal(rencana.indeks),
		persis: toPersis(rencana.indeks),
		kini: toDesimal(rencana.indeksKini),
		predikat: rencana.predikat,
		tingkat: tingkatPredikat(instrumen, rencana.predikat),
		satuan,
		biaya: rencana.biaya,
		hari: langkah.reduce((n, l) => n + (l.hari ?? 0), 0),
		bulan: langkah.reduce((n, l) => Math.max(n, l.bulan ?? 0), 0),
		kepastian: kepastian.optimal
			? { optimal: true, batas: null, tujuan }
			: { optimal: false, batas: kepastian.batas, tujuan },
		peluang: rencana.peluang && peluangTampil(rencana.peluang),
		peringkat: rankOf(lapangan, roundPerseratus(rencana.indeks)),
		langkah,
		risiko: risiko.slice(0, 5).map(({ indikator, pasti, ditolak }) => ({
			...{ indikator, pendek: nama.get(indikator) ?? '' },
			pasti: peluangTampil(pasti).bawah,
			ditolak: peluangTampil(ditolak).bawah,
		})),
		kode: tulisKode(instrumen, tulisIsian(rencana.jawaban)),
	};
}
