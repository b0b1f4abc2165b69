import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { HasilTerbit } from './hasil.schema.ts';
import { simpulkanUlang } from './hasil-simpulan.ts';
import { insertImpor, siapkanTahun } from './import-tulis.store.ts';
import { sidik } from './muat-berkas.ts';
import { hitungUlangPeringkat } from './peringkat-ulang.ts';
import { kunciPenulis, naikkanVersi, type Trx } from './tulis-hasil.store.ts';
import { laksanakanTulis, rencanakanTulis } from './tulis-hasil.ts';

/**
 * Writes a determined result among the published ones, in the transaction of its determination: a new row, or a
 * correction that keeps the figure before it. Authorised by the caller. @returns id of the result.
 */
export async function publishPenetapan(ctx: Ctx, trx: Trx, terbit: HasilTerbit): Promise<number> {
	const kini = ctx.clock();
	await kunciPenulis(trx);
	const registri = requireRegistri(ctx);
	await siapkanTahun(trx, registri, [terbit.tahun], terbit.sumber, false);
	const rencana = await rencanakanTulis(trx, [terbit], 'impor');
	const imporId = await insertImpor(trx, {
		berkas: terbit.sumber,
		sha256: sidik(Buffer.from(JSON.stringify(terbit))),
		ditolak: 0,
		baru: rencana.jumlah.baru,
		koreksi: rencana.jumlah.koreksi,
		sama: rencana.jumlah.sama,
		waktu: kini,
	});
	const ids = await laksanakanTulis(trx, rencana, { imporId, kini });
	await simpulkanUlang(trx, registri, ids);
	await hitungUlangPeringkat(trx);
	await naikkanVersi(trx, kini);
	const { id } = await trx
		.selectFrom('hasil')
		.select('id')
		.where('instansi_id', '=', terbit.instansiId)
		.where('tahun', '=', terbit.tahun)
		.executeTakeFirstOrThrow();
	return id;
}
