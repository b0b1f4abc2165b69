import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectDir } from '#platform/config.ts';
import { checkInstrumen } from './check-instrumen.ts';
import type { IndikatorLengkap, InstrumenLengkap } from './instrumen.schema.ts';
import { loadInstrumen } from './load-instrumen.ts';

export const dirBawaan = join(projectDir, 'instruments');
export const idBawaan = ['spbe-2018', 'spbe-2020', 'pemdi-2026'] as const;

/** The shipped registry, read anew. */
export const bacaBawaan = () => loadInstrumen(dirBawaan);

export const teksBawaan = (id: string) => readFileSync(join(dirBawaan, `${id}.json`), 'utf8');

/** The text of a shipped file after a change to its content. */
export function teksUbahan(id: string, ubah: (isi: InstrumenLengkap) => void): string {
	const isi = JSON.parse(teksBawaan(id)) as InstrumenLengkap;
	ubah(isi);
	return JSON.stringify(isi);
}

/** What `checkInstrumen` says against the text; empty where it passes. */
export function masalahDari(teks: string): { path: string; pesan: string }[] {
	const hasil = checkInstrumen(teks);
	return hasil.ok ? [] : hasil.masalah;
}

/** The nth indicator (from 0) of the nth aspect (from 0), wherever the instrument keeps its aspects. */
export function ambilIndikator(isi: InstrumenLengkap, aspek: number, indikator: number): IndikatorLengkap {
	const semua = [...isi.domain.flatMap((d) => d.aspek), ...isi.aspek];
	const hasil = semua[aspek]?.indikator[indikator];
	if (!hasil) throw new Error(`tidak ada indikator ${indikator} di aspek ${aspek}`);
	return hasil;
}
