import { describe, expect, it } from 'vitest';
import { compare, listIndikator, parseDesimal, pecahan, sub, toDesimal, toPersis } from '#scoring';
import { chanceRencana, planBerpeluang } from './chance-rencana.ts';
import { listAlternatif } from './list-alternatif.ts';
import { planRencana } from './plan-rencana.ts';
import {
	type Kendala,
	kendalaKosong,
	type MasukanRencana,
	type Prasyarat,
	type TitikBatas,
} from './rencana.schema.ts';
import { jawabTingkat, pemdi2026, spbe2018, spbe2020, tabelRata, usaha } from './solver.testing.ts';
import { walkBatas } from './walk-batas.ts';

const tiga = jawabTingkat(spbe2020, Array(47).fill(3));

function masukan(kendala: Partial<Kendala> & { menuju?: string } = {}, isi: Partial<MasukanRencana> = {}) {
	const { menuju, ...lain } = kendala;
	const target = menuju === undefined ? null : parseDesimal(menuju);
	return {
		instrumen: spbe2020,
		jawaban: tiga,
		tabel: tabelRata(spbe2020, { biaya: 5, peluang: { beri: 4, dari: 5 } }),
		kendala: { ...kendalaKosong, target, ...lain },
		...isi,
	};
}

const berhasil = async (m: MasukanRencana) => {
	const hasil = await planRencana(m);
	return hasil.ok ? hasil.rencana : expect.fail(hasil.reason);
};

const keras = (indikator: string, syarat: string): Prasyarat => ({
	id: 'uji',
	indikator,
	tingkat: 400,
	syarat,
	tingkatSyarat: 400,
	sifat: 'keras',
	alasan: { id: 'Syarat dahulu.', en: 'Prerequisite first.' },
});

