import { kunciNama } from '#features/instansi/instansi.rules.ts';
import { type BarisDibaca, bacaBaris, type KonteksBaris } from './import-baris.rules.ts';
import { petakanKolom } from './import-kolom.rules.ts';
import type { Lembar } from './import-lembar.ts';
import { BerkasDitolak, type Masalah, tolakBerkas } from './import-masalah.ts';

type BarisBaik = Extract<BarisDibaca, { ok: true }>;

export interface DaftarDibaca {
	baik: BarisBaik[];
	/** Rows that were refused. */
	ditolak: number;
	masalah: Masalah[];
	peringatan: Masalah[];
}

/**
 * Reads every row of a table.
 * @throws BerkasDitolak when the header is wrong or there are no rows.
 */
export function bacaDaftar(lembar: Lembar, konteks: Omit<KonteksBaris, 'peta'>): DaftarDibaca {
	const kolom = petakanKolom(lembar);
	if (!kolom.ok) throw new BerkasDitolak(kolom.masalah);
	if (lembar.baris.length === 0)
		throw tolakBerkas('tanpa_baris', 'Berkas hanya memuat kepala tabel, tanpa satu baris data pun.');
	const akhir = lembar.baris.length - 1;
	const dibaca = lembar.baris.map((baris, i) =>
		bacaBaris(baris, { ...konteks, peta: kolom.peta }, i === akhir),
	);
	const baik = dibaca.filter((b) => b.ok);
	const ganda = cariGanda(baik);
	return {
		baik: baik.filter((b) => !ganda.has(b.nomor)),
		ditolak: dibaca.length - baik.length + ganda.size,
		masalah: [...dibaca.flatMap((b) => (b.ok ? [] : b.masalah)), ...ganda.values()].sort(
			(a, b) => (a.baris ?? 0) - (b.baris ?? 0),
		),
		peringatan: [...lembar.peringatan, ...kolom.peringatan],
	};
}

/** The same institution and year on several lines: each line names the others, and none is taken. */
function cariGanda(baik: readonly BarisBaik[]): Map<number, Masalah> {
	const kelompok = Map.groupBy(baik, kunciBaris);
	const ganda = new Map<number, Masalah>();
	for (const anggota of kelompok.values()) {
		if (anggota.length < 2) continue;
		for (const ini of anggota) {
			const lain = anggota.filter((a) => a !== ini).map((a) => a.nomor);
			const nama = ini.jenis === 'hasil' ? ini.instansi.nama : 'angka nasional';
			ganda.set(ini.nomor, {
				baris: ini.nomor,
				kolom: 'institution',
				kode: 'instansi_ganda',
				pesan: `${nama} tahun ${ini.isi.tahun} juga tertulis pada baris ${lain.join(', ')}; yang diharapkan satu baris per instansi per tahun.`,
			});
		}
	}
	return ganda;
}

function kunciBaris(baris: BarisBaik): string {
	if (baris.jenis === 'nasional') return `${baris.isi.tahun} nasional`;
	return `${baris.isi.tahun} ${baris.instansi.id ?? kunciNama(baris.instansi.nama)}`;
}
