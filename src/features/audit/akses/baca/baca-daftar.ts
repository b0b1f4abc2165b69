import type { DaftarAkun, DaftarPegawai } from '../mesin/akun.rules.ts';
import {
	isTerlarang,
	type JenisDaftar,
	letakKolom,
	type Medan,
	medanWajib,
	type PetaMedan,
	sarankanPeta,
} from '../mesin/kolom.rules.ts';
import { type CaraKumpul, createPengumpulAkun, type UrutanPaksa } from '../mesin/kumpul.rules.ts';
import { createPengumpulPegawai } from '../mesin/kumpul-pegawai.rules.ts';
import { bukaTabel, kepalaLdif, type Sumber, type Tabel } from './buka-tabel.ts';
import type { Rekaman } from './csv.ts';
import { pisahAwal, temukanKepala } from './kepala.ts';
import { BARIS_TERBANYAK, BerkasAksesDitolak } from './tolak-berkas.ts';

/** What a file shows before it is read: its columns, what they seem to be, and the first rows. */
export interface Intipan {
	jenis: Tabel['jenis'];
	kolom: string[];
	saran: PetaMedan;
	contoh: string[][];
}

interface Terbuka {
	tabel: Tabel;
	kolom: string[];
	awal: Rekaman[];
}

async function buka(sumber: Sumber, jenis: JenisDaftar, peta: PetaMedan | null): Promise<Terbuka> {
	const tabel = await bukaTabel(sumber, jenis);
	if (tabel.jenis === 'ldif') return { tabel, kolom: [...kepalaLdif], awal: [] };
	try {
		const { awal } = await pisahAwal(tabel.baris);
		const kepala = temukanKepala(awal, jenis, peta);
		if (!kepala) throw new BerkasAksesDitolak('berkas_kosong');
		return { tabel, kolom: kepala.nama, awal: kepala.awal };
	} catch (galat) {
		tabel.tutup();
		throw galat;
	}
}

/** @throws BerkasAksesDitolak */
export async function intipBerkas(
	sumber: Sumber,
	jenis: JenisDaftar,
	peta: PetaMedan | null = null,
): Promise<Intipan> {
	const { tabel, kolom, awal } = await buka(sumber, jenis, peta);
	try {
		if (tabel.jenis !== 'ldif') {
			const aman = (sel: string[]) =>
				sel.map((s, i) => (isTerlarang(kolom[i] ?? '') ? '••••' : s.slice(0, 60)));
			return {
				jenis: tabel.jenis,
				kolom,
				saran: sarankanPeta(kolom, jenis),
				contoh: awal.slice(0, 3).map((r) => aman(r.sel)),
			};
		}
		for await (const _ of tabel.baris); // which attributes there are is known at the end
		const ada = kolom.filter((k) => tabel.adaLdif?.has(k as never));
		return { jenis: 'ldif', kolom: ada, saran: Object.fromEntries(ada.map((k) => [k, k])), contoh: [] };
	} finally {
		tabel.tutup();
	}
}

export type CaraBaca = Omit<CaraKumpul, 'letak'> & { peta: PetaMedan | null };

/** Reads an export of accounts as a stream. @throws BerkasAksesDitolak */
export async function bacaDaftarAkun(sumber: Sumber, cara: CaraBaca): Promise<DaftarAkun> {
	const terbuka = await buka(sumber, 'akun', cara.peta);
	const letak = letakOf(terbuka, 'akun', cara.peta);
	const pengumpul = createPengumpulAkun({ ...cara, letak });
	const baris = await alirkan(terbuka, pengumpul);
	const hasil = pengumpul.selesai();
	return {
		...hasil,
		baris,
		ada: adaPada(hasil, terbuka.tabel.adaLdif),
		catatan: [...terbuka.tabel.catatan.daftar(), ...hasil.catatan],
	};
}

