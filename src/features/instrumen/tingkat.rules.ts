import type { IndikatorLengkap, InstrumenLengkap } from './instrumen.schema.ts';
import { listLetakIndikator } from './letak.rules.ts';
import type { MasalahKoheren } from './masalah.ts';

/** Hundredths as Indonesians write them: 420 → "4,20". */
export function tulisTingkat(perseratus: number): string {
	return `${Math.floor(perseratus / 100)},${String(perseratus % 100).padStart(2, '0')}`;
}

/** The whole levels of a scale, lowest first. */
export function listTingkatSkala({ skala }: Pick<InstrumenLengkap, 'skala'>): number[] {
	const dasar = Math.ceil(skala.min / 100);
	return Array.from({ length: Math.floor(skala.maks / 100) - dasar + 1 }, (_, n) => dasar + n);
}

/** Each indicator has a criterion for each level, of its own or of its family; no level lies off the scale. */
export function periksaTingkat(instrumen: InstrumenLengkap): MasalahKoheren[] {
	const { skala } = instrumen;
	if (skala.min >= skala.maks || skala.min % 100 !== 0 || skala.maks % 100 !== 0 || skala.maks > 900)
		return [
			{
				path: 'skala',
				kode: 'skala',
				pesan: `skala harus dari tingkat bulat ke tingkat bulat yang lebih tinggi, paling tinggi 9: tertulis ${tulisTingkat(skala.min)} sampai ${tulisTingkat(skala.maks)}`,
			},
		];
	const skalaTingkat = listTingkatSkala(instrumen).map(String);
	return [
		...listLetakIndikator(instrumen).flatMap(({ path, isi }) =>
			periksaIndikator(instrumen, path, isi, skalaTingkat),
		),
		...listTangga(instrumen).flatMap(({ path, tingkat }) => periksaLuar(path, tingkat, skalaTingkat)),
	];
}

function periksaIndikator(
	instrumen: InstrumenLengkap,
	path: string,
	indikator: IndikatorLengkap,
	skalaTingkat: readonly string[],
): MasalahKoheren[] {
	const { keluarga, profilBukti } = indikator;
	const salah: MasalahKoheren[] = [];
	const umum = Object.hasOwn(instrumen.keluargaTingkat, keluarga)
		? instrumen.keluargaTingkat[keluarga]
		: undefined;
	if (!umum)
		salah.push({
			path: `${path}.keluarga`,
			kode: 'rujukan',
			pesan: `keluarga tingkat "${keluarga}" tidak ada`,
		});
	if (profilBukti !== undefined && !Object.hasOwn(instrumen.profilBukti, profilBukti))
		salah.push({
			path: `${path}.profilBukti`,
			kode: 'rujukan',
			pesan: `profil bukti "${profilBukti}" tidak ada`,
		});
	for (const t of skalaTingkat)
		if (indikator.tingkat[t] === undefined && umum?.tingkat[t]?.kriteria === undefined)
			salah.push({
				path: `${path}.tingkat.${t}`,
				kode: 'tingkat_kurang',
				pesan: `kriteria tingkat ${t} untuk ${indikator.id} tidak ada, juga tidak pada keluarganya`,
			});
	return [...salah, ...periksaLuar(`${path}.tingkat`, indikator.tingkat, skalaTingkat)];
}

/** Ladders of levels other than the indicators' own. */
function listTangga(instrumen: InstrumenLengkap): { path: string; tingkat: Record<string, unknown> }[] {
	return [
		...Object.entries(instrumen.keluargaTingkat).map(([id, { tingkat }]) => ({
			path: `keluargaTingkat.${id}.tingkat`,
			tingkat,
		})),
		...Object.entries(instrumen.profilBukti).flatMap(([id, p]) =>
			(['tingkat', 'mempertahankan'] as const).map((kunci) => ({
				path: `profilBukti.${id}.${kunci}`,
				tingkat: p[kunci],
			})),
		),
	];
}

function periksaLuar(
	path: string,
	tingkat: Record<string, unknown>,
	skalaTingkat: readonly string[],
): MasalahKoheren[] {
	return Object.keys(tingkat)
		.filter((t) => !skalaTingkat.includes(t))
		.map((t) => ({
			path: `${path}.${t}`,
			kode: 'tingkat_di_luar_skala',
			pesan: `tingkat ${t} di luar skala ${skalaTingkat[0]}–${skalaTingkat.at(-1)}`,
		}));
}
