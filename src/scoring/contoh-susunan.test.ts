import { describe, expect, it } from 'vitest';
import { contohSusunan } from './contoh-susunan.ts';
import { listIndikator } from './instrumen.ts';
import { summary } from './ringkasan.ts';
import { score } from './score.ts';
import { pemdi2026, spbe2020 } from './scoring.testing.ts';
import type { Terbit } from './terbit.ts';

function hitung(terbit: Terbit) {
	const susunan = contohSusunan(spbe2020, terbit, { tahun: 2024 });
	if (!susunan) throw new Error('tidak ada susunan');
	const jawaban = Object.fromEntries(listIndikator(spbe2020).map(({ id }) => [id, susunan[id] ?? null]));
	return { susunan, hasil: summary(spbe2020, score(spbe2020, jawaban, { tahun: 2024 })) };
}

describe('contoh susunan level', () => {
	it('menghasilkan keempat domain dan indeks Kota Balikpapan 2024 seperti diumumkan', () => {
		const { susunan, hasil } = hitung({
			indeks: 396,
			predikat: 'Sangat Baik',
			domain: { D1: 450, D2: 390, D3: 264, D4: 432 },
		});
		expect(Object.keys(susunan)).toHaveLength(47);
		expect(hasil).toMatchObject({
			indeks: '3.96',
			predikat: 'Sangat Baik',
			domain: { D1: '4.50', D2: '3.90', D3: '2.64', D4: '4.32' },
		});
	});

	it('menghormati aspek, indikator, dan "salah satu" yang diumumkan (Kota Balikpapan 2022)', () => {
		const { susunan, hasil } = hitung({
			indeks: 305,
			predikat: 'Baik',
			domain: { D2: 260 },
			aspek: { A2: 175, A3: 325, A4: 300, A5: 175, A6: 100, A7: 370 },
			indikator: { I35: 400 },
			salahSatu: [{ indikator: ['I45', 'I46', 'I47'], nilai: 400 }],
		});
		expect(susunan).toMatchObject({ I29: 100, I35: 400 });
		expect([susunan.I45, susunan.I46, susunan.I47]).toContain(400);
		expect(hasil).toMatchObject({ indeks: '3.05', aspek: { A2: '1.75', A3: '3.25', A7: '3.70' } });
	});

	it('tidak ada bila angkanya mustahil atau instrumennya berdesimal', () => {
		expect(contohSusunan(spbe2020, { indeks: 500, domain: { D1: 100 } })).toBeNull();
		expect(contohSusunan(pemdi2026, { indeks: 300 })).toBeNull();
	});
});
