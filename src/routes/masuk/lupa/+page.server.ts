import { fail } from '@sveltejs/kit';
import { surelSchema } from '#features/akun/akun.schema.ts';
import { bacaTeks } from '#features/akun/isian-akun.ts';
import { requestSetelUlang } from '#features/akun/request-setel-ulang.ts';
import { readForm } from '#platform/http/read-form.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => ({ aktif: locals.ctx.mail.aktif });

export const actions: Actions = {
	default: async ({ request, locals: { ctx, lang }, getClientAddress }) => {
		const surel = bacaTeks(await readForm(request), 'surel');
		if (!surelSchema.safeParse(surel).success) return fail(422, { surel, galat: 'surel_salah' as const });
		const hasil = await requestSetelUlang(ctx, { surel, alamat: getClientAddress(), lang });
		if (hasil.ok) return { terkirim: true as const };
		return fail(hasil.reason === 'terlalu_sering' ? 429 : 422, { surel, galat: hasil.reason });
	},
};
