import type { PetaBerkas } from './akses.schema.ts';
import { bacaDaftarAkun, bacaDaftarPegawai } from './baca/baca-daftar.ts';
import type { Sumber } from './baca/buka-tabel.ts';
import { BerkasAksesDitolak } from './baca/tolak-berkas.ts';
import { type HasilAkses, periksaAkses } from './mesin/periksa-akses.rules.ts';
import { ambangAsing, susunSetelan } from './mesin/setelan.rules.ts';
import { readAturanAkses } from './read-aturan-akses.ts';

/** Everything that a review of two files needs. */
export interface MasukanTinjau {
	akun: Sumber;
	pegawai: Sumber;
	peta: PetaBerkas;
	/** Name of the system where neither the export nor the mapping says it. */
	sistem: string;
	/** Day of the export, days since 1970-01-01. */
	hari: number;
}

export type HasilTinjau =
	| { ok: true; value: HasilAkses }
	| { ok: false; reason: 'berkas'; daftar: 'akun' | 'pegawai'; galat: BerkasAksesDitolak }
	| { ok: false; reason: 'ambang_asing'; ambang: string[] };

/** Reviews the accounts of one export against the personnel list, from files alone: no database is needed. */
export async function reviewBerkas(
	ctx: { dir: { project: string } },
	m: MasukanTinjau,
): Promise<HasilTinjau> {
	const aturan = readAturanAkses(ctx);
	const asing = ambangAsing(aturan, m.peta.ambang);
	if (asing.length > 0) return { ok: false, reason: 'ambang_asing', ambang: asing };
	const setelan = susunSetelan(aturan, m.peta);
	const tanggal = { 'dd/mm/yyyy': 'hari_dulu', 'mm/dd/yyyy': 'bulan_dulu' } as const;
	const urutan = m.peta.tanggal ? tanggal[m.peta.tanggal] : null;
	let daftar: 'akun' | 'pegawai' = 'pegawai';
	try {
		const pegawai = await bacaDaftarPegawai(m.pegawai, { peta: m.peta.pegawai ?? null, tanggal: urutan });
		daftar = 'akun';
		const akun = await bacaDaftarAkun(m.akun, {
			peta: m.peta.akun ?? null,
			sistem: m.peta.sistem ?? m.sistem,
			tanggal: urutan,
			peranIstimewa: setelan.peranIstimewa,
			publik: m.peta.publik ?? null,
		});
		return { ok: true, value: periksaAkses(akun, pegawai, setelan, m.hari) };
	} catch (galat) {
		if (!(galat instanceof BerkasAksesDitolak)) throw galat;
		return { ok: false, reason: 'berkas', daftar, galat };
	}
}
