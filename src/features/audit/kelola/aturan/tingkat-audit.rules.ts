import { mundur } from '#features/bukti/peringatan.rules.ts';
import { daftarPokok, type JenisAudit, type Lembaga, type Pelaksana, type Pokok } from './audit.rules.ts';

export interface AturanTingkat {
	/** Years between two audits of what is the institution's own. */
	jarakTahun: number;
	/** Months that an audit counts as evidence. */
	berlakuBulan: number;
	/** Whether level 2 wants an audit that was done, and not a programme alone. */
	tingkatDuaPerluAudit: boolean;
}

export interface TemuanRingkas {
	keadaan: string;
	/** Whether its completion is proven. */
	berbukti: boolean;
	/** ISO, until when a risk is accepted. */
	sampai: string | null;
}
/** An audit whose report is out. */
export interface AuditTerlapor {
	id: number;
	jenis: JenisAudit;
	pelaksana: Pelaksana;
	/** ISO day of the report. */
	tanggal: string;
	pokok: readonly Pokok[];
	/** Auditors in the team. */
	auditor: number;
	/** How many of them hold a certificate. */
	bersertifikat: number;
	lembaga: Lembaga | null;
	reviuMutu: boolean;
	temuan: readonly TemuanRingkas[];
}
export interface BahanTingkat {
	kini: string;
	jenis: JenisAudit;
	program: readonly { tahun: number; petaId: number | null }[];
	/** The guideline of indicator 9: enacted, and whether it speaks of this kind of audit. */
	pedoman: { berlaku: boolean; memuat: boolean };
	audit: readonly AuditTerlapor[];
}

/** A condition of a level. */
export type KodeSyarat =
	| 'program'
	| 'program_jarak'
	| 'program_peta'
	| 'audit_ada'
	| 'pedoman'
	| 'pedoman_memuat'
	| 'audit_internal'
	| 'pokok_lengkap'
	| 'auditor_eksternal'
	| 'evaluasi_hasil'
	| 'tindak_lanjut';
export interface SyaratTingkat {
	tingkat: number;
	kode: KodeSyarat;
	ok: boolean;
	/** The audit that meets it. */
	auditId: number | null;
	/** Matters not looked at, or findings still open: how many. */
	kurang: number;
}
export interface DukunganAudit {
	tingkat: number;
	syarat: SyaratTingkat[];
	/** What is missing for the level after; empty at the last. */
	kurang: SyaratTingkat[];
	/** The day from which the supporting audits no longer count, ISO; null without one. */
	sampai: string | null;
}

/** Which level of indicators 29 to 31 the papers of the audit support, with what is there and what is missing. */
export function hitungTingkatAudit(b: BahanTingkat, aturan: AturanTingkat): DukunganAudit {
	const sejak = mundur(b.kini, aturan.berlakuBulan);
	const berlaku = b.audit
		.filter((a) => a.jenis === b.jenis && a.tanggal >= sejak && a.tanggal <= b.kini)
		.sort((x, y) => y.tanggal.localeCompare(x.tanggal) || y.id - x.id);
	const internal = pilih(berlaku.filter((a) => a.pelaksana === 'internal' && a.auditor > 0));
	const luar = berlaku.filter((a) => a.pelaksana === 'eksternal');
	const eksternal = luar.find(isBersertifikat) ?? null;
	const syarat = [
		...syaratProgram(b, aturan, berlaku),
		...syaratPedoman(b, internal),
		buat(4, 'auditor_eksternal', eksternal !== null, eksternal),
		...(eksternal ? [buat(4, 'evaluasi_hasil', eksternal.reviuMutu, eksternal)] : []),
		...syaratTindak(b.kini, [internal, eksternal]),
	];
	const tingkat = [2, 3, 4, 5].find((n) => syarat.some((s) => s.tingkat === n && !s.ok)) ?? 6;
	const dipakai = [internal, eksternal].flatMap((a) => (a && tingkat > 3 ? [a.tanggal] : []));
	return {
		tingkat: tingkat - 1,
		syarat,
		kurang: syarat.filter((s) => s.tingkat === tingkat && !s.ok),
		sampai: dipakai.length === 0 ? null : mundur(dipakai.sort()[0] ?? '', -aturan.berlakuBulan),
	};
}

const buat = (
	tingkat: number,
	kode: KodeSyarat,
	ok: boolean,
	audit: AuditTerlapor | null = null,
	kurang = 0,
): SyaratTingkat => ({ tingkat, kode, ok, auditId: audit?.id ?? null, kurang });

/** The newest audit that looked at everything, else the one that looked at most. */
function pilih(audit: readonly AuditTerlapor[]): AuditTerlapor | null {
	return [...audit].sort((x, y) => y.pokok.length - x.pokok.length)[0] ?? null;
}

/** An auditing institution, or a team of which each auditor is certified. */
const isBersertifikat = (a: AuditTerlapor): boolean =>
	a.lembaga === 'latik' ||
	a.lembaga === 'latik_pemerintah' ||
	(a.auditor > 0 && a.bersertifikat === a.auditor);

function syaratProgram(
	b: BahanTingkat,
	aturan: AturanTingkat,
	berlaku: readonly AuditTerlapor[],
): SyaratTingkat[] {
	const tahunIni = Number(b.kini.slice(0, 4));
	const tahun = [...new Set(b.program.map((p) => p.tahun))].sort((x, y) => x - y);
	const berjalan = tahun.length >= 2 && (tahun.at(-1) ?? 0) >= tahunIni;
	const rapat = tahun.every((t, n) => n === 0 || t - (tahun[n - 1] ?? t) <= aturan.jarakTahun);
	const tanpaPeta = b.program.filter((p) => p.petaId === null).length;
	return [
		buat(2, 'program', berjalan),
		...(berjalan
			? [buat(2, 'program_jarak', rapat), buat(2, 'program_peta', tanpaPeta === 0, null, tanpaPeta)]
			: []),
		...(aturan.tingkatDuaPerluAudit ? [buat(2, 'audit_ada', berlaku.length > 0, berlaku[0] ?? null)] : []),
	];
}

function syaratPedoman(b: BahanTingkat, internal: AuditTerlapor | null): SyaratTingkat[] {
	const lewat = internal ? daftarPokok.length - new Set(internal.pokok).size : 0;
	return [
		buat(3, 'pedoman', b.pedoman.berlaku),
		...(b.pedoman.berlaku ? [buat(3, 'pedoman_memuat', b.pedoman.memuat)] : []),
		buat(3, 'audit_internal', internal !== null, internal),
		...(internal ? [buat(3, 'pokok_lengkap', lewat === 0, internal, lewat)] : []),
	];
}

/** Level 5: everything that was found is mended and proven, or accepted for a time that is not over. */
function syaratTindak(kini: string, audit: readonly (AuditTerlapor | null)[]): SyaratTingkat[] {
	const ada = audit.flatMap((a) => a ?? []);
	const terbuka = ada
		.flatMap((a) => a.temuan)
		.filter((t) => !isTertutup(t, kini) || (t.keadaan === 'selesai' && !t.berbukti));
	return [
		buat(5, 'tindak_lanjut', ada.length > 0 && terbuka.length === 0, ada.at(-1) ?? null, terbuka.length),
	];
}

/** Whether nothing is to be done about a finding any more. */
export const isTertutup = (t: Pick<TemuanRingkas, 'keadaan' | 'sampai'>, kini: string): boolean =>
	t.keadaan === 'selesai' || (t.keadaan === 'risiko_diterima' && t.sampai !== null && t.sampai >= kini);
