import { daftarJenisAudit, type JenisAudit, type Pelaksana } from './audit.rules.ts';

/** A system of the register, as far as the programme looks at it. */
export interface SistemProgram {
	nama: string;
	/** 0 the most critical. */
	urutan: number;
	/** Kinds of audit that concern it. */
	jenis: readonly JenisAudit[];
}
export interface AturanProgram {
	tahun: number;
	instansiTahun: number;
	umumTahun: number;
}
export interface BarisProgram {
	tahun: number;
	jenis: JenisAudit;
	pelaksana: Pelaksana;
	objek: string;
}

/** Systems named in one row of the programme. */
const NAMA_TERBANYAK = 8;
const umum: Readonly<Record<JenisAudit, string>> = {
	infrastruktur: 'Jaringan intra, pusat data, dan sistem penghubung layanan milik instansi',
	aplikasi: 'Aplikasi khusus milik instansi',
	keamanan: 'Keamanan aplikasi dan infrastruktur milik instansi',
};

/**
 * A programme for the years from this one: each kind as often as it must be, internal first and an external one in
 * the year after, the most critical systems named first. Years that are already planned are left as they are.
 * @param seringkali kinds in which the institution runs something common or national, audited more often
 */
export function usulkanProgram(
	mulai: number,
	sistem: readonly SistemProgram[],
	seringkali: readonly JenisAudit[],
	ada: readonly Pick<BarisProgram, 'tahun' | 'jenis' | 'pelaksana'>[],
	aturan: AturanProgram,
): BarisProgram[] {
	return daftarJenisAudit.flatMap((jenis) => {
		const kena = sistem.filter((s) => s.jenis.includes(jenis)).sort((a, b) => a.urutan - b.urutan);
		const jarak = seringkali.includes(jenis) ? aturan.umumTahun : aturan.instansiTahun;
		const objek = susunObjek(jenis, kena);
		return Array.from({ length: aturan.tahun }, (_, n) => mulai + n).flatMap((tahun): BarisProgram[] => {
			const giliran = (tahun - mulai) % jarak === 0;
			const sesudah = tahun > mulai && (tahun - mulai - 1) % aturan.instansiTahun === 0;
			const usul: Pelaksana[] = [
				...(giliran ? ['internal' as const] : []),
				...(sesudah ? ['eksternal' as const] : []),
			];
			return usul
				.filter((p) => !ada.some((a) => a.tahun === tahun && a.jenis === jenis && a.pelaksana === p))
				.map((pelaksana) => ({ tahun, jenis, pelaksana, objek }));
		});
	});
}

function susunObjek(jenis: JenisAudit, sistem: readonly SistemProgram[]): string {
	if (sistem.length === 0) return umum[jenis];
	const nama = sistem.slice(0, NAMA_TERBANYAK).map((s) => s.nama);
	const lain = sistem.length - nama.length;
	return lain > 0 ? `${nama.join(', ')}, dan ${lain} sistem lain` : nama.join(', ');
}
