import { selisihHari } from '#features/penilaian/penilaian.rules.ts';
import type { BarisTindakan } from '../tindakan/list-tindakan.ts';

/** The target that counts: of this year or the next one set, else the last; what the institution set here before what it published. */
export function pilihSasaran<T extends { tahun: number; sumber: string | null }>(
	daftar: readonly T[],
	tahun: number,
): T | null {
	const urut = (sendiri: boolean) => {
		const milik = daftar.filter((s) => (s.sumber === null) === sendiri).sort((a, b) => a.tahun - b.tahun);
		return milik.find((s) => s.tahun >= tahun) ?? milik.at(-1);
	};
	return urut(true) ?? urut(false) ?? null;
}

interface Lewat {
	unitId: number | null;
	unit: string | null;
	tenggat: string | null;
}

export interface UnitTelat {
	unitId: number;
	unit: string;
	/** Assignments of an assessment, tasks of meetings, actions. */
	penugasan: number;
	tugas: number;
	tindakan: number;
	/** Days since the oldest due date. */
	hari: number;
}

/** Units with anything past its day, those with most first, then those late for longest. */
export function susunTelat(
	lewat: Readonly<Record<'penugasan' | 'tugas' | 'tindakan', readonly Lewat[]>>,
	kini: string,
): UnitTelat[] {
	const unit = new Map<number, UnitTelat>();
	for (const jenis of ['penugasan', 'tugas', 'tindakan'] as const)
		for (const l of lewat[jenis]) {
			if (l.unitId === null || l.tenggat === null || l.tenggat >= kini) continue;
			const kosong = { unitId: l.unitId, unit: l.unit ?? '', penugasan: 0, tugas: 0, tindakan: 0, hari: 0 };
			const ada = unit.get(l.unitId) ?? kosong;
			unit.set(l.unitId, {
				...ada,
				[jenis]: ada[jenis] + 1,
				hari: Math.max(ada.hari, selisihHari(l.tenggat, kini)),
			});
		}
	return [...unit.values()].sort((a, b) => jumlah(b) - jumlah(a) || b.hari - a.hari || a.unitId - b.unitId);
}

export const jumlah = (u: UnitTelat): number => u.penugasan + u.tugas + u.tindakan;

/** Something only the leader can decide. `poin` are index points at stake, three decimals. */
export type Keputusan =
	| { jenis: 'tetapkan_sasaran' }
	| { jenis: 'perintahkan_unit'; unitId: number; unit: string; banyak: number; hari: number; poin: string }
	| { jenis: 'tunjuk_unit'; id: number; judul: string; poin: string }
	| { jenis: 'putuskan_anggaran'; tahun: number; judul: string; rupiah: bigint }
	| { jenis: 'tambah_tindakan'; kurang: number }
	| { jenis: 'majukan_tenggat'; id: number; judul: string; poin: string };

export interface BahanKeputusan {
	/** Hundredths; null where there is none. */
	sasaran: number | null;
	prakiraan: number | null;
	tindakan: readonly Pick<
		BarisTindakan,
		'id' | 'judul' | 'unitId' | 'desakan' | 'hitungan' | 'poin' | 'keadaan'
	>[];
	telat: readonly UnitTelat[];
	/** Rows of the roadmap of this and the next year that lack money, most first. */
	kurangAnggaran: readonly { tahun: number; judul: string; rupiah: bigint }[];
}

/** In which order kinds of decisions are put before the leader; one of each comes before a second of any. */
const urutan = [sasaranKosong, unitTelat, tanpaUnit, tanpaAnggaran, kurangTindakan, terlaluLambat] as const;

/** The decisions to take now, at most three. */
export function pilihKeputusan(b: BahanKeputusan, banyak = 3): Keputusan[] {
	const per = urutan.map((cari) => cari(b));
	const terpanjang = Math.max(...per.map((p) => p.length));
	const selang = Array.from({ length: terpanjang }, (_, n) => per.flatMap((p) => p[n] ?? []));
	return selang.flat().slice(0, banyak);
}

function sasaranKosong({ sasaran }: BahanKeputusan): Keputusan[] {
	return sasaran === null ? [{ jenis: 'tetapkan_sasaran' }] : [];
}

/** Units whose late actions cost most come first. */
function unitTelat({ telat, tindakan }: BahanKeputusan): Keputusan[] {
	return telat
		.map((u) => {
			const milik = tindakan.filter((t) => t.unitId === u.unitId && t.desakan === 'terlambat');
			return { u, seribu: milik.reduce((n, t) => n + seribuan(t.poin), 0) };
		})
		.sort((a, b) => b.seribu - a.seribu)
		.map(({ u: { unitId, unit, hari, ...u }, seribu }) => ({
			...{ jenis: 'perintahkan_unit' as const, unitId, unit, hari },
			banyak: u.penugasan + u.tugas + u.tindakan,
			poin: tulisSeribuan(seribu),
		}));
}

const terbuka = (b: BahanKeputusan) =>
	b.tindakan
		.filter((t) => t.keadaan !== 'selesai' && t.keadaan !== 'batal')
		.sort((x, y) => seribuan(y.poin) - seribuan(x.poin));

function tanpaUnit(b: BahanKeputusan): Keputusan[] {
	return terbuka(b)
		.filter((t) => t.unitId === null)
		.map(({ id, judul, poin }) => ({ jenis: 'tunjuk_unit', id, judul, poin }));
}

function tanpaAnggaran({ kurangAnggaran }: BahanKeputusan): Keputusan[] {
	return kurangAnggaran.map((k) => ({ jenis: 'putuskan_anggaran', ...k }));
}

function kurangTindakan({ sasaran, prakiraan }: BahanKeputusan): Keputusan[] {
	if (sasaran === null || prakiraan === null || prakiraan >= sasaran) return [];
	return [{ jenis: 'tambah_tindakan', kurang: sasaran - prakiraan }];
}

function terlaluLambat(b: BahanKeputusan): Keputusan[] {
	return terbuka(b)
		.filter((t) => t.hitungan === 'lewat_batas' && seribuan(t.poin) > 0)
		.map(({ id, judul, poin }) => ({ jenis: 'majukan_tenggat', id, judul, poin }));
}

/** "0.026" as 26. */
const seribuan = (poin: string): number => Number(poin.replace('.', ''));
const tulisSeribuan = (n: number): string => `${Math.trunc(n / 1000)}.${String(n % 1000).padStart(3, '0')}`;
