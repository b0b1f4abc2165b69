import type { Ctx } from '#platform/ctx.ts';
import { listIndikator } from '#scoring';
import { asPeran, mustOk, type Susunan } from './as-contoh.ts';
import { assignIndikator } from './assign-indikator.ts';
import { openPutaran } from './open-putaran.ts';
import { findPenilaian } from './penilaian.store.ts';
import { recordNilai } from './record-nilai.ts';

/** The year 2022 answered as published, and a round of the present year divided among units. */
export async function openPutaranContoh(s: Susunan): Promise<{ penilaianId: number }> {
	const { ctx, instansiId, contoh, unit } = s;
	const koordinator = await asPeran(s, 'koordinator');
	const buka = async (tahun: number, nama: string, instrumen: string, mulai: string, selesai: string) => {
		const hasil = await openPutaran(koordinator, {
			instansiId,
			nama,
			tahun,
			jenis: 'evaluasi',
			instrumen,
			tahap: [{ tahap: 'mandiri', mulai, selesai }],
		});
		return mustOk(hasil, nama).value.penilaianId;
	};
	const tahun = ctx.clock().getUTCFullYear();
	const lalu = await buka(2022, 'Penilaian mandiri 2022 (contoh)', 'spbe-2020', '2022-07-01', '2022-08-31');
	await isiNilai(koordinator, instansiId, lalu, contoh.nilai2022);
	const kini = await buka(
		tahun,
		`Latihan SPBE ${tahun} (contoh)`,
		'spbe-2020',
		`${tahun}-07-01`,
		`${tahun}-12-15`,
	);
	for (const t of contoh.tugas) {
		const hasil = await assignIndikator(koordinator, {
			instansiId,
			penilaianId: kini,
			indikator: t.indikator,
			unitId: unit.get(t.unit)?.id ?? 0,
			tenggat: `${tahun}-12-05`,
		});
		mustOk(hasil, t.unit);
	}
	await buka(tahun, `Latihan Pemdi ${tahun} (contoh)`, 'pemdi-2026', `${tahun}-08-01`, `${tahun}-12-15`);
	return { penilaianId: kini };
}

async function isiNilai(
	ctx: Ctx,
	instansiId: number,
	penilaianId: number,
	nilai: readonly number[],
): Promise<void> {
	const p = await findPenilaian(ctx.db, instansiId, penilaianId);
	if (!p) throw new Error('contoh: penilaian tidak ada');
	for (const [n, { id }] of listIndikator(p.rangka).entries()) {
		const hasil = await recordNilai(ctx, {
			instansiId,
			penilaianId,
			indikator: id,
			nilai: String(nilai[n]),
			fakta: '',
			analisis: 'Rekaan: disusun supaya menghasilkan angka yang dipublikasikan untuk 2022.',
			justifikasi: '',
			luar: '',
			dasar: '0',
		});
		mustOk(hasil, id);
	}
}
