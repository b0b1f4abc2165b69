import { authorize } from '#features/akun/require-orang.ts';
import { mundur } from '#features/bukti/peringatan.rules.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx, Orang } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { findAudit } from '../kerja/audit.store.ts';
import { listCalonAkses, listKampanyeLingkup } from './calon-akses.ts';
import { listCalonPeriksa } from './calon-periksa.ts';
import { type TemuanOutcome, takeTemuan } from './save-temuan.ts';
import type { Risiko } from './temuan.rules.ts';
import { listTemuanStore } from './temuan.store.ts';

type Tempat = { instansiId: number; auditId: number };

/** Something that a technical check or an access review of an audited system left open, not yet taken into the audit. */
export interface CalonTemuan {
	asal: 'periksa' | 'akses';
	/** "7/portal.go.id:443/TLS-01" (system, address, check) or "akses/kampanye/3/ACC-01" (campaign, rule). */
	id: string;
	judul: string;
	kondisi: string;
	kriteria: string;
	rekomendasi: string;
	risiko: Risiko;
	unitId: number | null;
}

/** What the last checks of the systems in the audit's scope failed, and what their access reviews left open. */
export async function listCalon(ctx: Ctx, tempat: Tempat): Promise<CalonTemuan[]> {
	const boleh = authorize(ctx, 'audit.jalankan', { instansiId: tempat.instansiId });
	return boleh.ok ? await kumpulkan(ctx, boleh.orang, tempat) : [];
}

async function kumpulkan(ctx: Ctx, orang: Orang, { instansiId, auditId }: Tempat): Promise<CalonTemuan[]> {
	const dasar = await inScope(ctx, orang, async (trx) => {
		const audit = await findAudit(trx, instansiId, auditId);
		const unit = new Map(
			(audit?.lingkup ?? []).flatMap((l) => (l.sistemId === null ? [] : [[l.sistemId, l.unitId] as const])),
		);
		return {
			unit,
			ada: new Set((await listTemuanStore(trx, { instansiId, auditId })).map((t) => t.asalId)),
			periksa: await listCalonPeriksa(ctx, trx, { instansiId, unit }),
			kampanye: await listKampanyeLingkup(trx, instansiId, unit),
		};
	});
	const { unit, kampanye } = dasar;
	const akses = await listCalonAkses(ctx, { instansiId, kampanye, unit });
	return [...dasar.periksa, ...akses].filter((c) => !dasar.ada.has(c.id));
}

/** Takes one of them into the audit as a finding of the unit that owns the system, due in a month. */
export async function takeCalon(
	ctx: Ctx,
	input: Tempat & { id: string },
): Promise<TemuanOutcome | { ok: false; reason: 'calon_tidak_ada' }> {
	const { instansiId, auditId } = input;
	const boleh = authorize(ctx, 'audit.jalankan', { instansiId });
	if (!boleh.ok) return boleh;
	const calon = (await kumpulkan(ctx, boleh.orang, input)).find((c) => c.id === input.id);
	if (!calon) return { ok: false, reason: 'calon_tidak_ada' };
	const { id, asal: jenis, ...isi } = calon;
	return await takeTemuan(ctx, {
		...{ ...isi, instansiId, auditId, kriteriaId: null, sebab: '', akibat: '', orangId: null },
		tenggat: mundur(hariIni(ctx.clock()), -1),
		asal: { jenis, id },
	});
}
