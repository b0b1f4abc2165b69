import type { Ctx } from '#platform/ctx.ts';
import type { Io } from './command.ts';

/** Does some work as the operator on the opened application, and closes it whatever happens. */
export async function withApp<T>(io: Io, work: (ctx: Ctx) => Promise<T>): Promise<T> {
	const app = await io.openApp();
	try {
		return await work(app.ctxOf({ jenis: 'operator' }));
	} finally {
		await app.close();
	}
}
