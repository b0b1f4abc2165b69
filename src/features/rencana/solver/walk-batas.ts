import { setImmediate } from 'node:timers/promises';
import { buildTabel, type Tabel } from './dinamis.rules.ts';
import { kepastianOf, prepareRencana } from './plan-rencana.ts';
import type { MasukanRencana, TitikBatas } from './rencana.schema.ts';
import { type Soal, totalOf } from './soal.rules.ts';
import { solveSoal } from './solve-soal.ts';
import { indeksOf } from './tampil.rules.ts';
import type { TanggaSemua } from './tangga.rules.ts';

/**
 * The frontier cost ↔ index: where the institution stands (or the least that its minimum levels ask for), then the
 * least cost of `banyak` targets evenly spaced up to the highest index that the constraints allow. Points come one by
 * one, cheapest first, and other work gets its turn between them; equal points are given once. The target and budget
 * of the input are not looked at, its other constraints are.
 */
export async function* walkBatas(masukan: MasukanRencana, banyak = 20): AsyncGenerator<TitikBatas> {
	const kendala = { ...masukan.kendala, target: null, anggaran: null };
	const siap = prepareRencana({ ...masukan, kendala });
	if (!siap.ok) return;
	const { semua, soal } = siap;
	const tabel = buildTabel(soal.peubah);
	// The first step is cut from what could be reached without ties between indicators, so that it need not wait
	// for the true summit, which takes a search of its own.
	let tertinggi = tabel ? (tabel.biaya[0]?.length ?? 1) - 1 : await findTertinggi(soal, tabel);
	let akhir = -1;
	for (let n = 0; n <= banyak; n++) {
		if (n === 2 && tabel) tertinggi = await findTertinggi(soal, tabel);
		const perlu = Math.ceil((tertinggi * n) / banyak);
		if (perlu <= akhir) continue;
		const titik = await solveTitik(semua, { ...soal, perlu, tujuan: 'biaya' }, tabel);
		if (!titik) continue;
		akhir = titik.massa;
		yield titik.titik;
		await setImmediate();
	}
}

async function findTertinggi(soal: Soal, tabel: Tabel | null): Promise<number> {
	const puncak = await solveSoal({ ...soal, tujuan: 'indeks' }, { tabel });
	return puncak.ok ? totalOf(soal.peubah, puncak.pemecahan.pilih).massa : 0;
}

async function solveTitik(semua: TanggaSemua, soal: Soal, tabel: Tabel | null) {
	const hasil = await solveSoal(soal, { tabel });
	if (!hasil.ok) return null;
	const { massa, biaya } = totalOf(soal.peubah, hasil.pemecahan.pilih);
	const kepastian = kepastianOf(semua, soal, hasil.pemecahan.batas);
	return { massa, titik: { biaya, indeks: indeksOf(semua, massa), kepastian } };
}
