/** Why somebody may not audit this. */
export type Gangguan =
	/** Works in the unit that is audited, above it or below it. */
	| 'unit_diaudit'
	/** Works in the unit that owns a system that is audited. */
	| 'pemilik_sistem'
	/** Answers for an action or a finding that the audit looks at. */
	| 'penanggung_jawab_tindakan';

export interface Auditor {
	orangId: number | null;
	/** Paths of the units that the person works in, "/3/17/"; a role in the whole institution has none. */
	jalur: readonly string[];
}
export interface Diaudit {
	/** Path of the unit that is audited; null where none is named. */
	jalur: string | null;
	/** The system of the register that the unit owns. */
	sistemId: number | null;
}

const seberkas = (a: string, b: string): boolean => a.startsWith(b) || b.startsWith(a);

/**
 * What stands against somebody auditing this: nobody audits their own unit, their own system, or work they answer for
 * (BSSN 8/2024 asks for an independent auditor; how it is tested here is ours).
 * @param penanggungJawab people who answer for the actions and findings that the audit looks at
 */
export function listGangguan(
	auditor: Auditor,
	lingkup: readonly Diaudit[],
	penanggungJawab: readonly number[],
): Gangguan[] {
	const { orangId, jalur } = auditor;
	const kena = lingkup.filter((l) => l.jalur !== null && jalur.some((j) => seberkas(j, l.jalur ?? '')));
	return [
		...(kena.some((l) => l.sistemId === null) ? (['unit_diaudit'] as const) : []),
		...(kena.some((l) => l.sistemId !== null) ? (['pemilik_sistem'] as const) : []),
		...(orangId !== null && penanggungJawab.includes(orangId)
			? (['penanggung_jawab_tindakan'] as const)
			: []),
	];
}
