import { Readable } from 'node:stream';
import { requireInstrumen } from '#features/instrumen/instrumen.ts';
import { projectDir } from '#platform/config.ts';
import type { Ctx, Orang, PeranBerlaku } from '#platform/ctx.ts';
import { listIndikator } from '#scoring';
import { type AlurMasukan, advancePenilaian } from './advance-penilaian.ts';
import { recordNilai } from './record-nilai.ts';

export interface KotaUji {
	id: number;
	/** A signed-in person with these roles at the institution, unless the role says otherwise. */
	sebagai: (nama: string, ...peran: Partial<PeranBerlaku>[]) => Promise<Ctx>;
	unit: (nama: string, jenis?: string) => Promise<{ id: number; jalur: string }>;
}

let urut = 0;

/** An institution of its own with people and units, for tests of what happens within one. */
export async function buatKota(ctx: Ctx): Promise<KotaUji> {
	const slug = `kota-uji-${++urut}`;
	await ctx.db
		.insertInto('provinsi')
		.values({ kode: '64', nama: 'Kalimantan Timur', pulau: 'Kalimantan' })
		.onConflict((oc) => oc.doNothing())
		.execute();
	const { id } = await ctx.db
		.insertInto('instansi')
		.values({ slug, nama: slug, jenis: 'kota', provinsi_kode: '64', kode_wilayah: null })
		.returning('id')
		.executeTakeFirstOrThrow();
	const orang = new Map<string, number>();
	const orangId = async (nama: string) => {
		const ada = orang.get(nama);
		if (ada) return ada;
		const baru = await ctx.db
			.insertInto('orang')
			.values({
				nama,
				surel: `${nama}@${slug}.go.id`,
				telepon: null,
				nip: null,
				dibuat: ctx.clock(),
				nonaktif: null,
			})
			.returning('id')
			.executeTakeFirstOrThrow();
		orang.set(nama, baru.id);
		return baru.id;
	};
	return {
		id,
		sebagai: async (nama, ...peran) => {
			const who: Orang = {
				jenis: 'orang',
				id: await orangId(nama),
				nama,
				sesiId: 1,
				ditegaskan: ctx.clock(),
				peran: peran.map((p) => ({ peran: 'koordinator', instansiId: id, unitId: null, jalur: null, ...p })),
			};
			return { ...ctx, who };
		},
		unit: (nama, jenis = 'kelurahan') =>
			ctx.db
				.insertInto('unit')
				.values({ instansi_id: id, induk_id: null, nama, jenis, kode: null, jalur: '' })
				.returning(['id', 'jalur'])
				.executeTakeFirstOrThrow(),
	};
}

export const alatUji = (id: string) =>
	requireInstrumen({ dir: { project: projectDir, data: '/tidak-ada' } }, id);

/** Answers every indicator with the same value. */
export async function isiSemua(
	ctx: Ctx,
	p: {
		instansiId: number;
		penilaianId: number;
		instrumen: string;
		nilai: string;
		justifikasi?: string;
		dasar?: Map<string, string>;
	},
): Promise<void> {
	for (const { id } of listIndikator(alatUji(p.instrumen))) {
		const hasil = await recordNilai(ctx, {
			instansiId: p.instansiId,
			penilaianId: p.penilaianId,
			indikator: id,
			nilai: p.nilai,
			fakta: 'Perwali 1/2025 pasal 5, hlm. 3',
			analisis: 'Memuat semua domain',
			justifikasi: p.justifikasi ?? '',
			luar: '',
			dasar: p.dasar?.get(id) ?? '0',
		});
		if (!hasil.ok) throw new Error(`${id}: ${hasil.reason}`);
	}
}

/** One step of the flow with an office and consent filled in. */
export const lakukan = (
	ctx: Ctx,
	p: { instansiId: number; penilaianId: number },
	aksi: AlurMasukan['aksi'],
	isian: Partial<AlurMasukan> = {},
) =>
	advancePenilaian(ctx, {
		...p,
		aksi,
		jabatan: 'Kepala Bidang',
		publikasi: true,
		alasan: 'perlu diubah',
		...isian,
	});

/** A received file of this content, as an upload leaves it. */
export async function titip(ctx: Ctx, isi: string | Buffer, nama = 'perwali.pdf') {
	return { titipan: await ctx.berkas.receive(Readable.from([Buffer.from(isi)]), 1e9), nama };
}
