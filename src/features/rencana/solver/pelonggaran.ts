import { type Instrumen, parseDesimal } from '#scoring';
import { requireHighs } from './highs.ts';
import { buildMilp } from './milp.rules.ts';
import { kalimatPelonggaran } from './rencana.copy.ts';
import type { Kendala, Pelonggaran } from './rencana.schema.ts';
import { buildSoal, type Soal, totalOf } from './soal.rules.ts';
import { minimize, solveSoal } from './solve-soal.ts';
import { indeksOf, toBawah, tulisTarget } from './tampil.rules.ts';
import type { TanggaSemua } from './tangga.rules.ts';

/** Of one call: there may be dozens. What is not settled by then is not listed. */
const batasWaktu = { detik: 3 };

interface Usul extends Omit<Pelonggaran, 'kalimat'> {
	baru: Kendala;
}

/**
 * What would have to give way: for each constraint alone the smallest change that makes the request possible, all
 * others kept. Every change was solved again and found possible; those that cannot help alone are not listed.
 */
export async function listPelonggaran(
	instrumen: Pick<Instrumen, 'skala'>,
	semua: TanggaSemua,
	kendala: Kendala,
): Promise<Pelonggaran[]> {
	const usul = [
		...(await lowerTarget(semua, kendala)),
		...(await raiseAnggaran(semua, kendala)),
		...(await lowerMinimum(instrumen, semua, kendala)),
		...(await raiseKapasitas(semua, kendala)),
		...(await lengthenTenggat(semua, kendala)),
		...(await releaseIndikator(semua, kendala)),
		...softenPrasyarat(kendala),
	];
	const teruji: Pelonggaran[] = [];
	for (const { baru, ...isi } of usul)
		if (await isMungkin(semua, baru)) teruji.push({ ...isi, kalimat: kalimatPelonggaran(isi) });
	return teruji;
}

const isMungkin = async (semua: TanggaSemua, kendala: Kendala) =>
	(await solveSoal({ ...buildSoal(semua, kendala), tujuan: 'biaya' }, batasWaktu)).ok;

/** The reachable maximum, rounded down to two decimals. */
async function lowerTarget(semua: TanggaSemua, kendala: Kendala): Promise<Usul[]> {
	if (!kendala.target) return [];
	const soal: Soal = { ...buildSoal(semua, { ...kendala, target: null }), tujuan: 'indeks' };
	const hasil = await solveSoal(soal, batasWaktu);
	if (!hasil.ok) return [];
	const ke = toBawah(indeksOf(semua, totalOf(soal.peubah, hasil.pemecahan.pilih).massa));
	const baru = { ...kendala, target: parseDesimal(ke) };
	return [{ kendala: 'target', dari: tulisTarget(kendala.target), ke, baru }];
}

async function raiseAnggaran(semua: TanggaSemua, kendala: Kendala): Promise<Usul[]> {
	if (kendala.anggaran === null) return [];
	const soal: Soal = { ...buildSoal(semua, { ...kendala, anggaran: null }), tujuan: 'biaya' };
	const hasil = await solveSoal(soal, batasWaktu);
	if (!hasil.ok) return [];
	const { biaya } = totalOf(soal.peubah, hasil.pemecahan.pilih);
	const baru = { ...kendala, anggaran: biaya };
	return [{ kendala: 'anggaran', dari: String(kendala.anggaran), ke: String(biaya), baru }];
}

const tulis = (perseratus: number) => String(perseratus / 100);

/** The overall minimum, and each minimum of one indicator, lowered level by level. */
async function lowerMinimum(
	{ skala }: Pick<Instrumen, 'skala'>,
	semua: TanggaSemua,
	kendala: Kendala,
): Promise<Usul[]> {
	const { minTingkat, minIndikator } = kendala;
	const coba = async (
		dari: number,
		ubah: (tingkat: number) => Kendala,
		isi: Pick<Usul, 'kendala' | 'tentang'>,
	) => {
		for (let ke = Math.ceil(dari / 100) * 100 - 100; ke >= skala.min; ke -= 100)
			if (await isMungkin(semua, ubah(ke)))
				return [{ ...isi, dari: tulis(dari), ke: tulis(ke), baru: ubah(ke) }];
		return [];
	};
	const umum =
		minTingkat === null
			? []
			: await coba(minTingkat, (t) => ({ ...kendala, minTingkat: t }), { kendala: 'min_tingkat' });
	const satu: Usul[] = [];
	for (const [id, dari] of Object.entries(minIndikator))
		satu.push(
			...(await coba(dari, (t) => ({ ...kendala, minIndikator: { ...minIndikator, [id]: t } }), {
				kendala: 'min_indikator',
				tentang: id,
			})),
		);
	return [...umum, ...satu];
}

