import type { Context } from 'hono';
import { createMiddleware } from 'hono/factory';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { ApiEnv } from './api-env.ts';
import { Galat } from './galat.ts';

/**
 * At most `batas` requests a minute and client. Answers that the page cache serves again are not counted,
 * and a 200 to GET carries no `ratelimit-*` header because the next reader is given the same bytes.
 */
export function batasiLaju(batas: number) {
	const limiter = new RateLimiterMemory({ points: batas, duration: 60 });
	return createMiddleware<ApiEnv>(async (c, next) => {
		const keadaan = await limiter.consume(kelompokAlamat(c.env.alamat)).catch((habis: unknown) => {
			if (habis instanceof RateLimiterRes) return habis;
			throw habis;
		});
		if (keadaan.consumedPoints > batas) {
			tulisKepala(c, batas, keadaan);
			c.header('retry-after', String(sisaDetik(keadaan)));
			throw new Galat(
				'terlalu_sering',
				`Paling banyak ${batas} permintaan semenit. Coba lagi ${sisaDetik(keadaan)} detik lagi.`,
			);
		}
		await next();
		if (c.req.method !== 'GET' || c.res.status !== 200) tulisKepala(c, batas, keadaan);
	});
}

const sisaDetik = (keadaan: RateLimiterRes) => Math.max(1, Math.ceil(keadaan.msBeforeNext / 1000));

function tulisKepala(c: Context, batas: number, keadaan: RateLimiterRes): void {
	c.header('ratelimit-limit', String(batas));
	c.header('ratelimit-remaining', String(Math.max(0, keadaan.remainingPoints)));
	c.header('ratelimit-reset', String(sisaDetik(keadaan)));
}

/** An IPv6 client owns a /64 and counts as one; IPv4 (also mapped into IPv6) counts by address. */
export function kelompokAlamat(alamat: string): string {
	const peta = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(alamat);
	if (peta?.[1]) return peta[1];
	if (!alamat.includes(':')) return alamat;
	const [depan = '', belakang = ''] = alamat.split('%', 1)[0]?.split('::') ?? [];
	const awal = depan.split(':').filter(Boolean);
	const akhir = belakang.split(':').filter(Boolean);
	const kosong = alamat.includes('::') ? Math.max(0, 8 - awal.length - akhir.length) : 0;
	const bagian = [...awal, ...Array<string>(kosong).fill('0'), ...akhir];
	return `${bagian
		.slice(0, 4)
		.map((b) => b.toLowerCase().replace(/^0+(?=.)/, ''))
		.join(':')}::/64`;
}
