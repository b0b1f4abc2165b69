/** Why an item is sent back. */
export const daftarAlasan = [
	'bukan_dokumen_yang_diminta',
	'belum_ditetapkan',
	'kedaluwarsa',
	'cakupan_kurang',
	'tidak_terbaca',
	'belum_diunggah',
	'halaman_tidak_ditunjuk',
	'tingkat_bawah_belum_terpenuhi',
	'lainnya',
] as const;
export type Alasan = (typeof daftarAlasan)[number];

export type StatusBukti = 'draf' | 'diajukan' | 'diterima' | 'dikembalikan' | 'ditarik';
export type JenisBukti = 'berkas' | 'tautan' | 'catatan';

/** Largest file, bytes. */
export const MAKS_BERKAS = 2 * 1024 ** 3;

export interface ButirTingkat {
	tingkat: number;
	status: StatusBukti;
}

/**
 * The highest level whose items are all accepted, contiguous from the lowest level (Pemdi); null where not even the
 * lowest is. A level without items is not met. Withdrawn items do not count.
 */
export function tingkatDidukung(butir: readonly ButirTingkat[], terendah: number): number | null {
	let hasil: number | null = null;
	for (let tingkat = terendah; ; tingkat++) {
		const milik = butir.filter((b) => b.tingkat === tingkat && b.status !== 'ditarik');
		if (milik.length === 0 || milik.some((b) => b.status !== 'diterima')) return hasil;
		hasil = tingkat;
	}
}

/** The first page that a pointer names, to open a document there: "hlm. 12–14" → 12. */
export function bacaHalaman(penunjuk: string): number | null {
	const angka = /(?:hlm|hal(?:aman)?|p|pp|page)\.?\s*(\d{1,5})/i.exec(penunjuk)?.[1];
	return angka ? Number(angka) : null;
}

/** 1 → a, 26 → z, 27 → aa: the letter in the ministry's file names. */
export function tulisHuruf(huruf: number): string {
	const sisa = (huruf - 1) % 26;
	const depan = Math.floor((huruf - 1) / 26);
	return (depan > 0 ? tulisHuruf(depan) : '') + String.fromCharCode(97 + sisa);
}

/** A file's name without path, control characters and what file systems refuse; never empty, at most 150 characters. */
export function amankanNama(nama: string): string {
	const bersih = (nama.split(/[\\/]/).pop() ?? '')
		.normalize('NFC')
		.replace(/[\p{Cc}\p{Cf}"*:<>?|]/gu, '_')
		.replace(/^[\s.]+|[\s.]+$/g, '');
	if (bersih.length <= 150) return bersih || 'berkas';
	const ekor = /\.[^.]{1,10}$/.exec(bersih)?.[0] ?? '';
	return bersih.slice(0, 150 - ekor.length) + ekor;
}

/** A web address somebody may be sent to; null for anything else. */
export function bacaTautan(teks: string): string | null {
	if (!URL.canParse(teks)) return null;
	const url = new URL(teks);
	return ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === ''
		? url.href
		: null;
}

export type StatusTujuan = 'diajukan' | 'ditarik' | 'diterima' | 'dikembalikan';

/** Which status may follow which. A determined item is changed by a new revision only. */
export function canPindah(
	dari: StatusBukti,
	ke: StatusTujuan,
): { ok: true } | { ok: false; reason: 'status_tidak_cocok' } {
	const boleh: Record<StatusBukti, readonly StatusTujuan[]> = {
		draf: ['diajukan', 'ditarik'],
		diajukan: ['ditarik', 'diterima', 'dikembalikan'],
		diterima: ['dikembalikan', 'ditarik'],
		dikembalikan: ['diterima', 'ditarik'],
		ditarik: [],
	};
	return boleh[dari].includes(ke) ? { ok: true } : { ok: false, reason: 'status_tidak_cocok' };
}
