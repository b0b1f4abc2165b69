import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CheckInstrumen, checkPadanan } from './check-instrumen.ts';
import { periksaTahunLain } from './instrumen.rules.ts';
import type { InstrumenLengkap } from './instrumen.schema.ts';
import type { Masalah } from './masalah.ts';
import { susunJeda } from './padanan.rules.ts';
import { FORMAT_PADANAN, type Padanan } from './padanan.schema.ts';
import { periksaPadanan } from './padanan-koheren.rules.ts';
import { readInstrumen, readTeks } from './read-instrumen.ts';

export interface MasalahBerkas extends Masalah {
	/** Full path of the file that was left out. */
	berkas: string;
	/** Shipped with Matang, or the institution's own. */
	asal: 'bawaan' | 'tambahan';
}

/** The instruments in use; own ones after the shipped ones, each kind by first year. */
export interface RegistriInstrumen {
	list(): readonly InstrumenLengkap[];
	get(id: string): InstrumenLengkap | undefined;
	/** The instrument of an evaluation year. */
	forTahun(tahun: number): InstrumenLengkap | undefined;
	/** `jeda` covers every instrument of the registry, own ones too. */
	padanan: Padanan;
	/** Files that were left out, with the reason. Nothing is thrown. */
	masalah: readonly MasalahBerkas[];
}

const BERKAS_PADANAN = 'padanan.json';
const padananKosong: Padanan = {
	format: FORMAT_PADANAN,
	urutan: [],
	jeda: [],
	catatan: [],
	pasangan: [],
	tanpaPenerus: [],
	tanpaPendahulu: [],
};

/**
 * Loads every `*.json` of `dirBawaan` and, where given and present, of `dirTambahan`. A bad file is left out and
 * reported; an own file may neither take a shipped instrument's id nor a year that is taken.
 */
export function loadInstrumen(dirBawaan: string, dirTambahan?: string): RegistriInstrumen {
	const masalah: MasalahBerkas[] = [];
	const instrumen = loadDir(dirBawaan, 'bawaan', [], masalah);
	const padanan = loadPadanan(join(dirBawaan, BERKAS_PADANAN), instrumen, masalah);
	if (dirTambahan !== undefined) instrumen.push(...loadDir(dirTambahan, 'tambahan', instrumen, masalah));
	return {
		list: () => instrumen,
		get: (id) => instrumen.find((i) => i.id === id),
		forTahun: (tahun) => instrumen.find((i) => i.tahun.includes(tahun)),
		padanan: { ...padanan, jeda: susunJeda(padanan, instrumen) },
		masalah,
	};
}

function loadDir(
	dir: string,
	asal: MasalahBerkas['asal'],
	sudah: readonly InstrumenLengkap[],
	masalah: MasalahBerkas[],
): InstrumenLengkap[] {
	const baru: InstrumenLengkap[] = [];
	for (const berkas of listBerkas(dir, asal, masalah)) {
		const hasil = terima(readInstrumen(berkas), [...sudah, ...baru]);
		if (hasil.ok) baru.push(hasil.instrumen);
		else masalah.push(...hasil.masalah.map((m) => ({ ...m, berkas, asal })));
	}
	return baru.sort((a, b) => (a.tahun[0] ?? 0) - (b.tahun[0] ?? 0));
}

function listBerkas(dir: string, asal: MasalahBerkas['asal'], masalah: MasalahBerkas[]): string[] {
	try {
		return readdirSync(dir)
			.filter(
				(nama) => nama.toLowerCase().endsWith('.json') && !(asal === 'bawaan' && nama === BERKAS_PADANAN),
			)
			.sort()
			.map((nama) => join(dir, nama));
	} catch (error) {
		const kode = (error as NodeJS.ErrnoException).code;
		if (kode !== 'ENOENT' || asal === 'bawaan')
			masalah.push({ berkas: dir, asal, path: '', pesan: `folder instrumen tidak dapat dibaca (${kode})` });
		return [];
	}
}

/** Refuses what would shadow an instrument that is already there. */
function terima(hasil: CheckInstrumen, sudah: readonly InstrumenLengkap[]): CheckInstrumen {
	if (!hasil.ok) return hasil;
	const { id } = hasil.instrumen;
	if (sudah.some((i) => i.id === id)) {
		const pesan = `id ${id} sudah dipakai instrumen lain; beri id sendiri, misalnya ${id}-daerah`;
		return { ok: false, masalah: [{ path: 'id', pesan }] };
	}
	const masalah = periksaTahunLain(hasil.instrumen, sudah).map(({ path, pesan }) => ({ path, pesan }));
	return masalah.length > 0 ? { ok: false, masalah } : hasil;
}

function loadPadanan(
	berkas: string,
	instrumen: readonly InstrumenLengkap[],
	masalah: MasalahBerkas[],
): Padanan {
	const teks = readTeks(berkas);
	const hasil = teks.ok ? checkPadanan(teks.teks) : teks;
	const salah = hasil.ok ? periksaPadanan(hasil.padanan, instrumen) : hasil.masalah;
	masalah.push(...salah.map(({ path, pesan }) => ({ path, pesan, berkas, asal: 'bawaan' as const })));
	return hasil.ok && salah.length === 0 ? hasil.padanan : padananKosong;
}
