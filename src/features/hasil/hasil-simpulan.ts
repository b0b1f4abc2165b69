import type { RegistriInstrumen } from '#features/instrumen/load-instrumen.ts';
import { type HasilSimpulan, simpulkanTerbitan } from './hasil-simpulan.rules.ts';
import { listTerbitan, updateSimpulan } from './hasil-simpulan.store.ts';
import type { Trx } from './tulis-hasil.store.ts';

const PER_TULIS = 500;

/** A result whose figures cannot be confirmed. */
export interface Meragukan {
	id: number;
	alasan: string;
}

/**
 * Judges results again: whether their figures agree, and what follows for every other node. Called by every write,
 * in its transaction. `lapor` is told after each block.
 * @returns those that are doubtful.
 */
export async function simpulkanUlang(
	trx: Trx,
	registri: Pick<RegistriInstrumen, 'get'>,
	ids: readonly number[] | 'semua',
	lapor?: (selesai: number, jumlah: number) => void,
): Promise<Meragukan[]> {
	const daftar = await listTerbitan(trx, ids);
	const meragukan: Meragukan[] = [];
	for (let mulai = 0; mulai < daftar.length; mulai += PER_TULIS) {
		const isi = daftar.slice(mulai, mulai + PER_TULIS).map((baris): HasilSimpulan & { id: number } => {
			const instrumen = registri.get(baris.instrumen);
			if (!instrumen) throw new Error(`instrumen ${baris.instrumen} tidak ada`);
			const predikat = baris.predikatTurunan ? null : baris.predikat;
			return { id: baris.id, ...simpulkanTerbitan(instrumen, { ...baris, predikat }) };
		});
		await updateSimpulan(trx, isi);
		for (const { id, status, alasan } of isi)
			if (status === 'meragukan') meragukan.push({ id, alasan: alasan ?? '' });
		lapor?.(mulai + isi.length, daftar.length);
	}
	return meragukan;
}
