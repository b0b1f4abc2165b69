/** A policy for passwords. Lengths in characters, ages in days; null asks for nothing. */
export interface KebijakanSandi {
	id: 'asvs-5' | 'bssn-4-2021';
	panjangMin: number;
	panjangMaks: number;
	/** Lower case, upper case, digit and sign, each at least once. */
	komposisi: boolean;
	umurMaks: number | null;
	/** How many earlier passwords may not come back. */
	lampau: number;
	/** Least strength by zxcvbn, 0–4. */
	kekuatanMin: number;
	sumber: string;
}

/**
 * Two presets that contradict each other on purpose. OWASP ASVS 5.0 (6.2) forbids composition rules and ageing;
 * BSSN 4/2021 (control 20) asks for length, variety and an age but names no figures: those here are assumed.
 */
export const kebijakanSandi: Record<KebijakanSandi['id'], KebijakanSandi> = {
	'asvs-5': {
		id: 'asvs-5',
		panjangMin: 12,
		panjangMaks: 256,
		komposisi: false,
		umurMaks: null,
		lampau: 0,
		kekuatanMin: 3,
		sumber: 'OWASP ASVS 5.0, 6.2',
	},
	'bssn-4-2021': {
		id: 'bssn-4-2021',
		panjangMin: 12,
		panjangMaks: 256,
		komposisi: true,
		umurMaks: 90,
		lampau: 5,
		kekuatanMin: 3,
		sumber: 'Peraturan BSSN 4/2021, kendali 20; angkanya asumsi Matang',
	},
};

export type AlasanSandi =
	| 'terlalu_pendek'
	| 'terlalu_panjang'
	| 'kurang_ragam'
	| 'terlalu_umum'
	| 'pernah_dipakai';

const ragam = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{N}]/u];

/**
 * What stands against a password; empty where nothing does.
 * @param kekuatan strength by zxcvbn, 0–4
 * @param pernah whether it is one of the earlier ones that the policy forbids
 */
export function listAlasanSandi(
	kebijakan: KebijakanSandi,
	sandi: string,
	{ kekuatan, pernah = false }: { kekuatan: number; pernah?: boolean },
): AlasanSandi[] {
	const panjang = [...sandi.normalize('NFKC')].length;
	const alasan: [AlasanSandi, boolean][] = [
		['terlalu_pendek', panjang < kebijakan.panjangMin],
		['terlalu_panjang', panjang > kebijakan.panjangMaks],
		['kurang_ragam', kebijakan.komposisi && !ragam.every((r) => r.test(sandi))],
		['terlalu_umum', kekuatan < kebijakan.kekuatanMin],
		['pernah_dipakai', pernah],
	];
	return alasan.filter(([, berlaku]) => berlaku).map(([nama]) => nama);
}

const HARI = 86_400_000;

/** Whether a password must be renewed before going on. */
export function isSandiUsang(kebijakan: KebijakanSandi, diubah: Date, kini: Date): boolean {
	return kebijakan.umurMaks !== null && kini.getTime() - diubah.getTime() > kebijakan.umurMaks * HARI;
}
