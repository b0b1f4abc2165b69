import { kunciNama } from '#features/instansi/instansi.rules.ts';
import type { Instansi, JenisInstansi } from '#features/instansi/instansi.schema.ts';
import { insertInstansi } from '#features/instansi/tulis-instansi.store.ts';
import type { RegistriInstrumen } from '#features/instrumen/load-instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { HasilTerbit } from './hasil.schema.ts';
import { simpulkanUlang } from './hasil-simpulan.ts';
import type { DaftarDibaca } from './import-daftar.rules.ts';
import type { Masalah } from './import-masalah.ts';
import { peringatanMeragukan } from './import-ragu.ts';
import { insertImpor, siapkanTahun } from './import-tulis.store.ts';
import { hitungUlangPeringkat } from './peringkat-ulang.ts';
import { naikkanVersi, type Trx } from './tulis-hasil.store.ts';
import { laksanakanTulis, rencanakanTulis } from './tulis-hasil.ts';
import { laksanakanNasional, rencanakanNasional } from './tulis-nasional.store.ts';

export interface HasilImpor {
	baru: number;
	koreksi: number;
	sama: number;
	/** Institutions made by this import. */
	instansiBaru: string[];
	/** Years that the file holds, oldest first. */
	tahun: number[];
	/** Of these, the years whose list is not declared complete: no ranks are computed there. */
	tahunTidakLengkap: number[];
}

interface Impor extends Pick<DaftarDibaca, 'baik' | 'ditolak'> {
	berkas: string;
	sha256: string;
	lengkap?: boolean;
}

type BarisHasil = HasilTerbit & { nomor: number };

/** Writes good rows and everything that depends on them; nothing at all where nothing differs. */
export async function tulisImpor(
	trx: Trx,
	ctx: Ctx,
	registri: RegistriInstrumen,
	impor: Impor,
): Promise<{ laporan: HasilImpor; peringatan: Masalah[] }> {
	const kini = ctx.clock();
	const instansiBaru = await tambahInstansi(trx, impor.baik);
	const terbit = susunTerbit(impor.baik, instansiBaru);
	const nasionalTerbit = impor.baik.flatMap((b) => (b.jenis === 'nasional' ? [b.isi] : []));
	const tahun = [...new Set(impor.baik.map((b) => b.isi.tahun))].sort((a, b) => a - b);
	const setelan = await siapkanTahun(trx, registri, tahun, impor.berkas, impor.lengkap ?? false);
	const rencana = await rencanakanTulis(trx, terbit, 'impor');
	const nasional = await rencanakanNasional(trx, nasionalTerbit, 'impor');
	const jumlah = {
		baru: rencana.jumlah.baru + nasional.jumlah.baru,
		koreksi: rencana.jumlah.koreksi + nasional.jumlah.koreksi,
		sama: rencana.jumlah.sama + nasional.jumlah.sama,
	};
	const laporan = {
		...jumlah,
		instansiBaru: [...instansiBaru.values()].map((i) => i.nama),
		tahun,
		tahunTidakLengkap: setelan.tidakLengkap,
	};
	if (jumlah.baru + jumlah.koreksi === 0 && !setelan.berubah) return { laporan, peringatan: [] };
	const imporId = await insertImpor(trx, { ...impor, ...jumlah, waktu: kini });
	await laksanakanNasional(trx, nasional, { imporId, kini });
	const ids = await laksanakanTulis(trx, rencana, { imporId, kini });
	const ragu = await simpulkanUlang(trx, registri, setelan.berubah ? 'semua' : ids);
	await hitungUlangPeringkat(trx);
	await naikkanVersi(trx, kini);
	return { laporan, peringatan: await peringatanMeragukan(trx, ragu, terbit) };
}

interface InstansiDibuat {
	id: number;
	nama: string;
}

/** @returns the institutions made, by the key of their name. */
async function tambahInstansi(trx: Trx, baik: Impor['baik']): Promise<Map<string, InstansiDibuat>> {
	const baru = new Map<string, Instansi>();
	for (const baris of baik) {
		if (baris.jenis === 'nasional' || baris.instansi.id !== null) continue;
		const { nama } = baris.instansi;
		const jenis = baris.instansi.jenis as JenisInstansi;
		baru.set(kunciNama(nama), { nama, jenis, slug: '', kodeWilayah: null, provinsiKode: null });
	}
	const ids = await insertInstansi(trx, [...baru.values()]);
	return new Map([...baru].map(([kunci, { nama }], i) => [kunci, { id: ids[i] ?? 0, nama }]));
}

function susunTerbit(baik: Impor['baik'], baru: ReadonlyMap<string, InstansiDibuat>): BarisHasil[] {
	return baik.flatMap((baris) => {
		if (baris.jenis === 'nasional') return [];
		const instansiId = baris.instansi.id ?? baru.get(kunciNama(baris.instansi.nama))?.id ?? 0;
		return [{ nomor: baris.nomor, instansiId, ...baris.isi }];
	});
}
