import type { Hasil } from './hasil.rules.ts';
import { tulisPesan } from './pesan.copy.ts';

type Bahasa = 'id' | 'en';
interface Perbaikan {
	umum: Record<Bahasa, string>;
	nginx?: string | undefined;
	apache?: string | undefined;
	iis?: string | undefined;
	caddy?: string | undefined;
}

/** A result as the command line hands it out. */
export interface HasilLuar {
	pemeriksaan: string;
	status: Hasil['status'];
	kendali: readonly string[];
	pesan: string;
	/** How to mend it, empty where there is nothing to mend. */
	perbaikan: string;
}

export const namaServer = { nginx: 'nginx', apache: 'Apache', iis: 'IIS', caddy: 'Caddy' } as const;
export const daftarServer = Object.keys(namaServer) as (keyof typeof namaServer)[];

/** Whether the result leaves something to be mended or found out. */
export const perluPerbaikan = (h: Pick<Hasil, 'status'>): boolean =>
	h.status === 'GAGAL' || h.status === 'INFO';

export function susunHasilLuar(
	hasil: readonly Hasil[],
	katalog: ReadonlyMap<string, { kendali: readonly string[]; perbaikan: Perbaikan }>,
): HasilLuar[] {
	return hasil.map((h) => {
		const p = katalog.get(h.id);
		return {
			pemeriksaan: h.id,
			status: h.status,
			kendali: p?.kendali ?? [],
			pesan: tulisPesan(h, 'id'),
			perbaikan: p && perluPerbaikan(h) ? tulisPerbaikan(p.perbaikan) : '',
		};
	});
}

function tulisPerbaikan(p: Perbaikan): string {
	const server = daftarServer.flatMap((s) => (p[s] ? [`${namaServer[s]}: ${p[s]}`] : []));
	return [p.umum.id, ...server].join('\n');
}
