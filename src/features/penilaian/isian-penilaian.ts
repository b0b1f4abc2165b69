import { z } from 'zod';
import { readId } from '#platform/http/read-form.ts';
import type { AlurMasukan } from './advance-penilaian.ts';
import { type AksiAlur, aksiAlur } from './alur.rules.ts';
import type { Pertemuan } from './interviu.store.ts';
import type { PutaranMasukan } from './open-putaran.ts';
import { daftarTahap } from './penilaian.rules.ts';
import type { NilaiMasukan } from './record-nilai.ts';
import type { ReviuMasukan } from './review-nilai.ts';
import type { TandaMasukan } from './sign-pertemuan.ts';
import { daftarJenisUtas, type UtasMasukan } from './write-utas.ts';

const teks = (form: FormData, nama: string) => {
	const isi = form.get(nama);
	return typeof isi === 'string' ? isi.replaceAll('\0', '') : '';
};
const tanggal = z.iso.date();
const putaran = z.object({
	nama: z.string().trim().min(1).max(200),
	tahun: z.coerce.number().int().min(2000).max(2100),
	jenis: z.enum(['evaluasi', 'pemantauan']),
	instrumen: z.string().max(100),
	tahap: z.array(z.object({ tahap: z.enum(daftarTahap), mulai: tanggal, selesai: tanggal })).min(1),
});

/** The form that opens a round; null where a field is missing or wrong. A stage with neither date is not held. */
export function bacaPutaran(form: FormData): PutaranMasukan | null {
	const hasil = putaran.safeParse({
		...Object.fromEntries(['nama', 'tahun', 'jenis', 'instrumen'].map((k) => [k, teks(form, k).trim()])),
		tahap: daftarTahap
			.map((tahap) => ({
				tahap,
				mulai: teks(form, `mulai-${tahap}`).trim(),
				selesai: teks(form, `selesai-${tahap}`).trim(),
			}))
			.filter((t) => t.mulai !== '' || t.selesai !== '' || t.tahap === 'mandiri'),
	});
	return hasil.success ? hasil.data : null;
}

/** The fields of the round form as typed, to stand there again after a refusal; a field that it does not have is left out. */
export function teksPutaran(form: FormData): Record<string, string> {
	const nama = [
		...['nama', 'tahun', 'jenis', 'instrumen', 'dari', 'pesertaNama'],
		...daftarTahap.flatMap((tahap) => [`mulai-${tahap}`, `selesai-${tahap}`]),
	];
	return Object.fromEntries(nama.flatMap((k) => (form.has(k) ? [[k, teks(form, k).slice(0, 20_000)]] : [])));
}

/** The assessment whose evidence is brought along; null for none. */
export function bacaDari(form: FormData): number | null {
	const isi = teks(form, 'dari');
	return /^\d{1,9}$/.test(isi) ? Number(isi) : null;
}

/** Participants of a national round: kinds ticked, and names one a line. */
export function bacaPeserta(form: FormData): { pesertaJenis: string[]; pesertaNama: string[] } {
	return {
		pesertaJenis: form
			.getAll('peserta')
			.filter((p): p is string => typeof p === 'string' && /^[\w-]{1,30}$/.test(p)),
		pesertaNama: [
			...new Set(
				teks(form, 'pesertaNama')
					.split(/\r?\n/)
					.map((n) => n.trim().slice(0, 200))
					.filter((n) => n !== ''),
			),
		].slice(0, 1000),
	};
}

/** The form that assigns: indicators ticked, a unit, perhaps a level, a person, a due date; null where it cannot be read. */
export function bacaTugas(form: FormData): {
	indikator: string[];
	unitId: number;
	tingkat: number | null;
	orangId: number | null;
	tenggat: string | null;
} | null {
	const indikator = form
		.getAll('indikator')
		.filter((i): i is string => typeof i === 'string' && /^\w{1,20}$/.test(i));
	const unitId = readId(form, 'unitId');
	const tenggat = teks(form, 'tenggat').trim();
	if (unitId === null || (tenggat !== '' && !tanggal.safeParse(tenggat).success)) return null;
	return {
		indikator: [...new Set(indikator)],
		unitId,
		tingkat: readId(form, 'tingkat'),
		orangId: readId(form, 'orangId'),
		tenggat: tenggat || null,
	};
}