/** The fewest person-days that a unit needs when only its limit falls. */
async function raiseKapasitas(semua: TanggaSemua, kendala: Kendala): Promise<Usul[]> {
	const highs = Object.keys(kendala.kapasitas).length > 0 ? await requireHighs() : null;
	const usul: Usul[] = [];
	for (const [unit, dari] of highs ? Object.entries(kendala.kapasitas) : []) {
		const { [unit]: _, ...lain } = kendala.kapasitas;
		const soal = buildSoal(semua, { ...kendala, kapasitas: lain });
		const peubah = soal.peubah.flatMap(({ id }, n) => (kendala.unit[id] === unit ? [n] : []));
		if (!highs || soal.peubah.some(({ bawah, atas }) => bawah > atas)) continue;
		const hasil = minimize(highs, buildMilp(soal), { jenis: 'hari', peubah }, batasWaktu.detik);
		if (!hasil.ok || hasil.nilai <= dari) continue;
		const baru = { ...kendala, kapasitas: { ...kendala.kapasitas, [unit]: hasil.nilai } };
		usul.push({ kendala: 'kapasitas', tentang: unit, dari: String(dari), ke: String(hasil.nilai), baru });
	}
	return usul;
}

/** The shortest deadline, among the lengths that chains of steps have. */
async function lengthenTenggat(semua: TanggaSemua, kendala: Kendala): Promise<Usul[]> {
	const dari = kendala.tenggatBulan;
	if (dari === null) return [];
	const panjang = new Set(semua.tangga.flatMap(({ anak }) => anak.map(({ bulan }) => bulan)));
	const calon = [...panjang].filter((b) => b > dari).sort((a, b) => a - b);
	let [bawah, atas] = [0, calon.length];
	while (bawah < atas) {
		const tengah = Math.floor((bawah + atas) / 2);
		if (await isMungkin(semua, { ...kendala, tenggatBulan: calon[tengah] ?? dari })) atas = tengah;
		else bawah = tengah + 1;
	}
	const ke = calon[atas];
	if (ke === undefined) return [];
	return [{ kendala: 'tenggat', dari: String(dari), ke: String(ke), baru: { ...kendala, tenggatBulan: ke } }];
}

/** Indicators kept out or held on a level, each released alone; where none suffices all of a kind together. */
async function releaseIndikator(semua: TanggaSemua, kendala: Kendala): Promise<Usul[]> {
	const usul: Usul[] = [];
	for (const jenis of ['kecuali', 'tetap'] as const) {
		const ids = jenis === 'kecuali' ? kendala.kecuali : Object.keys(kendala.tetap);
		const kosong = jenis === 'kecuali' ? [] : {};
		const kata = {
			kendala: jenis,
			dari: jenis === 'kecuali' ? 'dikecualikan' : 'tetap',
			ke: 'boleh dinaikkan',
		};
		const satu: Usul[] = [];
		for (const id of ids) {
			const baru = { ...kendala, [jenis]: withoutId(kendala[jenis], id) };
			if (await isMungkin(semua, baru)) satu.push({ ...kata, tentang: id, baru });
		}
		usul.push(...satu);
		if (satu.length === 0 && ids.length > 1)
			usul.push({ ...kata, tentang: ids.join(', '), baru: { ...kendala, [jenis]: kosong } });
	}
	return usul;
}

function withoutId(isi: readonly string[] | Readonly<Record<string, number>>, id: string) {
	return Array.isArray(isi)
		? isi.filter((satu) => satu !== id)
		: Object.fromEntries(Object.entries(isi).filter(([satu]) => satu !== id));
}

function softenPrasyarat(kendala: Kendala): Usul[] {
	return kendala.prasyarat.flatMap((p, n) => {
		if (p.sifat !== 'keras') return [];
		const prasyarat = kendala.prasyarat.with(n, { ...p, sifat: 'lunak', denda: 0 });
		const tentang = `${p.id} (${p.indikator} → ${p.syarat})`;
		return [{ kendala: 'prasyarat', tentang, dari: 'keras', ke: 'lunak', baru: { ...kendala, prasyarat } }];
	});
}
