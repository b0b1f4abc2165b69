import { describe, expect, it } from 'vitest';
import { alatUji } from '#features/penilaian/penilaian.testing.ts';
import { listIndikator, pecahan, score, sub, toDesimal } from '#scoring';
import { hitungPrakiraan, type LangkahTindakan } from './prakiraan.rules.ts';

const instrumen = alatUji('spbe-2020');
const semua = listIndikator(instrumen);
const jawaban = Object.fromEntries(semua.map((i) => [i.id, 100]));
const tanggal = { kini: '2026-11-24', batas: '2026-12-15' };
const langkah = (id: number, ubah: Partial<LangkahTindakan> = {}): LangkahTindakan => ({
	...{ id, indikator: 'I11', dari: 100, ke: 200, tenggat: '2026-12-01', keadaan: 'berjalan' },
	...ubah,
});
const bobot = (id: string, poin: number) => {
	const i = semua.find((x) => x.id === id);
	return toDesimal(pecahan((i?.bobot ?? 0) * poin, instrumen.satuanBobot.total), 3);
};
const hitung = (...t: LangkahTindakan[]) => hitungPrakiraan(instrumen, jawaban, t, tanggal);

describe('prakiraan indeks dari tindakan', () => {
	it.each([
		['tepat waktu', langkah(1), 'terhitung', 1],
		['pada hari batas', langkah(1, { tenggat: '2026-12-15' }), 'terhitung', 1],
		['sehari sesudah batas', langkah(1, { tenggat: '2026-12-16' }), 'lewat_batas', 1],
		['kemarin', langkah(1, { tenggat: '2026-11-23' }), 'terlambat', 1],
		['hari ini', langkah(1, { tenggat: '2026-11-24' }), 'terhitung', 1],
		[
			'selesai walau lewat tenggat',
			langkah(1, { tenggat: '2026-01-01', keadaan: 'selesai' }),
			'terhitung',
			1,
		],
		['batal', langkah(1, { keadaan: 'batal' }), 'batal', 0],
		['dua tingkat', langkah(1, { ke: 300 }), 'terhitung', 2],
		['tanpa tingkat asal', langkah(1, { dari: null, ke: 300 }), 'terhitung', 2],
		['sudah tercapai', langkah(1, { dari: null, ke: 100 }), 'terhitung', 0],
		['indikator lain instrumen', langkah(1, { indikator: 'X9' }), 'tanpa_indikator', 0],
		['tanpa indikator', langkah(1, { indikator: null, ke: null }), 'tanpa_indikator', 0],
	] as const)('%s', (_, t, hitungan, poin) => {
		const p = hitung(t);
		expect(p.langkah.get(1)).toEqual({ hitungan, poin: bobot('I11', poin) });
		expect(p.nanti).toBe(
			toDesimal(
				score(instrumen, hitungan === 'terhitung' ? { ...jawaban, I11: 100 + poin * 100 } : jawaban).indeks ??
					pecahan(0),
			),
		);
	});
	it('tingkat di atas yang terlambat ikut tertahan, dan masing-masing menanggung langkahnya sendiri', () => {
		const p = hitung(langkah(1, { tenggat: '2026-11-01' }), langkah(2, { dari: 200, ke: 400 }));
		expect(p.nanti).toBe(p.kini);
		expect(p.langkah.get(1)).toEqual({ hitungan: 'terlambat', poin: bobot('I11', 1) });
		expect(p.langkah.get(2)).toEqual({ hitungan: 'tertahan', poin: bobot('I11', 2) });
		expect(p.hilang).toBe(bobot('I11', 3));
	});
	it('yang terlambat tidak menghilangkan apa pun bila tindakan lain mencapai tingkat itu', () => {
		const p = hitung(langkah(1, { tenggat: '2026-11-01' }), langkah(2, { ke: 300 }));
		expect(p.langkah.get(1)?.poin).toBe('0.000');
		expect(p.langkah.get(2)?.poin).toBe(bobot('I11', 2));
		expect(p.hilang).toBe('0.000');
	});
	it('tingkat yang belum dijawab tidak diprakirakan, dan indeks tetap belum diketahui', () => {
		const p = hitungPrakiraan(instrumen, { ...jawaban, I11: null }, [langkah(1)], tanggal);
		expect([p.kini, p.nanti]).toEqual([null, null]);
		expect(p.langkah.get(1)?.poin).toBe('0.000');
	});
	it('kenaikan tepat sama dengan selisih dua indeks, berapa pun tindakannya', () => {
		const t = semua.flatMap((i, n) => [
			langkah(n * 2 + 1, { indikator: i.id, ke: 200 + (n % 3) * 100 }),
			langkah(n * 2 + 2, {
				indikator: i.id,
				dari: 300,
				ke: 500,
				tenggat: n % 2 ? '2026-12-02' : '2027-01-01',
			}),
		]);
		const p = hitung(...t);
		const [a, b] = [score(instrumen, jawaban).indeks, score(instrumen, p.jawaban).indeks];
		const beda = sub(b ?? pecahan(0), a ?? pecahan(0));
		expect(p.naik).toBe(toDesimal(beda, 3));
		expect(Number(p.hilang)).toBeGreaterThan(0);
	});
});
