import type { Akun, DaftarAkun, DaftarPegawai, Pegawai } from './akun.rules.ts';
import { type Cocok, createPencocok } from './cocok.rules.ts';
import type { MedanAkun, MedanPegawai } from './kolom.rules.ts';
import type { SetelanAturan } from './setelan.rules.ts';
import { createPembandingUnit } from './unit.rules.ts';

/** An account with whose it is. `orang` names one and the same person in every system; '' where it is not sure. */
export interface AkunCocok {
	akun: Akun;
	cocok: Cocok;
	orang: string;
}

/** Everything that a rule about one account looks at besides it. */
export interface Konteks {
	hari: number;
	setelan: SetelanAturan;
	ada: ReadonlySet<MedanAkun>;
	adaPegawai: ReadonlySet<MedanPegawai>;
	/** Active privileged accounts, and all accounts, by system. */
	admin: ReadonlyMap<string, number>;
	banyak: ReadonlyMap<string, number>;
	/** People with an ordinary active account. */
	punyaBiasa: ReadonlySet<string>;
	/** Ordinary active accounts by person and system. */
	biasa: ReadonlyMap<string, Akun[]>;
	/** Forbidden pairs that people hold, by person. */
	konflik: ReadonlyMap<string, Konflik[]>;
	isUnitSama: (a: string, b: string) => boolean;
	isGenerik: (akun: string) => boolean;
}

export interface Konflik {
	a: { akun: Akun; peran: string };
	b: { akun: Akun; peran: string };
}

/** What a person holds of the two sides of a pair. */
type Dua = { 0?: Konflik['a']; 1?: Konflik['a'] };

export const kunciOrangSistem = (orang: string, sistem: string) => `${orang}\0${sistem}`;

/** The person behind a sure match; null otherwise. */
export const pegawaiOf = (c: Cocok): Pegawai | null => ('pegawai' in c ? c.pegawai : null);

/** Who it is about in a sentence. */
export const namaOrang = ({ akun, cocok }: AkunCocok): string =>
	pegawaiOf(cocok)?.nama || akun.nama || akun.surel || `pemilik akun ${akun.akun}`;

export function susunKonteks(
	daftar: DaftarAkun,
	pegawai: DaftarPegawai | null,
	setelan: SetelanAturan,
	hari: number,
): { akun: AkunCocok[]; konteks: Konteks } {
	const akun = cocokkan(daftar.akun, pegawai?.pegawai ?? []);
	const [admin, banyak] = [new Map<string, number>(), new Map<string, number>()];
	const punyaBiasa = new Set<string>();
	const biasa = new Map<string, Akun[]>();
	for (const { akun: a, orang } of akun) {
		banyak.set(a.sistem, (banyak.get(a.sistem) ?? 0) + 1);
		if (!a.aktif) continue;
		if (a.istimewa) admin.set(a.sistem, (admin.get(a.sistem) ?? 0) + 1);
		if (a.istimewa || orang === '' || a.jenis === 'layanan' || a.jenis === 'bersama') continue;
		punyaBiasa.add(orang);
		const kunci = kunciOrangSistem(orang, a.sistem);
		const ada = biasa.get(kunci);
		if (ada) ada.push(a);
		else biasa.set(kunci, [a]);
	}
	return {
		akun,
		konteks: {
			...{ hari, setelan, admin, banyak, punyaBiasa, biasa },
			ada: daftar.ada,
			adaPegawai: pegawai?.ada ?? new Set(),
			konflik: cariKonflik(akun, setelan.pasangan),
			isUnitSama: createPembandingUnit(setelan.unitSama),
			isGenerik: createGenerik(setelan.namaGenerik),
		},
	};
}

function cocokkan(akun: readonly Akun[], pegawai: readonly Pegawai[]): AkunCocok[] {
	const cari = createPencocok(pegawai);
	const nomor = new Map(pegawai.map((p, i) => [p, `p${i}`]));
	return akun.map((a) => {
		const cocok = cari(a);
		const p = pegawaiOf(cocok);
		const orang = p ? (nomor.get(p) ?? '') : a.nip ? `n${a.nip}` : a.surel ? `s${a.surel}` : '';
		return {
			akun: a,
			cocok,
			orang: cocok.cara === 'ragu' && cocok.sebab !== 'nip_lain' && a.nip === '' ? '' : orang,
		};
	});
}

const polosPeran = (teks: string) =>
	` ${teks
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()} `;

/** Whether a role stands under one side of a pair; "a/b" names two of them. */
function createSisi(sisi: string): (peran: string) => boolean {
	const pilihan = sisi
		.split('/')
		.map(polosPeran)
		.filter((p) => p.trim() !== '');
	return (peran) => pilihan.some((p) => peran.includes(p));
}

/** Forbidden pairs by person; the sides of a pair are looked up once for each different role. */
function cariKonflik(
	akun: readonly AkunCocok[],
	pasangan: SetelanAturan['pasangan'],
): ReadonlyMap<string, Konflik[]> {
	const sisi = pasangan.map(([a, b]) => [createSisi(a), createSisi(b)] as const);
	const dikenal = new Map<string, readonly (readonly [number, 0 | 1])[]>();
	const sisiOf = (peran: string) => {
		let ada = dikenal.get(peran);
		if (!ada) {
			const polos = polosPeran(peran);
			ada = sisi.flatMap(([a, b], n) => [
				...(a(polos) ? [[n, 0] as const] : []),
				...(b(polos) ? [[n, 1] as const] : []),
			]);
			dikenal.set(peran, ada);
		}
		return ada;
	};
	const pegang = new Map<string, Map<number, Dua>>();
	for (const { akun: a, orang } of akun) {
		if (!a.aktif || orang === '') continue;
		for (const peran of a.peran)
			for (const [n, s] of sisiOf(peran)) {
				const milik = pegang.get(orang) ?? new Map<number, Dua>();
				pegang.set(orang, milik);
				const dua = milik.get(n) ?? {};
				milik.set(n, dua);
				dua[s] ??= { akun: a, peran };
			}
	}
	return saringKonflik(pegang);
}

function saringKonflik(pegang: ReadonlyMap<string, ReadonlyMap<number, Dua>>): Map<string, Konflik[]> {
	const hasil = new Map<string, Konflik[]>();
	for (const [orang, milik] of pegang) {
		const daftar = [...milik.values()].flatMap(({ 0: a, 1: b }) =>
			a && b && (a.akun !== b.akun || a.peran !== b.peran) ? [{ a, b }] : [],
		);
		if (daftar.length > 0) hasil.set(orang, daftar);
	}
	return hasil;
}

/** Names like "operator2", "admin_web", "opd-dinkes". */
function createGenerik(daftar: readonly string[]): (akun: string) => boolean {
	const kata = new Set(daftar);
	return (akun) => {
		const [lokal = ''] = akun.toLowerCase().split('@');
		const [pertama = ''] = lokal.split(/[._\-\s]/);
		return kata.has(lokal) || kata.has(pertama.replace(/\d+$/, ''));
	};
}
