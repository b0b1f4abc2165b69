import type { Ctx } from '#platform/ctx.ts';
import type { Trx } from '#platform/database/scope.ts';
import { listKampanyeStore } from '../../akses/kampanye.store.ts';
import { listTemuanKampanye, type TemuanKampanye } from '../../akses/list-temuan-kampanye.ts';
import { readAturanAkses } from '../../akses/read-aturan-akses.ts';
import type { CalonTemuan } from './take-calon.ts';
import type { Risiko } from './temuan.rules.ts';

/** Campaigns on these systems, newest first. */
export async function listKampanyeLingkup(
	trx: Trx,
	instansiId: number,
	unit: ReadonlyMap<number, number | null>,
) {
	return (await listKampanyeStore(trx, instansiId)).filter((k) => unit.has(k.sistemId));
}

/**
 * What access reviews of these systems left open: one finding for each campaign and rule. It counts the accounts and
 * does not name them: accounts are sealed in the review, and findings are not.
 */
export async function listCalonAkses(
	ctx: Ctx,
	p: {
		instansiId: number;
		kampanye: Awaited<ReturnType<typeof listKampanyeLingkup>>;
		unit: ReadonlyMap<number, number | null>;
	},
): Promise<CalonTemuan[]> {
	const calon: CalonTemuan[] = [];
	for (const { id, nama, sistem, sistemId } of p.kampanye) {
		const hasil = await listTemuanKampanye(ctx, { instansiId: p.instansiId, id });
		if (!hasil.ok) continue;
		for (const [aturan, isi] of Map.groupBy(hasil.value, (t) => t.aturan))
			calon.push({
				...uraikan(ctx, { aturan, isi, nama, sistem }),
				asal: 'akses',
				id: `akses/kampanye/${id}/${aturan}`,
				unitId: p.unit.get(sistemId) ?? null,
			});
	}
	return calon;
}

function uraikan(
	ctx: Ctx,
	p: { aturan: string; isi: readonly TemuanKampanye[]; nama: string; sistem: string },
) {
	const aturan = readAturanAkses(ctx).aturan.find(({ id }) => id === p.aturan);
	const judul = aturan?.nama ?? 'Keputusan kampanye belum dijalankan';
	const tinggi = p.isi.some(({ keparahan }) => keparahan === 'tinggi' || keparahan === 'sangat tinggi');
	const akun = new Set(p.isi.map((t) => t.akun)).size;
	return {
		judul: `${judul}: ${p.sistem}`.slice(0, 300),
		kondisi: `${akun} akun pada ${p.sistem}; rinciannya pada kampanye "${p.nama}" (aturan ${p.aturan}).`,
		kriteria: aturan?.jangkar ?? '',
		rekomendasi: aturan?.saran ?? 'Jalankan keputusan kampanye, lalu muat ekspor akun yang baru.',
		risiko: (tinggi ? 'tinggi' : 'sedang') as Risiko,
	};
}
