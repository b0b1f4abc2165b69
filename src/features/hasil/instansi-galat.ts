import type { Lang } from '#ui/lang.ts';
import { instansiCopy } from './instansi-hasil.copy.ts';

declare global {
	namespace App {
		interface Error {
			/** Institutions the reader may have meant. */
			saran?: { slug: string; nama: string }[];
			/** What was not found. */
			hilang?: 'instansi' | 'tahun' | 'simpul';
		}
	}
}

export type AlasanInstansi = 'instansi_tidak_ada' | 'tahun_tidak_ada' | 'simpul_tidak_ada';

/** Body of the 404 of the institution pages: what is missing and where to go instead. */
export function badanTidakAda(
	lang: Lang,
	alasan: AlasanInstansi,
	input: { slug: string; tahun?: number | undefined },
	saran: { slug: string; nama: string }[],
): Omit<App.Error, 'status'> {
	const kata = instansiCopy[lang];
	const nama = saran[0]?.nama ?? input.slug;
	if (alasan === 'instansi_tidak_ada') return { message: kata.tidakDitemukan, hilang: 'instansi', saran };
	if (alasan === 'tahun_tidak_ada')
		return { message: kata.tahunTidakAda(nama, String(input.tahun)), hilang: 'tahun', saran };
	return { message: kata.simpulTidakAda, hilang: 'simpul', saran };
}
