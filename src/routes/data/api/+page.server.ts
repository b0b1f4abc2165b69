import { createApi } from '#api/api.ts';
import { type ContohTerjawab, jawabContoh } from '#api/contoh.ts';
import { buatDokumen } from '#api/dokumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { readDataVersion } from '#platform/data-version.ts';
import type { PageServerLoad } from './$types';
import { susunRujukan } from './rujukan.ts';

const rujukan = susunRujukan(buatDokumen(createApi({ batas: 1 })));
let terjawab: { versi: bigint; contoh: ContohTerjawab[] } | undefined;

/** The examples change only with the data. */
async function bacaContoh(ctx: Ctx): Promise<ContohTerjawab[]> {
	const versi = await readDataVersion(ctx.db);
	if (terjawab?.versi !== versi) terjawab = { versi, contoh: await jawabContoh(ctx) };
	return terjawab.contoh;
}

export const load: PageServerLoad = async ({ locals }) => ({ rujukan, contoh: await bacaContoh(locals.ctx) });
