import type { Alamat } from './alamat.rules.ts';
import type { IzinPeriksa } from './izin-periksa.rules.ts';

/** One connection or query that was made or refused, for the log. */
export interface Catatan {
	/** ISO time. */
	waktu: string;
	/** Where to: "192.0.2.1:443", or the resolver for DNS. */
	ke: string;
	/** For which host or question. */
	untuk: string;
	/** What for: the id of a check, or "alamat". */
	guna: string;
	hasil: 'tersambung' | 'terjawab' | 'ditolak_izin' | 'gagal';
	/** Why not. */
	sebab?: string;
}

/** Limits that no answer may exceed, whatever the other side does. Bytes and milliseconds. */
export interface Batas {
	sambung: number;
	/** A handshake; and again an answer, to its last byte. */
	tukar: number;
	header: number;
	isi: number;
	isiTerurai: number;
	/** Between the beginnings of two connections to one address. */
	jeda: number;
	/** Everything about one target. */
	semua: number;
}

export const batasBaku: Batas = {
	sambung: 5_000,
	tukar: 8_000,
	header: 32_768,
	isi: 524_288,
	isiTerurai: 2_097_152,
	jeda: 250,
	semua: 90_000,
};

/** What checking needs from outside, and tests replace. */
export interface Alat {
	izin: IzinPeriksa;
	batas: Batas;
	catat: (c: Catatan) => void;
	/** The addresses of a name; empty where it has none. */
	cariAlamat: (nama: string) => Promise<Alamat[]>;
	/** Resolvers for everything else: "192.0.2.53" or "192.0.2.53:5353", in order. */
	resolver: readonly string[];
	laju: Laju;
	clock: () => Date;
	/** PEM certificates to trust instead of the shipped ones. */
	ca?: string[] | undefined;
	/** Port of plain HTTP beside the target. */
	portaPolos: number;
	/** Once it is raised nothing further leaves. */
	henti?: AbortSignal | undefined;
}

/** Lets one connection to an address pass at a time, and not too soon after the last. */
export interface Laju {
	giliran<T>(kunci: string, jeda: number, kerja: () => Promise<T>): Promise<T>;
}

export function createLaju(): Laju {
	const ekor = new Map<string, Promise<unknown>>();
	return {
		giliran: async (kunci, jeda, kerja) => {
			const depan = ekor.get(kunci) ?? Promise.resolve();
			const hasil = depan.then(kerja);
			const tunggu = Promise.all([hasil.catch(() => undefined), depan.then(() => tidur(jeda))]);
			ekor.set(kunci, tunggu);
			void tunggu.then(() => ekor.get(kunci) === tunggu && ekor.delete(kunci));
			return await hasil;
		},
	};
}

const tidur = (ms: number) => new Promise<void>((selesai) => setTimeout(selesai, ms));
