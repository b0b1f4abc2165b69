import type { Alasan } from '#features/bukti/bukti.rules.ts';
import { kutip } from '#features/hasil/import-masalah.ts';
import { bacaKode, kodeButir, nomorIndikator } from './paket.rules.ts';

/** The portal's words and what they mean here: data/portal-status.json. */
export interface KamusPortal {
	kolom: Readonly<Record<'indikator' | 'butir' | 'status' | 'alasan', readonly string[]>>;
	status: Readonly<Record<'diterima' | 'dikembalikan' | 'menunggu', readonly string[]>>;
	alasan: readonly { alasan: Alasan; kata: readonly string[] }[];
}

/** One row of the file, as text. */
export interface BarisPortal {
	nomor: number;
	indikator: string;
	butir: string;
	status: string;
	alasan: string;
}
export interface MasalahPortal {
	baris: number | null;
	kolom: string | null;
	pesan: string;
}

/** What is known of an item here. */
export interface ButirDikenal {
	id: number;
	indikator: string;
	huruf: number;
	status: string;
	revisi: number;
	/** The revision that was ticked as entered; null where none was. */
	dimasukkan: number | null;
	/** The newest verdict on each revision, newest first. */
	putusan: readonly {
		revisi: number;
		putusan: 'diterima' | 'dikembalikan';
		alasan: string | null;
		catatan: string;
		sumber: 'matang' | 'portal';
		oleh: string;
	}[];
}

/** One verdict that the file brings. */
export interface PutusanMasuk {
	baris: number;
	buktiId: number;
	indikator: string;
	kode: string;
	/** The revision it is about. */
	revisi: number;
	/** A newer revision exists: the verdict stands by the older one, and the status stays. */
	revisiLama: boolean;
	sebelum: { status: string; oleh: string | null };
	putusan: 'diterima' | 'dikembalikan';
	alasan: Alasan | null;
	catatan: string;
}

export interface RencanaImpor {
	masuk: PutusanMasuk[];
	/** Rows that say what is recorded already. */
	sama: number;
	/** Rows without a verdict yet. */
	menunggu: number;
	masalah: MasalahPortal[];
}

const rapikan = (teks: string): string => teks.toLowerCase().replace(/\s+/g, ' ').trim();

/** Finds the columns by the names that the dictionary knows. */
export function petakanPortal(
	kepala: readonly string[],
	nomorKepala: number,
	kamus: KamusPortal,
):
	| { ok: true; kolom: Record<'indikator' | 'butir' | 'status' | 'alasan', number> }
	| { ok: false; masalah: MasalahPortal[] } {
	const nama = kepala.map(rapikan);
	const cari = (k: keyof KamusPortal['kolom']) =>
		kamus.kolom[k].map((x) => nama.indexOf(x)).find((i) => i >= 0) ?? -1;
	const kolom = {
		indikator: cari('indikator'),
		butir: cari('butir'),
		status: cari('status'),
		alasan: cari('alasan'),
	};
	const kurang = (['butir', 'status'] as const).filter((k) => kolom[k] < 0);
	if (kurang.length === 0) return { ok: true, kolom };
	return {
		ok: false,
		masalah: kurang.map((k) => ({
			baris: nomorKepala,
			kolom: k,
			pesan: `Kolom ${kutip(k)} tidak ada. Nama yang dikenal: ${kamus.kolom[k].join(', ')}. Yang ditemukan: ${kutip(kepala.join(', '))}.`,
		})),
	};
}

/** What the rows would change. Nothing is written; the same rows twice give the same plan, and none after it was carried out. */
export function rencanakan(
	baris: readonly BarisPortal[],
	dikenal: readonly ButirDikenal[],
	kamus: KamusPortal,
): RencanaImpor {
	const hasil: RencanaImpor = { masuk: [], sama: 0, menunggu: 0, masalah: [] };
	const sudah = new Map<number, number>();
	for (const b of baris) {
		const satu = rencanakanBaris(b, dikenal, kamus);
		if ('pesan' in satu) hasil.masalah.push(satu);
		else if (satu.jenis === 'menunggu') hasil.menunggu++;
		else if (sudah.has(satu.buktiId))
			hasil.masalah.push({
				baris: b.nomor,
				kolom: 'butir',
				pesan: `Butir ${kutip(b.butir)} sudah disebut di baris ${sudah.get(satu.buktiId)}; baris ini dilewati.`,
			});
		else {
			sudah.set(satu.buktiId, b.nomor);
			if (satu.jenis === 'sama') hasil.sama++;
			else hasil.masuk.push(satu.masuk);
		}
	}
	return hasil;
}

