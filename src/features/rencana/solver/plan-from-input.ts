import type { Ctx } from '#platform/ctx.ts';
import type { Instrumen, Pecahan } from '#scoring';
import { buildTabelBawaan, listCatatanLuar, listPrasyaratBawaan } from './bawaan.rules.ts';
import { planRencana } from './plan-rencana.ts';
import { readDataRencana } from './read-data-rencana.ts';
import { type MasalahMasukan, type MasukanTerbaca, readMasukan } from './read-masukan.rules.ts';
import type { HasilRencana } from './rencana.schema.ts';

export interface MasukanLuar {
	instrumen: Instrumen;
	/** Parsed JSON, unchecked. */
	isi: Record<string, unknown>;
	target: Pecahan | null;
	anggaran: number | null;
	/** Hundredths. */
	minTingkat: number | null;
}

export type HasilLuar =
	| { ok: false; reason: 'masukan_tidak_sah'; masalah: MasalahMasukan[] }
	| (HasilRencana & { masukan: MasukanTerbaca });

/** Plans from a file or a request: reads it with the installation's assumptions and solves. Nothing is stored. */
export async function planFromInput(ctx: Pick<Ctx, 'dir'>, luar: MasukanLuar): Promise<HasilLuar> {
	const { instrumen, isi, target, anggaran, minTingkat } = luar;
	const data = readDataRencana(ctx);
	const terbaca = readMasukan(instrumen, isi, {
		tabel: buildTabelBawaan(data, instrumen),
		prasyarat: listPrasyaratBawaan(data, instrumen),
	});
	if (!terbaca.ok) return { ok: false, reason: 'masukan_tidak_sah', masalah: terbaca.masalah };
	const { masukan } = terbaca;
	const hasil = await planRencana({
		instrumen,
		jawaban: masukan.jawaban,
		tabel: masukan.tabel,
		kendala: { ...masukan.kendala, target, anggaran, minTingkat },
		catatan: listCatatanLuar(instrumen),
	});
	return { ...hasil, masukan };
}
