import writeXlsxFile from 'write-excel-file/node';
import type { Ctx } from '#platform/ctx.ts';
import { findInstansi } from './baca-instansi.store.ts';
import { getSemuaTahun } from './get-instansi-hasil.ts';
import { type BarisUnduh, susunBaris, susunSel, tulisCsv } from './instansi-berkas.rules.ts';

export type FormatUnduh = 'csv' | 'xlsx' | 'json';

export interface Berkas {
	nama: string;
	tipe: string;
	isi: string | Uint8Array<ArrayBuffer>;
}

export type UnduhOutcome = { ok: true; value: Berkas } | { ok: false; reason: 'instansi_tidak_ada' };

/** Every year of one institution as a file: published and derived values, one line a node. */
export async function unduhInstansi(
	ctx: Ctx,
	input: { slug: string; format: FormatUnduh },
): Promise<UnduhOutcome> {
	const ada = await findInstansi(ctx.db, input.slug);
	if (!ada) return { ok: false, reason: 'instansi_tidak_ada' };
	const { instansi, tahun } = await getSemuaTahun(ctx, ada);
	const baris = tahun.flatMap((hasil) => susunBaris(instansi, hasil));
	const { tipe, isi } = await tulis[input.format](baris);
	return { ok: true, value: { nama: `${input.slug}-hasil-spbe.${input.format}`, tipe, isi } };
}

const tulis: Record<FormatUnduh, (baris: BarisUnduh[]) => Promise<Omit<Berkas, 'nama'>>> = {
	csv: async (baris) => ({ tipe: 'text/csv; charset=utf-8', isi: tulisCsv(baris) }),
	json: async (baris) => ({
		tipe: 'application/json; charset=utf-8',
		isi: `${JSON.stringify({ hasil: baris }, null, '\t')}\n`,
	}),
	xlsx: async (baris) => ({
		tipe: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
		isi: new Uint8Array(await writeXlsxFile(susunSel(baris), { sheet: 'Hasil' }).toBuffer()),
	}),
};