describe('rencana untuk instansi', () => {
	it('memilih layanan publik bila biayanya sama, dengan poin, peluang, dan predikatnya', async () => {
		const rencana = await berhasil(masukan({ menuju: '3.06' }));
		expect(rencana).toMatchObject({ biaya: 10, kepastian: { optimal: true }, predikat: 'Baik' });
		expect(rencana.langkah.map(({ indikator, dari, ke }) => [indikator, dari, ke])).toEqual([
			['I42', 300, 500],
		]);
		expect(rencana.langkah[0]).toMatchObject({ poin: pecahan(6, 100), peluang: { beri: 16, dari: 25 } });
		expect(rencana.peluang).toMatchObject({ bawah: pecahan(16, 25), persis: true });
	});

	it('menolak yang belum dijawab dan prasyarat melingkar dengan menyebutnya', async () => {
		const kosong = { ...tiga, I07: null, I12: null };
		expect(await planRencana(masukan({ menuju: '3.2' }, { jawaban: kosong }))).toEqual({
			ok: false,
			reason: 'belum_dijawab',
			indikator: ['I07', 'I12'],
		});
		const prasyarat = [keras('I11', 'I12'), keras('I12', 'I11')];
		expect(await planRencana(masukan({ menuju: '3.2', prasyarat }))).toMatchObject({
			reason: 'prasyarat_melingkar',
			lingkaran: ['I11 tingkat 4', 'I12 tingkat 4', 'I11 tingkat 4'],
		});
	});

	it('prasyarat keras ikut dinaikkan, yang lunak hanya diingatkan, dan yang sudah terpenuhi tidak disebut', async () => {
		const tabel = { ...tabelRata(spbe2020, { biaya: 50 }), I11: Array(4).fill(usaha({ biaya: 1 })) };
		const minIndikator = { I11: 400 };
		const dengan = (p: Prasyarat, jawaban = tiga) =>
			berhasil(masukan({ minIndikator, prasyarat: [p] }, { tabel, jawaban }));
		expect((await dengan(keras('I11', 'I12'))).langkah.map((l) => l.indikator)).toEqual(['I11', 'I12']);
		const lunak = await dengan({ ...keras('I11', 'I12'), sifat: 'lunak' });
		expect(lunak).toMatchObject({
			biaya: 1,
			peringatan: [{ kode: 'prasyarat', indikator: 'I11', aturan: 'uji' }],
		});
		const sudah = await dengan({ ...keras('I11', 'I12'), sifat: 'lunak' }, { ...tiga, I12: 400 });
		expect(sudah.peringatan).toEqual([]);
	});

	it('indikator yang sudah tinggi tanpa syaratnya tidak dipaksa: prasyarat hanya bagi yang dinaikkan', async () => {
		const jawaban = { ...tiga, I11: 500, I12: 100 };
		const rencana = await berhasil(
			masukan({ menuju: '3.01', prasyarat: [keras('I11', 'I12')] }, { jawaban }),
		);
		expect(rencana.langkah.map((l) => l.indikator)).not.toContain('I12');
	});

	it('kapasitas unit membagi pekerjaan, dan bila kurang disebut kurangnya', async () => {
		const unit = Object.fromEntries(
			listIndikator(spbe2020).map(({ id }, n) => [id, n < 41 ? 'OPD' : 'Kominfo']),
		);
		const dasar = { menuju: '3.06', unit, kecuali: ['I01'] };
		const cukup = await berhasil(masukan({ ...dasar, kapasitas: { Kominfo: 1, OPD: 10 } }));
		expect(cukup.langkah.filter((l) => l.unit === 'Kominfo')).toHaveLength(1);
		const kurang = await planRencana(masukan({ ...dasar, kapasitas: { Kominfo: 1, OPD: 1 } }));
		if (kurang.ok || kurang.reason !== 'tidak_layak') return expect.fail('seharusnya tidak layak');
		expect(kurang.pelonggaran).toMatchObject([
			{ kendala: 'target', ke: '3.05' },
			{ kendala: 'kapasitas', tentang: 'Kominfo', dari: '1', ke: '2' },
			{ kendala: 'kapasitas', tentang: 'OPD', dari: '1', ke: '2' },
		]);
	});

	it('dikecualikan, tingkat tetap, langkah tidak layak, dan tenggat membatasi pilihan', async () => {
		const langkah = async (kendala: Partial<Kendala>, tabel = tabelRata(spbe2020)) =>
			(await berhasil(masukan({ menuju: '3.03', ...kendala }, { tabel }))).langkah.map(
				({ indikator, ke }) => [indikator, ke],
			);
		expect(await langkah({})).toEqual([['I42', 400]]);
		expect(await langkah({ kecuali: ['I42'] })).toEqual([['I43', 400]]);
		expect(await langkah({ tetap: { I05: 500 } })).toEqual([
			['I05', 500],
			['I42', 400],
		]);
		const berat = {
			...tabelRata(spbe2020),
			I42: Array(4).fill(usaha({ layak: false })),
			I43: Array(4).fill(usaha({ bulan: 9 })),
		};
		expect(await langkah({ tenggatBulan: 6 }, berat)).toEqual([['I44', 400]]);
	});

	it('Pemdi naik dari nilai berdesimal ke tingkat bulat; indeks luar diingatkan', async () => {
		const jawaban = Object.fromEntries(listIndikator(pemdi2026).map(({ id }) => [id, 325]));
		const tabel = tabelRata(pemdi2026, { biaya: 9 });
		const catatan = [{ indikator: 'I20', alasan: { id: 'Dari survei.', en: 'From a survey.' } }];
		const m = masukan({ menuju: '3.30' }, { instrumen: pemdi2026, jawaban, tabel, catatan });
		const rencana = await berhasil(m);
		expect(rencana.langkah).toMatchObject([{ indikator: 'I20', dari: 325, ke: 400, poin: pecahan(9, 80) }]);
		expect(toPersis(rencana.indeks)).toBe('3.3625');
		expect(rencana.peringatan).toMatchObject([{ kode: 'indeks_luar', indikator: 'I20' }]);
	});

	it('indikator 2018 dengan tiga layanan naik bersama yang terendah', async () => {
		const jawaban = { ...jawabTingkat(spbe2018, Array(34).fill(2)), I35: [100, 300, 400] };
		const tabel = { ...tabelRata(spbe2018, { biaya: 99 }), I35: Array(5).fill(usaha({ biaya: 1 })) };
		const m = masukan({ anggaran: 2 }, { instrumen: spbe2018, jawaban, tabel });
		const rencana = await berhasil(m);
		expect(rencana.langkah).toMatchObject([{ indikator: 'I35', dari: 100, ke: 300, biaya: 2 }]);
		expect(rencana.jawaban.I35).toEqual([300, 300, 400]);
		expect(toPersis(sub(rencana.indeks, rencana.indeksKini))).toBe('1/15');
	});
});

