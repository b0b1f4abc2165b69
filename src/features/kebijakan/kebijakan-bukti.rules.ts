import type { AturanKebijakan, Butir, Dukungan, Pasal } from './kebijakan.rules.ts';

/** What the register puts under one level of the indicator. */
export type ButirDaftar =
	| { tingkat: number; dari: 'dokumen'; dokumenId: number; penunjuk: string }
	| { tingkat: number; dari: 'reviu'; reviuId: number; penunjuk: string };

/**
 * The items of evidence that the register gives up to the level it supports: at each level what its conditions rest
 * on, a document with the articles that meet that level's points. Level 1 takes the draft, or what became of it, so
 * that no level below stays without evidence.
 */
export function susunButirDaftar(
	aturan: AturanKebijakan,
	dukungan: Dukungan,
	dokumen: readonly { id: number; reviuId: number | null }[],
	pasal: readonly Pasal[],
): ButirDaftar[] {
	if (dukungan.tingkat === null) return [];
	const puncak = dukungan.tingkat;
	const efektif = new Set(
		dukungan.rincian.flatMap((r) => r.butir.flatMap((b) => (b.jenis === 'ditetapkan' ? b.dokumen : []))),
	);
	const ditetapkan = dokumen.filter((d) => efektif.has(d.id));
	const pokok = pilihPokok(ditetapkan);
	const satu = (pokok.length > 0 ? pokok : dokumen)
		.slice(0, pokok.length > 0 ? 1 : undefined)
		.map((d) => ({ tingkat: 1, dari: 'dokumen' as const, dokumenId: d.id, penunjuk: '' }));
	const lain = dukungan.rincian
		.filter((r) => r.tingkat <= puncak)
		.flatMap((r) => gabung(r.butir.flatMap((b) => susun(r.tingkat, b, aturan, ditetapkan, pasal))));
	return [...satu, ...lain].map((b) => (b.penunjuk === '' ? { ...b, penunjuk: semuaPasal(b, pasal) } : b));
}

/** Where a level asks for no particular point: every place that is named in the document. */
function semuaPasal(b: ButirDaftar, pasal: readonly Pasal[]): string {
	if (b.dari !== 'dokumen') return '';
	return [...new Set(pasal.filter((p) => p.dokumenId === b.dokumenId).map((p) => p.penunjuk))].join('; ');
}

function susun(
	tingkat: number,
	b: Butir,
	aturan: AturanKebijakan,
	ditetapkan: readonly { id: number; reviuId: number | null }[],
	pasal: readonly Pasal[],
): ButirDaftar[] {
	if (b.jenis === 'reviu')
		return b.reviu === null ? [] : [{ tingkat, dari: 'reviu', reviuId: b.reviu, penunjuk: '' }];
	if (b.jenis !== 'muatan') {
		const milik = ditetapkan.filter((d) => b.dokumen.includes(d.id));
		return (b.jenis === 'ditetapkan' ? pilihPokok(milik) : milik).map(({ id }) => ({
			...{ tingkat, dari: 'dokumen' as const, dokumenId: id, penunjuk: '' },
		}));
	}
	return ditetapkan.flatMap(({ id }): ButirDaftar[] => {
		const penunjuk = b.ada.flatMap((syarat) =>
			pasal
				.filter((p) => p.dokumenId === id && p.syarat === syarat)
				.map((p) => `${aturan.syarat.find((s) => s.id === syarat)?.teks ?? syarat}: ${p.penunjuk}`),
		);
		return penunjuk.length === 0
			? []
			: [{ tingkat, dari: 'dokumen', dokumenId: id, penunjuk: penunjuk.join('; ') }];
	});
}

/** The policies themselves, without what followed a review; where everything did, all of them. */
function pilihPokok<D extends { reviuId: number | null }>(dokumen: readonly D[]): readonly D[] {
	const pokok = dokumen.filter((d) => d.reviuId === null);
	return pokok.length > 0 ? pokok : dokumen;
}

/** The same document stands once under a level, with the pointers it has there. */
function gabung(butir: readonly ButirDaftar[]): ButirDaftar[] {
	const hasil: ButirDaftar[] = [];
	for (const b of butir) {
		const ada = hasil.find(
			(h) => h.dari === 'dokumen' && b.dari === 'dokumen' && h.dokumenId === b.dokumenId,
		);
		if (ada) ada.penunjuk = [ada.penunjuk, b.penunjuk].filter((p) => p !== '').join('; ');
		else hasil.push({ ...b });
	}
	return hasil;
}
