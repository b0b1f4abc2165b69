import { listDataPribadi } from '#features/akun/data-pribadi.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals, url }) => ({
	nama: requireMasuk(locals, url).nama,
	tabel: listDataPribadi(locals.ctx).tabel.map(({ tabel, tujuan, dasar, retensi, kolom }) => ({
		tabel,
		tujuan,
		dasar,
		retensi,
		isi: kolom.map((k) => k.isi),
	})),
});
