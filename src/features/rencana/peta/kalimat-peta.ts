import type { Lang } from '#ui/lang.ts';
import { formatRupiah } from '../tindakan/rupiah.rules.ts';
import { petaCopy } from './peta.copy.ts';
import type { Ketidaksesuaian } from './peta.rules.ts';

/** What does not hold together, as one sentence. */
export function kalimatMasalah(m: Ketidaksesuaian, lang: Lang): string {
	const kata = petaCopy[lang];
	const j = kata.jenisMasalah;
	switch (m.jenis) {
		case 'audit_kosong':
			return j.audit_kosong;
		case 'melebihi_anggaran':
		case 'tanpa_anggaran':
			return j[m.jenis](m.judul, String(m.tahun), formatRupiah(m.kurang, lang));
		case 'tanpa_sub_kegiatan':
			return j.tanpa_sub_kegiatan(m.judul, String(m.tahun));
		case 'muatan_kosong':
			return j.muatan_kosong(String(m.tahun), m.muatan.map((x) => kata.muatanNama[x]).join(', '));
	}
}
