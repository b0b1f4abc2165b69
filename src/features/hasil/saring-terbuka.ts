import type { Ctx } from '#platform/ctx.ts';
import { findInstansiId, listProvinsi, type SaringTerbuka } from './data-terbuka.store.ts';

/** Filters as people type them: a province by code or name, an island group by name. */
export interface SaringMasukan {
	tahun?: number | undefined;
	jenis?: string | undefined;
	/** Official code ("64") or name ("Kalimantan Timur"), whatever the case. */
	provinsi?: string | undefined;
	pulau?: string | undefined;
	/** Slug. */
	instansi?: string | undefined;
}

export type SaringOutcome =
	| { ok: true; value: SaringTerbuka }
	| {
			ok: false;
			reason: 'provinsi_tidak_dikenal' | 'pulau_tidak_dikenal' | 'instansi_tidak_dikenal';
			/** What would have been known; empty where the list is too long. */
			pilihan: string[];
	  };

const samakan = (teks: string) => teks.trim().replace(/\s+/g, ' ').toLowerCase();

/** Turns what was typed into stored keys, or says which part is unknown. At most two queries. */
export async function bacaSaring({ db }: Ctx, masukan: SaringMasukan): Promise<SaringOutcome> {
	const value: SaringTerbuka = { tahun: masukan.tahun, jenis: masukan.jenis };
	if (masukan.provinsi !== undefined || masukan.pulau !== undefined) {
		const daftar = await listProvinsi(db);
		if (masukan.provinsi !== undefined) {
			const dicari = samakan(masukan.provinsi);
			value.provinsiKode = daftar.find((p) => p.kode === dicari || samakan(p.nama) === dicari)?.kode;
			if (!value.provinsiKode)
				return { ok: false, reason: 'provinsi_tidak_dikenal', pilihan: daftar.map((p) => p.nama) };
		}
		if (masukan.pulau !== undefined) {
			const pilihan = [...new Set(daftar.map((p) => p.pulau))].sort();
			value.pulau = pilihan.find((nama) => samakan(nama) === samakan(masukan.pulau ?? ''));
			if (!value.pulau) return { ok: false, reason: 'pulau_tidak_dikenal', pilihan };
		}
	}
	if (masukan.instansi !== undefined) {
		value.instansiId = await findInstansiId(db, masukan.instansi);
		if (value.instansiId === undefined) return { ok: false, reason: 'instansi_tidak_dikenal', pilihan: [] };
	}
	return { ok: true, value };
}
