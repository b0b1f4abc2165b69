import { authorize } from '#features/akun/require-orang.ts';
import { mundur } from '#features/bukti/peringatan.rules.ts';
import { hariIni } from '#features/penilaian/alur.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { tulisPesan } from '../../periksa/pesan.copy.ts';
import { readKatalog } from '../../periksa/read-katalog.ts';
import { findPeriksa, listTerakhir } from '../../sistem/periksa.store.ts';
import { findAudit } from '../kerja/audit.store.ts';
import { type TemuanOutcome, takeTemuan } from './save-temuan.ts';
import type { Risiko } from './temuan.rules.ts';
import { listTemuanStore } from './temuan.store.ts';

type Tempat = { instansiId: number; auditId: number };

/** Something that the last technical check of an audited system failed, not yet taken into the audit. */
export interface CalonTemuan {
	/** "7/portal.go.id:443/TLS-01": system, address, check. */
	id: string;
	judul: string;
	kondisi: string;
	kriteria: string;
	rekomendasi: string;
	risiko: Risiko;
	unitId: number | null;
}

/** What the last checks of the systems in the audit's scope failed. */
export async function listCalonPeriksa(ctx: Ctx, tempat: Tempat): Promise<CalonTemuan[]> {
	const boleh = authorize(ctx, 'audit.jalankan', { instansiId: tempat.instansiId });
	if (!boleh.ok) return [];
	return await inScope(ctx, boleh.orang, async (trx) => {
		const ada = new Set((await listTemuanStore(trx, tempat)).map((t) => t.asalId));
		return (await kumpulkan(ctx, trx, tempat)).filter((c) => !ada.has(c.id));
	});
}

async function kumpulkan(ctx: Ctx, trx: Trx, { instansiId, auditId }: Tempat): Promise<CalonTemuan[]> {
	const audit = await findAudit(trx, instansiId, auditId);
	const unit = new Map(
		(audit?.lingkup ?? []).flatMap((l) => (l.sistemId === null ? [] : [[l.sistemId, l.unitId]])),
	);
	const gagal = (await listTerakhir(trx, instansiId)).filter((p) => unit.has(p.sistemId) && p.gagal > 0);
	const calon: CalonTemuan[] = [];
	for (const { id, sistemId } of gagal) {
		const p = await findPeriksa(trx, { instansiId, sistemId, id });
		for (const h of p?.hasil ?? [])
			if (p && h.status === 'GAGAL')
				calon.push({
					...uraikan(ctx, h, `${p.host}:${p.porta}`),
					id: `${sistemId}/${p.host}:${p.porta}/${h.id}`,
					unitId: unit.get(sistemId) ?? null,
				});
	}
	return calon;
}

function uraikan(ctx: Ctx, h: { id: string; kata: string; isi: readonly string[] }, alamat: string) {
	const cek = readKatalog(ctx).pemeriksaan.get(h.id);
	const tinggi = cek?.keparahan === 'tinggi' || cek?.keparahan === 'sangat tinggi';
	return {
		judul: `${cek?.nama.id ?? h.id}: ${alamat}`.slice(0, 300),
		kondisi: `${tulisPesan(h, 'id')} (pemeriksaan ${h.id} pada ${alamat})`,
		kriteria: (cek?.kendali ?? []).join(', '),
		rekomendasi: cek?.perbaikan.umum.id ?? 'Perbaiki, lalu periksa ulang.',
		risiko: (tinggi ? 'tinggi' : cek?.keparahan === 'sedang' ? 'sedang' : 'rendah') as Risiko,
	};
}

/** Takes one of them into the audit as a finding of the unit that owns the system, due in a month. */
export async function takePeriksa(
	ctx: Ctx,
	input: Tempat & { id: string },
): Promise<TemuanOutcome | { ok: false; reason: 'calon_tidak_ada' }> {
	const { instansiId, auditId } = input;
	const boleh = authorize(ctx, 'audit.jalankan', { instansiId });
	if (!boleh.ok) return boleh;
	const calon = (await inScope(ctx, boleh.orang, (trx) => kumpulkan(ctx, trx, input))).find(
		(c) => c.id === input.id,
	);
	if (!calon) return { ok: false, reason: 'calon_tidak_ada' };
	const { id, ...isi } = calon;
	return await takeTemuan(ctx, {
		...{ ...isi, instansiId, auditId, kriteriaId: null, sebab: '', akibat: '', orangId: null },
		tenggat: mundur(hariIni(ctx.clock()), -1),
		asal: { jenis: 'periksa', id },
	});
}
