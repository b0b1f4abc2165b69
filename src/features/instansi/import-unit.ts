import { authorize } from '#features/akun/require-orang.ts';
import { bacaIsi, bacaLembar } from '#features/hasil/import-berkas.ts';
import { BerkasDitolak, type Masalah } from '#features/hasil/import-masalah.ts';
import { recordActivity } from '#platform/activity/record-activity.ts';
import type { Ctx } from '#platform/ctx.ts';
import { inScope, type Trx } from '#platform/database/scope.ts';
import { type BarisUnit, bacaBarisUnit, type Unit, urutkanUnit } from './unit.rules.ts';
import { insertUnit, listUnitStore, updateUnit } from './unit.store.ts';

export type ImporUnitOutcome =
	| { ok: true; value: { baru: number; berubah: number; sama: number } }
	| { ok: false; reason: 'belum_masuk' | 'tidak_berwenang' }
	| { ok: false; reason: 'berkas_ditolak'; masalah: Masalah[] };

/**
 * Adds and renames units from a CSV or XLSX file (columns nama, jenis, kode, induk). A unit is known again by its
 * code, else by its name under the same parent; units the file leaves out stay. All rows or none are written.
 */
export async function importUnit(
	ctx: Ctx,
	input: { instansiId: number; isi: Uint8Array },
): Promise<ImporUnitOutcome> {
	const boleh = authorize(ctx, 'unit.kelola', { instansiId: input.instansiId });
	if (!boleh.ok) return boleh;
	const terbaca = await bacaBerkas(input.isi);
	if (!terbaca.ok) return { ok: false, reason: 'berkas_ditolak', masalah: terbaca.masalah };
	return await inScope(ctx, boleh.orang, async (trx): Promise<ImporUnitOutcome> => {
		const ada = await listUnitStore(trx, input.instansiId);
		const urut = urutkanUnit(terbaca.baris, ada);
		if (!urut.ok) return { ok: false, reason: 'berkas_ditolak', masalah: urut.masalah };
		const value = await writeUnit(trx, input.instansiId, urut.baris, ada);
		await recordActivity(trx, {
			instansiId: input.instansiId,
			waktu: ctx.clock(),
			orangId: boleh.orang.id,
			tindakan: 'unit.impor',
			objek: `instansi/${input.instansiId}`,
			rincian: value,
		});
		return { ok: true, value };
	});
}

async function bacaBerkas(isi: Uint8Array): Promise<ReturnType<typeof bacaBarisUnit>> {
	try {
		return bacaBarisUnit(await bacaLembar(await bacaIsi(isi)));
	} catch (error) {
		if (error instanceof BerkasDitolak) return { ok: false, masalah: error.masalah };
		throw error;
	}
}

type Dikenal = Pick<Unit, 'id' | 'jalur' | 'nama' | 'kode' | 'jenis' | 'indukId'>;

async function writeUnit(trx: Trx, instansiId: number, baris: readonly BarisUnit[], ada: readonly Unit[]) {
	const daftar: Dikenal[] = [...ada];
	const jumlah = { baru: 0, berubah: 0, sama: 0 };
	for (const b of baris) {
		const induk = b.induk === '' ? undefined : daftar.find((u) => u.kode === b.induk || u.nama === b.induk);
		const lama = daftar.find((u) =>
			b.kode && u.kode ? u.kode === b.kode : u.nama === b.nama && u.indukId === (induk?.id ?? null),
		);
		if (!lama) {
			const unit = { instansiId, indukId: induk?.id ?? null, ...ambil(b) };
			daftar.push({ ...unit, ...(await insertUnit(trx, unit)) });
			jumlah.baru++;
		} else if (lama.nama === b.nama && lama.jenis === b.jenis && (b.kode === null || lama.kode === b.kode)) {
			jumlah.sama++;
		} else {
			await updateUnit(trx, instansiId, lama.id, { ...ambil(b), kode: b.kode ?? lama.kode });
			Object.assign(lama, ambil(b), { kode: b.kode ?? lama.kode });
			jumlah.berubah++;
		}
	}
	return jumlah;
}

const ambil = ({ nama, jenis, kode }: BarisUnit) => ({ nama, jenis, kode });
