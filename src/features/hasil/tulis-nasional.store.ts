import { sql } from 'kysely';
import type { NasionalTerbit } from './hasil.schema.ts';
import { type Catatan, rekaman, type Trx } from './tulis-hasil.store.ts';

interface BarisNasional {
	tahun: number;
	simpul: string;
	nilai: number;
	sumber: string;
	catatan: string | null;
}

export interface RencanaNasional {
	jumlah: { baru: number; sama: number; koreksi: number; dilewati: number };
	tulis: BarisNasional[];
	/** What stood before. */
	lama: BarisNasional[];
}

/** Compares national figures with what is stored, year by year; shipped data never overrule an import. */
export async function rencanakanNasional(
	trx: Trx,
	terbit: readonly NasionalTerbit[],
	asal: 'impor' | 'bawaan',
): Promise<RencanaNasional> {
	const tersimpan = await trx.selectFrom('nasional').selectAll().execute();
	const rencana: RencanaNasional = {
		jumlah: { baru: 0, sama: 0, koreksi: 0, dilewati: 0 },
		tulis: [],
		lama: [],
	};
	for (const { tahun, sumber, catatan, nilai } of terbit) {
		const ada = tersimpan.filter((n) => n.tahun === tahun);
		const beda = Object.entries(nilai).flatMap(([simpul, angka]) => {
			const lama = ada.find((n) => n.simpul === simpul);
			const sama = lama?.nilai === angka && lama.sumber === sumber && lama.catatan === catatan;
			return sama ? [] : [{ baru: { tahun, simpul, nilai: angka, sumber, catatan }, lama }];
		});
		const kelas = pilihKelas(
			ada.length,
			beda.length,
			asal === 'bawaan' && ada.some((n) => n.impor_id !== null),
		);
		rencana.jumlah[kelas]++;
		if (kelas === 'sama' || kelas === 'dilewati') continue;
		rencana.tulis.push(...beda.map((b) => b.baru));
		rencana.lama.push(...beda.flatMap((b) => (b.lama ? [b.lama] : [])));
	}
	return rencana;
}

function pilihKelas(ada: number, beda: number, milikImpor: boolean): keyof RencanaNasional['jumlah'] {
	if (ada === 0) return 'baru';
	if (beda === 0) return 'sama';
	return milikImpor ? 'dilewati' : 'koreksi';
}

/** Writes the plan, keeping what stood before with its source and the time. */
export async function laksanakanNasional(
	trx: Trx,
	{ tulis, lama }: RencanaNasional,
	{ imporId, kini }: Catatan,
): Promise<void> {
	if (tulis.length === 0) return;
	await sql`
		insert into nasional_riwayat (tahun, simpul, nilai, sumber, diganti, impor_id)
		select x.*, ${kini}::timestamptz, ${imporId}::int
		from ${rekaman(lama)} as x (tahun int, simpul text, nilai int, sumber text)`.execute(trx);
	await sql`
		insert into nasional (tahun, simpul, nilai, sumber, catatan, impor_id)
		select x.*, ${imporId}::int
		from ${rekaman(tulis)} as x (tahun int, simpul text, nilai int, sumber text, catatan text)
		on conflict (tahun, simpul) do update set nilai = excluded.nilai, sumber = excluded.sumber,
			catatan = excluded.catatan, impor_id = excluded.impor_id`.execute(trx);
}
