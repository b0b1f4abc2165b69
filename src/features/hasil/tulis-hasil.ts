import type { HasilTerbit } from './hasil.schema.ts';
import { type Banding, bandingkan, susunNilai, susunRiwayat } from './hasil-banding.rules.ts';
import {
	type Catatan,
	insertHasil,
	insertRiwayat,
	listTersimpan,
	type Trx,
	updateHasil,
	upsertNilai,
} from './tulis-hasil.store.ts';

export interface RencanaTulis {
	jumlah: Record<Banding, number>;
	baru: HasilTerbit[];
	koreksi: { lama: Awaited<ReturnType<typeof listTersimpan>>[number]; terbit: HasilTerbit }[];
	dilewati: HasilTerbit[];
}

/** Compares published rows with what is stored; writes nothing. */
export async function rencanakanTulis(
	trx: Trx,
	terbit: readonly HasilTerbit[],
	asal: 'impor' | 'bawaan',
): Promise<RencanaTulis> {
	const tersimpan = await listTersimpan(trx, [...new Set(terbit.map((t) => t.tahun))]);
	const ada = new Map(tersimpan.map((h) => [`${h.instansiId} ${h.tahun}`, h]));
	const rencana: RencanaTulis = {
		jumlah: { baru: 0, sama: 0, koreksi: 0, dilewati: 0 },
		baru: [],
		koreksi: [],
		dilewati: [],
	};
	for (const t of terbit) {
		const lama = ada.get(`${t.instansiId} ${t.tahun}`);
		const banding = bandingkan(t, lama, asal);
		rencana.jumlah[banding]++;
		if (banding === 'baru') rencana.baru.push(t);
		if (banding === 'dilewati') rencana.dilewati.push(t);
		if (banding === 'koreksi' && lama) rencana.koreksi.push({ lama, terbit: t });
	}
	return rencana;
}

/** Writes new rows and corrections, keeping what stood before. @returns ids of the rows written. */
export async function laksanakanTulis(trx: Trx, rencana: RencanaTulis, catatan: Catatan): Promise<number[]> {
	const { baru, koreksi } = rencana;
	const idBaru = await insertHasil(trx, baru, catatan);
	await insertRiwayat(
		trx,
		koreksi.map(({ lama }) => ({ hasil_id: lama.id, isi: susunRiwayat(lama), sumber: lama.sumber })),
		catatan,
	);
	await updateHasil(
		trx,
		koreksi.map(({ lama, terbit }) => ({ id: lama.id, terbit })),
		catatan,
	);
	const nilai = [
		...baru.flatMap((t, i) => susunNilai(t, undefined).map((n) => ({ hasil_id: idBaru[i] ?? 0, ...n }))),
		...koreksi.flatMap(({ lama, terbit }) =>
			susunNilai(terbit, lama).map((n) => ({ hasil_id: lama.id, ...n })),
		),
	];
	await upsertNilai(trx, nilai);
	return [...idBaru, ...koreksi.map(({ lama }) => lama.id)];
}
