import { error } from '@sveltejs/kit';
import { aktivitasCopy } from '#features/aktivitas/aktivitas.copy.ts';
import { listAktivitas } from '#features/aktivitas/list-aktivitas.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const { ruang } = await parent();
	const baca = (nama: string) => (url.searchParams.get(nama) ?? '').replaceAll('\0', '').trim().slice(0, 100);
	const saringan = {
		objek: baca('objek'),
		orang: baca('orang'),
		dari: baca('dari'),
		sampai: baca('sampai'),
		sebelum: /^\d{1,18}$/.test(baca('sebelum')) ? baca('sebelum') : '',
	};
	const tanggal = (isi: string) => (isTanggal(isi) ? isi : '');
	const hasil = await listAktivitas(locals.ctx, {
		instansiId: ruang.id,
		saringan: {
			...saringan,
			dari: tanggal(saringan.dari),
			sampai: tanggal(saringan.sampai),
			sebelum: saringan.sebelum === '' ? null : BigInt(saringan.sebelum),
		},
	});
	if (!hasil.ok) error(403, aktivitasCopy[locals.lang].galat[hasil.reason]);
	const salah = [saringan.dari, saringan.sampai].some((isi) => isi !== '' && !isTanggal(isi));
	return { aktivitas: hasil.value, saringan, salah };
};

function isTanggal(isi: string): boolean {
	return /^20\d\d-\d\d-\d\d$/.test(isi) && !Number.isNaN(Date.parse(isi));
}
