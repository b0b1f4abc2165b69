import { canAct, type Tindakan } from '#features/akun/izin.rules.ts';
import type { Tahap } from './penilaian.rules.ts';

/** Steps of the self-assessment, in order (PermenPANRB 59/2020, lampiran bab III). */
export const daftarLangkah = ['pengisian', 'diperiksa', 'disetujui', 'ditandatangani', 'terkirim'] as const;
export type Langkah = (typeof daftarLangkah)[number];

export interface Jadwal {
	tahap: string;
	/** ISO dates, both included. */
	mulai: string;
	selesai: string;
}

/** Where an assessment stands, for the rules that ask whether something may still be done. */
export interface Keadaan {
	/** A stage, or `selesai` once determined. */
	tahap: string;
	langkah: string;
	/** Opened by somebody from outside since it was sent. */
	dibaca: boolean;
	/** With interview, or without. */
	jenis: 'evaluasi' | 'pemantauan';
	jadwal: readonly Jadwal[];
	/** Today where the institution lies, ISO. */
	kini: string;
}

export type Boleh<R extends string> = { ok: true } | { ok: false; reason: R };

const wib = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Jakarta' });

/** The day in western Indonesia, where days end last: nobody's due date passes before their own midnight. */
export const hariIni = (waktu: Date): string => wib.format(waktu);

const tahapEksternal = ['dokumen', 'interviu', 'visitasi'];

/** Whether a window that the round sets (sanggah, perbaikan) is open. */
export function isJendela({ jadwal, kini }: Pick<Keadaan, 'jadwal' | 'kini'>, tahap: Tahap): boolean {
	return jadwal.some((j) => j.tahap === tahap && j.mulai <= kini && kini <= j.selesai);
}

/** Self-assessed values change only while the institution fills in. */
export function canIsiNilai(k: Keadaan): Boleh<'tahap_lewat' | 'sedang_diperiksa'> {
	if (k.tahap !== 'mandiri') return { ok: false, reason: 'tahap_lewat' };
	return k.langkah === 'pengisian' ? { ok: true } : { ok: false, reason: 'sedang_diperiksa' };
}

/** Evidence changes while the institution fills in, and again in the repair window that the round sets. */
export function canIsiBukti(k: Keadaan): Boleh<'tahap_lewat' | 'sedang_diperiksa'> {
	if (tahapEksternal.includes(k.tahap) && isJendela(k, 'perbaikan')) return { ok: true };
	return canIsiNilai(k);
}

/** External assessors judge from the document stage on until the review, and answer what the review sends back. */
export function canNilaiEksternal(k: Keadaan): Boleh<'tahap_lewat'> {
	return [...tahapEksternal, 'reviu'].includes(k.tahap) ? { ok: true } : { ok: false, reason: 'tahap_lewat' };
}

/** Objections are heard in the interview (Pemdi) and in the window that the round sets. */
export function canSanggah(k: Keadaan): Boleh<'tahap_lewat'> {
	const buka =
		k.tahap === 'interviu' || ([...tahapEksternal, 'reviu'].includes(k.tahap) && isJendela(k, 'sanggah'));
	return buka ? { ok: true } : { ok: false, reason: 'tahap_lewat' };
}

/** The stage after this one; monitoring has no interview, and a visit is held only where the round plans it. */
export function tahapBerikut({
	tahap,
	jenis,
	jadwal,
}: Pick<Keadaan, 'tahap' | 'jenis' | 'jadwal'>): string | null {
	const visitasi = jadwal.some((j) => j.tahap === 'visitasi');
	const jalan = [
		'mandiri',
		'dokumen',
		...(jenis === 'evaluasi' ? ['interviu', ...(visitasi ? ['visitasi'] : [])] : []),
		'reviu',
		'penetapan',
		'selesai',
	];
	return jalan[jalan.indexOf(tahap) + 1] ?? null;
}

/** What stands against going on; empty when nothing does. Each names how many. */
export type Halangan =
	| { sebab: 'belum_dijawab'; banyak: number }
	| { sebab: 'bukti_dikembalikan'; banyak: number }
	| { sebab: 'bukti_belum_diputus'; banyak: number }
	| { sebab: 'belum_valid'; banyak: number }
	| { sebab: 'sanggahan_belum_dijawab'; banyak: number };

export interface Hitungan {
	indikator: number;
	terjawab: number;
	diajukan: number;
	dikembalikan: number;
	/** Indicators whose newest value the review team holds valid. */
	valid: number;
	sanggahanTerbuka: number;
}

/** What is missing before the assessment leaves its present step or stage. */
export function listHalangan(k: Pick<Keadaan, 'tahap' | 'langkah'>, h: Hitungan): Halangan[] {
	const perlu = (sebab: Halangan['sebab'], banyak: number): Halangan[] =>
		banyak > 0 ? [{ sebab, banyak }] : [];
	if (k.tahap === 'mandiri')
		return k.langkah === 'terkirim'
			? []
			: [...perlu('belum_dijawab', h.indikator - h.terjawab), ...perlu('bukti_dikembalikan', h.dikembalikan)];
	if (tahapEksternal.includes(k.tahap))
		return [
			...perlu('bukti_belum_diputus', h.diajukan),
			...perlu('sanggahan_belum_dijawab', h.sanggahanTerbuka),
		];
	if (k.tahap === 'reviu')
		return [
			...perlu('belum_valid', h.indikator - h.valid),
			...perlu('sanggahan_belum_dijawab', h.sanggahanTerbuka),
		];
	return [];
}

