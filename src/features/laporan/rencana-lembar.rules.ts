import type { InstrumenLengkap } from '#features/instrumen/instrumen.schema.ts';
import { bacaNilai } from '#features/penilaian/penilaian.rules.ts';
import { formatAngka } from '#ui/format.ts';
import {
	type EntriLembarKerja,
	HURUF_PENJELASAN,
	type IsiLembar,
	kolomLembar,
} from './lembar-kerja.rules.ts';

/** A row of a paper that came back. */
export interface BarisLembar extends IsiLembar {
	lembar: string;
	/** Row of the sheet, from 1. */
	nomor: number;
	indikator: string;
	/** Named as a problem already; nothing of it is taken. */
	dilewati?: boolean;
}

export interface LembarTerbaca {
	identitas: Readonly<Record<string, string>>;
	/** Ledger position of each indicator when the paper was made. */
	posisi: ReadonlyMap<string, bigint>;
	baris: BarisLembar[];
	masalah: MasalahLembar[];
}

export interface MasalahLembar {
	lembar: string | null;
	baris: number | null;
	pesan: string;
}

/** A changed row, with what it is to be written over. */
export interface UbahanLembar extends IsiLembar {
	indikator: string;
	nama: string;
	/** Id of the newest entry that was looked at; the writing is refused where a newer one has come. */
	dasar: string;
	/** What stands now. */
	kini: IsiLembar & { oleh: string | null; waktu: Date | null };
	/** What stood when the paper was made, where somebody has been at it since. */
	awal: IsiLembar | null;
}

export interface RencanaLembar {
	masuk: UbahanLembar[];
	/** Changed in the paper and meanwhile by somebody else. */
	bentrok: UbahanLembar[];
	sama: number;
	masalah: MasalahLembar[];
}

const KOSONG: IsiLembar = { nilai: '', fakta: '', analisis: '', justifikasi: '' };
/** What a spreadsheet may do to line ends and spaces is no change. */
const rapikan = (teks: string): string =>
	teks
		.replaceAll('_x000D_', '')
		.replace(/\r\n?/g, '\n')
		.replace(/[ \t]+$/gm, '')
		.trim();

/** A whole level as such, a decimal one in Indonesian form. */
const tulisNilai = (n: number): string => (n % 100 === 0 ? String(n / 100) : formatAngka(n, 'id'));

const isiEntri = (e: EntriLembarKerja | undefined): IsiLembar =>
	e === undefined
		? KOSONG
		: {
				nilai: e.nilai === null ? '' : tulisNilai(e.nilai),
				fakta: e.fakta,
				analisis: e.analisis,
				justifikasi: e.justifikasi,
			};

export interface KeadaanLembar {
	rangka: InstrumenLengkap;
	/** Oldest first; the newest of every indicator among them. */
	entri: readonly EntriLembarKerja[];
	boleh: (id: string) => boolean;
	/** After the self-assessment a changed value needs its grounds. */
	luar: boolean;
}

/**
 * What a paper would change. A row that says what it said when it was made changes nothing, whatever others did since;
 * one that somebody else changed meanwhile is a conflict and never written by itself.
 */
