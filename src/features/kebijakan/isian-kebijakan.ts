import { z } from 'zod';
import { daftarHubungan, daftarJenisDokumen, daftarStatusDokumen } from './kebijakan.rules.ts';
import type { DokumenMasukan } from './save-dokumen.ts';
import type { ReviuMasukan } from './save-reviu.ts';
import type { PakaiMasukan } from './take-kebijakan.ts';

type Teks = Readonly<Record<string, string>>;
const tanggal = z.iso.date();
const ambil = (teks: Teks, nama: string, maks: number) =>
	(teks[nama] ?? '').replace(/\r\n?/g, '\n').trim().slice(0, maks);
const satuBaris = (teks: Teks, nama: string, maks: number) =>
	ambil(teks, nama, maks).replace(/\p{Cc}/gu, ' ');
const hari = (isi: string) => (tanggal.safeParse(isi).success ? isi : null);
const nomorId = (isi: string): number | null => (/^\d{1,9}$/.test(isi) ? Number(isi) : null);

/** The fields of the document form, as the use case takes them. */
export function bacaDokumen(teks: Teks): Omit<DokumenMasukan, 'instansiId' | 'indikator' | 'berkas'> {
	return {
		dokumenId: nomorId(ambil(teks, 'dokumenId', 9)) ?? undefined,
		dasar: nomorId(ambil(teks, 'dasar', 9)) ?? undefined,
		jenis: daftarJenisDokumen.find((j) => j === teks.jenis) ?? 'lainnya',
		nomor: satuBaris(teks, 'nomor', 101),
		judul: satuBaris(teks, 'judul', 301),
		status: daftarStatusDokumen.find((s) => s === teks.status) ?? 'draf',
		tanggal: hari(ambil(teks, 'tanggal', 10)),
		tautan: ambil(teks, 'tautan', 2000),
		indukId: nomorId(ambil(teks, 'indukId', 9)),
		hubungan: daftarHubungan.find((h) => h === teks.hubungan) ?? null,
		reviuId: nomorId(ambil(teks, 'reviuId', 9)),
	};
}

/** The fields of the review form. */
export function bacaReviuKebijakan(teks: Teks): Omit<ReviuMasukan, 'instansiId' | 'indikator' | 'berkas'> {
	return {
		dokumenId: nomorId(ambil(teks, 'dokumenId', 9)) ?? 0,
		tanggal: hari(ambil(teks, 'tanggal', 10)),
		temuan: ambil(teks, 'temuan', 5001),
		rekomendasi: ambil(teks, 'rekomendasi', 5001),
		tautan: ambil(teks, 'tautan', 2000),
		penunjuk: satuBaris(teks, 'penunjuk', 501),
	};
}

/** The form of articles: one field per point of the criteria. */
export function bacaPasal(form: FormData): { dokumenId: number; penunjuk: Map<string, string> } {
	const penunjuk = [...form].flatMap(([nama, isi]): [string, string][] => {
		const syarat = /^syarat-([\w-]{1,60})$/.exec(nama)?.[1];
		return syarat && typeof isi === 'string'
			? [
					[
						syarat,
						isi
							.replace(/[\p{Cc}]/gu, ' ')
							.trim()
							.slice(0, 301),
					],
				]
			: [];
	});
	return { dokumenId: nomorId(String(form.get('dokumenId') ?? '')) ?? 0, penunjuk: new Map(penunjuk) };
}

/** Where the register is to be put: "12.I01", and a level for another instrument. Null where it cannot be read. */
export function bacaPakai(form: FormData): Pick<PakaiMasukan, 'penilaianId' | 'tujuan' | 'tingkat'> | null {
	const cocok = /^(\d{1,9})\.(I\d{2})$/.exec(String(form.get('ke') ?? ''));
	const tingkat = String(form.get('tingkat') ?? '');
	if (!cocok) return null;
	return {
		penilaianId: Number(cocok[1]),
		tujuan: cocok[2] ?? '',
		tingkat: /^\d$/.test(tingkat) ? Number(tingkat) : null,
	};
}
