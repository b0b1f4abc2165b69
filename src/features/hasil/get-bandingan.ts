import { kunciNama } from '#features/instansi/instansi.rules.ts';
import { listInstrumen, requireInstrumen } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import {
	type BarisHasil,
	type BarisInstansi,
	type BarisTarget,
	listHasil,
	listInstansiSlug,
	listTarget,
} from './baca-instansi.store.ts';
import { pilihTahunBersama, susunTabelSimpul, type TabelSimpul } from './bandingan.rules.ts';
import { cariInstansi } from './cari-instansi.ts';
import type { HasilTahun, InstansiHasil } from './instansi-hasil.schema.ts';
import { susunHasilTahun } from './instansi-tahun.rules.ts';
import { susunTren } from './instansi-tren.rules.ts';

export const PALING_BANYAK = 5;

export interface BandinganMasukan {
	/** Slugs in the order they were chosen. */
	instansi: readonly string[];
	tahun?: number | undefined;
	/** A name, whole or in part, of one more to compare. */
	tambah?: string | undefined;
}

export interface Bandingan {
	instansi: {
		slug: string;
		nama: string;
		jenis: string;
		/** Null where it has no result in the year compared. */
		hasil: HasilTahun | null;
		tren: InstansiHasil['tren'];
	}[];
	/** Years in which at least one of them has a result, newest first. */
	tahunAda: number[];
	tahun: number | null;
	tabel: TabelSimpul[];
	/** Slugs that name no institution, and names beyond the fifth: both were left out. */
	tidakAda: string[];
	lebih: string[];
	/** What was typed to add one more, and what it may have meant; empty where it was added at once. */
	tambah: string;
	saran: { slug: string; nama: string }[];
}

/** Up to five institutions side by side, over the years and in one year. */
export async function getBandingan(ctx: Ctx, masukan: BandinganMasukan): Promise<Bandingan> {
	const { db } = ctx;
	const saran = masukan.tambah ? await cariInstansi(ctx, masukan.tambah) : [];
	const tepat =
		saran.find((s) => kunciNama(s.nama) === kunciNama(masukan.tambah ?? '')) ??
		(saran.length === 1 ? saran[0] : undefined);
	const diminta = [...new Set([...masukan.instansi, ...(tepat ? [tepat.slug] : [])])].slice(
		0,
		4 * PALING_BANYAK,
	);
	const ada = await listInstansiSlug(db, diminta);
	const urut = diminta.flatMap((slug) => ada.find((i) => i.slug === slug) ?? []);
	const dipilih = urut.slice(0, PALING_BANYAK);
	const id = dipilih.map((i) => i.id);
	const hasil = await listHasil(db, ...id);
	const target = await listTarget(db, ...id);
	const tahun = pilihTahunBersama(hasil, masukan.tahun);
	const instrumen = listInstrumen(ctx).map((i) => ({
		id: i.id,
		singkatan: i.singkatan,
		mulai: Math.min(...i.tahun),
	}));
	const instansi = dipilih.map((satu) => {
		const daftar = hasil.filter((h) => h.instansi_id === satu.id);
		const baris = daftar.find((h) => h.tahun === tahun);
		return {
			slug: satu.slug,
			nama: satu.nama,
			jenis: satu.jenis,
			hasil: baris ? susunTahun(ctx, satu, daftar, baris, target) : null,
			tren: susunTren(daftar, [], [], instrumen).tren.filter((t) => t.nilai !== null),
		};
	});
	return {
		instansi,
		tahunAda: [...new Set(hasil.map((h) => h.tahun))].reverse(),
		tahun,
		tabel: susunTabelSimpul(instansi.map((i) => i.hasil)),
		tidakAda: diminta.filter((slug) => !ada.some((i) => i.slug === slug)),
		lebih: urut.slice(PALING_BANYAK).map((i) => i.nama),
		tambah: masukan.tambah ?? '',
		saran: tepat ? [] : saran.filter((s) => !diminta.includes(s.slug)).slice(0, 10),
	};
}

function susunTahun(
	ctx: Ctx,
	instansi: BarisInstansi,
	daftar: readonly BarisHasil[],
	baris: BarisHasil,
	target: readonly BarisTarget[],
): HasilTahun {
	return susunHasilTahun({
		instansi,
		daftar,
		baris,
		target: target.filter((t) => t.instansiId === null || t.instansiId === instansi.id),
		klaim: [],
		rerata: [],
		seindeks: { nasional: 1, jenis: 1, provinsi: 1, pulau: 1 },
		instrumen: requireInstrumen(ctx, baris.instrumen),
	});
}
