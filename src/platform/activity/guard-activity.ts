import type { Ctx } from '../ctx.ts';
import { signActivity } from './sign-activity.ts';

const SETIAP_MS = 60_000;

/** Signs what is due while the server runs, and everything when it stops. */
export function guardActivity(ctx: Ctx): { stop: () => Promise<void> } {
	let berjalan: Promise<void> = Promise.resolve();
	const sign = (pilih: 'jatuh_tempo' | 'semua') => {
		berjalan = berjalan.then(async () => {
			try {
				const { ditolak } = await signActivity(ctx, pilih);
				if (ditolak.length > 0)
					ctx.log.error({ rantai: ditolak }, 'rantai aktivitas tidak utuh, tidak ditandai');
			} catch (error) {
				ctx.log.error({ err: error }, 'titik aktivitas');
			}
		});
		return berjalan;
	};
	const jam = setInterval(() => void sign('jatuh_tempo'), SETIAP_MS);
	jam.unref();
	return {
		stop: async () => {
			clearInterval(jam);
			await sign('semua');
		},
	};
}
