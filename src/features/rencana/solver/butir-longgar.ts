import { compare, type Instrumen, mul, type Pecahan, parseDesimal, pecahan } from '#scoring';
import { requireHighs } from './highs.ts';
import { buildMilp } from './milp.rules.ts';
import type { Kendala, Pelonggaran } from './rencana.schema.ts';
import { buildSoal, type Soal, totalOf } from './soal.rules.ts';
import { minimize, solveSoal } from './solve-soal.ts';
import { indeksOf, toBawah, tulisTarget } from './tampil.rules.ts';
import type { TanggaSemua } from './tangga.rules.ts';

/** Of one call: there may be dozens. What is not settled by then is not listed. */
const batasWaktu = { detik: 3 };

/** A change of one constraint, to be applied to any set of them. */
export interface Ubahan extends Omit<Pelonggaran, 'kalimat'> {
	terap: (kendala: Kendala) => Kendala;
}

/** One constraint that may give way. */
export interface Butir {
	jenis: Pelonggaran['kendala'];
	/** All constraints but this one. */
	lepas: (kendala: Kendala) => Kendala;
	/** The least change that may help while all others are as given; null where none can. To be solved again. */
	kecil: (semua: TanggaSemua, kendala: Kendala) => Promise<Ubahan | null>;
}

export const isMungkin = async (semua: TanggaSemua, kendala: Kendala): Promise<boolean> =>
	(await solveSoal({ ...buildSoal(semua, kendala), tujuan: 'biaya' }, batasWaktu)).ok;

/** Everything that was asked for, each as a constraint of its own. */
export function listButir({ skala }: Pick<Instrumen, 'skala'>, kendala: Kendala): Butir[] {
	const { minTingkat, tenggatBulan } = kendala;
	return [
		...(kendala.target ? [butirTarget(kendala.target)] : []),
		...(kendala.anggaran === null ? [] : [butirAnggaran(kendala.anggaran)]),
		...(minTingkat === null ? [] : [butirMinimum(skala.min, minTingkat)]),
		...Object.entries(kendala.minIndikator).map(([id, dari]) => butirMinimum(skala.min, dari, id)),
		...Object.entries(kendala.sasaran).map(([id, dari]) => butirSasaran(id, dari)),
		...Object.entries(kendala.kapasitas).map(([unit, hari]) => butirKapasitas(unit, hari)),
		...(tenggatBulan === null ? [] : [butirTenggat(tenggatBulan)]),
		...kendala.kecuali.map((id) => butirKecuali([id])),
		...Object.keys(kendala.tetap).map((id) => butirTetap([id])),
		...kendala.prasyarat.flatMap((p, n) => (p.sifat === 'keras' ? [butirPrasyarat(kendala, [n])] : [])),
	];
}

/** The reachable maximum, rounded down to two decimals. */
function butirTarget(target: Pecahan): Butir {
	const lepas = (k: Kendala) => ({ ...k, target: null });
	return {
		...{ jenis: 'target', lepas },
		kecil: async (semua, kendala) => {
			const soal: Soal = { ...buildSoal(semua, lepas(kendala)), tujuan: 'indeks' };
			const hasil = await solveSoal(soal, batasWaktu);
			if (!hasil.ok) return null;
			const ke = toBawah(indeksOf(semua, totalOf(soal.peubah, hasil.pemecahan.pilih).massa));
			const terap = (k: Kendala) => ({ ...k, target: parseDesimal(ke) });
			return { kendala: 'target', dari: tulisTarget(target), ke, terap };
		},
	};
}

function butirAnggaran(anggaran: number): Butir {
	const lepas = (k: Kendala) => ({ ...k, anggaran: null });
	return {
		...{ jenis: 'anggaran', lepas },
		kecil: async (semua, kendala) => {
			const soal: Soal = { ...buildSoal(semua, lepas(kendala)), tujuan: 'biaya' };
			const hasil = await solveSoal(soal, batasWaktu);
			if (!hasil.ok) return null;
			const { biaya } = totalOf(soal.peubah, hasil.pemecahan.pilih);
			const terap = (k: Kendala) => ({ ...k, anggaran: biaya });
			return { kendala: 'anggaran', dari: String(anggaran), ke: String(biaya), terap };
		},
	};
}

const tulis = (perseratus: number) => String(perseratus / 100);

/** The overall minimum, or that of one indicator, lowered level by level. */
function butirMinimum(min: number, dari: number, id?: string): Butir {
	const ubah = (k: Kendala, ke: number | null): Kendala => {
		if (id === undefined) return { ...k, minTingkat: ke };
		const { [id]: _, ...lain } = k.minIndikator;
		return { ...k, minIndikator: ke === null ? lain : { ...lain, [id]: ke } };
	};
	const isi =
		id === undefined
			? { kendala: 'min_tingkat' as const }
			: { kendala: 'min_indikator' as const, tentang: id };
	return {
		jenis: isi.kendala,
		lepas: (k) => ubah(k, null),
		kecil: async (semua, kendala) => {
			for (let ke = Math.ceil(dari / 100) * 100 - 100; ke >= min; ke -= 100)
				if (await isMungkin(semua, ubah(kendala, ke)))
					return { ...isi, dari: tulis(dari), ke: tulis(ke), terap: (k) => ubah(k, ke) };
			return null;
		},
	};
}

