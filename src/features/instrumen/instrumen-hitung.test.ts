import { describe, expect, it } from 'vitest';
import { listIndikator } from '#scoring/instrumen.ts';
import { bacaBawaan } from './instrumen.testing.ts';
import { bacaTingkat, pickInstrumenHitung } from './instrumen-hitung.rules.ts';
import { listTingkatSkala } from './tingkat.rules.ts';

const daftar = bacaBawaan().list();

describe('instrumen untuk halaman Hitung', () => {
	it.each(daftar)('$id membawa pohon, bobot, dan pita yang sama tanpa isi pembaca', (instrumen) => {
		const ringan = pickInstrumenHitung(instrumen);
		const pokok = (i: { id: string; bobot: number; butir?: { maks: number } }) => [i.id, i.bobot, i.butir];
		expect(listIndikator(ringan).map(pokok)).toEqual(listIndikator(instrumen).map(pokok));
		expect(ringan.predikat.pita.map((p) => [p.nama, p.min, p.maks])).toEqual(
			instrumen.predikat.pita.map((p) => [p.nama, p.min, p.maks]),
		);
		expect(Object.keys(ringan)).not.toContain('profilBukti');
		expect(JSON.stringify(ringan)).not.toContain('"bukti"');
	});

	it.each(daftar)('$id punya kriteria untuk tiap indikator di tiap tingkat skala', (instrumen) => {
		const ringan = pickInstrumenHitung(instrumen);
		const kosong = listIndikator(ringan).flatMap((i) =>
			listTingkatSkala(instrumen)
				.filter((t) => bacaTingkat(ringan, i, t).kriteria === null)
				.map((t) => `${i.id}/${t}`),
		);
		expect(kosong).toEqual([]);
	});

	it('kriteria 2018 dinyatakan umum, kriteria 2020 milik indikatornya sendiri', () => {
		const umum = (n: number) => {
			const ringan = pickInstrumenHitung(daftar[n] as (typeof daftar)[number]);
			return listIndikator(ringan).map((i) => bacaTingkat(ringan, i, 3).umum);
		};
		expect(new Set(umum(0))).toEqual(new Set([true]));
		expect(new Set(umum(1))).toEqual(new Set([false]));
	});

	it('tingkat di luar skala tidak punya nama dan kriteria', () => {
		const instrumen = pickInstrumenHitung(daftar[1] as (typeof daftar)[number]);
		const [pertama] = listIndikator(instrumen);
		expect(pertama && bacaTingkat(instrumen, pertama, 6)).toEqual({
			nama: null,
			kriteria: null,
			umum: false,
		});
	});
});
