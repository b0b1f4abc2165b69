import { requireMasuk } from '#features/akun/require-masuk.ts';
import { cariInstansi } from '#features/hasil/cari-instansi.ts';
import { listRuang } from '#features/instansi/read-ruang.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
	const orang = requireMasuk(locals, url);
	const nasional = orang.peran.some((p) => p.instansiId === null);
	const q = (url.searchParams.get('q') ?? '').trim().slice(0, 100);
	const temuan = nasional && q ? await cariInstansi(locals.ctx, q) : [];
	return {
		nama: orang.nama,
		peran: orang.peran,
		nasional,
		q,
		temuan: temuan.map(({ slug, nama }) => ({ slug, nama })),
		ruang: await listRuang(locals.ctx),
	};
};