export type AksiAlur =
	| 'serahkan'
	| 'setujui'
	| 'tandatangani'
	| 'kirim'
	| 'kembalikan'
	| 'tarik'
	| 'majukan'
	| 'usulkan'
	| 'tetapkan';

export interface Langkahan {
	/** Steps it starts from; none where it is about stages. */
	dari: readonly Langkah[];
	tindakan: Tindakan;
	/** In one's own rehearsal, where the institution plays all parts. */
	latihan?: Tindakan;
	/** The document that is signed by name. */
	dokumen?: 'penyerahan' | 'persetujuan' | 'berita_acara' | 'penetapan_usul' | 'penetapan';
	/** Every hindrance must be out of the way. */
	lengkap?: boolean;
}

/** What moves an assessment on, from where, and who may do it. */
export const aksiAlur: Readonly<Record<AksiAlur, Langkahan>> = {
	serahkan: { dari: ['pengisian'], tindakan: 'alur.serahkan', dokumen: 'penyerahan', lengkap: true },
	setujui: { dari: ['diperiksa'], tindakan: 'alur.setujui', dokumen: 'persetujuan', lengkap: true },
	tandatangani: {
		dari: ['disetujui'],
		tindakan: 'alur.tandatangani',
		dokumen: 'berita_acara',
		lengkap: true,
	},
	kirim: { dari: ['ditandatangani'], tindakan: 'alur.tandatangani', lengkap: true },
	kembalikan: { dari: ['diperiksa', 'disetujui', 'ditandatangani'], tindakan: 'alur.kembalikan' },
	tarik: { dari: ['terkirim'], tindakan: 'alur.tandatangani' },
	majukan: { dari: [], tindakan: 'alur.majukan', latihan: 'latihan.reviu', lengkap: true },
	usulkan: {
		dari: [],
		tindakan: 'penetapan.tetapkan',
		latihan: 'latihan.tetapkan',
		dokumen: 'penetapan_usul',
	},
	tetapkan: { dari: [], tindakan: 'penetapan.tetapkan', latihan: 'latihan.tetapkan', dokumen: 'penetapan' },
};

/** Where an action is possible, by stage and step; who may do it is asked apart. */
export function canAksi(
	k: Pick<Keadaan, 'tahap' | 'langkah' | 'dibaca'>,
	aksi: AksiAlur,
	usul: { orangId: number } | null,
	orangId: number,
): Boleh<'tahap_lewat' | 'sudah_dibaca' | 'orang_kedua'> {
	const tidak = (reason: 'tahap_lewat' | 'sudah_dibaca' | 'orang_kedua') => ({ ok: false as const, reason });
	if (aksi === 'tarik') {
		if (k.tahap !== 'dokumen') return tidak('tahap_lewat');
		return k.dibaca ? tidak('sudah_dibaca') : { ok: true };
	}
	if (aksi === 'majukan')
		return [...tahapEksternal, 'reviu'].includes(k.tahap) ? { ok: true } : tidak('tahap_lewat');
	if (aksi === 'usulkan') return k.tahap === 'penetapan' && !usul ? { ok: true } : tidak('tahap_lewat');
	if (aksi === 'tetapkan') {
		if (k.tahap !== 'penetapan' || !usul) return tidak('tahap_lewat');
		return usul.orangId === orangId ? tidak('orang_kedua') : { ok: true };
	}
	const cocok = k.tahap === 'mandiri' && aksiAlur[aksi].dari.some((l) => l === k.langkah);
	return cocok ? { ok: true } : tidak('tahap_lewat');
}

/** The act that allows an action: leaving the review is the review team's, and a rehearsal has its own. */
export function tindakanAksi(aksi: AksiAlur, k: { tahap: string; latihan: boolean }): Tindakan[] {
	const a = aksiAlur[aksi];
	const utama = aksi === 'majukan' && k.tahap === 'reviu' ? 'reviu.putuskan' : a.tindakan;
	return [utama, ...(k.latihan && a.latihan ? [a.latihan] : [])];
}

type Berperan = Parameters<typeof canAct>[0];

/** External assessors; in an institution's own rehearsal its internal ones play their part. */
export function mayEksternal(
	orang: Berperan,
	instansiId: number,
	p: { penyelenggaraId: number | null },
): boolean {
	if (canAct(orang, 'nilai.eksternal', { instansiId }).ok) return true;
	return p.penyelenggaraId === instansiId && canAct(orang, 'latihan.nilai', { instansiId }).ok;
}

/** The ministry's review team; in an institution's own rehearsal its own people. */
export function mayReviu(
	orang: Berperan,
	instansiId: number,
	p: { penyelenggaraId: number | null },
): boolean {
	if (canAct(orang, 'reviu.putuskan', { instansiId }).ok) return true;
	return p.penyelenggaraId === instansiId && canAct(orang, 'latihan.reviu', { instansiId }).ok;
}
