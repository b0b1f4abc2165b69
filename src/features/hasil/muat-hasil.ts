import type { PencariInstansi } from '#features/instansi/cari-instansi.rules.ts';
import type { RegistriInstrumen } from '#features/instrumen/load-instrumen.ts';
import { listIndikator } from '#scoring/instrumen.ts';
import type { HasilTerbit, NasionalTerbit } from './hasil.schema.ts';
import { bacaLembar } from './import-berkas.ts';
import { bacaDaftar } from './import-daftar.rules.ts';
import { keSeratus, type RincianBerkas } from './muat-berkas.schema.ts';
import type { DataBawaan } from './muat-berkas.ts';
import { requireId } from './muat-setelan.store.ts';

/** Shipped data do not depend on the clock of the machine. */
const TAHUN_TERAKHIR = 9999;

/**
 * The shipped results as rows, details joined in.
 * @throws Error when a shipped file is damaged: it is read by the same rules as any imported one.
 */
export async function susunHasilBawaan(
	data: Pick<DataBawaan, 'hasil' | 'rincian'>,
	registri: Pick<RegistriInstrumen, 'get' | 'forTahun'>,
	instansi: PencariInstansi,
): Promise<{ hasil: HasilTerbit[]; nasional: NasionalTerbit[] }> {
	const { baik, masalah } = bacaDaftar(await bacaLembar(data.hasil), {
		instansi,
		instrumen: (tahun) => registri.forTahun(tahun),
		tahunKini: TAHUN_TERAKHIR,
		instansiBaru: false,
	});
	const salah = masalah[0];
	if (salah) throw new Error(`data/hasil.csv baris ${salah.baris}: ${salah.pesan}`);
	const hasil = new Map<string, HasilTerbit>();
	const nasional: NasionalTerbit[] = [];
	for (const baris of baik) {
		if (baris.jenis === 'nasional') nasional.push(baris.isi);
		else if (baris.instansi.id !== null)
			hasil.set(`${baris.instansi.id} ${baris.isi.tahun}`, { instansiId: baris.instansi.id, ...baris.isi });
	}
	for (const rincian of data.rincian) {
		const kunci = `${requireId(instansi, rincian.instansi)} ${rincian.tahun}`;
		const ada = hasil.get(kunci);
		if (!ada)
			throw new Error(`data/rincian.json: ${rincian.instansi} ${rincian.tahun} tidak ada di hasil.csv`);
		hasil.set(kunci, gabungRincian(ada, rincian, registri));
	}
	return { hasil: [...hasil.values()], nasional };
}

function gabungRincian(
	hasil: HasilTerbit,
	rincian: RincianBerkas,
	registri: Pick<RegistriInstrumen, 'get'>,
): HasilTerbit {
	const instrumen = registri.get(hasil.instrumen);
	if (!instrumen) throw new Error(`instrumen ${hasil.instrumen} tidak ada`);
	const indikator = listIndikator(instrumen);
	if (rincian.tingkat && rincian.tingkat.length !== indikator.length)
		throw new Error(`data/rincian.json: ${rincian.instansi} harus memuat ${indikator.length} tingkat`);
	const nilai = {
		...Object.fromEntries(Object.entries(rincian.nilai).map(([id, angka]) => [id, keSeratus(angka)])),
		...Object.fromEntries((rincian.tingkat ?? []).map((t, n) => [indikator[n]?.id ?? '', t * 100])),
	};
	const sumber = rincian.sumber === hasil.sumber ? [] : Object.keys(nilai).map((id) => [id, rincian.sumber]);
	const salahSatu = rincian.salahSatu?.map((s) => ({
		indikator: s.indikator,
		nilai: keSeratus(s.nilai),
		keterangan: s.keterangan ?? null,
	}));
	return {
		...hasil,
		nilai: { ...nilai, ...hasil.nilai },
		sumberNilai: Object.fromEntries(sumber),
		...(salahSatu ? { salahSatu } : {}),
	};
}
