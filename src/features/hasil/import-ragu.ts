import type { HasilTerbit } from './hasil.schema.ts';
import type { Meragukan } from './hasil-simpulan.ts';
import type { Masalah } from './import-masalah.ts';
import { alasanDalamKata } from './instansi-alasan.copy.ts';
import type { Trx } from './tulis-hasil.store.ts';

/** Rows of the file that were kept as the source has them, but cannot be confirmed. */
export async function peringatanMeragukan(
	trx: Trx,
	ragu: readonly Meragukan[],
	terbit: readonly (HasilTerbit & { nomor: number })[],
): Promise<Masalah[]> {
	if (ragu.length === 0) return [];
	const rows = await trx
		.selectFrom('hasil as h')
		.innerJoin('instansi as i', 'i.id', 'h.instansi_id')
		.select(['h.id', 'h.instansi_id as instansiId', 'h.tahun', 'i.nama'])
		.where(
			'h.id',
			'in',
			ragu.map((r) => r.id),
		)
		.execute();
	const nomor = new Map(terbit.map((t) => [`${t.instansiId} ${t.tahun}`, t.nomor]));
	return rows.flatMap(({ id, instansiId, tahun, nama }): Masalah[] => {
		const baris = nomor.get(`${instansiId} ${tahun}`);
		const alasan = ragu.find((r) => r.id === id)?.alasan ?? '';
		if (baris === undefined) return [];
		const pesan = `${nama} ${tahun} dimuat sebagaimana sumbernya, tetapi ditandai meragukan: ${alasanDalamKata(alasan, 'id')}`;
		return [{ baris, kolom: null, kode: 'meragukan', pesan }];
	});
}
