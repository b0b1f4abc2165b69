import type { Opini } from './audit.rules.ts';

/** Test of design, of implementation, of effectiveness; null where it was not done. */
export const daftarEdk = ['M', 'PP', 'TM'] as const;
export const daftarEik = ['S', 'TS'] as const;
export const daftarEfk = ['E', 'PP', 'BE'] as const;
export type Edk = (typeof daftarEdk)[number];
export type Eik = (typeof daftarEik)[number];
export type Efk = (typeof daftarEfk)[number];

export interface Uji {
	area: string;
	edk: Edk | null;
	eik: Eik | null;
	efk: Efk | null;
}

/** The installation's rule, data/audit-tik.json; thresholds in thousandths. */
export interface AturanOpini {
	sumber: string;
	kepastian: string;
	permil: { edk: { M: number; PP: number }; eik: { S: number }; efk: { E: number; PP: number } };
	matriks: readonly { edk: Edk; eik: Eik | '-'; efk: Efk; hasil: Opini }[];
	/** So many areas that are inadequate make the whole inadequate. */
	keseluruhan: { tmMenjadiTM: number };
}

/** Points out of so many. */
export interface Pecahan {
	dapat: number;
	dari: number;
}
export interface OpiniArea {
	area: string;
	jumlah: number;
	/** Criteria whose tests are not all done. */
	belum: number;
	edk: Pecahan & { hasil: Edk };
	/** Null where no design was good enough to be looked at in practice. */
	eik: (Pecahan & { hasil: Eik }) | null;
	efk: Pecahan & { hasil: Efk };
	/** Null while tests are missing. */
	opini: Opini | null;
}

const capai = ({ dapat, dari }: Pecahan, permil: number): boolean => dapat * 1000 >= permil * dari;

/** Whether every test of a criterion is done; a design that is inadequate is not looked for in practice. */
export const isTeruji = (u: Pick<Uji, 'edk' | 'eik' | 'efk'>): boolean =>
	u.edk !== null && u.efk !== null && (u.edk === 'TM' || u.eik !== null);

/** The conclusion of each area, in the order in which the areas come. */
export function simpulkanArea(uji: readonly Uji[], aturan: AturanOpini): OpiniArea[] {
	return [...new Set(uji.map((u) => u.area))].map((area) =>
		simpulkan(
			area,
			uji.filter((u) => u.area === area),
			aturan,
		),
	);
}

function simpulkan(area: string, uji: readonly Uji[], aturan: AturanOpini): OpiniArea {
	const { edk: ambangEdk, eik: ambangEik, efk: ambangEfk } = aturan.permil;
	const jumlah = uji.length;
	const belum = uji.filter((u) => !isTeruji(u)).length;
	const skorEdk = skorDua(uji.map((u) => (u.edk === 'M' ? 2 : u.edk === 'PP' ? 1 : 0)));
	const skorEfk = skorDua(uji.map((u) => (u.efk === 'E' ? 2 : u.efk === 'PP' ? 1 : 0)));
	const calon = uji.filter((u) => u.edk !== null && u.edk !== 'TM');
	const skorEik = { dapat: calon.filter((u) => u.eik === 'S').length, dari: calon.length };
	const edk: Edk = capai(skorEdk, ambangEdk.M) ? 'M' : capai(skorEdk, ambangEdk.PP) ? 'PP' : 'TM';
	const efk: Efk = capai(skorEfk, ambangEfk.E) ? 'E' : capai(skorEfk, ambangEfk.PP) ? 'PP' : 'BE';
	const eik: Eik | null = calon.length === 0 ? null : capai(skorEik, ambangEik.S) ? 'S' : 'TS';
	const kunciEik = edk === 'TM' || eik === null ? '-' : eik;
	const baris = aturan.matriks.find((m) => m.edk === edk && m.eik === kunciEik && m.efk === efk);
	return {
		...{ area, jumlah, belum },
		edk: { ...skorEdk, hasil: edk },
		eik: eik === null ? null : { ...skorEik, hasil: eik },
		efk: { ...skorEfk, hasil: efk },
		opini: belum > 0 ? null : (baris?.hasil ?? null),
	};
}

const skorDua = (butir: readonly number[]): Pecahan => ({
	dapat: butir.reduce((n, b) => n + b, 0),
	dari: butir.length * 2,
});

/** The conclusion of the whole audit: what its areas come to together. Null while an area is open, or without any. */
export function simpulkanSemua(area: readonly Pick<OpiniArea, 'opini'>[], aturan: AturanOpini): Opini | null {
	if (area.length === 0 || area.some((a) => a.opini === null)) return null;
	const tm = area.filter((a) => a.opini === 'TM').length;
	if (tm >= aturan.keseluruhan.tmMenjadiTM) return 'TM';
	return tm === 0 && area.every((a) => a.opini === 'M') ? 'M' : 'PP';
}
