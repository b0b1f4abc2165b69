import type { Jeda, Padanan, PasanganPadanan, RujukanIndikator, TanpaPadanan } from './padanan.schema.ts';

type Kepastian = PasanganPadanan['kepastian'];

/** The counterparts of an indicator in one instrument of a chain. */
export interface RuasRantai {
	instrumen: string;
	indikator: {
		id: string;
		/** The weakest link on the way; null for the indicator asked for. */
		kepastian: Kepastian | null;
	}[];
	/** Why there is none, where the crosswalk says so. */
	tanpa: TanpaPadanan | null;
}

const urutanKepastian: readonly Kepastian[] = ['paparan_kementerian', 'disimpulkan', 'usulan'];

const sama = (a: RujukanIndikator, b: RujukanIndikator) =>
	a.instrumen === b.instrumen && a.indikator === b.indikator;

/** Pairs from an indicator to the next instrument. */
export function listPenerus(padanan: Padanan, indikator: RujukanIndikator): PasanganPadanan[] {
	return padanan.pasangan.filter((p) => sama(p.dari, indikator));
}

/** Pairs that lead to an indicator from the instrument before. */
export function listPendahulu(padanan: Padanan, indikator: RujukanIndikator): PasanganPadanan[] {
	return padanan.pasangan.filter((p) => sama(p.ke, indikator));
}

/** Why an indicator has no counterpart in the next (`penerus`) or previous (`pendahulu`) instrument. */
export function findTanpaPadanan(
	padanan: Padanan,
	arah: 'penerus' | 'pendahulu',
	indikator: RujukanIndikator,
): TanpaPadanan | undefined {
	const daftar = arah === 'penerus' ? padanan.tanpaPenerus : padanan.tanpaPendahulu;
	return daftar.find((t) => sama(t, indikator));
}

/**
 * Every instrument of the crosswalk, oldest first, with what the indicator was or became there. Sameness of
 * subject only: a value must not be carried along the chain. Empty for an instrument the crosswalk does not know.
 */
export function susunRantai(padanan: Padanan, awal: RujukanIndikator): RuasRantai[] {
	const tempat = padanan.urutan.indexOf(awal.instrumen);
	if (tempat < 0) return [];
	const sendiri: RuasRantai = {
		instrumen: awal.instrumen,
		indikator: [{ id: awal.indikator, kepastian: null }],
		tanpa: null,
	};
	const rantai = [sendiri];
	for (const instrumen of padanan.urutan.slice(tempat + 1))
		rantai.push(langkah(padanan, 'penerus', rantai.at(-1) ?? sendiri, instrumen));
	for (const instrumen of padanan.urutan.slice(0, tempat).reverse())
		rantai.unshift(langkah(padanan, 'pendahulu', rantai[0] ?? sendiri, instrumen));
	return rantai;
}

function langkah(
	padanan: Padanan,
	arah: 'penerus' | 'pendahulu',
	dari: RuasRantai,
	instrumen: string,
): RuasRantai {
	const temu = new Map<string, Kepastian>();
	let tanpa: TanpaPadanan | null = null;
	for (const { id, kepastian } of dari.indikator) {
		const rujukan = { instrumen: dari.instrumen, indikator: id };
		tanpa ??= findTanpaPadanan(padanan, arah, rujukan) ?? null;
		for (const p of arah === 'penerus' ? listPenerus(padanan, rujukan) : listPendahulu(padanan, rujukan)) {
			const ujung = arah === 'penerus' ? p.ke : p.dari;
			if (ujung.instrumen !== instrumen) continue;
			const kini = pilihKepastian(kepastian ?? p.kepastian, p.kepastian, 'lemah');
			temu.set(ujung.indikator, pilihKepastian(temu.get(ujung.indikator) ?? kini, kini, 'kuat'));
		}
	}
	const indikator = [...temu].map(([id, kepastian]) => ({ id, kepastian }));
	indikator.sort((a, b) => a.id.localeCompare(b.id));
	return { instrumen, indikator, tanpa: indikator.length > 0 ? null : tanpa };
}

function pilihKepastian(a: Kepastian, b: Kepastian, mana: 'lemah' | 'kuat'): Kepastian {
	const aLebihLemah = urutanKepastian.indexOf(a) > urutanKepastian.indexOf(b);
	return aLebihLemah === (mana === 'lemah') ? a : b;
}

/** The series break that lies between two years, in either order; undefined where one instrument holds both. */
export function findJeda(jeda: readonly Jeda[], tahunA: number, tahunB: number): Jeda | undefined {
	const [awal, akhir] = tahunA < tahunB ? [tahunA, tahunB] : [tahunB, tahunA];
	return jeda.find((j) => awal <= j.dari.tahun && j.ke.tahun <= akhir);
}

/** Whether values of two years must not be compared. */
export function hasJeda(jeda: readonly Jeda[], tahunA: number, tahunB: number): boolean {
	return findJeda(jeda, tahunA, tahunB) !== undefined;
}

/**
 * The breaks between all instruments in use, also those an institution added: where neighbouring years have
 * different instruments. The crosswalk's own sentence where it has one.
 */
export function susunJeda(
	padanan: Pick<Padanan, 'jeda'>,
	instrumen: readonly { id: string; singkatan: string; tahun: readonly number[] }[],
): Jeda[] {
	const deret = instrumen
		.flatMap(({ id, singkatan, tahun }) => tahun.map((t) => ({ id, singkatan, tahun: t })))
		.sort((a, b) => a.tahun - b.tahun);
	return deret.slice(1).flatMap((ke, n): Jeda[] => {
		const dari = deret[n];
		if (!dari || dari.id === ke.id) return [];
		const alasan = `${ke.singkatan} memakai indikator, bobot, atau skala lain daripada ${dari.singkatan}; selisih nilai ${dari.tahun} dan ${ke.tahun} bukan naik atau turunnya kematangan.`;
		return [
			padanan.jeda.find(
				(j) => j.dari.instrumen === dari.id && j.ke.instrumen === ke.id && j.ke.tahun === ke.tahun,
			) ?? {
				dari: { instrumen: dari.id, tahun: dari.tahun },
				ke: { instrumen: ke.id, tahun: ke.tahun },
				alasan,
			},
		];
	});
}
