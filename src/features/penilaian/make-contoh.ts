import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { getDistricts, getVillages } from 'idn-area-data';
import { z } from 'zod';
import { peranSchema } from '#features/akun/akun.schema.ts';
import { issueTautan } from '#features/akun/issue-tautan.ts';
import { findOrangBySurel, insertOrang } from '#features/akun/orang.store.ts';
import { insertPeran } from '#features/akun/peran.store.ts';
import { daftarJenisUnit } from '#features/instansi/unit.rules.ts';
import { findInstansiBySlug, insertUnit } from '#features/instansi/unit.store.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { listIndikator } from '#scoring';
import { assignIndikator } from './assign-indikator.ts';
import { openPutaran } from './open-putaran.ts';
import { findPenilaian } from './penilaian.store.ts';
import { recordNilai } from './record-nilai.ts';

const contohSchema = z.strictObject({
	keterangan: z.string(),
	nama: z.string(),
	slug: z.string(),
	wilayah: z.string(),
	dinas: z.array(z.tuple([z.enum(daftarJenisUnit), z.string()])),
	orang: z.array(z.strictObject({ nama: z.string(), peran: peranSchema, unit: z.string().optional() })),
	nilai2022: z.array(z.int().min(1).max(5)).length(47),
	tugas: z.array(z.strictObject({ unit: z.string(), indikator: z.array(z.string()) })),
});
export type Contoh = z.infer<typeof contohSchema>;

/** The shipped demonstration, data/contoh.json. @throws ZodError when it is damaged. */
export const readContoh = (projectDir: string): Contoh =>
	contohSchema.parse(JSON.parse(readFileSync(join(projectDir, 'data', 'contoh.json'), 'utf8')));

export interface ContohSiap {
	nama: string;
	/** One-time links, one per invented person. */
	masuk: { nama: string; peran: string; unit: string | null; tautan: string }[];
}

/**
 * Makes the demonstration institution where there is none, and one-time links for its people. Only the machine's
 * operator; links made before stop working.
 */
export async function makeContoh(ctx: Ctx): Promise<ContohSiap> {
	if (ctx.who.jenis !== 'operator') throw new Error('instansi contoh hanya dibuat operator mesin');
	const contoh = readContoh(ctx.dir.project);
	const ada = await findInstansiBySlug(ctx.db, contoh.slug);
	const instansiId = ada?.id ?? (await susun(ctx, contoh));
	const kini = ctx.clock();
	const masuk = await ctx.db.transaction().execute(async (trx) => {
		const daftar: ContohSiap['masuk'] = [];
		for (const o of contoh.orang) {
			const orang = await findOrangBySurel(trx, surel(o.nama, instansiId));
			if (!orang) continue;
			const tautan = await issueTautan(trx, 'contoh', orang.id, kini);
			daftar.push({ nama: o.nama, peran: o.peran, unit: o.unit ?? null, tautan });
		}
		return daftar;
	});
	return { nama: contoh.nama, masuk };
}

/** An address that can never receive mail (RFC 2606). */
const surel = (nama: string, instansiId: number) =>
	`${nama.toLowerCase().replace(/\W+/g, '.')}.${instansiId}@contoh.invalid`;

