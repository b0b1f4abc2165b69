import { formatAngka } from '#ui/format.ts';
import { tulisRupiah } from './rupiah.rules.ts';
import type { Tindakan } from './tindakan.store.ts';

const tingkat = (n: number | null): string =>
	n === null ? '' : n % 100 === 0 ? String(n / 100) : formatAngka(n, 'id');

/** An action as it stands in the fields of its form. */
export const isiTindakan = (t: Tindakan): Record<string, string> => ({
	...{ judul: t.judul, uraian: t.uraian, indikator: t.indikator ?? '', bukti: t.bukti },
	...{ dari: tingkat(t.dari), ke: tingkat(t.ke), mulai: t.mulai, tenggat: t.tenggat },
	...{ unitId: String(t.unitId ?? ''), orangId: String(t.orangId ?? ''), tahun: String(t.tahun) },
	...{ program: t.program, kegiatan: t.kegiatan, subKegiatan: t.subKegiatan },
	...{ kodeRekening: t.kodeRekening, sumberDana: t.sumberDana },
	...{ pagu: tulisRupiah(t.pagu), realisasi: tulisRupiah(t.realisasi) },
	...{ menunggu: t.menunggu.join(' '), diubah: String(t.diubah.getTime()) },
});
