import { describe, expect, it } from 'vitest';
import type { Instrumen } from './instrumen.ts';
import { pasanganBersama } from './pasangan-bersama.ts';
import { toPersis } from './pecahan.ts';
import { periksaTerbitan } from './periksa-terbitan.ts';
import type { OpsiPredikat } from './predikat.ts';
import { pemdi2026, spbe2018, spbe2020 } from './scoring.testing.ts';
import { simpulkan } from './simpulkan.ts';
import type { Terbit } from './terbit.ts';

/** Nodes of a publication that must be possible. */
function bacaSimpul(terbit: Terbit, opsi: OpsiPredikat = {}, instrumen: Instrumen = spbe2020) {
	const hasil = simpulkan(instrumen, terbit, opsi);
	if (!hasil.ok) throw new Error(`${hasil.alasan} ${hasil.simpul}`);
	return (id: string) => {
		const simpul = hasil.simpul.get(id);
		if (!simpul) throw new Error(`tidak ada ${id}`);
		return simpul;
	};
}

const balikpapan: Terbit = {
	indeks: 305,
	predikat: 'Baik',
	domain: { D2: 260 },
	aspek: { A2: 175, A3: 325, A4: 300, A5: 175, A6: 100, A7: 370 },
	indikator: { I35: 400 },
	salahSatu: [{ indikator: ['I45', 'I46', 'I47'], nilai: 400 }],
};

describe('yang tersirat dari terbitan Kota Balikpapan 2022', () => {
	const simpul = bacaSimpul(balikpapan, { tahun: 2022 });

	it('Manajemen SPBE tepat 17/11, tampil 1,55, sebagai turunan', () => {
		expect(simpul('D3')).toMatchObject({
			jenis: 'tunggal',
			nilai: { p: 17n, q: 11n },
			tampil: [155],
			terbit: false,
			menyempit: true,
		});
	});

	it('ketiga indikator audit TIK bernilai 1', () => {
		for (const id of ['I29', 'I30', 'I31']) expect(simpul(id)).toMatchObject({ nilai: { p: 1n, q: 1n } });
	});

	it('yang diumumkan ditandai terbit dan bukan turunan', () => {
		expect(simpul('A7')).toMatchObject({ terbit: true, tampil: [370] });
		expect(simpul('I35')).toMatchObject({ terbit: true, tampil: [400] });
	});

	it('A1 antara 2,00 dan 5,00, A8 antara 2,67 dan 4,83, D4 antara 3,29 dan 4,15', () => {
		const ujung = (id: string) => [simpul(id).tampil.at(0), simpul(id).tampil.at(-1)];
		expect(ujung('A1')).toEqual([200, 500]);
		expect(ujung('A8')).toEqual([267, 483]);
		expect(ujung('D4')).toEqual([329, 415]);
		expect(toPersis(simpul('A8').min)).toBe('8/3');
	});

	it('tepat sebelas pasangan A1 dan A8 yang mungkin', () => {
		const hasil = pasanganBersama(spbe2020, balikpapan, ['A1', 'A8'], { tahun: 2022 });
		if (!hasil.ok) throw new Error(hasil.alasan);
		expect(hasil.pasangan.map((p) => p.tampil)).toEqual([
			[200, 483],
			[220, 467],
			[270, 433],
			[290, 417],
			[310, 400],
			[340, 383],
			[360, 367],
			[380, 350],
			[430, 317],
			[450, 300],
			[500, 267],
		]);
	});

	it('tentang indikator kebijakan tidak ada yang tersirat', () => {
		expect(simpul('I01')).toMatchObject({ menyempit: false, jumlah: 5 });
	});
});

describe('indeks persis yang diizinkan nilai domain, disaring predikat tahunnya', () => {
	it.each([
		['Kabupaten Pacitan', 2024, [470, 300, 209, 394], 350, 'Baik', ['3.4985']],
		['Kabupaten Luwu', 2024, [120, 210, 127, 375], 260, 'Cukup', ['2.596', '2.5985']],
		['Kabupaten Nias Barat', 2024, [100, 110, 100, 270], 180, 'Kurang', ['1.7975']],
		['Kabupaten Boven Digoel', 2023, [190, 160, 100, 217], 180, 'Cukup', ['1.7995']],
		['Kabupaten Nias Barat', 2023, [100, 100, 100, 275], 180, 'Cukup', ['1.795', '1.7975']],
	] as const)('%s %i', (_, tahun, [D1, D2, D3, D4], indeks, predikat, persis) => {
		const domain = { D1, D2, D3, D4 };
		expect(bacaSimpul({ predikat, domain }, { tahun })('indeks').daftar?.map(toPersis)).toEqual(persis);
		const dengan = bacaSimpul({ indeks, predikat, domain }, { tahun })('indeks');
		expect(dengan.daftar?.map(toPersis)).toEqual(persis);
		expect(dengan.tampil).toEqual([indeks]);
	});

	it('seri x,xx5 tampil naik: Provinsi Kalimantan Tengah 2025, 3,405 tampil 3,41', () => {
		const indeks = bacaSimpul({ indeks: 341, domain: { D1: 350, D2: 270, D3: 273, D4: 401 } })('indeks');
		expect(indeks.daftar?.map(toPersis)).toContain('3.405');
	});
});

