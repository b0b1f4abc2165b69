import type { Instrumen } from '#scoring/instrumen.ts';
import type { BarisHasil, BarisInstansi, BarisTarget, Seindeks } from './baca-instansi.store.ts';
import type { HasilTahun, JarakTarget, Peringkat } from './instansi-hasil.schema.ts';
import type { Capaian } from './kalimat.rules.ts';

/** The result of the year asked for, or the newest; undefined where that year has none. */
export function pilihTahun(daftar: readonly BarisHasil[], tahun: number | undefined): BarisHasil | undefined {
	return tahun === undefined ? daftar.at(-1) : daftar.find((h) => h.tahun === tahun);
}

/** Change on the latest earlier year of the same instrument; years of another instrument are never compared. */
export function hitungPerubahan(
	daftar: readonly BarisHasil[],
	kini: BarisHasil,
): Pick<HasilTahun, 'lalu' | 'jedaSampai'> {
	const sebelum = daftar.filter((h) => h.tahun < kini.tahun);
	const lalu = sebelum.findLast((h) => h.instrumen === kini.instrumen);
	if (lalu)
		return {
			lalu: { tahun: lalu.tahun, indeks: lalu.indeks, selisih: kini.indeks - lalu.indeks },
			jedaSampai: null,
		};
	return { lalu: null, jedaSampai: sebelum.at(-1)?.tahun ?? null };
}

type HasilPredikat = Pick<BarisHasil, 'indeks' | 'predikat'>;

/**
 * Targets of the year with the distance to them, in hundredths. Where index and target read the same but the
 * predicate ends below the target, only rounding made them equal.
 */
export function ukurTarget(
	target: readonly BarisTarget[],
	hasil: HasilPredikat & { tahun: number },
	instrumen: Instrumen,
): Pick<HasilTahun, 'targetNasional' | 'targetSendiri'> {
	const pita = instrumen.predikat.pita.find((p) => p.nama === hasil.predikat);
	const capaian = (nilai: number): Capaian => {
		if (hasil.indeks !== nilai) return hasil.indeks > nilai ? 'melampaui' : 'belum';
		return pita && !pita.maksTermasuk && pita.maks <= nilai ? 'belum_dibulatkan' : 'tepat';
	};
	const ukur = (t: BarisTarget): JarakTarget => ({
		nilai: t.nilai,
		selisih: hasil.indeks - t.nilai,
		capaian: capaian(t.nilai),
		tahun: t.tahun,
		sumber: t.sumber,
		catatan: t.catatan,
	});
	const setahun = target.filter((t) => t.tahun === hasil.tahun);
	return {
		targetNasional: setahun.filter((t) => t.instansiId === null).map(ukur),
		targetSendiri: setahun.filter((t) => t.instansiId !== null).map(ukur),
	};
}

/** The band the predicate names, counted from the lowest, and the distance to the one above it. */
export function bacaPredikat(
	{ indeks, predikat }: HasilPredikat,
	instrumen: Instrumen,
): Pick<HasilTahun, 'tingkat' | 'berikut'> {
	const { pita } = instrumen.predikat;
	const i = pita.findIndex((p) => p.nama === predikat);
	const atas = pita[i - 1];
	const tingkat = [1, 2, 3, 4, 5] as const;
	return {
		tingkat: (i < 0 ? null : tingkat[pita.length - 1 - i]) ?? null,
		berikut: atas ? { predikat: atas.nama, batas: atas.min, jarak: Math.max(0, atas.min - indeks) } : null,
	};
}

/** The stored ranks, nearest group first. A group of one is no ranking. */
export function susunPeringkat(h: BarisHasil, instansi: BarisInstansi, seindeks: Seindeks): Peringkat[] {
	const semua = [
		{
			lingkup: 'provinsi',
			tempat: instansi.provinsi,
			p: h.p_provinsi,
			n: h.n_provinsi,
			lalu: h.lalu_provinsi,
		},
		{ lingkup: 'pulau', tempat: instansi.pulau, p: h.p_pulau, n: h.n_pulau, lalu: h.lalu_pulau },
		{ lingkup: 'jenis', tempat: instansi.jenis, p: h.p_jenis, n: h.n_jenis, lalu: h.lalu_jenis },
		{ lingkup: 'nasional', tempat: '', p: h.p_nasional, n: h.n_nasional, lalu: h.lalu_nasional },
	] as const;
	return semua.flatMap(({ lingkup, tempat, p, n, lalu }) =>
		tempat === null || p === null || n === null || n < 2
			? []
			: [{ lingkup, tempat, p, n, lalu, bersama: Math.max(0, seindeks[lingkup] - 1) }],
	);
}
