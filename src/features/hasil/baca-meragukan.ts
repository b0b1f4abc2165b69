import { requireRegistri } from '#features/instrumen/instrumen.ts';
import type { Ctx } from '#platform/ctx.ts';
import { listMeragukan } from './metode.store.ts';

/** A row that cannot be confirmed. */
export interface BarisMeragukan {
	slug: string;
	nama: string;
	tahun: number;
	/** A code, with the node after a colon where there is one; `alasanDalamKata` makes it a sentence. */
	alasan: string | null;
	/** How the domain or aspect in the reason is called. */
	namaSimpul: string;
}

/** All doubtful rows, newest year first, with the nodes of their reasons by name. One query. */
export async function bacaMeragukan(ctx: Ctx): Promise<BarisMeragukan[]> {
	const registri = requireRegistri(ctx);
	return (await listMeragukan(ctx.db)).map(({ instrumen, ...baris }) => {
		const id = baris.alasan?.split(':')[1] ?? '';
		const alat = registri.get(instrumen);
		const domain = alat?.domain.find((d) => d.id === id);
		const aspek = [...(alat?.aspek ?? []), ...(alat?.domain.flatMap((d) => d.aspek) ?? [])].find(
			(a) => a.id === id,
		);
		return { ...baris, namaSimpul: domain ? `domain ${domain.nama}` : aspek ? `aspek ${aspek.nama}` : id };
	});
}
