import { tulisRupiah } from '../tindakan/rupiah.rules.ts';
import type { BarisPeta } from './peta.store.ts';

/** A row as it stands in the fields of its form. */
export const isiPeta = (b: BarisPeta): Record<string, string> => ({
	...{ id: String(b.id), judul: b.judul, tahun: String(b.tahun), muatan: b.muatan },
	...{ kebutuhan: tulisRupiah(b.kebutuhan), anggaran: tulisRupiah(b.anggaran), subKegiatan: b.subKegiatan },
	...{ indikator: b.indikator ?? '', unitId: String(b.unitId ?? ''), tindakanId: String(b.tindakanId ?? '') },
});
