import { error } from '@sveltejs/kit';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { listLaporanSaya } from '#features/laporan/baca-laporan.ts';
import { ruangLaporanCopy } from '#features/laporan/ruang-laporan.copy.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await listLaporanSaya(locals.ctx);
	if (!hasil.ok) error(403, ruangLaporanCopy[locals.lang].galat[hasil.reason]);
	const siap = hasil.value.siap.map((l) => ({
		id: l.id,
		nama: l.nama,
		ukuran: Number(l.ukuran),
		hapus: l.hapus,
	}));
	return { siap, kerja: hasil.value.kerja, nama: who.nama };
};
