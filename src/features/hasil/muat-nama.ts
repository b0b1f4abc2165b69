import { jenisInstansiSchema } from '#features/instansi/instansi.schema.ts';
import type { NamaTerbit } from '#features/instansi/susun-instansi.rules.ts';
import { bacaCsv } from './import-csv.ts';

/** The institutions that the shipped results name, national figures left out. */
export function bacaNamaTerbit(hasil: Buffer): NamaTerbit[] {
	const { kepala, baris } = bacaCsv(hasil);
	const [tahun, nama, jenis] = ['year', 'institution', 'type'].map((k) => kepala.indexOf(k));
	return baris
		.map(({ sel }) => ({
			tahun: Number(sel[tahun ?? -1]),
			nama: sel[nama ?? -1] ?? '',
			jenis: sel[jenis ?? -1],
		}))
		.filter((b) => b.jenis !== 'nasional')
		.map((b) => ({ ...b, jenis: jenisInstansiSchema.parse(b.jenis) }));
}
