import { sumUpLangkah } from './batas-peluang.rules.ts';
import { findTerbaik, type Tabel, traceAnak } from './dinamis.rules.ts';
import { buildSetara } from './setara.rules.ts';
import { isLayak, type Soal, totalOf } from './soal.rules.ts';

/**
 * A first plan: for a few measures of gain that know the risk, the cheapest for ever larger gains until one has the
 * chance; then single rungs are given back while it still has it. The search only looks for cheaper ones.
 */
export function seedRencana(
	soal: Soal,
	tabel: Tabel,
	cukup: (pilih: readonly number[]) => boolean,
): readonly number[] | null {
	const besar = sumUpLangkah(soal.peubah).besar;
	const hindari = [0, 1, 4].flatMap((n) => buildSetara(soal.peubah, -n / (4 * besar), 'bawah')?.tabel ?? []);
	const calon = [tabel, ...hindari]
		.flatMap((t) => seedFrom(soal, t, cukup))
		.map((pilih) => trimRencana(soal, pilih, cukup));
	const biaya = (pilih: readonly number[]) => totalOf(soal.peubah, pilih).biaya;
	return calon.sort((a, b) => biaya(a) - biaya(b))[0] ?? null;
}

/** Halves the range of gains: along the cheapest plans the chance rises with the gain, nearly always. */
function seedFrom(
	soal: Soal,
	tabel: Tabel,
	cukup: (pilih: readonly number[]) => boolean,
): (readonly number[])[] {
	let [bawah, atas] = [0, (tabel.biaya[0]?.length ?? 1) - 1];
	let terbaik: readonly number[] | null = null;
	while (bawah <= atas) {
		const perlu = Math.floor((bawah + atas) / 2);
		const titik = findTerbaik(tabel, 0, { perlu, anggaran: soal.anggaran, tujuan: 'biaya' });
		const pilih = titik && traceAnak(tabel, 0, titik);
		if (!titik || (pilih && isLayak(soal, pilih) && cukup(pilih))) {
			terbaik = pilih ?? terbaik;
			atas = perlu - 1;
		} else bawah = titik.massa + 1;
	}
	return terbaik ? [terbaik] : [];
}

/** Gives back the dearest steps that are not needed. */
function trimRencana(
	soal: Soal,
	awal: readonly number[],
	cukup: (pilih: readonly number[]) => boolean,
): readonly number[] {
	let pilih = awal;
	for (;;) {
		const lebihMurah = pilih
			.flatMap((r, n) => (r > (soal.peubah[n]?.bawah ?? 0) ? [pilih.with(n, r - 1)] : []))
			.filter((p) => totalOf(soal.peubah, p).biaya < totalOf(soal.peubah, pilih).biaya)
			.sort((a, b) => totalOf(soal.peubah, a).biaya - totalOf(soal.peubah, b).biaya)
			.find((p) => isLayak(soal, p) && cukup(p));
		if (!lebihMurah) return pilih;
		pilih = lebihMurah;
	}
}