export function rencanakanLembar(
	{ baris, posisi, masalah }: LembarTerbaca,
	keadaan: KeadaanLembar,
): RencanaLembar {
	const { rangka, boleh } = keadaan;
	const hasil: RencanaLembar = { masuk: [], bentrok: [], sama: 0, masalah: [...masalah] };
	const nama = new Map(
		[...rangka.domain.flatMap((d) => d.aspek), ...rangka.aspek].flatMap((a) =>
			a.indikator.map((i) => [i.id, i.pendek] as const),
		),
	);
	const lihat = new Set<string>();
	for (const b of baris) {
		const tolak = (pesan: string) => hasil.masalah.push({ lembar: b.lembar, baris: b.nomor, pesan });
		const judul = nama.get(b.indikator);
		if (judul === undefined)
			tolak(`Kode "${b.indikator.slice(0, 20)}" tidak ada di instrumen ini. Kembalikan kode aslinya.`);
		else if (lihat.has(b.indikator)) tolak(`${b.indikator} sudah ada di baris lain. Hapus salah satunya.`);
		else if (!boleh(b.indikator))
			tolak(
				`${b.indikator} tidak dapat Anda isi sekarang. Minta koordinator menugaskannya, atau biarkan seperti semula.`,
			);
		else if (!b.dilewati) {
			const pesan = periksaBaris(hasil, { ...b, nama: judul }, posisi.get(b.indikator), keadaan);
			if (pesan !== null) tolak(pesan);
		}
		lihat.add(b.indikator);
	}
	for (const id of posisi.keys())
		if (!lihat.has(id))
			hasil.masalah.push({
				lembar: null,
				baris: null,
				pesan: `${id} tidak ditemukan di lembar mana pun, jadi tidak dimuat. Barisnya terhapus, atau judul kolom "${kolomLembar.kode}" berubah.`,
			});
	return hasil;
}

/** Sorts a row into the plan. @returns why it cannot be taken, or null */
function periksaBaris(
	hasil: RencanaLembar,
	b: BarisLembar & { nama: string },
	posisi: bigint | undefined,
	{ rangka, entri, luar }: KeadaanLembar,
): string | null {
	const milik = entri.filter((e) => e.indikator === b.indikator);
	const kini = milik.at(-1);
	const awal = posisi === undefined || posisi === 0n ? undefined : milik.find((e) => e.id === posisi);
	if (posisi === undefined || (posisi !== 0n && !awal))
		return `Letak ${b.indikator} dalam catatan tidak terbaca. Unduh lembar baru lalu salin isiannya.`;
	const nilai = bacaNilai(rangka, b.indikator, b.nilai);
	const semula = isiEntri(awal);
	const baru: IsiLembar = {
		nilai: b.nilai.trim(),
		fakta: pilihTeks(semula.fakta, b.fakta),
		analisis: pilihTeks(semula.analisis, b.analisis),
		justifikasi: luar ? pilihTeks(semula.justifikasi, b.justifikasi) : semula.justifikasi,
	};
	if (!nilai.ok) return `${b.indikator}: ${nilai.pesan}`;
	if (nilai.nilai !== null) baru.nilai = tulisNilai(nilai.nilai);
	const beda = (lain: IsiLembar) =>
		(Object.keys(KOSONG) as (keyof IsiLembar)[]).some((k) => rapikan(lain[k]) !== rapikan(baru[k]));
	if (!beda(semula) || !beda(isiEntri(kini))) {
		hasil.sama++;
		return null;
	}
	const panjang = (['fakta', 'analisis', 'justifikasi'] as const).find(
		(k) => baru[k].length > HURUF_PENJELASAN,
	);
	if (panjang)
		return `${b.indikator}: ${kolomLembar[panjang]} lebih dari ${HURUF_PENJELASAN} huruf. Ringkas, lalu muat lagi.`;
	if (luar && baru.justifikasi.trim() === '')
		return `${b.indikator}: isi ${kolomLembar.justifikasi} untuk nilai yang diubah.`;
	const ubahan: UbahanLembar = {
		...{ indikator: b.indikator, nama: b.nama, dasar: String(kini?.id ?? 0n), ...baru },
		kini: { ...isiEntri(kini), oleh: kini?.oleh ?? null, waktu: kini?.waktu ?? null },
		awal: kini?.id === awal?.id ? null : semula,
	};
	(ubahan.awal === null ? hasil.masuk : hasil.bentrok).push(ubahan);
	return null;
}

/** The text as it stood where the paper's differs in nothing but line ends. */
const pilihTeks = (semula: string, lembar: string): string =>
	rapikan(semula) === rapikan(lembar)
		? semula
		: lembar.replaceAll('_x000D_', '').replace(/\r\n?/g, '\n').trim();
