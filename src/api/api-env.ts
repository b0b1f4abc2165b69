import type { Ctx } from '#platform/ctx.ts';

/** What the server hands to each request: the context and the address of the client. */
export interface ApiEnv {
	Bindings: { ctx: Ctx; alamat: string };
}
