import { authorize } from '#features/akun/require-orang.ts';
import { bacaIsi, bacaLembar } from '#features/hasil/import-berkas.ts';
import type { Lembar } from '#features/hasil/import-lembar.ts';
import { BerkasDitolak, type Masalah } from '#features/hasil/import-masalah.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope } from '#platform/database/scope.ts';
import { bacaDaftarKriteria } from '../aturan/daftar-kriteria.rules.ts';
import { upsertDaftar } from './kriteria.store.ts';

export type ImporKriteriaOutcome =
	| { ok: true; value: { id: number; jumlah: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' | 'nama_daftar_salah' }
	| { ok: false; reason: 'berkas_ditolak'; masalah: Masalah[] };

/** Keeps a list of criteria that the institution brings (columns id, teks, sumber, area); all rows or none. */
export async function importKriteria(
	ctx: Ctx,
	input: { instansiId: number; nama: string; isi: Uint8Array | { path: string } },
): Promise<ImporKriteriaOutcome> {
	const { instansiId } = input;
	const boleh = authorize(ctx, 'audit.jalankan', { instansiId });
	if (!boleh.ok) return boleh;
	const nama = input.nama.trim();
	if (nama === '' || nama.length > 200) return { ok: false, reason: 'nama_daftar_salah' };
	const lembar = await baca(input.isi);
	const terbaca = Array.isArray(lembar)
		? { ok: false as const, masalah: lembar }
		: bacaDaftarKriteria(lembar, nama);
	if (!terbaca.ok) return { ok: false, reason: 'berkas_ditolak', masalah: terbaca.masalah };
	const waktu = ctx.clock();
	return await inScope(ctx, boleh.orang, async (trx): Promise<ImporKriteriaOutcome> => {
		const id = await upsertDaftar(trx, {
			instansiId,
			nama,
			butir: terbaca.butir,
			oleh: boleh.orang.id,
			waktu,
		});
		await recordActivity(trx, {
			...{
				instansiId,
				waktu,
				orangId: boleh.orang.id,
				tindakan: 'audit.daftar',
				objek: `audit/daftar/${id}`,
			},
			rincian: { jumlah: terbaca.butir.length },
		});
		return { ok: true, value: { id, jumlah: terbaca.butir.length } };
	});
}

async function baca(isi: Uint8Array | { path: string }): Promise<Lembar | Masalah[]> {
	try {
		return await bacaLembar(await bacaIsi(isi));
	} catch (error) {
		if (error instanceof BerkasDitolak) return error.masalah;
		throw error;
	}
}
