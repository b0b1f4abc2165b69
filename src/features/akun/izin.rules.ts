import type { Orang, PeranBerlaku } from '#platform/ctx.ts';
import type { NamaPeran } from './akun.schema.ts';

const pengelola = ['admin_instansi', 'koordinator'] as const;
const dalamInstansi = [
	'koordinator',
	'penanggung_jawab',
	'entri_data',
	'asesor_internal',
	'operator',
	'admin_instansi',
	'pimpinan',
	'auditor',
] as const;

/**
 * Who may do what. An act not named here is allowed to nobody; a role counts only within its institution and, where
 * it is limited to a unit, only for that unit and those below it.
 */
export const izin = {
	'unit.lihat': [...dalamInstansi, 'asesor_eksternal', 'admin_nasional', 'tim_reviu'],
	'unit.kelola': [...pengelola, 'admin_nasional'],
	'orang.lihat': [...pengelola, 'penanggung_jawab', 'admin_nasional'],
	'orang.kelola': ['admin_instansi', 'admin_nasional'],
	'peran.kelola': ['admin_instansi', 'admin_nasional'],
	'peran_nasional.kelola': ['admin_nasional'],
	'asesor.tunjuk': ['admin_nasional'],
	'penilaian.buka': [...pengelola, 'admin_nasional'],
	'penilaian.lihat': [...dalamInstansi, 'asesor_eksternal', 'admin_nasional', 'tim_reviu'],
	'penilaian.tugaskan': ['koordinator', 'penanggung_jawab', 'admin_instansi'],
	'nilai.isi': ['koordinator', 'penanggung_jawab', 'entri_data', 'asesor_internal', 'operator'],
	'bukti.periksa': ['koordinator', 'penanggung_jawab', 'asesor_internal'],
	'nilai.eksternal': ['asesor_eksternal'],
	'alur.serahkan': ['koordinator', 'penanggung_jawab', 'entri_data'],
	'alur.setujui': ['penanggung_jawab'],
	'alur.tandatangani': ['koordinator'],
	'alur.kembalikan': ['koordinator', 'penanggung_jawab'],
	'alur.majukan': ['asesor_eksternal', 'admin_nasional'],
	'sanggahan.ajukan': ['koordinator'],
	'reviu.putuskan': ['tim_reviu'],
	'penetapan.tetapkan': ['tim_reviu', 'admin_nasional'],
	'latihan.nilai': ['asesor_internal'],
	'latihan.reviu': ['koordinator', 'penanggung_jawab', 'asesor_internal'],
	'latihan.tetapkan': ['koordinator', 'penanggung_jawab', 'pimpinan'],
	'putaran.kelola': ['admin_nasional'],
	'utas.tulis': [...dalamInstansi, 'asesor_eksternal', 'tim_reviu'],
	'cakupan.isi': ['koordinator', 'penanggung_jawab', 'entri_data', 'asesor_internal', 'operator'],
	// External assessors see the register through evidence only.
	'kebijakan.lihat': dalamInstansi,
	'kebijakan.tulis': ['koordinator', 'penanggung_jawab', 'entri_data', 'operator'],
	'portal.catat': ['koordinator', 'penanggung_jawab', 'entri_data'],
	'portal.impor': ['koordinator', 'penanggung_jawab'],
	'notula.lihat': [...dalamInstansi],
	'notula.tulis': ['koordinator', 'penanggung_jawab', 'admin_instansi'],
	'tugas.kerjakan': ['koordinator', 'penanggung_jawab', 'entri_data', 'asesor_internal', 'operator'],
	// Targets, plans, costs and the roadmap: read inside the institution, shaped by those who lead the programme.
	'rencana.lihat': dalamInstansi,
	'rencana.kelola': ['koordinator', 'penanggung_jawab'],
	'tindakan.kerjakan': ['koordinator', 'penanggung_jawab', 'entri_data', 'asesor_internal', 'operator'],
	'pimpinan.lihat': ['pimpinan', 'koordinator', 'penanggung_jawab', 'admin_instansi'],
	// Accounts, owners and findings are seen by need: the whole only by those who answer for it, a unit its own systems.
	'akses.kelola': ['koordinator', 'admin_instansi', 'auditor'],
	'akses.putuskan': ['koordinator', 'penanggung_jawab', 'admin_instansi', 'operator'],
	// ICT audits: read inside the institution; planned, run and verified by auditors; answered by whoever is audited.
	'audit.lihat': dalamInstansi,
	'audit.program': ['auditor', 'koordinator', 'penanggung_jawab'],
	'audit.jalankan': ['auditor'],
	'audit.tanggapi': ['koordinator', 'penanggung_jawab', 'entri_data', 'asesor_internal', 'operator'],
	'audit.terima_risiko': ['koordinator', 'penanggung_jawab'],
	'indeks.catat': ['auditor', 'koordinator', 'penanggung_jawab'],
	// Systems and what the checks found show weaknesses: read inside the institution only, by unit where a role is limited.
	'sistem.lihat': dalamInstansi,
	'sistem.kelola': ['koordinator', 'admin_instansi', 'auditor'],
	'izin_periksa.kelola': ['koordinator', 'admin_instansi'],
	'periksa.jalankan': ['koordinator', 'admin_instansi', 'auditor'],
	'aktivitas.lihat': [...pengelola, 'auditor', 'admin_nasional'],
} as const satisfies Record<string, readonly NamaPeran[]>;
export type Tindakan = keyof typeof izin;

/** Where an act takes place. Without a unit it concerns the whole institution. */
export interface Tempat {
	/** Null for what belongs to no institution. */
	instansiId: number | null;
	/** Path of the unit, "/3/17/". */
	jalur?: string | undefined;
}

export type Keputusan = { ok: true } | { ok: false; reason: 'tidak_berwenang' };

/** Whether one of the person's roles allows the act there. */
export function canAct(orang: Pick<Orang, 'peran'>, tindakan: Tindakan, tempat: Tempat): Keputusan {
	const boleh: readonly string[] = izin[tindakan];
	return orang.peran.some((p) => boleh.includes(p.peran) && covers(p, tempat))
		? { ok: true }
		: { ok: false, reason: 'tidak_berwenang' };
}

/** A national role covers everything; any other its institution, and a limited one its unit's subtree. */
function covers(peran: PeranBerlaku, tempat: Tempat): boolean {
	if (peran.instansiId === null) return true;
	if (peran.instansiId !== tempat.instansiId) return false;
	if (peran.unitId === null) return true;
	return peran.jalur !== null && (tempat.jalur ?? '').startsWith(peran.jalur);
}

/** Whether the person's roles at the institution are all from outside it: an assessor, the ministry. */
export function isLuar(orang: Pick<Orang, 'peran'>, instansiId: number): boolean {
	const dalam: readonly string[] = dalamInstansi;
	return !orang.peran.some((p) => p.instansiId === instansiId && dalam.includes(p.peran));
}

/** Where in an institution the person may do it: everywhere, or the subtrees of these unit paths (none: nowhere). */
export function listJalur(
	orang: Pick<Orang, 'peran'>,
	tindakan: Tindakan,
	instansiId: number,
): 'semua' | string[] {
	const boleh: readonly string[] = izin[tindakan];
	const peran = orang.peran.filter(
		(p) => boleh.includes(p.peran) && (p.instansiId === null || p.instansiId === instansiId),
	);
	return peran.some((p) => p.unitId === null) ? 'semua' : peran.flatMap((p) => p.jalur ?? []);
}
