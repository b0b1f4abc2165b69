import { kunciNama, saranNama } from '#features/instansi/instansi.rules.ts';
import type { Ctx } from '#platform/ctx.ts';
import { namaUrut } from './daftar-instansi.rules.ts';
import { listNamaInstansi } from './data-terbuka.store.ts';

const paling = 10;

/** Slugs of the institutions whose name contains the text, else of those nearest to a misspelt one; best first. */
export async function cariSlug({ db }: Ctx, q: string): Promise<string[]> {
	const daftar = await listNamaInstansi(db);
	const dicari = kunciNama(q);
	if (dicari === '') return [];
	const memuat = daftar
		.map(({ slug, nama }) => ({ slug, letak: kunciNama(nama).indexOf(dicari), panjang: nama.length }))
		.filter(({ letak }) => letak >= 0)
		.sort((a, b) => a.panjang - b.panjang || a.letak - b.letak);
	if (memuat.length > 0) return memuat.map(({ slug }) => slug);
	const calon = daftar.flatMap(({ slug, nama }) => [nama, namaUrut(nama)].map((ejaan) => ({ slug, ejaan })));
	const mirip = saranNama(
		q,
		calon.map(({ ejaan }) => ejaan),
		paling,
	);
	return [...new Set(mirip.flatMap((nama) => calon.filter((c) => c.ejaan === nama).map((c) => c.slug)))];
}