async function susun(ctx: Ctx, contoh: Contoh): Promise<number> {
	const wilayah = await bacaWilayah(contoh.wilayah);
	const { instansiId, unit } = await ctx.db.transaction().execute(async (trx) => {
		const { id } = await trx
			.insertInto('instansi')
			.values({
				slug: contoh.slug,
				nama: contoh.nama,
				jenis: 'kota',
				kode_wilayah: null,
				provinsi_kode: contoh.wilayah.slice(0, 2),
				contoh: true,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		const unit = await susunUnit(trx, id, contoh, wilayah);
		for (const o of contoh.orang) await susunOrang(ctx, trx, id, o, unit);
		return { instansiId: id, unit };
	});
	await susunPutaran(ctx, instansiId, contoh, unit);
	return instansiId;
}

interface Wilayah {
	kode: string;
	nama: string;
	kelurahan: { kode: string; nama: string }[];
}

async function bacaWilayah(kode: string): Promise<Wilayah[]> {
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

type UnitContoh = Map<string, { id: number; jalur: string }>;

async function susunUnit(
	trx: Trx,
	instansiId: number,
	contoh: Contoh,
	wilayah: Wilayah[],
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

async function susunOrang(
	ctx: Ctx,
	trx: Trx,
	instansiId: number,
	o: Contoh['orang'][number],
	unit: UnitContoh,
): Promise<void> {
	const dibuat = ctx.clock();
	const orangId = await insertOrang(trx, { nama: o.nama, surel: surel(o.nama, instansiId), dibuat });
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

/** The year 2022 answered as published, and a round of the present year divided among units. */
async function susunPutaran(ctx: Ctx, instansiId: number, contoh: Contoh, unit: UnitContoh): Promise<void> {
	const koordinator = await sebagai(ctx, instansiId, contoh, 'koordinator');
	const buka = async (tahun: number, nama: string, instrumen: string, mulai: string, selesai: string) => {
		const hasil = await openPutaran(koordinator, {
			instansiId,
			nama,
			tahun,
			jenis: 'evaluasi',
			instrumen,
			tahap: [{ tahap: 'mandiri', mulai, selesai }],
		});
		if (!hasil.ok) throw new Error(`contoh: ${hasil.reason}`);
		return hasil.value.penilaianId;
	};
	const tahun = ctx.clock().getUTCFullYear();
	const lalu = await buka(2022, 'Penilaian mandiri 2022 (contoh)', 'spbe-2020', '2022-07-01', '2022-08-31');
	await isiNilai(koordinator, instansiId, lalu, contoh.nilai2022);
	const kini = await buka(
		tahun,
		`Latihan SPBE ${tahun} (contoh)`,
		'spbe-2020',
		`${tahun}-07-01`,
		`${tahun}-12-15`,
	);
	for (const t of contoh.tugas) {
		const hasil = await assignIndikator(koordinator, {
			instansiId,
			penilaianId: kini,
			indikator: t.indikator,
			unitId: unit.get(t.unit)?.id ?? 0,
			tenggat: `${tahun}-12-05`,
		});
		if (!hasil.ok) throw new Error(`contoh: ${t.unit} ${hasil.reason}`);
	}
	await buka(tahun, `Latihan Pemdi ${tahun} (contoh)`, 'pemdi-2026', `${tahun}-08-01`, `${tahun}-12-15`);
}

async function isiNilai(
	ctx: Ctx,
	instansiId: number,
	penilaianId: number,
	nilai: readonly number[],
): Promise<void> {
	const p = await findPenilaian(ctx.db, instansiId, penilaianId);
	if (!p) throw new Error('contoh: penilaian tidak ada');
	for (const [n, { id }] of listIndikator(p.rangka).entries()) {
		const hasil = await recordNilai(ctx, {
			instansiId,
			penilaianId,
			indikator: id,
			nilai: String(nilai[n]),
			fakta: '',
			analisis: 'Rekaan: disusun supaya menghasilkan angka yang dipublikasikan untuk 2022.',
			justifikasi: '',
			luar: '',
			dasar: '0',
		});
		if (!hasil.ok) throw new Error(`contoh: ${id} ${hasil.reason}`);
	}
}

async function sebagai(ctx: Ctx, instansiId: number, contoh: Contoh, peran: string): Promise<Ctx> {
	const nama = contoh.orang.find((o) => o.peran === peran)?.nama ?? '';
	const orang = await findOrangBySurel(ctx.db, surel(nama, instansiId));
	if (!orang) throw new Error(`contoh: tidak ada ${peran}`);
	const kini = ctx.clock();
	const who: Orang = {
		jenis: 'orang',
		id: orang.id,
		nama,
		sesiId: 0,
		ditegaskan: kini,
		peran: [{ peran, instansiId, unitId: null, jalur: null }],
	};
	return { ...ctx, who };
}