/** Fields that LDIF gives by another attribute. */
const isTurunan = (m: Medan, ada: ReadonlySet<Medan>) =>
	(m === 'status' || m === 'sandi_tak_kedaluwarsa') && ada.has('uac');

/** The fields that an LDIF file really had, and those that could be concluded. */
function adaPada(hasil: DaftarAkun, ldif: ReadonlySet<Medan> | null): DaftarAkun['ada'] {
	if (!ldif) return hasil.ada;
	const ada = new Set([...hasil.ada].filter((m) => ldif.has(m) || isTurunan(m, ldif)));
	if (hasil.akun.some((a) => a.jenis !== null)) ada.add('jenis');
	return ada;
}

/** Reads a personnel list as a stream. @throws BerkasAksesDitolak */
export async function bacaDaftarPegawai(
	sumber: Sumber,
	cara: { peta: PetaMedan | null; tanggal: UrutanPaksa },
): Promise<DaftarPegawai> {
	const terbuka = await buka(sumber, 'pegawai', cara.peta);
	const pengumpul = createPengumpulPegawai(letakOf(terbuka, 'pegawai', cara.peta), cara.tanggal);
	await alirkan(terbuka, pengumpul);
	const hasil = pengumpul.selesai();
	return { ...hasil, catatan: [...terbuka.tabel.catatan.daftar(), ...hasil.catatan] };
}

/** Where the fields stand. A mapping goes before what the names suggest; `null` takes the suggestion. */
function letakOf(
	{ tabel, kolom }: Terbuka,
	jenis: JenisDaftar,
	peta: PetaMedan | null,
): Partial<Record<Medan, number>> {
	const pakai =
		tabel.jenis === 'ldif' ? Object.fromEntries(kolom.map((k) => [k, k])) : lengkapi(kolom, jenis, peta);
	const { letak, hilang } = letakKolom(kolom, pakai);
	for (const nama of hilang) tabel.catatan.catat('kolom_hilang', nama, null, nama);
	for (const nama of kolom) if (isTerlarang(nama)) tabel.catatan.catat('kolom_terlarang', nama, null, nama);
	if (medanWajib[jenis].some((m) => letak[m] !== undefined)) return letak;
	tabel.tutup();
	const nama = kolom
		.slice(0, 30)
		.map((k) => `"${k}"`)
		.join(', ');
	if (hilang.length > 0)
		throw new BerkasAksesDitolak('tanpa_kolom', { hilang: hilang.join(', '), kolom: nama });
	throw new BerkasAksesDitolak('tanpa_kepala', {
		kolom: nama,
		daftar: jenis,
		medan: medanWajib[jenis][0] ?? '',
	});
}

/** What the mapping leaves open is suggested by name, but never a column that the mapping uses. */
function lengkapi(kolom: readonly string[], jenis: JenisDaftar, peta: PetaMedan | null): PetaMedan {
	if (!peta) return sarankanPeta(kolom, jenis);
	const dipakai = new Set(Object.values(peta));
	const sisa = kolom.map((k) => (dipakai.has(k) ? '' : k));
	return { ...sarankanPeta(sisa, jenis), ...peta };
}

async function alirkan(
	{ tabel, awal }: Terbuka,
	pengumpul: { tambah: (nomor: number, sel: readonly string[]) => void; banyak: () => number },
): Promise<number> {
	let baris = 0;
	const tambah = (daftar: readonly Rekaman[]) => {
		for (const { nomor, sel } of daftar) pengumpul.tambah(nomor, sel);
		baris += daftar.length;
		if (pengumpul.banyak() > BARIS_TERBANYAK)
			throw new BerkasAksesDitolak('terlalu_banyak_baris', { batas: '500.000' });
	};
	try {
		tambah(awal);
		for await (const bagian of tabel.baris) tambah(bagian);
	} finally {
		tabel.tutup();
	}
	if (baris === 0) throw new BerkasAksesDitolak('tanpa_baris');
	return baris;
}