describe('pilihan lain, batas, dan peluang', () => {
	it('sedikitnya lima rencana lain, semuanya mencapai target dan berbeda', async () => {
		const daftar = await listAlternatif(masukan({ menuju: '3.1' }));
		expect(daftar).toHaveLength(6);
		expect(new Set(daftar.map((r) => JSON.stringify(r.jawaban))).size).toBe(6);
		for (const r of daftar) expect(compare(r.indeks, pecahan(31, 10))).not.toBe(-1);
	});

	it('batas biaya terhadap indeks naik dua-duanya dan berakhir di puncak', async () => {
		const titik: TitikBatas[] = [];
		for await (const satu of walkBatas(masukan())) titik.push(satu);
		expect(titik).toHaveLength(21);
		expect(titik[0]).toEqual({ biaya: 0, indeks: pecahan(3), kepastian: { optimal: true } });
		titik.slice(1).forEach((t, n) => {
			expect(t.biaya).toBeGreaterThan(titik[n]?.biaya ?? 0);
			expect(compare(t.indeks, titik[n]?.indeks ?? pecahan(0))).toBe(1);
		});
		expect(toDesimal(titik.at(-1)?.indeks ?? pecahan(0))).toBe('5.00');
		expect(titik.at(-1)?.biaya).toBe(47 * 2 * 5);
	});

	it('batas mengikuti kendala lain', async () => {
		const titik: TitikBatas[] = [];
		for await (const satu of walkBatas(
			masukan({ unit: { I42: 'A', I43: 'A' }, kapasitas: { A: 1 }, tenggatBulan: 1 }),
		))
			titik.push(satu);
		expect(toDesimal(titik.at(-1)?.indeks ?? pecahan(0))).toBe('3.97');
	});

	it('distribusi rencana berjumlah satu, dan risiko terbesar disebut dahulu', async () => {
		const m = masukan({ menuju: '3.05' });
		const rencana = await berhasil(m);
		const { distribusi, risiko } = chanceRencana(m, rencana);
		expect(distribusi.map(({ indeks, bawah }) => [toDesimal(indeks), toDesimal(bawah)])).toEqual([
			['3.00', '0.20'],
			['3.03', '0.16'],
			['3.06', '0.64'],
		]);
		expect(risiko).toMatchObject([
			{ indikator: 'I42', pasti: { bawah: pecahan(1) }, ditolak: { atas: pecahan(0) } },
		]);
	});

	it('peluang 80 % menuntut langkah cadangan, dan jawabannya terbukti atau menyebut batasnya', () => {
		const m = masukan({
			menuju: '3.025',
			kecuali: listIndikator(spbe2020)
				.slice(0, 41)
				.map(({ id }) => id),
		});
		const hasil = planBerpeluang(m, pecahan(9, 10));
		if (!hasil.ok) return expect.fail(hasil.reason);
		expect(hasil.hasil).toMatchObject({ terbukti: true, batas: 10, rencana: { biaya: 10 } });
		expect(hasil.hasil.rencana.peluang?.bawah).toEqual(pecahan(24, 25));
		expect(planBerpeluang(masukan(), pecahan(1, 2))).toEqual({ ok: false, reason: 'tanpa_target' });
		const mustahil = masukan({ menuju: '5', kecuali: ['I01'] });
		expect(planBerpeluang(mustahil, pecahan(1, 2))).toEqual({ ok: false, reason: 'peluang_tidak_tercapai' });
	});
});
