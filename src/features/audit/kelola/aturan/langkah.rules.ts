import type { KeadaanAudit } from './audit.rules.ts';
import type { SyaratTingkat } from './tingkat-audit.rules.ts';

export type LangkahRuang =
	| 'program'
	| 'peta'
	| 'pedoman'
	| 'audit'
	| 'lanjut'
	| 'temuan'
	| 'eksternal'
	| 'cukup';

/** What is best done next in the room, and the audit it is about. */
export function langkahRuang(r: {
	program: readonly { petaId: number | null }[];
	audit: readonly { id: number; keadaan: KeadaanAudit }[];
	/** Conditions that miss for the next level of any indicator. */
	kurang: readonly Pick<SyaratTingkat, 'kode'>[];
	terlambat: number;
}): { langkah: LangkahRuang; auditId: number | null } {
	const ya = (langkah: LangkahRuang, auditId: number | null = null) => ({ langkah, auditId });
	const kurang = (kode: SyaratTingkat['kode']) => r.kurang.some((k) => k.kode === kode);
	if (r.program.length === 0) return ya('program');
	if (r.program.some((p) => p.petaId === null)) return ya('peta');
	if (r.terlambat > 0) return ya('temuan');
	const jalan = r.audit.find((a) => a.keadaan !== 'selesai' && a.keadaan !== 'tindak_lanjut');
	if (jalan) return ya('lanjut', jalan.id);
	if (kurang('pedoman') || kurang('pedoman_memuat')) return ya('pedoman');
	if (kurang('audit_ada') || kurang('audit_internal') || kurang('pokok_lengkap')) return ya('audit');
	return ya(kurang('auditor_eksternal') ? 'eksternal' : 'cukup');
}
