import { isDaerah, kunciNama, slugNama } from './instansi.rules.ts';
import type { Alias, Instansi, JenisInstansi, Provinsi } from './instansi.schema.ts';

/** A regency or city of the area data. */
export interface Wilayah {
	kode: string;
	nama: string;
}

/** An institution as a row of the published results names it. */
export interface NamaTerbit {
	nama: string;
	jenis: JenisInstansi;
	tahun: number;
}

export interface SusunanInstansi {
	instansi: Instansi[];
	/** Other spellings that are the same institution. */
	alias: { varian: string; nama: string }[];
}

/** Jakarta's six areas are administered by the province and not evaluated on their own. */
export const KODE_ADMINISTRASI = '31.';

/**
 * Every institution of the results and every province, regency and city that has none: merged by the alias table
 * and the area data, never by likeness. The name is the alias table's, else the newest spelling of the results,
 * else the area data's.
 * @throws Error when a region of the results is not in the area data, or two institutions would share a slug.
 */
export function susunInstansi(
	terbit: readonly NamaTerbit[],
	provinsi: readonly Provinsi[],
	wilayah: readonly Wilayah[],
	alias: readonly Alias[],
): SusunanInstansi {
	const baku = new Map(alias.map((a) => [kunciNama(a.varian), a.namaBaku]));
	const namaBaku = new Set(alias.map((a) => a.namaBaku));
	const kunci = (nama: string) => kunciNama(baku.get(kunciNama(nama)) ?? nama);
	const isi = new Map<string, Instansi & { ejaan: Set<string> }>();
	for (const daerah of listDaerah(provinsi, wilayah)) {
		const nama = baku.get(kunciNama(daerah.nama)) ?? daerah.nama;
		isi.set(kunciNama(nama), { ...daerah, nama, slug: '', ejaan: new Set([daerah.nama]) });
	}
	for (const { nama, jenis } of [...terbit].sort((a, b) => a.tahun - b.tahun)) {
		const ada = isi.get(kunci(nama));
		if (!ada && isDaerah(jenis)) throw new Error(`${nama} tidak ada dalam data wilayah`);
		const baris = ada ?? { slug: '', nama, jenis, kodeWilayah: null, provinsiKode: null, ejaan: new Set() };
		baris.ejaan.add(nama);
		if (!namaBaku.has(baris.nama)) baris.nama = baku.get(kunciNama(nama)) ?? nama;
		isi.set(kunci(nama), baris);
	}
	return selesaikan([...isi.values()], alias);
}

function listDaerah(provinsi: readonly Provinsi[], wilayah: readonly Wilayah[]): Omit<Instansi, 'slug'>[] {
	return [
		...provinsi.map((p) => ({
			nama: `Provinsi ${p.nama}`,
			jenis: 'provinsi' as const,
			kodeWilayah: p.kode,
			provinsiKode: p.kode,
		})),
		...wilayah
			.filter((w) => !w.kode.startsWith(KODE_ADMINISTRASI))
			.map((w) => ({
				nama: w.nama,
				jenis: w.nama.startsWith('Kota ') ? ('kota' as const) : ('kabupaten' as const),
				kodeWilayah: w.kode,
				provinsiKode: w.kode.slice(0, 2),
			})),
	];
}

function selesaikan(
	isi: readonly (Instansi & { ejaan: Set<string> })[],
	alias: readonly Alias[],
): SusunanInstansi {
	const slug = new Map<string, string>();
	const instansi = isi.map(({ ejaan: _, ...baris }) => {
		const ini = slugNama(baris.nama);
		const lain = slug.get(ini);
		if (lain) throw new Error(`${baris.nama} dan ${lain} berebut slug ${ini}`);
		slug.set(ini, baris.nama);
		return { ...baris, slug: ini };
	});
	const ada = new Set(instansi.map((i) => i.nama));
	const varian = new Map<string, string>();
	for (const a of alias) if (ada.has(a.namaBaku)) varian.set(a.varian, a.namaBaku);
	for (const { ejaan, nama } of isi) for (const lain of ejaan) if (lain !== nama) varian.set(lain, nama);
	return { instansi, alias: [...varian].map(([v, nama]) => ({ varian: v, nama })) };
}
