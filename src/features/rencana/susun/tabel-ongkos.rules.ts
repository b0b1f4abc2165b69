import type { Instrumen } from '#scoring';
import { type DataRencana, listJenisUsaha } from '../solver/bawaan.rules.ts';
import { countRiwayat, type Hitungan, type Riwayat } from '../solver/peluang.rules.ts';
import type { TabelUsaha } from '../solver/rencana.schema.ts';
import type { SatuanBiaya } from './simpanan.rules.ts';

/** What an institution entered for one step; null takes the assumption. */
export interface OngkosLangkah {
	indikator: string;
	/** Level the step starts from. */
	dari: number;
	usaha: number;
	rupiah: number | null;
	hari: number | null;
	bulan: number | null;
	/** Thousandths. */
	peluang: number | null;
	layak: boolean;
}

/**
 * The shipped assumptions with what the institution entered in their place. In rupiah only steps with rupiah can be
 * planned: what nobody has priced must not look free.
 */
export function susunTabel(
	bawaan: TabelUsaha,
	tingkat: readonly number[],
	ongkos: readonly OngkosLangkah[],
	satuan: SatuanBiaya,
): TabelUsaha {
	const milik = new Map(ongkos.map((o) => [`${o.indikator}/${o.dari}`, o]));
	return Object.fromEntries(
		Object.entries(bawaan).map(([id, langkah]) => [
			id,
			langkah.map((l, n) => {
				const o = milik.get(`${id}/${(tingkat[n] ?? 1) - 1}`);
				const rupiah = o?.rupiah ?? null;
				return {
					biaya: satuan === 'rupiah' ? (rupiah ?? 0) : (o?.usaha ?? l.biaya),
					hari: o?.hari ?? l.hari,
					bulan: o?.bulan ?? l.bulan,
					layak: (o?.layak ?? l.layak) && (satuan === 'usaha' || rupiah !== null),
					peluang: o?.peluang == null ? l.peluang : { beri: o.peluang, dari: 1000 },
				};
			}),
		]),
	);
}

/** Rupiah of all steps from a level to another, where each has been entered. Levels in hundredths. */
export function sumRupiah(
	ongkos: readonly Pick<OngkosLangkah, 'indikator' | 'dari' | 'rupiah'>[],
	indikator: string,
	dari: number,
	ke: number,
): number | null {
	let jumlah = 0;
	for (let t = Math.floor(dari / 100); t * 100 < ke; t++) {
		const rupiah = ongkos.find((o) => o.indikator === indikator && o.dari === t)?.rupiah ?? null;
		if (rupiah === null) return null;
		jumlah += rupiah;
	}
	return jumlah;
}

const asesor = ['dokumen', 'interviu', 'visitasi', 'sanggah', 'reviu', 'penetapan'];

/** How often assessors granted what was claimed, by kind and level, from the ledger. */
export function countDariLedger(
	data: Pick<DataRencana, 'usaha'>,
	instrumen: Instrumen,
	nilai: readonly {
		penilaianId: number;
		indikator: string;
		tahap: string;
		nilai: number | null;
		id: bigint;
	}[],
): Record<string, Hitungan> {
	const jenis = listJenisUsaha(data, instrumen);
	const kelompok = Map.groupBy(nilai, (n) => `${n.penilaianId}/${n.indikator}`);
	const riwayat = [...kelompok.values()].flatMap((baris): Riwayat[] => {
		const mandiri = baris.find((b) => b.tahap === 'mandiri')?.nilai ?? null;
		const akhir = baris
			.filter((b) => asesor.includes(b.tahap) && b.nilai !== null)
			.reduce<(typeof baris)[number] | null>((a, b) => (a && a.id > b.id ? a : b), null);
		const id = baris[0]?.indikator ?? '';
		if (mandiri === null || akhir?.nilai == null || !jenis.has(id)) return [];
		return [{ jenis: jenis.get(id) ?? 'umum', dasar: null, mandiri, asesor: akhir.nilai }];
	});
	return countRiwayat(riwayat);
}
