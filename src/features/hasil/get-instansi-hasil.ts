import { listInstrumen, requireInstrumen } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import {
	type BarisHasil,
	type BarisInstansi,
	countSeindeks,
	findInstansi,
	listHasil,
	listKlaim,
	listNasional,
	listRerata,
	listRiwayat,
	listTarget,
} from './baca-instansi.store.ts';
import type { HasilTahun, IdentitasInstansi, InstansiHasil } from './instansi-hasil.schema.ts';
import { kalimatHasil } from './instansi-kalimat.rules.ts';
import { pilihTahun } from './instansi-ringkas.rules.ts';
import { bacaKoreksi } from './instansi-simpulan.rules.ts';
import { susunHasilTahun } from './instansi-tahun.rules.ts';
import { susunTren } from './instansi-tren.rules.ts';

export type InstansiHasilOutcome =
	| { ok: true; value: InstansiHasil }
	| { ok: false; reason: 'instansi_tidak_ada' | 'tahun_tidak_ada' };

/**
 * Everything the page of one institution shows, for the year asked for or the newest.
 * An institution without any result is found, with `hasil: null`.
 */
export async function getInstansiHasil(
	ctx: Ctx,
	input: { slug: string; tahun?: number | undefined },
): Promise<InstansiHasilOutcome> {
	const { db } = ctx;
	const instansi = await findInstansi(db, input.slug);
	if (!instansi) return { ok: false, reason: 'instansi_tidak_ada' };
	const daftar = await listHasil(db, instansi.id);
	const baris = pilihTahun(daftar, input.tahun);
	if (!baris && input.tahun !== undefined) return { ok: false, reason: 'tahun_tidak_ada' };
	const nasional = await listNasional(db);
	const target = await listTarget(db, instansi.id);
	const riwayat = daftar.length === 0 ? [] : await listRiwayat(db, instansi.id);
	const instrumen = listInstrumen(ctx);
	const hasil = baris ? await bacaTahun(ctx, instansi, daftar, baris, target) : null;
	const identitas = pilihIdentitas(instansi);
	return {
		ok: true,
		value: {
			instansi: identitas,
			tahunAda: daftar.map((h) => h.tahun).reverse(),
			hasil,
			...susunTren(
				daftar,
				nasional,
				target,
				instrumen.map((i) => ({ id: i.id, singkatan: i.singkatan, mulai: Math.min(...i.tahun) })),
			),
			koreksi: riwayat.map(bacaKoreksi),
			kalimat: hasil ? kalimatHasil(identitas, hasil) : { id: [], en: [] },
		},
	};
}

async function bacaTahun(
	ctx: Ctx,
	instansi: BarisInstansi,
	daftar: readonly BarisHasil[],
	baris: BarisHasil,
	target: Awaited<ReturnType<typeof listTarget>>,
): Promise<HasilTahun> {
	const { db } = ctx;
	const klaim = await listKlaim(db, instansi.id);
	const rerata = await listRerata(db, baris.tahun, instansi.jenis, instansi.provinsiKode);
	const seindeks = await countSeindeks(db, baris, instansi);
	const instrumen = requireInstrumen(ctx, baris.instrumen);
	return susunHasilTahun({ instansi, daftar, baris, target, klaim, rerata, seindeks, instrumen });
}

function pilihIdentitas(i: BarisInstansi): IdentitasInstansi {
	return {
		slug: i.slug,
		nama: i.nama,
		jenis: i.jenis,
		provinsi: i.provinsi,
		provinsiKode: i.provinsiKode,
		pulau: i.pulau,
	};
}

/** Every year of an institution, oldest first, without means and shared ranks: what a file of its results holds. */
export async function getSemuaTahun(
	ctx: Ctx,
	instansi: BarisInstansi,
): Promise<{ instansi: IdentitasInstansi; tahun: HasilTahun[] }> {
	const daftar = await listHasil(ctx.db, instansi.id);
	const seindeks = { nasional: 1, jenis: 1, provinsi: 1, pulau: 1 };
	const tahun: HasilTahun[] = [];
	for (const baris of daftar) {
		const instrumen = requireInstrumen(ctx, baris.instrumen);
		tahun.push(
			susunHasilTahun({ instansi, daftar, baris, target: [], klaim: [], rerata: [], seindeks, instrumen }),
		);
	}
	return { instansi: pilihIdentitas(instansi), tahun };
}
