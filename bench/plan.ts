import { join } from 'node:path';
import { loadInstrumen } from '#features/instrumen/load-instrumen.ts';
import { buildTabelBawaan, listPrasyaratBawaan } from '#features/rencana/solver/bawaan.rules.ts';
import { chanceRencana, planBerpeluang } from '#features/rencana/solver/chance-rencana.ts';
import { peluangTarget } from '#features/rencana/solver/distribusi.rules.ts';
import { planRencana, prepareRencana } from '#features/rencana/solver/plan-rencana.ts';
import { listRantai } from '#features/rencana/solver/rantai.rules.ts';
import { readDataRencana } from '#features/rencana/solver/read-data-rencana.ts';
import {
	type Kendala,
	kendalaKosong,
	type MasukanRencana,
	type Prasyarat,
	type TabelUsaha,
} from '#features/rencana/solver/rencana.schema.ts';
import { walkBatas } from '#features/rencana/solver/walk-batas.ts';
import { projectDir } from '#platform/config.ts';
import { add, listIndikator, pecahan, score } from '#scoring';
import { p95, type Row, round, row } from './row.ts';

const instrumen =
	loadInstrumen(join(projectDir, 'instruments')).get('spbe-2020') ?? raise('instrumen spbe-2020 tidak ada');
const ids = listIndikator(instrumen).map(({ id }) => id);
const data = readDataRencana({ dir: { project: projectDir, data: projectDir } });
const opd = ['Bappeda', 'Kominfo', 'Inspektorat', 'Organisasi', 'Keuangan'];

type Aturan = 'bawaan' | 'acak';

function raise(pesan: string): never {
	throw new Error(pesan);
}

/** The same numbers on every run. */
function acakOf(benih: number): (n: number) => number {
	let x = benih;
	return (n) => {
		x = (Math.imul(x, 1103515245) + 12345) & 0x7fffffff;
		return Math.floor((x / 0x80000000) * n);
	};
}

/** Twelve hard prerequisites that no regulation would think of. */
function listAcak(acak: (n: number) => number): Prasyarat[] {
	return Array.from({ length: 12 }, (_, n): Prasyarat => {
		const syarat = acak(ids.length - 1);
		const indikator = syarat + 1 + acak(ids.length - 1 - syarat);
		return {
			id: `p${n}`,
			indikator: ids[indikator] ?? '',
			tingkat: 200 + 100 * acak(3),
			syarat: ids[syarat] ?? '',
			tingkatSyarat: 200 + 100 * acak(3),
			sifat: 'keras',
			alasan: { id: 'uji', en: 'test' },
		};
	});
}

/** An institution with levels 1 to 4, costs in millions, five units of limited capacity, hard prerequisites and a budget. */
function susun(benih: number, aturan: Aturan): MasukanRencana {
	const acak = acakOf(benih);
	const jawaban = Object.fromEntries(ids.map((id) => [id, 100 + 100 * acak(4)]));
	const langkah = () => ({
		biaya: (1 + acak(40)) * 1_000_000,
		hari: 5 + acak(40),
		bulan: 1 + acak(5),
		layak: true,
		peluang: { beri: 10 + acak(10), dari: 20 },
	});
	const tabel: TabelUsaha = Object.fromEntries(ids.map((id) => [id, Array.from({ length: 4 }, langkah)]));
	const prasyarat =
		aturan === 'bawaan'
			? listPrasyaratBawaan(data, instrumen).map((p): Prasyarat => ({ ...p, sifat: 'keras' }))
			: listAcak(acak);
	const kini = score(instrumen, jawaban).indeks ?? raise('indeks tidak ada');
	const kendala: Kendala = {
		...kendalaKosong,
		target: add(kini, pecahan(15 + acak(30), 100)),
		anggaran: 400_000_000,
		tenggatBulan: 12,
		unit: Object.fromEntries(ids.map((id) => [id, opd[acak(opd.length)] ?? ''])),
		kapasitas: Object.fromEntries(opd.map((unit) => [unit, 60 + acak(80)])),
		prasyarat,
	};
	return { instrumen, jawaban, tabel, kendala };
}

/** The solver of plans on the whole instrument of 47 indicators: proven optima, frontier, chance. */
export async function measurePlan(): Promise<Row[]> {
	return [
		await measureTermurah('prasyarat bawaan dijadikan keras', 'bawaan'),
		await measureTermurah('prasyarat keras acak', 'acak'),
		...(await measureBatas()),
		...(await measurePeluang()),
	];
}

