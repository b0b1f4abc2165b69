import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { type Instrumen, listAspek, listIndikator } from '#scoring/instrumen.ts';
import type {
	BarisHasil,
	BarisInstansi,
	BarisKlaim,
	BarisRerata,
	BarisTarget,
	Seindeks,
} from './baca-instansi.store.ts';
import { alasanDalamKata } from './instansi-alasan.copy.ts';
import type { HasilTahun } from './instansi-hasil.schema.ts';
import { bacaPredikat, hitungPerubahan, susunPeringkat, ukurTarget } from './instansi-ringkas.rules.ts';
import { rerataSimpul, susunSimpul } from './instansi-simpul.rules.ts';
import { bacaSalahSatu, bacaSimpulan } from './instansi-simpulan.rules.ts';
import { pilihSorotan } from './instansi-sorotan.rules.ts';

export interface DataTahun {
	instansi: BarisInstansi;
	/** Every result of the institution, oldest first. */
	daftar: readonly BarisHasil[];
	/** The one of the year shown. */
	baris: BarisHasil;
	target: readonly BarisTarget[];
	klaim: readonly BarisKlaim[];
	rerata: readonly BarisRerata[];
	seindeks: Seindeks;
	instrumen: InstrumenLengkap;
}

/** The year's result as the page shows it; pure, from rows already read. */
export function susunHasilTahun(data: DataTahun): HasilTahun {
	const { instansi, baris, instrumen } = data;
	const simpulan = bacaSimpulan(baris.simpulan);
	const simpul = susunSimpul({
		instrumen,
		nilai: baris.nilai,
		simpulan: simpulan.kisaran,
		rerata: data.rerata,
		sumber: baris.sumber,
	});
	return {
		tahun: baris.tahun,
		instrumen: {
			id: instrumen.id,
			singkatan: instrumen.singkatan,
			jenisIndeks: instrumen.singkatan.replace(/ \d{4}$/, ''),
			puncak: instrumen.skala.maks,
			berdomain: instrumen.domain.length > 0,
		},
		indeks: baris.indeks,
		predikat: baris.predikat,
		predikatTurunan: baris.predikat_turunan,
		aturanPredikat: baris.aturan_predikat,
		status: baris.status,
		alasan: baris.alasan,
		alasanKalimat: tulisAlasan(baris.alasan, instrumen),
		daftarLengkap: baris.lengkap,
		sumber: baris.sumber,
		catatan: baris.catatan,
		klaim: data.klaim.filter((k) => k.tahun === baris.tahun),
		...bacaPredikat(baris, instrumen),
		...hitungPerubahan(data.daftar, baris),
		...ukurTarget(data.target, baris, instrumen),
		peringkat: baris.lengkap ? susunPeringkat(baris, instansi, data.seindeks) : [],
		rerata: rerataIndeks(data.rerata),
		simpul,
		salahSatu: bacaSalahSatu(baris.salah_satu).map((s) => ({
			...s,
			id: s.indikator,
			indikator: s.indikator.map((id) => listIndikator(instrumen).find((i) => i.id === id)?.pendek ?? id),
		})),
		pasangan: simpulan.pasangan,
		...pilihSorotan(simpul, { domain: instrumen.domain.length, aspek: listAspek(instrumen).length }),
	};
}

function tulisAlasan(alasan: string | null, instrumen: Instrumen): HasilTahun['alasanKalimat'] {
	const nama = (id: string) =>
		[...instrumen.domain, ...listAspek(instrumen)].find((s) => s.id === id)?.nama ?? id;
	return { id: alasanDalamKata(alasan, 'id', nama), en: alasanDalamKata(alasan, 'en', nama) };
}

function rerataIndeks(rerata: readonly BarisRerata[]): HasilTahun['rerata'] {
	const banyak = (kelompok: string) =>
		rerata.find((r) => r.kelompok === kelompok && r.simpul === 'indeks')?.banyak ?? 0;
	return {
		...rerataSimpul('indeks', rerata),
		banyakTipe: banyak('jenis'),
		banyakProvinsi: banyak('provinsi'),
	};
}