/** What stands in the workbench's fields, as typed. */
export type IsianMeja = Pick<NilaiMasukan, 'nilai' | 'fakta' | 'analisis' | 'justifikasi' | 'luar'>;

/** The workbench's form, lines with plain newlines. */
export function bacaMeja(form: FormData): IsianMeja & Pick<NilaiMasukan, 'dasar'> {
	const baris = (nama: string) => teks(form, nama).replace(/\r\n?/g, '\n').trim();
	return {
		nilai: teks(form, 'nilai').slice(0, 30),
		fakta: baris('fakta'),
		analisis: baris('analisis'),
		justifikasi: baris('justifikasi'),
		luar: teks(form, 'luar').slice(0, 30),
		dasar: teks(form, 'dasar').slice(0, 30),
	};
}

/** The form that moves an assessment on; null where it names no action. */
export function bacaAlur(
	form: FormData,
): Pick<AlurMasukan, 'aksi' | 'jabatan' | 'publikasi' | 'alasan'> | null {
	const aksi = (Object.keys(aksiAlur) as AksiAlur[]).find((a) => a === teks(form, 'aksi'));
	if (!aksi) return null;
	return {
		aksi,
		jabatan: teks(form, 'jabatan')
			.replace(/\p{Cc}/gu, ' ')
			.trim()
			.slice(0, 200),
		publikasi: teks(form, 'publikasi') === 'ya',
		alasan: teks(form, 'alasan').trim().slice(0, 2000),
	};
}

/** The review form: indicators ticked, each with the ledger entry that was shown. */
export function bacaReviu(form: FormData): Pick<ReviuMasukan, 'butir' | 'putusan' | 'alasan'> | null {
	const putusan = teks(form, 'putusan');
	if (putusan !== 'valid' && putusan !== 'tidak_valid') return null;
	const butir = form.getAll('indikator').flatMap((i) => {
		const cocok = typeof i === 'string' ? /^(\w{1,20})\.(\d{1,19})$/.exec(i) : null;
		return cocok ? [{ indikator: cocok[1] ?? '', nilaiId: cocok[2] ?? '' }] : [];
	});
	return { butir, putusan, alasan: teks(form, 'alasan').trim() };
}

/** Something said about an indicator; null where its kind is none. */
export function bacaUtas(form: FormData): Pick<UtasMasukan, 'jenis' | 'balasId' | 'putusan' | 'isi'> | null {
	const jenis = daftarJenisUtas.find((j) => j === teks(form, 'jenis'));
	if (!jenis) return null;
	const balas = teks(form, 'balasId');
	const putusan = teks(form, 'putusan');
	return {
		jenis,
		balasId: /^\d{1,9}$/.test(balas) ? Number(balas) : null,
		putusan: putusan === 'diterima' || putusan === 'ditolak' ? putusan : null,
		isi: teks(form, 'isi').replace(/\r\n?/g, '\n').slice(0, 10_001),
	};
}

/** What was written about a meeting; null where kind or date cannot be read. */
export function bacaPertemuan(form: FormData): Pertemuan | null {
	const jenis = teks(form, 'jenis');
	const hari = tanggal.safeParse(teks(form, 'tanggal').trim());
	if ((jenis !== 'interviu' && jenis !== 'visitasi') || !hari.success) return null;
	const baris = (nama: string) => teks(form, nama).replace(/\r\n?/g, '\n').trim().slice(0, 10_001);
	return {
		jenis,
		tanggal: hari.data,
		tempat: baris('tempat').replace(/\p{Cc}/gu, ' '),
		hadir: baris('hadir'),
		ringkasan: baris('ringkasan'),
	};
}

/** The form that signs the minutes of a meeting; null where it names neither meeting nor side. */
export function bacaTandaPertemuan(
	form: FormData,
): Pick<TandaMasukan, 'jenis' | 'pihak' | 'jabatan' | 'sidik'> | null {
	const [jenis, pihak] = [teks(form, 'jenis'), teks(form, 'pihak')];
	if (jenis !== 'interviu' && jenis !== 'visitasi') return null;
	if (pihak !== 'instansi' && pihak !== 'asesor') return null;
	const jabatan = teks(form, 'jabatan')
		.replace(/\p{Cc}/gu, ' ')
		.trim();
	return { jenis, pihak, jabatan, sidik: teks(form, 'sidik').slice(0, 64) };
}
