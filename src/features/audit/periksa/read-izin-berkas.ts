import { tulisMasalah } from './izin-periksa.copy.ts';
import { type IzinPeriksa, susunIzin } from './izin-periksa.rules.ts';
import { izinBerkasSchema } from './izin-periksa.schema.ts';

/** A permit file read, or every sentence that says what is wrong with it. */
export function readIzinBerkas(
	teks: string,
): { ok: true; value: IzinPeriksa } | { ok: false; masalah: string[] } {
	let mentah: unknown;
	try {
		mentah = JSON.parse(teks);
	} catch (cause) {
		return { ok: false, masalah: [`bukan JSON yang sah (${(cause as Error).message}).`] };
	}
	const terbaca = izinBerkasSchema.safeParse(mentah);
	if (!terbaca.success) return { ok: false, masalah: terbaca.error.issues.map((i) => sebutMedan(i.path)) };
	const izin = susunIzin(terbaca.data);
	return izin.ok ? izin : { ok: false, masalah: izin.masalah.map((m) => tulisMasalah(m, 'id')) };
}

const medan: Record<string, string> = {
	nomor: 'nomor: isi nomor surat izin.',
	pemberi: 'pemberi: isi siapa yang memberi izin.',
	berlakuDari: 'berlakuDari: isi tanggal, misalnya 2026-01-01.',
	berlakuSampai: 'berlakuSampai: isi tanggal, misalnya 2026-12-31.',
	sasaran: 'sasaran: isi daftar alamat dan porta, misalnya ["app.kota.go.id:443"].',
	tambahan: 'tambahan: isi daftar pengenal pemeriksaan, misalnya ["WEB-07"], atau kosongkan.',
};
const sebutMedan = ([kunci]: PropertyKey[]) =>
	medan[String(kunci)] ??
	'seharusnya objek {"nomor", "pemberi", "berlakuDari", "berlakuSampai", "sasaran": [...], "tambahan": [...]}.';
