import { type Keadaan, tahapBerikut } from './alur.rules.ts';

export interface EntriNilai {
	tahap: string;
	nilai: number | null;
	oleh: string | null;
	waktu: Date;
}

/** What one stage holds of an indicator. */
export interface NilaiTahap extends Omit<EntriNilai, 'tahap'> {
	tahap: string;
	/** Stage it was carried over from, where nobody touched it in this one. */
	dari: string | null;
}

/** Stages from the first to the present one, both included; a finished assessment has passed all of them. */
export function listTahapSampai(k: Pick<Keadaan, 'tahap' | 'jenis' | 'jadwal'>): string[] {
	const jalan: string[] = [];
	for (let tahap: string | null = 'mandiri'; tahap; tahap = tahapBerikut({ ...k, tahap })) {
		if (tahap !== 'penetapan' && tahap !== 'selesai') jalan.push(tahap);
		if (tahap === k.tahap) break;
	}
	return jalan;
}

/**
 * The indicator's value in every stage so far, side by side. What is not touched in a stage carries over, with who
 * gave it and when.
 * @param riwayat entries newest first
 */
export function susunTahapan(
	k: Pick<Keadaan, 'tahap' | 'jenis' | 'jadwal'>,
	riwayat: readonly EntriNilai[],
): NilaiTahap[] {
	let kini: EntriNilai | undefined;
	return listTahapSampai(k).flatMap((tahap) => {
		const milik = riwayat.find((r) => r.tahap === tahap);
		kini = milik ?? kini;
		if (!kini) return [];
		const { nilai, oleh, waktu } = kini;
		return [{ tahap, nilai, oleh, waktu, dari: milik ? null : kini.tahap }];
	});
}

/**
 * The item of evidence that the workbench shows: the one asked for, else the first that waits for a verdict, else
 * the first. Null where there is none.
 */
export function pickBukti<B extends { id: number; status: string }>(
	bukti: readonly B[],
	diminta: number | null,
): B | null {
	return (
		bukti.find((b) => b.id === diminta) ?? bukti.find((b) => b.status === 'diajukan') ?? bukti[0] ?? null
	);
}
