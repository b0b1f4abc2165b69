import { urutanHuruf } from '../periksa/nilai.rules.ts';

/** What became worse between two looks at the same address. */
export type Perubahan =
	| { jenis: 'huruf_turun'; dari: string; ke: string }
	| { jenis: 'gagal_baru'; pemeriksaan: string[] };

interface Sorotan {
	huruf: string | null;
	hasil: readonly { id: string; status: string }[];
}

/** Only what was fulfilled before and is not now counts; a check that could not be made is no change for the worse. */
export function bandingkan(lalu: Sorotan | undefined, kini: Sorotan): Perubahan[] {
	if (!lalu) return [];
	const dahulu = new Map(lalu.hasil.map((h) => [h.id, h.status]));
	const baru = kini.hasil
		.filter((h) => h.status === 'GAGAL' && dahulu.get(h.id) === 'LULUS')
		.map((h) => h.id);
	const turun =
		lalu.huruf !== null && kini.huruf !== null && urutanHuruf(kini.huruf) < urutanHuruf(lalu.huruf)
			? [{ jenis: 'huruf_turun' as const, dari: lalu.huruf, ke: kini.huruf }]
			: [];
	return baru.length > 0 ? [...turun, { jenis: 'gagal_baru', pemeriksaan: baru }] : turun;
}

/** Days before the end of a certificate at which its owner is told, once each. */
export const hariPeringatan = [7, 30] as const;
const HARI = 86_400_000;

/** The warning that is due: whole days left and the mark under which it is remembered; null for none. */
export function peringatanSertifikat(
	sampai: string | null,
	hari: string,
	diperingatkan: string,
): { sisa: number; tanda: string } | null {
	if (sampai === null) return null;
	const sisa = Math.round((Date.parse(sampai) - Date.parse(hari)) / HARI);
	const ambang = hariPeringatan.find((h) => sisa <= h);
	if (ambang === undefined) return null;
	const tanda = `${sampai}/${ambang}`;
	const sudah = diperingatkan === tanda || diperingatkan === `${sampai}/${Math.min(...hariPeringatan)}`;
	return sudah ? null : { sisa, tanda };
}
