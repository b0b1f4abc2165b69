import { setImmediate } from 'node:timers/promises';
import { buildTabel } from './dinamis.rules.ts';
import { kepastianOf, prepareRencana } from './plan-rencana.ts';
import type { MasukanRencana, TitikBatas } from './rencana.schema.ts';
import { type Soal, totalOf } from './soal.rules.ts';
import { solveSoal } from './solve-soal.ts';
import { indeksOf } from './tampil.rules.ts';
import type { TanggaSemua } from './tangga.rules.ts';

/**
 * The frontier cost ↔ index: `banyak` targets evenly spaced from the present index to the highest that the constraints
 * allow, and the least cost of each. Points come one by one, cheapest first, and other work gets its turn between
 * them; equal points are given once. The target and budget of the input are not looked at, its other constraints are.
 */
export async function* walkBatas(masukan: MasukanRencana, banyak = 20): AsyncGenerator<TitikBatas> {
	const kendala = { ...masukan.kendala, target: null, anggaran: null };
	const siap = prepareRencana({ ...masukan, kendala });
	if (!siap.ok) return;
	const { semua, soal } = siap;
	const tabel = buildTabel(soal.peubah);
	const puncak = await solveSoal({ ...soal, tujuan: 'indeks' }, { tabel });
	if (!puncak.ok) return;
	const tertinggi = totalOf(soal.peubah, puncak.pemecahan.pilih).massa;
	let akhir = -1;
	for (let n = 1; n <= banyak; n++) {
		const perlu = Math.ceil((tertinggi * n) / banyak);
		if (perlu <= akhir) continue;
		const titik = await solveTitik(semua, { ...soal, perlu, tujuan: 'biaya' }, tabel);
		if (!titik) continue;
		akhir = titik.massa;
		yield titik.titik;
		await setImmediate();
	}
}

async function solveTitik(semua: TanggaSemua, soal: Soal, tabel: ReturnType<typeof buildTabel>) {
	const hasil = await solveSoal(soal, { tabel });
	if (!hasil.ok) return null;
	const { massa, biaya } = totalOf(soal.peubah, hasil.pemecahan.pilih);
	const kepastian = kepastianOf(semua, soal, hasil.pemecahan.batas);
	return { massa, titik: { biaya, indeks: indeksOf(semua, massa), kepastian } };
}
