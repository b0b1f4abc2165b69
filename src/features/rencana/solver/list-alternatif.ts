import { walkRencana } from './alternatif.rules.ts';
import { buildTabel } from './dinamis.rules.ts';
import { explainRencana, prepareRencana } from './plan-rencana.ts';
import type { MasukanRencana, Rencana } from './rencana.schema.ts';
import type { Soal } from './soal.rules.ts';
import { type Pemecahan, solveSoal } from './solve-soal.ts';

/**
 * The best plan and the next best, best first; two plans differ when some indicator ends on another level. Fewer than
 * `banyak` where there are no more. A plan that is not proven best of what is left says so in its `kepastian`.
 */
export async function listAlternatif(masukan: MasukanRencana, banyak = 6): Promise<Rencana[]> {
	const siap = prepareRencana(masukan);
	if (!siap.ok) return [];
	const daftar = await listPemecahan(siap.soal, banyak);
	return daftar.map((satu) => explainRencana(masukan, siap.semua, siap.soal, satu));
}

/** The same in rungs. */
export async function listPemecahan(soal: Soal, banyak: number): Promise<Pemecahan[]> {
	const tabel = buildTabel(soal.peubah);
	const pertama = await solveSoal(soal, { tabel });
	if (!pertama.ok) return [];
	const daftar = [pertama.pemecahan];
	const terikat = soal.kapasitas.length + soal.kelompok.length + soal.keras.length + soal.berdenda.length > 0;
	if (tabel && !terikat) {
		const kunci = String(pertama.pemecahan.pilih);
		for (const pilih of walkRencana(soal, tabel)) {
			if (daftar.length >= banyak) break;
			if (String(pilih) !== kunci) daftar.push({ pilih, cara: 'program_dinamis', batas: null });
		}
		return daftar;
	}
	while (daftar.length < banyak) {
		const lagi = await solveSoal(soal, { tabel, tolak: daftar.map(({ pilih }) => pilih) });
		if (!lagi.ok) break;
		daftar.push(lagi.pemecahan);
	}
	return daftar;
}
