import { listOrangInstansi } from '#features/akun/peran.store.ts';
import { findInstansiSlug } from '#features/instansi/unit.store.ts';
import { insertPemberitahuan, listPengisiUnit } from '#features/kerjasama/pemberitahuan.store.ts';
import type { Trx } from '#platform/database/scope.ts';
import type { Perubahan } from './perubahan.rules.ts';

interface Milik {
	instansiId: number;
	sistem: { sistemId: number; nama: string; unitId: number | null };
	waktu: Date;
}

/** Who is told: those who lead the programme, and those who work in the unit that owns the system. */
async function listPenerima(trx: Trx, { instansiId, sistem }: Milik): Promise<number[]> {
	const memimpin = (await listOrangInstansi(trx, instansiId)).filter((o) =>
		o.peran.some((p) => p.unitId === null && (p.peran === 'koordinator' || p.peran === 'admin_instansi')),
	);
	const pengisi = sistem.unitId === null ? [] : await listPengisiUnit(trx, instansiId, sistem.unitId);
	return [...memimpin, ...pengisi].map((o) => o.id);
}

export async function kabariPerubahan(
	trx: Trx,
	k: Milik & { periksaId: number; perubahan: readonly Perubahan[] },
): Promise<void> {
	if (k.perubahan.length === 0) return;
	const turun = k.perubahan.find((p) => p.jenis === 'huruf_turun');
	const gagal = k.perubahan.find((p) => p.jenis === 'gagal_baru');
	const { slug } = await findInstansiSlug(trx, k.instansiId);
	await insertPemberitahuan(trx, {
		orangId: await listPenerima(trx, k),
		instansiId: k.instansiId,
		jenis: 'sistem',
		rincian: {
			...{ apa: 'memburuk', nama: k.sistem.nama, dari: turun?.dari ?? '', ke: turun?.ke ?? '' },
			gagal: gagal?.pemeriksaan.length ?? 0,
		},
		tujuan: `/kerja/${slug}/audit/sistem/${k.sistem.sistemId}/periksa/${k.periksaId}`,
		dibuat: k.waktu,
	});
}

export async function kabariSertifikat(trx: Trx, k: Milik & { slug: string; sisa: number }): Promise<void> {
	await insertPemberitahuan(trx, {
		orangId: await listPenerima(trx, k),
		instansiId: k.instansiId,
		jenis: 'sistem',
		rincian: { apa: 'sertifikat', nama: k.sistem.nama, sisa: k.sisa },
		tujuan: `/kerja/${k.slug}/audit/sistem/${k.sistem.sistemId}`,
		dibuat: k.waktu,
	});
}
