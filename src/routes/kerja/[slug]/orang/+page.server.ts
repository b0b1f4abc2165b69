import { error, fail } from '@sveltejs/kit';
import { akunCopy } from '#features/akun/akun.copy.ts';
import { daftarPeran } from '#features/akun/akun.schema.ts';
import { askPenegasan, takeIsianTertunda } from '#features/akun/ask-penegasan.ts';
import { inviteOrang } from '#features/akun/invite-orang.ts';
import { bacaTeks, bacaUndangan } from '#features/akun/isian-akun.ts';
import { canAct } from '#features/akun/izin.rules.ts';
import { listOrang } from '#features/akun/list-orang.ts';
import { canGrant } from '#features/akun/peran.rules.ts';
import { reissueUndangan } from '#features/akun/reissue-undangan.ts';
import { requireMasuk } from '#features/akun/require-masuk.ts';
import { revokePeran } from '#features/akun/revoke-peran.ts';
import { listUnit } from '#features/instansi/list-unit.ts';
import { readRuang } from '#features/instansi/read-ruang.ts';
import { readForm, readId } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, parent, url }) => {
	const who = requireMasuk(locals, url);
	const { ruang } = await parent();
	const daftar = await listOrang(locals.ctx, ruang.id);
	if (!daftar.ok) error(403, akunCopy[locals.lang].galat[daftar.reason]);
	const unit = await listUnit(locals.ctx, ruang.id);
	return {
		daftar: daftar.value,
		pohon: unit.ok ? unit.value.pohon : [],
		surelAktif: locals.ctx.mail.aktif,
		peran: daftarPeran.filter((p) => canGrant(who, { peran: p, instansiId: ruang.id }).ok),
		bolehKelola: canAct(who, 'orang.kelola', { instansiId: ruang.id }).ok,
		tertunda: await takeIsianTertunda(locals, url),
		bolehSetelUlang: who.peran.some((p) => p.peran === 'admin_nasional'),
	};
};

export const actions: Actions = {
	undang: async ({ request, locals, params, url }) => {
		requireMasuk(locals, url);
		const ruang = await readRuang(locals.ctx, params.slug);
		if (!ruang.ok) error(404, akunCopy[locals.lang].galat.tidak_berwenang);
		const form = await readForm(request);
		const isian = Object.fromEntries(
			['nama', 'surel', 'telepon', 'peran', 'unitId'].map((k) => [k, bacaTeks(form, k)]),
		);
		const terbaca = bacaUndangan(form);
		if (!terbaca.ok) return fail(422, { isian, medan: terbaca.galat, galat: null });
		const hasil = await inviteOrang(locals.ctx, { ...terbaca.value, instansiId: ruang.value.id });
		if (!hasil.ok && hasil.reason === 'perlu_penegasan') return await askPenegasan(locals, url, form);
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, { isian, medan: {}, galat: hasil.reason });
		const { tautan, surel } = hasil.value;
		return {
			diundang: terbaca.value.nama,
			tautan: tautan && new URL(tautan, url).href,
			surel: surel ? terbaca.value.surel : null,
		};
	},
	tautan: async ({ request, locals, params, url }) => {
		requireMasuk(locals, url);
		const ruang = await readRuang(locals.ctx, params.slug);
		if (!ruang.ok) error(404, akunCopy[locals.lang].galat.tidak_berwenang);
		const orangId = readId(await readForm(request), 'orangId');
		if (orangId === null) return fail(422, { isian: {}, medan: {}, galat: 'orang_tidak_ada' as const });
		const hasil = await reissueUndangan(locals.ctx, { instansiId: ruang.value.id, orangId });
		if (!hasil.ok)
			return fail(['tidak_berwenang', 'peran_di_luar'].includes(hasil.reason) ? 403 : 422, {
				isian: {},
				medan: {},
				galat: hasil.reason,
			});
		return {
			tautanUntuk: hasil.value.nama,
			tautan: new URL(hasil.value.tautan, url).href,
			lewat: hasil.value.surel,
		};
	},
	cabut: async ({ request, locals, params, url }) => {
		requireMasuk(locals, url);
		const ruang = await readRuang(locals.ctx, params.slug);
		if (!ruang.ok) error(404, akunCopy[locals.lang].galat.tidak_berwenang);
		const peranId = readId(await readForm(request), 'peranId');
		if (peranId === null) return fail(422, { isian: {}, medan: {}, galat: 'peran_tidak_ada' as const });
		const hasil = await revokePeran(locals.ctx, { instansiId: ruang.value.id, peranId });
		if (!hasil.ok)
			return fail(hasil.reason === 'tidak_berwenang' ? 403 : 422, {
				isian: {},
				medan: {},
				galat: hasil.reason,
			});
		return { dicabut: true as const };
	},
};
