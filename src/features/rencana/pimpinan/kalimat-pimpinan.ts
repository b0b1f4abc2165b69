import { formatAngka, formatBilangan, formatTanggal } from '#ui/format.ts';
import type { Lang } from '#ui/lang.ts';
import { formatRupiah } from '../tindakan/rupiah.rules.ts';
import { pimpinanCopy } from './pimpinan.copy.ts';
import type { Keputusan, UnitTelat } from './pimpinan.rules.ts';
import type { HalamanPimpinan } from './read-pimpinan.ts';

const HURUF_TERBANYAK = 90;

/** Units that are named one by one. */
export const UNIT_TAMPIL = 5;

/** A long title would push the page off its sheet. */
export const potong = (judul: string): string =>
	judul.length > HURUF_TERBANYAK ? `${judul.slice(0, HURUF_TERBANYAK - 1).trimEnd()}…` : judul;

/** A decision as one sentence. */
export function kalimatKeputusan(k: Keputusan, lang: Lang): string {
	const j = pimpinanCopy[lang].jenis;
	const b = (n: number) => formatBilangan(n, lang);
	switch (k.jenis) {
		case 'tetapkan_sasaran':
			return j.tetapkan_sasaran;
		case 'perintahkan_unit':
			return j.perintahkan_unit(potong(k.unit), b(k.banyak), b(k.hari));
		case 'tunjuk_unit':
			return j.tunjuk_unit(potong(k.judul));
		case 'putuskan_anggaran':
			return j.putuskan_anggaran(potong(k.judul), String(k.tahun), formatRupiah(k.rupiah, lang));
		case 'tambah_tindakan':
			return j.tambah_tindakan(formatAngka(k.kurang, lang));
		case 'majukan_tenggat':
			return j.majukan_tenggat(potong(k.judul));
	}
}

/** "0,045 poin indeks"; null where nothing of the index is at stake. */
export const kalimatTaruhan = (k: Keputusan, lang: Lang): string | null =>
	'poin' in k && /[1-9]/.test(k.poin) ? pimpinanCopy[lang].taruhan(formatAngka(k.poin, lang)) : null;

/** How the forecast stands to the target, what lateness costs, how many actions are done; each where it is known. */
export function kalimatRingkas(d: HalamanPimpinan, lang: Lang) {
	const kata = pimpinanCopy[lang];
	const b = (n: number) => formatBilangan(n, lang);
	const { sasaran, prakiraan, tindakan } = d;
	const kurang =
		sasaran && prakiraan.nanti !== null ? sasaran.nilai - Number(prakiraan.nanti.replace('.', '')) : null;
	return {
		kurang,
		jarak: kurang === null ? '' : kurang > 0 ? kata.kurang(formatAngka(kurang, lang)) : kata.tercapai,
		hilang: /[1-9]/.test(prakiraan.hilang) ? kata.hilang(formatAngka(prakiraan.hilang, lang)) : '',
		tindakan:
			tindakan.semua > 0 ? kata.tindakan(b(tindakan.selesai), b(tindakan.semua), b(tindakan.terlambat)) : '',
	};
}

/** "pada 15 Desember 2026, bila setiap tindakan tepat waktu, dihitung dari 2,98 (Penilaian 2026)". */
export function kalimatPrakiraan({ indeks, prakiraan }: HalamanPimpinan, lang: Lang): string {
	const kata = pimpinanCopy[lang];
	const pada = kata.prakiraanPada(formatTanggal(prakiraan.batas.tanggal, lang));
	if (!indeks?.resmi || prakiraan.kini === null || !prakiraan.dari) return pada;
	return `${pada}, ${kata.prakiraanDari(formatAngka(prakiraan.kini, lang), potong(prakiraan.dari.nama))}`;
}

/** What a unit is late with. */
export function kalimatTelat(u: UnitTelat, lang: Lang): string {
	const kata = pimpinanCopy[lang];
	const isi = (['tindakan', 'penugasan', 'tugas'] as const)
		.filter((j) => u[j] > 0)
		.map((j) => kata.rincianTelat[j](formatBilangan(u[j], lang)));
	return `${isi.join(', ')}; ${kata.hari(formatBilangan(u.hari, lang))}.`;
}

/** Where an aspect stands, what it loses and which indicator loses most. */
export function kalimatPenahan(p: HalamanPimpinan['penahan'][number], lang: Lang): string {
	const kata = pimpinanCopy[lang];
	const isi = kata.penahanIsi(p.nilai ? formatAngka(p.nilai, lang) : '–', formatAngka(p.hilang, lang));
	return `${isi}${p.terbesar ? `, ${kata.terbesar(potong(p.terbesar))}` : ''}.`;
}