async function measureTermurah(nama: string, aturan: Aturan): Promise<Row> {
	const lama: number[] = [];
	let [terbukti, highs] = [0, 0];
	for (let n = 0; n < 6; n++) await planRencana(susun(1 + n, aturan)); // loads HiGHS and lets it be compiled
	for (let n = 0; n < 60; n++) {
		const masukan = susun(1000 + n * 7919, aturan);
		const mulai = performance.now();
		const hasil = await planRencana(masukan);
		const ms = performance.now() - mulai;
		if (!hasil.ok) continue;
		lama.push(ms);
		if (hasil.rencana.kepastian.optimal) terbukti++;
		if (hasil.rencana.cara === 'highs') highs++;
	}
	const ms = round(p95(lama));
	return row(
		`Rencana termurah (${nama})`,
		`47 indikator; ${lama.length} soal, ${highs} dengan HiGHS, ${terbukti} terbukti`,
		{
			p95Ms: ms,
			batas: '≤ 300 ms, semua terbukti',
			lolos: ms <= 300 && terbukti === lama.length,
		},
	);
}

async function measureBatas(): Promise<Row[]> {
	const pertama: number[] = [];
	const semua: number[] = [];
	let banyak = 0;
	for (let n = 0; n < 5; n++) {
		const mulai = performance.now();
		banyak = 0;
		for await (const _ of walkBatas(susun(50 + n * 7919, 'bawaan')))
			if (banyak++ === 0) pertama.push(performance.now() - mulai);
		semua.push(performance.now() - mulai);
	}
	const [awal, akhir] = [round(p95(pertama)), round(p95(semua))];
	return [
		row('Batas biaya–indeks: titik pertama', '47 indikator, terikat', { p95Ms: awal }),
		row('Batas biaya–indeks: semua titik', `${banyak} titik`, {
			p95Ms: akhir,
			batas: '≤ 5.000 ms',
			lolos: akhir <= 5000,
		}),
	];
}

/** Milliseconds of two hundred calls, after ten that warm up. */
function sample(kerja: () => unknown): number[] {
	const lama = Array.from({ length: 210 }, () => {
		const mulai = performance.now();
		kerja();
		return performance.now() - mulai;
	});
	return lama.slice(10);
}

/** One plan of many steps (bounded figures), one of a dozen (exact), and the cheapest with 80 %. */
async function measurePeluang(): Promise<Row[]> {
	const dasar = susun(4, 'acak');
	const masukan = (target: number): MasukanRencana => ({
		...dasar,
		jawaban: Object.fromEntries(ids.map((id, n) => [id, 100 + 100 * (n % 3)])),
		tabel: buildTabelBawaan(data, instrumen),
		kendala: { ...kendalaKosong, target: pecahan(target, 100) },
	});
	const baris: Row[] = [];
	for (const [nama, target] of [
		['belasan langkah', 230],
		['semua indikator', 480],
	] as const) {
		const hasil = await planRencana(masukan(target));
		if (!hasil.ok) throw new Error(hasil.reason);
		const rencana = hasil.rencana;
		const satu = prepareRencana(masukan(target));
		if (!satu.ok) throw new Error(satu.reason);
		const ke = new Map(rencana.langkah.map((l) => [l.indikator, l.ke]));
		const rantai = listRantai(
			satu.soal.peubah,
			satu.soal.peubah.map(({ id, anak }) =>
				Math.max(
					0,
					anak.findIndex((a) => a.tingkat === ke.get(id)),
				),
			),
		);
		const langkah = rantai.reduce((n, r) => n + r.langkah.length, 0);
		const peluang = p95(sample(() => peluangTarget(rantai, satu.soal.perlu)));
		const seluruh = p95(sample(() => chanceRencana({ ...masukan(target), kendala: kendalaKosong }, rencana)));
		const sifat = rencana.peluang?.persis ? 'persis' : 'diapit dua batas';
		baris.push(
			row(`Peluang target: ${nama}`, `${rantai.length} indikator, ${langkah} langkah, ${sifat}`, {
				p95Ms: round(peluang, 2),
				batas: '≤ 20 ms',
				lolos: peluang <= 20,
			}),
			row(`Distribusi indeks: ${nama}`, `${rantai.length} indikator, ${langkah} langkah`, {
				p95Ms: round(seluruh, 2),
			}),
		);
	}
	const mulai = performance.now();
	const berpeluang = planBerpeluang(masukan(230), pecahan(4, 5));
	const celah = berpeluang.ok
		? `biaya ${berpeluang.hasil.rencana.biaya}, batas ${berpeluang.hasil.batas}`
		: berpeluang.reason;
	baris.push(row('Rencana termurah berpeluang 80 %', celah, { p95Ms: round(performance.now() - mulai) }));
	return baris;
}
