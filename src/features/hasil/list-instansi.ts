import type { Ctx } from '#platform/ctx.ts';
import {
	type KelompokHuruf,
	kelompokkanHuruf,
	type PilihanDaftar,
	type SaringDaftar,
	susunPilihan,
} from './daftar-instansi.rules.ts';
import { type BarisDaftar, countInstansi, listInstansiTerbaru } from './daftar-instansi.store.ts';

export interface DaftarInstansi extends PilihanDaftar {
	saring: { jenis: string | null; provinsi: string | null };
	/** Name of the province filtered by. */
	namaProvinsi: string | null;
	jumlah: number;
	huruf: KelompokHuruf<BarisDaftar>[];
}

/** The index of institutions: counts by type and province, and those that pass the filter by initial. */
export async function listInstansi({ db }: Ctx, saring: SaringDaftar): Promise<DaftarInstansi> {
	const hitung = await countInstansi(db);
	const daftar = await listInstansiTerbaru(db, saring);
	const pilihan = susunPilihan(hitung, saring);
	return {
		...pilihan,
		saring: { jenis: saring.jenis ?? null, provinsi: saring.provinsi ?? null },
		namaProvinsi: pilihan.provinsi.find((p) => p.kode === saring.provinsi)?.nama ?? null,
		jumlah: daftar.length,
		huruf: kelompokkanHuruf(daftar),
	};
}
