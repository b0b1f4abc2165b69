import { rentangTahun } from '#features/instrumen/dokumen-instrumen.rules.ts';
import type { Instrumen } from '#scoring/instrumen.ts';
import { pecahan, roundPerseratus, toPersis } from '#scoring/pecahan.ts';

/** The institution and year whose governance domain was published with all its aspects. */
export const CONTOH = { slug: 'kota-balikpapan', tahun: 2022, instrumen: 'spbe-2020', domain: 'D2' } as const;

/** One line of the worked example; value in hundredths, weight in the instrument's units. */
export interface SukuContoh {
	id: string;
	nama: string;
	nilai: number;
	bobot: number;
	/** Value × weight in percent, as an exact decimal. */
	kali: string;
}

export interface ContohHitung {
	domain: { id: string; nama: string; bobot: number };
	suku: SukuContoh[];
	/** Sum of the products, as an exact decimal. */
	jumlah: string;
	/** As published, in hundredths. */
	hasil: number;
}

/**
 * The weighted mean of a domain whose aspects are all published, written out.
 * @returns null unless the domain and all its aspects have a published value and the formula gives the domain's
 */
export function susunContoh(
	instrumen: Pick<Instrumen, 'domain' | 'satuanBobot'>,
	idDomain: string,
	terbit: ReadonlyMap<string, number>,
): ContohHitung | null {
	const domain = instrumen.domain.find((d) => d.id === idDomain);
	const nilaiDomain = terbit.get(idDomain);
	if (!domain || nilaiDomain === undefined) return null;
	const { perPersen } = instrumen.satuanBobot;
	const bagian = domain.aspek.flatMap((aspek) => {
		const nilai = terbit.get(aspek.id);
		return nilai === undefined ? [] : [{ aspek, nilai }];
	});
	if (bagian.length < domain.aspek.length) return null;
	// Values count hundredths, weights the instrument's units: products stay whole.
	const jumlah = bagian.reduce((n, { aspek, nilai }) => n + nilai * aspek.bobot, 0);
	const rata = pecahan(jumlah, domain.bobot * 100);
	const hasil = roundPerseratus(rata);
	if (hasil !== nilaiDomain) return null;
	return {
		domain: { id: domain.id, nama: domain.nama, bobot: domain.bobot },
		suku: bagian.map(({ aspek, nilai }) => ({
			id: aspek.id,
			nama: aspek.nama,
			nilai,
			bobot: aspek.bobot,
			kali: toPersis(pecahan(nilai * aspek.bobot, perPersen * 100)),
		})),
		jumlah: toPersis(pecahan(jumlah, perPersen * 100)),
		hasil,
	};
}

/** Mean of a list in hundredths, half up; null for an empty list. */
export function rerataDaftar(jumlah: bigint | null, banyak: number | null): number | null {
	return jumlah === null || !banyak ? null : roundPerseratus(pecahan(jumlah, BigInt(banyak) * 100n));
}

/** Names of the provinces of each island group, groups and names in the alphabet's order. */
export function kelompokPulau(
	provinsi: readonly { nama: string; pulau: string }[],
): { pulau: string; provinsi: string[] }[] {
	const kelompok = Map.groupBy(provinsi, (p) => p.pulau);
	return [...kelompok]
		.map(([pulau, isi]) => ({ pulau, provinsi: isi.map((p) => p.nama).sort() }))
		.sort((a, b) => (a.pulau < b.pulau ? -1 : 1));
}

interface Target {
	nilai: number;
	sumber: string;
	catatan: string | null;
}

/** National targets with the same value, source and note as one line, with the years they hold for. */
export function kelompokTarget(
	target: readonly (Target & { tahun: number })[],
): (Target & { tahun: string })[] {
	const kelompok = Map.groupBy(target, (t) => JSON.stringify([t.nilai, t.sumber, t.catatan]));
	return [...kelompok.values()].flatMap((isi) =>
		isi.slice(0, 1).map(({ nilai, sumber, catatan }) => ({
			nilai,
			sumber,
			catatan,
			tahun: rentangTahun(isi.map((t) => t.tahun)),
		})),
	);
}

/** Kinds of institution that a map of provinces can show. */
export const jenisPeta = ['provinsi', 'kabupaten', 'kota'] as const;
