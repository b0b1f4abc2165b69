import { sisaHari } from '../tindakan/tindakan.rules.ts';

/** A finished action about an indicator. Levels in hundredths, dates ISO, rupiah. */
export interface TindakanTuntas {
	indikator: string;
	dari: number;
	ke: number;
	mulai: string;
	selesai: string;
	realisasi: bigint | null;
}

/** What one level of a kind of indicator took here: the middle of the finished actions, of two the larger. */
export interface Pelajaran {
	/** Actions that it rests on. */
	banyak: number;
	bulan: number;
	/** Where amounts were realised. */
	rupiah: { nilai: number; banyak: number } | null;
}

const HARI_SEBULAN = 30;

/** By kind of effort ("manajemen"); kinds without a finished action are not there. */
export function learnOngkos(
	jenis: ReadonlyMap<string, string>,
	tuntas: readonly TindakanTuntas[],
): Map<string, Pelajaran> {
	const kelompok = Map.groupBy(
		tuntas.filter((t) => jenis.has(t.indikator) && t.ke > t.dari),
		(t) => jenis.get(t.indikator) ?? '',
	);
	return new Map([...kelompok].map(([nama, daftar]) => [nama, learn(daftar)]));
}

function learn(daftar: readonly TindakanTuntas[]): Pelajaran {
	const rupiah = daftar.flatMap((t) =>
		t.realisasi === null || t.realisasi === 0n ? [] : [Number(perTingkat(t.realisasi, countTingkat(t)))],
	);
	return {
		banyak: daftar.length,
		bulan: median(daftar.map((t) => bulanSetingkat(t))),
		rupiah: rupiah.length === 0 ? null : { nilai: median(rupiah), banyak: rupiah.length },
	};
}

const countTingkat = ({ dari, ke }: TindakanTuntas) => Math.ceil(ke / 100) - Math.floor(dari / 100);

/** Begun months count, at least one. */
function bulanSetingkat(t: TindakanTuntas): number {
	const hari = Math.max(0, sisaHari(t.mulai, t.selesai));
	return Math.max(1, Math.ceil(hari / (HARI_SEBULAN * countTingkat(t))));
}

const perTingkat = (n: bigint, tingkat: number) => (n + BigInt(tingkat) - 1n) / BigInt(tingkat);

const median = (daftar: readonly number[]): number =>
	daftar.toSorted((a, b) => a - b)[Math.floor(daftar.length / 2)] ?? 0;
