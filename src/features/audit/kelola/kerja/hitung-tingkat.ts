import { readRegister } from '#features/kebijakan/kebijakan.store.ts';
import { readAturanKebijakan } from '#features/kebijakan/read-aturan-kebijakan.ts';
import { hitung } from '#features/kebijakan/read-kebijakan.ts';
import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { daftarJenisAudit, indikatorAudit, type JenisAudit } from '../aturan/audit.rules.ts';
import { readAturanAudit } from '../aturan/read-aturan-audit.ts';
import { type AuditTerlapor, type DukunganAudit, hitungTingkatAudit } from '../aturan/tingkat-audit.rules.ts';
import type { Program } from '../program/program.store.ts';
import type { Audit } from './audit.store.ts';

/** Indicator of the policy on ICT audits, the guideline of them all. */
export const KEBIJAKAN_AUDIT = 'I09';

export interface TingkatJenis {
	jenis: JenisAudit;
	indikator: string;
	dukungan: DukunganAudit;
}

/** Documents of the guideline that are in force, by the kinds of audit that their articles speak of. */
export interface Pedoman {
	berlaku: boolean;
	memuat: ReadonlySet<string>;
	dokumen: number[];
}

/** The guideline as the policy register has it. */
export async function readPedoman(ctx: Ctx, trx: Trx, instansiId: number, kini: string): Promise<Pedoman> {
	const register = await readRegister(trx, instansiId, KEBIJAKAN_AUDIT);
	const { rincian } = hitung(readAturanKebijakan(ctx), KEBIJAKAN_AUDIT, register, kini);
	const dokumen = rincian.flatMap((r) =>
		r.butir.flatMap((b) => (b.jenis === 'ditetapkan' && b.ok ? b.dokumen : [])),
	);
	const memuat = register.pasal.filter((p) => dokumen.includes(p.dokumenId)).map((p) => p.syarat);
	return { berlaku: dokumen.length > 0, memuat: new Set(memuat), dokumen: [...new Set(dokumen)] };
}

/** What the papers of the institution support for each of the three indicators. */
export function hitungSemuaTingkat(
	ctx: Pick<Ctx, 'dir'>,
	p: { kini: string; program: readonly Program[]; pedoman: Pedoman; audit: readonly Audit[] },
): TingkatJenis[] {
	const aturan = readAturanAudit(ctx).tingkat;
	const audit = p.audit.flatMap(terlapor);
	return daftarJenisAudit.map((jenis) => ({
		jenis,
		indikator: indikatorAudit[jenis],
		dukungan: hitungTingkatAudit(
			{
				...{ kini: p.kini, jenis, audit },
				program: p.program.filter((b) => b.jenis === jenis),
				pedoman: { berlaku: p.pedoman.berlaku, memuat: p.pedoman.memuat.has(jenis) },
			},
			aturan,
		),
	}));
}

function terlapor(a: Audit): AuditTerlapor[] {
	if (a.dilaporkan === null) return [];
	const auditor = a.tim.filter((t) => t.peran === 'ketua' || t.peran === 'anggota');
	return [
		{
			...{ id: a.id, jenis: a.jenis, pelaksana: a.pelaksana, tanggal: a.dilaporkan, pokok: a.pokok },
			auditor: auditor.length,
			bersertifikat: auditor.filter((t) => t.sertifikat !== '').length,
			...{ lembaga: a.lembaga, reviuMutu: a.reviuWaktu !== null, temuan: a.temuan },
		},
	];
}