/** The highest value of the node that can be reached, rounded down to two decimals. */
function butirSasaran(id: string, dari: Pecahan): Butir {
	const lepas = (k: Kendala) => {
		const { [id]: _, ...sasaran } = k.sasaran;
		return { ...k, sasaran };
	};
	return {
		...{ jenis: 'sasaran', lepas },
		kecil: async (semua, kendala) => {
			const simpul = semua.simpul.get(id);
			const hasil =
				simpul && (await optimize(semua, lepas(kendala), { jenis: 'massa_bagian', peubah: simpul.peubah }));
			if (!simpul || hasil == null) return null;
			const { nilai, bagian } = simpul;
			const naik = mul(mul(pecahan(-hasil), semua.satuan), { p: bagian.q, q: bagian.p });
			const tertinggi = pecahan(nilai.p * naik.q + naik.p * nilai.q, nilai.q * naik.q);
			const ke = toBawah(tertinggi);
			if (compare(tertinggi, dari) >= 0) return null;
			const terap = (k: Kendala) => ({ ...k, sasaran: { ...k.sasaran, [id]: parseDesimal(ke) ?? dari } });
			return { kendala: 'sasaran', tentang: id, dari: tulisTarget(dari), ke, terap };
		},
	};
}

/** The fewest person-days that a unit needs. */
function butirKapasitas(unit: string, dari: number): Butir {
	const lepas = (k: Kendala) => {
		const { [unit]: _, ...kapasitas } = k.kapasitas;
		return { ...k, kapasitas };
	};
	return {
		...{ jenis: 'kapasitas', lepas },
		kecil: async (semua, kendala) => {
			const peubah = semua.tangga.flatMap(({ id }, n) => (kendala.unit[id] === unit ? [n] : []));
			const nilai = await optimize(semua, lepas(kendala), { jenis: 'hari', peubah });
			if (nilai === null || nilai <= dari) return null;
			const terap = (k: Kendala) => ({ ...k, kapasitas: { ...k.kapasitas, [unit]: nilai } });
			return { kendala: 'kapasitas', tentang: unit, dari: String(dari), ke: String(nilai), terap };
		},
	};
}

/** The least of an aim over some indicators; null where nothing is possible or nothing was found in time. */
async function optimize(
	semua: TanggaSemua,
	kendala: Kendala,
	sasaran: Parameters<typeof minimize>[2],
): Promise<number | null> {
	const soal = buildSoal(semua, kendala);
	if (soal.peubah.some(({ bawah, atas }) => bawah > atas)) return null;
	const hasil = minimize(await requireHighs(), buildMilp(soal), sasaran, batasWaktu.detik);
	return hasil.ok ? hasil.nilai : null;
}

/** The shortest deadline, among the lengths that chains of steps have. */
function butirTenggat(dari: number): Butir {
	const terap = (ke: number | null) => (k: Kendala) => ({ ...k, tenggatBulan: ke });
	return {
		...{ jenis: 'tenggat', lepas: terap(null) },
		kecil: async (semua, kendala) => {
			const panjang = new Set(semua.tangga.flatMap(({ anak }) => anak.map(({ bulan }) => bulan)));
			const calon = [...panjang].filter((b) => b > dari).sort((a, b) => a - b);
			let [bawah, atas] = [0, calon.length];
			while (bawah < atas) {
				const tengah = Math.floor((bawah + atas) / 2);
				if (await isMungkin(semua, terap(calon[tengah] ?? dari)(kendala))) atas = tengah;
				else bawah = tengah + 1;
			}
			const ke = calon[atas];
			if (ke === undefined) return null;
			return { kendala: 'tenggat', dari: String(dari), ke: String(ke), terap: terap(ke) };
		},
	};
}

/** Indicators kept out, released together. */
export function butirKecuali(ids: readonly string[]): Butir {
	const terap = (k: Kendala) => ({ ...k, kecuali: k.kecuali.filter((id) => !ids.includes(id)) });
	const isi = { kendala: 'kecuali', dari: 'dikecualikan', ke: 'boleh dinaikkan' } as const;
	return butirLepas({ ...isi, tentang: ids.join(', '), terap });
}

/** Indicators held on a level, released together. */
export function butirTetap(ids: readonly string[]): Butir {
	const terap = (k: Kendala) => ({
		...k,
		tetap: Object.fromEntries(Object.entries(k.tetap).filter(([id]) => !ids.includes(id))),
	});
	return butirLepas({
		kendala: 'tetap',
		tentang: ids.join(', '),
		dari: 'tetap',
		ke: 'boleh dinaikkan',
		terap,
	});
}

/** Hard prerequisites, by their place in the list, made soft together. */
export function butirPrasyarat({ prasyarat }: Kendala, letak: readonly number[]): Butir {
	const tentang = letak.map((n) => {
		const p = prasyarat[n];
		return `${p?.id} (${p?.indikator} → ${p?.syarat})`;
	});
	const terap = (k: Kendala): Kendala => ({
		...k,
		prasyarat: k.prasyarat.map((p, n) => (letak.includes(n) ? { ...p, sifat: 'lunak', denda: 0 } : p)),
	});
	return butirLepas({ kendala: 'prasyarat', tentang: tentang.join(', '), dari: 'keras', ke: 'lunak', terap });
}

/** A constraint that stands or falls as a whole. */
const butirLepas = (ubahan: Ubahan): Butir => ({
	jenis: ubahan.kendala,
	lepas: ubahan.terap,
	kecil: async () => ubahan,
});
