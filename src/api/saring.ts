import type { PeringkatOutcome } from '#features/hasil/baca-peringkat-terbuka.ts';
import { Galat, tolak } from './galat.ts';

const kata = {
	provinsi_tidak_dikenal: ['provinsi', 'Provinsi tidak dikenal. Pilih kode atau nama:'],
	pulau_tidak_dikenal: ['pulau', 'Kelompok pulau tidak dikenal. Pilih:'],
	predikat_tidak_dikenal: ['predikat', 'Predikat tidak dikenal. Pilih:'],
	instansi_tidak_dikenal: ['instansi', 'Tidak ada instansi dengan slug itu. Cari di /api/v1/instansi?q=.'],
} as const;

/** The 422 for a filter value that names nothing. */
export function tolakSaring({ reason, pilihan }: Extract<PeringkatOutcome, { pilihan: string[] }>): Galat {
	const [path, pesan] = kata[reason];
	return tolak(path, pilihan.length > 0 ? `${pesan} ${pilihan.join(', ')}.` : pesan);
}

/** 404 for a year without any result, 409 for one whose list is incomplete. */
export function tolakTahun({ reason, lengkap }: Extract<PeringkatOutcome, { lengkap: number[] }>): Galat {
	const ada = lengkap.length > 0 ? lengkap.join(', ') : 'belum ada';
	if (reason === 'tahun_tidak_ada')
		return new Galat('tidak_ditemukan', `Tidak ada hasil untuk tahun itu. Tahun berdaftar lengkap: ${ada}.`);
	return new Galat(
		'tahun_tidak_lengkap',
		`Daftar tahun itu tidak lengkap, jadi tidak ada peringkat; hasilnya ada di /api/v1/hasil. Tahun berdaftar lengkap: ${ada}.`,
	);
}
