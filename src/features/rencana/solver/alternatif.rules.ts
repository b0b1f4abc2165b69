import { findTerbaik, type Tabel, type Terbaik, traceAnak } from './dinamis.rules.ts';
import type { Soal } from './soal.rules.ts';

/** The plans that begin with `awal` and whose next rung is none of `larang`; with the best of them. */
interface Daerah {
	awal: readonly number[];
	larang: ReadonlySet<number>;
	pilih: readonly number[];
	nilai: Terbaik;
}

/**
 * All plans that reach the aim, best first, each once, for a problem without capacity, prerequisites and penalties
 * (Murty's method: the best plan splits what is left into parts, and the table gives the best of each part at once).
 */
export function* walkRencana(soal: Soal, tabel: Tabel): Generator<readonly number[]> {
	const terbuka: Daerah[] = [];
	const tambah = (awal: readonly number[], larang: ReadonlySet<number>) => {
		const daerah = bestOf(soal, tabel, awal, larang);
		if (daerah) terbuka.push(daerah);
	};
	tambah([], new Set());
	for (;;) {
		const terbaik = terbuka.reduce<Daerah | null>(
			(a, b) => (a === null || compareDaerah(soal, b, a) < 0 ? b : a),
			null,
		);
		if (!terbaik) return;
		yield terbaik.pilih;
		terbuka.splice(terbuka.indexOf(terbaik), 1);
		const { awal, larang, pilih } = terbaik;
		for (let n = awal.length; n < pilih.length; n++)
			tambah(pilih.slice(0, n), new Set([...(n === awal.length ? larang : []), pilih[n] ?? 0]));
	}
}

function bestOf(
	soal: Soal,
	tabel: Tabel,
	awal: readonly number[],
	larang: ReadonlySet<number>,
): Daerah | null {
	const n = awal.length;
	const dasar = sumAnak(soal, awal);
	const { anak = [], bawah = 0, atas = -1 } = soal.peubah[n] ?? {};
	let terbaik: Daerah | null = null;
	for (let r = atas; r >= bawah; r--) {
		if (larang.has(r)) continue;
		const ini = {
			massa: dasar.massa + (anak[r]?.massa ?? 0),
			biaya: dasar.biaya + (anak[r]?.biaya ?? 0),
			langkah: dasar.langkah + r,
		};
		const sisa = findTerbaik(tabel, n + 1, {
			tujuan: soal.tujuan,
			perlu: soal.perlu - ini.massa,
			anggaran: soal.anggaran === null ? null : soal.anggaran - ini.biaya,
		});
		if (!sisa) continue;
		const nilai = {
			massa: ini.massa + sisa.massa,
			biaya: ini.biaya + sisa.biaya,
			langkah: ini.langkah + sisa.langkah,
		};
		if (terbaik && compareNilai(soal, nilai, terbaik.nilai) >= 0) continue;
		terbaik = { awal, larang, nilai, pilih: [...awal, r, ...traceAnak(tabel, n + 1, sisa)] };
	}
	return terbaik;
}

function sumAnak(soal: Soal, awal: readonly number[]): Terbaik {
	let [massa, biaya, langkah] = [0, 0, 0];
	awal.forEach((r, n) => {
		massa += soal.peubah[n]?.anak[r]?.massa ?? 0;
		biaya += soal.peubah[n]?.anak[r]?.biaya ?? 0;
		langkah += r;
	});
	return { massa, biaya, langkah };
}

function compareNilai({ tujuan }: Soal, a: Terbaik, b: Terbaik): number {
	const [biaya, massa] = [a.biaya - b.biaya, b.massa - a.massa];
	return (tujuan === 'biaya' ? biaya || massa : massa || biaya) || a.langkah - b.langkah;
}

function compareDaerah(soal: Soal, a: Daerah, b: Daerah): number {
	const beda = a.pilih.findIndex((r, n) => r !== b.pilih[n]);
	return compareNilai(soal, a.nilai, b.nilai) || (b.pilih[beda] ?? 0) - (a.pilih[beda] ?? 0);
}
