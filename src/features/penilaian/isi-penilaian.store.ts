import { type HitunganBukti, queryHitunganBukti } from '#features/bukti/bukti.store.ts';
import type { Unit } from '#features/instansi/unit.rules.ts';
import { queryUnit } from '#features/instansi/unit.store.ts';
import { readTogether } from '#platform/database/read-together.ts';
import type { Trx } from '#platform/database/scope.ts';
import {
	type HitunganAlur,
	hitunganKosong,
	queryAlur,
	queryTandaTangan,
	type TandaTangan,
} from './alur.store.ts';
import { type OrangUnit, queryOperatorUnit } from './antrean.store.ts';
import { type NilaiTahapTersimpan, queryNilaiTahap } from './interviu.store.ts';
import { queryReviu, type ReviuTersimpan } from './penilaian.store.ts';
import { type Penugasan, queryPenugasan } from './penugasan.store.ts';

export interface IsiPenilaian {
	tanda: TandaTangan[];
	nilai: NilaiTahapTersimpan[];
	tugas: Penugasan[];
	bukti: HitunganBukti[];
	reviu: ReviuTersimpan[];
	hitungan: HitunganAlur;
	/** Whom indicators may be given to; asked for by who may give them. */
	unit: Unit[];
	pelaksana: OrangUnit[];
}

/** All that stands in one assessment, in one statement. */
export async function readIsiPenilaian(
	trx: Trx,
	p: { instansiId: number; penilaianId: number; tugaskan: boolean },
): Promise<IsiPenilaian> {
	const kunci = [trx, p.instansiId, p.penilaianId] as const;
	const isi = await readTogether(trx, {
		tanda: { query: queryTandaTangan(...kunci), waktu: ['waktu'] },
		nilai: { query: queryNilaiTahap(...kunci), waktu: ['waktu'], besar: ['id'] },
		tugas: { query: queryPenugasan(...kunci) },
		bukti: { query: queryHitunganBukti(...kunci) },
		reviu: { query: queryReviu(...kunci), waktu: ['waktu'], besar: ['nilaiId'] },
		hitungan: { query: queryAlur(p.instansiId, p.penilaianId) },
	});
	const pilihan = p.tugaskan
		? await readTogether(trx, {
				unit: { query: queryUnit(trx, p.instansiId) },
				pelaksana: { query: queryOperatorUnit(trx, p.instansiId) },
			})
		: { unit: [], pelaksana: [] };
	return { ...isi, ...pilihan, hitungan: isi.hitungan[0] ?? hitunganKosong };
}
