import { listIndikator } from '#scoring/instrumen.ts';
import type { InstrumenLengkap } from './instrumen.schema.ts';
import type { MasalahKoheren } from './masalah.ts';
import type { Padanan, RujukanIndikator } from './padanan.schema.ts';

const tulis = (r: RujukanIndikator) => `${r.instrumen}/${r.indikator}`;

/**
 * The crosswalk against its instruments: every name exists, pairs join neighbours once, each indicator is either
 * mapped or listed without counterpart (not both), and each pair of neighbours has its series break.
 */
export function periksaPadanan(padanan: Padanan, instrumen: readonly InstrumenLengkap[]): MasalahKoheren[] {
	const ada = new Set(
		instrumen.flatMap((i) => listIndikator(i).map(({ id }) => tulis({ instrumen: i.id, indikator: id }))),
	);
	return [
		...periksaUrutan(padanan, instrumen),
		...periksaNama(padanan, ada),
		...periksaPasangan(padanan),
		...periksaLengkap(padanan, ada),
		...periksaJeda(padanan, instrumen),
	];
}

const masalah = (path: string, pesan: string): MasalahKoheren => ({ path, kode: 'padanan', pesan });

function periksaUrutan({ urutan }: Padanan, instrumen: readonly InstrumenLengkap[]): MasalahKoheren[] {
	return urutan.flatMap((id, n) =>
		instrumen.some((i) => i.id === id) && urutan.indexOf(id) === n
			? []
			: [masalah(`urutan[${n}]`, `instrumen ${id} tidak ada atau tertulis dua kali`)],
	);
}

function periksaNama(padanan: Padanan, ada: ReadonlySet<string>): MasalahKoheren[] {
	const rujukan = [
		...padanan.pasangan.flatMap((p, n) => [
			{ path: `pasangan[${n}].dari`, isi: p.dari },
			{ path: `pasangan[${n}].ke`, isi: p.ke },
		]),
		...padanan.tanpaPenerus.map((isi, n) => ({ path: `tanpaPenerus[${n}]`, isi })),
		...padanan.tanpaPendahulu.map((isi, n) => ({ path: `tanpaPendahulu[${n}]`, isi })),
	];
	return rujukan
		.filter(({ isi }) => !ada.has(tulis(isi)))
		.map(({ path, isi }) => masalah(path, `indikator ${tulis(isi)} tidak ada`));
}

function periksaPasangan({ urutan, pasangan, tanpaPenerus, tanpaPendahulu }: Padanan): MasalahKoheren[] {
	const tetangga = (dari: string, ke: string) =>
		urutan.includes(dari) && urutan[urutan.indexOf(dari) + 1] === ke;
	const sudah = new Set<string>();
	return [
		...pasangan.flatMap((p, n) => {
			const kunci = `${tulis(p.dari)} ${tulis(p.ke)}`;
			const salah: MasalahKoheren[] = [];
			if (!tetangga(p.dari.instrumen, p.ke.instrumen))
				salah.push(
					masalah(`pasangan[${n}]`, `${p.ke.instrumen} bukan instrumen sesudah ${p.dari.instrumen}`),
				);
			if (sudah.has(kunci)) salah.push(masalah(`pasangan[${n}]`, `pasangan ${kunci} tertulis dua kali`));
			sudah.add(kunci);
			return salah;
		}),
		...tanpaPenerus.flatMap((t, n) =>
			tetangga(t.instrumen, t.di)
				? []
				: [masalah(`tanpaPenerus[${n}].di`, `${t.di} bukan instrumen sesudah ${t.instrumen}`)],
		),
		...tanpaPendahulu.flatMap((t, n) =>
			tetangga(t.di, t.instrumen)
				? []
				: [masalah(`tanpaPendahulu[${n}].di`, `${t.di} bukan instrumen sebelum ${t.instrumen}`)],
		),
	];
}

function periksaLengkap(padanan: Padanan, ada: ReadonlySet<string>): MasalahKoheren[] {
	const { urutan, pasangan } = padanan;
	const sisi = [
		{ kunci: 'tanpaPenerus', apa: 'penerus', terpeta: pasangan.map((p) => p.dari), bebas: urutan.at(-1) },
		{ kunci: 'tanpaPendahulu', apa: 'pendahulu', terpeta: pasangan.map((p) => p.ke), bebas: urutan[0] },
	] as const;
	return sisi.flatMap(({ kunci, apa, terpeta, bebas }) => {
		const dipeta = new Set(terpeta.map(tulis));
		const tanpa = new Set<string>();
		const salah: MasalahKoheren[] = [];
		padanan[kunci].forEach((t, n) => {
			if (tanpa.has(tulis(t))) salah.push(masalah(`${kunci}[${n}]`, `${tulis(t)} tertulis dua kali`));
			if (dipeta.has(tulis(t)))
				salah.push(masalah(`${kunci}[${n}]`, `${tulis(t)} dinyatakan tanpa ${apa} tetapi punya pasangan`));
			tanpa.add(tulis(t));
		});
		for (const nama of ada) {
			const id = nama.slice(0, nama.indexOf('/'));
			if (urutan.includes(id) && id !== bebas && !dipeta.has(nama) && !tanpa.has(nama))
				salah.push(masalah(kunci, `${nama} tidak punya ${apa} dan tidak tercantum di ${kunci}`));
		}
		return salah;
	});
}

function periksaJeda({ urutan, jeda }: Padanan, instrumen: readonly InstrumenLengkap[]): MasalahKoheren[] {
	const tahun = (id: string) => instrumen.find((i) => i.id === id)?.tahun ?? [];
	return urutan.slice(1).flatMap((ke, n) => {
		const dari = urutan[n] ?? '';
		const letak = jeda.findIndex((j) => j.dari.instrumen === dari && j.ke.instrumen === ke);
		const entri = jeda[letak];
		if (!entri) return [masalah('jeda', `jeda antara ${dari} dan ${ke} tidak ada`)];
		return entri.dari.tahun === Math.max(...tahun(dari)) && entri.ke.tahun === Math.min(...tahun(ke))
			? []
			: [masalah(`jeda[${letak}]`, `tahun jeda tidak cocok dengan tahun pemakaian ${dari} dan ${ke}`)];
	});
}