describe('memeriksa terbitan', () => {
	const baris = { indeks: 375, predikat: 'Sangat Baik', domain: { D1: 460, D2: 370, D3: 227, D4: 407 } };
	const alasan = (terbit: Terbit, lengkap = true) =>
		periksaTerbitan(spbe2020, terbit, { tahun: 2023, lengkap });

	it('Kota Balikpapan 2023 cocok', () => {
		expect(alasan(baris)).toEqual({ status: 'cocok' });
	});

	it('domain kosong meragukan hanya dalam daftar lengkap', () => {
		const kosong = { ...baris, domain: { ...baris.domain, D1: null } };
		expect(alasan(kosong)).toEqual({ status: 'meragukan', alasan: 'domain_kosong', simpul: 'D1' });
		expect(alasan(kosong, false)).toEqual({ status: 'cocok' });
	});

	it('domain di bawah skala meragukan: Kabupaten Banyuasin 2023', () => {
		const domain = { D1: 240, D2: 170, D3: 109, D4: 30 };
		expect(alasan({ indeks: 105, predikat: 'Kurang', domain })).toEqual({
			status: 'meragukan',
			alasan: 'domain_di_bawah_skala',
			simpul: 'D4',
		});
	});

	it('angka yang tidak dapat dihasilkan tingkat mana pun meragukan, dengan simpulnya', () => {
		expect(alasan({ domain: { D1: 465 } }, false)).toEqual({
			status: 'meragukan',
			alasan: 'tidak_ada_susunan',
			simpul: 'D1',
		});
		expect(alasan({ ...baris, indeks: 376 })).toMatchObject({
			alasan: 'tidak_ada_susunan',
			simpul: 'indeks',
		});
		expect(alasan({ ...baris, indeks: 501 })).toMatchObject({ alasan: 'nilai_di_luar_skala' });
	});

	it('predikat harus sesuai aturan tahunnya', () => {
		expect(alasan({ ...baris, predikat: 'Baik' })).toMatchObject({ alasan: 'predikat_tidak_sesuai' });
		expect(alasan({ ...baris, predikat: 'Unggul' })).toMatchObject({ alasan: 'predikat_tidak_dikenal' });
		const pacitan = { indeks: 350, predikat: 'Baik', domain: { D1: 470, D2: 300, D3: 209, D4: 394 } };
		expect(periksaTerbitan(spbe2020, pacitan, { tahun: 2024 }).status).toBe('cocok');
		expect(periksaTerbitan(spbe2020, pacitan, { tahun: 2023 })).toMatchObject({
			alasan: 'predikat_tidak_sesuai',
		});
	});

	it('simpul yang tidak ada pada instrumen disebut', () => {
		expect(simpulkan(spbe2020, { aspek: { A9: 300 } })).toEqual({
			ok: false,
			alasan: 'simpul_tidak_dikenal',
			simpul: 'A9',
		});
	});
});

describe('instrumen lain', () => {
	it('instrumen 2018: aspek Kemenko Perekonomian 2019 menyiratkan domain dan indeks yang diterbitkan', () => {
		const aspek = { A1: 300, A2: 260, A3: 250, A4: 300, A5: 300, A6: 386, A7: 317 };
		const simpul = bacaSimpul({ aspek }, {}, spbe2018);
		expect(['D1', 'D2', 'D3', 'indeks'].map((id) => simpul(id).tampil)).toEqual([[276], [286], [361], [325]]);
	});

	it('instrumen 2018: aspek Kota Denpasar 2018 menyiratkan indeks 2,64', () => {
		const aspek = { A1: 200, A2: 210, A3: 200, A4: 250, A5: 233, A6: 329, A7: 250 };
		expect(bacaSimpul({ aspek }, {}, spbe2018)('indeks').tampil).toEqual([264]);
	});

	it('Pemdi yang berdesimal memberi rentang, tidak pernah daftar yang dikira-kira', () => {
		const simpul = bacaSimpul({ indeks: 250, indikator: { I01: 333 } }, {}, pemdi2026);
		expect(simpul('I01')).toMatchObject({ jenis: 'tunggal', terbit: true });
		expect(simpul('A1')).toMatchObject({ jenis: 'rentang', jumlah: null, menyempit: true });
		expect([simpul('A1').min, simpul('A1').maks].map(toPersis)).toEqual(['2.165', '4.165']);
		expect(simpul('I20')).toMatchObject({ jenis: 'rentang', menyempit: false });
		expect(pasanganBersama(pemdi2026, {}, ['A1', 'A2'])).toEqual({
			ok: false,
			alasan: 'instrumen_berdesimal',
		});
	});
});
