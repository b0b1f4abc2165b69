import { bacaIsi, bacaLembar } from '#features/hasil/import-berkas.ts';
import { BerkasDitolak } from '#features/hasil/import-masalah.ts';
import { readTeks } from '#platform/http/read-form.ts';
import { bacaHari } from '../kerja/isian-audit.ts';
import { bacaBarisIndeks, daftarJenisIndeks, daftarKategori } from './indeks.rules.ts';
import type { IndeksMasukan } from './save-indeks.ts';

const angka = (teks: string): number | null => (/^\d{1,4}$/.test(teks) ? Number(teks) : null);

/** The form of an assessment. */
export function bacaIndeks(
	form: FormData,
	area: readonly { id: string }[],
): Omit<IndeksMasukan, 'instansiId'> {
	const teks = (nama: string, maks: number) => readTeks(form, nama, maks).replaceAll('\0', '');
	return {
		jenis: daftarJenisIndeks.find((j) => j === form.get('jenis')) ?? null,
		versi: teks('versi', 20),
		tanggal: bacaHari(form, 'tanggal'),
		kategori: daftarKategori.find((k) => k === form.get('kategori')) ?? null,
		skorKategori: angka(teks('skorKategori', 4)),
		area: Object.fromEntries(area.map(({ id }) => [id, angka(teks(`area-${id}`, 4))])),
		total: angka(teks('total', 4)),
		putusan: teks('putusan', 100),
		penilai: teks('penilai', 300),
		catatan: teks('catatan', 5000),
		tautan: teks('tautan', 2000),
	};
}

/** Fields of the form as a file fills them; null where the file is no table. */
export async function bacaBerkasIndeks(
	isi: { path: string },
	area: readonly { id: string; nama: string }[],
): Promise<Record<string, string> | null> {
	try {
		const lembar = await bacaLembar(await bacaIsi(isi));
		const terbaca = bacaBarisIndeks([lembar.kepala, ...lembar.baris.map((b) => b.sel)], area);
		const skor = Object.entries(terbaca.area).map(([id, nilai]) => [`area-${id}`, nilai]);
		return { ...terbaca.medan, ...Object.fromEntries(skor) };
	} catch (error) {
		if (error instanceof BerkasDitolak) return null;
		throw error;
	}
}
