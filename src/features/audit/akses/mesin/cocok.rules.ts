import type { Akun, Pegawai } from './akun.rules.ts';
import { bacaNama, isBagian, isHampirSama, isInisial, type Nama } from './nama.rules.ts';

/** Whose account it is. Doubtful ones are shown with who they may be; no rule about people takes a doubtful owner. */
export type Cocok =
	| { cara: 'nip' | 'surel' | 'nama' | 'ejaan'; pegawai: Pegawai; bedaNama?: true }
	| { cara: 'ragu'; calon: readonly Pegawai[]; sebab: SebabRagu }
	/** An owner is named, and nobody of the list is like them. */
	| { cara: 'tidak_ada' }
	/** The export names no owner. */
	| { cara: 'tanpa_pemilik' };
export type SebabRagu =
	| 'nama_ganda'
	| 'surel_ganda'
	| 'satu_kata'
	| 'inisial'
	| 'sebagian'
	| 'urutan'
	| 'salah_ketik'
	| 'nip_lain';

const CALON_TERBANYAK = 5;
const tidakAda: Cocok = { cara: 'tidak_ada' };
const tanpaPemilik: Cocok = { cara: 'tanpa_pemilik' };

interface Indeks {
	nip: Map<string, Pegawai>;
	surel: Map<string, Pegawai[]>;
	polos: Map<string, Pegawai[]>;
	ejaan: Map<string, Pegawai[]>;
	/** The words of a name in alphabetical order. */
	urut: Map<string, Pegawai[]>;
	/** By each word of the name, in present spelling: who may be meant by a name that is not quite theirs. */
	kata: Map<string, { pegawai: Pegawai; nama: Nama }[]>;
}

const tambah = <T>(peta: Map<string, T[]>, kunci: string, isi: T) => {
	if (kunci === '') return;
	const ada = peta.get(kunci);
	if (ada) ada.push(isi);
	else peta.set(kunci, [isi]);
};
const kunciUrut = (nama: Nama) => nama.ejaan.split(' ').sort().join(' ');

function buatIndeks(pegawai: readonly Pegawai[]): Indeks {
	const indeks: Indeks = {
		nip: new Map(),
		surel: new Map(),
		polos: new Map(),
		ejaan: new Map(),
		urut: new Map(),
		kata: new Map(),
	};
	for (const p of pegawai) {
		if (p.nip !== '' && !indeks.nip.has(p.nip)) indeks.nip.set(p.nip, p);
		tambah(indeks.surel, p.surel, p);
		if (p.nama === '') continue;
		const nama = bacaNama(p.nama);
		tambah(indeks.polos, nama.polos, p);
		tambah(indeks.ejaan, nama.ejaan, p);
		tambah(indeks.urut, kunciUrut(nama), p);
		for (const kata of new Set(nama.ejaan.split(' '))) tambah(indeks.kata, kata, { pegawai: p, nama });
	}
	return indeks;
}

/** Matches accounts with the personnel list: NIP, then mail address, then name with tolerance. */
export function createPencocok(pegawai: readonly Pegawai[]): (akun: Akun) => Cocok {
	const indeks = buatIndeks(pegawai);
	const menurutNama = new Map<string, Cocok>();
	const cocokNama = (teks: string): Cocok => {
		const ada = menurutNama.get(teks);
		if (ada) return ada;
		const hasil = cariNama(indeks, teks);
		if (menurutNama.size < 100_000) menurutNama.set(teks, hasil);
		return hasil;
	};
	return (akun) => {
		if (akun.nip !== '') {
			const p = indeks.nip.get(akun.nip);
			if (p)
				return isBedaNama(akun.nama, p)
					? { cara: 'nip', pegawai: p, bedaNama: true }
					: { cara: 'nip', pegawai: p };
		}
		if (akun.nip === '' && akun.surel === '' && akun.nama === '') return tanpaPemilik;
		const lain = cariSurel(indeks, akun.surel) ?? (akun.nama === '' ? tidakAda : cocokNama(akun.nama));
		if (akun.nip === '' || !('pegawai' in lain) || lain.pegawai.nip === '') return lain;
		// A NIP that nobody has, on somebody who has another one: a slip, or another person of the same name.
		return { cara: 'ragu', calon: [lain.pegawai], sebab: 'nip_lain' };
	};
}

function cariSurel(indeks: Indeks, surel: string): Cocok | null {
	const ada = surel === '' ? undefined : indeks.surel.get(surel);
	if (!ada) return null;
	const [satu] = ada;
	return ada.length === 1 && satu ? { cara: 'surel', pegawai: satu } : ragu(ada, 'surel_ganda');
}

const ragu = (calon: readonly Pegawai[], sebab: SebabRagu): Cocok => ({
	cara: 'ragu',
	calon: calon.slice(0, CALON_TERBANYAK),
	sebab,
});

function cariNama(indeks: Indeks, teks: string): Cocok {
	const nama = bacaNama(teks);
	if (nama.polos === '') return tidakAda;
	for (const [cara, kunci] of [
		['nama', nama.polos],
		['ejaan', nama.ejaan],
	] as const) {
		const ada = indeks[cara === 'nama' ? 'polos' : 'ejaan'].get(kunci);
		const [satu] = ada ?? [];
		if (!ada || !satu) continue;
		if (ada.length > 1) return ragu(ada, 'nama_ganda');
		return nama.kata.length > 1 ? { cara, pegawai: satu } : ragu(ada, 'satu_kata');
	}
	return cariMirip(indeks, nama);
}

/** People whose name is like it: initials, a part of it, another order, one letter's slip. Always doubtful. */
function cariMirip(indeks: Indeks, nama: Nama): Cocok {
	const urut = indeks.urut.get(kunciUrut(nama));
	if (urut) return ragu(urut, 'urutan');
	const calon = new Map<Pegawai, SebabRagu>();
	const kataEjaan = nama.ejaan.split(' ');
	const dekat = new Set(kataEjaan.flatMap((k) => (k.length > 1 ? (indeks.kata.get(k) ?? []) : [])));
	for (const { pegawai, nama: lain } of dekat) {
		const kataLain = lain.ejaan.split(' ');
		if (isInisial(kataEjaan, kataLain)) calon.set(pegawai, 'inisial');
		else if (isBagian(kataEjaan, kataLain)) calon.set(pegawai, 'sebagian');
		else if (isHampirSama(nama.ejaan, lain.ejaan)) calon.set(pegawai, 'salah_ketik');
		if (calon.size >= CALON_TERBANYAK) break;
	}
	const [pertama] = calon.values();
	return pertama ? ragu([...calon.keys()], pertama) : tidakAda;
}

function isBedaNama(nama: string, p: Pegawai): boolean {
	if (nama === '' || p.nama === '' || nama === p.nama) return false;
	const [a, b] = [nama.toLowerCase(), p.nama.toLowerCase()];
	if (a.startsWith(b) || b.startsWith(a)) return false;
	const kata = bacaNama(nama).ejaan.split(' ');
	const lain = bacaNama(p.nama).ejaan.split(' ');
	return !kata.some((k) =>
		lain.some((l) => l === k || (k.length === 1 && l.startsWith(k)) || (l.length === 1 && k.startsWith(l))),
	);
}
