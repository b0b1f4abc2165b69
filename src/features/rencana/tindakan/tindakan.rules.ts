export const daftarKeadaan = ['belum', 'berjalan', 'selesai', 'batal'] as const;
export type KeadaanTindakan = (typeof daftarKeadaan)[number];

/** What the rules need of an action. Dates are ISO, levels hundredths. */
export interface Pekerjaan {
	id: number;
	keadaan: KeadaanTindakan;
	mulai: string;
	tenggat: string;
}

/** How pressing an action is: late, due within a fortnight, later, or nothing more to be done. */
export type Desakan = 'terlambat' | 'dekat' | 'nanti' | 'tuntas';

/** Days before a due date from which it is near. */
const DEKAT = 14;

export function desakanOf(t: Pick<Pekerjaan, 'keadaan' | 'tenggat'>, kini: string): Desakan {
	if (t.keadaan === 'selesai' || t.keadaan === 'batal') return 'tuntas';
	if (t.tenggat < kini) return 'terlambat';
	return sisaHari(kini, t.tenggat) <= DEKAT ? 'dekat' : 'nanti';
}

/** Days from one ISO date to another; negative when it is past. */
export const sisaHari = (dari: string, ke: string): number =>
	Math.round((Date.parse(`${ke}T00:00:00Z`) - Date.parse(`${dari}T00:00:00Z`)) / 86_400_000);

/** Open ones by due date, so that the late ones stand first; what is done or cancelled follows, newest first. */
export function urutkanMendesak<T extends Pekerjaan>(daftar: readonly T[], kini: string): T[] {
	const tuntas = (t: T) => (desakanOf(t, kini) === 'tuntas' ? 1 : 0);
	const teks = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	return [...daftar].sort(
		(a, b) => tuntas(a) - tuntas(b) || teks(a.tenggat, b.tenggat) * (tuntas(a) === 1 ? -1 : 1) || a.id - b.id,
	);
}

/**
 * Whether `id` may wait for these actions: the circle that would arise, from `id` back to itself, or null.
 * @param menunggu what every action waits for now
 */
export function temukanLingkaran(
	menunggu: ReadonlyMap<number, readonly number[]>,
	id: number,
	baru: readonly number[],
): number[] | null {
	const dilalui = new Set<number>();
	const telusur = (kini: number, jejak: readonly number[]): number[] | null => {
		if (kini === id) return [...jejak, kini];
		if (dilalui.has(kini)) return null;
		dilalui.add(kini);
		for (const lanjut of menunggu.get(kini) ?? []) {
			const ada = telusur(lanjut, [...jejak, kini]);
			if (ada) return ada;
		}
		return null;
	};
	for (const satu of baru) {
		const ada = telusur(satu, [id]);
		if (ada) return ada;
	}
	return null;
}

/** What follows from a new state: a finished action stands at 100 %, one taken up again is no longer finished. */
export function majuKe(
	keadaan: KeadaanTindakan,
	kemajuan: number,
): { keadaan: KeadaanTindakan; kemajuan: number } {
	if (keadaan === 'selesai') return { keadaan, kemajuan: 100 };
	if (keadaan === 'belum' && kemajuan > 0) return { keadaan: 'berjalan', kemajuan };
	return { keadaan, kemajuan };
}

/** What is not refused but worth a look. */
export type Peringatan = 'realisasi_melebihi_pagu' | 'mendahului_syarat';

export function periksaTindakan(
	t: { mulai: string; pagu: bigint | null; realisasi: bigint | null },
	syarat: readonly Pick<Pekerjaan, 'keadaan' | 'tenggat'>[],
): Peringatan[] {
	return [
		...(t.pagu !== null && t.realisasi !== null && t.realisasi > t.pagu
			? (['realisasi_melebihi_pagu'] as const)
			: []),
		...(syarat.some((s) => s.keadaan !== 'selesai' && s.tenggat > t.mulai)
			? (['mendahului_syarat'] as const)
			: []),
	];
}
