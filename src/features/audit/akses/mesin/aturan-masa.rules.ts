import { alasan } from './alasan.copy.ts';
import { type Aturan, ambangOf, butuh, RAGU, takAda } from './bentuk-aturan.rules.ts';
import type { Konteks } from './konteks.rules.ts';
import { TGL_KOSONG, TGL_RAGU, tambahBulan } from './tanggal.rules.ts';

/** Rules about time: use, passwords, reviews, periods, contracts, hours. */
export const aturanMasa: readonly Aturan[] = [
	{
		id: 'ACC-01',
		kurang: butuh('status', 'terakhir_masuk'),
		periksa: ({ akun }, k) => {
			const batas = ambangOf(k, 'ACC-01', 'hari');
			if (!akun.aktif || batas === null || akun.masuk === TGL_KOSONG) return null;
			if (akun.masuk === TGL_RAGU || akun.masuk > k.hari + 1) return RAGU;
			const umur = k.hari - akun.masuk;
			return umur > batas ? alasan.dormant(akun.masuk, umur, batas) : null;
		},
	},
	{
		id: 'ACC-02',
		kurang: butuh('status', 'dibuat', 'terakhir_masuk'),
		periksa: ({ akun }, k) => {
			const batas = ambangOf(k, 'ACC-02', 'hari');
			if (!akun.aktif || batas === null || akun.masuk !== TGL_KOSONG || akun.dibuat === TGL_KOSONG)
				return null;
			if (akun.dibuat === TGL_RAGU) return RAGU;
			const umur = k.hari - akun.dibuat;
			return umur > batas ? alasan.takPernah(akun.dibuat, umur, batas) : null;
		},
	},
	{
		id: 'ACC-07',
		kurang: (k) => {
			const kolom = takAda(k, 'sandi_tak_kedaluwarsa', 'sandi_diubah');
			const ambang = ambangOf(k, 'ACC-07', 'hari') === null ? ['ambang umur sandi'] : [];
			return kolom.length === 2
				? { semua: kolom, sebagian: [] }
				: { semua: [], sebagian: [...kolom, ...ambang] };
		},
		periksa: ({ akun }, k) => {
			if (!akun.aktif) return null;
			if (akun.sandiAbadi) return alasan.sandiAbadi;
			const batas = ambangOf(k, 'ACC-07', 'hari');
			if (batas === null || akun.sandi === TGL_KOSONG) return null;
			if (akun.sandi === TGL_RAGU) return RAGU;
			const umur = k.hari - akun.sandi;
			return umur > batas ? alasan.sandiTua(akun.sandi, umur, batas) : null;
		},
	},
	{
		id: 'ACC-15',
		kurang: butuh('tanggal_reviu'),
		periksa: ({ akun }, k) => {
			if (!akun.aktif) return null;
			if (akun.reviu === TGL_RAGU) return RAGU;
			const [inventaris, peran] = [
				ambangOf(k, 'ACC-15', 'inventarisBulan'),
				ambangOf(k, 'ACC-15', 'peranBulan'),
			];
			const lewat = (bulan: number | null, sejak: number) =>
				bulan !== null && tambahBulan(sejak, bulan) < k.hari;
			if (akun.reviu === TGL_KOSONG) {
				const baru = akun.dibuat >= 0 && !lewat(inventaris ?? peran, akun.dibuat);
				return baru ? null : alasan.belumDireviu;
			}
			const lewatInventaris = lewat(inventaris, akun.reviu) ? inventaris : null;
			const lewatPeran = lewat(peran, akun.reviu) ? peran : null;
			return lewatInventaris === null && lewatPeran === null
				? null
				: alasan.reviuLama(akun.reviu, lewatInventaris, lewatPeran);
		},
	},
	{
		id: 'ACC-16',
		kurang: butuh('akhir', 'status'),
		periksa: ({ akun }, k) => {
			if (!akun.aktif || akun.akhir === TGL_KOSONG) return null;
			if (akun.akhir === TGL_RAGU) return RAGU;
			return k.hari > akun.akhir ? alasan.lewatBerlaku(akun.akhir) : null;
		},
	},
	{
		id: 'ACC-17',
		kurang: butuh('jenis', 'kontrak_akhir'),
		periksa: ({ akun }, k) => {
			if (!akun.aktif || akun.jenis !== 'vendor' || akun.kontrakAkhir === TGL_KOSONG) return null;
			if (akun.kontrakAkhir === TGL_RAGU) return RAGU;
			return k.hari > akun.kontrakAkhir ? alasan.lewatKontrak(akun.kontrakAkhir) : null;
		},
	},
	{ id: 'ACC-18', kurang: butuh('log_masuk'), periksa: ({ akun }, k) => periksaLog(akun.logMasuk, k) },
];

/** Sign-ins of the log cell, parted by semicolon, stroke or new line: "2026-11-20 02:13 SG". */
function periksaLog(log: string, k: Konteks): string | null {
	if (log === '') return null;
	const [mulai, selesai] = [
		ambangOf(k, 'ACC-18', 'jamMulai') ?? 0,
		ambangOf(k, 'ACC-18', 'jamSelesai') ?? 24,
	];
	let luarJam = 0;
	let kaliNegeri = 0;
	const luarNegeri = new Set<string>();
	for (const satu of log.split(/[;|\n]/)) {
		const jam = /(?:^|[\sT])(\d{1,2})[:.]\d{2}/.exec(satu)?.[1];
		if (jam !== undefined && (Number(jam) < mulai || Number(jam) >= selesai)) luarJam++;
		const negara = /(?:^|[\s(,/])([A-Z]{2})(?:$|[\s),])/.exec(satu.trim())?.[1];
		if (negara === undefined || k.setelan.negara.includes(negara) || zona.has(negara)) continue;
		luarNegeri.add(negara);
		kaliNegeri++;
	}
	const paling = Math.max(1, ambangOf(k, 'ACC-18', 'kaliPaling') ?? 1);
	return luarJam + kaliNegeri >= paling
		? alasan.masukJanggal(luarJam, mulai, selesai, [...luarNegeri])
		: null;
}

/** Two capitals behind a time that are no country. */
const zona = new Set(['AM', 'PM', 'OK']);
