/** Why somebody may not audit this. */
export type Gangguan =
	/** Works in the unit that is audited, above it or below it. */
	| 'unit_diaudit'
	/** Owns a system that is audited. */
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
	/** Who owns the system. */
	pemilikId: number | null;
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
	const hasil: Gangguan[] = [];
	if (lingkup.some((l) => l.jalur !== null && jalur.some((j) => seberkas(j, l.jalur ?? ''))))
		hasil.push('unit_diaudit');
	if (orangId !== null && lingkup.some((l) => l.pemilikId === orangId)) hasil.push('pemilik_sistem');
	if (orangId !== null && penanggungJawab.includes(orangId)) hasil.push('penanggung_jawab_tindakan');
	return hasil;
}
