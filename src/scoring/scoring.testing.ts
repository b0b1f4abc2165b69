import fc from 'fast-check';
import pemdi from '../../instruments/pemdi-2026.json' with { type: 'json' };
import lama from '../../instruments/spbe-2018.json' with { type: 'json' };
import spbe from '../../instruments/spbe-2020.json' with { type: 'json' };
import { type Domain, type Instrumen, listAspek, listIndikator } from './instrumen.ts';
import type { Jawaban, NilaiJawaban } from './nilai.ts';

export const spbe2018 = lama as unknown as Instrumen;
export const spbe2020 = spbe as unknown as Instrumen;
export const pemdi2026 = pemdi as unknown as Instrumen;

/** Answers as whole levels in indicator order, a list for an indicator with items. */
export function jawab(
	instrumen: Instrumen,
	tingkat: readonly (number | null | readonly (number | null)[])[],
): Jawaban {
	const ratus = (t: number | null) => (t === null ? null : t * 100);
	const isi = listIndikator(instrumen).map(({ id }, n) => {
		const t = tingkat[n] ?? null;
		return [id, typeof t === 'object' && t !== null ? t.map(ratus) : ratus(t)];
	});
	return Object.fromEntries(isi);
}

/** Levels that sum to `jumlah`, as even as they go, highest first. */
export function sebar(banyak: number, jumlah: number): number[] {
	return Array.from(
		{ length: banyak },
		(_, n) => Math.floor(jumlah / banyak) + (n < jumlah % banyak ? 1 : 0),
	);
}

/** Levels with the given sum in each aspect. */
export function sebarAspek(instrumen: Instrumen, jumlah: readonly number[]): number[] {
	return listAspek(instrumen).flatMap((a, n) => sebar(a.indikator.length, jumlah[n] ?? 0));
}

interface Ukuran {
	/** Highest level; the lowest is 0 or 1. */
	tingkat: number;
	anak: number;
	bobot: number;
	desimal: 0 | 2;
}

interface Bahan {
	lapis: { bobot: number; berbutir: boolean }[][][];
	berdomain: boolean;
	min: number;
}

/** Random instruments, with or without domains, some indicators scored by two items. */
export function instrumenAcak({ tingkat, anak, bobot, desimal }: Ukuran): fc.Arbitrary<Instrumen> {
	const indikator = fc.record({ bobot: fc.integer({ min: 1, max: bobot }), berbutir: fc.boolean() });
	const aspek = fc.array(indikator, { minLength: 1, maxLength: anak });
	const lapis = fc.array(fc.array(aspek, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 });
	return fc
		.record({ lapis, berdomain: fc.boolean(), min: fc.constantFrom(0, 100) })
		.map((bahan) => susun(bahan, { maks: tingkat * 100, desimal }));
}

function susun({ lapis, berdomain, min }: Bahan, skala: Omit<Instrumen['skala'], 'min'>): Instrumen {
	const domain = susunDomain(lapis, skala.desimal === 0);
	const total = domain.reduce((n, d) => n + d.bobot, 0);
	const tengah = Math.round((min + skala.maks) / 2);
	return {
		id: 'acak',
		skala: { ...skala, min },
		satuanBobot: { total, perPersen: total },
		pembulatan: { desimal: 2, cara: 'setengah_ke_atas' },
		predikat: {
			aturan: 'persis',
			aturanTahun: {},
			pita: [
				{ nama: 'Tinggi', min: tengah, maks: skala.maks, maksTermasuk: true },
				{ nama: 'Rendah', min, maks: tengah, maksTermasuk: false },
			],
		},
		domain: berdomain ? domain : [],
		aspek: berdomain ? [] : domain.flatMap((d) => d.aspek),
	};
}

function susunDomain(lapis: Bahan['lapis'], berbutir: boolean): Domain[] {
	let nomor = 0;
	const pokok = (huruf: string, bobot: number) => ({ id: `${huruf}${++nomor}`, no: nomor, nama: '', bobot });
	const jumlah = (isi: readonly { bobot: number }[]) => isi.reduce((n, x) => n + x.bobot, 0);
	return lapis.map((isiDomain) => {
		const aspek = isiDomain.map((isi) => {
			const indikator = isi.map((i) => ({
				...pokok('I', i.bobot),
				...(berbutir && i.berbutir && { butir: { maks: 2 } }),
			}));
			return { ...pokok('A', jumlah(indikator)), indikator };
		});
		return { ...pokok('D', jumlah(aspek)), aspek };
	});
}

/** Random answers within the scale; `kosong` lets some be missing. */
export function jawabanAcak(instrumen: Instrumen, kosong = false): fc.Arbitrary<Jawaban> {
	const { min, maks, desimal } = instrumen.skala;
	const langkah = 10 ** (2 - desimal);
	const satu = fc.integer({ min: min / langkah, max: maks / langkah }).map((n) => n * langkah);
	const boleh: fc.Arbitrary<number | null> = kosong ? fc.option(satu, { freq: 4 }) : satu;
	const isi = listIndikator(instrumen).map(
		({ id, butir }) =>
			[
				id,
				butir ? fc.oneof(boleh, fc.array(boleh, { minLength: 1, maxLength: butir.maks })) : boleh,
			] as const,
	);
	return fc.record(Object.fromEntries(isi) as Record<string, fc.Arbitrary<NilaiJawaban>>);
}

/** An instrument with answers to it. */
export function denganJawaban(
	instrumen: fc.Arbitrary<Instrumen>,
	kosong = false,
): fc.Arbitrary<[Instrumen, Jawaban]> {
	return instrumen.chain((i) => jawabanAcak(i, kosong).map((j): [Instrumen, Jawaban] => [i, j]));
}
