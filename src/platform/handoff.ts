import type { Ctx } from './ctx.ts';

/**
 * The pages are bundled by Vite, the rest of the process runs from source: two copies of a module, one
 * database. `main.ts` leaves the context here before it loads the bundle, and the bundle takes it up.
 */
const key = Symbol.for('matang.ctx');
type Holder = { [key]?: Ctx };

export function leaveCtx(ctx: Ctx): void {
	(globalThis as Holder)[key] = ctx;
}

/** @throws when the server has not been started through `main.ts`. */
export function requireCtx(): Ctx {
	const ctx = (globalThis as Holder)[key];
	if (!ctx) throw new Error('konteks belum ada: peladen harus dimulai lewat src/main.ts');
	return ctx;
}
