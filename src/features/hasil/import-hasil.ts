import { bacaPencari } from '#features/instansi/tulis-instansi.store.ts';
import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { bacaIsi, bacaLembar, type IsiBerkas } from './import-berkas.ts';
import { bacaDaftar, type DaftarDibaca } from './import-daftar.rules.ts';
import type { Lembar } from './import-lembar.ts';
import { BerkasDitolak, type Masalah } from './import-masalah.ts';
import { type HasilImpor, tulisImpor } from './import-tulis.ts';
import { sidik } from './muat-berkas.ts';
import { kunciPenulis } from './tulis-hasil.store.ts';

export interface ImportHasilInput {
	/** The file's name as the record and the messages show it. */
	berkas: string;
	isi: IsiBerkas;
	/** Good rows are written although others are refused. */
	sebagian?: boolean;
	/** Institutions of the centre that are not known are made; regions never are. */
	instansiBaru?: boolean;
	/** The file's years are declared complete lists, so that ranks and means are computed. */
	lengkap?: boolean;
}

export interface LaporanImpor extends HasilImpor {
	ditolak: number;
	/** Rows refused under `sebagian`, with the reason; at most `MASALAH_DISEBUT`. */
	masalah: Masalah[];
	/** What was written all the same, but should be looked at. */
	peringatan: Masalah[];
}

export type ImportHasilOutcome =
	| { ok: true; value: LaporanImpor }
	| { ok: false; reason: 'tidak_berwenang' }
	| {
			ok: false;
			/** Nothing of the file can be used, or some of its rows cannot. Nothing was written. */
			reason: 'berkas_ditolak' | 'baris_ditolak';
			masalah: Masalah[];
			/** All problems, told or not. */
			jumlahMasalah: number;
			/** Good and refused rows. */
			baik: number;
			ditolak: number;
	  };

/** Problems beyond this are counted, not told. */
export const MASALAH_DISEBUT = 500;

/**
 * Imports a list of published results, CSV or XLSX with the official headers, in one transaction: all of it, or
 * nothing, or under `sebagian` its good rows. A figure that differs from the stored one replaces it and keeps the
 * old one with its source and the time. What is there already is not touched, so that a second import of the same
 * file changes nothing.
 */
export async function importHasil(ctx: Ctx, input: ImportHasilInput): Promise<ImportHasilOutcome> {
	if (ctx.who.jenis !== 'operator') return { ok: false, reason: 'tidak_berwenang' };
	try {
		const bytes = await bacaIsi(input.isi);
		const lembar = await bacaLembar(bytes);
		return await tulis(ctx, input, lembar, sidik(bytes));
	} catch (cause) {
		if (!(cause instanceof BerkasDitolak)) throw cause;
		return tolak('berkas_ditolak', cause.masalah, { baik: 0, ditolak: 0 });
	}
}

async function tulis(
	ctx: Ctx,
	input: ImportHasilInput,
	lembar: Lembar,
	sha256: string,
): Promise<ImportHasilOutcome> {
	const registri = requireRegistri(ctx);
	return await ctx.db.transaction().execute(async (trx): Promise<ImportHasilOutcome> => {
		await kunciPenulis(trx);
		const daftar = bacaDaftar(lembar, {
			instansi: await bacaPencari(trx),
			instrumen: (tahun) => registri.forTahun(tahun),
			tahunKini: ctx.clock().getFullYear(),
			instansiBaru: input.instansiBaru ?? false,
		});
		if (isDitolak(daftar, input)) return tolak('baris_ditolak', daftar.masalah, hitung(daftar));
		const hasil = await tulisImpor(trx, ctx, registri, { ...input, sha256, ...daftar });
		return {
			ok: true,
			value: {
				...hasil.laporan,
				ditolak: daftar.ditolak,
				masalah: daftar.masalah.slice(0, MASALAH_DISEBUT),
				peringatan: [...daftar.peringatan, ...hasil.peringatan],
			},
		};
	});
}

function isDitolak(daftar: DaftarDibaca, { sebagian }: ImportHasilInput): boolean {
	return daftar.ditolak > 0 && (!sebagian || daftar.baik.length === 0);
}

const hitung = (daftar: DaftarDibaca) => ({ baik: daftar.baik.length, ditolak: daftar.ditolak });

function tolak(
	reason: 'berkas_ditolak' | 'baris_ditolak',
	masalah: Masalah[],
	jumlah: { baik: number; ditolak: number },
): ImportHasilOutcome {
	return {
		ok: false,
		reason,
		masalah: masalah.slice(0, MASALAH_DISEBUT),
		jumlahMasalah: masalah.length,
		...jumlah,
	};
}
