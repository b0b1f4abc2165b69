const indikatorAsal = ['I29', 'I30', 'I31'] as const;
export type IndikatorAsal = (typeof indikatorAsal)[number];

export interface Tujuan {
	asal: IndikatorAsal;
	penilaianId: number;
	/** Indicator of the assessment: the same one, or a successor in another instrument. */
	tujuan: string;
	/** Only in another instrument, whose levels these papers do not know. */
	tingkat: number | null;
}

/** Where papers are to be put: "12.I31", and a level for another instrument. Null where it cannot be read. */
export function bacaTujuan(form: FormData): Tujuan | null {
	const asal = indikatorAsal.find((i) => i === form.get('asal'));
	const cocok = /^(\d{1,9})\.(I\d{2})$/.exec(String(form.get('ke') ?? ''));
	const tingkat = String(form.get('tingkat') ?? '');
	if (!asal || !cocok) return null;
	return {
		asal,
		penilaianId: Number(cocok[1]),
		tujuan: cocok[2] ?? '',
		tingkat: /^\d$/.test(tingkat) ? Number(tingkat) : null,
	};
}
