import type { BarisHasilTerbuka } from '#features/hasil/data-terbuka.store.ts';
import type { SimpulHasil } from '#features/hasil/instansi-hasil.schema.ts';
import { tulisAngka } from '#features/hasil/tulis-angka.ts';
import type { HasilInstansiJson, HasilJson } from './hasil.schema.ts';

type Identitas = Pick<
	BarisHasilTerbuka,
	'slug' | 'nama' | 'jenis' | 'kodeWilayah' | 'provinsiKode' | 'provinsi' | 'pulau'
>;

export function instansiJson(baris: Identitas): HasilJson['instansi'] {
	return {
		slug: baris.slug,
		nama: baris.nama,
		jenis: baris.jenis as HasilJson['instansi']['jenis'],
		kodeWilayah: baris.kodeWilayah,
		provinsi:
			baris.provinsiKode && baris.provinsi ? { kode: baris.provinsiKode, nama: baris.provinsi } : null,
		pulau: baris.pulau,
	};
}

/** A result on the wire: what was published and what follows from it, kept apart. */
export function hasilInstansiJson(baris: BarisHasilTerbuka): HasilInstansiJson {
	return {
		tahun: baris.tahun,
		instrumen: baris.instrumen,
		daftarLengkap: baris.lengkap,
		diumumkan: {
			indeks: tulisAngka(baris.indeks),
			predikat: baris.predikat_turunan ? null : baris.predikat,
			nilai: Object.fromEntries(baris.nilai.map(({ simpul, nilai }) => [simpul, tulisAngka(nilai)])),
		},
		turunan: {
			predikat: baris.predikat_turunan ? baris.predikat : null,
			perubahan:
				baris.indeks_lalu === null || baris.selisih === null
					? null
					: { indeksLalu: tulisAngka(baris.indeks_lalu), selisih: tulisAngka(baris.selisih) },
			peringkat: peringkatJson(baris),
		},
		status: baris.status,
		alasan: baris.alasan,
		sumber: baris.sumber,
		catatan: baris.catatan,
	};
}

function peringkatJson(baris: BarisHasilTerbuka): HasilJson['turunan']['peringkat'] {
	const satu = (peringkat: number | null, dari: number | null) =>
		peringkat === null || dari === null ? null : { peringkat, dari };
	const nasional = satu(baris.p_nasional, baris.n_nasional);
	const jenis = satu(baris.p_jenis, baris.n_jenis);
	if (!baris.lengkap || !nasional || !jenis) return null;
	return {
		nasional,
		jenis,
		provinsi: satu(baris.p_provinsi, baris.n_provinsi),
		pulau: satu(baris.p_pulau, baris.n_pulau),
	};
}

/** Every node whose value was not published as such: what follows from the published figures. */
export function nilaiTurunanJson(
	simpul: readonly SimpulHasil[],
): NonNullable<HasilInstansiJson['turunan']['nilai']> {
	return Object.fromEntries(
		simpul
			.filter((s) => s.asal !== 'diumumkan' || s.persis !== null)
			.map((s) => [s.id, { min: tulisAngka(s.min), maks: tulisAngka(s.maks), persis: s.persis }]),
	);
}
