import { urutanHuruf } from '../periksa/nilai.rules.ts';
import type { PeriksaRingkas } from './periksa.store.ts';
import type { Sistem } from './sistem.store.ts';

export type KeadaanSistem = 'tanpa_alamat' | 'belum_diperiksa' | 'ditolak' | 'perlu_perbaikan' | 'baik';

/** A system with the worst that is known of its addresses. */
export interface BarisSistem extends Sistem {
	keadaan: KeadaanSistem;
	huruf: string | null;
	gagal: number;
	takDiuji: number;
	/** Last look; null for none. */
	waktu: Date | null;
	/** Nearest end of a certificate, ISO day. */
	sertifikatSampai: string | null;
	memburuk: boolean;
}

/** "Baik" is only said where every address was looked at; that everything was tested is not said by it. */
export function barisSistem(s: Sistem, terakhir: readonly PeriksaRingkas[]): BarisSistem {
	const milik = terakhir.filter((p) => p.sistemId === s.id);
	const gagal = milik.reduce((n, p) => n + p.gagal, 0);
	const huruf =
		milik.flatMap((p) => p.huruf ?? []).sort((a, b) => urutanHuruf(a) - urutanHuruf(b))[0] ?? null;
	const sampai = milik.flatMap((p) => p.sertifikatSampai ?? []).sort()[0] ?? null;
	const waktu = milik.map((p) => p.waktu).sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
	return {
		...s,
		keadaan: keadaanOf(s, milik, gagal),
		huruf,
		gagal,
		takDiuji: milik.reduce((n, p) => n + p.takDiuji, 0),
		waktu,
		sertifikatSampai: sampai,
		memburuk: milik.some((p) => p.perubahan.length > 0),
	};
}

function keadaanOf(s: Sistem, milik: readonly PeriksaRingkas[], gagal: number): KeadaanSistem {
	if (s.alamat.length === 0) return 'tanpa_alamat';
	if (gagal > 0) return 'perlu_perbaikan';
	if (milik.some((p) => p.keadaan === 'ditolak')) return 'ditolak';
	return milik.length < s.alamat.length ? 'belum_diperiksa' : 'baik';
}

export interface RingkasUnit {
	unit: string | null;
	sistem: number;
	diperiksa: number;
	perluPerbaikan: number;
	gagal: number;
	/** Worst letter. */
	huruf: string | null;
}

/** Systems in use by the unit that owns them, most open findings first. */
export function ringkasUnit(daftar: readonly BarisSistem[]): RingkasUnit[] {
	const menurut = Map.groupBy(
		daftar.filter((s) => s.aktif),
		(s) => s.unit,
	);
	return [...menurut]
		.map(([unit, milik]) => ({
			unit,
			sistem: milik.length,
			diperiksa: milik.filter((s) => s.keadaan === 'baik' || s.keadaan === 'perlu_perbaikan').length,
			perluPerbaikan: milik.filter((s) => s.keadaan === 'perlu_perbaikan').length,
			gagal: milik.reduce((n, s) => n + s.gagal, 0),
			huruf: milik.flatMap((s) => s.huruf ?? []).sort((a, b) => urutanHuruf(a) - urutanHuruf(b))[0] ?? null,
		}))
		.sort((a, b) => b.gagal - a.gagal || (a.unit ?? '').localeCompare(b.unit ?? ''));
}
