import type { InstrumenLengkap } from './instrumen.schema.ts';
import { listLetakIndikator } from './letak.rules.ts';
import type { MasalahKoheren } from './masalah.ts';
import { tulisTingkat } from './tingkat.rules.ts';

type Pita = InstrumenLengkap['predikat']['pita'][number];

/** Bands run from the top of the scale to its bottom, highest first, without gap or overlap, each name once. */
export function periksaPredikat({ predikat: { pita }, skala }: InstrumenLengkap): MasalahKoheren[] {
	return pita.flatMap((p, n) => {
		const path = `predikat.pita[${n}]`;
		const salah: MasalahKoheren[] = [];
		if (p.min >= p.maks)
			salah.push({
				path: `${path}.min`,
				kode: 'pita_urutan',
				pesan: `batas bawah ${p.nama} (${tulisTingkat(p.min)}) harus di bawah batas atasnya (${tulisTingkat(p.maks)})`,
			});
		if (pita.findIndex((lain) => lain.nama === p.nama) < n)
			salah.push({ path: `${path}.nama`, kode: 'pita_nama', pesan: `predikat ${p.nama} tertulis dua kali` });
		return [
			...salah,
			...periksaSambungan(path, pita[n - 1], p, skala.maks),
			...periksaDasar(path, pita, n, skala.min),
		];
	});
}

function periksaSambungan(path: string, atas: Pita | undefined, p: Pita, puncak: number): MasalahKoheren[] {
	if (!atas) {
		const salah: MasalahKoheren[] = [];
		if (p.maks !== puncak)
			salah.push({
				path: `${path}.maks`,
				kode: 'pita_tepi',
				pesan: `pita tertinggi harus sampai puncak skala ${tulisTingkat(puncak)}, tertulis ${tulisTingkat(p.maks)}`,
			});
		if (!p.maksTermasuk)
			salah.push({
				path: `${path}.maksTermasuk`,
				kode: 'pita_tepi',
				pesan: 'pita tertinggi harus memuat puncak skala',
			});
		return salah;
	}
	if (p.maks < atas.min)
		return [
			{
				path: `${path}.maks`,
				kode: 'pita_celah',
				pesan: `ada celah antara ${p.nama} (sampai ${tulisTingkat(p.maks)}) dan ${atas.nama} (mulai ${tulisTingkat(atas.min)})`,
			},
		];
	if (p.maks > atas.min || p.maksTermasuk)
		return [
			{
				path: p.maks > atas.min ? `${path}.maks` : `${path}.maksTermasuk`,
				kode: 'pita_tumpang',
				pesan: `${p.nama} bertumpang dengan ${atas.nama} pada ${tulisTingkat(atas.min)}`,
			},
		];
	return [];
}

function periksaDasar(path: string, pita: readonly Pita[], n: number, dasar: number): MasalahKoheren[] {
	const terendah = pita[n];
	if (n !== pita.length - 1 || !terendah || terendah.min === dasar) return [];
	return [
		{
			path: `${path}.min`,
			kode: 'pita_tepi',
			pesan: `pita terendah harus mulai dari dasar skala ${tulisTingkat(dasar)}, tertulis ${tulisTingkat(terendah.min)}`,
		},
	];
}

/** The bands of another agency's index follow one another upwards over its whole range, level by level. */
export function periksaIndeksLuar(instrumen: InstrumenLengkap): MasalahKoheren[] {
	return listLetakIndikator(instrumen).flatMap(({ path, isi: { indeksLuar } }) => {
		const { rentang, pita } = indeksLuar ?? {};
		if (!pita) return [];
		const batas = [rentang?.min ?? pita[0]?.min, ...pita.map((p) => p.maks)];
		return pita.flatMap((p, n): MasalahKoheren[] => {
			const akhir = n === pita.length - 1 ? (rentang?.maks ?? p.maks) : p.maks;
			const tingkat = (pita[0]?.tingkat ?? 0) + n;
			return p.min === batas[n] && p.min < p.maks && p.maks === akhir && p.tingkat === tingkat
				? []
				: [
						{
							path: `${path}.indeksLuar.pita[${n}]`,
							kode: 'pita_celah',
							pesan:
								'pita indeks luar harus bersambung menaik, menutup seluruh rentang, tingkat demi tingkat',
						},
					];
		});
	});
}
