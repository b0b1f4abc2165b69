import { getDistricts, getVillages } from 'idn-area-data';
import { insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { insertUnit } from '#features/instansi/unit.store.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { surelContoh } from './as-contoh.ts';
import type { Contoh } from './read-contoh.ts';

export interface WilayahContoh {
	kode: string;
	nama: string;
	kelurahan: { kode: string; nama: string }[];
}

export async function readWilayah(kode: string): Promise<WilayahContoh[]> {
	const kecamatan = (await getDistricts()).filter((d) => d.regency_code === kode);
	const kelurahan = (await getVillages()).filter((v) => v.code.startsWith(`${kode}.`));
	return kecamatan.map((k) => ({
		kode: k.code,
		nama: k.name,
		kelurahan: kelurahan
			.filter((v) => v.district_code === k.code)
			.map((v) => ({ kode: v.code, nama: v.name })),
	}));
}

export type UnitContoh = Map<string, { id: number; jalur: string }>;

/** Agencies as named, kecamatan and kelurahan from the official list of areas. */
export async function insertUnitContoh(
	trx: Trx,
	instansiId: number,
	contoh: Contoh,
	wilayah: readonly WilayahContoh[],
): Promise<UnitContoh> {
	const unit: UnitContoh = new Map();
	for (const [jenis, nama] of contoh.dinas)
		unit.set(nama, await insertUnit(trx, { instansiId, indukId: null, nama, jenis, kode: null }));
	for (const k of wilayah) {
		const nama = `Kecamatan ${k.nama}`;
		const induk = await insertUnit(trx, {
			instansiId,
			indukId: null,
			nama,
			jenis: 'kecamatan',
			kode: k.kode,
		});
		unit.set(nama, induk);
		for (const l of k.kelurahan) {
			const sebutan = `Kelurahan ${l.nama}`;
			unit.set(
				sebutan,
				await insertUnit(trx, {
					instansiId,
					indukId: induk.id,
					nama: sebutan,
					jenis: 'kelurahan',
					kode: l.kode,
				}),
			);
		}
	}
	return unit;
}

/** One invented person with one role. */
export async function insertOrangContoh(
	ctx: Ctx,
	trx: Trx,
	instansiId: number,
	o: Contoh['orang'][number],
	unit: UnitContoh,
): Promise<void> {
	const dibuat = ctx.clock();
	const orangId = await insertOrang(trx, { nama: o.nama, surel: surelContoh(o.nama, instansiId), dibuat });
	const tempat = o.unit === undefined ? null : unit.get(o.unit);
	if (orangId === undefined || tempat === undefined) throw new Error(`data contoh rusak pada ${o.nama}`);
	await insertPeran(trx, {
		orangId,
		peran: o.peran,
		instansiId,
		unitId: tempat?.id ?? null,
		diberi: dibuat,
		oleh: null,
	});
}
