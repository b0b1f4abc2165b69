import type { Ctx } from '#platform/ctx.ts';
import { listIndikator } from '#scoring/instrumen.ts';
import {
	cariHubungan,
	cariIndikator,
	type Hubungan,
	type TempatIndikator,
} from './dokumen-instrumen.rules.ts';
import type { InstrumenLengkap } from './instrumen.schema.ts';
import { requireRegistri } from './instrumen.ts';
import { susunTabelPadanan, type TabelPadanan } from './padanan-tabel.rules.ts';

/** An instrument as a document: itself, and what the crosswalk says of each indicator. */
export interface DokumenInstrumen {
	instrumen: InstrumenLengkap;
	/** By indicator id. */
	hubungan: ReadonlyMap<string, Hubungan>;
	/** Short names of all instruments by id. */
	nama: ReadonlyMap<string, string>;
}

export type DokumenOutcome =
	| { ok: true; value: DokumenInstrumen }
	| { ok: false; reason: 'instrumen_tidak_ada' };

/** What the index of instruments shows; open to everybody, no database. */
export async function getDaftarInstrumen(
	ctx: Ctx,
): Promise<{ daftar: readonly InstrumenLengkap[]; adaPadanan: boolean }> {
	const registri = requireRegistri(ctx);
	return { daftar: registri.list(), adaPadanan: registri.padanan.pasangan.length > 0 };
}

/** One instrument with its crosswalk. */
export async function getInstrumen(ctx: Ctx, id: string): Promise<DokumenOutcome> {
	const registri = requireRegistri(ctx);
	const instrumen = registri.get(id);
	if (!instrumen) return { ok: false, reason: 'instrumen_tidak_ada' };
	const daftar = registri.list();
	const hubungan = new Map(
		listIndikator(instrumen).map((i) => [i.id, cariHubungan(registri.padanan, daftar, id, i.id)]),
	);
	return { ok: true, value: { instrumen, hubungan, nama: namaInstrumen(daftar) } };
}

export type IndikatorOutcome =
	| {
			ok: true;
			value: {
				instrumen: InstrumenLengkap;
				hubungan: Hubungan;
				nama: ReadonlyMap<string, string>;
			} & TempatIndikator;
	  }
	| { ok: false; reason: 'instrumen_tidak_ada' }
	| { ok: false; reason: 'indikator_tidak_ada'; instrumen: InstrumenLengkap };

/** One indicator with its place in the tree, its neighbours and its crosswalk. */
export async function getIndikator(
	ctx: Ctx,
	input: { instrumen: string; indikator: string },
): Promise<IndikatorOutcome> {
	const registri = requireRegistri(ctx);
	const instrumen = registri.get(input.instrumen);
	if (!instrumen) return { ok: false, reason: 'instrumen_tidak_ada' };
	const tempat = cariIndikator(instrumen, input.indikator);
	if (!tempat) return { ok: false, reason: 'indikator_tidak_ada', instrumen };
	const daftar = registri.list();
	const hubungan = cariHubungan(registri.padanan, daftar, instrumen.id, input.indikator);
	return { ok: true, value: { instrumen, hubungan, nama: namaInstrumen(daftar), ...tempat } };
}

/** The crosswalk as a table; null where it is not loaded. */
export async function getTabelPadanan(ctx: Ctx): Promise<TabelPadanan | null> {
	const registri = requireRegistri(ctx);
	return susunTabelPadanan(registri.padanan, registri.list());
}

function namaInstrumen(daftar: readonly InstrumenLengkap[]): ReadonlyMap<string, string> {
	return new Map(daftar.map((i) => [i.id, i.singkatan]));
}
