import type { Context } from 'hono';

export interface HalamanDiminta {
	halaman: number;
	per: number;
}

/** What was asked for, with the defaults: page 1, 50 rows. */
export function bacaHalaman(kueri: {
	halaman?: number | undefined;
	per?: number | undefined;
}): HalamanDiminta {
	return { halaman: kueri.halaman ?? 1, per: kueri.per ?? 50 };
}

/** The envelope of a list: rows, total, and relative addresses of the neighbouring pages. */
export function bungkusDaftar<T>(c: Context, data: T[], total: number, { halaman, per }: HalamanDiminta) {
	const url = new URL(c.req.url);
	const ke = (n: number) => {
		url.searchParams.set('halaman', String(n));
		return `${url.pathname}${url.search}`;
	};
	const terakhir = Math.ceil(total / per);
	return {
		data,
		total,
		halaman,
		per,
		sebelum: halaman > 1 && halaman - 1 <= terakhir ? ke(halaman - 1) : null,
		berikut: halaman < terakhir ? ke(halaman + 1) : null,
	};
}
