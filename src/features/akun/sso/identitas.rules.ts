import type { PetaGrup } from '#platform/ctx.ts';

/** What the provider says of a person. */
export interface Identitas {
	subjek: string;
	/** Null unless the provider vouches for it. */
	surel: string | null;
	nama: string | null;
	grup: string[];
}

type Klaim = Readonly<Record<string, unknown>>;

/**
 * Reads the claims. An address counts only where the provider says that it has been verified; a group claim may be a
 * list or one text, and its name may be a path ("realm_access.roles").
 */
export function bacaIdentitas(klaim: Klaim, klaimGrup: string): Identitas {
	const terbukti = klaim.email_verified === true || klaim.email_verified === 'true';
	return {
		subjek: String(klaim.sub ?? ''),
		surel: terbukti && typeof klaim.email === 'string' ? klaim.email.trim().toLowerCase() : null,
		nama: typeof klaim.name === 'string' && klaim.name.trim() ? klaim.name.trim() : null,
		grup: bacaGrup(klaim[klaimGrup] ?? ambil(klaim, klaimGrup.split('.'))),
	};
}

function ambil(klaim: unknown, jalur: readonly string[]): unknown {
	return jalur.reduce<unknown>(
		(isi, nama) => (isi && typeof isi === 'object' ? (isi as Klaim)[nama] : undefined),
		klaim,
	);
}

function bacaGrup(isi: unknown): string[] {
	const daftar = Array.isArray(isi) ? isi : [isi];
	return daftar.filter((g): g is string => typeof g === 'string' && g !== '');
}

/** The roles that somebody's groups give, each once. */
export function listPeranGrup(peta: readonly PetaGrup[], grup: readonly string[]): PetaGrup[] {
	const punya = new Set(grup);
	const unik = new Map(
		peta.filter((p) => punya.has(p.grup)).map((p) => [`${p.peran} ${p.instansi} ${p.unit}`, p]),
	);
	return [...unik.values()];
}
