import { z } from 'zod';
import { type Alasan, daftarAlasan } from './bukti.rules.ts';
import type { Keadaan } from './cakupan.store.ts';

/** What stands in the fields of the evidence form, as typed. */
export interface IsianBukti {
	judul: string;
	penunjuk: string;
	tanggal: string;
	berlakuSampai: string;
	tautan: string;
	catatan: string;
	/** An upload that has arrived already, kept while the rest is put right. */
	unggahan?: string;
}

export const isianKosong: IsianBukti = {
	judul: '',
	penunjuk: '',
	tanggal: '',
	berlakuSampai: '',
	tautan: '',
	catatan: '',
};

const tanggal = z.iso.date();

export interface BuktiTerbaca {
	isian: IsianBukti;
	tingkat: number;
	buktiId: number | undefined;
	ajukan: boolean;
	/** Null for a field left empty or that holds no date. */
	tanggal: string | null;
	berlakuSampai: string | null;
}

/** The fields of the evidence form. */
export function bacaBukti(teks: Readonly<Record<string, string>>): BuktiTerbaca {
	const ambil = (nama: string, maks: number) =>
		(teks[nama] ?? '').replace(/\r\n?/g, '\n').trim().slice(0, maks);
	const isian = {
		judul: ambil('judul', 301).replace(/\p{Cc}/gu, ' '),
		penunjuk: ambil('penunjuk', 501),
		tanggal: ambil('tanggal', 10),
		berlakuSampai: ambil('berlakuSampai', 10),
		tautan: ambil('tautan', 2000),
		catatan: ambil('catatan', 20_001),
		...(/^[0-9a-f]{32}$/.test(teks.unggahan ?? '') && { unggahan: teks.unggahan ?? '' }),
	};
	const hari = (isi: string) => (tanggal.safeParse(isi).success ? isi : null);
	const id = ambil('buktiId', 9);
	return {
		isian,
		tingkat: /^\d$/.test(teks.tingkat ?? '') ? Number(teks.tingkat) : -1,
		buktiId: /^\d+$/.test(id) ? Number(id) : undefined,
		ajukan: teks.ajukan === 'ya',
		tanggal: hari(isian.tanggal),
		berlakuSampai: hari(isian.berlakuSampai),
	};
}

/** Where evidence goes, as an upload carries it along: "17/4/I03". */
export interface TempatBukti {
	instansiId: number;
	penilaianId: number;
	indikator: string;
}

export function bacaTempat(teks: string): TempatBukti | null {
	const cocok = /^([1-9]\d{0,8})\/([1-9]\d{0,8})\/(\w{1,20})$/.exec(teks);
	return cocok?.[3]
		? { instansiId: Number(cocok[1]), penilaianId: Number(cocok[2]), indikator: cocok[3] }
		: null;
}

export const tulisTempat = (t: TempatBukti): string => `${t.instansiId}/${t.penilaianId}/${t.indikator}`;

/** The verdict form; null where it cannot be read. */
export function bacaPutusan(form: FormData): {
	bukti: { id: number; revisi: number }[];
	putusan: 'diterima' | 'dikembalikan';
	alasan: Alasan | null;
	catatan: string;
} | null {
	const putusan = form.get('putusan');
	const bukti = form.getAll('bukti').flatMap((b) => {
		const cocok = typeof b === 'string' ? /^(\d{1,9})\.(\d{1,6})$/.exec(b) : null;
		return cocok ? [{ id: Number(cocok[1]), revisi: Number(cocok[2]) }] : [];
	});
	if ((putusan !== 'diterima' && putusan !== 'dikembalikan') || bukti.length === 0) return null;
	const catatan = form.get('catatan');
	return {
		bukti,
		putusan,
		alasan: daftarAlasan.find((a) => a === form.get('alasan')) ?? null,
		catatan: typeof catatan === 'string' ? catatan.replaceAll('\0', '').slice(0, 5001) : '',
	};
}

/** The matrix form: only units with a state chosen. */
export function bacaCakupan(form: FormData): { unitId: number; keadaan: Keadaan; catatan: string }[] {
	const daftar: readonly Keadaan[] = ['ya', 'belum', 'tidak_berlaku'];
	return [...form].flatMap(([nama, isi]) => {
		const id = /^keadaan-(\d{1,9})$/.exec(nama)?.[1];
		const keadaan = daftar.find((k) => k === isi);
		if (id === undefined || !keadaan) return [];
		const catatan = form.get(`catatan-${id}`);
		const teks = typeof catatan === 'string' ? catatan.replaceAll('\0', '').trim() : '';
		return [{ unitId: Number(id), keadaan, catatan: teks }];
	});
}
