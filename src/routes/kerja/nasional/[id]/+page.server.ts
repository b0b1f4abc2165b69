import { error, fail } from '@sveltejs/kit';
import { namaSchema, surelSchema } from '#features/akun/akun.schema.ts';
import { bacaTeks } from '#features/akun/isian-akun.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { listInstrumen } from '#features/instrumen/instrumen.ts';
import { penilaianCopy } from '#features/penilaian/penilaian.copy.ts';
import { appointAsesor, readNasional } from '#features/penilaian/putaran-nasional.ts';
import { requireId } from '#features/penilaian/require-ruang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
	const who = requireMasuk(locals, url);
	const hasil = await readNasional(locals.ctx, requireId(params.id, locals.lang));
	if (!hasil.ok)
		error(hasil.reason === 'tidak_berwenang' ? 403 : 404, penilaianCopy[locals.lang].galat[hasil.reason]);
	const saring = {
		jenis: url.searchParams.get('jenis') ?? '',
		tanpa: url.searchParams.get('tanpa') === 'ya',
		centang: url.searchParams.get('centang') === 'ya',
	};
	const { peserta, ...sisa } = hasil.value;
	const tampil = peserta.filter(
		(p) => (saring.jenis === '' || p.jenis === saring.jenis) && (!saring.tanpa || p.asesor.length === 0),
	);
	return {
		...sisa,
		singkatan: listInstrumen(locals.ctx).find((i) => i.id === sisa.putaran.instrumen)?.singkatan,
		peserta: tampil,
		semua: peserta.length,
		jenisAda: [...new Set(peserta.map((p) => p.jenis))].sort(),
		saring,
		nama: who.nama,
	};
};

export const actions: Actions = {
	default: async ({ request, locals, params, url }) => {
		requireMasuk(locals, url);
		const form = await readForm(request);
		const nama = namaSchema.safeParse(bacaTeks(form, 'nama'));
		const surel = surelSchema.safeParse(bacaTeks(form, 'surel'));
		const orangId = bacaTeks(form, 'orangId');
		const ada = /^\d{1,9}$/.test(orangId) ? Number(orangId) : null;
		if (ada === null && (!nama.success || !surel.success))
			return fail(422, { orang: nama.success ? ('surel_salah' as const) : ('nama_salah' as const) });
		const penilaianId = form
			.getAll('peserta')
			.map(Number)
			.filter((id) => Number.isInteger(id) && id > 0 && id < 1e9);
		const putaranId = requireId(params.id, locals.lang);
		const hasil = await appointAsesor(locals.ctx, {
			putaranId,
			penilaianId,
			siapa: ada ?? { nama: nama.data ?? '', surel: surel.data ?? '' },
		});
		if (!hasil.ok) return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { galat: hasil.reason });
		const { tautan, surel: dikirim, ...sisa } = hasil.value;
		const lewat = dikirim ? (surel.data ?? null) : null;
		return { ...sisa, ditunjuk: sisa.nama, tautan: tautan && new URL(tautan, url).href, lewat };
	},
};
