import loadHighs, { type Highs } from 'highs';
import type { Baris, Milp } from './milp.rules.ts';

let termuat: Promise<Highs> | undefined;

/** HiGHS, loaded once per process (WASM, about 50 ms). */
export const requireHighs = () => {
	termuat ??= loadHighs();
	return termuat;
};

export type HasilHighs =
	| { status: 'optimal' | 'batas_waktu'; x: ArrayLike<number>; batas: number }
	| { status: 'tidak_layak' }
	| { status: 'tanpa_jawaban' };

const pilihan = {
	output_flag: false,
	mip_rel_gap: 0,
	mip_abs_gap: 0,
	mip_feasibility_tolerance: 1e-9,
	primal_feasibility_tolerance: 1e-9,
	dual_feasibility_tolerance: 1e-9,
	random_seed: 0,
	// Measured on 47 indicators with capacities and prerequisites: these searches cost more time than they save.
	mip_heuristic_run_feasibility_jump: false,
	mip_heuristic_run_rins: false,
	mip_heuristic_run_rens: false,
};

/**
 * Minimises a 0/1 problem. The answer is floating point: callers round it, count again in whole numbers and trust
 * nothing else. `batas` is the solver's lower bound. Synchronous once loaded; `detik` limits one call.
 */
export function runHighs(highs: Highs, milp: Milp, detik: number): HasilHighs {
	const kolom = milp.tujuan.length;
	if (kolom === 0) return solveKosong(milp.baris);
	const { variableType } = highs.constants;
	return highs.withModel(
		{
			numCols: kolom,
			numRows: milp.baris.length,
			colCost: milp.tujuan,
			colLower: Array(kolom).fill(0),
			colUpper: Array(kolom).fill(1),
			rowLower: milp.baris.map(({ min }) => min ?? -highs.infinity),
			rowUpper: milp.baris.map(({ maks }) => maks ?? highs.infinity),
			matrix: packBaris(milp.baris, kolom),
			integrality: Array(kolom).fill(variableType.integer),
		},
		(model): HasilHighs => {
			model.options.set({ ...pilihan, time_limit: detik });
			model.run();
			const status = model.getModelStatus();
			const { modelStatus } = highs.constants;
			if (status === modelStatus.infeasible) return { status: 'tidak_layak' };
			const x = model.getSolution().colValue;
			const batas = Number(model.info.get('mip_dual_bound'));
			if (status === modelStatus.optimal) return { status: 'optimal', x, batas };
			const ada = Number(model.info.get('primal_solution_status')) === 2;
			return ada ? { status: 'batas_waktu', x, batas } : { status: 'tanpa_jawaban' };
		},
	);
}

/** Without a column every row is 0. */
function solveKosong(baris: readonly Baris[]): HasilHighs {
	const layak = baris.every(({ min, maks }) => (min ?? 0) <= 0 && (maks ?? 0) >= 0);
	return layak ? { status: 'optimal', x: [], batas: 0 } : { status: 'tidak_layak' };
}

function packBaris(baris: readonly Baris[], numCols: number) {
	const starts = [0];
	const indices: number[] = [];
	const values: number[] = [];
	for (const { isi } of baris) {
		for (const [k, v] of [...isi].sort(([a], [b]) => a - b)) {
			if (v === 0) continue;
			indices.push(k);
			values.push(v);
		}
		starts.push(indices.length);
	}
	return { format: 'csr' as const, numRows: baris.length, numCols, starts, indices, values };
}
