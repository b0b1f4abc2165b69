import { canAct } from '#features/akun/izin.rules.ts';
import type { Orang } from '#platform/ctx.ts';
import { type Boleh, mayEksternal } from './alur.rules.ts';
import type { BuktiTambahan, NilaiTahapTersimpan, Pertemuan, Tanya } from './interviu.store.ts';

export type JenisPertemuan = Pertemuan['jenis'];
export type Pihak = 'instansi' | 'asesor';

export const dokumenPertemuan: Readonly<Record<JenisPertemuan, string>> = {
	interviu: 'berita_acara_interviu',
	visitasi: 'berita_acara_visitasi',
};

/** Minutes are written and signed from the meeting's stage until the review ends. */
export function canBeritaAcara(tahap: string, jenis: JenisPertemuan): Boleh<'tahap_lewat'> {
	const boleh = jenis === 'interviu' ? ['interviu', 'visitasi', 'reviu'] : ['visitasi', 'reviu'];
	return boleh.includes(tahap) ? { ok: true } : { ok: false, reason: 'tahap_lewat' };
}

/** Sides for which the person may sign: the assessor's, the institution's (coordinator or person in charge). */
export function listPihak(
	orang: Pick<Orang, 'peran'>,
	instansiId: number,
	p: { penyelenggaraId: number | null },
): Pihak[] {
	const instansi = (['alur.tandatangani', 'alur.setujui'] as const).some(
		(t) => canAct(orang, t, { instansiId }).ok,
	);
	return [
		...(instansi ? (['instansi'] as const) : []),
		...(mayEksternal(orang, instansiId, p) ? (['asesor'] as const) : []),
	];
}

export interface UbahanNilai {
	indikator: string;
	/** Hundredths before the meeting's stage and in it. */
	dari: number | null;
	ke: number | null;
	justifikasi: string;
}

/** Exactly what the minutes say and both sides sign. */
export interface IsiPertemuan extends Pertemuan {
	penilaian: number;
	tanya: { indikator: string; isi: string; jawaban: string[] }[];
	nilai: UbahanNilai[];
	bukti: { indikator: string; huruf: number; judul: string; penunjuk: string }[];
}

const urutan = ['mandiri', 'dokumen', 'interviu', 'visitasi', 'reviu'];

/** Values that the meeting's stage changed or confirmed, against what stood before it. */
export function listUbahan(nilai: readonly NilaiTahapTersimpan[], tahap: JenisPertemuan): UbahanNilai[] {
	return nilai
		.filter((n) => n.tahap === tahap)
		.map((n) => {
			const sebelum = nilai
				.filter((l) => l.indikator === n.indikator && urutan.indexOf(l.tahap) < urutan.indexOf(tahap))
				.sort((a, b) => urutan.indexOf(b.tahap) - urutan.indexOf(a.tahap))[0];
			return {
				indikator: n.indikator,
				dari: sebelum?.nilai ?? null,
				ke: n.nilai,
				justifikasi: n.justifikasi,
			};
		});
}

/** The minutes of a meeting, as they are signed. */
export function susunIsiPertemuan(
	penilaianId: number,
	pertemuan: Pertemuan,
	s: { tanya: readonly Tanya[]; nilai: readonly NilaiTahapTersimpan[]; bukti: readonly BuktiTambahan[] },
): IsiPertemuan {
	const { jenis, tanggal, tempat, hadir, ringkasan } = pertemuan;
	return {
		penilaian: penilaianId,
		jenis,
		tanggal,
		tempat,
		hadir,
		ringkasan,
		tanya: s.tanya
			.filter((t) => t.jenis === (jenis === 'interviu' ? 'pertanyaan' : 'kunjungan'))
			.map((t) => ({ indikator: t.indikator, isi: t.isi, jawaban: t.jawaban.map((j) => j.isi) })),
		nilai: listUbahan(s.nilai, jenis),
		bukti: s.bukti
			.filter((b) => b.tahap === jenis)
			.map(({ indikator, huruf, judul, penunjuk }) => ({ indikator, huruf, judul, penunjuk })),
	};
}
