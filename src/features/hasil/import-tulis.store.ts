import type { RegistriInstrumen } from '#features/instrumen/load-instrumen.ts';
import type { Trx } from './tulis-hasil.store.ts';

/**
 * Makes the settings of years that have none: instrument and predicate rule from the instrument, list not complete
 * unless declared so.
 */
export async function siapkanTahun(
	trx: Trx,
	registri: RegistriInstrumen,
	tahun: readonly number[],
	berkas: string,
	lengkap: boolean,
): Promise<{ berubah: boolean; tidakLengkap: number[] }> {
	if (tahun.length === 0) return { berubah: false, tidakLengkap: [] };
	const ada = await trx.selectFrom('tahun_evaluasi').selectAll().where('tahun', 'in', tahun).execute();
	const belum = tahun.filter((t) => !ada.some((a) => a.tahun === t));
	for (const t of belum) {
		const instrumen = registri.forTahun(t);
		if (!instrumen) throw new Error(`tidak ada instrumen untuk tahun ${t}`);
		const aturan_predikat = instrumen.predikat.aturanTahun[String(t)] ?? instrumen.predikat.aturan;
		const sumber = `impor ${berkas}`;
		await trx
			.insertInto('tahun_evaluasi')
			.values({ tahun: t, instrumen: instrumen.id, lengkap, aturan_predikat, sumber, catatan: null })
			.execute();
	}
	const kurang = ada.filter((a) => !a.lengkap).map((a) => a.tahun);
	if (!lengkap) return { berubah: false, tidakLengkap: [...kurang, ...belum].sort((a, b) => a - b) };
	if (kurang.length > 0)
		await trx.updateTable('tahun_evaluasi').set({ lengkap: true }).where('tahun', 'in', kurang).execute();
	return { berubah: kurang.length > 0, tidakLengkap: [] };
}

/** Records who imported what. @returns its id. */
export async function insertImpor(
	trx: Trx,
	impor: {
		waktu: Date;
		berkas: string;
		sha256: string;
		baru: number;
		koreksi: number;
		sama: number;
		ditolak: number;
	},
): Promise<number> {
	const { waktu, berkas, sha256, baru, koreksi, sama, ditolak } = impor;
	const { id } = await trx
		.insertInto('impor')
		.values({ waktu, berkas, sha256, baru, koreksi, sama, ditolak })
		.returning('id')
		.executeTakeFirstOrThrow();
	return id;
}
