import type { Ctx } from '#platform/ctx.ts';
import type { Kolom } from './berkas-tabel.rules.ts';
import { listPeringkatUnduh } from './get-peringkat.ts';
import type { FormatBerkas } from './nama-berkas.rules.ts';
import { type KueriPeringkat, tulisKueri } from './peringkat.rules.ts';
import type { BarisPeringkat } from './peringkat.store.ts';
import { tulisAngka } from './tulis-angka.ts';
import { type Berkas, tulisBerkas } from './tulis-berkas.ts';

/** One line of the file. Indices are decimal strings with a point; null where there is none. */
interface BarisBerkas {
	tahun: number;
	peringkat: number | null;
	peringkatLalu: number | null;
	perubahanPeringkat: number | null;
	peringkatNasional: number | null;
	slug: string;
	instansi: string;
	jenis: string;
	kodeWilayah: string | null;
	provinsi: string | null;
	pulau: string | null;
	indeks: string;
	selisih: string | null;
	predikat: string;
	asalPredikat: 'diumumkan' | 'turunan';
	status: string;
	alasan: string | null;
	sumber: string;
}

const KOLOM = [
	['tahun', 'tahun', 'bulat'],
	['peringkat', 'peringkat', 'bulat'],
	['peringkat_tahun_lalu', 'peringkatLalu', 'bulat'],
	['perubahan_peringkat', 'perubahanPeringkat', 'bulat'],
	['peringkat_nasional', 'peringkatNasional', 'bulat'],
	['slug', 'slug'],
	['instansi', 'instansi'],
	['jenis', 'jenis'],
	['kode_wilayah', 'kodeWilayah'],
	['provinsi', 'provinsi'],
	['pulau', 'pulau'],
	['indeks', 'indeks', 'desimal'],
	['selisih_indeks', 'selisih', 'desimal'],
	['predikat', 'predikat'],
	['asal_predikat', 'asalPredikat'],
	['status', 'status'],
	['alasan', 'alasan'],
	['sumber', 'sumber'],
] as const satisfies readonly Kolom<BarisBerkas>[];

/** The whole ranking under a filter as a file; null where no year has results. */
export async function unduhPeringkat(
	ctx: Ctx,
	minta: KueriPeringkat,
	format: FormatBerkas,
): Promise<Berkas | null> {
	const hasil = await listPeringkatUnduh(ctx, minta);
	if (!hasil) return null;
	const { kueri, lengkap, semua } = hasil;
	const nama = ['peringkat', ...new URLSearchParams(tulisKueri({ ...kueri, halaman: 1 })).values()]
		.join('-')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-');
	return await tulisBerkas(
		nama,
		format,
		KOLOM,
		semua.map((b) => susunBaris(b, kueri.tahun, lengkap)),
	);
}

function susunBaris(b: BarisPeringkat, tahun: number, lengkap: boolean): BarisBerkas {
	return {
		tahun,
		peringkat: lengkap ? b.peringkat : null,
		peringkatLalu: b.peringkatLalu,
		perubahanPeringkat: b.perubahan,
		peringkatNasional: b.nasional,
		slug: b.slug,
		instansi: b.nama,
		jenis: b.jenis,
		kodeWilayah: b.kodeWilayah,
		provinsi: b.provinsi,
		pulau: b.pulau,
		indeks: tulisAngka(b.indeks),
		selisih: b.selisih === null ? null : tulisAngka(b.selisih),
		predikat: b.predikat,
		asalPredikat: b.predikatTurunan ? 'turunan' : 'diumumkan',
		status: b.status,
		alasan: b.alasan,
		sumber: b.sumber,
	};
}