type Satu =
	| MasalahPortal
	| { jenis: 'menunggu' }
	| { jenis: 'sama'; buktiId: number }
	| { jenis: 'masuk'; buktiId: number; masuk: PutusanMasuk };

function rencanakanBaris(b: BarisPortal, dikenal: readonly ButirDikenal[], kamus: KamusPortal): Satu {
	const salah = (kolom: string, pesan: string): MasalahPortal => ({ baris: b.nomor, kolom, pesan });
	const butir = cariButir(b, dikenal);
	if (typeof butir === 'string') return salah('butir', butir);
	const kata = rapikan(b.status);
	const status = (['diterima', 'dikembalikan', 'menunggu'] as const).find((s) =>
		kamus.status[s].includes(kata),
	);
	if (!status)
		return salah(
			'status',
			`Status ${kutip(b.status)} tidak dikenal. Yang dikenal: ${[...kamus.status.diterima, ...kamus.status.dikembalikan].join(', ')}.`,
		);
	if (status === 'menunggu') return { jenis: 'menunggu' };
	const kode = kodeButir(butir.indikator, butir.huruf);
	if (butir.status === 'draf')
		return salah('butir', `Butir ${kode} masih draf di Matang. Ajukan dulu, lalu muat lagi berkas ini.`);
	const catatan = b.alasan.trim().slice(0, 5000);
	const alasan = status === 'dikembalikan' ? pilihAlasan(catatan, kamus) : null;
	const revisi = butir.dimasukkan ?? butir.revisi;
	const lama = butir.putusan.find((p) => p.revisi === revisi);
	const serupa =
		lama?.sumber === 'portal' &&
		lama.putusan === status &&
		lama.alasan === alasan &&
		lama.catatan === catatan;
	if (serupa) return { jenis: 'sama', buktiId: butir.id };
	return {
		jenis: 'masuk',
		buktiId: butir.id,
		masuk: {
			...{ baris: b.nomor, buktiId: butir.id, indikator: butir.indikator, kode, revisi },
			...{ revisiLama: revisi !== butir.revisi, putusan: status, alasan, catatan },
			sebelum: { status: butir.status, oleh: lama?.oleh ?? null },
		},
	};
}

/** The item that a row names, or why there is none. */
function cariButir(b: BarisPortal, dikenal: readonly ButirDikenal[]): ButirDikenal | string {
	const nomor = b.indikator.trim() === '' ? null : nomorIndikator(b.indikator);
	const utuh = bacaKode(b.butir) ?? (nomor === null ? null : bacaKode(`${nomor}.${b.butir.trim()}`));
	if (!utuh)
		return `Butir ${kutip(b.butir)} tidak terbaca. Tulis nomor indikator dan hurufnya, misalnya 1.a.`;
	if (nomor !== null && nomor !== utuh.nomor)
		return `Butir ${kutip(b.butir)} bukan milik indikator ${kutip(b.indikator)}.`;
	const ada = dikenal.find(
		(d) =>
			nomorIndikator(d.indikator) === utuh.nomor &&
			kodeButir(d.indikator, d.huruf) === `${utuh.nomor}.${utuh.huruf}`,
	);
	if (!ada) return `Butir ${utuh.nomor}.${utuh.huruf} tidak ada dalam penilaian ini.`;
	return ada.status === 'ditarik' ? `Butir ${utuh.nomor}.${utuh.huruf} sudah ditarik di Matang.` : ada;
}

/** The reason type whose words the text contains; the first that the dictionary lists, else "lainnya". */
export function pilihAlasan(teks: string, kamus: Pick<KamusPortal, 'alasan'>): Alasan {
	const rata = rapikan(teks);
	return kamus.alasan.find((a) => a.kata.some((k) => rata.includes(k)))?.alasan ?? 'lainnya';
}
