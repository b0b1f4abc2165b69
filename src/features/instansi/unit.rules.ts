import type { Masalah } from '#features/hasil/import-masalah.ts';

export const daftarJenisUnit = ['dinas', 'badan', 'bagian', 'kecamatan', 'kelurahan', 'lainnya'] as const;
export type JenisUnit = (typeof daftarJenisUnit)[number];

/** A unit as a file names it; `induk` is the code or the name of the unit above, '' for none. */
export interface BarisUnit {
	/** Line of the file, the header included. */
	nomor: number;
	nama: string;
	jenis: JenisUnit;
	kode: string | null;
	induk: string;
}

/** A unit as it is stored. */
export interface UnitAda {
	id: number;
	nama: string;
	kode: string | null;
	indukId: number | null;
}

export interface Unit extends UnitAda {
	jenis: string;
	jalur: string;
	aktif: boolean;
}

export interface SimpulUnit extends Unit {
	anak: SimpulUnit[];
}

/** Units as a tree; one whose parent is not among them stands at the top. */
export function susunPohon(unit: readonly Unit[]): SimpulUnit[] {
	const simpul = new Map(unit.map((u) => [u.id, { ...u, anak: [] as SimpulUnit[] }]));
	const atas: SimpulUnit[] = [];
	for (const s of simpul.values()) (simpul.get(s.indukId ?? 0)?.anak ?? atas).push(s);
	return atas;
}

/** A tree as a list for a drop-down: each name with a dash for every level it lies below the top. */
export function datarkan(pohon: readonly SimpulUnit[], dalam = 0): { id: number; nama: string }[] {
	return pohon.flatMap((u) => [
		{ id: u.id, nama: `${'– '.repeat(dalam)}${u.nama}` },
		...datarkan(u.anak, dalam + 1),
	]);
}

const wajib = ['nama', 'jenis'] as const;
const kolom = ['nama', 'jenis', 'kode', 'induk'] as const;
type Kolom = (typeof kolom)[number];

export type BacaUnit = { ok: true; baris: BarisUnit[] } | { ok: false; masalah: Masalah[] };

/** Reads the rows of a file of units; every problem with its line and what was expected. */
export function bacaBarisUnit(lembar: {
	kepala: readonly string[];
	nomorKepala: number;
	baris: readonly { nomor: number; sel: readonly string[] }[];
}): BacaUnit {
	const letak = new Map(kolom.map((k) => [k, lembar.kepala.findIndex((h) => h.trim().toLowerCase() === k)]));
	const kurang = wajib.filter((k) => letak.get(k) === -1);
	if (kurang.length > 0)
		return {
			ok: false,
			masalah: kurang.map((k) => ({
				baris: lembar.nomorKepala,
				kolom: k,
				kode: 'kolom_tidak_ada',
				pesan: `Kolom "${k}" tidak ada. Kepala yang diharapkan: nama, jenis, kode, induk (dua yang terakhir boleh tidak ada).`,
			})),
		};
	const masalah: Masalah[] = [];
	const baris = lembar.baris.map(({ nomor, sel }): BarisUnit => {
		const isi = (k: Kolom) => sel[letak.get(k) ?? -1]?.trim() ?? '';
		const jenis = isi('jenis').toLowerCase();
		const catat = (k: Kolom, kode: Masalah['kode'], pesan: string) =>
			masalah.push({ baris: nomor, kolom: k, kode, pesan });
		if (isi('nama') === '') catat('nama', 'wajib_diisi', 'Nama unit kosong.');
		if (isi('nama').length > 200) catat('nama', 'teks_terlalu_panjang', 'Nama unit lebih dari 200 huruf.');
		if (!isJenis(jenis))
			catat(
				'jenis',
				'jenis_tidak_dikenal',
				`Jenis "${isi('jenis')}" tidak dikenal; pilih ${daftarJenisUnit.join(', ')}.`,
			);
		return {
			nomor,
			nama: isi('nama'),
			jenis: isJenis(jenis) ? jenis : 'lainnya',
			kode: isi('kode') || null,
			induk: isi('induk'),
		};
	});
	return masalah.length > 0 ? { ok: false, masalah } : { ok: true, baris };
}

const isJenis = (teks: string): teks is JenisUnit => daftarJenisUnit.some((j) => j === teks);

/** Rows in an order in which every parent stands before its children, or what is wrong with them. */
export function urutkanUnit(baris: readonly BarisUnit[], ada: readonly UnitAda[]): BacaUnit {
	const masalah = [...listGanda(baris)];
	const dikenal = new Set(ada.flatMap((u) => [u.nama, ...(u.kode ? [u.kode] : [])]));
	const urut: BarisUnit[] = [];
	let sisa = [...baris];
	while (sisa.length > 0) {
		const siap = sisa.filter((b) => b.induk === '' || dikenal.has(b.induk));
		if (siap.length === 0) break;
		for (const b of siap) {
			urut.push(b);
			dikenal.add(b.nama);
			if (b.kode) dikenal.add(b.kode);
		}
		sisa = sisa.filter((b) => !siap.includes(b));
	}
	for (const b of sisa)
		masalah.push({
			baris: b.nomor,
			kolom: 'induk',
			kode: 'instansi_tidak_dikenal',
			pesan: `Induk "${b.induk}" tidak ditemukan dalam berkas maupun daftar unit, atau saling menjadi induk. Isi dengan kode atau nama unit di atasnya.`,
		});
	return masalah.length > 0 ? { ok: false, masalah } : { ok: true, baris: urut };
}

function listGanda(baris: readonly BarisUnit[]): Masalah[] {
	const pertama = new Map<string, number>();
	const masalah: Masalah[] = [];
	for (const b of baris)
		for (const [kunci, apa] of [
			[`nama ${b.induk} ${b.nama}`, `Nama "${b.nama}"`],
			...(b.kode ? [[`kode ${b.kode}`, `Kode "${b.kode}"`]] : []),
		] as [string, string][]) {
			const dulu = pertama.get(kunci);
			if (dulu === undefined) pertama.set(kunci, b.nomor);
			else
				masalah.push({
					baris: b.nomor,
					kolom: null,
					kode: 'instansi_ganda',
					pesan: `${apa} sudah ada di baris ${dulu}.`,
				});
		}
	return masalah;
}

/** Rows by the kind of their unit, kinds in their usual order. */
export function kelompokkan<B extends { jenis: string }>(
	baris: readonly B[],
): { jenis: string; baris: B[] }[] {
	return daftarJenisUnit
		.map((jenis) => ({ jenis, baris: baris.filter((b) => b.jenis === jenis) }))
		.filter((k) => k.baris.length > 0);
}
